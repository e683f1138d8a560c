"""Time expressions as the periods they denote, resolved against the section's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from factcheck.dates import MONTHS, find_calendar_dates
from factcheck.lexicon import load_lexicon
from factcheck.model import DateMention
from factcheck.values import DateRange, Span

_GATE: Final = re.compile(
    r"\d|\b(?:year|month|week|quarter|decade|today|yesterday|tomorrow|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    + "|".join(name for name in MONTHS if len(name) > 4 or name in {"june", "july"})  # noqa: PLR2004 - full names
    + r")",
    re.IGNORECASE,
)
"""A cheap test that a text may hold a time expression at all; most sentences do not."""

_NUMBER: Final = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|eighteen|twenty)"
)
_YEAR: Final = r"(?<![\d£$€.,/-])(?P<year>(?:1[5-9]|20|21)\d\d)(?![\d%]|[.,]\d)(?!/\d)"
_FINANCIAL: Final = re.compile(
    r"(?<![\d£$€.,/-])(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?P<second>(?:\d\d)?\d\d)(?![\d%/-])"
)
_BETWEEN: Final = re.compile(
    rf"\b(?:between|from)\s+{_YEAR.replace('year', 'first')}"
    rf"\s+(?:and|to|until|till)\s+{_YEAR.replace('year', 'second')}",
    re.IGNORECASE,
)
_PLAIN_YEAR: Final = re.compile(_YEAR)
_COUNTS: Final = re.compile(r"\s*(?:million|bn|homes|people|jobs|staff|patients|pupils|officers|cases)\b")
"""What follows a four-digit figure that is a count and no year."""

_DECADE: Final = re.compile(r"(?<!\d)(?P<decade>(?:1[89]|20)\d)0s\b")
_BEFORE_WORD: Final = re.compile(
    r"\b(?P<word>since|by|until|till|before|after|from)\s+(?:the\s+(?:end|start|beginning)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_THIS: Final = re.compile(
    r"\b(?P<which>this|last|next|previous|that)\s+(?P<unit>(?:financial\s+|calendar\s+|fiscal\s+)?year(?:['’]s\s+budget)?|month|week)\b",
    re.IGNORECASE,
)
_MONTH_THAT: Final = re.compile(
    rf"\b(?P<month>{'|'.join(name for name in MONTHS if len(name) > 3)})\s+(?P<which>that|this|last)\s+year\b|"  # noqa: PLR2004 - full names
    rf"\blast\s+(?P<lastmonth>{'|'.join(name for name in MONTHS if len(name) > 3)})\b",  # noqa: PLR2004
    re.IGNORECASE,
)
_AGO: Final = re.compile(rf"\b{_NUMBER}\s+(?P<unit>year|month|week|day)s?\s+(?:ago|earlier)\b", re.IGNORECASE)
_PAST: Final = re.compile(
    rf"\b(?:over|in|during|for|within)\s+the\s+(?:past|last)\s+{_NUMBER}\s+(?P<unit>year|month|week)s?\b",
    re.IGNORECASE,
)
_DAY_WORD: Final = re.compile(r"\b(?P<word>today|yesterday|tomorrow)\b", re.IGNORECASE)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY: Final = re.compile(rf"\b(?:(?P<which>next|last|this|on)\s+)(?P<day>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_SEASON: Final = re.compile(rf"\b(?P<season>spring|summer|autumn|winter)\s+(?:of\s+)?{_YEAR}", re.IGNORECASE)
_SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
_STREAK: Final = re.compile(
    r"\b(?P<nth>[a-z]+|\d{1,2}(?:st|nd|rd|th))\s+(?:consecutive\s+|successive\s+|straight\s+)?years?\s+(?:running|in\s+a\s+row|in\s+succession)\b|\b(?P<nth2>[a-z]+|\d{1,2}(?:st|nd|rd|th))\s+(?:consecutive|successive|straight)\s+year\b",
    re.IGNORECASE,
)

_FISCAL_START: Final = 4
"""Financial years of British public bodies begin in April."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions resolve against: a day, in words where it comes from, and the year last named."""

    day: date | None
    source: str = ""
    year_before: int | None = None


def find_periods(text: str, anchor: Anchor) -> list[DateMention]:
    """Find time expressions and return the periods that they denote, in order and without overlaps.

    An expression that needs an anchor is left out where there is none. "By 2016" denotes 2016: the state at
    its latest; "since 2008" is open to the anchor; "2016/17" is a financial year.
    """
    if not _GATE.search(text):
        return []
    found: list[DateMention] = []
    for finder in (_ranges, _calendar, _years, _that_year, _relative):
        for mention in finder(text, anchor):
            if not any(mention.span.overlaps(other.span) for other in found):
                found.append(_bounded(text, mention, anchor))
    return sorted(found, key=lambda mention: mention.span)


def find_streak(text: str) -> tuple[Span, int] | None:
    """Find "for the eighth year running" or "eight years in a row": its span and the number of years."""
    numerals = load_lexicon().numerals
    for match in _STREAK.finditer(text):
        word = (match["nth"] or match["nth2"]).lower()
        number = (
            int(re.sub(r"\D", "", word))
            if word[0].isdigit()
            else numerals.ordinals.get(word, numerals.units.get(word, 0))
        )
        if number > 1:
            return Span(*match.span()), number
    return None


def financial_year(day: date) -> DateRange:
    """The British financial year (April to March) that a day falls in."""
    first = day.year if day.month >= _FISCAL_START else day.year - 1
    return DateRange(first=date(first, 4, 1), last=date(first + 1, 3, 31))


def _ranges(text: str, anchor: Anchor) -> list[DateMention]:
    del anchor
    found = [
        DateMention(
            span=Span(*match.span()),
            period=DateRange(first=date(int(match["first"]), 1, 1), last=date(int(match["second"]), 12, 31)),
        )
        for match in _BETWEEN.finditer(text)
        if match["first"] <= match["second"]
    ]
    for match in _FINANCIAL.finditer(text):
        first, second = int(match["first"]), match["second"]
        if int(second) % 100 == (first + 1) % 100:
            period = DateRange(first=date(first, 4, 1), last=date(first + 1, 3, 31))
            found.append(DateMention(span=Span(*match.span()), period=period, note=f"{match[0]} is a financial year"))
        elif len(second) == 4 and first < int(second):  # noqa: PLR2004 - a full year
            found.append(
                DateMention(
                    span=Span(*match.span()),
                    period=DateRange(first=date(first, 1, 1), last=date(int(second), 12, 31)),
                )
            )
    return found


def _calendar(text: str, anchor: Anchor) -> list[DateMention]:
    found = []
    for written in find_calendar_dates(text):
        period = written.period(_nearest_year(written.month, anchor.day))
        if period:
            note = "" if written.year else f"{written.span.of(text)} nearest to {anchor.source}"
            found.append(DateMention(span=written.span, period=period, note=note))
    return found


def _nearest_year(month: int, day: date | None) -> int | None:
    """The year in which a month without a year lies nearest to the anchor."""
    if day is None:
        return None
    return min((day.year - 1, day.year, day.year + 1), key=lambda year: abs((date(year, month, 15) - day).days))


def _years(text: str, anchor: Anchor) -> list[DateMention]:
    del anchor
    found = []
    for match in _SEASON.finditer(text):
        begin, end = _SEASONS[match["season"].lower()]
        year = int(match["year"])
        found.append(
            DateMention(
                span=Span(*match.span()),
                period=DateRange(first=date(year, begin, 1), last=DateRange.month(year, end).last),
            )
        )
    found.extend(
        DateMention(span=Span(*match.span()), period=DateRange.year(int(match["year"])))
        for match in _PLAIN_YEAR.finditer(text)
        if not _COUNTS.match(text, match.end())
    )
    for match in _DECADE.finditer(text):
        first = int(match["decade"] + "0")
        found.append(
            DateMention(
                span=Span(*match.span()),
                period=DateRange(first=date(first, 1, 1), last=date(first + 9, 12, 31)),
            )
        )
    return found


def _that_year(text: str, anchor: Anchor) -> list[DateMention]:
    """Find “March that year”, of the year that was named last: in the sentence itself, else before it."""
    found = []
    for match in _MONTH_THAT.finditer(text):
        if (match["which"] or "").lower() != "that":
            continue
        named = [int(one["year"]) for one in _PLAIN_YEAR.finditer(text[: match.start()])]
        year = named[-1] if named else anchor.year_before
        if year:
            period = DateRange.month(year, MONTHS[match["month"].lower()])
            found.append(DateMention(span=Span(*match.span()), period=period, note=f"that year is {year}"))
    return found


def _relative(text: str, anchor: Anchor) -> list[DateMention]:
    day = anchor.day
    if day is None:
        return []
    note = f"against {anchor.source}"
    found = [
        DateMention(
            span=Span(*match.span()),
            period=_shifted(match["which"].lower(), match["unit"].lower(), day),
            note=note,
        )
        for match in _THIS.finditer(text)
        if match["which"].lower() != "that"
    ]
    found += [
        DateMention(span=Span(*match.span()), period=_month_of(match, day), note=note)
        for match in _MONTH_THAT.finditer(text)
        if (match["which"] or "").lower() != "that"
    ]
    found += [
        DateMention(span=Span(*match.span()), period=_ago(match, day), note=note) for match in _AGO.finditer(text)
    ]
    found += [
        DateMention(
            span=Span(*match.span()),
            period=DateRange(first=_back(day, _count(match["count"]), match["unit"].lower()), last=day),
            note=note,
        )
        for match in _PAST.finditer(text)
    ]
    found += [
        DateMention(span=Span(*match.span()), period=DateRange.day(_weekday(match, day)), note=note)
        for match in _WEEKDAY.finditer(text)
    ]
    for match in _DAY_WORD.finditer(text):
        by = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["word"].lower()]
        found.append(DateMention(span=Span(*match.span()), period=DateRange.day(day + timedelta(days=by)), note=note))
    return found


def _weekday(match: re.Match[str], day: date) -> date:
    """The day of that name in the week up to the anchor; the one after it for "next"."""
    back = (day.weekday() - _WEEKDAYS.index(match["day"].lower())) % 7
    return day - timedelta(days=back - 7 if match["which"].lower() == "next" else back)


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


def _month_of(match: re.Match[str], day: date) -> DateRange:
    month = MONTHS[(match["month"] or match["lastmonth"]).lower()]
    if match["lastmonth"]:
        return DateRange.month(day.year if month < day.month else day.year - 1, month)
    return DateRange.month(day.year - (match["which"].lower() == "last"), month)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in {"a", "an"} else load_lexicon().numerals.units.get(word.lower(), 1)


def _back(day: date, count: int, unit: str) -> date:
    if unit == "week":
        return day - timedelta(weeks=count)
    if unit == "day":
        return day - timedelta(days=count)
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    return date(max(months // 12, 1), months % 12 + 1, min(day.day, 28))


def _ago(match: re.Match[str], day: date) -> DateRange:
    then = _back(day, _count(match["count"]), match["unit"].lower())
    if match["unit"].lower() == "year":
        return DateRange.year(then.year)
    return DateRange.month(then.year, then.month) if match["unit"].lower() == "month" else DateRange.day(then)


def _bounded(text: str, mention: DateMention, anchor: Anchor) -> DateMention:
    """Open the period as the word before it asks: "since 2008" runs to the anchor, "until 2016" has no beginning."""
    before = _BEFORE_WORD.search(text[: mention.span.start])
    word = before["word"].lower() if before else ""
    span = Span(before.start(), mention.span.end) if before else mention.span
    period = mention.period
    if word == "since":
        period = DateRange(first=period.first, last=anchor.day)
    elif word in {"until", "till"}:
        period = DateRange(first=None, last=period.last)
    elif word == "before" and period.first:
        period = DateRange(first=None, last=period.first - timedelta(days=1))
    elif word == "after" and period.last:
        period = DateRange(first=period.last + timedelta(days=1), last=None)
    elif word == "from":
        return mention
    return DateMention(span=span, period=period, note=mention.note)
