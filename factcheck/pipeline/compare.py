"""The folders of a record as they are now, held against what is noted of them."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.index.files import FileRead, FileRow
from factcheck.model import STATED_FILE, Skipped
from factcheck.pipeline.fingerprint import take_fingerprint
from factcheck.pipeline.tasks import Task, describe_file, hash_rows
from factcheck.record.folder import check_folder, load_stated
from factcheck.record.readers import hash_file
from factcheck.record.walk import find_entries, find_place, look_at_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.index.store import Store
    from factcheck.model import Entity
    from factcheck.record.stated import Stated
    from factcheck.record.stated_schema import DocumentRow
    from factcheck.record.walk import Found

NOT_OPENED: Final = -1
"""The size of what is skipped without being opened: a link, a pipe, a folder that cannot be read."""


@dataclass(slots=True, kw_only=True)
class Folder:
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
            for name, row in _list_rows(stated) if stated else ():
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
class Change:
    """What must be done for a record file to hold what its folders hold.

    `stated` are folders with another record.yaml than was read, and new ones, each with who is who in it.
    """

    folders: list[Folder]
    fingerprint: str
    anew: bool
    stated: dict[str, tuple[Entity, ...]]
    tasks: list[Task] = field(default_factory=list)
    touched: list[FileRow] = field(default_factory=list)
    noted: list[FileRead] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.anew, self.stated, self.tasks, self.touched, self.noted, self.gone))


def survey(path: str) -> Folder:
    """Look over a folder, or a file that is a record of its own, by the name of its place.

    Raises:
        InputError: it is not there.
    """
    place = find_place(path)
    if place.is_file():
        return Folder(path=path, entries=[look_at_file(place)], stated_file=None)
    check_folder(place)
    entries = find_entries(place)
    stated = next((one for one in entries if one.path == STATED_FILE and not isinstance(one, Skipped)), None)
    return Folder(path=path, entries=[one for one in entries if one.path != STATED_FILE], stated_file=stated)


def _list_rows(stated: Stated) -> Iterator[tuple[str, DocumentRow]]:
    """Yield what is stated of each document; of one that is only said to correct another, that it is asked for."""
    from factcheck.record import stated_schema  # noqa: PLC0415 - slow

    yield from stated.documents.items()
    asked = {one.by for row in stated.documents.values() for one in row.corrected}
    yield from ((path, stated_schema.DocumentRow()) for path in sorted(asked - stated.documents.keys()))


def compare(store: Store, added: Sequence[str]) -> Change:
    """Hold the folders as they are now against what is noted of them."""
    known = store.list_folders()
    folders = [survey(path) for path in sorted({*known, *added})]
    _refuse_same_names(folders)
    files = store.list_files() if known else {}
    stated = {one.path: one.list_entities() for one in folders if one.path not in known or _is_stated_anew(one, files)}
    entities = [one for folder in folders for one in stated.get(folder.path, known.get(folder.path, ()))]
    fingerprint = take_fingerprint(entities)
    anew = fingerprint != store.fingerprint
    if anew:
        files, stated = {}, {folder.path: folder.list_entities() for folder in folders}
    change = Change(folders=folders, fingerprint=fingerprint, anew=anew, stated=stated)
    now = time.time_ns()
    for folder in folders:
        _compare_files(folder, files, change, now=now)
    there = {(folder.path, entry.path) for folder in folders for entry in folder.entries}
    there |= {(folder.path, STATED_FILE) for folder in folders if folder.stated_file}
    change.gone = [place for place in files if place not in there]
    return change


def _refuse_same_names(folders: Sequence[Folder]) -> None:
    """Refuse folders with files of the same path: a quote would not tell of which it is."""
    first: dict[str, str] = {}
    for folder in folders if len(folders) > 1 else ():
        for entry in folder.entries:
            other = first.setdefault(entry.path, folder.path)
            if other != folder.path:
                told = f"{other} and {folder.path} both hold {entry.path}: a quote would not tell of which it is"
                raise InputError(told, hint="add a folder that holds both, or give each an index of its own")


def _is_stated_anew(folder: Folder, files: Mapping[tuple[str, str], FileRow]) -> bool:
    """Whether record.yaml may say something else than when it was read."""
    row = files.get((folder.path, STATED_FILE))
    if row is None or folder.stated_file is None:
        return (row is None) != (folder.stated_file is None)
    return not _is_as_noted(folder.stated_file, row)


def _is_as_noted(found: Found, row: FileRow) -> bool:
    return (found.size, found.modified, found.changed) == (row.size, row.modified, row.changed)


def _compare_files(folder: Folder, files: Mapping[tuple[str, str], FileRow], change: Change, *, now: int) -> None:
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
