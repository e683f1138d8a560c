"""What people decided, as the report has it."""

from __future__ import annotations

from pydantic import AliasPath, Field

from factcheck.model import Tie, VerdictLabel
from factcheck.report.row import Day, Row


class DecisionRow(Row):
    """What somebody decided on a claim; `evidence` is the `evidence_id` that it was made on, "" where none is told."""

    decision: VerdictLabel
    reason: str
    by: str
    date: Day
    evidence: str


class DecidedRow(DecisionRow):
    """The decision that stands, how it stands to the evidence as it is now, and the earlier ones, oldest first."""

    decision: VerdictLabel = Field(validation_alias=AliasPath("standing", "decision"))
    reason: str = Field(validation_alias=AliasPath("standing", "reason"))
    by: str = Field(validation_alias=AliasPath("standing", "by"))
    date: Day = Field(validation_alias=AliasPath("standing", "date"))
    evidence: str = Field(validation_alias=AliasPath("standing", "evidence"))
    tie: Tie
    earlier: list[DecisionRow]
