"""Verdicts as JSON, one a line, for programs that take them as they come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from factcheck.report.json_text import escape_json
from factcheck.report.rows import VerdictRow

if TYPE_CHECKING:
    from factcheck.model import Report, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look
    from factcheck.values import DateRange

LINE_SCHEMA: Final = "factcheck.verdict/1"


def make_jsonl(look: Look) -> Renderer:
    """Return the renderer of JSON Lines; a program's page has no look."""
    del look
    return render_jsonl


def render_jsonl(report: Report, *, width: int) -> str:
    """Return the verdicts of a report, one a line, whatever the width."""
    del width
    lines = (render_line(one, report_id=report.report_id, as_of=report.as_of) for one in report.verdicts)
    return "".join(lines)


def render_line(verdict: Verdict, *, report_id: str, as_of: DateRange | None) -> str:
    """Return one verdict as a line: what it has in a report, with the schema, the report's id and its day."""
    row = VerdictRow.of(verdict).model_dump(mode="json", by_alias=True)
    told = {**row, "schema": LINE_SCHEMA, "report_id": report_id, "as_of": as_of.edtf if as_of else None}
    return escape_json(json.dumps(told, ensure_ascii=False, allow_nan=False, sort_keys=True)) + "\n"
