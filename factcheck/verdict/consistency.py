"""Pairs of own words that differ, gathered by topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Difference, Inconsistency
from factcheck.text import fold_loosely, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import OwnStatement

_SHOWN: Final = 5
"""Words by which a topic is called at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements of a speaker that differ: by which rule, and what each of the two has."""

    speaker: str
    first: OwnStatement
    second: OwnStatement
    rule: str
    ours: str
    theirs: str
    note: str


def gather_inconsistencies(pairs: Iterable[Pair]) -> tuple[Inconsistency, ...]:
    """Return pairs by topic: what differs from one statement is one topic. Their order changes nothing.

    The same words, said again, are shown once, as they were said first.
    """
    first: dict[tuple[str, str], OwnStatement] = {}
    listed = list(pairs)
    for pair in listed:
        for one in (pair.first, pair.second):
            key = (pair.speaker, fold_loosely(one.words))
            first[key] = min(one, first.get(key, one), key=lambda said: said.place)
    told: dict[tuple[str, OwnStatement, OwnStatement], Pair] = {}
    for pair in sorted(listed, key=_order):
        one, other = (first[pair.speaker, fold_loosely(said.words)] for said in (pair.first, pair.second))
        if one.place > other.place:
            told.setdefault((pair.speaker, other, one), _turn(pair))
        else:
            told.setdefault((pair.speaker, one, other), pair)
    groups = _join([(speaker, one, other) for speaker, one, other in told])
    found = (_gather(speaker, said, told) for speaker, said in groups)
    return tuple(sorted(found, key=lambda one: (one.speaker, [said.place for said in one.statements])))


def _order(pair: Pair) -> tuple[object, ...]:
    return (pair.speaker, pair.first.place, pair.second.place, pair.rule, pair.ours, pair.theirs)


def _turn(pair: Pair) -> Pair:
    return Pair(
        speaker=pair.speaker,
        first=pair.second,
        second=pair.first,
        rule=pair.rule,
        ours=pair.theirs,
        theirs=pair.ours,
        note=pair.note,
    )


def _join(edges: Iterable[tuple[str, OwnStatement, OwnStatement]]) -> list[tuple[str, set[OwnStatement]]]:
    """The statements that hang together by differing, for each speaker."""
    groups: list[tuple[str, set[OwnStatement]]] = []
    for speaker, one, other in edges:
        met = [group for group in groups if group[0] == speaker and group[1] & {one, other}]
        groups = [group for group in groups if group not in met]
        groups.append((speaker, {one, other}.union(*(said for _, said in met))))
    return groups


def _gather(
    speaker: str, said: set[OwnStatement], told: dict[tuple[str, OwnStatement, OwnStatement], Pair]
) -> Inconsistency:
    statements = sorted(said, key=lambda one: one.place)
    places = {one: place for place, one in enumerate(statements)}
    differences = [
        Difference(
            first=places[one],
            second=places[other],
            rule=pair.rule,
            ours=pair.ours,
            theirs=pair.theirs,
            note=pair.note,
        )
        for (name, one, other), pair in told.items()
        if name == speaker and one in places and other in places
    ]
    return Inconsistency(
        speaker=speaker,
        topic=_name_topic([one.words for one in statements]),
        statements=tuple(statements),
        differences=tuple(sorted(differences, key=lambda one: (one.first, one.second))),
    )


def _name_topic(texts: Sequence[str]) -> str:
    """The words of the first of some texts that all of them have, without figures and function words."""
    skip = load_lexicon().function_words
    stems = [{token.stem for token in tokenize(text)} for text in texts]
    words = {
        token.stem: token.text
        for token in reversed(tokenize(texts[0]))
        if token.lower not in skip and token.text.isalpha() and all(token.stem in some for some in stems)
    }
    return " ".join(list(words.values())[::-1][:_SHOWN])
