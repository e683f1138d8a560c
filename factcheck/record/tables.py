"""Tables with a column of text (.csv, .tsv, .jsonl): each row a section with its own date and author."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.dates import find_calendar_dates, parse_edtf
from factcheck.errors import InputError
from factcheck.model import Basis, Dated, DocumentKind, Extracted, Fact, Mark, Skipped, SpokenSpan
from factcheck.record.assembly import Assembly, Head, lay_section, mend, tell
from factcheck.record.plain import decode
from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from factcheck.model import Section
    from factcheck.values import DateRange, Span

QUOTED: Final = ("quote", "quotation", "tweet", "utterance", "speech")
"""Names of a column of text that is somebody's speech: of whom no column tells, it may be anybody's."""

NAMES: Final = {
    "text": ("text", "content", "body", "article", "full_text", "fulltext", "passage", "paragraph", "statement",
             "message", "post", "comment", "transcript", *QUOTED),
    "date": ("date", "published", "publication_date", "publish_date", "date_published", "published_at", "pubdate",
             "posted", "posted_at", "created_at", "datetime", "timestamp"),
    "author": ("author", "authors", "byline", "writer", "by"),
    "title": ("title", "headline", "heading", "subject"),
    "publisher": ("publisher", "outlet", "newspaper", "publication", "site", "source_name"),
    "url": ("url", "link", "address", "permalink"),
    "speaker": ("speaker", "said_by", "speaker_name", "spoken_by"),
}  # fmt: skip
"""What a column holds by its name in small letters; of several the first here is taken."""

_IN_FIGURES: Final = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
_AMERICAN: Final = re.compile(r"(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{4}")
"""A date in figures whose month can only come first: then it does so in the whole column."""

_DELIMITERS: Final = ",;\t|"
_LONGEST_CELL: Final = 16 * 2**20
_NAMED: Final = 8
"""Columns, and lines that are faulty, that are named in a message."""

_DATE_LENGTH: Final = len("2018-06-14")


@dataclass(frozen=True, slots=True)
class _Table:
    """The names of the columns, and the rows, each with its number in the file; `faulty` lines could not be read."""

    names: tuple[str, ...]
    rows: list[tuple[int, Mapping[str, str]]]
    faulty: list[int]


class Table:
    """Reads a table of texts; `columns` are what the user states of its columns."""

    name = "table"

    def __init__(self, columns: Mapping[str, str] | None = None) -> None:
        self._columns = columns or {}

    def with_columns(self, columns: Mapping[str, str]) -> Table:
        """Return the reader for a table whose columns are stated."""
        return type(self)(columns)

    def read(self, path: Path) -> Extracted:
        """Return the rows that have a text, one below the other.

        Raises:
            InputError: it is no table, or has no column of text; the message names those that it has.
        """
        source = decode(path.read_bytes()).removeprefix("\ufeff")
        table = self._read_rows(source)
        return _extract(table, _find_columns(table.names, self._columns))

    def _read_rows(self, source: str) -> _Table:
        return _read_separated(source)


class JsonLines(Table):
    """Reads a table with a JSON object on each line."""

    name = "json lines"

    def _read_rows(self, source: str) -> _Table:
        return _read_json_lines(source)


def _read_separated(source: str) -> _Table:
    """Read rows whose first names the columns; the sign between cells is the commonest in the first line."""
    first = source.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=False)
        names = tuple(name.strip() for name in next(reader, []))
        rows: list[tuple[int, Mapping[str, str]]] = [
            (number, dict(zip(names, cells, strict=False))) for number, cells in enumerate(reader, 2) if any(cells)
        ]
    except csv.Error as error:
        raise InputError(f"is no table that can be read: {error}") from None
    finally:
        csv.field_size_limit(before)
    return _Table(names, rows, [])


def _read_json_lines(source: str) -> _Table:
    names: dict[str, None] = {}
    rows: list[tuple[int, Mapping[str, str]]] = []
    faulty: list[int] = []
    for number, line in enumerate(source.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            entry = None
        if not isinstance(entry, dict):
            faulty.append(number)
            continue
        row = {key: mend(str(value)) for key, value in entry.items() if isinstance(value, (str, int, float))}
        names.update(dict.fromkeys(entry))
        rows.append((number, row))
    if not rows:
        raise InputError("has no line that is a JSON object")
    return _Table(tuple(names), rows, faulty)


def _find_columns(names: tuple[str, ...], stated: Mapping[str, str]) -> dict[str, str]:
    """Which column holds what, as the user states or by its name."""
    columns: dict[str, str] = {}
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    small = {name.lower().replace(" ", "_").replace("-", "_"): name for name in reversed(names)}
    for role, known in NAMES.items():
        if role in stated and stated[role] not in names:
            raise InputError(f"has no column “{stated[role]}”; it has {shown}")
        found = stated.get(role) or next((small[name] for name in known if name in small), None)
        if found:
            columns[role] = found
    if "text" not in columns:
        raise InputError(f"has no column that is called text; it has {shown or 'none'}: name one in record.yaml")
    return columns


def _extract(table: _Table, columns: dict[str, str]) -> Extracted:
    text = Assembly()
    sections: list[Section] = []
    spoken: list[SpokenSpan] = []
    marks: list[Mark] = []
    month_first = any(_AMERICAN.match(_cell(row, columns, "date")) for _, row in table.rows)
    for number, row in table.rows:
        piece = row.get(columns["text"], "").strip()
        if not piece:
            continue
        span = text.add(piece)
        marks.append(Mark(start=span.start, row=number))
        sections.append(lay_section(piece, span, head=_head(row, columns, month_first=month_first)))
        spoken += _speaker(row, columns, span)
    if not sections:
        raise InputError(f"has no text in its column “{columns['text']}”")
    return Extracted(
        text=text.text,
        marks=tuple(marks),
        publisher=_shared(table, columns, "publisher"),
        url=_shared(table, columns, "url"),
        spoken=tuple(spoken),
        sections=tuple(sections),
        kind=DocumentKind.ARTICLE,
        skipped=tuple(_tell_faulty(table.faulty)),
    )


def _head(row: Mapping[str, str], columns: Mapping[str, str], *, month_first: bool) -> Head:
    return Head(
        heading=" ".join(_cell(row, columns, "title").split()) or None,
        published=_date(_cell(row, columns, "date"), columns.get("date", ""), month_first=month_first),
        author=_fact(row, columns, "author"),
    )


def _cell(row: Mapping[str, str], columns: Mapping[str, str], role: str) -> str:
    return row.get(columns[role], "").strip() if role in columns else ""


def _fact(row: Mapping[str, str], columns: Mapping[str, str], role: str) -> Fact:
    return tell(_cell(row, columns, role), f"the column {columns.get(role, '')}")


def _speaker(row: Mapping[str, str], columns: Mapping[str, str], span: Span) -> Iterator[SpokenSpan]:
    """Whose words a row is: its speaker's; speech without a speaker is its author's, or may be anybody's."""
    speech = columns["text"].lower() in QUOTED
    roles = ("speaker", "author") if speech else ("speaker",)
    named = next((role for role in roles if _cell(row, columns, role)), None)
    if named:
        speaker = " ".join(_cell(row, columns, named).split())
        yield SpokenSpan(span=span, speaker=speaker, source=f"the column {columns[named]}")
    elif speech or "speaker" in columns:
        yield SpokenSpan(span=span, speaker=None, known=False, source="its row")


def _shared(table: _Table, columns: Mapping[str, str], role: str) -> Fact:
    """What all rows agree on."""
    facts = {_fact(row, columns, role) for _, row in table.rows} if role in columns else set()
    return facts.pop() if len(facts) == 1 else Fact()


def _date(written: str, column: str, *, month_first: bool) -> Dated:
    source = f"the column {column}"
    if not written:
        return Dated(source=f"{source} is empty" if column else "no column of dates")
    found = _read_date(_IN_FIGURES.sub(r"\2/\1/\3", written) if month_first else written)
    if found is None:
        return Dated(source=f"{source} says “{written[:40]}”, which is no date that is read")
    return Dated(value=found, basis=Basis.INFERRED, source=source)


def _read_date(written: str) -> DateRange | None:
    """Read ISO 8601 with or without a time, EDTF, or a date with a month's name or in figures, the day first."""
    stamped = written[_DATE_LENGTH : _DATE_LENGTH + 1] in {"T", " "}
    try:
        return parse_edtf(written[:_DATE_LENGTH] if stamped else written)
    except ValueError:
        found = find_calendar_dates(fold(written))
        return found[0].period() if len(found) == 1 and found[0].year else None


def _tell_faulty(faulty: list[int]) -> Iterator[Skipped]:
    for number in faulty[:_NAMED]:
        yield Skipped(path=f"line {number}", reason="is no JSON object")
    if len(faulty) > _NAMED:
        yield Skipped(path="further lines", reason=f"{len(faulty) - _NAMED:,} more are no JSON objects")
