"""Whether a record file is whole: its text, its index, and the files that it was read from."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.index.rows import DAMAGE, read_whole
from factcheck.pipeline.proof import locate
from factcheck.record.readers import hash_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.index.store import Store


def check_record(store: Store, *, on_document: Callable[[int, int], None] | None = None) -> Iterator[str]:
    """Yield what is wrong with a record file, a line for people each: nothing where it is whole.

    The tables are checked by SQLite, every passage against the text of its document, every text against its hash, the
    index against the passages, and every file against the bytes that were read. `on_document` is called with the
    documents checked and their total.
    """
    yield from (f"the record file is damaged: {fault}" for fault in store.check_tables())
    if not store.settled:
        yield "the record is being written, or was left halfway: the next run clears that away"
    if not store.whole:
        yield "the index cannot be read, or lacks passages: the next run makes it anew"
    with store.seen():
        documents = store.list_numbers()
        for done, number in enumerate(documents, 1):
            yield from _check_document(store, number)
            if on_document:
                on_document(done, len(documents))
        yield from _check_index(store)
        yield from _check_files(store)


def _check_index(store: Store) -> Iterator[str]:
    try:
        yield from (f"the index is damaged: {name} is not as it was written" for name in store.index.find_damage())
        more = store.index.count() - store.count_indexed()
    except DAMAGE:
        return  # which was told
    if more > 0:
        yield f"the index has {more:,} passages that no document has"


def _check_document(store: Store, number: int) -> Iterator[str]:
    try:
        document, passages, first = read_whole(store.connection, number)
    except DAMAGE as error:
        yield f"{store.find_path(number)}: cannot be read back: {error}"
        return
    if sha256(document.text.encode()).hexdigest() != document.text_sha256:
        yield f"{document.path}: its text is not the one that was read"
    for passage in passages:
        if passage.span.of(document.text) != passage.text:
            yield f"{passage.id}: the passage does not stand there in the text"
    wanted = store.list_indexed(number)
    try:
        indexed = store.index.list_numbers(number, limit=len(wanted) + 1)
    except DAMAGE:
        return  # which was told
    for one in sorted(wanted - indexed):
        yield f"{passages[one - first].id}: the index does not have the passage"


def _check_files(store: Store) -> Iterator[str]:
    for file in sorted(store.list_files().values()):
        if file.sha256:
            digest = hash_file(locate(file.folder, file.path))
            if digest != file.sha256:
                told = "holds other bytes than when it was read" if digest else "cannot be found where it was read"
                yield f"{file.path}: the file {told}"
