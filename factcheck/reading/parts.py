"""Parts of a year: quarters, halves, its first months, seasons and feasts, of a year named or told."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.dates import season
from factcheck.reading.relative import academic_year, financial_year
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHICH: Final = r"(?P<which>last|this|next|(?:the\s+)?previous|(?:the\s+)?current)"
_YEARS: Final = r"(?P<first>(?:19|20)\d\d)\s?[/-]\s?(?:\d\d)?\d\d"
_NAMED: Final = (
    rf"(?:{_YEARS}|(?P<year>(?:1[5-9]|20|21)\d\d)|{_WHICH}\s+(?P<kind>financial|fiscal|calendar)?\s?year)(?![\d%])"
)
_PART: Final = re.compile(
    r"\b(?:the\s+)?(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening|closing)\s+"
    r"(?:(?P<part>quarter|half)|(?P<count>three|six|nine|[369])\s+months)|(?P<code>[QH][1-4]))\s+"
    rf"(?:of\s+|in\s+)?(?:the\s+)?{_NAMED}",
    re.IGNORECASE,
)
_CODE_AFTER: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s(?P<code>[QH][1-4])\b")
_SEASONS: Final = r"(?P<season>spring|summer|autumn|winter|fall)"
_SEASON: Final = re.compile(
    rf"\b{_SEASONS}\s+(?:of\s+)?(?:(?P<year>(?:1[5-9]|20|21)\d\d)(?![\d%])|{_WHICH}\s+year\b)", re.IGNORECASE
)
_LAST_SEASON: Final = re.compile(r"\b(?P<which>last|this|next)\s+(?P<season>spring|summer|autumn)\b", re.IGNORECASE)
_FEASTS: Final = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "halloween": (10, 31),
}
_FEAST: Final = re.compile(
    rf"\b(?:(?P<which>last|next)\s+)?(?P<feast>{'|'.join(_FEASTS)})\b(?:,?\s+(?:in\s+)?(?P<year>(?:19|20)\d\d)(?![\d%]))?",
    re.IGNORECASE,
)
_ACADEMIC: Final = re.compile(
    rf"\b(?:(?:academic|school)\s+year\s+(?:of\s+)?{_YEARS}(?![\d%])"
    r"|(?P<earlier>(?:19|20)\d\d)\s?[/-]\s?(?:\d\d)?\d\d\s+(?:academic|school)\s+year"
    r"|(?:the\s+)?(?P<which>last|this|next|previous|current)\s+(?:academic|school)\s+year)\b",
    re.IGNORECASE,
)
_ORDER: Final = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "closing": -1}
_BY: Final = {"last": -1, "previous": -1, "next": 1}
_MONTHS: Final = {"quarter": 3, "half": 6, "q": 3, "h": 6, "three": 3, "six": 6, "nine": 9}
_OF_A_YEAR: Final = 12
_GATE: Final = re.compile(
    r"\b(?:quarter|half|months|spring|summer|autumn|winter|fall|christmas|boxing|new\s+year|halloween|academic|school)\b"
    r"|\b[QH][1-4]\b",
    re.IGNORECASE,
)
"""A cheap test that a text may name a part of a year."""


def find_parts(text: str, day: date | None) -> Iterator[tuple[Span, DateRange]]:
    """Yield the spans of parts of a year with the days that they denote; `day` tells which year is the last."""
    if not _GATE.search(text):
        return
    for match in (*_PART.finditer(text), *_CODE_AFTER.finditer(text)):
        whole = _whole(match, day)
        part = _cut(match, whole) if whole else None
        if part:
            yield Span(*match.span()), part
    for match in _ACADEMIC.finditer(text):
        first = match["first"] or match["earlier"]
        if first or day:
            by = _BY.get((match["which"] or "").lower(), 0)
            yield Span(*match.span()), academic_year(date(int(first), 9, 1) if first else day or date.min, by=by)
    yield from _seasons(text, day)
    yield from _feasts(text, day)


def _whole(match: re.Match[str], day: date | None) -> DateRange | None:
    """The year that a part is of: a calendar year, or a financial one."""
    named = match.groupdict()
    if named["year"]:
        return DateRange.year(int(named["year"]))
    if named.get("first"):
        return financial_year(date(int(named["first"]), 4, 1))
    if day is None:
        return None
    by = _BY.get(named["which"].lower().split()[-1], 0)
    if (named["kind"] or "").lower() in {"financial", "fiscal"}:
        return financial_year(date(day.year + by, day.month, min(day.day, 28)))
    return DateRange.year(day.year + by)


def _cut(match: re.Match[str], whole: DateRange) -> DateRange | None:
    """The part of a year: so many months, from its beginning on or back from its end."""
    if whole.first is None:
        return None
    named = match.groupdict()
    if named["code"]:
        months, order = _MONTHS[named["code"][0].lower()], int(named["code"][1]) - 1
    else:
        word = named["nth"].lower()
        order = int(word[0]) - 1 if word[0].isdigit() else _ORDER[word]
        length = (named["part"] or named["count"]).lower()
        months = _MONTHS.get(length) or int(length)
        if named["count"] and order > 0:
            return None  # "the second three months" is nobody's
    begin = _OF_A_YEAR - months if order < 0 else months * order
    if begin + months > _OF_A_YEAR:
        return None
    return _months(whole.first.year, whole.first.month + begin, months)


def _months(year: int, month: int, count: int) -> DateRange:
    """So many months on from one that may lie in the next year."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    return DateRange(first=date(first // 12, first % 12 + 1, 1), last=DateRange.month(last // 12, last % 12 + 1).last)


def _seasons(text: str, day: date | None) -> Iterator[tuple[Span, DateRange]]:
    for match in _SEASON.finditer(text):
        name = match["season"].lower().replace("fall", "autumn")
        if match["year"]:
            yield Span(*match.span()), season(name, int(match["year"]))
        elif day and match["season"].lower() != "fall":
            yield Span(*match.span()), season(name, day.year + _BY.get(match["which"].lower().split()[-1], 0))
    for match in _LAST_SEASON.finditer(text):
        if day:
            yield Span(*match.span()), _season_from(match["which"].lower(), match["season"].lower(), day)


def _season_from(which: str, name: str, day: date) -> DateRange:
    """Last summer is the latest that is over, next summer the first that is still to come."""
    now = season(name, day.year)
    if which == "last" and now.last and now.last >= day:
        return season(name, day.year - 1)
    if which == "next" and now.first and now.first <= day:
        return season(name, day.year + 1)
    return now


def _feasts(text: str, day: date | None) -> Iterator[tuple[Span, DateRange]]:
    for match in _FEAST.finditer(text):
        month, of_month = _FEASTS[match["feast"].lower()]
        if match["year"]:
            yield Span(*match.span()), DateRange.day(date(int(match["year"]), month, of_month))
        elif match["which"] and day:
            feast = date(day.year, month, of_month)
            by = -1 if match["which"].lower() == "last" and feast >= day else 0
            by = 1 if match["which"].lower() == "next" and feast <= day else by
            yield Span(*match.span()), DateRange.day(date(day.year + by, month, of_month))
