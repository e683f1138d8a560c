"""The file of a report by itself: its digest, and that every byte of it is as factcheck writes it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from factcheck.model.recheck import Discrepancy
from factcheck.report.fields import dump, tell_differences, write_way
from factcheck.report.json_text import write_json
from factcheck.report.row import Row
from factcheck.report.rows import SCHEMA
from factcheck.report.seal import DIGEST, find_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from factcheck.report.fields import Way
    from factcheck.report.json_text import Json
    from factcheck.report.reading import ReadReport


def check_file(read: ReadReport) -> Iterator[Discrepancy]:
    """Yield what is wrong with the digest, the layout and the form of the values.

    Lines that all end in CRLF are as good as those that end in LF: some tools turn the one into the other.
    """
    stands, found = read.row.digest, find_digest(read.content)
    if stands != found:
        told = "the digest is not that of the rest: something was altered after the report was written"
        yield Discrepancy(told=told, field=DIGEST, stands=stands, found=found)
    yield from _check_layout(read)
    yield from _check_values(read)


def has_windows_lines(text: str) -> bool:
    """Whether every line of a text ends in CRLF."""
    return "\r\n" in text and text.count("\n") == text.count("\r\n")


def find_later_names(read: ReadReport) -> list[str]:
    """Return the fields that this version does not know, by their ways."""
    return [write_way(way) for way in _list_unknown(read.row, ())]


def _check_layout(read: ReadReport) -> Iterator[Discrepancy]:
    text = read.text.replace("\r\n", "\n") if has_windows_lines(read.text) else read.text
    for name in _list_twice(text):
        told = f"the name “{name}” stands twice in one object: programs differ in which of the two they read"
        yield Discrepancy(told=told, field=name)
    expected = write_json(read.content)
    if text == expected:
        return
    ours, theirs = text.split("\n"), expected.split("\n")
    place = next((number for number, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    number = min(len(ours), len(theirs)) - 1 if place is None else place
    yield Discrepancy(
        told=f"line {number + 1:,} is the first that is not laid out as factcheck writes it",
        stands="\n".join(ours[number : number + 2]) if place is None else ours[number],
        found="\n".join(theirs[number : number + 2]) if place is None else theirs[number],
    )


def _list_twice(text: str) -> list[str]:
    twice: dict[str, None] = {}

    def note(pairs: list[tuple[str, object]]) -> None:
        names = [name for name, _ in pairs]
        if len(names) > len(set(names)):
            twice.update(dict.fromkeys(name for name in names if names.count(name) > 1))

    json.loads(text, object_pairs_hook=note)
    return list(twice)


def _check_values(read: ReadReport) -> Iterator[Discrepancy]:
    """What is there, but not as factcheck writes it: 1 for 1.0, a number as text."""
    known = {name: value for name, value in read.content.items() if name != DIGEST}
    row: dict[str, Json] = {name: value for name, value in dump(read.row).items() if name != DIGEST}
    if "similar_claims" not in known:
        row.pop("similar_claims")
    yield from tell_differences(known, row, (), partial(Discrepancy, told="this is not written as factcheck writes it"))
    if read.row.schema_name == SCHEMA:
        for way in _list_unknown(read.row, ()):
            yield Discrepancy(told=f"{SCHEMA} has no such field", field=write_way(way))


def _list_unknown(row: BaseModel, way: Way) -> Iterator[Way]:
    """Yield the ways to what a row has beside its own fields."""
    yield from ((*way, name) for name in row.model_extra or ())
    for name in type(row).model_fields:
        value = getattr(row, name)
        if isinstance(value, Row):
            yield from _list_unknown(value, (*way, name))
        elif isinstance(value, list):
            for number, one in enumerate(value):
                if isinstance(one, Row):
                    yield from _list_unknown(one, (*way, name, number))
