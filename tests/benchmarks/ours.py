"""factcheck's own index over the same rows: its engine alone, and passages as a check of claims gets them."""

# ruff: noqa: PLC0415 - each process measures one engine alone

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from tests.benchmarks.corpus import PASSAGES_A_FILE
from tests.benchmarks.rivals import OneByOne

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.index.keeping import Kept
    from factcheck.model import Document, Entry, Passage, Reading, Scope
    from factcheck.values import DateRange
    from tests.benchmarks.rows import Row

_BEFORE: Final = 3
"""Sentences before a passage that it carries."""


class Numbers(OneByOne):
    """The engine alone, fed with what is kept of passages; nothing is looked up of what it finds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, rows: Iterable[Row]) -> None:
        """Write the index of these rows."""
        add_entries(self._folder, list_entries(rows))

    def open(self) -> None:
        """Open the index."""
        from factcheck.index.engine import open_index

        self._index = open_index(self._folder)

    def search(self, terms: Sequence[str], *, limit: int, since: int, until: int, speaker: str) -> list[int]:
        """Return the best rows."""
        scope = _make_scope(since=since, until=until, speaker=speaker)
        return [one.number - 1 for one in self._index.rank(_stem(terms), limit=limit, scope=scope)]


class Passages(OneByOne):
    """Passages with all that is known of them, read from the record file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, rows: Iterable[Row]) -> None:
        """Write the record file of these rows, in batches as large as a refresh's."""
        from factcheck.index.files import FileRead, FileRow
        from factcheck.pipeline.refresh import BATCH
        from factcheck.reading import read_passage

        self.open()
        with self._store.written():
            kept = keep_rows(rows, read_passage)
            while batch := list(islice(kept, BATCH // PASSAGES_A_FILE)):
                self._store.write([FileRead(file=FileRow("", one.path, 0, 0, 0, "", ""), kept=(one,)) for one in batch])
        self._store.close()

    def open(self) -> None:
        """Open the record file."""
        from factcheck.index import INDEXES
        from factcheck.index.store import Store

        self._store = Store(self._folder, INDEXES.load("tantivy"))

    def search(self, terms: Sequence[str], *, limit: int, since: int, until: int, speaker: str) -> list[int]:
        """Return the best rows; nothing that an earlier query read is kept, since each looks at another period."""
        from factcheck.index.view import View

        scope = _make_scope(since=since, until=until, speaker=speaker)
        hits = View(self._store, scope=scope).search(_stem(terms), limit=limit)
        return [hit.passage.mark.row for hit in hits if hit.passage.mark and hit.passage.mark.row is not None]


def list_entries(rows: Iterable[Row]) -> Iterator[Entry]:
    """Yield what the engine keeps of rows, each numbered one above its own number."""
    from factcheck.index import batches

    free = 1
    for document, kept in enumerate(keep_rows(rows, None), 1):
        yield from batches.list_entries(kept, document, free)
        free += len(kept.passages)


def add_entries(folder: Path, entries: Iterable[Entry]) -> None:
    """Write an index of entries, committed as often as a refresh does."""
    from factcheck.index.engine import open_index
    from factcheck.pipeline.refresh import BATCH

    index = open_index(folder)
    waiting = iter(entries)
    while batch := list(islice(waiting, BATCH)):
        index.add(batch)
        index.commit()
    index.close()


def keep_rows(rows: Iterable[Row], read: Callable[[Passage], Reading] | None) -> Iterator[Kept]:
    """Yield what is kept of rows, as of documents of so many passages each."""
    from factcheck.index.keeping import keep

    waiting, first = iter(rows), 0
    while part := list(islice(waiting, PASSAGES_A_FILE)):
        yield keep(*_make_document(part, first), read)
        first += len(part)


def _make_document(rows: Sequence[Row], first: int) -> tuple[Document, list[Passage]]:
    """A document of one section whose lines are the rows, and its passages; each tells the number of its row."""
    from factcheck.model import Basis, Block, BlockKind, Dated, Document, DocumentKind, Fact, Section
    from factcheck.values import Span

    text = "\n".join(row.text for row in rows)
    day = _make_range(rows[0].day)
    published, whole = Dated(value=day, basis=Basis.INFERRED), Span(0, len(text))
    blocks = (Block(span=whole, kind=BlockKind.PARAGRAPH),)
    document = Document(
        path=f"{first}.txt",
        sha256="",
        text_sha256="",
        reader="text",
        title=Fact(),
        publisher=Fact(),
        author=Fact(),
        published=published,
        url=Fact(),
        kind=DocumentKind.ARTICLE,
        kind_basis=Basis.INFERRED,
        text=text,
        sections=(Section(span=whole, heading=None, published=published, author=Fact(), blocks=blocks),),
    )
    return document, list(_make_passages(rows, document, first))


def _make_passages(rows: Sequence[Row], document: Document, first: int) -> Iterator[Passage]:
    from factcheck.model import Attribution, Mark, Passage, VoiceKind
    from factcheck.values import Span

    start = 0
    for place, row in enumerate(rows):
        span = Span(start, start + len(row.text))
        named = Attribution(voice=VoiceKind.NAMED, speaker=row.speaker, reason="named at its quotation marks")
        yield Passage(
            id=f"{document.path}:{span.start}-{span.end}",
            document=document.path,
            span=span,
            text=row.text,
            section=0,
            published=document.published.value,
            attribution=named if row.speaker else Attribution(),
            before=tuple(one.text for one in rows[max(place - _BEFORE, 0) : place]),
            mark=Mark(start=span.start, row=first + place),
        )
        start = span.end + 1


def _make_scope(*, since: int, until: int, speaker: str) -> Scope:
    from factcheck.model import Scope

    speakers = frozenset({speaker}) if speaker else None
    return Scope(since=_make_range(since), until=_make_range(until), speakers=speakers)


def _make_range(day: int) -> DateRange | None:
    from factcheck.values import DateRange

    return DateRange.day(date.fromordinal(day)) if day else None


def _stem(terms: Sequence[str]) -> list[str]:
    from factcheck.text import tokenize

    return [token.stem for term in terms for token in tokenize(term)]
