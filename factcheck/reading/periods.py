"""Time expressions as the periods they denote, resolved against the section's date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.dates import CAPITAL_MONTHS, MONTHS, find_calendar_dates
from factcheck.model import DateMention
from factcheck.reading.hanging import find_hanging, hangs
from factcheck.reading.parts import find_parts
from factcheck.reading.ranges import LOOK_BACK, YEAR, find_ranges, nearest_year
from factcheck.reading.relative import NUMBER, count_of, find_relative, shift_period, stretch_to
from factcheck.reading.streaks import find_streak
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Anchor", "find_periods", "find_streak", "hangs", "last_named"]

_GATE: Final = re.compile(
    r"\d|\b(?:year|month|week|quarter|decade|fortnight|days?|to(?:day|night)|yesterday|tomorrow|date|then|night|morning"
    r"|afternoon|evening|christmas|spring|summer|autumn|winter"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{CAPITAL_MONTHS})",
    re.IGNORECASE,
)
"""A cheap test that a text may hold a time expression at all; most sentences do not."""

_PLAIN_YEAR: Final = re.compile(YEAR)
_PART_OF_YEAR: Final = re.compile(
    r"\b(?P<part>early|mid|late)(?:\s?-\s?|\s+)(?:in\s+)?(?P<year>(?:1[5-9]|20|21)\d\d)\b(?![%]|[.,/-]\d)",
    re.IGNORECASE,
)
_HALVES: Final = {"early": (1, 6), "mid": (1, 12), "late": (7, 12)}
"""Months that a part of a year may lie in, as wide as the words allow."""

_BARE_MONTH: Final = re.compile(
    rf"\b(?P<word>in|since|until|till|during)\s+(?:early\s+|late\s+|mid-)?(?P<month>{CAPITAL_MONTHS})\b"
    r"(?!\s+(?:\d|(?:this|last|next|that)\s+year\b))(?!,?\s+\d{4})",
    re.IGNORECASE,
)

_COUNTED: Final = re.compile(
    r"\s(?:(?!(?:and|or|the|was|were|had|has|is|are|it|its|in|on|at|to|of|for|by|as|but|when|while|with)\b)[a-z]+\s)?"
    r"(?P<noun>[a-z]+)"
)
_NO_PLURAL: Final = re.compile(r".*(?:[suia]s|[^s])\Z")
_ODD_PLURALS: Final = frozenset("people staff men women children police million bn".split())
_OF_A_YEAR: Final = frozenset("accounts elections figures games levels prices reports results statistics".split())
"""Plural nouns that a year stands before more often than a count."""

_BEFORE_YEAR: Final = re.compile(
    r"(?:\b(?:in|since|until|till|during|before|after|throughout|early|mid|late|the|its|their|our|his|her|year"
    rf"|{CAPITAL_MONTHS})|['’]s?|\d|\d\s(?:and|to|or))[\s-]+\Z|(?:\A|[.,;:(]\s?)by\s\Z",
    re.IGNORECASE,
)
"""What stands before a year and not before a count."""

_OVER: Final = re.compile(r"\b(?:over|than|least|most|about|around|some|nearly|almost)\s\Z", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"(?:\b(?:Act|Bill|Measure|Order|Regulations|Rules|Directive)|\b[Rr]oom|\b[Bb]ox|\b[Pp]ages?|\b[Nn]o\.?|\b[Nn]umber"
    r"|\b[Ff]light|\b[Cc]hannel|\b[Ii]nvoice|\b0\d{2,4})\s\Z"
)
"""What a year stands behind as a part of a name: "the Licensing Act 2003", "room 2016" tell nothing of when."""

_NAMING: Final = re.compile(
    r"\s?(?:(?:[A-Z][a-z]+\s)?(?:Act|Bill|Order|Regulations|Rules|Directive)\b|(?i:[kmg]hz|[kmg]wh?|feet|foot|ft|metres|meters"
    r"|miles|km|mm|cm|kg|tonnes|litres|acres|hectares|square)\b|\d{4}\b)"
)
"""What stands behind a figure that is a part of a name or an amount: "the 2015 Act", "1960 MHz"."""

_LEAD: Final = re.compile(
    rf"\b(?:(?:{NUMBER}|the)\s+(?P<unit>decade|year|month|week|day)s?\s+)?"
    r"(?P<word>since|by|until|till|up\s+to|before|prior\s+to|after|from)\s+(?:the\s+(?:end|start|beginning)\s+of\s+)?(?P<the>the\s+)?\Z"
    r"|\b(?P<pre>pre)-\Z",
    re.IGNORECASE,
)
_STRETCH: Final = re.compile(
    rf"\b(?:{NUMBER}[\s-]+(?P<unit>year|month|week)s?|(?P<half>half[\s-]year)|(?P<quarter>quarter)|(?P<one>year|month))\s+"
    r"(?:up\s+)?(?:to|ending|ended|until)\s+(?:on\s+)?(?:the\s+)?(?:end\s+of\s+)?\Z",
    re.IGNORECASE,
)
_NO_BEGINNING: Final = re.compile(
    r"\b(?:up|down|away|apart|differ\w*|rose|risen|fell|fallen|drop\w*|chang\w+|increase\w*|decrease\w*"
    r"|figures?|data|reports?|letters?|documents?|minutes|photographs?|pictures?|footage|video|accounts|statistics"
    r"|survey|emails?|records?|results?|levels?)\s\Z",
    re.IGNORECASE,
)
"""Words after which "from 2016" tells a comparison or an origin, and no time that goes on."""


HANGING: Final = "counted from the date before it"
"""How the note of a date reads that hangs on another."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions resolve against: a day, in words where it comes from, and the date named before."""

    day: date | None
    source: str = ""
    before: DateRange | None = None


@lru_cache(maxsize=4096)
def find_periods(text: str, anchor: Anchor) -> tuple[DateMention, ...]:
    """Find time expressions and return the periods that they denote, in order and without overlaps.

    An expression that needs an anchor is left out where there is none. "By 2016" denotes 2016: the state at
    its latest; "since 2008" and "from 2008" are open to the anchor; "2016/17" is a financial year.
    """
    if not _GATE.search(text):
        return ()
    found: tuple[DateMention, ...] = ()
    for finder in (_parts, _ranges, _relative, _calendar, _years, _bare_months):
        found = _merge(found, sorted(finder(text, anchor), key=lambda mention: mention.span))
    found = _merge(_hanging(text, anchor, found), list(found))
    return tuple(_apart(_bounded(text, mention, anchor) for mention in found))


def last_named(dates: Sequence[DateMention]) -> DateRange | None:
    """The period that a sentence leaves a reader with: the last it names; "the year before" is but compared with it."""
    named = [one.period for one in dates if one.note != HANGING] or [one.period for one in dates]
    return named[-1] if named else None


def _merge(found: Iterable[DateMention], more: list[DateMention]) -> tuple[DateMention, ...]:
    """What is found already, and what does not overlap with it or with one before it, in order."""
    ranked = sorted([*((one.span, 0, one) for one in found), *((one.span, 1, one) for one in more)], key=_order)
    merged: list[tuple[int, DateMention]] = []
    for _, rank, mention in ranked:
        while merged and merged[-1][0] > rank and merged[-1][1].span.overlaps(mention.span):
            merged.pop()
        if not merged or not merged[-1][1].span.overlaps(mention.span):
            merged.append((rank, mention))
    return tuple(mention for _, mention in merged)


def _order(entry: tuple[Span, int, DateMention]) -> tuple[int, int, int]:
    return entry[0].start, entry[1], -entry[0].end


def _apart(mentions: Iterable[DateMention]) -> list[DateMention]:
    """The mentions without those that a word before them has made to overlap with the one before."""
    kept: list[DateMention] = []
    for mention in mentions:
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return kept


def _ranges(text: str, anchor: Anchor) -> list[DateMention]:
    return [DateMention(span=span, period=period, note=note) for span, period, note in find_ranges(text, anchor.day)]


def _calendar(text: str, anchor: Anchor) -> list[DateMention]:
    found = []
    for written in find_calendar_dates(text):
        period = written.period(nearest_year(written.month, anchor.day))
        if period:
            note = "" if written.year else f"{written.span.of(text)} nearest to {anchor.source}"
            found.append(DateMention(span=written.span, period=period, note=note))
    return found


def _bare_months(text: str, anchor: Anchor) -> list[DateMention]:
    """Find "in May", the nearest one where that is not still to come."""
    found = []
    for match in _BARE_MONTH.finditer(text):
        month = MONTHS[match["month"].lower()]
        year = nearest_year(month, anchor.day)
        if year is not None and anchor.day is not None and match["month"][0].isupper():
            span, period = Span(*match.span("month")), DateRange.month(year, month)
            if period.first and period.first <= anchor.day:
                note = f"{match['month']} nearest to {anchor.source}"
                found.append(DateMention(span=span, period=period, note=note))
    return found


def _years(text: str, anchor: Anchor) -> list[DateMention]:
    del anchor
    found = []
    for match in _PART_OF_YEAR.finditer(text):
        begin, end = (DateRange.month(int(match["year"]), month) for month in _HALVES[match["part"].lower()])
        found.append((match, DateRange(first=begin.first, last=end.last, approximate=True)))
    wide = [DateMention(span=Span(*match.span()), period=period) for match, period in found]
    plain = [
        DateMention(span=Span(*match.span()), period=DateRange.year(int(match["year"])))
        for match in _PLAIN_YEAR.finditer(text)
        if not _is_no_year(text, match)
    ]
    return list(_merge(sorted(wide, key=lambda one: one.span), plain))


def _is_no_year(text: str, match: re.Match[str]) -> bool:
    """Whether a four-digit figure is a count or a part of a name: "built 2000 houses", "the Licensing Act 2003"."""
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if _NAMED.search(before) or _NAMING.match(text, match.end()):
        return True
    counted = _COUNTED.match(text, match.end(), match.end() + LOOK_BACK)
    if counted is None:
        return False
    nouns = counted[0].split()
    if not any(noun in _ODD_PLURALS or not _NO_PLURAL.match(noun) for noun in nouns):
        return False
    if _OVER.search(before):
        return True
    return not _BEFORE_YEAR.search(before) and not _OF_A_YEAR.intersection(nouns)


def _parts(text: str, anchor: Anchor) -> list[DateMention]:
    return [DateMention(span=span, period=period) for span, period in find_parts(text, anchor.day)]


def _hanging(text: str, anchor: Anchor, found: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Find what hangs on a date: on the one before it in the sentence, or else on the one before the sentence."""

    def before(place: int) -> DateRange | None:
        here = [one.period for one in found if one.span.end <= place]
        return here[-1] if here else anchor.before

    mentions = [
        DateMention(span=span, period=period, note=HANGING) for span, period in find_hanging(text, before, anchor.day)
    ]
    return _merge((), sorted(mentions, key=lambda mention: mention.span))


def _relative(text: str, anchor: Anchor) -> list[DateMention]:
    if anchor.day is None:
        return []
    note = f"against {anchor.source}"
    found: tuple[DateMention, ...] = ()
    for more in find_relative(text, anchor.day):
        found = _merge(found, [DateMention(span=span, period=period, note=note) for span, period in more])
    return list(found)


def _bounded(text: str, mention: DateMention, anchor: Anchor) -> DateMention:
    """Widen or move the period as the words before it ask: "since 2008", "four years before 2016", "the year to"."""
    begin = max(0, mention.span.start - LOOK_BACK)
    window = text[begin : mention.span.start]
    stretch = _STRETCH.search(window)
    if stretch and mention.period.days is not None and mention.period.days <= MONTH:
        return replace(
            mention,
            span=Span(begin + stretch.start(), mention.span.end),
            period=_stretched(stretch, mention.period),
        )
    lead = _LEAD.search(window)
    if lead is None or (lead["the"] and _PLAIN_YEAR.fullmatch(mention.span.of(text))):
        return mention  # "after the 2016 elections" is of that year
    word = "before" if lead["pre"] else _SHORT.get(lead["word"].lower().split()[0], lead["word"].lower())
    start = lead.start()
    if lead["unit"] and word in {"before", "after"}:
        count = count_of(lead["count"] or "a")
        period = shift_period(mention.period, count if word == "after" else -count, lead["unit"].lower())
    else:
        period, start = _opened(word, mention, anchor), lead.start("pre" if lead["pre"] else "word")
        if word == "from" and (mention.note or _NO_BEGINNING.search(window[:start])):
            return mention
    return replace(mention, span=Span(begin + start, mention.span.end), period=period)


_SHORT: Final = {"up": "until", "prior": "before"}
"""What the longer words come to that open a period."""

MONTH: Final = 31
"""Days that the end of a year that is no calendar year may be named with at the most: a month or a day."""


def _stretched(stretch: re.Match[str], end: DateRange) -> DateRange:
    """So many months or weeks up to an end."""
    unit = (stretch["unit"] or stretch["one"] or "").lower()
    if unit == "week" and end.last:
        return DateRange(first=end.last - timedelta(days=7 * count_of(stretch["count"]) - 1), last=end.last)
    if unit:
        return stretch_to(end, count_of(stretch["count"] or "a") * (12 if unit == "year" else 1))
    return stretch_to(end, 6 if stretch["half"] else 3)


def _opened(word: str, mention: DateMention, anchor: Anchor) -> DateRange:
    """The period with the end opened that the word opens; a text vouches for nothing after its own day."""
    period = mention.period
    if word in {"since", "from"}:
        over = anchor.day is not None and period.first is not None and anchor.day < period.first
        return DateRange(first=period.first, last=None if over else anchor.day)
    if word in {"until", "till"}:
        return DateRange(first=None, last=period.last)
    if word == "before" and period.first:
        return DateRange(first=None, last=period.first - timedelta(days=1))
    if word == "after" and period.last:
        return DateRange(first=period.last + timedelta(days=1), last=None)
    return period
