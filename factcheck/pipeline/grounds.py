"""What a verdict rests on: while that stands as it was, a fresh look at the record would reach the same verdict.

A verdict is made of the claim, of what holds for a whole run (rules, model, words, names, settings), and of what the
record answers: whether the claim stands in its source; what offices its speaker holds; which of its words the record
writes without a capital, and what day it is, by both of which the claim is read; which passages have something in
common with each part of it, as far as the list of candidates reaches; which of those are compared by meaning; and
what they say, where they stand, and what else their documents say.

Three things are left out, since nothing depends on them. Passages that have nothing in common with a part are left
aside before anything is judged. In which order the others were found is not looked at. And where a passage stands, and
what else its document says, tells only where the verdict lists it: whatever takes a side is listed, and of what takes
none the nearest, so that the others take none wherever they stand. Of two that are as near the model reads the one
that stands before the other, so that passages that moved must have kept their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.index.view import Nominee
    from factcheck.model import Claim, Hit, Link, Office, Part, SourceMatch, Verdict
    from factcheck.reading import Background


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that the record has on a claim, before anything of it is judged: hits and links by part.

    `known` is what the record told before the claim was read; `cut` says of each part whether more may be there.
    """

    claim: Claim
    said: SourceMatch
    offices: tuple[Office, ...]
    known: Background
    parts: tuple[Part, ...]
    hits: tuple[tuple[Hit, ...], ...]
    links: tuple[list[Link], ...]
    cut: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """The passages that were found for one part of a claim, by their ids.

    `linked` have something in common with it, `near` are those of them that were compared by meaning, and `others`
    have nothing in common with it. `cut` says that more may be there.
    """

    linked: frozenset[str]
    near: frozenset[str]
    others: frozenset[str]
    cut: bool

    def __contains__(self, passage: str | None) -> bool:
        """Whether it is known if a passage has something in common with the part."""
        return passage in self.linked or passage in self.others

    def follow(self, nominees: Sequence[Nominee], moves: Moves, *, cut: bool) -> Met | None:
        """Return the same passages where they stand now, None where not all are found, or not in the same way.

        The nominees that are not known have nothing in common with the part.
        """
        still = [(one, before) for one in nominees if (before := moves.trace(one)) in self.linked]
        linked = frozenset(before for _, before in still)
        near = frozenset(before for one, before in still if one.near)
        if (linked, near, cut) != (self.linked, self.near, self.cut):
            return None
        now = frozenset(one.id for one, _ in still)
        return Met(
            linked=now,
            near=frozenset(one.id for one, _ in still if one.near),
            others=frozenset(one.id for one in nominees) - now,
            cut=cut,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Documents that are not as they were, and those of their passages that are, wherever they stand now.

    `before` has the earlier ids of these by their ids now.
    """

    documents: frozenset[str]
    before: Mapping[str, str]

    def trace(self, nominee: Nominee) -> str | None:
        """Return the id that a passage had before, None where it was not there, or not as it is."""
        return self.before.get(nominee.id) if nominee.document in self.documents else nominee.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a verdict rests on, but for the documents that it lists and that the claim was said in."""

    offices: tuple[Office, ...]
    known: Background
    parts: tuple[Part, ...]
    met: tuple[Met, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A verdict with what it rests on."""

    verdict: Verdict
    grounds: Grounds

    def leans_on(self, documents: Collection[str]) -> bool:
        """Whether the claim was said in one of some documents, or its verdict lists one."""
        return self.verdict.claim.source in documents or any(one.document in documents for one in self.verdict.listed)


def find_grounds(gathered: Gathered) -> Grounds:
    """Return what the verdict on what was gathered rests on."""
    found = zip(gathered.hits, gathered.links, gathered.cut, strict=True)
    return Grounds(
        offices=gathered.offices,
        known=gathered.known,
        parts=gathered.parts,
        met=tuple(_list_met(hits, links, cut=cut) for hits, links, cut in found),
    )


def _list_met(hits: Sequence[Hit], links: Sequence[Link], *, cut: bool) -> Met:
    linked = frozenset(link.passage.id for link in links)
    return Met(
        linked=linked,
        near=frozenset(link.passage.id for link in links if link.nearness),
        others=frozenset(hit.passage.id for hit in hits) - linked,
        cut=cut,
    )


def match_passages(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> dict[str, str]:
    """Return the earlier ids of the passages of a document that it still has, by their ids now.

    There are none where these stand in another order now. Both arguments have what tells a passage from any other by
    its id, in the order in which they stand.

    >>> match_passages({"a.txt:0-9": b"x", "a.txt:10-19": b"y"}, {"a.txt:0-6": b"z", "a.txt:7-16": b"x"})
    {'a.txt:7-16': 'a.txt:0-9'}
    """
    left: dict[bytes, list[str]] = {}
    for passage, content in before.items():
        left.setdefault(content, []).append(passage)
    matched = {passage: left[content].pop(0) for passage, content in now.items() if left.get(content)}
    still = set(matched.values())
    return matched if list(matched.values()) == [passage for passage in before if passage in still] else {}
