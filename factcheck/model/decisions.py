"""What people decide on claims, kept apart from what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.model.report import VerdictLabel


class Tie(StrEnum):
    """How a decision stands to the evidence that counts now."""

    CURRENT = "current"  # it was made on this evidence
    STALE = "stale"  # it was made on other evidence, or on another wording of the claim
    UNTIED = "untied"  # it does not say on which evidence it was made


def find_tie(made_on: str, now: str) -> Tie:
    """Return how a decision that was made on one evidence, "" where nobody said on which, stands to that of now."""
    if not made_on:
        return Tie.UNTIED
    return Tie.CURRENT if made_on == now else Tie.STALE


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided on a claim, and why.

    `evidence` is the `evidence_id` of the verdict that it was made on, "" where nobody said.
    """

    claim: str
    decision: VerdictLabel
    reason: str
    by: str
    date: dt.date
    evidence: str = ""

    def tie(self, evidence_id: str) -> Tie:
        """Return how it stands to a verdict with this evidence."""
        return find_tie(self.evidence, evidence_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What people decided on one claim: the latest decision stands, the `earlier` ones are kept, oldest first."""

    standing: Decision
    tie: Tie
    earlier: tuple[Decision, ...] = ()
