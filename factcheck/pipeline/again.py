"""The files of a record read again, as if nothing of them had been kept."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import FaultsError, InputError, RunError
from factcheck.model import STATED_FILE
from factcheck.pipeline.compare import survey
from factcheck.pipeline.reads import read_tasks
from factcheck.pipeline.tasks import Task
from factcheck.record.walk import Found, name_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.index.keeping import Kept
    from factcheck.model import Entity, Skipped
    from factcheck.pipeline.compare import Folder
    from factcheck.pipeline.reads import Done
    from factcheck.record.corrections import StatedFault


@dataclass(slots=True, kw_only=True)
class Rereading:
    """Folders that are read again; `entities` is who is who in them.

    `skipped`, and the `faults` of their record.yaml as lines for people, are whole when all documents were read.
    """

    folders: Sequence[Folder]
    entities: tuple[Entity, ...]
    faults: list[str] = field(default_factory=list)
    _skipped: list[tuple[str, Skipped]] = field(default_factory=list)

    @property
    def skipped(self) -> list[Skipped]:
        """What was not read, in the order of the files."""
        return [skip for _, skip in sorted(self._skipped, key=lambda one: one[0])]

    def read(self, *, jobs: int = 1, on_bytes: Callable[[int, int], None] | None = None) -> Iterator[Kept]:
        """Yield the documents, file by file, read in `jobs` processes where that is worth it.

        `on_bytes` is called with the bytes read so far and their total.
        """
        tasks = {folder.path: _list_tasks(folder) for folder in self.folders}
        done, total = 0, sum(task.work for lot in tasks.values() for task in lot)
        for folder in self.folders:
            found = _Seen()
            self._skipped += [(skip.path, skip) for skip in folder.list_skipped()]
            for one in read_tasks(tasks[folder.path], self.entities, jobs=jobs):
                yield from one.read.kept
                self._skipped += [(one.task.found.path, skip) for skip in one.read.skipped]
                found.note(one)
                done += one.task.work
                if on_bytes:
                    on_bytes(done, total)
            self.faults += _find_faults(folder, found)


def reread(folders: Sequence[Path]) -> Rereading:
    """Get ready to read folders again; nothing is read yet but what is stated of them.

    Raises:
        RunError: one is not there, or what is stated of it cannot be read.
    """
    try:
        surveyed = [survey(path) for path in sorted({name_place(folder) for folder in folders})]
        entities = tuple(entity for folder in surveyed for entity in folder.list_entities())
    except FaultsError as error:
        told = "; ".join(fault.message for fault in error.faults)
        raise RunError(f"{error.path}: {told}", hint=error.hint) from None
    except InputError as error:
        raise RunError(error.message, hint=error.hint) from None
    return Rereading(folders=surveyed, entities=entities)


@dataclass(slots=True)
class _Seen:
    """What a folder holds, as far as record.yaml may be wrong about it."""

    documents: set[str] = field(default_factory=set)
    skipped: list[Skipped] = field(default_factory=list)
    faults: list[StatedFault] = field(default_factory=list)

    def note(self, one: Done) -> None:
        self.documents |= {kept.path for kept in one.read.kept}
        self.skipped += one.read.skipped
        self.faults += one.faults


def _list_tasks(folder: Folder) -> list[Task]:
    now = time.time_ns()  # says when a file may be looked at no more, which is not asked here
    found = (one for one in folder.entries if isinstance(one, Found))
    return [Task(folder=folder.path, found=one, now=now, rows=folder.rows(one.path)) for one in found]


def _find_faults(folder: Folder, found: _Seen) -> list[str]:
    stated = folder.load()
    if stated is None:
        return []
    from factcheck.record.corrections import refuse_faults  # noqa: PLC0415 - slow, and only where something is stated

    skipped = [*found.skipped, *folder.list_skipped()]
    try:
        refuse_faults(stated, found.faults, documents=found.documents, skipped=skipped)
    except FaultsError as error:
        return [f"{STATED_FILE}:{fault.line}:{fault.column}: {fault.message}" for fault in error.faults]
    return []
