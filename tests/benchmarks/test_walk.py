"""What it costs to see that nothing has changed: every file's size and time looked at, and none opened."""

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING, Final

from factcheck.index import INDEXES
from factcheck.index.store import Store
from factcheck.pipeline.refresh import refresh
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

SETTLING: Final = 2.5
"""Seconds after which a file's times are trusted: a change right after it was read might not show in them."""


def test_walking(note_table: Note, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    _write_files(folder)
    assert sum(1 for _ in _walk(folder)) == FILES
    store = Store(tmp_path / "index", INDEXES.load("tantivy"))
    refresh(store, [folder])
    time.sleep(SETTLING)
    refresh(store)  # notes the times of the files that were too young
    ways = {
        "os.scandir and stat": lambda: [
            (one.path, one.stat().st_size, one.stat().st_mtime_ns) for one in _walk(folder)
        ],
        "Path.rglob and stat": lambda: [(path, path.stat().st_size) for path in folder.rglob("*.txt")],
        "factcheck, a refresh with nothing to do": lambda: refresh(store),
        "every file read, its SHA-256 taken": lambda: [_digest(one.path) for one in _walk(folder)],
    }
    spent = {name: time_call(way, runs=7)[1] for name, way in ways.items()}
    base = next(iter(spent.values()))
    store.close()
    rows = [(name, f"{one:.0f}", f"{one / base:.1f}×") for name, one in spent.items()]
    note_table(f"Looking at {FILES:,} files in which nothing changed", ("way", "warm, ms", "ratio"), rows)


def _write_files(folder: Path) -> None:
    for number in range(FILES):
        path = folder / f"{number // FILES_A_FOLDER:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
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
