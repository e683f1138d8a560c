"""Time expressions as the periods they denote, resolved against the section's date."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.dates import CAPITAL_MONTHS, MONTHS, find_calendar_dates
from factcheck.lexicon import kept_with_lexicon
from factcheck.model import DateMention
from factcheck.reading.bounding import DAY_FIRST, bound_period
from factcheck.reading.hanging import find_hanging, hangs
from factcheck.reading.parts import find_parts
from factcheck.reading.ranges import LOOK_BACK, YEAR, find_ranges, nearest_year
from factcheck.reading.relative import find_relative
from factcheck.reading.streaks import find_streak
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

__all__ = ["Anchor", "find_periods", "find_streak", "hangs", "last_named"]

_WORD: Final = re.compile(r"[a-z]+")
_DIGIT: Final = re.compile(r"\d")
_MONTH_WORDS: Final = frozenset(MONTHS)
_PART_WORDS: Final = frozenset(
    "quarter half months spring summer autumn winter fall christmas boxing year halloween academic school q h".split()
)
_UNIT_WORDS: Final = _MONTH_WORDS | frozenset(
    "decade decades year years quarter month months fortnight weekend week weeks day days night morning afternoon"
    " evening period spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday".split()
)
_RELATIVE_WORDS: Final = frozenset(
    "ago earlier today tonight yesterday tomorrow now date far time start beginning".split()
)
_POINTED: Final = "last year"
"""What stands among the words of a text for a pointer with a unit."""

_RELATIVE_POINTERS: Final = frozenset("last this next previous current coming past on since".split())
_HANGING_WORDS: Final = frozenset("later earlier afterwards previously beforehand then within".split())
_HANGING_POINTERS: Final = frozenset("on before after that following next same previous preceding".split())
"""The words without one of which a finder finds nothing; a pointer needs a unit of time beside it."""

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

HANGING: Final = "counted from the date before it"
"""How the note of a date reads that hangs on another."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions resolve against: a day, in words where it comes from, and the date named before."""

    day: date | None
    source: str = ""
    before: DateRange | None = None


@kept_with_lexicon
@lru_cache(maxsize=4096)
def find_periods(text: str, anchor: Anchor) -> tuple[DateMention, ...]:
    """Find time expressions and return the periods that they denote, in order and without overlaps.

    An expression that needs an anchor is left out where there is none. "By 2016" denotes 2016: the state at
    its latest; "since 2008" and "from 2008" are open to the anchor; "2016/17" is a financial year.
    """
    words = frozenset(_WORD.findall(text.lower()))
    digit = _DIGIT.search(text) is not None
    units = bool(words & _UNIT_WORDS)
    words = words | {_POINTED} if units and words & _RELATIVE_POINTERS else words
    found: tuple[DateMention, ...] = ()
    for finder, wanted in _FINDERS:
        if words & wanted if wanted else digit:
            more = finder(text, anchor)
            found = _merge(found, sorted(more, key=lambda mention: mention.span)) if more else found
    if words & _HANGING_WORDS or (units and words & _HANGING_POINTERS):
        hanging = _hanging(text, anchor, found)
        found = _merge(hanging, list(found)) if hanging else found
    return tuple(_apart(bound_period(text, mention, anchor.day) for mention in found))


def last_named(dates: Sequence[DateMention], text: str) -> DateRange | None:
    """The period that a sentence leaves a reader with: the last it names, but for what it only compares with.

    So "the year before" is none, nor is the second year of "6.1 per cent in 2018, down from 7.4 per cent in 2016".
    """
    own = [one for one in dates if one.note != HANGING]
    named = [one for one in own if not _is_compared(one, text)] or own or list(dates)
    return named[-1].period if named else None


def _is_compared(date: DateMention, text: str) -> bool:
    """Whether a sentence sets a date beside its own: "from 7.4 per cent in 2016", "than in 2016"."""
    before = _CLAUSE_END.split(text[max(0, date.span.start - COMPARED_REACH) : date.span.start])[-1]
    return _COMPARED.search(before) is not None


COMPARED_REACH: Final = 60
"""Code points before a date among which what compares it stands."""

_CLAUSE_END: Final = re.compile(r"[;:]|[.,](?!\d)")
_COMPARED: Final = re.compile(r"\b(?:(?:from|against|compared (?:with|to))\b.*\d|than\b\D*\Z)", re.IGNORECASE)


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
            words = written.span.of(text)
            note = _tell_ambiguous(words) if written.year else f"{words} nearest to {anchor.source}"
            found.append(DateMention(span=written.span, period=period, note=note))
    return found


_FIGURES: Final = re.compile(r"(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.]\d{4}\Z")


def _tell_ambiguous(words: str) -> str:
    """What to say of a date in figures that reads otherwise where the month comes first; "" of any other."""
    figures = _FIGURES.match(words)
    if figures is None or int(figures["first"]) == int(figures["second"]):
        return ""
    either = int(figures["first"]) <= _MONTHS_OF_A_YEAR and int(figures["second"]) <= _MONTHS_OF_A_YEAR
    return f"{words} {DAY_FIRST}" if either else ""


_MONTHS_OF_A_YEAR: Final = 12


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


_SINCE: Final = re.compile(r"\bsince\s*\Z", re.IGNORECASE)


def _hanging(text: str, anchor: Anchor, found: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Find what hangs on a date: on the one before it in the sentence, or else on the one before the sentence.

    A date that something has lasted since is an aside: "Lee, who had chaired it since 2016, left that May".
    """
    told = [one for one in found if not _SINCE.search(text, max(0, one.span.start - 10), one.span.start)]
    ends = [one.span.end for one in told]

    def before(place: int) -> DateRange | None:
        here = bisect_right(ends, place)
        return told[here - 1].period if here else anchor.before

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


_FINDERS: Final = (
    (_parts, _PART_WORDS),
    (_ranges, frozenset[str]()),
    (_relative, _RELATIVE_WORDS | {_POINTED}),
    (_calendar, frozenset[str]()),
    (_years, frozenset[str]()),
    (_bare_months, _MONTH_WORDS),
)
"""What finds which sort of expression, the winner first, with the words of which it needs one; none: a digit."""
