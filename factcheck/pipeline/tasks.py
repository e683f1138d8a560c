"""Files that are to be read, and what is noted of those that were."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.index.files import FileRow
from factcheck.record.readers import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.record.stated_schema import DocumentRow
    from factcheck.record.walk import Found

SETTLED: Final = 2_000_000_000
"""Nanoseconds after a change from which on a later one shows in a file's times, on every file system there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to read; `rows` is what record.yaml states of it and its parts, by path; `stated` is its hash."""

    folder: str
    found: Found
    now: int
    stated: str = ""
    rows: Mapping[str, DocumentRow] = field(default_factory=dict)

    @property
    def work(self) -> int:
        """Bytes to read: none of a file that is not opened."""
        return 0 if refuse(self.found) else self.found.size


def describe_file(task: Task, digest: str) -> FileRow:
    """Return what is noted of a file: its times, unless the next run must look at it again.

    It must where a change within the same tick of the clock would not show, and where it could not be read.
    """
    found = task.found
    settled = task.now - max(found.modified, found.changed) > SETTLED and bool(digest or refuse(found))
    times = (found.modified, found.changed) if settled else (0, 0)
    return FileRow(task.folder, found.path, found.size, *times, digest, task.stated)


def hash_rows(rows: Mapping[str, DocumentRow]) -> str:
    """Return a hash of what is stated, "" where that is nothing."""
    return sha256(repr(sorted(rows.items())).encode()).hexdigest() if rows else ""
