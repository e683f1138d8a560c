"""Folders into a record file: what is new is read, what changed is replaced, what has gone goes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.index.files import FileRead
from factcheck.model import STATED_FILE
from factcheck.pipeline.compare import compare
from factcheck.pipeline.tasks import Task, describe_file
from factcheck.record.folder import nothing_read
from factcheck.record.readers import hash_file
from factcheck.record.walk import find_place, name_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.index.store import Store
    from factcheck.model import Entity
    from factcheck.pipeline.compare import Change, Folder
    from factcheck.pipeline.reads import Done

BATCH: Final = 20_000
"""Passages that are committed at once: a commit costs a tenth of a second, and this many take four to read."""


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
    if compare(store, added) or not (store.settled and store.whole):
        with store.written():
            if not store.whole:
                store.rebuild()
            change = compare(store, added)  # another process may have done it meanwhile
            if change:
                _apply(store, change, jobs=jobs, on_bytes=on_bytes)
                done = Refreshed(read=len(change.tasks), gone=len(change.gone))
    if not store.count_documents():
        raise nothing_read(typed or [find_place(path) for path in store.list_folders()], store.list_skipped())
    return done


def _apply(store: Store, change: Change, *, jobs: int, on_bytes: Callable[[int, int], None] | None) -> None:
    from factcheck.pipeline.reads import read_task, read_tasks  # noqa: PLC0415 - slow, and only where there is news

    entities = _list_entities(store, change)
    early = [read_task(task, entities) for task in change.tasks if task.rows]
    _refuse_faults(store, change, early)
    if change.anew:
        store.start_anew(change.fingerprint)
    for path, names in sorted(change.stated.items()):
        store.put_folder(path, names)
    store.touch(change.touched)
    store.forget([place for place in change.gone if place[1] != STATED_FILE])
    store.write([*change.noted, *(done.read for done in early)])
    tasks = [task for task in change.tasks if not task.rows]
    _write_batches(store, _counted(read_tasks(tasks, entities, jobs=jobs), tasks, on_bytes))
    # what tells that a record.yaml was taken in comes last: a run that ends before leaves all of it to the next
    store.forget([place for place in change.gone if place[1] == STATED_FILE])
    stated = [one for one in change.folders if one.path in change.stated and one.stated_file]
    now = time.time_ns()
    tasks = [Task(folder=one.path, found=one.stated_file, now=now) for one in stated if one.stated_file]
    store.write([FileRead(file=describe_file(task, hash_file(task.found))) for task in tasks])


def _list_entities(store: Store, change: Change) -> list[Entity]:
    known = store.list_folders()
    names = (change.stated.get(folder.path, known.get(folder.path, ())) for folder in change.folders)
    return [entity for some in names for entity in some]


def _refuse_faults(store: Store, change: Change, early: Sequence[Done]) -> None:
    """Refuse a record.yaml with faults, before anything is written: it may state something of what has gone."""
    touched = {*change.stated, *(folder for folder, _ in change.gone), *(done.task.folder for done in early)}
    for folder in change.folders:
        stated = folder.load() if folder.path in touched else None
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


def _list_unread(store: Store, change: Change, folder: Folder) -> set[str]:
    """The paths of documents of which nothing is stated, or the same as when they were read."""
    paths = {task.found.path for task in change.tasks if task.folder == folder.path and not task.rows}
    if change.anew:
        return paths
    other = {*change.gone, *((task.folder, task.found.path) for task in change.tasks)}
    held = store.list_places().items()
    return paths | {path for path, place in held if place[0] == folder.path and place not in other}


def _counted(
    done: Iterable[Done], tasks: Sequence[Task], on_bytes: Callable[[int, int], None] | None
) -> Iterator[Done]:
    """Yield what was read, and tell how many bytes of how many that is."""
    read, total = 0, sum(task.work for task in tasks)
    for one in done:
        yield one
        read += one.task.work
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
