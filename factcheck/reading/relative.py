"""Time expressions that only a day can resolve: "last week", "three months ago", "on Monday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from factcheck.dates import CAPITAL_MONTHS, MONTHS
from factcheck.lexicon import load_lexicon
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Callable

_YEAR: Final = r"(?:financial\s+|calendar\s+|fiscal\s+)?year(?:['’]s\s+budget)?"
_FISCAL_START: Final = 4
"""Financial years of British public bodies begin in April."""
NUMBER: Final = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|eighteen|twenty)"
)
"""A small number in figures or words, as a pattern with the group `count`."""

_SPANS: Final = "decade|year|month|week"
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def find_relative(text: str, day: date) -> list[list[tuple[Span, DateRange]]]:
    """Return the spans of relative expressions with the periods that they denote, seen from a day.

    One list for each form of expression, those that say the most first; each is in order.
    """
    return [
        [(Span(*match.span()), resolve(match, day)) for match in pattern.finditer(text)] for pattern, resolve in _FORMS
    ]


def shift_period(period: DateRange, count: int, unit: str) -> DateRange:
    """Return what lies `count` units after a period, or before it where negative: "four years before 2016".

    As fine as the unit: years before a day is a year.
    """
    first = period.first or period.last
    if first is None:
        return period
    return _as_wide(_back(first, -count, unit), unit)


def stretch_to(period: DateRange, months: int) -> DateRange:
    """Return so many months up to the end of a period: "the year to March 2016"."""
    if period.last is None:
        return period
    after = period.last + timedelta(days=1)
    back = after.year * 12 + after.month - 1 - months
    begin = DateRange.month(max(back // 12, 1), back % 12 + 1)
    days = timedelta(days=min(after.day, begin.days or 1) - 1)
    return DateRange(first=begin.first and begin.first + days, last=period.last)


def count_of(word: str) -> int:
    """The value of a small number in figures or words; 1 for "a"."""
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in {"a", "an"} else load_lexicon().numerals.units.get(word.lower(), 1)


def financial_year(day: date) -> DateRange:
    """The British financial year (April to March) that a day falls in."""
    first = day.year if day.month >= _FISCAL_START else day.year - 1
    return DateRange(first=date(first, 4, 1), last=date(first + 1, 3, 31))


def _this(match: re.Match[str], day: date) -> DateRange:
    return _shifted(match["which"].lower(), match["unit"].lower(), day)


def _shifted(which: str, unit: str, day: date) -> DateRange:
    by = {"last": -1, "previous": -1, "next": 1}.get(which, 0)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + by
        return DateRange.month(months // 12, months % 12 + 1)
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
        return DateRange(first=monday, last=monday + timedelta(days=6))
    if unit.startswith(("financial", "fiscal")) or unit.endswith("budget"):
        return financial_year(date(day.year + by, day.month, min(day.day, 28)))
    return DateRange.year(day.year + by)


def _month(match: re.Match[str], day: date) -> DateRange:
    """Resolve “June this year”, “June last year”."""
    return DateRange.month(day.year - (match["which"].lower() == "last"), MONTHS[match["month"].lower()])


def _last_month(match: re.Match[str], day: date) -> DateRange:
    """Resolve “last June”: the latest that is over."""
    month = MONTHS[match["month"].lower()]
    return DateRange.month(day.year if month < day.month else day.year - 1, month)


def _ago(match: re.Match[str], day: date) -> DateRange:
    unit = match["unit"].lower()
    return _as_wide(_back(day, count_of(match["count"]), unit), unit)


def _as_wide(day: date, unit: str) -> DateRange:
    """The day, its month or its year, as fine as the unit that led to it."""
    if unit in {"year", "decade"}:
        return DateRange.year(day.year)
    return DateRange.month(day.year, day.month) if unit == "month" else DateRange.day(day)


def _past(match: re.Match[str], day: date) -> DateRange:
    return DateRange(first=_back(day, count_of(match["count"] or "a"), match["unit"].lower()), last=day)


def _back(day: date, count: int, unit: str) -> date:
    if unit in {"week", "day"}:
        return date.fromordinal(max(1, day.toordinal() - count * (7 if unit == "week" else 1)))
    months = day.year * 12 + day.month - 1 - count * {"decade": 120, "year": 12}.get(unit, 1)
    return date(max(months // 12, 1), months % 12 + 1, min(day.day, 28))


def _weekday(match: re.Match[str], day: date) -> DateRange:
    """The day of that name in the week up to the anchor; the one after it for "next"."""
    back = (day.weekday() - _WEEKDAYS.index(match["day"].lower())) % 7
    return DateRange.day(day - timedelta(days=back - 7 if match["which"].lower() == "next" else back))


def _day_word(match: re.Match[str], day: date) -> DateRange:
    by = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["word"].lower()]
    return DateRange.day(day + timedelta(days=by))


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], DateRange]], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolve)
    for pattern, resolve in (
        (rf"\b(?P<month>{CAPITAL_MONTHS})\s+(?P<which>this|last)\s+year\b", _month),
        (rf"\b(?P<which>this|last|next|previous)\s+(?P<unit>{_YEAR}|month|week)\b", _this),
        (rf"\blast\s+(?P<month>{CAPITAL_MONTHS})\b", _last_month),
        (rf"\b{NUMBER}\s+(?P<unit>decade|year|month|week|day)s?\s+(?:ago|earlier)\b", _ago),
        (
            rf"\b(?:over|in|during|for|within)\s+the\s+(?:past|last)\s+{NUMBER}\s+(?P<unit>{_SPANS})s?\b",
            _past,
        ),
        (r"\bthe\s+(?:past|last)\s+(?P<count>(?:))(?P<unit>decade)\b", _past),
        (rf"\b(?P<which>next|last|this|on)\s+(?P<day>{'|'.join(_WEEKDAYS)})\b", _weekday),
        (r"\b(?P<word>today|yesterday|tomorrow)\b", _day_word),
    )
)
