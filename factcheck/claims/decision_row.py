"""One row of a decisions file, as pydantic checks it; every scalar arrives as text."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict

from factcheck.model import Decision, VerdictLabel
from factcheck.model.report import ID_DIGITS

_EVIDENCE: Final = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")


def read_day(text: str) -> date:
    """Return the day that a text names, as in 2018-06-14.

    Raises:
        ValueError: it names no day.
    """
    if _DAY.fullmatch(text.strip()):
        with suppress(ValueError):
            return date.fromisoformat(text.strip())
    raise ValueError(f"“{text}” is no day; write it as in 2018-06-14")


def _check_day(text: str) -> str:
    return read_day(text).isoformat()


def _check_filled(text: str) -> str:
    if text.strip():
        return text.strip()
    raise ValueError("it is empty")


def _check_evidence(text: str) -> str:
    if _EVIDENCE.fullmatch(text.strip()):
        return text.strip()
    told = f"of {ID_DIGITS} figures and letters, which a report has of each verdict"
    raise ValueError(f"“{text}” is no evidence_id, {told}")


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

Words = Annotated[str, AfterValidator(_check_filled)]
Day = Annotated[str, AfterValidator(_check_day)]


class DecisionRow(BaseModel):
    """A decision before it is one; without `evidence` it is tied to none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: Words
    decision: VerdictLabel
    reason: Words
    by: Words
    date: Day
    evidence: Annotated[str, AfterValidator(_check_evidence)] = ""

    def to_decision(self) -> Decision:
        """Return the decision that the row states."""
        return Decision(
            claim=self.claim,
            decision=self.decision,
            reason=self.reason,
            by=self.by,
            date=read_day(self.date),
            evidence=self.evidence,
        )
