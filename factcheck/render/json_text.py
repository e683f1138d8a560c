"""JSON text: keys sorted, characters unescaped apart from those that a terminal would obey."""

from __future__ import annotations

import json
from collections.abc import Mapping

from factcheck.render.harmless import escape_json

Json = Mapping[str, "Json"] | list["Json"] | str | int | float | bool | None
"""What JSON can hold."""


def write_json(content: Json) -> str:
    """Return JSON indented by two spaces and ending in a newline; the same content gives the same bytes."""
    return escape_json(json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)) + "\n"
