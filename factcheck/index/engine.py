"""The embedded default: tantivy over stems, in a folder or in memory."""

from __future__ import annotations

import json
import math
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Final
from zlib import crc32

import tantivy

from factcheck.errors import RunError
from factcheck.model import Ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.model import Entry, Scope

_NEARBY: Final = 0.3
"""What a word counts that stands in the sentence before: enough to find "It is chaired by …"."""

_STEP: Final = 8
"""Steps that a weight has in one: sums of eighths are exact in the floats of the engine, in any order."""

_TIE: Final = 2.0**-13
"""How far a tie moves a score, as a share of it: less than half a step for any score below 512."""

_HEAP_BYTES: Final = 15_000_000
"""The least memory that tantivy's writer takes."""

_BULK_HEAP_BYTES: Final = 80_000_000
"""Memory for a writer of many passages: with less, more and smaller segments are written and merged again."""

_NUMBERS: Final = ("document", "known", "first", "last", "number", "wording")
_CHECKED: Final = frozenset({".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term"})
"""The suffixes of files that end in a checksum of what is before it."""

_LAST_DAY: Final = date.max.toordinal()


class TantivyIndex:
    """Passages by the stems of their words and of the sentence before.

    A passage scores the sum of the weights of the words that it has, each word's weight being its inverse document
    frequency after Robertson and Spärck Jones, as in BM25. How often a word stands in a passage and how long that is
    do not count: on sentences neither helps (abstracts with the evidence of SciFact's claims found first: 56.9 %, with
    BM25 52.2 %; among the first ten: 85.1 % either way), and without them a score depends on nothing but the passages
    that are there, however they came in.
    """

    def __init__(self, folder: Path | None = None) -> None:
        builder = tantivy.SchemaBuilder()
        for field in ("here", "nearby"):
            builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
        for field in ("speaker", "publisher"):
            builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
        for field in _NUMBERS:
            builder.add_unsigned_field(field, fast=True, indexed=field == "document")
        builder.add_float_field("tie", fast=True)
        self._schema = builder.build()
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder)) if folder else tantivy.Index(self._schema)
        self._writer: tantivy.IndexWriter | None = None
        self._searcher = self._index.searcher()
        self._deleted = False
        self._unseen: tantivy.Query | None = None
        self._overlooked = 0

    def add(self, entries: Iterable[Entry]) -> None:
        """Add passages; they are found after the next commit."""
        writer = self._write()
        for entry in entries:
            kept = tantivy.Document()
            kept.add_text("here", entry.here)
            kept.add_text("nearby", entry.nearby)
            if entry.speaker:
                kept.add_text("speaker", entry.speaker)
            if entry.publisher:
                kept.add_text("publisher", entry.publisher)
            for field in _NUMBERS:
                kept.add_unsigned(field, getattr(entry, field))
            kept.add_float("tie", 2 ** (1 + _TIE * entry.tie) - 2)  # the engine multiplies by log2(2 + x)
            writer.add_document(kept)

    def remove(self, documents: Iterable[int]) -> None:
        """Remove all passages of documents; those that are added afterwards stay."""
        writer = self._write()
        for document in documents:
            writer.delete_documents_by_query(tantivy.Query.term_query(self._schema, "document", document))

    def remove_above(self, document: int) -> None:
        """Remove all passages of documents with higher numbers."""
        kind = tantivy.FieldType.Unsigned
        above = tantivy.Query.range_query(self._schema, "document", kind, document, None, include_lower=False)
        self._write().delete_documents_by_query(above)

    def count(self, scope: Scope | None = None) -> int:
        """Return how many passages there are, or how many of them lie in a scope."""
        bounds = list(self._bound(scope)) if scope else []
        return self._count_found(tantivy.Query.boolean_query(bounds)) if bounds else self._searcher.num_docs

    def list_numbers(self, document: int, *, limit: int) -> set[int]:
        """Return the numbers of at most `limit` passages of a document."""
        query = tantivy.Query.term_query(self._schema, "document", document)
        with _read_whole():
            found = self._searcher.search(query, limit=limit, count=False).hits
            places = [place for _, place in found]
            return {int(number or 0) for number in self._searcher.fast_field_values("number", places)}

    def commit(self) -> None:
        """Make what was added and removed last, and what is found."""
        if self._writer:
            self._writer.commit()
            self._index.reload()
            self._searcher = self._index.searcher()

    def close(self) -> None:
        """Wait for what is still being merged, and let others write."""
        if self._writer:
            writer, self._writer = self._writer, None
            writer.wait_merging_threads()
            self._index.reload()
            self._searcher = self._index.searcher()

    def forget_removed(self, *, removed: bool) -> None:
        """Say whether passages were ever removed, which the counts of words still hold until they are merged away."""
        self._deleted = removed

    def overlook(self, documents: Iterable[int], *, above: int) -> None:
        """Rank as if these documents, and all with numbers above, were not there."""
        kind = tantivy.FieldType.Unsigned
        later = tantivy.Query.range_query(self._schema, "document", kind, above, None, include_lower=False)
        listed = [tantivy.Query.term_query(self._schema, "document", document) for document in documents]
        unseen = tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in (later, *listed)])
        with _read_whole():
            self._overlooked = self._count_found(unseen)
        self._unseen = unseen if self._overlooked else None

    def find_damage(self) -> list[str]:
        """Return the names of its files whose bytes are not those that were written."""
        files = sorted(self._folder.iterdir()) if self._folder else []
        return [file.name for file in files if file.suffix in _CHECKED and not has_its_checksum(file.read_bytes())]

    def rank(self, terms: Sequence[str], *, limit: int, scope: Scope, rest: bool = False) -> list[Ranked]:
        """Return at most `limit` passages that share a term, best first, and after them the `rest`.

        Raises:
            RunError: its files are damaged.
        """
        with _read_whole():
            return self._rank(terms, limit, scope, rest=rest)

    def _rank(self, terms: Sequence[str], limit: int, scope: Scope, *, rest: bool) -> list[Ranked]:
        either = [(tantivy.Occur.Should, query) for query in self._weigh(terms)]
        if rest:
            either.append((tantivy.Occur.Should, tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)))
        if not either:
            return []
        query = tantivy.Query.boolean_query(either)
        bounds = list(self._bound(scope))
        if self._unseen:
            bounds.append((tantivy.Occur.MustNot, self._unseen))
        if bounds:
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *bounds])
        most = min(limit, max(1, self.count()))  # the engine takes memory for as many as it is asked for
        found = self._searcher.search(query, limit=most, count=False, weight_by_field="tie").hits
        places = [place for _, place in found]
        columns = [self._searcher.fast_field_values(name, places) for name in ("wording", "number")]
        return [Ranked(score, *numbers) for (score, _), *numbers in zip(found, *columns, strict=True)]

    def _write(self) -> tantivy.IndexWriter:
        if self._writer is None:
            heap = _BULK_HEAP_BYTES if self._folder else _HEAP_BYTES
            self._writer = self._index.writer(heap_size=heap, num_threads=1)
        return self._writer

    def _weigh(self, terms: Sequence[str]) -> Iterator[tantivy.Query]:
        """Yield a query a term and field that scores the weight of the term, wherever it stands."""
        passages = self._searcher.num_docs - self._overlooked
        for term in dict.fromkeys(terms):
            for field, share in (("here", 1.0), ("nearby", _NEARBY)):
                query = tantivy.Query.term_query(self._schema, field, term)
                if field == "here":
                    having = self._count(term, query)
                    weight = math.log(1 + (passages - having + 0.5) / (having + 0.5))
                rounded = round(weight * share * _STEP) / _STEP
                if rounded:
                    yield tantivy.Query.const_score_query(query, rounded)

    def _count(self, term: str, query: tantivy.Query) -> int:
        """How many passages have a term, without those that were removed and are still in the files."""
        if self._unseen:
            query = tantivy.Query.boolean_query([_must(query), (tantivy.Occur.MustNot, self._unseen)])
        elif not self._deleted:
            return self._searcher.doc_freq("here", term)
        return self._count_found(query)

    def _count_found(self, query: tantivy.Query) -> int:
        found = self._searcher.search(query, limit=1, count=True)
        return found.count or 0  # type: ignore[attr-defined] # its stubs lack what its documentation has

    def _bound(self, scope: Scope) -> Iterator[tuple[tantivy.Occur, tantivy.Query]]:
        """Yield what a passage must be to lie in a scope; none of it adds to a score."""
        if scope.as_of and scope.as_of.last:
            yield self._between("known", 0, scope.as_of.last.toordinal())
        if scope.since and scope.since.first:
            yield self._between("last", scope.since.first.toordinal(), _LAST_DAY)
        if scope.until and scope.until.last:
            yield self._between("first", 0, scope.until.last.toordinal())
            yield self._between("last", 1, _LAST_DAY)
        for field, names in (("publisher", scope.publishers), ("speaker", scope.speakers)):
            if names is not None:
                yield _must(tantivy.Query.term_set_query(self._schema, field, sorted(names)))

    def _between(self, field: str, first: int, last: int) -> tuple[tantivy.Occur, tantivy.Query]:
        kind = tantivy.FieldType.Unsigned
        return _must(tantivy.Query.range_query(self._schema, field, kind, first, last))


@contextmanager
def _read_whole() -> Iterator[None]:
    """Turn what the engine raises over damaged files, panics among it, into words."""
    try:
        yield
    except BaseException as error:
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        hint = "delete the folder of the index: it is made anew"
        raise RunError(f"the index is damaged: {error}", hint=hint) from None


def has_its_checksum(content: bytes) -> bool:
    """Whether a file of the engine is as it was written: it ends in a footer, its length, and a magic number."""
    length = int.from_bytes(content[-8:-4], "little")
    try:
        told = json.loads(content[-8 - length : -8])["crc"]
    except (ValueError, LookupError, TypeError):
        return False
    return bool(told == crc32(content[: -8 - length]))


def _must(query: tantivy.Query) -> tuple[tantivy.Occur, tantivy.Query]:
    return tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)


def open_index(folder: Path | None = None) -> TantivyIndex:
    """Open the index in a folder, a new one where there is none, or one in memory.

    Raises:
        RunError: its files are damaged.
    """
    with _read_whole():
        return TantivyIndex(folder)
