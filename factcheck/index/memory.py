"""The embedded default: tantivy in memory, over stems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
        self._texts: set[str] = set()

    def add(self, passages: Iterable[Passage]) -> None:
        """Add passages in one commit; ids are unique."""
        writer = self._index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        for passage in passages:
            entry = tantivy.Document()
            entry.add_text("here", _stems(f"{passage.text} {passage.he}"))
            entry.add_text("nearby", _stems(" ".join(passage.before[-1:])))
            entry.add_unsigned("number", len(self._passages))
            writer.add_document(entry)
            self._passages.append(passage)
            self._texts.add(fold_loosely(passage.text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, terms: Sequence[str], *, limit: int) -> list[Hit]:
        """Return the passages that share a term, best first, ties by id; copies of one text count once to `limit`."""
        if not terms or not self._passages:
            return []
        copies = len(self._passages) - len(self._texts)
        found = self._index.searcher().search(self._query(terms), limit=limit + copies)
        searcher = self._index.searcher()
        hits = [
            Hit(passage=self._passages[searcher.doc(address)["number"][0]], score=score)
            for score, address in found.hits
        ]
        return _cut(sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.passage.id)), limit)

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


def open_index() -> MemoryIndex:
    """Return an empty index."""
    return MemoryIndex()


def _stems(text: str) -> str:
    skip = load_lexicon().function_words
    return " ".join(token.stem for token in tokenize(text) if token.lower not in skip)


def _cut(hits: list[Hit], limit: int) -> list[Hit]:
    """Keep the hits of the first `limit` distinct texts."""
    texts: set[str] = set()
    kept = []
    for hit in hits:
        texts.add(fold_loosely(hit.passage.text))
        if len(texts) > limit:
            break
        kept.append(hit)
    return kept
