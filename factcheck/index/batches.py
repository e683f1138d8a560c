"""What is written into the tables of a record file: files with their documents, a batch at a time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.index.keeping import find_small_words
from factcheck.index.schema import LEAVING, PENDING, VISIBLE
from factcheck.model import Entry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.index.files import FileRead, FileRow
    from factcheck.index.keeping import Kept, KeptPassage


def insert_unseen(connection: sqlite3.Connection, reads: Iterable[FileRead]) -> Iterator[tuple[int, Kept, int]]:
    """Insert the documents of files unseen; yield the number of each, and that of its first passage."""
    row = connection.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
    free = int(row[0]) + 1
    for read in reads:
        for kept in read.kept:
            document = _insert_document(connection, kept, free)
            _insert_passages(connection, kept.passages, document, free)
            yield document, kept, free
            free += len(kept.passages)


def list_entries(kept: Kept, document: int, first: int) -> Iterator[Entry]:
    """Yield what an index keeps of a document's passages, those that are read alike as one."""
    for number, one in enumerate(kept.passages, first):
        if one.copies:
            yield Entry(
                number,
                document,
                one.here,
                one.nearby,
                *one.days,
                one.speaker,
                kept.publisher,
                one.wording,
                one.tie,
            )


def show(connection: sqlite3.Connection, reads: Sequence[FileRead], documents: Iterable[Sequence[int]]) -> None:
    """Make the documents of files seen, and hide those that they replace; `documents` are their numbers, by file."""
    words: Counter[str] = Counter()
    for read, numbers in zip(reads, documents, strict=True):
        file = _put_file(connection, read.file)
        words.subtract(_hide(connection, file))
        connection.execute("DELETE FROM skipped WHERE file = ?", (file,))
        connection.executemany(
            "INSERT INTO skipped VALUES (?, ?, ?)", [(file, one.path, one.reason) for one in read.skipped]
        )
        connection.executemany(
            "UPDATE document SET state = ?, file = ? WHERE id = ?", [(VISIBLE, file, number) for number in numbers]
        )
        for kept in read.kept:
            words.update(kept.words)
            speakers = {(one.speaker,) for one in kept.passages if one.speaker}
            connection.executemany("INSERT OR IGNORE INTO speaker VALUES (?)", sorted(speakers))
    _count_words(connection, words)


def hide_files(connection: sqlite3.Connection, files: Iterable[tuple[str, str]]) -> None:
    """Forget files that have gone, by folder and path, and hide their documents."""
    words: Counter[str] = Counter()
    for place in files:
        (file,) = connection.execute("SELECT id FROM file WHERE folder = ? AND path = ?", place).fetchone()
        words.subtract(_hide(connection, file))
        connection.execute("DELETE FROM skipped WHERE file = ?", (file,))
        connection.execute("DELETE FROM file WHERE id = ?", (file,))
    _count_words(connection, words)


def delete_documents(connection: sqlite3.Connection, documents: Sequence[int]) -> None:
    """Delete documents with their passages."""
    for number in documents:
        first, passages = connection.execute(
            "SELECT first_passage, passages FROM document WHERE id = ?", (number,)
        ).fetchone()
        connection.execute("DELETE FROM passage WHERE id >= ? AND id < ?", (first, first + passages))
        connection.execute("DELETE FROM document WHERE id = ?", (number,))


def _insert_document(connection: sqlite3.Connection, kept: Kept, first: int) -> int:
    cursor = connection.execute(
        "INSERT INTO document (file, state, path, publisher, identity, first_passage, "
        "passages, indexed, text, outline, body, about) VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            PENDING,
            kept.path,
            kept.publisher,
            kept.identity,
            first,
            len(kept.passages),
            sum(one.copies > 0 for one in kept.passages),
            kept.text,
            kept.outline,
            kept.body,
            kept.about,
        ),
    )
    return int(cursor.lastrowid or 0)


def _insert_passages(
    connection: sqlite3.Connection, passages: Iterable[KeptPassage], document: int, first: int
) -> None:
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                document,
                one.section,
                one.start,
                one.end,
                one.copies,
                one.speaker,
                one.text,
                one.body,
                one.reading,
            )
            for number, one in enumerate(passages, first)
        ],
    )


def _put_file(connection: sqlite3.Connection, file: FileRow) -> int:
    row = connection.execute(
        "INSERT INTO file (folder, path, size, modified, changed, sha256, stated) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (folder, path) DO UPDATE SET size = excluded.size, modified = excluded.modified, "
        "changed = excluded.changed, sha256 = excluded.sha256, stated = excluded.stated RETURNING id",
        file,
    ).fetchone()
    return int(row[0])


def _hide(connection: sqlite3.Connection, file: int) -> Counter[str]:
    """Hide the documents of a file, and return the words that they write without a capital."""
    words: Counter[str] = Counter()
    for (text,) in connection.execute("SELECT text FROM document WHERE file = ? AND state = ?", (file, VISIBLE)):
        words.update(find_small_words(text))
    connection.execute("UPDATE document SET state = ? WHERE file = ? AND state = ?", (LEAVING, file, VISIBLE))
    return words


def _count_words(connection: sqlite3.Connection, words: Counter[str]) -> None:
    changed = sorted((word, count) for word, count in words.items() if count)
    connection.executemany(
        "INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents",
        changed,
    )
    if any(count < 0 for _, count in changed):
        connection.execute("DELETE FROM word WHERE documents <= 0")
