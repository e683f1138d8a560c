"""The fields of a report by their ways, and what differs between two forms of the same rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from factcheck.report.json_text import Json
    from factcheck.report.rows import EvidenceRow, VerdictRow

Told = TypeVar("Told")

Way: TypeAlias = tuple[str | int, ...]
"""The names and numbers that lead to a field."""

LISTS: Final = ("supporting", "contradicting", "own_words", "context")
"""Where a verdict lists its quotes."""


def list_evidence(row: VerdictRow) -> Iterator[tuple[str, int, EvidenceRow]]:
    """Yield every quote of a verdict with its list and its place there."""
    for name in LISTS:
        for place, one in enumerate(getattr(row, name)):
            yield name, place, one


def dump(row: BaseModel) -> dict[str, Json]:
    """Return a row as JSON has it."""
    content: dict[str, Json] = row.model_dump(mode="json", by_alias=True)
    return content


def write_way(way: Way) -> str:
    """Return the way to a field as people write it.

    >>> write_way(("verdicts", 2, "parts", 0, "margin"))
    'verdicts[2].parts[0].margin'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")


def write_value(value: Json) -> str:
    """Return what stands in a field: text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def differ(stands: Json, found: Json, way: Way = ()) -> Iterator[tuple[Way, str | None, str | None]]:
    """Yield every field that differs, with what stands there and what was found; None where it is not there.

    >>> list(differ({"a": [1, 2], "b": 1}, {"a": [1, 3]}))
    [(('a', 1), '2', '3'), (('b',), '1', None)]
    """
    if isinstance(stands, dict) and isinstance(found, dict):
        yield from _differ_in(dict(stands.items()), dict(found.items()), way)
    elif isinstance(stands, list) and isinstance(found, list):
        yield from _differ_in(dict(enumerate(stands)), dict(enumerate(found)), way)
    elif json.dumps(stands, sort_keys=True) != json.dumps(found, sort_keys=True):
        yield way, write_value(stands), write_value(found)


def _differ_in(
    stands: dict[str | int, Json], found: dict[str | int, Json], way: Way
) -> Iterator[tuple[Way, str | None, str | None]]:
    for name in dict.fromkeys([*stands, *found]):
        if name not in found:
            yield (*way, name), write_value(stands[name]), None
        elif name not in stands:
            yield (*way, name), None, write_value(found[name])
        else:
            yield from differ(stands[name], found[name], (*way, name))


def tell_differences(stands: Json, found: Json, way: Way, tell: Callable[..., Told]) -> Iterator[Told]:
    """Yield what is told of every field that differs; `tell` makes it from the field, what stands and was found."""
    for where, ours, theirs in differ(stands, found, way):
        yield tell(field=write_way(where), stands=ours, found=theirs)
