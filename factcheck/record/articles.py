"""Which stretches of a page are articles of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import BlockKind
from factcheck.record.article_rules import FIRST_PUBLISHED_RULE
from factcheck.record.lines import is_prose
from factcheck.record.marking import DATE_LINE

if TYPE_CHECKING:
    from factcheck.record.layout import Layout

HEAD_REACH: Final = 4
"""Lines after a heading in which the date of its article, and then its text, may begin."""

NOTE_REACH: Final = 3
"""Lines before a heading in which the ending note of the article before may stand."""

_DATED_HEADINGS: Final = 2
"""Headings with a date of their own that show that every article of a page has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Lines `start` to `end` (out); `heading` is a line too, None without one; the text begins at `body`."""

    start: int
    end: int
    heading: int | None
    body: int


def find_articles(layout: Layout) -> tuple[Article, ...]:
    """Part a page into its articles, in order; a page with one article is one part.

    A heading within a text begins a new article only where the page says so: it is a list of articles, the
    text before ends with a note on where it first appeared, or the heading has a date of its own.
    """
    starts = [0, *_new_headings(layout)]
    ends = [*starts[1:], len(layout.lines)]
    articles = []
    for start, end in zip(starts, ends, strict=True):
        heading = start or layout.headline
        body = _body(layout, start=start, end=end) if start else layout.body
        articles.append(Article(start=start, end=end, heading=heading, body=body))
    return tuple(articles)


def _new_headings(layout: Layout) -> list[int]:
    headings = [
        index for index in layout.indexes(BlockKind.HEADING) if index > layout.body and _has_text(layout, index)
    ]
    dated = [index for index in headings if _is_dated(layout, index)]
    noted = [index for index in headings if _follows_note(layout, index)]
    if layout.listing and len(dated) < _DATED_HEADINGS:
        return headings
    return sorted({*dated, *noted})


def _has_text(layout: Layout, heading: int) -> bool:
    following = range(heading + 1, min(heading + 1 + HEAD_REACH, len(layout.lines)))
    return any(layout.kinds[index] is BlockKind.PARAGRAPH and is_prose(layout.lines[index].text) for index in following)


def _is_dated(layout: Layout, heading: int) -> bool:
    """Whether a date stands under a heading, before any text."""
    for index in range(heading + 1, min(heading + 1 + HEAD_REACH, len(layout.lines))):
        dated = layout.dates[index]
        if dated is not None and layout.reasons[index] == DATE_LINE:
            return True
        if layout.kinds[index] is not BlockKind.FURNITURE:
            return False
    return False


def _follows_note(layout: Layout, heading: int) -> bool:
    for index in range(heading - 1, max(heading - 1 - NOTE_REACH, -1), -1):
        if layout.kinds[index] is not BlockKind.FURNITURE:
            return False
        if layout.reasons[index] == FIRST_PUBLISHED_RULE:
            return True
    return False


def _body(layout: Layout, *, start: int, end: int) -> int:
    paragraphs = (index for index in range(start, end) if layout.kinds[index] is BlockKind.PARAGRAPH)
    return next(paragraphs, end)
