"""Documents and passages out of the tables of a record file."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from factcheck.errors import RunError
from factcheck.index.packing import unpack_about, unpack_document, unpack_outline, unpack_passage
from factcheck.index.schema import VISIBLE
from factcheck.model import Passage
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factcheck.model import Document, Outline

_AT_ONCE: Final = 30_000
"""Numbers in one statement: SQLite takes 32,766."""

_BEFORE: Final = 3
"""Sentences that a passage carries of what stands before it: those of its section with the numbers just below."""

_DIGEST: Final = 16
"""Bytes of a hash of a passage: two of a billion have the same by a chance of one in 10 ** 20."""

DAMAGE: Final = (RunError, sqlite3.DatabaseError, msgspec.MsgspecError, LookupError, TypeError, ValueError, OSError)
"""What reading a document back can raise where its rows or its index were damaged."""


class Row(NamedTuple):
    """A passage as it stands in its table."""

    number: int
    document: int
    section: int
    start: int
    end: int
    copies: int
    speaker: str
    text: str
    body: bytes
    reading: bytes


class Shelved(NamedTuple):
    """What its passages need of a document."""

    path: str
    outline: Outline
    about: tuple[tuple[str, ...], ...]


def find_document(connection: sqlite3.Connection, path: str) -> Document | None:
    """Return the document of that path, None where the record has none."""
    row = connection.execute(
        "SELECT outline, body, text FROM document WHERE path = ? AND state = ?", (path, VISIBLE)
    ).fetchone()
    return unpack_document(*row) if row else None


def has_document(connection: sqlite3.Connection, path: str) -> bool:
    """Whether the record has a document of that path."""
    query = "SELECT 1 FROM document WHERE path = ? AND state = ?"
    return connection.execute(query, (path, VISIBLE)).fetchone() is not None


def list_numbers(connection: sqlite3.Connection, path: str) -> list[int]:
    """Return the numbers of the passages of a document in their order, without those that are read like another."""
    query = (
        "SELECT passage.id FROM document JOIN passage ON passage.id >= first_passage"
        " AND passage.id < first_passage + passages AND copies > 0 WHERE path = ? AND state = ? ORDER BY passage.id"
    )
    return [row[0] for row in connection.execute(query, (path, VISIBLE))]


def list_outlines(connection: sqlite3.Connection) -> Iterator[tuple[Outline, str]]:
    """Yield all documents without their text in the order of their paths, each with its identity."""
    query = "SELECT outline, identity FROM document WHERE state = ? ORDER BY path"
    for outline, identity in connection.execute(query, (VISIBLE,)):
        yield unpack_outline(outline), identity


def find_shelved(connection: sqlite3.Connection, documents: Iterable[int]) -> dict[int, Shelved]:
    """Return what the passages of documents need of them, by their numbers."""
    query = "SELECT id, path, outline, about FROM document WHERE id"
    return dict(_shelve(*row) for row in _select(connection, query, documents))


def find_places(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return the id of each passage by its number, with the path of its document."""
    query = (
        "SELECT passage.id, path, first, last FROM passage JOIN document ON document.id = passage.document "
        "WHERE passage.id"
    )
    rows = _select(connection, query, numbers)
    return {number: (name_passage(path, first, last), path) for number, path, first, last in rows}


def hash_passages(connection: sqlite3.Connection, path: str) -> dict[str, bytes]:
    """Return what tells each passage of a document from any other wherever it stands, by its id; copies are left out.

    They come in the order in which they stand. All that a passage is read by is hashed, and its heading: what was found
    in it follows from that.
    """
    query = "SELECT id, first_passage, passages FROM document WHERE path = ? AND state = ?"
    found = connection.execute(query, (path, VISIBLE)).fetchone()
    if found is None:
        return {}
    number, first, count = found
    shelved = find_shelved(connection, [number])[number]
    rows = sorted(find_rows(connection, range(first, first + count)).values())
    told = (
        (row, (_tell_section(shelved, row.section), row.copies, row.text, row.body, before)) for row, before in rows
    )
    return {
        name_passage(path, row.start, row.end): blake2b(repr(all_of_it).encode(), digest_size=_DIGEST).digest()
        for row, all_of_it in told
        if row.copies
    }


def _tell_section(shelved: Shelved, number: int) -> tuple[object, ...]:
    """What the passages of a section have of it and of their document."""
    outline, section = shelved.outline, shelved.outline.sections[number]
    own = number, section.heading, section.published.value, section.author.value, shelved.about[number]
    return (*own, outline.title.value, outline.published.value, outline.author.value)


def name_passage(path: str, first: int, last: int) -> str:
    """Return the id of a passage: where it stands."""
    return f"{path}:{first}-{last}"


def find_rows(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, tuple[Row, tuple[str, ...]]]:
    """Return passages by their numbers, each with the sentences before it, nearest last."""
    query = "SELECT id, document, section, first, last, copies, speaker, text, body, reading FROM passage WHERE id"
    rows = {row[0]: Row._make(row) for row in _select(connection, query, numbers)}
    before = {near for number in rows for near in range(number - _BEFORE, number)}.difference(rows)
    query = "SELECT id, document, section, text FROM passage WHERE id"
    near = {row[0]: row[1:] for row in _select(connection, query, before)}
    near |= {row.number: (row.document, row.section, row.text) for row in rows.values()}
    return {row.number: (row, _list_before(row, near)) for row in rows.values()}


def read_passage(row: Row, before: tuple[str, ...], shelved: Shelved) -> Passage:
    """Make the passage of a row and of the sentences before it."""
    body = unpack_passage(row.body)
    section = shelved.outline.sections[row.section]
    return Passage(
        id=name_passage(shelved.path, row.start, row.end),
        document=shelved.path,
        span=Span(row.start, row.end),
        text=row.text,
        section=row.section,
        published=section.published.value or shelved.outline.published.value,
        attribution=body.attribution,
        author=section.author.value or shelved.outline.author.value,
        names=body.names,
        resolved=body.resolved,
        before=before,
        names_before=body.names_before,
        names_about=shelved.about[row.section],
        mark=body.mark,
    )


def read_whole(connection: sqlite3.Connection, document: int) -> tuple[Document, tuple[Passage, ...], int]:
    """Return a document with all its passages, and the number of the first of these; `DAMAGE` where it has some."""
    outline, body, text, first, count = connection.execute(
        "SELECT outline, body, text, first_passage, passages FROM document WHERE id = ?", (document,)
    ).fetchone()
    rows = find_rows(connection, range(first, first + count))
    if any(rows[number][0].document != document for number in range(first, first + count)):
        raise LookupError("a passage of it belongs to another document")
    shelved = find_shelved(connection, [document])[document]
    passages = tuple(read_passage(*rows[number], shelved) for number in range(first, first + count))
    return unpack_document(outline, body, text), passages, first


def _shelve(number: int, path: str, outline: bytes, about: bytes) -> tuple[int, Shelved]:
    return number, Shelved(path, unpack_outline(outline), unpack_about(about))


def _list_before(row: Row, near: Mapping[int, tuple[int, int, str]]) -> tuple[str, ...]:
    """The sentences just before a passage; `near` has the document, the section and the text of each number."""
    found = [near[number] for number in range(row.number - _BEFORE, row.number) if number in near]
    return tuple([text for document, section, text in found if section == row.section and document == row.document])


def _select(connection: sqlite3.Connection, query: str, numbers: Iterable[int]) -> Iterator[Any]:
    """Yield the rows with these numbers, which are quicker found in their order."""
    listed = sorted(numbers)
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        yield from connection.execute(f"{query} IN ({','.join('?' * len(part))})", part)
