"""Quotation marks: which spans of a paragraph somebody is quoted in, also over several paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.text import fold
from factcheck.values import Span

_SINGLE: Final = re.compile(r"(?<![\w'])'(?=\S)(?P<inside>[^'\n]*(?:\w'\w[^'\n]*)*)'(?!\w)")
"""A pair of single marks that are no apostrophes: the first follows no letter, the last precedes none."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted span of a paragraph, marks included; `open` when no closing mark follows in it."""

    span: Span
    open: bool = False


def find_quoted(paragraph: str) -> list[Quoted]:
    """Find the quoted spans of one paragraph in order.

    Double marks pair by turns, curly ones by their direction. A paragraph that ends inside a quotation leaves
    it open: the next one that begins with a mark goes on with it. Single marks count where they hold a phrase.
    """
    doubles = _double(paragraph)
    if doubles:
        return doubles
    return [
        Quoted(Span(*match.span())) for match in _SINGLE.finditer(fold(paragraph)) if " " in match["inside"].strip()
    ]


def _double(paragraph: str) -> list[Quoted]:
    found: list[Quoted] = []
    start: int | None = None
    for match in _MARKS.finditer(paragraph):
        opens = match[0] in "“„«" or (match[0] in '"″' and start is None)
        if start is None and (opens or _leans_open(paragraph, match.start())):
            start = match.start()
        elif start is not None and match[0] not in "“„«":
            found.append(Quoted(Span(start, match.end())))
            start = None
    if start is not None:
        found.append(Quoted(Span(start, len(paragraph)), open=True))
    return found


_MARKS: Final = re.compile('[“”„«»"″]')


def _leans_open(paragraph: str, at: int) -> bool:
    """A closing curly mark at the very start of a paragraph opens a quotation: a slip of typesetting."""
    return not paragraph[:at].strip()


def begins_quoted(paragraph: str) -> bool:
    """Whether the paragraph's first character is a double quotation mark."""
    return paragraph.lstrip()[:1] in {"“", '"', "”", "„", "«", "″"}
