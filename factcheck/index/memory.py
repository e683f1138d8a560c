"""The embedded default: tantivy in memory, over stems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import tantivy

from factcheck.lexicon import load_lexicon
from factcheck.model import Hit
from factcheck.text import fold_loosely, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Passage

_NEARBY: Final = 0.3
"""What a word counts that stands in the sentence before: enough to find "It is chaired by …"."""

_HEAP_BYTES: Final = 15_000_000
"""The least memory that tantivy's writer takes."""

_DECIMALS: Final = 6
"""Places of a score that count: what lies beyond is how a sum was rounded."""

_GROWTH: Final = 4
"""How many times as many hits are asked for where copies or ties filled the first list."""

_Numbered: TypeAlias = tuple[float, int, float]
"""A hit: its rounded score, negative so that the best comes first; the number of its passage; its score."""


class MemoryIndex:
    """Passages by the stems of their words and of the sentence before, ranked by BM25."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        for field in ("here", "nearby"):
            builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
        builder.add_unsigned_field("number", stored=True, fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        self._passages: list[Passage] = []
        self._folded: list[str] = []  # their texts, in the same order
        self._distinct = 0

    def add(self, passages: Iterable[Passage]) -> None:
        """Add passages in one commit; ids are unique."""
        writer = self._index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        last = ("", "")  # the sentence before is mostly the one just added
        for passage in passages:
            nearby = passage.before[-1] if passage.before else ""
            nearby_stems = last[1] if nearby == last[0] else _stems(nearby)
            last = (passage.text, _stems(passage.text))
            entry = tantivy.Document()
            meant = " ".join(dict.fromkeys(_stems(one.name) for one in passage.resolved))
            entry.add_text("here", f"{last[1]} {meant}" if meant else last[1])
            entry.add_text("nearby", nearby_stems)
            entry.add_unsigned("number", len(self._passages))
            writer.add_document(entry)
            self._passages.append(passage)
            self._folded.append(fold_loosely(passage.text))
        self._distinct = len(set(self._folded))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, terms: Sequence[str], *, limit: int) -> list[Hit]:
        """Return the passages that share a term, best first, ties by id; copies of one text count once to `limit`."""
        if not terms or not self._passages:
            return []
        query, searcher = self._query(terms), self._index.searcher()
        most = limit + len(self._passages) - self._distinct  # there are no more copies than that
        count = min(2 * limit, most)
        while True:
            found = searcher.search(query, limit=count).hits
            numbers = [
                (-round(score, _DECIMALS), searcher.doc(address)["number"][0], score) for score, address in found
            ]
            kept = self._cut(numbers, limit)
            # a copy, or a tie that an id decides, may be among those that were not asked for
            if len(found) < count or count == most or (len(kept) < len(found) and kept[-1][0] < numbers[-1][0]):
                return [Hit(passage=self._passages[number], score=score) for _, number, score in kept]
            count = min(count * _GROWTH, most)

    def search_all(self, queries: Sequence[Sequence[str]], *, limit: int) -> list[list[Hit]]:
        """Search for many queries one by one: tantivy has no call for many."""
        return [self.search(terms, limit=limit) for terms in queries]

    def _query(self, terms: Sequence[str]) -> tantivy.Query:
        either = tantivy.Occur.Should
        here = [(either, tantivy.Query.term_query(self._schema, "here", term)) for term in terms]
        nearby = [
            (
                either,
                tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, "nearby", term), _NEARBY),
            )
            for term in terms
        ]
        return tantivy.Query.boolean_query([*here, *nearby])

    def _cut(self, numbers: list[_Numbered], limit: int) -> list[_Numbered]:
        """Keep those of the first `limit` distinct texts, in the order of their scores and ids."""
        texts: set[str] = set()
        kept = []
        for one in sorted(numbers, key=lambda one: (one[0], self._passages[one[1]].id)):
            texts.add(self._folded[one[1]])
            if len(texts) > limit:
                break
            kept.append(one)
        return kept


def open_index() -> MemoryIndex:
    """Return an empty index."""
    return MemoryIndex()


def _stems(text: str) -> str:
    skip = load_lexicon().function_words
    return " ".join(token.stem for token in tokenize(text) if token.lower not in skip)
