"""What stands around a quote: enough of it to read the quote in its place, and to find it in one place only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Document, Evidence, Verdict
    from factcheck.values import Span

AROUND: Final = 200
"""Code points before and behind a quote: about two sentences."""


def set_in_place(verdict: Verdict, documents: Mapping[str, Document]) -> Verdict:
    """Return a verdict whose listed quotes have what stands around them."""
    return replace(
        verdict,
        supporting=_surround(verdict.supporting, documents),
        contradicting=_surround(verdict.contradicting, documents),
        own_words=_surround(verdict.own_words, documents),
        context=_surround(verdict.context, documents),
    )


def _surround(listed: tuple[Evidence, ...], documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    found = ((one, find_surroundings(documents[one.document].text, one.span)) for one in listed)
    return tuple(replace(one, prefix=prefix, suffix=suffix) for one, (prefix, suffix) in found)


def find_surroundings(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and behind a span, verbatim, and as much as makes it the only such place.

    >>> from factcheck.values import Span
    >>> find_surroundings("One two three.", Span(4, 7))
    ('One ', ' three.')
    """
    around = AROUND
    while True:
        start, end = max(0, span.start - around), span.end + around
        alike = text[start:end]
        first = text.find(alike)
        if (start == 0 and end >= len(text)) or (first == start and text.find(alike, start + 1) < 0):
            return text[start : span.start], text[span.end : end]
        around *= 2
