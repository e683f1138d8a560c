"""How far back something is the highest or the lowest: "the highest since 2010", "a record low"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.model import Comparison, Slot

if TYPE_CHECKING:
    from factcheck.model import Reading

_TOP: Final = frozenset("highest biggest largest most greatest high number".split())
_WORDS: Final = "highest|biggest|largest|most|greatest|lowest|smallest|fewest|least"
_SINCE: Final = re.compile(
    rf"\b(?P<word>{_WORDS})\b[^.;,]{{0,50}}?\bsince\s+(?:\w+\s+){{0,2}}?(?P<year>(?:1[89]|20)\d\d)\b", re.IGNORECASE
)
_EVER: Final = re.compile(
    rf"\b(?P<word>{_WORDS})\b[^.;,]{{0,40}}?\b(?:ever|on\s+record|in\s+(?:its|their|the)\s+history|since\s+records\s+began)\b"
    r"|\brecord\s+(?P<record>high|low|number)\b",
    re.IGNORECASE,
)


class Extreme(NamedTuple):
    """Whether it is the top or the bottom, and since which year; None for ever."""

    top: bool
    since: int | None
    written: str


def compare_extreme(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare how far back each side says that something is the highest, or the lowest.

    "same" where the passage goes as far back as the claim, "other" where the claim says ever and the passage names the
    year since when, "short" where it goes less far or says no such thing; None where the claim says none.
    """
    mine = find_extreme(ours.text)
    if mine is None:
        return None
    other = find_extreme(theirs.text)
    if other is None or mine.top != other.top:
        return Comparison(slot=Slot.EXTREME, outcome="short", ours=mine.written, theirs=other.written if other else "")
    if mine.since is None and other.since is not None:
        outcome = "other"
    elif other.since is None or (mine.since is not None and other.since <= mine.since):
        outcome = "same"
    else:
        outcome = "short"
    return Comparison(slot=Slot.EXTREME, outcome=outcome, ours=mine.written, theirs=other.written)


@lru_cache(maxsize=1024)
def find_extreme(text: str) -> Extreme | None:
    """The first extreme of a sentence with how far back it goes."""
    ever = _EVER.search(text)
    if ever:
        word = (ever["word"] or ever["record"]).lower()
        return Extreme(word in _TOP, None, ever[0])
    since = _SINCE.search(text)
    return Extreme(since["word"].lower() in _TOP, int(since["year"]), since[0]) if since else None
