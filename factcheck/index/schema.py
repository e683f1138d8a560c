"""The tables of a record file, and how it is opened."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, RunError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = "1"
"""The version of the tables. A record file is a cache of its folders: one of another version is made anew."""

PENDING: Final = 0
"""The state of a document that is written and not yet indexed."""

VISIBLE: Final = 1
"""The state of a document that belongs to the record."""

LEAVING: Final = 2
"""The state of a document that was replaced or has gone, and is still indexed."""

_PATIENCE: Final = 60.0
"""Seconds to wait for another process to end a transaction: the longest is that of one batch."""

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE folder (
    path TEXT PRIMARY KEY,
    entities BLOB NOT NULL                -- who is who, as its record.yaml states
) WITHOUT ROWID;

CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    path TEXT NOT NULL,                   -- inside the folder
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,            -- nanoseconds; 0: too young to tell a later change by
    changed INTEGER NOT NULL,
    sha256 TEXT NOT NULL,                 -- "" where it was not opened
    stated TEXT NOT NULL,                 -- a hash of what record.yaml states of it
    UNIQUE (folder, path)
);

CREATE TABLE skipped (
    file INTEGER NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX skipped_file ON skipped (file);

CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given again: an index may still have it
    file INTEGER NOT NULL,
    state INTEGER NOT NULL,
    path TEXT NOT NULL,                   -- inside the record
    publisher TEXT NOT NULL,              -- folded
    identity TEXT NOT NULL,
    first_passage INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    indexed INTEGER NOT NULL,             -- those of them that the index has by themselves
    outline BLOB NOT NULL,
    about BLOB NOT NULL,                  -- the names that each section mentions most
    body BLOB NOT NULL,
    text TEXT NOT NULL                    -- last: what stands behind it is only found by walking through all of it
);
CREATE INDEX document_path ON document (path, state);
CREATE INDEX document_file ON document (file, state);
CREATE INDEX document_hidden ON document (id) WHERE state <> 1;

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    section INTEGER NOT NULL,
    first INTEGER NOT NULL,               -- where it starts in the text
    last INTEGER NOT NULL,                -- where it ends, out
    copies INTEGER NOT NULL,              -- 0: read like an earlier one
    speaker TEXT NOT NULL,
    text TEXT NOT NULL,
    body BLOB NOT NULL,                   -- its names, and who asserts it
    reading BLOB NOT NULL                 -- the dates, amounts and other mentions in it; empty with its copies
);

CREATE TABLE speaker (
    name TEXT PRIMARY KEY                 -- who asserts a passage, or once did
) WITHOUT ROWID;

CREATE TABLE word (
    word TEXT PRIMARY KEY,
    documents INTEGER NOT NULL            -- how many write it without a capital
) WITHOUT ROWID;
"""


def connect(file: Path | None) -> sqlite3.Connection:
    """Open a record file, or one in memory; transactions are begun and ended by hand.

    Raises:
        InputError: the file is no record file.
        RunError: it cannot be opened, or not written to.
    """
    try:
        connection = sqlite3.connect(
            file or ":memory:", timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
    except sqlite3.OperationalError as error:
        raise _cannot_open(file, error) from None
    try:
        if file:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA temp_store = MEMORY")
    except sqlite3.OperationalError as error:
        connection.close()
        raise _cannot_open(file, error) from None
    except sqlite3.DatabaseError as error:
        connection.close()
        raise InputError(
            f"{file}: cannot be read as an index: {error}", hint="delete its folder: it is made anew"
        ) from None
    return connection


def explain(error: Exception) -> RunError | None:
    """Return what to say of an error that a record file gave while it was used, None where it was something else."""
    if not isinstance(error, sqlite3.Error):
        return None
    full = "full" in str(error)
    hint = "make room" if full else "delete the folder of the index, or name another: it is made anew"
    return RunError(f"the index cannot be used: {error}", hint=hint)


def _cannot_open(file: Path | None, error: Exception) -> RunError:
    return RunError(f"{file}: cannot be opened: {error}", hint="name another place: --index path/to/folder")


def has_tables(connection: sqlite3.Connection) -> bool:
    """Whether the tables are there, in the version of this program."""
    return is_any_record(connection) and read_meta(connection, "format") == FORMAT


def is_any_record(connection: sqlite3.Connection) -> bool:
    """Whether the tables are there in whichever version."""
    return bool(connection.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchone())


def create_tables(connection: sqlite3.Connection) -> None:
    """Drop what is there, and make the tables: inside a transaction."""
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        connection.execute(f'DROP TABLE "{table}"')
    for statement in _TABLES.split(";\n"):
        connection.execute(statement)
    write_meta(connection, "format", FORMAT)


def read_meta(connection: sqlite3.Connection, name: str) -> str:
    """Return a fact of the record file, "" where it is not told."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def write_meta(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Tell a fact of the record file."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
