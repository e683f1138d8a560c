"""Other indexes over the same rows, each as its own manual has it, and the door that factcheck's takes too."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.benchmarks.rows import Query, Row


class Engine(Protocol):
    """An index in a folder. Rows are called by their number, in the order in which they came."""

    def build(self, rows: Iterable[Row]) -> None:
        """Write the index of these rows into the folder, which is empty."""

    def open(self) -> None:
        """Open what another process has built."""

    def search(self, terms: Sequence[str], *, limit: int, since: int, until: int, speaker: str) -> list[int]:
        """Return the best rows with any of the words, of that period and, where one is given, of that speaker."""

    def search_all(self, queries: Sequence[Query], *, limit: int) -> list[list[int]]:
        """Search for many queries, together where the engine can do so."""


class OneByOne:
    """Has no call for many queries, or none with a filter of its own for each."""

    def search_all(self: Engine, queries: Sequence[Query], *, limit: int) -> list[list[int]]:
        """Search for one after the other."""
        return [
            self.search(one.terms, limit=limit, since=one.since, until=one.until, speaker=one.speaker)
            for one in queries
        ]


class Fts5(OneByOne):
    """SQLite's own full text search; it keeps the texts, the others do not."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "rows.sqlite"

    def build(self, rows: Iterable[Row]) -> None:
        """Write the index of these rows."""
        self.open()
        self._store.executescript(
            "CREATE TABLE row (id INTEGER PRIMARY KEY, day INTEGER, speaker TEXT, text TEXT);"
            "CREATE VIRTUAL TABLE words USING fts5(text, content='row', content_rowid='id',"
            " tokenize='porter unicode61');"
        )
        numbered = ((number, row.day, row.speaker, row.text) for number, row in enumerate(rows))
        with self._store:
            self._store.executemany("INSERT INTO row VALUES (?, ?, ?, ?)", numbered)
            self._store.execute("INSERT INTO words(words) VALUES ('rebuild')")
            self._store.execute("INSERT INTO words(words) VALUES ('optimize')")
        self._store.close()

    def open(self) -> None:
        """Open the index."""
        self._store = sqlite3.connect(self._path)

    def search(self, terms: Sequence[str], *, limit: int, since: int, until: int, speaker: str) -> list[int]:
        """Return the best rows."""
        words = " OR ".join(f'"{term}"' for term in terms)
        found = self._store.execute(
            "SELECT row.id FROM words JOIN row ON row.id = words.rowid WHERE words MATCH :words"
            " AND row.day BETWEEN :since AND :until AND (:speaker = '' OR row.speaker = :speaker)"
            " ORDER BY bm25(words) LIMIT :limit",
            {"words": words, "since": since, "until": until, "speaker": speaker, "limit": limit},
        )
        return [number for (number,) in found]


class Bm25s(OneByOne):
    """bm25s, with scores worked out beforehand; a filter is a mask over all rows, before the best are taken."""

    def __init__(self, folder: Path) -> None:
        import bm25s  # noqa: PLC0415 - each process measures one engine alone
        import numpy  # noqa: ICN001, PLC0415
        import Stemmer  # noqa: PLC0415

        self._folder, self._bm25s, self._numpy = folder, bm25s, numpy
        self._stemmer = Stemmer.Stemmer("english")

    def build(self, rows: Iterable[Row]) -> None:
        """Write the index of these rows."""
        days: list[int] = []
        speakers: list[int] = []
        names: dict[str, int] = {"": 0}

        def texts() -> Iterable[str]:
            for row in rows:
                days.append(row.day)
                speakers.append(names.setdefault(row.speaker, len(names)))
                yield row.text

        index = self._bm25s.BM25()
        index.index(self._cut(list(texts()), ids=True), show_progress=False)
        index.save(self._folder)
        self._numpy.savez(self._folder / "filters.npz", days=days, speakers=speakers)
        (self._folder / "speakers.json").write_text(json.dumps(names), encoding="utf-8")

    def open(self) -> None:
        """Open the index."""
        self._index = self._bm25s.BM25.load(self._folder, mmap=True)
        filters = self._numpy.load(self._folder / "filters.npz")
        self._days, self._speakers = filters["days"], filters["speakers"]
        self._names = json.loads((self._folder / "speakers.json").read_text(encoding="utf-8"))

    def search(self, terms: Sequence[str], *, limit: int, since: int, until: int, speaker: str) -> list[int]:
        """Return the best rows."""
        mask = (self._days >= since) & (self._days <= until)
        if speaker:
            mask &= self._speakers == self._names.get(speaker, -1)
        words = self._cut([" ".join(terms)], ids=False)
        rows, scores = self._index.retrieve(words, k=min(limit, len(self._days)), weight_mask=mask, show_progress=False)
        return [int(number) for number, score in zip(rows[0], scores[0], strict=True) if score > 0]

    def _cut(self, texts: list[str], *, ids: bool) -> object:
        """Cut texts into stems, none left out, as the others have it."""
        return self._bm25s.tokenize(texts, stopwords=[], stemmer=self._stemmer, return_ids=ids, show_progress=False)


class Tantivy(OneByOne):
    """tantivy alone, fed with bare text; texts are not kept."""

    def __init__(self, folder: Path) -> None:
        import tantivy  # noqa: PLC0415 - each process measures one engine alone

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="en_stem", index_option="freq")
        builder.add_text_field("speaker", tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("day", fast=True)
        builder.add_unsigned_field("number", fast=True)
        self._tantivy, self._schema, self._folder = tantivy, builder.build(), folder

    def build(self, rows: Iterable[Row]) -> None:
        """Write the index of these rows."""
        writer = self._tantivy.Index(self._schema, path=str(self._folder)).writer(num_threads=1)
        for number, row in enumerate(rows):
            document = self._tantivy.Document()
            document.add_text("text", row.text)
            document.add_text("speaker", row.speaker)
            document.add_integer("day", row.day)
            document.add_unsigned("number", number)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open the index."""
        self._index = self._tantivy.Index.open(str(self._folder))
        self._searcher = self._index.searcher()

    def search(self, terms: Sequence[str], *, limit: int, since: int, until: int, speaker: str) -> list[int]:
        """Return the best rows."""
        query, occur = self._tantivy.Query, self._tantivy.Occur
        kind = self._tantivy.FieldType.Integer
        period = query.range_query(self._schema, "day", kind, lower_bound=since, upper_bound=until)
        parts = [(occur.Must, self._index.parse_query(" ".join(terms), ["text"])), (occur.Must, period)]
        if speaker:
            parts.append((occur.Must, query.term_query(self._schema, "speaker", speaker, "basic")))
        hits = self._searcher.search(query.boolean_query(parts), limit=limit, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return [number for number in numbers if isinstance(number, int)]
