"""What a record covers, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import count
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Amount, Stats
    from factcheck.report.json_text import Json

STATS_SCHEMA: Final = "factcheck.stats/1"

_BAR: Final = 24
"""Columns of the longest bar: a month's line then fits into eighty."""


def list_stats(stats: Stats) -> list[Line]:
    """Return the totals, a line a month with a bar of its passages, the silences, and the publishers."""
    total = stats.total
    counts = f"{count(total.documents, 'document')}, {count(stats.sections, 'section')}, "
    lines = [Line(text=f"{counts}{count(total.passages, 'passage')}, {stats.skipped:,} skipped", tone=Tone.STRONG)]
    lines += _table("Published:", {**stats.months, **stats.vague}, {"undated": stats.undated})
    if stats.silent:
        lines += [Line(), Line(text="Silent:", tone=Tone.STRONG)]
        lines += [Line(text=f"from {_month(one.first)} to {_month(one.last)}", lead="- ") for one in stats.silent]
    return [*lines, *_table("Publishers:", stats.publishers, {"not told": stats.unnamed})]


def render_stats(stats: Stats) -> str:
    """Return the same as JSON."""
    return write_json(
        {
            "schema": STATS_SCHEMA,
            "documents": stats.total.documents,
            "passages": stats.total.passages,
            "sections": stats.sections,
            "skipped": stats.skipped,
            "months": _rows(stats.months),
            "longer_periods": _rows(stats.vague),
            "undated": _row(stats.undated),
            "publishers": _rows(stats.publishers),
            "without_publisher": _row(stats.unnamed),
            "silent": [one.edtf for one in stats.silent],
        }
    )


def _table(heading: str, amounts: Mapping[str, Amount], rest: Mapping[str, Amount]) -> list[Line]:
    shown = {**amounts, **{name: one for name, one in rest.items() if one.documents}}
    if not shown:
        return []
    width = max(len(show_line(name)) for name in shown)
    most = max(one.passages for one in shown.values()) or 1
    return [
        Line(),
        Line(text=f"{heading:<{width + 2}}{'documents':>11}{'passages':>11}", tone=Tone.STRONG),
        *(
            Line(
                text=f"{one.documents:>11,}{one.passages:>11,}  {'▇' * -(-_BAR * one.passages // most)}".rstrip(),
                lead=f"{show_line(name):<{width}}",
                indent=2,
            )
            for name, one in shown.items()
        ),
    ]


def _rows(amounts: Mapping[str, Amount]) -> dict[str, Json]:
    return {name: _row(one) for name, one in amounts.items()}


def _row(amount: Amount) -> dict[str, Json]:
    return {"documents": amount.documents, "passages": amount.passages}


def _month(day: object) -> str:
    return str(day)[:7]
