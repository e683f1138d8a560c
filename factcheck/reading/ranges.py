"""Ranges of days, months and years: "from 3 May to 5 June 2016", "May-July 2016", "between 2013 and 2016"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from factcheck.dates import CAPITAL_MONTHS, EARLIEST_YEAR, LATEST_YEAR, MONTHS, find_calendar_dates
from factcheck.values import DateRange, Span

LOOK_BACK: Final = 40
"""Code points before a date within which what belongs to it stands: "between the beginning of September and "."""

YEAR: Final = r"(?:(?<![\w£$€.,/-])|(?<=\bpre-))(?P<year>(?:1[5-9]|20|21)\d\d)(?![\d%]|s\b|[.,]\d)(?!/\d)"
"""A year in figures, as a pattern with the group `year`."""

_PLAIN_YEAR: Final = re.compile(YEAR)
_FINANCIAL: Final = re.compile(
    r"(?<![\d£$€.,/-])(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?P<second>(?:\d\d)?\d\d)(?![\d%/-])"
)
DECADE: Final = re.compile(r"(?<!\d)(?P<decade>(?:1[5-9]|20)\d)0'?s\b|(?<!\w)'(?P<short>[2-9])0s\b")
"""A decade: "the 1990s", "the '70s"."""

_LAST_CENTURY: Final = 2000
"""Up to this "the 1700s" are a century; "the 2000s" are mostly a decade."""

_MOST_MONTHS: Final = 12
"""Up to this the second figure of "2014-06" may be a month."""

_TO: Final = re.compile(r"\s?-\s?|\s+(?:to|until|till|up\s+to|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?(?:end\s+of\s+)?", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?P<word>between|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_JOINT: Final = r"(?P<joint>\s?-\s?|\s+(?:to|until|till|up\s+to|through)\s+(?:the\s+)?|\s+and\s+(?:the\s+)?)\Z"
_DAY_BEFORE: Final = re.compile(rf"(?<![\d£$€.,/-])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?{_JOINT}", re.IGNORECASE)
_SHORT_MONTHS: Final = "(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_MONTH_BEFORE: Final = re.compile(rf"\b(?P<month>{CAPITAL_MONTHS}|{_SHORT_MONTHS}){_JOINT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Point:
    """An end of a range as written; what it leaves out stands at the other end."""

    span: Span
    year: int | None
    month: int | None = None
    day: int | None = None

    def period(self) -> DateRange | None:
        if self.year is None or not EARLIEST_YEAR <= self.year <= LATEST_YEAR:
            return None
        try:
            if self.month is None:
                return DateRange.year(self.year)
            if self.day is None:
                return DateRange.month(self.year, self.month)
            return DateRange.day(date(self.year, self.month, self.day))
        except ValueError:
            return None


def find_ranges(text: str, day: date | None) -> list[tuple[Span, DateRange, str]]:
    """Return the ranges of a folded text with what they denote and a note; `day` gives years that are not written.

    "2016/17" is a financial year; "2013-2016" runs from the first year to the last.
    """
    points = _points(text)
    found = [_between(text, first, last, day) for first, last in pairwise(points) if _are_joined(text, first, last)]
    found += [_between(text, first, last, day) for last in points if (first := _cut_short(text, last)) is not None]
    ranges = [(span, period, "") for span, period in filter(None, found)]
    return [*_years_apart(text), *ranges]


def nearest_year(month: int, day: date | None) -> int | None:
    """The year in which a month without a year lies nearest to a day."""
    if day is None:
        return None
    return min((day.year - 1, day.year, day.year + 1), key=lambda year: abs((date(year, month, 15) - day).days))


def _years_apart(text: str) -> list[tuple[Span, DateRange, str]]:
    """Years with a sign between them, and ranges from one financial year or decade to another."""
    found = []
    for match in _FINANCIAL.finditer(text):
        first, second = int(match["first"]), match["second"]
        last = int(second) if len(second) > 2 else first // 100 * 100 + int(second)  # noqa: PLR2004 - cut to two figures
        if int(second) % 100 == (first + 1) % 100:
            period = DateRange(first=date(first, 4, 1), last=date(first + 1, 3, 31))
            found.append((Span(*match.span()), period, f"{match[0]} is a financial year"))
        elif last > first and (len(second) > 2 or int(second) > _MOST_MONTHS):  # noqa: PLR2004 - as above
            found.append((Span(*match.span()), DateRange(first=date(first, 1, 1), last=date(last, 12, 31)), ""))
    for match in DECADE.finditer(text):
        first = int(match["decade"]) * 10 if match["decade"] else 1900 + int(match["short"]) * 10
        last = first + (99 if first % 100 == 0 and first < _LAST_CENTURY else 9)
        found.append((Span(*match.span()), DateRange(first=date(first, 1, 1), last=date(last, 12, 31)), ""))
    found.sort(key=lambda one: one[0])
    joined = [_joined(text, one, other) for one, other in pairwise(found)]
    return [*filter(None, joined), *found]


def _joined(
    text: str, one: tuple[Span, DateRange, str], other: tuple[Span, DateRange, str]
) -> tuple[Span, DateRange, str] | None:
    """“Between 2013/14 and 2015/16”, “from the 1970s to the 1990s”."""
    gap = text[one[0].end : other[0].start] if other[0].start - one[0].end < LOOK_BACK else ""
    begin = max(0, one[0].start - LOOK_BACK)
    word = _FROM.search(text[begin : one[0].start])
    fits = _TO.fullmatch(gap) or (_AND.fullmatch(gap) and word and word["word"].lower() == "between")
    if not fits or one[1].first is None or other[1].last is None or one[1].first > other[1].last:
        return None
    start = begin + word.start() if word else one[0].start
    return Span(start, other[0].end), DateRange(first=one[1].first, last=other[1].last), ""


def _points(text: str) -> list[_Point]:
    """The dates and years of a text in order, without overlaps."""
    points = [_Point(one.span, one.year, one.month, one.day) for one in find_calendar_dates(text)]
    years = [_Point(Span(*match.span()), int(match["year"])) for match in _PLAIN_YEAR.finditer(text)]
    apart: list[_Point] = []
    for point in sorted([*points, *years], key=lambda one: (one.span.start, -one.span.end)):
        if not apart or apart[-1].span.end <= point.span.start:
            apart.append(point)
    return apart


def _are_joined(text: str, first: _Point, last: _Point) -> bool:
    """Whether only "to", a hyphen or the "and" of "between" stands from one date to the next."""
    if last.span.start - first.span.end > LOOK_BACK:
        return False
    gap = text[first.span.end : last.span.start]
    return bool(_TO.fullmatch(gap) or (_AND.fullmatch(gap) and _word_before(text, first.span.start) == "between"))


def _word_before(text: str, at: int) -> str:
    match = _FROM.search(text[max(0, at - LOOK_BACK) : at])
    return match["word"].lower() if match else ""


def _cut_short(text: str, last: _Point) -> _Point | None:
    """The first end of a range that says only its day or month: "3-5 May 2016", "from May to July 2016"."""
    if last.month is None:
        return None
    begin = max(0, last.span.start - LOOK_BACK)
    before = text[begin : last.span.start]
    pattern = _MONTH_BEFORE if last.day is None else _DAY_BEFORE
    match = pattern.search(before)
    if match is None:
        return None
    span = Span(begin + match.start(), begin + match.start("joint"))
    if match["joint"].strip().lower().startswith("and") and _word_before(text, span.start) != "between":
        return None
    if last.day is None:
        return _Point(span, None, MONTHS[match["month"].lower()])
    return _Point(span, None, last.month, int(match["day"]))


def _between(text: str, first: _Point, last: _Point, day: date | None) -> tuple[Span, DateRange] | None:
    """The range between two ends; None where it would end before it begins, or where no year is known."""
    if last.year is None and last.month is not None:
        later = first.year and first.month and first.year + (last.month < first.month)
        last = replace(last, year=later or nearest_year(last.month, day))
    if first.year is None and last.year is not None and first.month is not None and last.month is not None:
        first = replace(first, year=last.year - (first.month > last.month))
    begin, end = first.period(), last.period()
    if begin is None or end is None or not begin.first or not end.last or begin.first >= end.last:
        return None
    start = first.span.start
    window = max(0, start - LOOK_BACK)
    word = _FROM.search(text[window:start])
    span = Span(window + word.start() if word else start, last.span.end)
    return span, DateRange(first=begin.first, last=end.last)
