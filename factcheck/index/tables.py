"""What is asked of the tables of a record file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.index.files import FileRow
from factcheck.index.schema import VISIBLE, has_tables, is_any_record, read_meta
from factcheck.model import Skipped

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from factcheck.model import Entity


class Tables:
    """The tables of a record file, which may not be there yet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @property
    def fingerprint(self) -> str:
        """What its passages were read by, "" where there are none yet."""
        return read_meta(self.connection, "fingerprint") if has_tables(self.connection) else ""

    @property
    def foreign(self) -> bool:
        """Whether its tables are those of another version of this program: it has to be made anew."""
        return not has_tables(self.connection) and is_any_record(self.connection)

    @property
    def generation(self) -> str:
        """A number that every commit changes."""
        return read_meta(self.connection, "generation") if has_tables(self.connection) else ""

    def list_files(self) -> dict[tuple[str, str], FileRow]:
        """Return all files that were looked at, by folder and path."""
        query = "SELECT folder, path, size, modified, changed, sha256, stated FROM file"
        return {row[:2]: row for row in map(FileRow._make, self.connection.execute(query))}

    def list_folders(self) -> dict[str, tuple[Entity, ...]]:
        """Return the folders that the record was read from, each with who is who in it."""
        if not has_tables(self.connection):
            return {}
        rows = self.connection.execute("SELECT path, entities FROM folder ORDER BY path")
        return {path: _unpack_entities(packed) for path, packed in rows}

    def list_paths(self) -> list[str]:
        """Return the paths of all documents, in order."""
        query = "SELECT path FROM document WHERE state = ? ORDER BY path"
        return [row[0] for row in self.connection.execute(query, (VISIBLE,))]

    def list_places(self) -> dict[str, tuple[str, str]]:
        """Return the folder and the path of the file that each document is in, by the path of the document."""
        query = (
            "SELECT document.path, file.folder, file.path FROM document JOIN file ON file.id = document.file "
            "WHERE state = ?"
        )
        return {path: (folder, file) for path, folder, file in self.connection.execute(query, (VISIBLE,))}

    def list_skipped(self) -> list[Skipped]:
        """Return what was not read, in the order of the files."""
        if not has_tables(self.connection):
            return []
        query = "SELECT skipped.path, reason FROM skipped JOIN file ON file.id = file ORDER BY file.path, skipped.rowid"
        return [Skipped(path=path, reason=reason) for path, reason in self.connection.execute(query)]

    def list_publishers(self) -> frozenset[str]:
        """Return who brought out the documents, as their names are compared."""
        rows = self.connection.execute("SELECT DISTINCT publisher FROM document WHERE state = ?", (VISIBLE,))
        return frozenset(row[0] for row in rows if row[0])

    def list_speakers(self) -> list[str]:
        """Return who asserts a passage, as the record writes the names."""
        return [row[0] for row in self.connection.execute("SELECT name FROM speaker ORDER BY name")]

    def list_numbers(self) -> list[int]:
        """Return the numbers of all documents, in the order of their paths."""
        query = "SELECT id FROM document WHERE state = ? ORDER BY path"
        return [row[0] for row in self.connection.execute(query, (VISIBLE,))]

    def count_spoken(self, speakers: Iterable[str]) -> dict[str, dict[int, int]]:
        """Return how many passages some speakers assert, by the path of the document and the place of the section."""
        query = (
            "SELECT path, section, count(*) FROM passage JOIN document ON document.id = passage.document "
            "WHERE state = ? AND speaker IN (SELECT value FROM json_each(?)) GROUP BY path, section"
        )
        counted: dict[str, dict[int, int]] = {}
        for path, section, count in self.connection.execute(query, (VISIBLE, json.dumps(sorted(speakers)))):
            counted.setdefault(path, {})[section] = count
        return counted

    def list_hidden(self) -> list[int]:
        """Return the numbers of the documents that are not seen."""
        return [row[0] for row in self.connection.execute("SELECT id FROM document WHERE state <> 1 ORDER BY id")]

    def count_hidden(self) -> int:
        """Return how many passages the documents have that are not seen."""
        query = "SELECT coalesce(sum(passages), 0) FROM document WHERE state <> 1"
        return int(self.connection.execute(query).fetchone()[0])

    def list_indexed(self, document: int) -> set[int]:
        """Return the numbers of those passages of a document that the index must have."""
        query = "SELECT id FROM passage WHERE document = ? AND copies > 0 AND id >= ? AND id < ? + ?"
        first, count = self.connection.execute(
            "SELECT first_passage, passages FROM document WHERE id = ?", (document,)
        ).fetchone()
        return {row[0] for row in self.connection.execute(query, (document, first, first, count))}

    def count_indexed(self) -> int:
        """Return how many passages the index must have."""
        query = "SELECT coalesce(sum(indexed), 0) FROM document WHERE state = ?"
        return int(self.connection.execute(query, (VISIBLE,)).fetchone()[0])

    def check_tables(self) -> list[str]:
        """Return what SQLite finds wrong with the tables."""
        found = [str(row[0]) for row in self.connection.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def find_path(self, document: int) -> str:
        """Return the path of a document."""
        row = self.connection.execute("SELECT path FROM document WHERE id = ?", (document,)).fetchone()
        return str(row[0])

    def find_file(self, path: str) -> FileRow | None:
        """Return the file that holds a document, None where it is not told."""
        row = self.connection.execute(
            "SELECT folder, file.path, size, modified, changed, sha256, stated FROM document "
            "JOIN file ON file.id = document.file WHERE document.path = ? AND state = ?",
            (path, VISIBLE),
        ).fetchone()
        return FileRow(*row) if row else None

    def count_passages(self) -> int:
        """Return how many passages there are."""
        query = "SELECT coalesce(sum(passages), 0) FROM document WHERE state = ?"
        return int(self.connection.execute(query, (VISIBLE,)).fetchone()[0])

    def count_documents(self) -> int:
        """Return how many documents there are."""
        if not has_tables(self.connection):
            return 0
        query = "SELECT count(*) FROM document WHERE state = ?"
        return int(self.connection.execute(query, (VISIBLE,)).fetchone()[0])


def _unpack_entities(packed: bytes) -> tuple[Entity, ...]:
    if not packed:
        return ()
    from factcheck.index.packing import unpack_entities  # noqa: PLC0415 - mostly nobody states who is who

    return unpack_entities(packed)
