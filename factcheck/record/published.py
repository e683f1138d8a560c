"""Which of the dates on a page says when its text was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from factcheck.dates import find_calendar_dates
from factcheck.model import Basis, BlockKind, Dated
from factcheck.record.article_rules import FIRST_PUBLISHED_RULE
from factcheck.record.marking import BYLINE, DATE_LINE, REPEATED
from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.record.articles import Article
    from factcheck.record.layout import Layout
    from factcheck.values import DateRange

HEADER_PARAGRAPHS: Final = 3
"""Paragraphs before whose last a date line still belongs to the head of an article: a standfirst and a
summary may stand above it."""

LONGEST_SCANNED: Final = 10_000
"""Characters of the longest line in which mentioned dates are looked for; nobody writes longer paragraphs."""

_SHOWN: Final = 80
"""Characters of a line that are shown as the source of its date."""

_AGENCY: Final = re.compile(r"[A-Z][A-Za-z .'-]{1,40},\s+(?=[A-Z0-9])")
_AFTER_AGENCY: Final = re.compile(r"\.?\s*(?:\([A-Z][\w ]{1,30}\)\s*)?[-:]+\s")
_AGENCY_REACH: Final = 90
_MONTH: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY: Final = re.compile(
    rf"\d-\d\d-\d|\d[/.]\d?\d[/.]\d|\d(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*{_MONTH}|{_MONTH}[a-z]*\.?\s+[0-3]?\d(?!\d)",
    re.IGNORECASE,
)
"""What every date with a day holds: most lines have none, and looking for a date takes ten times as long."""


class Standing(IntEnum):
    """How good a claim a date has to being the date of publication; the greatest wins, then the first.

    A note on where the text first appeared comes first, because "last week" was written then.
    """

    UPDATED_AT_END = 1
    PUBLISHED_AT_END = 2
    UPDATED = 3
    ABOVE_HEADLINE = 4
    DATELINE = 5
    UNDER_HEADLINE = 6
    PUBLISHED = 7
    FIRST_PUBLISHED = 8


_WHERE: Final = {
    Standing.UPDATED_AT_END: "the last change, at the end of the page",
    Standing.PUBLISHED_AT_END: "at the end of the page",
    Standing.UPDATED: "the last change; no other date is given",
    Standing.ABOVE_HEADLINE: "just above the headline",
    Standing.DATELINE: "where the text begins",
    Standing.UNDER_HEADLINE: "under the headline",
    Standing.PUBLISHED: "given as the date of publication",
    Standing.FIRST_PUBLISHED: "a note on where it first appeared",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    standing: Standing
    line: int
    period: DateRange


def find_published(layout: Layout, article: Article) -> Dated:
    """Return the date of publication of an article, with where on the page it stands.

    A date in running text is never one. Where there is none, the source says so and names, as a note only,
    the latest date that is mentioned.
    """
    candidates = [*_date_lines(layout, article), *_notes(layout, article), *_agency_lines(layout, article)]
    if not candidates:
        return Dated(source=_undated(layout, article))
    best = max(candidates, key=lambda candidate: (candidate.standing, -candidate.line))
    line = layout.lines[best.line]
    where = _WHERE[best.standing]
    if best.standing is Standing.UNDER_HEADLINE and article.heading is None:
        where = "at the top of the text"
    shown = line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN].rstrip()}…"
    return Dated(value=best.period, basis=Basis.INFERRED, source=f"line {line.number}: “{shown}”, {where}")


def _date_lines(layout: Layout, article: Article) -> Iterator[_Candidate]:
    head_end, bar_end = _head_end(layout, article), _bar_end(layout, article)
    for index in range(article.start, article.end):
        dated = layout.dates[index]
        if dated is None or layout.reasons[index] != DATE_LINE:
            continue
        standing: Standing | None
        if index >= head_end:
            late = Standing.UPDATED_AT_END if dated.updated else Standing.PUBLISHED_AT_END
            standing = late if dated.updated or dated.published else None
        elif dated.published or dated.updated:
            standing = Standing.PUBLISHED if dated.published else Standing.UPDATED
        else:
            standing = _by_place(article, index=index, bar_end=bar_end)
        if standing is not None:
            yield _Candidate(standing=standing, line=index, period=dated.period)


def _by_place(article: Article, *, index: int, bar_end: int) -> Standing | None:
    """Where an unlabelled date stands to the headline; one in the page's own bar is the day of the visit."""
    if article.heading is None or index > article.heading:
        return Standing.UNDER_HEADLINE
    return Standing.ABOVE_HEADLINE if index >= bar_end else None


def _bar_end(layout: Layout, article: Article) -> int:
    """The first of the lines just above the headline that hold nothing but dates, by-lines and the headline."""
    start = article.heading or 0
    while start > article.start and layout.reasons[start - 1] in {DATE_LINE, BYLINE, REPEATED}:
        start -= 1
    return start


def _head_end(layout: Layout, article: Article) -> int:
    """The line from which a date no longer belongs to the head of the article."""
    text = [index for index in range(article.body, article.end) if layout.kinds[index] is BlockKind.PARAGRAPH]
    if len(text) >= HEADER_PARAGRAPHS:
        return text[HEADER_PARAGRAPHS - 1]
    return text[-1] if text else article.end


def _notes(layout: Layout, article: Article) -> Iterator[_Candidate]:
    for index in range(article.start, article.end):
        if layout.reasons[index] != FIRST_PUBLISHED_RULE:
            continue
        for written in find_calendar_dates(fold(layout.lines[index].text)):
            period = written.period() if written.year else None
            if period is not None:
                yield _Candidate(standing=Standing.FIRST_PUBLISHED, line=index, period=period)


def _agency_lines(layout: Layout, article: Article) -> Iterator[_Candidate]:
    """A place and a date before a dash, as news agencies open their reports."""
    if article.body >= article.end or layout.kinds[article.body] is not BlockKind.PARAGRAPH:
        return
    opening = fold(layout.lines[article.body].text[:_AGENCY_REACH])
    place = _AGENCY.match(opening)
    if not place:
        return
    for written in find_calendar_dates(opening)[:1]:
        period = written.period() if written.year else None
        if period is not None and written.span.start == place.end() and _AFTER_AGENCY.match(opening, written.span.end):
            yield _Candidate(standing=Standing.DATELINE, line=article.body, period=period)


def _undated(layout: Layout, article: Article) -> str:
    latest = None
    for index in range(article.start, article.end):
        text = layout.lines[index].text
        if layout.kinds[index] is BlockKind.FURNITURE or len(text) > LONGEST_SCANNED or not _DAY.search(text):
            continue
        for written in find_calendar_dates(text):
            period = written.period() if written.year and written.day else None
            if period is not None and period.last is not None:
                latest = max(latest, period.last) if latest else period.last
    return f"undated; the latest date mentioned is {latest}" if latest else "undated"
