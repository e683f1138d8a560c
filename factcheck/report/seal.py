"""The digest of a report, by which any alteration of it shows."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.report.json_text import Json

DIGEST: Final = "digest"
"""The field that holds it."""


def seal(content: Mapping[str, Json]) -> dict[str, Json]:
    """Return the content of a report with its digest."""
    return {**content, DIGEST: find_digest(content)}


def find_digest(content: Mapping[str, Json]) -> str:
    """Return the SHA-256 of all but the digest, as compact JSON with sorted keys in UTF-8."""
    rest = {name: value for name, value in content.items() if name != DIGEST}
    text = json.dumps(rest, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
