"""The rows of a report as the nouns of the field again, to reach a verdict from what was written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.dates import parse_edtf
from factcheck.model import Claim, Evidence, PartRead, Skipped, Weight
from factcheck.values import Span

if TYPE_CHECKING:
    from factcheck.report.rows import ClaimRow, EvidenceRow, PartRow, SkippedRow
    from factcheck.values import DateRange


def to_claim(row: ClaimRow) -> Claim:
    """Return the claim of a row.

    Raises:
        ValueError: a date of it is none.
    """
    return Claim(
        id=row.id,
        text=row.text,
        quote=row.quote,
        speaker=row.speaker,
        date=to_period(row.date),
        source=row.source,
        topics=tuple(row.topics),
        about=to_period(row.about),
    )


def to_part(row: PartRow) -> PartRead:
    """Return how a part was read.

    Raises:
        ValueError: the period that it speaks of is none.
    """
    return PartRead(
        text=row.part,
        read_as=row.read_as,
        resolved=tuple(row.resolved),
        force=row.force,
        cue=row.cue,
        note=row.note,
        about=to_period(row.about),
        about_from=row.about_from,
        names=tuple(row.names),
        quantities=tuple(row.quantities),
        grades=tuple(row.grades),
    )


def to_evidence(row: EvidenceRow) -> Evidence:
    """Return the evidence of a row; its score is the sum of its weights, whatever the row says.

    Raises:
        ValueError: a date of it is none.
    """
    return Evidence(
        document=row.document,
        quote=row.quote,
        span=Span(row.start, row.end),
        stance=row.stance,
        eligibility=row.eligibility,
        rule=row.rule,
        page=row.page,
        time=row.time,
        row=row.row,
        published=to_period(row.published),
        about=to_period(row.about),
        speaker=row.speaker,
        attribution=row.attribution,
        resolved=tuple(row.resolved),
        interested=row.interested,
        origin=row.origin,
        shared=row.shared,
        weights=tuple(Weight(one.name, one.level, one.value, one.ours, one.theirs) for one in row.weights),
        gate=row.gate,
        needed=row.needed,
        there=row.there,
        note=row.note,
        part=row.part,
        prefix=row.prefix,
        suffix=row.suffix,
    )


def to_skipped(row: SkippedRow) -> Skipped:
    """Return what was skipped."""
    return Skipped(path=row.path, reason=row.reason)


def to_period(written: str | None) -> DateRange | None:
    """Return a date or a period as a report has it.

    Raises:
        ValueError: it is none, or is not written as a report writes it.
    """
    if written is None:
        return None
    period = parse_edtf(written)
    if period.edtf != written:
        raise ValueError(f"“{written}” is written {period.edtf} in a report")
    return period
