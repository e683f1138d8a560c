"""One verdict of a report as JSON, with what its rows say put in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.reasons import tell_aside, tell_flip, tell_gate, tell_reading, tell_weighing
from factcheck.report.json_text import write_json
from factcheck.report.rows import to_row

if TYPE_CHECKING:
    from factcheck.model import Finding, Report, Verdict
    from factcheck.report.json_text import Json

EXPLANATION_SCHEMA: Final = "factcheck.explanation/1"


def render_explanation(report: Report) -> str:
    """Return the one verdict of a report with the documents that it cites, as they have it, and with `told`.

    `told` has sentences: of each part how it was read and weighed, of the verdict what would make it another one, and
    why each quote that is listed as `context` was not counted, in the order there.
    """
    (verdict,) = report.verdicts
    row = to_row(report).model_dump(mode="json", by_alias=True)
    cited = {one.document for one in verdict.listed}
    content: dict[str, Json] = {
        **{name: row[name] for name in ("report_id", "tool", "config", "as_of", "limits")},
        "schema": EXPLANATION_SCHEMA,
        "record": [document for document in row["record"] if document["path"] in cited],
        "verdict": row["verdicts"][0],
        "told": _tell(verdict),
    }
    return write_json(content)


def _tell(verdict: Verdict) -> Json:
    return {
        "parts": [_tell_part(finding) for finding in verdict.parts],
        "flips": [tell_flip(flip) for flip in verdict.flips],
        "context": [
            tell_gate(one) or tell_aside(one, verdict.parts[one.part].weighing) or one.note for one in verdict.context
        ],
    }


def _tell_part(finding: Finding) -> Json:
    weighed = tell_weighing(finding.weighing) if finding.weighing else []
    return {"read": [*tell_reading(finding.part)], "weighed": [*weighed]}
