"""JSON text: keys sorted, characters unescaped apart from those that a terminal would obey."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

Json = Mapping[str, "Json"] | list["Json"] | str | int | float | bool | None
"""What JSON can hold."""

_OVERRIDES: Final = "\u202a-\u202e\u2066-\u2069"
_LINE_SEPARATORS: Final = "\u2028\u2029"
_SURROGATES: Final = "\ud800-\udfff"  # half characters: no encoding can carry them
OBEYED: Final = rf"\x7f-\x9f{_LINE_SEPARATORS}{_OVERRIDES}{_SURROGATES}"
"""Characters, as a range of a pattern, that a terminal would obey though JSON and text files allow them."""

_FOR_JSON: Final = re.compile(rf"[{OBEYED}]")


def write_json(content: Json) -> str:
    """Return JSON indented by two spaces and ending in a newline; the same content gives the same bytes."""
    return escape_json(json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)) + "\n"


def escape_json(written: str) -> str:
    r"""Escape, in finished JSON, the characters that JSON allows bare and a terminal would obey.

    They can stand only inside strings there, so the JSON still holds exactly the same text.

    >>> escape_json('"\u202e"')
    '"\\u202e"'
    """
    return _FOR_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
