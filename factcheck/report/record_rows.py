"""Rows on the record and the speakers as a whole: what corrections took out of it, and own words that differ."""

from __future__ import annotations

from pydantic import AliasPath, Field

from factcheck.report.row import Period, Row


class RetiredRow(Row):
    """Where a passage stands that a correction retires."""

    start: int
    end: int


class CorrectionRow(Row):
    """A correction that stands in `document`, at `start` to `end`, and what became of it.

    It retires passages of the document that it `corrects`, which are worded alike; where it retires none, `reason` says
    why. `stated`: the user states it, and then there may be no words of its own.
    """

    document: str
    quote: str
    start: int = Field(validation_alias=AliasPath("span", "start"))
    end: int = Field(validation_alias=AliasPath("span", "end"))
    published: Period
    stated: bool
    corrects: str
    retired: list[RetiredRow]
    retired_quote: str
    reason: str


class OwnStatementRow(Row):
    """What a speaker said on one occasion: a claim by its id, or a quote of the record by where it stands."""

    words: str
    date: Period
    claim: str | None
    document: str | None
    start: int | None = Field(default=None, validation_alias=AliasPath("span", "start"))
    end: int | None = Field(default=None, validation_alias=AliasPath("span", "end"))


class DifferenceRow(Row):
    """How two of the statements differ, counted from 0: the rule, and what each of the two has."""

    first: int
    second: int
    rule: str
    ours: str
    theirs: str
    note: str


class InconsistencyRow(Row):
    """What a speaker said of one topic, in the order of time, where it differs; it moves no verdict."""

    speaker: str
    topic: str
    statements: list[OwnStatementRow]
    differences: list[DifferenceRow]
