"""A record as it stood at one commit, or the part of it that is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from factcheck.index.meaning import DEPTH, WHOLE, take_first
from factcheck.index.packing import unpack_reading
from factcheck.index.rows import (
    find_document,
    find_places,
    find_rows,
    find_shelved,
    has_document,
    hash_passages,
    list_numbers,
    read_passage,
)
from factcheck.index.schema import VISIBLE
from factcheck.model import Document, Hit, Scope

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.index.meaning import Meaning, Sought
    from factcheck.index.rows import Shelved
    from factcheck.index.store import Store
    from factcheck.model import Outline, Ranked

Key = TypeVar("Key")
Value = TypeVar("Value")

_GROWTH: Final = 4
"""How many times as many hits are asked for where copies or ties filled the first list."""

_DOCUMENTS: Final = 64
"""Documents that are kept in memory: evidence on one claim comes from fewer, mostly."""

_PASSAGES: Final = 8_192
"""Passages that are kept in memory with what was found in them: the candidates of twenty claims."""


_PLACES: Final = 100_000
"""Passages of which it is kept in memory where they stand: some 20 MB."""


class Recent(OrderedDict[Key, Value]):
    """The values that were used last, at most `most` of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def use(self, key: Key) -> Value | None:
        """Return a value and count it as used, None where it is not there."""
        if key not in self:
            return None
        self.move_to_end(key)
        return self[key]

    def put(self, key: Key, value: Value) -> Value:
        """Add a value, and drop the one that was not used for longest."""
        self[key] = value
        if len(self) > self._most:
            self.popitem(last=False)
        return value


class Nominee(NamedTuple):
    """A passage that the index found and that was not read: its id, its document, and whether it would be compared.

    `near` is True where it is among those that an encoder compares with what is sought.
    """

    id: str
    document: str
    near: bool
    ranked: Ranked


class View(Mapping[str, Document]):
    """The documents of a store by path, and the passages that fit a query, as of the commit that the store looks at.

    Where `outlines` are given, the record is these documents with these of their sections, and `scope` must say the
    same of its passages; otherwise it is all that is there. `meaning` orders hits, where there is an encoder: all of
    them where the record is `small`.
    """

    def __init__(
        self,
        store: Store,
        *,
        scope: Scope | None = None,
        outlines: Iterable[Outline] | None = None,
        meaning: Meaning | None = None,
    ) -> None:
        self._connection: sqlite3.Connection = store.connection
        self._index = store.index
        self._scope = scope or Scope()
        self._meaning = meaning
        self._outlines = None if outlines is None else {outline.path: outline for outline in outlines}
        self._documents: Recent[str, Document] = Recent(_DOCUMENTS)
        self._shelved: Recent[int, Shelved] = Recent(_PASSAGES)
        self._passages: Recent[int, Hit] = Recent(_PASSAGES)
        self._places: Recent[int, tuple[str, str]] = Recent(_PLACES)
        self._small_words: frozenset[str] | None = None
        self.small = meaning is not None and self._count_passages(store) <= WHOLE
        newest = int(self._connection.execute("SELECT coalesce(max(id), 0) FROM document").fetchone()[0])
        self._index.overlook(store.list_hidden(), above=newest)

    def __getitem__(self, path: str) -> Document:
        """Return the document of a path; of its sections, those that are looked at."""
        document = self._documents.use(path)
        if document is None:
            found = find_document(self._connection, path) if path in self else None
            if found is None:
                raise KeyError(path)
            document = self._documents.put(path, self._narrow(found))
        return document

    def __contains__(self, path: object) -> bool:
        """Whether the record has a document of that path."""
        if self._outlines is not None:
            return path in self._outlines
        return path in self._documents or has_document(self._connection, str(path))

    def __iter__(self) -> Iterator[str]:
        """Return the paths in order."""
        if self._outlines is not None:
            return iter(sorted(self._outlines))
        query = "SELECT path FROM document WHERE state = ? ORDER BY path"
        return iter([row[0] for row in self._connection.execute(query, (VISIBLE,))])

    def __len__(self) -> int:
        """Return how many documents there are."""
        return sum(1 for _ in self)

    def search(self, terms: Sequence[str], *, limit: int, near: Sought | None = None) -> list[Hit]:
        """Return the passages that share a term, best first, ties by id; copies of one text count once to `limit`.

        Where there is an encoder, those that come first are ordered anew by how near they are to what is sought.
        """
        hits = self._find(terms, limit)
        return self._order(hits, near) if near else hits

    def look_through(self, terms: Sequence[str], *, near: Sought) -> list[Hit]:
        """Return the same of a small record with an encoder, and with a score of 0 those that share no term."""
        return self._order(self._find(terms, WHOLE, rest=True), near)

    def nominate(self, terms: Sequence[str], *, limit: int) -> list[Nominee]:
        """Return what `search` finds for the same terms and limit, without reading it, whatever it is ordered by."""
        found = self._rank(terms, limit)
        places = self._locate([one.number for one in found])
        found.sort(key=lambda one: (-one.score, places[one.number][0]))
        near = take_first((one.wording for one in found), self._depth) if self._meaning else set()
        return [Nominee(*places[one.number], one.wording in near, one) for one in found]

    def fetch(self, nominees: Iterable[Nominee]) -> list[Hit]:
        """Read passages that were nominated; they are compared with nothing."""
        return self._fetch([one.ranked for one in nominees])

    def hash_passages(self, path: str) -> dict[str, bytes]:
        """Return what tells each passage of a document from any other wherever it stands, by its id."""
        return hash_passages(self._connection, path)

    def _locate(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return the ids of passages with the paths of their documents, by their numbers."""
        known = {number: place for number in numbers if (place := self._places.use(number))}
        for number, place in find_places(self._connection, [one for one in numbers if one not in known]).items():
            known[number] = self._places.put(number, place)
        return known

    @property
    def _depth(self) -> int:
        return WHOLE if self.small else DEPTH

    def _order(self, hits: list[Hit], near: Sought) -> list[Hit]:
        return self._meaning.order(hits, near, depth=self._depth) if self._meaning else hits

    def _find(self, terms: Sequence[str], limit: int, *, rest: bool = False) -> list[Hit]:
        hits = self._fetch(self._rank(terms, limit, rest=rest))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _rank(self, terms: Sequence[str], limit: int, *, rest: bool = False) -> list[Ranked]:
        count = 2 * limit
        while True:
            ranked = self._index.rank(terms, limit=count, scope=self._scope, rest=rest)
            kept = _cut(ranked, limit)
            # a copy or a tie may be among those that were not asked for
            whole = len(ranked) < count
            if whole or (kept and len(kept) < len(ranked) and kept[-1].score > ranked[-1].score):
                return kept
            count *= _GROWTH

    def list_passages(self, path: str) -> list[Hit]:
        """Return the passages of a document in order, those of its sections that are looked at, read alike as one."""
        numbers = list_numbers(self._connection, path)
        found = self._read(numbers)
        hits = [found[number] for number in numbers]
        if self._outlines is None:
            return hits
        spans = [section.span for section in self._outlines[path].sections]
        return [hit for hit in hits if any(span.contains(hit.passage.span) for span in spans)]

    def find_small_words(self, words: Collection[str]) -> frozenset[str]:
        """Return those of some words that the record writes without a capital somewhere: they are no names."""
        marks = ",".join("?" * len(words))
        query = f"SELECT word FROM word WHERE word IN ({marks})"  # noqa: S608 - nothing but question marks
        found = frozenset(row[0] for row in self._connection.execute(query, tuple(words)))
        if self._outlines is None:
            return found
        if self._small_words is None:
            self._small_words = self._gather_small_words(self._outlines)
        return found & self._small_words

    def _gather_small_words(self, outlines: Mapping[str, Outline]) -> frozenset[str]:
        """Those of the documents and sections that are looked at: the others are not known of."""
        from factcheck.index.keeping import find_small_words  # noqa: PLC0415 - only a part of a record asks for it

        words: set[str] = set()
        for path, outline in outlines.items():
            whole = find_document(self._connection, path)
            if whole is None:
                continue
            part = len(outline.sections) < len(whole.sections)
            texts = [section.span.of(whole.text) for section in outline.sections] if part else [whole.text]
            words.update(*map(find_small_words, texts))
        return frozenset(words)

    def _count_passages(self, store: Store) -> int:
        if self._outlines is None:
            return store.count_indexed()
        return sum(section.passages for outline in self._outlines.values() for section in outline.sections)

    def _narrow(self, document: Document) -> Document:
        if self._outlines is None:
            return document
        spans = {section.span for section in self._outlines[document.path].sections}
        sections = tuple(section for section in document.sections if section.span in spans)
        return document if len(sections) == len(document.sections) else replace(document, sections=sections)

    def _fetch(self, ranked: Sequence[Ranked]) -> list[Hit]:
        missing = [one.number for one in ranked if one.number not in self._passages]
        found = self._read(missing) if missing else {}
        hits = []
        for one in ranked:
            kept = found.get(one.number) or self._passages.use(one.number)
            if kept:
                hits.append(
                    Hit(
                        passage=kept.passage,
                        reading=kept.reading,
                        score=one.score,
                        copies=kept.copies,
                        heading=kept.heading,
                    )
                )
        return hits

    def _read(self, numbers: Sequence[int]) -> dict[int, Hit]:
        rows = find_rows(self._connection, numbers)
        wanted = {row.document for row, _ in rows.values()}
        shelved = {number: kept for number in wanted if (kept := self._shelved.use(number))}
        for number, kept in find_shelved(self._connection, wanted - shelved.keys()).items():
            shelved[number] = self._shelved.put(number, kept)
        found = {}
        for number in numbers:
            row, before = rows[number]
            shelf = shelved[row.document]
            passage = read_passage(row, before, shelf)
            reading = unpack_reading(row.reading, passage)
            heading = shelf.outline.sections[row.section].heading or shelf.outline.title.value or ""
            hit = Hit(passage=passage, reading=reading, score=0.0, copies=row.copies, heading=heading)
            found[number] = self._passages.put(number, hit)
        return found


def _cut(ranked: Sequence[Ranked], limit: int) -> list[Ranked]:
    """Keep those of the first `limit` distinct wordings, in the order of their scores."""
    wordings: set[int] = set()
    kept = []
    for one in sorted(ranked, key=lambda one: (-one.score, one.wording)):
        wordings.add(one.wording)
        if len(wordings) > limit:
            break
        kept.append(one)
    return kept
