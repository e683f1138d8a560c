"""Time expressions that hang on a date named before them: "14 months on", "the following year", "later that month"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from factcheck.dates import CAPITAL_MONTHS, MONTHS, season
from factcheck.reading.relative import NUMBER, WEEKDAYS, count_of, financial_year, move_back, shift_period
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNIT: Final = r"(?P<unit>decade|year|month|week|day)"
_NEXT: Final = r"(?P<way>following|next|same|previous|preceding)"
_SEASON_NAMES: Final = "spring|summer|autumn|winter"
_NO_DATE: Final = r"(?!\s+(?:\d|the\s+(?:end|start)\b|last\b|he\b|she\b|it\b|they\b|i\b|we\b|being\b|(?-i:[A-Z])))"

GATE: Final = re.compile(
    r"\b(?:later|earlier|afterwards|previously|beforehand|since\s+then)\b|\b(?:on|before|after),|\A(?:just\s+)?within\b"
    rf"|\b(?:that(?:\s+same)?|following|next|same|previous|preceding)\s+(?:\w+\s+)?(?:year|month|week|day|morning|evening"
    rf"|period|{_SEASON_NAMES}|{'|'.join(WEEKDAYS)}|{CAPITAL_MONTHS})"
    r"|\bthe\s+(?:year|month|week|day)\s+(?:before|after)\b|\b(?:years?|decades?)\s+(?:before|after)\b",
    re.IGNORECASE,
)
"""A cheap test that a text may hang on a date before it."""


def hangs(text: str) -> bool:
    """Whether a text may hold an expression that only a date before it can resolve."""
    return GATE.search(text) is not None


def find_hanging(
    text: str, before: Callable[[int], DateRange | None], day: date | None
) -> Iterator[tuple[Span, DateRange]]:
    """Yield expressions that hang on a date with what they denote.

    `before` gives the date named before a place of the text, `day` is the day up to which the text can tell.
    """
    if not hangs(text):
        return
    for match in _SO_LONG.finditer(text):
        yield Span(match.start(), match.end("way")), _so_long(match)
    for match in _SINCE_THEN.finditer(text):
        base = before(match.start())
        if base and base.first and (day is None or base.first <= day):
            yield Span(*match.span()), DateRange(first=base.first, last=day)
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(text):
            base = before(match.start())
            found = resolve(match, base) if base else None
            if found:
                yield Span(*match.span()), found


def _is_fine_enough(base: DateRange, unit: str) -> bool:
    """Whether a date is as fine as what is counted from it: two months after "2016" may be any month."""
    if base.days is None:
        return False
    return base.days <= {"day": 1, "week": 1, "month": 31}.get(unit, 366)


def _shifted(match: re.Match[str], base: DateRange) -> DateRange | None:
    unit = match["unit"].lower()
    if not _is_fine_enough(base, unit):
        return None
    count = count_of(match["count"])
    back = match["way"].lower() in {"earlier", "before", "previously", "beforehand"}
    if unit == "year" and base.days and base.days > 31 and base.first and base.first.month != 1:  # noqa: PLR2004 - a financial year
        first = date(base.first.year + (-count if back else count), base.first.month, base.first.day)
        return DateRange(first=first, last=first + timedelta(days=base.days - 1))
    return shift_period(base, -count if back else count, unit)


def _up_to(match: re.Match[str], base: DateRange) -> DateRange | None:
    """“Under a year later”: from the date on, as long as that."""
    if base.first is None or not _is_fine_enough(base, "month"):
        return None
    return DateRange(first=base.first, last=move_back(base.first, -count_of(match["count"]), match["unit"].lower()))


def _neighbour(match: re.Match[str], base: DateRange) -> DateRange | None:
    """“The following year”, “the same month”, “the next day”."""
    by = {"following": 1, "next": 1, "same": 0}.get(match["way"].lower(), -1)
    return _beside(base, match["unit"].lower(), by)


def _beside(base: DateRange, unit: str, by: int) -> DateRange | None:
    if base.first is None or base.days is None:
        return None
    if unit in {"financial year", "fiscal year"}:
        return financial_year(date(base.first.year + by, base.first.month, 28))
    if unit == "year":
        return _beside_year(base, by)
    if unit == "month":
        months = base.first.year * 12 + base.first.month - 1 + by
        return DateRange.month(months // 12, months % 12 + 1) if base.days <= 31 else None  # noqa: PLR2004 - a month
    if base.days > 1:
        return None
    day = base.first + timedelta(days=by * (7 if unit == "week" else 1))
    if unit != "week":
        return DateRange.day(day)
    monday = day - timedelta(days=day.weekday())
    return DateRange(first=monday, last=monday + timedelta(days=6))


def _beside_year(base: DateRange, by: int) -> DateRange | None:
    """The year beside that of a date; a year of another beginning keeps it."""
    if base.first is None or base.days is None:
        return None
    if base.days > 31 and base.first.month != 1:  # noqa: PLR2004 - a financial year
        return financial_year(date(base.first.year + by, 4, 1))
    return DateRange.year(base.first.year + by)


def _season_beside(match: re.Match[str], base: DateRange) -> DateRange | None:
    if base.last is None:
        return None
    name, that = match["season"].lower(), match["way"].lower() in {"that", "same"}
    found = season(name, base.last.year)
    return found if that or (found.first and found.first > base.last) else season(name, base.last.year + 1)


def _month_of(match: re.Match[str], base: DateRange) -> DateRange | None:
    """“In September of that year”, “that October”, “on 3 March the following year”."""
    if base.first is None:
        return None
    year = base.first.year + (match["way"].lower() in {"following", "next"})
    month, day = MONTHS[match["month"].lower()], match.groupdict().get("day")
    try:
        return DateRange.day(date(year, month, int(day))) if day else DateRange.month(year, month)
    except ValueError:
        return None


def _weekday(match: re.Match[str], base: DateRange) -> DateRange | None:
    if base.first is None or base.days != 1:
        return None
    ahead = (WEEKDAYS.index(match["weekday"].lower()) - base.first.weekday()) % 7
    return DateRange.day(base.first + timedelta(days=ahead or 7))


def _same(match: re.Match[str], base: DateRange) -> DateRange | None:
    """“Later that year”, “the same day”."""
    return _beside(base, match["unit"].lower(), 0)


def _same_stretch(match: re.Match[str], base: DateRange) -> DateRange:
    """“Over the same twelve months”."""
    del match
    return base


def _before_it(match: re.Match[str], base: DateRange) -> DateRange | None:
    """“The year before”, “the day after”."""
    return _beside(base, match["unit"].lower(), 1 if match["way"].lower() == "after" else -1)


def _so_long(match: re.Match[str]) -> DateRange:
    """“For ten years before she came in 2014”: the years up to that one, or from it on."""
    years, year = count_of(match["count"]) * (10 if match["unit"].lower() == "decade" else 1), int(match["year"])
    first, last = (year - years, year - 1) if match["way"].lower() == "before" else (year + 1, year + years)
    return DateRange(first=date(first, 1, 1), last=date(last, 12, 31))


_SINCE_THEN: Final = re.compile(r"\bsince\s+then\b", re.IGNORECASE)
_SO_LONG: Final = re.compile(
    rf"\b(?:for|in|over|during)\s+(?:the\s+)?{NUMBER}\s+(?P<unit>year|decade)s?\s+(?P<way>before|after)\b"
    r"(?=[^.;:]{0,60}?\b(?:in\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b)",
    re.IGNORECASE,
)
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], DateRange], DateRange | None]], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolve)
    for pattern, resolve in (
        (rf"\b(?:under|less\s+than|within)\s+{NUMBER}\s+{_UNIT}s?\s+(?:later|afterwards)\b", _up_to),
        (rf"\A(?:just\s+)?within\s+{NUMBER}\s+{_UNIT}s?\b(?!\s+of\b)", _up_to),
        (rf"\b{NUMBER}\s+{_UNIT}s?\s+(?P<way>later|afterwards|earlier|previously|beforehand)\b", _shifted),
        (rf"\b{NUMBER}\s+{_UNIT}s?\s+(?P<way>on|before|after)(?=,)", _shifted),
        (
            (
                rf"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+)?(?P<month>{CAPITAL_MONTHS}),?\s+"
                r"(?:of\s+)?(?:the\s+)?(?P<way>following|next|same|that)\s+(?:same\s+)?year\b"
            ),
            _month_of,
        ),
        (rf"\b(?P<way>that)\s+(?:same\s+)?(?P<month>{CAPITAL_MONTHS})\b", _month_of),
        (rf"\b(?:the\s+)?(?P<way>following|next|same|that)\s+(?P<season>{_SEASON_NAMES})\b", _season_beside),
        (rf"\bthe\s+following\s+(?P<weekday>{'|'.join(WEEKDAYS)})\b", _weekday),
        (rf"\bthe\s+{_NEXT}\s+(?P<unit>(?:financial\s+|fiscal\s+)?year|month|week|day|morning|evening)\b", _neighbour),
        (r"\b(?:later\s+|earlier\s+)?(?:that(?:\s+same)?|the\s+same)\s+(?P<unit>year|month|week|day)\b", _same),
        (r"\bthe\s+same\s+(?:period|\w+\s+(?:months|years|weeks))\b", _same_stretch),
        (rf"\bthe\s+(?P<unit>year|month|week|day)\s+(?P<way>before|after)\b{_NO_DATE}", _before_it),
    )
)
