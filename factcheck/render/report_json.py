"""The report as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.json_text import write_json
from factcheck.report.rows import to_row
from factcheck.report.seal import seal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Report
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look


def make_json(look: Look) -> Renderer:
    """Return the renderer of JSON; a program's page has no look."""
    del look
    return render_json


def render_json(report: Report, *, width: int, similar: Sequence[tuple[Claim, float]] | None = None) -> str:
    """Return a report as JSON, whatever the width; `similar` holds claims worded alike with a likeness."""
    del width
    row = to_row(report, similar=similar)
    absent = {"similar_claims"} if similar is None else None
    return write_json(seal(row.model_dump(mode="json", by_alias=True, exclude=absent)))
