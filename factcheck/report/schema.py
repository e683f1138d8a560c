"""The JSON Schema of a report, Draft 2020-12, as it ships and as it comes out of the rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from factcheck.report.json_text import Json

SHIPPED: Final = Path(__file__).parent / "report.schema.json"
"""The file in an installed package."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def read_schema() -> str:
    """Return the schema that ships, as JSON text."""
    return SHIPPED.read_text(encoding="utf-8")


def make_schema() -> dict[str, Json]:
    """Return the schema as it comes out of the rows; what ships must be the same.

    Names that it does not know are allowed, since a later minor version adds some.
    """
    from factcheck.report.rows import SCHEMA, ReportRow  # noqa: PLC0415 - who prints what ships needs none of it

    made: dict[str, Json] = ReportRow.model_json_schema(mode="serialization", by_alias=True)
    required = made["required"]
    if isinstance(required, list):  # it stands only in the answer to a single question
        required.remove("similar_claims")
    return {**made, "$schema": DIALECT, "$id": f"urn:{SCHEMA.replace('/', ':')}", "title": SCHEMA}
