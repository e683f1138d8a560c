"""What a passage says more narrowly than a claim: youth unemployment is not unemployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.subject import matched
from factcheck.link.topic import weight_of
from factcheck.model import Comparison, EntityKind, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Reading
    from factcheck.values import Span

_PARTS: Final = frozenset({"first", "second", "third", "fourth", "half", "quarter"})
_AFTER: Final = ("among", "amongst", "by")
"""Words that narrow what stands before them: "unemployment among men"."""


def compare_residue(ours: Reading, theirs: Reading) -> Comparison | None:
    """Look for words that narrow one of the claim's own in the passage and that the claim does not have.

    A word narrows another where it stands right before it ("rural roads") or after "among"; so does a part of a
    period or a sum ("the first half"). None where there is none.
    """
    parts = sorted((theirs.qualifiers - ours.qualifiers) & _PARTS)
    strange = list(dict.fromkeys([*parts, *_narrowing(ours, theirs)]))
    if not strange:
        return None
    return Comparison(slot=Slot.RESIDUE, outcome="strange", theirs=", ".join(strange))


def _narrowing(ours: Reading, theirs: Reading) -> Iterator[str]:
    known = [name.name for name in ours.names]
    opposites = frozenset().union(*(load_lexicon().opposites.get(key, frozenset()) for key in ours.keys))
    others = [
        (term.span, term.surface)
        for term in theirs.topic
        if term.key not in ours.keys and term.key not in opposites and weight_of(term.key) == 1.0
    ]
    others += [
        (name.span, name.name)
        for name in theirs.names
        if name.kind is not EntityKind.PERSON and not matched(name.name, known)
    ]
    for term in theirs.terms:
        if term.key in ours.keys:
            yield from (surface for span, surface in others if _narrows(theirs.text, span, term.span))


def _narrows(text: str, other: Span, own: Span) -> bool:
    if other.end <= own.start:
        return not text[other.end : own.start].strip(" -'’s")
    return text[own.end : other.start].strip().lower() in _AFTER
