"""Which of a row somebody or something is: "the first woman to lead it", "the third-largest city"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.model import Comparison, Slot
from factcheck.text import stem, tokenize

if TYPE_CHECKING:
    from factcheck.model import Reading

_NTH: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
_COPULAS: Final = frozenset("is was are were be been being become became becomes remain remains remained".split())
_COPULA_REACH: Final = 4
"""Words before an ordinal among which what makes it a statement of rank stands: "became only the second woman"."""

_TIMES: Final = frozenset("year month week day quarter half season time decad".split())
"""Stems of what is counted in time: the second year of one thing is the third of another."""


_VINTAGE: Final = re.compile(r"\b(?:is|was)\s+an?\s+(?P<year>(?:1[5-9]|20)\d\d)\s+(?P<noun>[a-z]+)\b(?!\s+[a-z]+ed\b)")
"""A year that is a part of what something is: "is a 1930 comedy", "was a 2015 report"."""


class Rank(NamedTuple):
    """A place in a row, and the stem of what stands in the row."""

    place: int
    of: str
    written: str


def compare_rank(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare places in a row of the same things, or the year that is a part of what something is.

    "same", "other" (place) or "other-year"; None where the two sides speak of no such thing.
    """
    year = _VINTAGE.search(ours.text)
    told = _VINTAGE.search(theirs.text) if year else None
    if year and told and stem(year["noun"].lower()) == stem(told["noun"].lower()):
        outcome = "same" if year["year"] == told["year"] else "other-year"
        return Comparison(slot=Slot.RANK, outcome=outcome, ours=year["year"], theirs=told["year"])
    mine = find_ranks(ours.text)
    pairs = [(one, other) for one in mine for other in find_ranks(theirs.text) if one.of == other.of]
    if not pairs:
        return None
    outcome = "same" if any(one.place == other.place for one, other in pairs) else "other"
    one, other = pairs[0]
    return Comparison(slot=Slot.RANK, outcome=outcome, ours=one.written, theirs=other.written)


@kept_with_lexicon
@lru_cache(maxsize=1024)
def find_ranks(text: str) -> tuple[Rank, ...]:
    """Return the places in rows that a sentence says somebody or something has, by "is", "became" and the like."""
    found = []
    ordinals = load_lexicon().numerals.ordinals
    tokens = tokenize(text)
    for place, token in enumerate(tokens[:-1]):
        nth = _NTH.match(token.lower)
        number = int(nth[1]) if nth else ordinals.get(token.lower, 0)
        before = {one.lower for one in tokens[max(0, place - _COPULA_REACH) : place]}
        follows = tokens[place + 1]
        if number and before & _COPULAS and follows.stem not in _TIMES and follows.lower not in {"of", "and", "in"}:
            found.append(Rank(number, follows.stem, f"{token.text} {follows.text}"))
    return tuple(found)
