"""The report as it is written down: names that do not change, every quote, every weight, nothing cut.

Each row reads the fields of a noun of the model by name, so that a field that is missing there fails here, and its own
names where it is read from a file. Offsets are code points into the document's text, and `text[start:end] == quote`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from pydantic import AliasPath, Field

from factcheck.model import (
    Basis,
    DocumentKind,
    Eligibility,
    FlipKind,
    Force,
    Said,
    Stance,
    VerdictLabel,
)
from factcheck.report.decision_rows import DecidedRow
from factcheck.report.record_rows import CorrectionRow, InconsistencyRow
from factcheck.report.row import Period, Row, Sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Report

FAMILY: Final = "factcheck.report"
MAJOR: Final = 1
SCHEMA: Final = f"{FAMILY}/{MAJOR}"
"""The contract that a report keeps; a later minor version, as in "factcheck.report/1.2", only adds to it."""


class DocumentRow(Row):
    """A document; `published_from` is what its date was read from, null where there is no date."""

    path: str
    sha256: str
    text_sha256: str
    reader: str
    title: str | None = Field(validation_alias=AliasPath("title", "value"))
    publisher: str | None = Field(validation_alias=AliasPath("publisher", "value"))
    author: str | None = Field(validation_alias=AliasPath("author", "value"))
    url: str | None = Field(validation_alias=AliasPath("url", "value"))
    published: Period = Field(validation_alias=AliasPath("published", "value"))
    published_basis: Basis = Field(validation_alias=AliasPath("published", "basis"))
    published_from: str = Field(validation_alias=AliasPath("published", "source"))
    kind: DocumentKind
    kind_basis: Basis
    passages: int


class ClaimRow(Row):
    """A claim as it was given, its dates as ISO 8601 or EDTF."""

    id: str
    text: str
    quote: str | None
    speaker: str | None
    date: Period
    source: str | None
    about: Period
    topics: list[str]


class WeightRow(Row):
    """One comparison's contribution, with what the claim has and what the passage has."""

    name: str
    level: str
    value: Sum
    ours: str
    theirs: str


class EvidenceRow(Row):
    """A quote with everything that made it count or not; `part` counts the claim's parts from 0.

    `shared` is the longest run of words that its document has in common with another of the same origin. `prefix` and
    `suffix` are what stands right before and behind the quote: the three together stand in one place only. Of what a
    `gate` stopped, `needed` is what it asked for and `there` what it met.
    """

    document: str
    quote: str
    prefix: str
    suffix: str
    start: int = Field(validation_alias=AliasPath("span", "start"))
    end: int = Field(validation_alias=AliasPath("span", "end"))
    page: int | None
    time: str
    row: int | None
    published: Period
    about: Period
    speaker: str | None
    attribution: str
    resolved: list[str]
    interested: bool
    eligibility: Eligibility
    stance: Stance
    origin: str
    shared: str
    score: Sum
    weights: list[WeightRow]
    rule: str
    gate: str
    needed: str
    there: str
    note: str
    part: int


class CountedRow(Row):
    """What one origin adds to a side: the score of its best quote, which is called document:start-end."""

    origin: str
    quote: str
    score: Sum


class WeighingRow(Row):
    """What speaks for a part and what against it, origin by origin, and the thresholds by which it was weighed."""

    supporting: list[CountedRow]
    contradicting: list[CountedRow]
    enough: Sum
    outweighs: Sum


class PartRow(Row):
    """What the eligible evidence says of one part of a claim, and how the part was read.

    `part` stands in the claim and `read_as` is that with what it leans on there; `about` is the period it speaks of.
    `weighing` is null where it cannot be checked.
    """

    part: str = Field(validation_alias=AliasPath("part", "text"))
    read_as: str = Field(validation_alias=AliasPath("part", "read_as"))
    resolved: list[str] = Field(validation_alias=AliasPath("part", "resolved"))
    force: Force = Field(validation_alias=AliasPath("part", "force"))
    cue: str = Field(validation_alias=AliasPath("part", "cue"))
    note: str = Field(validation_alias=AliasPath("part", "note"))
    about: Period = Field(validation_alias=AliasPath("part", "about"))
    about_from: str = Field(validation_alias=AliasPath("part", "about_from"))
    names: list[str] = Field(validation_alias=AliasPath("part", "names"))
    quantities: list[str] = Field(validation_alias=AliasPath("part", "quantities"))
    grades: list[str] = Field(validation_alias=AliasPath("part", "grades"))
    verdict: VerdictLabel = Field(validation_alias="label")
    rule: str
    reason: str
    margin: Sum
    weighing: WeighingRow | None


class FlipRow(Row):
    """The smallest change of one kind that would alter the verdict: what is taken away, or how a threshold is moved."""

    kind: FlipKind
    without: list[str]
    verdict: VerdictLabel
    now: Sum | None
    then: Sum | None


class VerdictRow(Row):
    """The answer on one claim; evidence is strongest first, `context` was considered and did not count.

    `decision` is what people decided, apart from the answer; `evidence_id` changes when what counted does.
    """

    claim: ClaimRow
    said: Said = Field(validation_alias=AliasPath("said", "said"))
    said_difference: str = Field(validation_alias=AliasPath("said", "difference"))
    verdict: VerdictLabel = Field(validation_alias="label")
    margin: Sum
    fragile: bool
    flips: list[FlipRow]
    rule: str
    reason: str
    parts: list[PartRow]
    supporting: list[EvidenceRow]
    contradicting: list[EvidenceRow]
    own_words: list[EvidenceRow]
    context: list[EvidenceRow]
    candidates_cut: bool
    evidence_id: str
    decision: DecidedRow | None = Field(validation_alias="decided")


class SkippedRow(Row):
    """What was not checked, and why."""

    path: str
    reason: str


class CoverageRow(Row):
    """What was looked at, in counts."""

    documents: int
    sections: int
    passages: int
    own_voice_passages: int
    furniture_blocks: int
    undated_documents: int
    claims: int
    candidates_cut: int


class ToolRow(Row):
    """The program that wrote the report."""

    name: Literal["factcheck"] = "factcheck"
    version: str


class SimilarRow(Row):
    """A claim that is worded like the one asked about; `likeness` is 0 to 100 and decides nothing."""

    claim: ClaimRow
    likeness: Sum


class ReportRow(Row):
    """One run. `similar_claims` is there only where one claim was asked about.

    `digest` is the SHA-256 of all the rest, as compact JSON with sorted keys: it shows that nothing was altered since.
    """

    schema_name: str = Field(default=SCHEMA, serialization_alias="schema", pattern=rf"^{FAMILY}/{MAJOR}(\.\d+)?$")
    digest: str = ""
    report_id: str
    tool: ToolRow
    config: dict[str, str]
    as_of: Period
    record: list[DocumentRow]
    verdicts: list[VerdictRow]
    skipped: list[SkippedRow]
    coverage: CoverageRow
    limits: list[str]
    corrections: list[CorrectionRow] = Field(default_factory=list)
    self_consistency: list[InconsistencyRow] = Field(default_factory=list)
    similar_claims: list[SimilarRow] | None = None


def to_row(report: Report, *, similar: Sequence[tuple[Claim, float]] | None = None) -> ReportRow:
    """Return a report as the rows that JSON holds."""
    return ReportRow(
        report_id=report.report_id,
        tool=ToolRow(version=report.version),
        config=report.config,
        as_of=report.as_of.edtf if report.as_of else None,
        record=[DocumentRow.of(document) for document in report.documents],
        verdicts=[VerdictRow.of(verdict) for verdict in report.verdicts],
        skipped=[SkippedRow.of(skipped) for skipped in report.skipped],
        coverage=CoverageRow.of(report.coverage),
        limits=list(report.limits),
        corrections=[CorrectionRow.of(correction) for correction in report.corrections],
        self_consistency=[InconsistencyRow.of(one) for one in report.self_consistency],
        similar_claims=None if similar is None else [_to_similar(*pair) for pair in similar],
    )


def _to_similar(claim: Claim, likeness: float) -> SimilarRow:
    return SimilarRow(claim=ClaimRow.of(claim), likeness=likeness)
