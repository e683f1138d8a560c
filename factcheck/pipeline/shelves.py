"""Where the record file of a folder is kept."""

from __future__ import annotations

from hashlib import sha256
from shutil import rmtree
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, RunError
from factcheck.index import INDEXES
from factcheck.index.opened import FILE
from factcheck.index.store import Store
from factcheck.pipeline.fingerprint import list_own
from factcheck.record.walk import find_place, name_place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ENGINE: Final = "tantivy"


def find_store(folder: Path, index: Path | None, *, named: bool = True) -> tuple[Store, list[Path]]:
    """Return the record file of a folder and the folders to bring it up to date with, besides those it was made of.

    Without an `index` it lies in the user's cache, or in memory where nothing can be written there. With one, the
    folder is the default where the index has been made already, unless it was `named`.

    Raises:
        InputError: the index lies in the folder, is no index, or is that of other folders.
    """
    if index is None:
        return open_cached([folder]), [folder]
    store = open_store(index, [folder])
    known = set(store.list_folders())
    if store.foreign and not named:
        hint = "name the folders that it was made of: factcheck record add path/to/documents --index path/to/folder"
        raise InputError(f"{index}: was made by another version, and has to be made anew", hint=hint)
    if known and not named:
        return store, []
    if known - {name_place(folder)}:
        listed = ", ".join(sorted(known))
        hint = "leave --record out, or name another place: --index path/to/folder"
        raise InputError(f"{index}: is the index of {listed}, not of {folder}", hint=hint)
    return store, [folder]


def open_store(index: Path, folders: Sequence[Path]) -> Store:
    """Open the record file in a folder of its own, which is made where it is not there.

    Raises:
        InputError: it lies in one of the folders of documents, or holds something else.
        RunError: it cannot be made.
    """
    for folder in folders:
        if index.resolve().is_relative_to(folder.resolve()):
            hint = "name a place outside of it: a record is never written to"
            raise InputError(f"{index}: lies in {folder}, which is to be read", hint=hint)
    if index.is_dir() and not (index / FILE).exists() and any(index.iterdir()):
        raise InputError(f"{index}: is no index, and not empty", hint="name a folder that is not there yet")
    return Store(index, INDEXES.load(_ENGINE))


def open_cached(folders: Sequence[Path]) -> Store:
    """Open the record file of some folders in the user's cache, or in memory where nothing may be written there."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where no place is given

    names = [name_place(folder) for folder in folders]
    key = sha256("\0".join([*sorted(names), *list_own()]).encode()).hexdigest()[:20]
    caches = user_cache_path("factcheck")
    place = caches / key
    if any(_would_be_read(place, folder) for folder in folders):
        return Store(None, INDEXES.load(_ENGINE))
    if not place.is_dir():
        _drop_orphans(caches)
    try:
        return Store(place, INDEXES.load(_ENGINE))
    except RunError:  # a home that cannot be written to: what is read is kept for this run
        return Store(None, INDEXES.load(_ENGINE))


def _drop_orphans(caches: Path) -> None:
    """Delete what was kept of folders that are no longer there."""
    for folder in sorted(caches.glob("*/")):
        if not (folder / FILE).is_file():
            continue
        try:
            store = Store(folder, INDEXES.load(_ENGINE))
            known = store.list_folders()
            store.close()
        except InputError:  # damaged: whoever asks for it is told
            continue
        if known and not any(find_place(path).exists() for path in known):
            rmtree(folder, ignore_errors=True)


def _would_be_read(place: Path, folder: Path) -> bool:
    """Whether a place lies in a folder of documents, in a part of it that is not hidden."""
    whole, around = place.resolve(), folder.resolve()
    return whole.is_relative_to(around) and not any(part.startswith(".") for part in whole.relative_to(around).parts)
