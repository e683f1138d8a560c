"""A report that was read back, as the nouns that it was written of.

What no row holds is not there: the sections of a document are one, without a text, and where a claim stands in its
source is unknown.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.model import (
    Correction,
    Counted,
    Coverage,
    Dated,
    Decided,
    Decision,
    Difference,
    Fact,
    Finding,
    Flip,
    Inconsistency,
    Outline,
    OwnStatement,
    Report,
    SectionOutline,
    SourceMatch,
    Verdict,
    Weighing,
)
from factcheck.report.nouns import to_claim, to_evidence, to_part, to_period, to_skipped
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Evidence
    from factcheck.report.decision_rows import DecidedRow, DecisionRow
    from factcheck.report.record_rows import CorrectionRow, InconsistencyRow, OwnStatementRow
    from factcheck.report.rows import (
        CountedRow,
        CoverageRow,
        DocumentRow,
        EvidenceRow,
        FlipRow,
        PartRow,
        ReportRow,
        VerdictRow,
        WeighingRow,
    )


def to_report(row: ReportRow) -> Report:
    """Return a report as it was before it was written; what a later minor version added is left out.

    Raises:
        ValueError: a date is none.
    """
    return Report(
        report_id=row.report_id,
        version=row.tool.version,
        config=dict(row.config),
        as_of=to_period(row.as_of),
        documents=tuple(_to_outline(one) for one in row.record),
        verdicts=tuple(to_verdict(one) for one in row.verdicts),
        skipped=tuple(to_skipped(one) for one in row.skipped),
        coverage=_to_coverage(row.coverage),
        limits=tuple(row.limits),
        corrections=tuple(_to_correction(one) for one in row.corrections),
        self_consistency=tuple(_to_inconsistency(one) for one in row.self_consistency),
    )


def to_verdict(row: VerdictRow) -> Verdict:
    """Return a verdict as it was before it was written.

    Raises:
        ValueError: a date is none.
    """
    return Verdict(
        claim=to_claim(row.claim),
        said=SourceMatch(said=row.said, difference=row.said_difference),
        label=row.verdict,
        rule=row.rule,
        reason=row.reason,
        margin=row.margin,
        fragile=row.fragile,
        flips=tuple(_to_flip(one) for one in row.flips),
        parts=tuple(to_finding(one) for one in row.parts),
        supporting=_to_side(row.supporting),
        contradicting=_to_side(row.contradicting),
        own_words=_to_side(row.own_words),
        context=_to_side(row.context),
        candidates_cut=row.candidates_cut,
        decided=_to_decided(row.decision, row.claim.id) if row.decision else None,
    )


def to_finding(row: PartRow) -> Finding:
    """Return what was found of one part."""
    weighing = _to_weighing(row.weighing) if row.weighing else None
    return Finding(
        part=to_part(row), label=row.verdict, rule=row.rule, reason=row.reason, margin=row.margin, weighing=weighing
    )


def _to_side(rows: Iterable[EvidenceRow]) -> tuple[Evidence, ...]:
    return tuple(to_evidence(one) for one in rows)


def _to_weighing(row: WeighingRow) -> Weighing:
    return Weighing(
        supporting=tuple(_to_counted(one) for one in row.supporting),
        contradicting=tuple(_to_counted(one) for one in row.contradicting),
        enough=row.enough,
        outweighs=row.outweighs,
    )


def _to_counted(row: CountedRow) -> Counted:
    return Counted(origin=row.origin, quote=row.quote, score=row.score)


def _to_flip(row: FlipRow) -> Flip:
    return Flip(kind=row.kind, without=tuple(row.without), verdict=row.verdict, now=row.now, then=row.then)


def _to_outline(row: DocumentRow) -> Outline:
    published = Dated(value=to_period(row.published), basis=row.published_basis, source=row.published_from)
    return Outline(
        path=row.path,
        sha256=row.sha256,
        text_sha256=row.text_sha256,
        reader=row.reader,
        title=Fact(value=row.title),
        publisher=Fact(value=row.publisher),
        author=Fact(value=row.author),
        published=published,
        url=Fact(value=row.url),
        kind=row.kind,
        kind_basis=row.kind_basis,
        sections=(_stand_in(published, row.passages),),
    )


def _stand_in(published: Dated, passages: int) -> SectionOutline:
    """One section for all that a document has."""
    return SectionOutline(
        span=Span(0, 0),
        heading=None,
        published=published,
        author=Fact(),
        blocks=0,
        furniture=0,
        passages=passages,
        own_voice=0,
    )


def _to_decided(row: DecidedRow, claim: str) -> Decided:
    earlier = tuple(_to_decision(one, claim) for one in row.earlier)
    return Decided(standing=_to_decision(row, claim), tie=row.tie, earlier=earlier)


def _to_decision(row: DecisionRow, claim: str) -> Decision:
    return Decision(
        claim=claim,
        decision=row.decision,
        reason=row.reason,
        by=row.by,
        date=date.fromisoformat(row.date),
        evidence=row.evidence,
    )


def _to_correction(row: CorrectionRow) -> Correction:
    return Correction(
        document=row.document,
        span=Span(row.start, row.end),
        quote=row.quote,
        published=to_period(row.published),
        stated=row.stated,
        corrects=row.corrects,
        retired=tuple(Span(one.start, one.end) for one in row.retired),
        retired_quote=row.retired_quote,
        reason=row.reason,
    )


def _to_inconsistency(row: InconsistencyRow) -> Inconsistency:
    return Inconsistency(
        speaker=row.speaker,
        topic=row.topic,
        statements=tuple(_to_statement(one) for one in row.statements),
        differences=tuple(
            Difference(
                first=one.first, second=one.second, rule=one.rule, ours=one.ours, theirs=one.theirs, note=one.note
            )
            for one in row.differences
        ),
    )


def _to_statement(row: OwnStatementRow) -> OwnStatement:
    span = Span(row.start, row.end) if row.start is not None and row.end is not None else None
    return OwnStatement(words=row.words, date=to_period(row.date), claim=row.claim, document=row.document, span=span)


def _to_coverage(row: CoverageRow) -> Coverage:
    return Coverage(
        documents=row.documents,
        sections=row.sections,
        passages=row.passages,
        own_voice_passages=row.own_voice_passages,
        furniture_blocks=row.furniture_blocks,
        undated_documents=row.undated_documents,
        claims=row.claims,
        candidates_cut=row.candidates_cut,
    )
