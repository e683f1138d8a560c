"""Folders into a record file: what is new is read, what changed is replaced, what has gone goes."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.index import FileRead, FileRow
from factcheck.model import STATED_FILE, Skipped
from factcheck.pipeline.fingerprint import take_fingerprint
from factcheck.pipeline.reads import Task, describe_file, hash_rows, read_task, read_tasks
from factcheck.record import (
    check_folder,
    find_entries,
    find_place,
    hash_file,
    load_stated,
    look_at_file,
    name_place,
    nothing_read,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.index import Store
    from factcheck.model import Entity
    from factcheck.pipeline.reads import Done
    from factcheck.record import Found
    from factcheck.record.stated import Stated
    from factcheck.record.stated_schema import DocumentRow

BATCH: Final = 20_000
"""Passages that are committed at once: a commit costs a tenth of a second, and this many take four to read."""

NOT_OPENED: Final = -1
"""The size of what is skipped without being opened: a link, a pipe, a folder that cannot be read."""


@dataclass(slots=True, kw_only=True)
class _Folder:
    """A folder as it is now; what is stated of it is read when something asks for it."""

    path: str
    entries: list[Found | Skipped]
    stated_file: Found | None
    _stated: Stated | None = None
    _rows: dict[str, dict[str, DocumentRow]] | None = None

    def load(self) -> Stated | None:
        """Return what is stated of the folder, None where nothing is."""
        if self._stated is None and self.stated_file:
            self._stated = load_stated(find_place(self.path))
        return self._stated

    def rows(self, path: str) -> dict[str, DocumentRow]:
        """Return what is stated of a file and of its parts, by their paths."""
        if self._rows is None:
            self._rows = defaultdict(dict)
            stated = self.load()
            paths = {entry.path for entry in self.entries}
            for name, row in (stated.documents if stated else {}).items():
                steps = name.split("/")
                ways = ("/".join(steps[:end]) for end in range(len(steps), 0, -1))
                self._rows[next((way for way in ways if way in paths), name)][name] = row
        return self._rows.get(path, {})

    def list_skipped(self) -> list[Skipped]:
        """Return what is not opened."""
        return [entry for entry in self.entries if isinstance(entry, Skipped)]

    def list_entities(self) -> tuple[Entity, ...]:
        """Return who is who in it."""
        stated = self.load()
        if stated is None:
            return ()
        from factcheck.record.corrections import list_entities  # noqa: PLC0415 - slow

        return list_entities(stated)


@dataclass(slots=True, kw_only=True)
class _Change:
    """What must be done for a record file to hold what its folders hold.

    `stated` are folders with another record.yaml than was read, and new ones, each with who is who in it.
    """

    folders: list[_Folder]
    fingerprint: str
    anew: bool
    stated: dict[str, tuple[Entity, ...]]
    tasks: list[Task] = field(default_factory=list)
    touched: list[FileRow] = field(default_factory=list)
    noted: list[FileRead] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.anew, self.stated, self.tasks, self.touched, self.noted, self.gone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What was done: how many files were read, and how many have gone."""

    read: int = 0
    gone: int = 0


def refresh(
    store: Store, folders: Iterable[Path] = (), *, jobs: int = 1, on_bytes: Callable[[int, int], None] | None = None
) -> Refreshed:
    """Bring a record file up to date with the folders that it was made of, and those that are given.

    Files whose size and times are as they were cost a look; others are hashed, and read where their bytes are new.
    `on_bytes` is called with the bytes read so far and their total.

    Raises:
        InputError: a folder is not there, or its record.yaml has faults; nothing is written then.
        RunError: no document can be read, or another process writes.
    """
    typed = list(folders)
    added = [name_place(folder) for folder in typed]
    done = Refreshed()
    if _compare(store, added) or not store.whole:
        with store.written():
            if not store.whole:
                store.rebuild()
            change = _compare(store, added)  # another process may have done it meanwhile
            if change:
                _apply(store, change, jobs=jobs, on_bytes=on_bytes)
                done = Refreshed(read=len(change.tasks), gone=len(change.gone))
    if not store.count_documents():
        raise nothing_read(typed or [find_place(path) for path in store.list_folders()], store.list_skipped())
    return done


def _compare(store: Store, added: Sequence[str]) -> _Change:
    """Hold the folders as they are now against what is noted of them."""
    known = store.list_folders()
    folders = [_survey(path) for path in sorted({*known, *added})]
    _refuse_same_names(folders)
    files = store.list_files() if known else {}
    stated = {one.path: one.list_entities() for one in folders if one.path not in known or _is_stated_anew(one, files)}
    entities = [one for folder in folders for one in stated.get(folder.path, known.get(folder.path, ()))]
    fingerprint = take_fingerprint(entities)
    anew = fingerprint != store.fingerprint
    if anew:
        files, stated = {}, {folder.path: folder.list_entities() for folder in folders}
    change = _Change(folders=folders, fingerprint=fingerprint, anew=anew, stated=stated)
    now = time.time_ns()
    for folder in folders:
        _compare_files(folder, files, change, now=now)
    there = {(folder.path, entry.path) for folder in folders for entry in folder.entries}
    there |= {(folder.path, STATED_FILE) for folder in folders if folder.stated_file}
    change.gone = [place for place in files if place not in there]
    return change


def _survey(path: str) -> _Folder:
    place = find_place(path)
    if place.is_file():
        return _Folder(path=path, entries=[look_at_file(place)], stated_file=None)
    check_folder(place)
    entries = find_entries(place)
    stated = next((one for one in entries if one.path == STATED_FILE and not isinstance(one, Skipped)), None)
    return _Folder(path=path, entries=[one for one in entries if one.path != STATED_FILE], stated_file=stated)


def _refuse_same_names(folders: Sequence[_Folder]) -> None:
    """Refuse folders with files of the same path: a quote would not tell of which it is."""
    first: dict[str, str] = {}
    for folder in folders if len(folders) > 1 else ():
        for entry in folder.entries:
            other = first.setdefault(entry.path, folder.path)
            if other != folder.path:
                told = f"{other} and {folder.path} both hold {entry.path}: a quote would not tell of which it is"
                raise InputError(told, hint="add a folder that holds both, or give each an index of its own")


def _is_stated_anew(folder: _Folder, files: Mapping[tuple[str, str], FileRow]) -> bool:
    """Whether record.yaml may say something else than when it was read."""
    row = files.get((folder.path, STATED_FILE))
    if row is None or folder.stated_file is None:
        return (row is None) != (folder.stated_file is None)
    return not _is_as_noted(folder.stated_file, row)


def _is_as_noted(found: Found, row: FileRow) -> bool:
    return (found.size, found.modified, found.changed) == (row.size, row.modified, row.changed)


def _compare_files(folder: _Folder, files: Mapping[tuple[str, str], FileRow], change: _Change, *, now: int) -> None:
    again = folder.path in change.stated
    for entry in folder.entries:
        row = files.get((folder.path, entry.path))
        if isinstance(entry, Skipped):
            noted = FileRow(folder.path, entry.path, NOT_OPENED, 0, 0, "", entry.reason)
            if row != noted:
                change.noted.append(FileRead(file=noted, skipped=(entry,)))
        elif row is None or again or not _is_as_noted(entry, row):
            rows = folder.rows(entry.path)
            task = Task(folder=folder.path, found=entry, now=now, stated=hash_rows(rows), rows=rows)
            if row is None or not _is_same(task, row):
                change.tasks.append(task)
            elif not _is_as_noted(entry, row):
                change.touched.append(describe_file(task, row.sha256))


def _is_same(task: Task, row: FileRow) -> bool:
    """Whether a file whose times changed holds the same bytes, and the same is stated of it."""
    if (row.stated, row.size) != (task.stated, task.found.size):
        return False
    return _is_as_noted(task.found, row) or (bool(row.sha256) and hash_file(task.found) == row.sha256)


def _apply(store: Store, change: _Change, *, jobs: int, on_bytes: Callable[[int, int], None] | None) -> None:
    entities = _list_entities(store, change)
    early = [read_task(task, entities) for task in change.tasks if task.rows]
    _refuse_faults(store, change, early)
    if change.anew:
        store.start_anew(change.fingerprint)
    for path, names in sorted(change.stated.items()):
        store.put_folder(path, names)
    store.touch(change.touched)
    store.forget(change.gone)
    store.write([*change.noted, *(done.read for done in early)])
    tasks = [task for task in change.tasks if not task.rows]
    _write_batches(store, _counted(read_tasks(tasks, entities, jobs=jobs), tasks, on_bytes))
    stated = [one for one in change.folders if one.path in change.stated and one.stated_file]
    now = time.time_ns()
    tasks = [Task(folder=one.path, found=one.stated_file, now=now) for one in stated if one.stated_file]
    store.write([FileRead(file=describe_file(task, hash_file(task.found))) for task in tasks])


def _list_entities(store: Store, change: _Change) -> list[Entity]:
    known = store.list_folders()
    names = (change.stated.get(folder.path, known.get(folder.path, ())) for folder in change.folders)
    return [entity for some in names for entity in some]


def _refuse_faults(store: Store, change: _Change, early: Sequence[Done]) -> None:
    """Refuse a record.yaml with faults, before anything is written."""
    for folder in change.folders:
        stated = folder.load() if folder.path in change.stated else None
        if stated is None:
            continue
        from factcheck.record.corrections import refuse_faults  # noqa: PLC0415 - slow

        mine = [done for done in early if done.task.folder == folder.path]
        refuse_faults(
            stated,
            [fault for done in mine for fault in done.faults],
            documents={*(kept.path for done in mine for kept in done.read.kept), *_list_unread(store, change, folder)},
            skipped=[*(one for done in mine for one in done.read.skipped), *folder.list_skipped()],
        )


def _list_unread(store: Store, change: _Change, folder: _Folder) -> set[str]:
    """The paths of documents of which nothing is stated, or the same as when they were read."""
    paths = {task.found.path for task in change.tasks if task.folder == folder.path and not task.rows}
    return paths if change.anew else paths | set(store.list_paths())


def _counted(
    done: Iterable[Done], tasks: Sequence[Task], on_bytes: Callable[[int, int], None] | None
) -> Iterator[Done]:
    """Yield what was read, and tell how many bytes of how many that is."""
    read, total = 0, sum(task.found.size for task in tasks)
    for one in done:
        yield one
        read += one.task.found.size
        if on_bytes:
            on_bytes(read, total)


def _write_batches(store: Store, done: Iterable[Done]) -> None:
    batch: list[FileRead] = []
    passages = 0
    for one in done:
        batch.append(one.read)
        passages += sum(len(kept.passages) for kept in one.read.kept)
        if passages >= BATCH:
            store.write(batch)
            batch, passages = [], 0
    store.write(batch)
