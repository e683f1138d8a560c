"""The end of a report: how many claims got which verdict, what was skipped, what was not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import count, count_verdicts, date_or

if TYPE_CHECKING:
    from factcheck.model import Coverage, Report
    from factcheck.render.look import Symbols


def summarise(report: Report, symbols: Symbols) -> list[Line]:
    """Return the counts of a run, everything that was skipped with its reason, and the limits of the run."""
    lines = [
        Line(text=count_verdicts(report.verdicts, symbols), tone=Tone.STRONG),
        Line(text=_describe_record(report), lead="Record: "),
    ]
    lines += _listing("Skipped:", [f"{skipped.path}: {skipped.reason}" for skipped in report.skipped])
    lines += _listing("Not looked at, or only in part:", [*_gaps(report.coverage), *report.limits])
    identity = f"report {report.report_id} by factcheck {report.version}"
    return [*lines, Line(text=show_line(identity), tone=Tone.QUIET)]


def _describe_record(report: Report) -> str:
    coverage = report.coverage
    return (
        f"{count(coverage.documents, 'document')}, {count(coverage.sections, 'section')}, "
        f"{count(coverage.passages, 'passage')}, {coverage.own_voice_passages:,} of them in a document's own "
        f"voice; read as of {date_or(report.as_of, 'no date')}"
    )


def _gaps(coverage: Coverage) -> list[str]:
    gaps = []
    if coverage.furniture_blocks:
        gaps.append(f"{count(coverage.furniture_blocks, 'block')} of page furniture, never used as evidence")
    if coverage.undated_documents:
        gaps.append(f"{count(coverage.undated_documents, 'document')} without a publication date")
    if coverage.candidates_cut:
        gaps.append(f"candidate passages cut short for {count(coverage.candidates_cut, 'claim')}")
    return gaps


def _listing(heading: str, entries: list[str]) -> list[Line]:
    if not entries:
        return []
    return [
        Line(text=heading, tone=Tone.STRONG),
        *(Line(text=show_line(entry), lead="- ", indent=2) for entry in entries),
    ]
