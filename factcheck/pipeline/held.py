"""A record that was read at once and is held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.index import INDEXES
from factcheck.index.files import FileRead, FileRow
from factcheck.index.keeping import keep
from factcheck.index.store import Store
from factcheck.reading import find_notices, read_document, read_passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Intake


def hold(intake: Intake, *, index: str = "tantivy", on_text: Callable[[int, int], None] | None = None) -> Store:
    """Return a record file in memory with all that an intake has; `index` is the name of its engine.

    `on_text` is called with the characters that have been read and their total.
    """
    store = Store(None, INDEXES.load(index))
    store.put_folder("", intake.entities)
    kept = []
    done, total = 0, sum(len(document.text) for document in intake.documents)
    for document in intake.documents:
        passages = read_document(document, intake.entities)
        kept.append(keep(document, passages, read_passage, notices=find_notices(document)))
        done += len(document.text)
        if on_text:
            on_text(done, total)
    store.write([FileRead(file=FileRow("", "", 0, 0, 0, "", ""), kept=tuple(kept), skipped=intake.skipped)])
    return store
