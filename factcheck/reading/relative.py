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
_ACADEMIC_START: Final = 9
"""Schools and universities of the northern hemisphere begin in September."""

NUMBER: Final = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty)"
)
"""A small number in figures or words, as a pattern with the group `count`."""

_SPANS: Final = "decade|year|month|fortnight|week|day"
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def find_relative(text: str, day: date) -> list[list[tuple[Span, DateRange]]]:
    """Return the spans of relative expressions with the periods that they denote, seen from a day.

    One list for each form of expression, those that say the most first; each is in order.
    """
    if not _GATE.search(text):
        return []
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
    return _as_wide(move_back(first, -count, unit), unit)


def stretch_to(period: DateRange, months: int) -> DateRange:
    """Return so many months up to the end of a period: "the year to March 2016"."""
    if period.last is None:
        return period
    after = period.last + timedelta(days=1)
    back = after.year * 12 + after.month - 1 - months
    begin = DateRange.month(max(back // 12, 1), back % 12 + 1)
    days = timedelta(days=min(after.day, begin.days or 1) - 1)
    return DateRange(first=begin.first and begin.first + days, last=period.last)


def academic_year(day: date, *, by: int = 0) -> DateRange:
    """The academic year (September to August) that a day falls in, or one so many years from it."""
    first = day.year + by if day.month >= _ACADEMIC_START else day.year - 1 + by
    return DateRange(first=date(first, 9, 1), last=date(first + 1, 8, 31))


def count_of(word: str) -> int:
    """The value of a small number in figures or words; 1 for "a"."""
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in {"a", "an"} else load_lexicon().numerals.units.get(word.lower(), 1)


def financial_year(day: date) -> DateRange:
    """The British financial year (April to March) that a day falls in."""
    first = day.year if day.month >= _FISCAL_START else day.year - 1
    return DateRange(first=date(first, 4, 1), last=date(first + 1, 3, 31))


def _shifted(which: str, unit: str, day: date) -> DateRange:
    by = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit in {"month", "quarter"}:
        length = 3 if unit == "quarter" else 1
        months = (day.year * 12 + day.month - 1) // length * length + by * length
        last = months + length - 1
        first = date(months // 12, months % 12 + 1, 1)
        return DateRange(first=first, last=DateRange.month(last // 12, last % 12 + 1).last)
    if unit in {"week", "weekend"}:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
        begin = monday + timedelta(days=5 if unit == "weekend" else 0)
        return DateRange(first=begin, last=monday + timedelta(days=6))
    if unit.startswith(("financial", "fiscal")) or unit.endswith("budget"):
        return financial_year(date(day.year + by, day.month, min(day.day, 28)))
    return DateRange.year(day.year + by)


def _current(match: re.Match[str], day: date) -> DateRange:
    return _shifted((match["which"] or match["when"] or "this").lower(), match["unit"].lower(), day)


def _before_last(match: re.Match[str], day: date) -> DateRange:
    """Resolve “the week before last”."""
    unit = match["unit"].lower()
    return _shifted("last", unit, move_back(day, 1, unit))


def _so_far(match: re.Match[str], day: date) -> DateRange:
    """Resolve “so far this year” and “since the start of the year”: from its beginning to the day."""
    return DateRange(first=_shifted("this", match["unit"].lower(), day).first, last=day)


def _to_date(match: re.Match[str], day: date) -> DateRange:
    del match
    return DateRange(first=None, last=day)


def _month(match: re.Match[str], day: date) -> DateRange:
    """Resolve “June this year”, “9 June last year”, “between March and June next year”."""
    year = day.year + {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    month, of_month = MONTHS[match["month"].lower()], match["of_month"]
    whole = DateRange.month(year, month)
    if of_month and whole.days and 0 < int(of_month) <= whole.days:
        return DateRange.day(date(year, month, int(of_month)))
    first = MONTHS.get((match["begin"] or "").lower(), month)
    return DateRange(first=date(year, min(first, month), 1), last=whole.last)


def _last_month(match: re.Match[str], day: date) -> DateRange:
    """Resolve “last June”, the latest that is over, and “next June”."""
    month = MONTHS[match["month"].lower()]
    if match["which"].lower() == "next":
        return DateRange.month(day.year if month > day.month else day.year + 1, month)
    return DateRange.month(day.year if month < day.month else day.year - 1, month)


def _ago(match: re.Match[str], day: date) -> DateRange:
    unit, way = match["unit"].lower(), match["way"].lower()
    count = count_of(match["count"]) * (1 if way in {"ago", "earlier"} else -1)
    return _as_wide(move_back(day, count, unit), "day" if match["today"] else unit)


def _as_wide(day: date, unit: str) -> DateRange:
    """The day, its month or its year, as fine as the unit that led to it."""
    if unit in {"year", "decade"}:
        return DateRange.year(day.year)
    return DateRange.month(day.year, day.month) if unit == "month" else DateRange.day(day)


def _past(match: re.Match[str], day: date) -> DateRange:
    count, unit = count_of(match["count"] or "a"), match["unit"].lower()
    if match["which"].lower() == "next":
        return DateRange(first=day, last=move_back(day, -count, unit))
    return DateRange(first=move_back(day, count, unit), last=day)


def move_back(day: date, count: int, unit: str) -> date:
    """Return the day so many units before a day, or after it where the count is negative."""
    if unit == "fortnight":
        return move_back(day, 2 * count, "week")
    if unit in {"week", "day"}:
        return date.fromordinal(max(1, day.toordinal() - count * (7 if unit == "week" else 1)))
    months = day.year * 12 + day.month - 1 - count * {"decade": 120, "year": 12}.get(unit, 1)
    return date(max(months // 12, 1), months % 12 + 1, min(day.day, 28))


def _weekday(match: re.Match[str], day: date) -> DateRange:
    """The day of that name in the week up to the anchor; the one after it for "next", and before it for "last"."""
    back, which = (day.weekday() - WEEKDAYS.index(match["day"].lower())) % 7, match["which"].lower()
    if which == "last" and back == 0:
        back = 7
    found = day - timedelta(days=back - 7 if which in {"next", "coming"} else back)
    return DateRange(first=found, last=day) if which == "since" else DateRange.day(found)


def _weekday_of(match: re.Match[str], day: date) -> DateRange:
    """Resolve “on Tuesday last week”."""
    monday = _shifted(match["which"].lower(), "week", day).first or day
    return DateRange.day(monday + timedelta(days=WEEKDAYS.index(match["day"].lower())))


def _day_word(match: re.Match[str], day: date) -> DateRange:
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(" ".join(match["word"].lower().split()), 0)
    return DateRange.day(day + timedelta(days=by))


_GATE: Final = re.compile(
    r"\b(?:ago|earlier|today|tonight|yesterday|tomorrow|from\s+now|to\s+date|so\s+far|before\s+last)\b|['’]\s+time\b"
    r"|\b(?:last|this|next|previous|current|coming|past)\s+(?:[\w-]+\s+)?(?:decade|year|quarter|month|fortnight|week|day"
    rf"|night|morning|afternoon|evening|{'|'.join(WEEKDAYS)}|{CAPITAL_MONTHS})"
    rf"|\b(?:on|since)\s+(?:{'|'.join(WEEKDAYS)})|\b(?:start|beginning)\s+of\s+the\b",
    re.IGNORECASE,
)
"""A cheap test that a text may hold an expression that is told from a day."""

_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], DateRange]], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolve)
    for pattern, resolve in (
        (
            (
                rf"\b(?:(?:between|from)\s+(?P<begin>{CAPITAL_MONTHS})\s+(?:and|to)\s+)?(?:(?P<of_month>[0-3]?\d)\s+)?"
                rf"(?P<month>{CAPITAL_MONTHS}),?\s+(?P<which>this|last|next)\s+year\b"
            ),
            _month,
        ),
        (rf"\bon\s+(?P<day>{'|'.join(WEEKDAYS)})\s+(?P<which>last|this|next)\s+week\b", _weekday_of),
        (r"\bthe\s+(?P<unit>year|month|week)\s+before\s+last\b", _before_last),
        (
            (
                r"\b(?:so\s+far\s+this|since\s+the\s+(?:start|beginning)\s+of\s+the|this(?=\s+\w+\s+so\s+far))\s+"
                rf"(?P<unit>{_YEAR}|month|week|quarter)\b(?:\s+so\s+far)?"
            ),
            _so_far,
        ),
        (r"\b(?:in\s+)?the\s+(?P<unit>year|month)\s+to\s+date\b", _so_far),
        (r"\bto\s+date(?=[\s,]*(?:[.;)]|\Z))|\A(?:to|until)\s+date\b", _to_date),
        (
            (
                rf"\b(?:(?P<which>last|this|next|previous)|the\s+(?:current|(?P<when>coming)))\s+"
                rf"(?P<unit>{_YEAR}|quarter|month|weekend|week)\b"
            ),
            _current,
        ),
        (rf"\b(?P<which>last|next)\s+(?P<month>{CAPITAL_MONTHS})\b", _last_month),
        (
            (
                rf"\b{NUMBER}\s+(?P<unit>decade|year|month|week|day)s?['’]?\s+"
                r"(?P<way>ago|earlier|from\s+now|time)\b(?P<today>\s+today\b)?"
            ),
            _ago,
        ),
        (
            rf"\b(?:over|in|during|for|within)\s+the\s+(?P<which>past|last|next|coming)\s+{NUMBER}\s+(?P<unit>{_SPANS})s?\b",
            _past,
        ),
        (r"\bthe\s+(?P<which>past|last)\s+(?P<count>(?:))(?P<unit>decade|fortnight)\b", _past),
        (
            (
                rf"\b(?:this\s+)?(?P<which>next|last|this|on|since|coming)\s+(?P<day>{'|'.join(WEEKDAYS)})\b"
                rf"(?!,?\s+(?:the\s+)?(?:\d|{CAPITAL_MONTHS}))"
            ),
            _weekday,
        ),
        (
            r"\b(?P<word>today|tonight|yesterday|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening))\b",
            _day_word,
        ),
    )
)
