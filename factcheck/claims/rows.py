"""A tree of a claims file → claims: the door where every row is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import ValidationError

from factcheck.claims.row import FILL_IN, ROW_KEYS, ClaimRow, UnfitError, suggest_id
from factcheck.near import suggest
from factcheck.placed import Mapping, Node, Place, Refused, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from factcheck.errors import Fault
    from factcheck.model import Claim


def read_claims(root: Node) -> tuple[list[Claim], list[Fault]]:
    """Read the claims under `claims:`; the faults of all rows at once, in no set order."""
    if isinstance(root, Refused):
        return [], []
    if not isinstance(root, Mapping):
        hint = "begin the file with “claims:” and list the claims under it"
        return [], [root.place.fault("the file has no “claims” list", hint=hint)]
    faults: list[Fault] = []
    top = _keyed(root, known=("claims",), faults=faults)
    rows = top.get("claims")
    if isinstance(rows, Sequence) and rows.items:
        return _read_rows(rows, faults=faults), faults
    if not isinstance(rows, Refused):
        place = rows.place if rows else root.place
        hint = "write “claims:” and under it “- id: …” and “text: …” for each claim"
        faults.append(place.fault(_why_no_list(rows), hint=hint))
    return [], faults


def _why_no_list(rows: Node | None) -> str:
    if rows is None:
        return "the file has no “claims” list"
    if isinstance(rows, Sequence) or (isinstance(rows, Scalar) and _value(rows) is None):
        return "“claims” lists no claims"
    return "“claims” must be a list"


def _read_rows(rows: Sequence, *, faults: list[Fault]) -> list[Claim]:
    claims: list[Claim] = []
    first: dict[str, Place] = {}
    for node in rows.items:
        if isinstance(node, Mapping):
            keyed = _keyed(node, known=ROW_KEYS, faults=faults)
            faults.extend(_check_unique(keyed.get("id"), first=first))
            claims.extend(_read_row(_Row(place=node.place, keyed=keyed), faults=faults))
        elif not isinstance(node, Refused):
            hint = "write “- id: …” and on the next line “text: …”"
            faults.append(node.place.fault("a claim is a mapping with an id and a text", hint=hint))
    return claims


def _check_unique(node: Node | None, *, first: dict[str, Place]) -> Iterator[Fault]:
    """Yield a fault when the id was seen before; `first` holds where each id so far was first."""
    if isinstance(node, Scalar) and node.text:
        seen = first.setdefault(node.text, node.place)
        if seen is not node.place:
            hint = "every claim has an id of its own"
            yield node.place.fault(f"the id “{node.text}” is taken: see line {seen.line}", hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The known keys of one claim with their nodes."""

    place: Place
    keyed: dict[str, Node]


def _read_row(row: _Row, *, faults: list[Fault]) -> list[Claim]:
    values = {key: _plain(node, key=key) for key, node in row.keyed.items()}
    try:
        return [ClaimRow.model_validate(values).to_claim()]
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            faults.extend(_to_fault(detail, row=row))
    return []


def _to_fault(detail: ErrorDetails, *, row: _Row) -> Iterator[Fault]:
    """Say in plain words what pydantic found; nothing where the value was refused before."""
    key, *within = detail["loc"]
    node = row.keyed.get(str(key))
    if node is None:
        yield row.place.fault(f"the claim has no “{key}”", hint=_what_to_add(str(key), row=row))
        return
    if isinstance(node, Sequence) and within and isinstance(within[0], int):
        node = node.items[within[0]]
    if isinstance(node, Refused):
        return
    cause = detail.get("ctx", {}).get("error")
    if detail["type"] != "value_error" or cause is None:
        yield _wrong_type(str(key), node=node, within=bool(within))
    elif isinstance(cause, UnfitError) and key != "id":
        yield node.place.fault(f"{_named(str(key), within=bool(within))} {cause}", hint=cause.hint)
    else:
        message = str(cause) if key == "id" else f"“{key}”: {cause}"
        yield node.place.fault(message, hint=str(getattr(cause, "hint", "")))


def _what_to_add(key: str, *, row: _Row) -> str:
    text = row.keyed.get("text")
    suggestion = suggest_id(text.text) if isinstance(text, Scalar) else ""
    return f"add “id: {suggestion}”" if key == "id" and suggestion else f"add “{key}: …”"


def _wrong_type(key: str, *, node: Node, within: bool) -> Fault:
    what = _named(key, within=within)
    found = _kind(node)
    if found == "nothing":
        return node.place.fault(f"{what} is empty", hint=FILL_IN)
    if key == "topics" and not within:
        shown = node.text if isinstance(node, Scalar) else "…"
        return node.place.fault(f"{what} must be a list, not {found}", hint=f"write “topics: [{shown}]”")
    hint = "put it in quotes" if isinstance(node, Scalar) else "a text with brackets around it must stand in quotes"
    return node.place.fault(f"{what} must be text, not {found}", hint=hint)


def _named(key: str, *, within: bool) -> str:
    return f"an entry of “{key}”" if within else f"“{key}”"


def _keyed(node: Mapping, *, known: tuple[str, ...], faults: list[Fault]) -> dict[str, Node]:
    """Return the known keys with their values, the first of doubled ones, and report all other keys."""
    keyed: dict[str, Node] = {}
    for key, value in node.keyed(faults):
        if key.text in known:
            keyed[key.text] = value
        else:
            hint = suggest(key.text, among=known, otherwise=f"known here: {', '.join(known)}")
            faults.append(key.place.fault(f"unknown key “{key.text}”", hint=hint))
    return keyed


_NUMBER: Final = re.compile(
    r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_BOOLEANS: Final = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})
"""What a plain scalar means in YAML 1.2 (core schema, section 10.3.2) when it is no text."""

_AS_WRITTEN: Final = frozenset({"date", "about", "topics"})
"""Keys whose values are text even where YAML would see a number: 2018 is a year, and may be a topic."""

_Plain: TypeAlias = "str | float | bool | tuple[_Plain, ...] | dict[str, str] | None"


def _plain(node: Node, *, key: str) -> _Plain:
    """Turn a node into what pydantic checks; what may not stand there keeps its type, so that it is told."""
    if isinstance(node, Scalar):
        value = _value(node)
        return value if value is None or key not in _AS_WRITTEN else node.text
    if isinstance(node, Sequence):
        return tuple(_plain(item, key=key) for item in node.items)
    return {}


def _value(node: Scalar) -> str | float | bool | None:
    if node.is_nothing:
        return None
    if not node.plain:
        return node.text
    if node.text in _BOOLEANS:
        return node.text.lower() == "true"
    return 0.0 if _NUMBER.fullmatch(node.text) else node.text


def _kind(node: Node) -> str:
    """Name in plain words what a node holds."""
    if isinstance(node, Sequence):
        return "a list"
    if not isinstance(node, Scalar):
        return "a mapping"
    value = _value(node)
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the truth value {node.text}"
    return "a number" if isinstance(value, float) else "text"
