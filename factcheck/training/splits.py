"""What is held out to measure with, and a check that nothing of it is learned from.

Rows are joined that share a document of their set, a claim, or a sentence of evidence, whatever set they stand in; a
joined group is held out whole or not at all, by a hash of its first key, so that a split does not move when rows are
added elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.text import tokenize
from factcheck.training.sets import SETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.training.examples import Row

SHORT: Final = 20
"""Characters under which a shared sentence joins nothing: "Yes." stands everywhere."""


def split_rows(sets: Mapping[str, Sequence[Row]]) -> tuple[list[Row], list[Row]]:
    """Return the rows to learn from and those that are held out, each in the order of their sets."""
    rows = [row for name in sets for row in sets[name]]
    groups = _join(rows)
    shares = {one.name: one.share for one in SETS}
    wanted: dict[str, float] = defaultdict(float)
    for row, group in zip(rows, groups, strict=True):
        wanted[group] = max(wanted[group], shares[row.set])
    held = {group for group, share in wanted.items() if _draw(group) < share}
    learned = [row for row, group in zip(rows, groups, strict=True) if group not in held]
    return learned, [row for row, group in zip(rows, groups, strict=True) if group in held]


def find_leaks(learned: Iterable[Row], held: Iterable[Row]) -> list[Row]:
    """Return the rows to learn from of which the claim or a sentence of evidence stands in a row that is held out."""
    seen = {key for row in held for key in _texts(row)}
    return [row for row in learned if not seen.isdisjoint(_texts(row))]


def _join(rows: Sequence[Row]) -> list[str]:
    """The group of each row: the first key in it, by union of all rows that share a key."""
    parents: dict[str, str] = {}

    def find(key: str) -> str:
        while parents[key] != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    for row in rows:
        keys = list(_keys(row))
        for key in keys:
            parents.setdefault(key, key)
        first = min(find(key) for key in keys)
        for key in keys:
            parents[find(key)] = first
    return [find(next(_keys(row))) for row in rows]


def _keys(row: Row) -> Iterator[str]:
    yield from _texts(row)
    if row.doc_id:
        yield f"document {row.set} {row.doc_id}"


def _texts(row: Row) -> Iterator[str]:
    yield f"text {fold_words(row.claim)}"
    for sentence in row.evidence:
        folded = fold_words(sentence)
        if len(folded) >= SHORT:
            yield f"text {folded}"


def fold_words(text: str) -> str:
    """Return the words of a text alone, in small letters: what differs in marks or spaces is the same text."""
    return " ".join(token.lower for token in tokenize(text))


def _draw(group: str) -> float:
    return int.from_bytes(sha256(group.encode(errors="surrogatepass")).digest()[:6]) / 2**48
