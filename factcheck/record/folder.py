"""A folder of documents: that it is one, what the user states of it, and what to say where nothing in it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, RunError
from factcheck.model import STATED_FILE
from factcheck.record.readers import ARCHIVE, READERS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Skipped
    from factcheck.record.stated import Stated

_NAMED: Final = 3
"""Skipped files that are named where none could be read."""


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
