"""What it costs to see that nothing has changed: every file's size and time looked at, and none opened."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

from tests.benchmarks.measure import time_call

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.measure import Note

PAGE: Final = "INDEX.md"
FILES: Final = 10_000
FILES_A_FOLDER: Final = 100
_LENGTH: Final = 5_000
"""Characters of a file: a short article."""


def test_walking(note_table: Note, tmp_path: Path) -> None:
    _write_files(tmp_path)
    assert sum(1 for _ in _walk(tmp_path)) == FILES
    ways = {
        "os.scandir and stat": lambda: [
            (one.path, one.stat().st_size, one.stat().st_mtime_ns) for one in _walk(tmp_path)
        ],
        "Path.rglob and stat": lambda: [(path, path.stat().st_size) for path in tmp_path.rglob("*.txt")],
        "every file read, its SHA-256 taken": lambda: [_digest(one.path) for one in _walk(tmp_path)],
    }
    spent = {name: time_call(way, runs=7)[1] for name, way in ways.items()}
    base = next(iter(spent.values()))
    rows = [(name, f"{one:.0f}", f"{one / base:.1f}×") for name, one in spent.items()]
    note_table(f"Looking at {FILES:,} files in which nothing changed", ("way", "warm, ms", "ratio"), rows)


def _write_files(folder: Path) -> None:
    for number in range(FILES):
        path = folder / f"{number // FILES_A_FOLDER:03}" / f"{number:05}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{number} ".ljust(_LENGTH, "."), encoding="utf-8")


def _walk(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """The files under a folder; what the system says of them is fetched with the names where it can be."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path)
            else:
                yield entry


def _digest(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - as the walk has it
        return hashlib.file_digest(file, "sha256").digest()
