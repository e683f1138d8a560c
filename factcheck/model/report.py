"""Findings, verdicts, reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.claims import Claim, SourceMatch
    from factcheck.model.judging import Evidence, Hit
    from factcheck.model.reading import Part
    from factcheck.model.record import Outline, Skipped
    from factcheck.values import DateRange


class VerdictLabel(StrEnum):
    """The five answers."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    INSUFFICIENT = "insufficient"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the eligible evidence says of one part; `read_as` is the part with what it leans on in the claim."""

    part: str
    read_as: str
    resolved: tuple[str, ...]
    label: VerdictLabel
    rule: str
    reason: str
    margin: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer on one claim with everything that led to it; evidence lists are strongest first."""

    claim: Claim
    said: SourceMatch
    label: VerdictLabel
    rule: str
    reason: str
    margin: float
    fragile: bool
    parts: tuple[Finding, ...] = ()
    supporting: tuple[Evidence, ...] = ()
    contradicting: tuple[Evidence, ...] = ()
    own_words: tuple[Evidence, ...] = ()
    context: tuple[Evidence, ...] = ()
    candidates_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All that a claim met on its way to its verdict: `hits` by part, `evidence` counted or not."""

    parts: tuple[Part, ...]
    hits: tuple[tuple[Hit, ...], ...]
    evidence: tuple[Evidence, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at: counts over the record and the claims."""

    documents: int
    sections: int
    passages: int
    own_voice_passages: int
    furniture_blocks: int
    undated_documents: int
    claims: int
    candidates_cut: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run."""

    report_id: str
    version: str
    config: dict[str, str]
    as_of: DateRange | None
    documents: tuple[Outline, ...]
    verdicts: tuple[Verdict, ...]
    skipped: tuple[Skipped, ...]
    coverage: Coverage
    limits: tuple[str, ...]
