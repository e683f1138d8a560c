"""What the words before a date make of it: "since 2008", "four years before 2016", "the year to March"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from factcheck.reading.ranges import LOOK_BACK, YEAR
from factcheck.reading.relative import NUMBER, count_of, shift_period, stretch_to
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import DateMention

DAY_FIRST: Final = "read with the day first"
"""How the note of a date in figures ends that reads otherwise where the month comes first."""

_PLAIN_YEAR: Final = re.compile(YEAR)

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


def bound_period(text: str, mention: DateMention, day: date | None) -> DateMention:
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
        period, start = _opened(word, mention, day), lead.start("pre" if lead["pre"] else "word")
        told = mention.note and not mention.note.endswith(DAY_FIRST)
        if word == "from" and (told or _NO_BEGINNING.search(window[:start])):
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


def _opened(word: str, mention: DateMention, day: date | None) -> DateRange:
    """The period with the end opened that the word opens; a text vouches for nothing after its own day."""
    period = mention.period
    if word in {"since", "from"}:
        over = day is not None and period.first is not None and day < period.first
        return DateRange(first=period.first, last=None if over else day)
    if word in {"until", "till"}:
        return DateRange(first=None, last=period.last)
    if word == "before" and period.first:
        return DateRange(first=None, last=period.first - timedelta(days=1))
    if word == "after" and period.last:
        return DateRange(first=period.last + timedelta(days=1), last=None)
    return period
