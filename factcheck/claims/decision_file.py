"""A decision more in a decisions file, of which not one character changes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from factcheck.claims.decisions import KEY, read_decisions
from factcheck.errors import FactcheckError, InputError
from factcheck.placed import Mapping, Sequence
from factcheck.placed.tree import read_tree
from factcheck.report.json_text import escape_json

if TYPE_CHECKING:
    from factcheck.model import Decision
    from factcheck.placed import Node

_INDENT: Final = 2
"""Spaces before the dashes of a list that is begun here."""

_PLAIN: Final = re.compile(r"(?!(?:true|false|null|yes|no|on|off|y|n)\Z)[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
"""Words that any reader of YAML takes for text, without quotation marks."""

_NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")
"""Code points that JSON may hold bare and YAML may not."""

_BOM: Final = "\ufeff"


def add_decision(content: str, decision: Decision, *, path: str) -> str:
    """Return the text of a decisions file, as it is and with a decision more at its end.

    What comes out is read again: it holds all that it held, and the new one.

    Raises:
        FaultsError: the file has faults.
        InputError: nothing can be added at its end, as where its list stands in brackets.
    """
    before = read_decisions(read_tree(content.removeprefix(_BOM)), path=path)
    end = "\r\n" if "\r\n" in content else "\n"
    lines = _write_entry(decision, indent=_find_indent(before.sheet.root))
    if not isinstance(before.sheet.root, Mapping):
        lines = [f"{KEY}:", *lines]
    start = "" if content in {"", _BOM} or content.endswith("\n") else end
    written = content + start + "".join(f"{line}{end}" for line in lines)
    try:
        after = read_decisions(read_tree(written.removeprefix(_BOM)), path=path).listed
    except FactcheckError:
        after = ()
    if after != (*before.listed, decision):
        entry = "; ".join(line.strip() for line in _write_entry(decision, indent=0))
        hint = f"list decisions under “{KEY}:”, each with “- claim: …” on a line of its own; this one is {entry}"
        raise InputError(f"{path}: nothing can be added at the end of this file", hint=hint)
    return written


def _find_indent(root: Node | None) -> int:
    """Return how far the dashes of the list stand in, which all must alike."""
    rows = next((value for _, value in root.entries), None) if isinstance(root, Mapping) else None
    if not isinstance(rows, Sequence) or not rows.items:
        return _INDENT
    return rows.place.column - 1


def _write_entry(decision: Decision, *, indent: int) -> list[str]:
    """Return the lines of a decision. Words are text in double quotation marks, where YAML reads as JSON does."""
    values = {
        "claim": decision.claim,
        "decision": decision.decision.value,
        "reason": decision.reason,
        "by": decision.by,
        "date": decision.date.isoformat(),
        "evidence": decision.evidence,
    }
    told = [f"{key}: {value if key == 'date' else _write(value)}" for key, value in values.items() if value]
    return [" " * indent + ("  " if number else "- ") + line for number, line in enumerate(told)]


def _write(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    written = escape_json(json.dumps(text, ensure_ascii=False))
    return _NO_CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
