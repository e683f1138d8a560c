"""A speaker's own words over time, where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.values import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStatement:
    """What a speaker said on one occasion: a claim, by its id, or a quote of the record, at a span of its document.

    Of a claim, `document` is the source that it names, and it has no span.
    """

    words: str
    date: DateRange | None = None
    claim: str | None = None
    document: str | None = None
    span: Span | None = None

    @property
    def place(self) -> tuple[bool, str, bool, str, str, Span | None]:
        """What statements are ordered by: when they were said, and then where they stand."""
        dated = (self.date is None, str(self.date or ""))
        return (*dated, self.claim is None, self.claim or "", self.document or "", self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How two statements of one topic differ, by their places in it: the rule, and what each of the two has."""

    first: int
    second: int
    rule: str
    ours: str = ""
    theirs: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """What a speaker said of one topic, in the order of time, where it differs. It moves no verdict.

    `topic` are the words that all of the statements share, "" where they share none.
    """

    speaker: str
    topic: str
    statements: tuple[OwnStatement, ...]
    differences: tuple[Difference, ...]
