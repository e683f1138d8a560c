"""What an index keeps and returns, and which part of a record is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.values import DateRange


class Entry(NamedTuple):
    """What an index keeps of a passage.

    `here` and `nearby` are the stems of its words and of those of the sentence before, parted by spaces. Days are
    counted as `date.toordinal` does: `known` is that on which it came out with its document, 0 where nothing tells
    it; `first` to `last` are those on which its section may have come out, both 0 where nothing tells. `wording` is
    the same for all that is worded alike, `tie` a number from 0 up to 1 that orders what scores the same; both are
    made of the content alone.
    """

    number: int
    document: int
    here: str
    nearby: str
    known: int
    first: int
    last: int
    speaker: str
    publisher: str
    wording: int
    tie: float


class Ranked(NamedTuple):
    """A passage that an index found: its score, its wording and its number."""

    score: float
    wording: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The part of a record that is looked at; by default all of it.

    `as_of` leaves out what came out later, and keeps what has no date. `since` and `until` leave out what cannot
    have come out in between, and what has no date. `publishers` and `speakers` are names as the record has them, of
    which one must fit; None is any.
    """

    as_of: DateRange | None = None
    since: DateRange | None = None
    until: DateRange | None = None
    publishers: frozenset[str] | None = None
    speakers: frozenset[str] | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Scope()
