"""The end of a report: how many claims got which verdict, what was skipped, what was not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_line
from factcheck.render.lines import UNLIMITED, Line, Tone
from factcheck.render.wording import count, count_verdicts, date_or

if TYPE_CHECKING:
    from factcheck.model import Coverage, Report
    from factcheck.render.look import Symbols


MOST_SKIPPED: Final = 20
"""Files named on a terminal that were not looked at: a record of thousands would leave nothing else on the screen. A
pipe and JSON have them all."""


def summarise(report: Report, symbols: Symbols, *, width: int = UNLIMITED) -> list[Line]:
    """Return the counts of a run, what was skipped with its reason, and the limits of the run.

    A page without an edge gets everything that was skipped, a terminal the first, and how many more there are.
    """
    skipped = [f"{skipped.path}: {skipped.reason}" for skipped in report.skipped]
    if width != UNLIMITED and len(skipped) > MOST_SKIPPED:
        more = len(skipped) - MOST_SKIPPED
        skipped[MOST_SKIPPED:] = [f"and {more:,} more, which a pipe or a file gets: factcheck verify | less"]
    lines = [
        Line(text=count_verdicts(report.verdicts, symbols), tone=Tone.STRONG),
        Line(
            text=f"{describe_record(report.coverage)}; read as of {date_or(report.as_of, 'no date')}", lead="Record: "
        ),
    ]
    lines += _listing("Skipped:", skipped)
    lines += _listing("Corrections:", describe_corrections(report, symbols, width))
    lines += _listing("Not looked at, or only in part:", [*list_gaps(report.coverage), *report.limits])
    identity = f"report {report.report_id} by factcheck {report.version}"
    return [*lines, Line(text=show_line(identity), tone=Tone.QUIET)]


def describe_record(coverage: Coverage) -> str:
    """Return what the record holds."""
    return (
        f"{count(coverage.documents, 'document')}, {count(coverage.sections, 'section')}, "
        f"{count(coverage.passages, 'passage')}, {coverage.own_voice_passages:,} of them in a document's own voice"
    )


def describe_corrections(report: Report, symbols: Symbols, width: int) -> list[str]:
    """Return what each correction retires, and of the others how many retire nothing: a pipe is told why of each."""
    retiring = [one for one in report.corrections if one.retired]
    told = [
        f"{one.document} corrects {one.corrects}, where it retires {symbols.quote(one.retired_quote)}"
        for one in retiring
    ]
    idle = [one for one in report.corrections if not one.retired]
    if width == UNLIMITED:
        return [*told, *(f"{one.document} retires nothing: {one.reason}" for one in idle)]
    return [*told, *([f"{count(len(idle), 'other')} that could not be tied to one passage"] if idle else [])]


def list_gaps(coverage: Coverage) -> list[str]:
    """Return what was not looked at, or only in part, by its counts."""
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
