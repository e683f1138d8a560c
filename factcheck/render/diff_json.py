"""What changed between two reports as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.diff import ClaimDifference, FieldChange, QuoteDifference, ReportDifferences, ReportName
    from factcheck.report.json_text import Json

DIFF_SCHEMA: Final = "factcheck.diff/1"


def render_diff(differences: ReportDifferences) -> str:
    """Return what changed between two reports as JSON."""
    return write_json(
        {
            "schema": DIFF_SCHEMA,
            "tool": {"name": "factcheck", "version": __version__},
            "old": _report(differences.old),
            "new": _report(differences.new),
            "changed": differences.changed,
            "same": differences.same,
            "claims": [_claim(one) for one in differences.claims],
            "documents": [
                {"path": one.path, "change": one.change.value, "fields": _fields(one.fields)}
                for one in differences.documents
            ],
            "run": _fields(differences.run),
            "beside": _fields(differences.beside),
        }
    )


def _report(name: ReportName) -> dict[str, Json]:
    return {"report_id": name.report_id, "version": name.version, "as_of": name.as_of}


def _claim(one: ClaimDifference) -> dict[str, Json]:
    return {
        "id": one.id,
        "text": one.text,
        "change": one.change.value,
        "was": one.was.value if one.was else None,
        "now": one.now.value if one.now else None,
        "why": one.why,
        "documents": list(one.documents),
        "reworded": _fields(one.reworded),
        "told": _fields(one.told),
        "quotes": [_quote(quote) for quote in one.quotes],
    }


def _quote(one: QuoteDifference) -> dict[str, Json]:
    return {
        "document": one.document,
        "document_change": one.document_change.value if one.document_change else None,
        "quote": one.quote,
        "was": one.was or None,
        "now": one.now or None,
        "fields": _fields(one.fields),
    }


def _fields(fields: Sequence[FieldChange]) -> list[Json]:
    return [{**asdict(one)} for one in fields]
