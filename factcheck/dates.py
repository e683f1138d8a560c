"""Calendar dates: written out in English, and as ISO 8601 or EDTF level 1 in files.

What a date is relative to ("last week") is a matter of reading and is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from factcheck.values import DateRange, Span

MONTHS: Final = {
    name[:length]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
    for length in (3, len(name))
} | {"sept": 9}
"""Month number by English name, full or cut to three letters."""

FULL_MONTHS: Final = "|".join(name for name in MONTHS if len(name) > len("sept") or name in {"june", "july"})
"""Month names that are no short forms, as alternatives of a pattern; May is a word too and is left out."""

CAPITAL_MONTHS: Final = rf"{FULL_MONTHS.replace('march', '(?-i:March|MARCH)')}|(?-i:May|MAY)"
"""All full month names as alternatives of a pattern that ignores case, but for those that are verbs as well."""

EARLIEST_YEAR: Final = 1000
LATEST_YEAR: Final = 2199
"""Years that a four-digit figure may be read as."""

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:1\d|20|21)\d\d)(?![\d%])"
_PLAIN_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY = rf"(?<![\d£$€.,/]){_PLAIN_DAY}"

_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_DAY}(?:\s+of)?[\s.-]*{_MONTH},?[\s-]+{_YEAR}",
        rf"\b{_MONTH}\s+{_PLAIN_DAY},?\s+{_YEAR}",
        rf"(?<![\d/])(?P<day>[0-3]?\d)[/.](?P<month>[0-3]?\d)[/.]{_YEAR}",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"{_DAY}(?:\s+of)?\s+{_MONTH}",
        rf"\b{_MONTH}\s+{_PLAIN_DAY}(?![\d,.]*\d)",
    )
)
_VERBS: Final = frozenset({"may", "march", "mar"})
"""Months that in lower case are verbs, unless both a day and a year stand with them."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as written: `year` is None for "28 February"; `day` is None for "June 2016"."""

    span: Span
    year: int | None
    month: int
    day: int | None

    def period(self, year: int | None = None) -> DateRange | None:
        """Return the days denoted, with `year` where none is written; None when there is no such date."""
        known = self.year or year
        try:
            if known is None:
                return None
            if self.day is None:
                return DateRange.month(known, self.month)
            return DateRange.day(date(known, self.month, self.day))
        except ValueError:
            return None


_GATE: Final = re.compile(
    r"\d[-/.]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(?:of\s+)?\d"
    r"|\d(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
"""A cheap test that a text may hold a date that is written with a month."""


@lru_cache(maxsize=256)
def find_calendar_dates(text: str) -> tuple[CalendarDate, ...]:
    """Find written dates that hold a month: `14 June 2018`, `25.Mar 2014`, `2017-02-19`, `12/06/2014`, `28 February`.

    Day comes before month in figures, as in Britain, unless that gives no date. Results are in order and
    do not overlap; the longest form wins. Impossible dates are not returned.
    """
    found: list[CalendarDate] = []
    for form in _FORMS if _GATE.search(text) else ():
        read = [_read(match, Span(*match.span())) for match in form.finditer(text)]
        found = _merge(found, [written for written in read if written and written.period(year=2000)])
    return tuple(found)


def _merge(found: list[CalendarDate], more: list[CalendarDate]) -> list[CalendarDate]:
    """What is found already, and what does not overlap with it, in order; one pass over each."""
    merged: list[CalendarDate] = []
    place = 0
    for written in more:
        while place < len(found) and found[place].span.end <= written.span.start:
            merged.append(found[place])
            place += 1
        if place == len(found) or not written.span.overlaps(found[place].span):
            merged.append(written)
    return [*merged, *found[place:]]


def _read(match: re.Match[str], span: Span) -> CalendarDate | None:
    groups = match.groupdict()
    month_text = groups["month"].lower().rstrip(".")
    if groups["month"].rstrip(".") in _VERBS and not (groups.get("day") and groups.get("year")):
        return None
    month = int(month_text) if month_text.isdigit() else MONTHS[month_text]
    day = int(groups["day"]) if groups.get("day") else None
    year = int(groups["year"]) if groups.get("year") else None
    if day is not None and month > 12 >= day:  # noqa: PLR2004 - months in a year
        day, month = month, day
    return CalendarDate(span, year, month, day) if 1 <= month <= 12 else None  # noqa: PLR2004


def season(name: str, year: int) -> DateRange:
    """The days of a season in the northern hemisphere: "spring", "summer", "autumn", "winter".

    The winter of 2016 may be the one that ends or the one that begins then: it is as wide as both.
    """
    if name == "winter":
        first, last = DateRange.month(max(year - 1, EARLIEST_YEAR), 12), DateRange.month(min(year + 1, LATEST_YEAR), 2)
        return DateRange(first=first.first, last=last.last)
    begin = {"spring": 3, "summer": 6, "autumn": 9}[name]
    return DateRange(first=date(year, begin, 1), last=DateRange.month(year, begin + 2).last)


_EDTF_PART: Final = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%])?\Z"
)
_SEASON_CODES: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def parse_edtf(text: str) -> DateRange:
    """Parse an ISO 8601 date or an EDTF level 1 expression (Library of Congress, 2019).

    Years, months, days, intervals with open or unknown ends (`2014/2016`, `2014/..`), unspecified digits
    (`201X`, `2018-XX`), seasons (`2018-22`) and the marks `?`, `~`, `%`.

    Raises:
        ValueError: with a message that says what is wrong.

    >>> str(parse_edtf("2014/2016-06"))
    '2014-01-01/2016-06-30'
    """
    ends = text.strip().split("/")
    if len(ends) == 1:
        return _edtf_date(ends[0])
    if len(ends) != 2:  # noqa: PLR2004 - an interval has two ends
        raise ValueError(f"“{text}” has more than two ends")
    first = None if ends[0] in {"", ".."} else _edtf_date(ends[0])
    last = None if ends[1] in {"", ".."} else _edtf_date(ends[1])
    if first is None and last is None:
        raise ValueError(f"“{text}” has no end that is a date")
    result = DateRange(
        first=first.first if first else None,
        last=last.last if last else None,
        approximate=any(end is not None and end.approximate for end in (first, last)),
    )
    if result.first and result.last and result.first > result.last:
        raise ValueError(f"“{text}” ends before it begins")
    return result


def _edtf_date(text: str) -> DateRange:
    match = _EDTF_PART.match(text)
    if not match:
        raise ValueError(f"“{text}” is not a date like 2018, 2018-06, 2018-06-14 or 2014/2016")
    approximate = match["mark"] is not None
    if "X" in match["year"]:
        span = 10 ** match["year"].count("X")
        first = _checked_year(int(match["year"].replace("X", "0")), text)
        if match["month"]:
            raise ValueError(f"“{text}” leaves the year open and names a month")
        return DateRange(first=date(first, 1, 1), last=date(first + span - 1, 12, 31), approximate=approximate)
    year, month, day = _checked_year(int(match["year"]), text), match["month"], match["day"]
    if month == "XX" and day not in {None, "XX"}:
        raise ValueError(f"“{text}” leaves the month open and names a day")
    if month in {None, "XX"}:
        period = DateRange.year(year)
    elif int(month) in _SEASON_CODES:
        period = season(_SEASON_CODES[int(month)], year)
    else:
        period = _month_or_day(year, int(month), day, text)
    return DateRange(first=period.first, last=period.last, approximate=approximate)


def _checked_year(year: int, text: str) -> int:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"the year of “{text}” is outside {EARLIEST_YEAR}-{LATEST_YEAR}")
    return year


def _month_or_day(year: int, month: int, day: str | None, text: str) -> DateRange:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months in a year
        raise ValueError(f"“{text}” has no month {month}")
    if day in {None, "XX"}:
        return DateRange.month(year, month)
    try:
        return DateRange.day(date(year, month, int(day or 0)))
    except ValueError:
        raise ValueError(f"there is no {text} in the calendar") from None
