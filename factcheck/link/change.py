"""By how much something changed: a share that the claim states, against the two figures of the passage."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.lexicon import load_lexicon
from factcheck.link.topic import weight_of
from factcheck.model import Comparison, Slot
from factcheck.names import name_words
from factcheck.text import stem
from factcheck.values import Bound, Quantity, compare_quantities

if TYPE_CHECKING:
    from factcheck.model import QuantityMention, Reading

UP: Final = "@rise"
DOWN: Final = "@fall"

_TIMES: Final = {"halv": -50, "doubl": 100, "trebl": 200, "tripl": 200, "quadrupl": 300}
"""Stems of verbs that state a change, in percent."""

_FROM: Final = re.compile(
    r"\bfrom\s+(?:(?:about|around|some|nearly|almost|just|over|under|more|less|than|a)\s+)*\Z", re.IGNORECASE
)
_TO: Final = re.compile(
    r"[^.;,]{0,60}?\bto\s+(?:(?:about|around|some|nearly|almost|just|over|under|more|less|than|a)\s+)*\Z", re.IGNORECASE
)
_BY: Final = re.compile(
    r"\bby\s+(?:(?:about|around|some|nearly|almost|just|over|under|more|less|than|at|least|up|to|a)\s+)*\Z",
    re.IGNORECASE,
)
_HUNDRED: Final = Decimal(100)
_TENTH: Final = Decimal("0.1")


class Change(NamedTuple):
    """A change by a share of percent; of two figures also what they are of, and where the first begins."""

    size: Quantity
    falls: bool
    written: str
    key: str = ""
    start: int = 0


def compare_change(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare the change that a claim states as a share with the one that the passage's two figures come to.

    "opposed" where one rose and the other fell, else how the shares compare; None where a side states no change, or
    the two figures are of something that the claim does not speak of.
    """
    stated = find_stated(ours)
    told = find_told(theirs) if stated else None
    if stated is None or told is None or told.key not in ours.keys or _is_of_another(ours, theirs, told):
        return None
    outcome = "opposed" if stated.falls != told.falls else compare_quantities(stated.size, told.size).value
    note = f"{told.written} is {'-' if told.falls else '+'}{told.size.low} % against {stated.written}"
    return Comparison(slot=Slot.CHANGE, outcome=outcome, ours=stated.written, theirs=told.written, note=note)


def _is_of_another(ours: Reading, theirs: Reading, told: Change) -> bool:
    """Whether what stands before the figures narrows them to something that the claim does not name, or to a part."""
    known = {word for name in ours.names for word in name_words(name.name)}
    verbs = load_lexicon().measure_verbs
    terms = [term for term in theirs.terms if term.span.end <= told.start]
    return any(
        term.key not in ours.keys and weight_of(term.key) == 1.0 and not {term.key, stem(term.surface.lower())} & verbs
        for term in terms
    ) or any(not known.issuperset(name_words(name.name)) for name in theirs.names if name.span.end <= told.start)


def find_stated(reading: Reading) -> Change | None:
    """The change that a sentence states as a share: "cut leakage by a tenth", "its debt halved"."""
    for term in reading.terms:
        if term.key in _TIMES and not term.negated:
            share = Decimal(_TIMES[term.key])
            size = Quantity(low=abs(share), high=abs(share), unit="percent", bound=Bound.ABOUT, digits=2)
            return Change(size, falls=share < 0, written=term.surface)
    moves = {term.key for term in reading.terms if term.key in {UP, DOWN} and not term.negated}
    by = [one for one in reading.quantities if one.quantity.unit == "percent" and _follows(_BY, one, reading)]
    if len(moves) != 1 or len(by) != 1:
        return None
    return Change(by[0].quantity, falls=moves == {DOWN}, written=by[0].span.of(reading.text))


def find_told(reading: Reading) -> Change | None:
    """The change that two figures of a sentence come to: "fell from 148 megalitres a day to 131"."""
    for first, last in zip(reading.quantities, reading.quantities[1:], strict=False):
        between = reading.text[first.span.end : last.span.start]
        fits = last.quantity.unit == first.quantity.unit or last.quantity.counted
        if not fits or not first.measure or not _follows(_FROM, first, reading) or not _TO.match(between):
            continue
        a, b = first.quantity.low, last.quantity.low
        exact = first.quantity.high == a and last.quantity.high == b and a > 0 and first.quantity.unit != "percent"
        if not exact or a == b:
            continue
        share = (abs(b - a) / a * _HUNDRED).quantize(_TENTH)
        size = Quantity(low=share, high=share, unit="percent", digits=3)
        written = f"{first.span.of(reading.text)} to {last.span.of(reading.text)}"
        return Change(size, falls=b < a, written=written, key=first.measure[0], start=first.span.start)
    return None


def _follows(pattern: re.Pattern[str], mention: QuantityMention, reading: Reading) -> bool:
    return pattern.search(reading.text[: mention.span.start]) is not None
