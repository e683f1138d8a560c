"""Passages as plain rows, read without factcheck: what every engine is fed with, and what it is asked."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_HEAD: Final = 10
"""Lines at the top of a file in which its date may stand."""

_DAY: Final = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,} (?:19|20)\d\d\b")
_SENTENCE_END: Final = re.compile(r"(?:(?<=[.?!])|(?<=[.?!]”))\s+(?=[^\sa-z])")
_SPEAKER: Final = re.compile(r"” said ([A-Z]\w+ [A-Z]\w+)|^([A-Z]\w+ [A-Z]\w+) (?:told|added)\b[^“]*: “")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage: its text, the day its document was published as a number (0: unknown), who is quoted or ""."""

    text: str
    day: int
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched: words as written, a period of days, both included, a speaker or "", the row they are from."""

    terms: list[str]
    since: int
    until: int
    speaker: str
    row: int


def read_corpus(folder: Path) -> Iterator[Row]:
    """Yield the sentences of the text files under a folder, in the order of their names; titles are none."""
    for path in sorted(folder.rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        day = next((found for line in lines[:_HEAD] if (found := _read_day(line))), 0)
        for line in lines:
            if line.endswith((".", "!", "?", "”")):
                for text in _SENTENCE_END.split(line):
                    match = _SPEAKER.search(text)
                    yield Row(text=text, day=day, speaker=(match[1] or match[2]) if match else "")


def write_queries(path: Path, queries: Iterable[Query]) -> None:
    """Write queries for another process."""
    path.write_text(json.dumps([asdict(query) for query in queries]), encoding="utf-8")


def read_queries(path: Path) -> list[Query]:
    """Read queries as written."""
    return [Query(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def _read_day(line: str) -> int:
    """The day that a line gives in words, as a number; 0 where it gives none."""
    match = _DAY.search(line)
    try:
        return datetime.strptime(match[0], "%d %B %Y").toordinal() if match else 0  # noqa: DTZ007 - a day has no zone
    except ValueError:  # "12 Monkeys 1995"
        return 0
