"""What costs much to work out, set aside in a file of its own beside a record file.

Nothing in it is the only copy: the file may be lost at any time, and what cannot be read or written is worked out
anew. No answer depends on it, and so no failure of it is told.
"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_PATIENCE: Final = 2.0
"""Seconds to wait for another process to end a transaction: many times as long as one takes here."""

_AT_ONCE: Final = 500
"""Keys of one query: the least number of variables that any build of SQLite takes is 999."""

_LEFT: Final = 0.75
"""The share that is left when there is too much, so that old values are not dropped at every turn."""

_DIGEST: Final = 16
"""Bytes of a key: two of a billion have the same by a chance of one in 10 ** 20."""

_TABLE: Final = """
CREATE TABLE IF NOT EXISTS kept (
    id INTEGER PRIMARY KEY,               -- in the order in which they came
    key BLOB NOT NULL UNIQUE,
    value BLOB NOT NULL,
    proof INTEGER NOT NULL                -- a checksum of both
)
"""


def hash_key(*parts: str) -> bytes:
    """Return a key of some texts in their order; who made the value is one of them, by name and version.

    >>> hash_key("model 1", "ab", "c") == hash_key("model 1", "a", "bc")
    False
    """
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        encoded = part.encode(errors="surrogatepass")
        digest.update(len(encoded).to_bytes(8))
        digest.update(encoded)
    return digest.digest()


class Aside:
    """Values by their keys in `file`, at most about `most` of them; nowhere where `file` is None.

    Several processes may use one file. The same key always has the same value: the first that came is kept.
    """

    def __init__(self, file: Path | None, *, most: int) -> None:
        self._file = file
        self._most = most
        self._connection: sqlite3.Connection | None = None

    def find(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the values of those keys that have one."""
        try:
            return dict(self._find(list(dict.fromkeys(keys))))
        except sqlite3.Error as error:
            self._give_up(error)
            return {}

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, and drop the oldest where there are too many; where that cannot be done now, it is not."""
        try:
            self._keep(values)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _find(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        connection = self._open() if keys else None
        for place in range(0, len(keys) if connection else 0, _AT_ONCE):
            some = keys[place : place + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value, proof FROM kept WHERE key IN ({marks})"  # noqa: S608 - only question marks
            for key, value, proof in connection.execute(query, some) if connection else ():
                if proof == crc32(key + value):
                    yield key, value

    def _keep(self, values: Mapping[bytes, bytes]) -> None:
        connection = self._open() if values else None
        if connection is None:
            return
        rows = [(key, value, crc32(key + value)) for key, value in values.items()]
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR IGNORE INTO kept (key, value, proof) VALUES (?, ?, ?)", rows)
            first, last = connection.execute("SELECT min(id), max(id) FROM kept").fetchone()
            if last - first >= self._most:
                connection.execute("DELETE FROM kept WHERE id <= ?", (last - int(_LEFT * self._most),))

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and self._file is not None:
            self._connection = sqlite3.connect(
                self._file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(_TABLE)
        return self._connection

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on without the file unless others merely write it; one that is damaged is deleted, for the next run."""
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return
        self.close()
        file, self._file = self._file, None
        if file and not isinstance(error, sqlite3.OperationalError):
            for end in ("", "-wal", "-shm"):
                _delete(file.with_name(file.name + end))


def _delete(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:  # another process has it open, or the folder is not ours: whoever comes next tries again
        return
