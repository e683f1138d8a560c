"""A folder to an Intake: every file becomes a Document or is Skipped with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import STATED_FILE, Document, Intake, Skipped
from factcheck.record.files import read_file
from factcheck.record.folder import check_folder, load_stated, nothing_read
from factcheck.record.walk import find_entries

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.record.stated import Stated


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


def _with_stated(stated: Stated, intake: Intake) -> Intake:
    from factcheck.record.corrections import apply_stated  # noqa: PLC0415 - slow

    return apply_stated(stated, intake)
