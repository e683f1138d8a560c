"""A folder to an Intake: every file becomes a Document or is Skipped with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, RunError
from factcheck.model import STATED_FILE, Document, Intake, Skipped
from factcheck.record.files import ARCHIVE, READERS, read_file
from factcheck.record.walk import find_entries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.record.stated import Stated

_NAMED: Final = 3
"""Skipped files that are named where none could be read."""


def read_folder(folder: Path) -> Intake:
    """Read every file under a folder at once, in the order of their paths; hidden files and folders are left alone.

    Raises:
        InputError: there is no such folder, or its `record.yaml` has faults.
        RunError: it holds no document that can be read.
    """
    check_folder(folder)
    stated = load_stated(folder)
    columns = stated.columns() if stated else {}
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for entry in find_entries(folder):
        if isinstance(entry, Skipped):
            skipped.append(entry)
        elif entry.path != STATED_FILE:
            read = read_file(entry, columns)
            documents += read.documents
            skipped += read.skipped
    if not documents:
        raise nothing_read([folder], skipped)
    intake = Intake(documents=tuple(documents), skipped=tuple(skipped))
    return _with_stated(stated, intake) if stated else intake


def check_folder(folder: Path) -> None:
    """Refuse what is no folder.

    Raises:
        InputError: there is none, or it is a file.
    """
    if not folder.exists():
        raise InputError(f"there is no folder {folder}", hint="give the folder that holds the documents")
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder", hint="give the folder that holds the document, not the file")


def load_stated(folder: Path) -> Stated | None:
    """Read what the user states of a folder; its machinery is imported only when there is any.

    Raises:
        InputError: it cannot be read at all; other faults are kept in it.
    """
    path = folder / STATED_FILE
    if not path.is_file():
        return None
    from factcheck.record.stated import read_stated  # noqa: PLC0415 - slow

    return read_stated(path)


def nothing_read(folders: Sequence[Path], skipped: Sequence[Skipped]) -> RunError:
    """What to say of folders in which no document can be read: that it is empty, or what was skipped and why."""
    named = " and ".join(map(str, folders))
    if not skipped:
        return RunError(f"the folder {named} is empty", hint="put the documents to check against into it")
    shown = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:_NAMED])
    more = f"; and {len(skipped) - _NAMED} more" if len(skipped) > _NAMED else ""
    files = "1 file was" if len(skipped) == 1 else f"{len(skipped)} files were"
    hint = f"documents are files that end in {', '.join((*READERS.names, ARCHIVE))} ({shown}{more})"
    return RunError(f"no document in {named} can be read; {files} skipped", hint=hint)


def _with_stated(stated: Stated, intake: Intake) -> Intake:
    from factcheck.record.corrections import apply_stated  # noqa: PLC0415 - slow

    return apply_stated(stated, intake)
