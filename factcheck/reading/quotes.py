"""Quotation marks: which spans of a paragraph somebody is quoted in, also over several paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    closers = ""
    first = len(paragraph) - len(paragraph.lstrip())
    for match in _MARKS.finditer(paragraph):
        mark = match[0]
        if start is None and (mark in _CLOSERS or match.start() == first):
            start, closers = match.start(), _CLOSERS.get(mark, _ANY)
        elif start is not None and mark in closers:
            found.append(Quoted(Span(start, match.end())))
            start = None
    if start is not None:
        found.append(Quoted(Span(start, len(paragraph)), open=True))
    return found


_MARKS: Final = re.compile("[“”„«»\"″]|``|''")

_ANY: Final = "”»\"″''"
"""What closes a quotation that a mark of no direction opened, or a closing one at the start: a slip of typesetting."""

_CLOSERS: Final = {"“": _ANY, '"': _ANY, "″": _ANY, "„": '“”"', "«": "»", "``": "''\"”", "''": "''\"”"}
"""Which marks close a quotation, by the mark that opened it."""


def blank_quoted(text: str, quoted: Sequence[Quoted]) -> tuple[str, str]:
    """Return the text with quoted spans blanked, and once more with a mark kept at either end of each.

    Offsets stay true. The marks are straight, whatever they were.
    """
    blank: list[str] = []
    marked: list[str] = []
    end = 0
    for quote in quoted:
        between = text[end : quote.span.start]
        inside = " " * (len(quote.span) - 2)
        blank += [between, " " * len(quote.span)]
        marked += [between, f'"{inside}{" " if quote.open else chr(34)}' if len(quote.span) > 1 else '"']
        end = quote.span.end
    return "".join([*blank, text[end:]]), "".join([*marked, text[end:]])


def begins_quoted(paragraph: str) -> bool:
    """Whether the paragraph's first character is a double quotation mark."""
    return paragraph.lstrip()[:1] in {"“", '"', "”", "„", "«", "″"} or paragraph.lstrip().startswith(("``", "''"))
