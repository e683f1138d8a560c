"""What a passage says more narrowly than a claim: youth unemployment is not unemployment."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.subject import matched
from factcheck.link.topic import told_apart, weight_of
from factcheck.model import Comparison, EntityKind, Slot
from factcheck.text import stem, tokenize
from factcheck.values import Taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Reading, Term
    from factcheck.values import Span

_PARTS: Final = frozenset({"first", "second", "third", "fourth", "half", "quarter"})
_AFTER: Final = frozenset({"among", "amongst", "by", "for"})
"""Words that narrow what stands before them: "unemployment among men", "the target for complaints"."""

_ADDED: Final = frozenset("another further extra additional other".split())
_COMPARED: Final = frozenset(
    "more less fewer lower higher worse better short above below over under top alone away".split()
)
"""Words beside a figure that make it no total: "another 200 jobs", "£6 million more"."""

_MEANS: Final = frozenset("average median mean typical maximum minimum".split())
"""Words before a measure that make it another: an average crowd is not the crowd."""

_EACH: Final = frozenset("a an per each every".split())
_PERIODS: Final = frozenset(
    "hour day night week month quarter year season head person pupil patient resident home".split()
)
_WHOLE: Final = frozenset("the its their his her our these those them all".split())
_REACH: Final = 3
"""Words after a figure that may still speak of it: what it counts stands between."""

_PLACES: Final = re.compile(r"\b(?:in|into|at|on|onto|across|near|from|around|outside|inside)(?: the)?\Z")
"""What ties a name to what was counted there: "spilled sewage into the Dale"."""

_REACH_OF_PLACE: Final = 16
"""Characters before a name that hold what ties it."""


def compare_residue(ours: Reading, theirs: Reading) -> Comparison | None:
    """Look for words that narrow one of the claim's own in the passage and that the claim does not have.

    A word narrows another where it stands right before it ("rural roads") or after "among"; so does a part of a
    period or a sum ("the first half"), a place ("into the Dale", "Harwick's East ward"), what makes a figure a part, a
    change or a rate ("another 200", "12 of the", "£6 million more", "£1,000 a month"), what it went to ("£14m on
    parks"), and the other side of a thing ("after tax" for "before tax"). None where there is none.
    """
    parts = sorted((theirs.qualifiers - ours.qualifiers) & _PARTS)
    found = (
        *parts,
        *_narrowing(ours, theirs),
        *_partial(ours, theirs),
        *_turned(ours, theirs),
        *told_apart(theirs, ours),
        *_counted_without(ours, theirs),
        *_of_a_part(ours, theirs),
    )
    strange = list(dict.fromkeys(found))
    if not strange:
        return None
    return Comparison(slot=Slot.RESIDUE, outcome="strange", theirs=", ".join(strange))


def _narrowing(ours: Reading, theirs: Reading) -> Iterator[str]:
    known = [name.name for name in ours.names]
    meant = Taken(name.span for name in theirs.resolved)  # "the trust overspent" is no narrower than its name
    opposites = frozenset().union(*(load_lexicon().opposites.get(key, frozenset()) for key in ours.keys))
    others = [
        (term.span, term.surface)
        for term in theirs.topic
        if term.key not in ours.keys | opposites
        and weight_of(term.key) == 1.0
        and not meant.overlaps(term.span)
        and (
            term.surface.lower() in _MEANS or not {term.key, stem(term.surface.lower())} & load_lexicon().measure_verbs
        )
    ]
    others += [
        (name.span, name.name)
        for name in theirs.names
        if name.kind is not EntityKind.PERSON and not matched(name.name, known)
    ]
    for term in theirs.terms:
        if term.key in ours.keys:
            yield from (surface for span, surface in others if _narrows(theirs.text, span, term.span))


def _partial(ours: Reading, theirs: Reading) -> Iterator[str]:
    """The words that make a figure of the passage no total, and the places that it is confined to."""
    asserted = [one.quantity for one in ours.quantities]
    if not asserted:
        return
    units = {quantity.unit for quantity in asserted}
    known = {token.lower for token in tokenize(ours.text)}
    tokens = tokenize(theirs.text)
    starts = [token.start for token in tokens]
    for mention in theirs.quantities:
        if mention.quantity.unit in units and mention.quantity not in asserted:
            begin, end = bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end)
            before = [token.lower for token in tokens[max(0, begin - 1) : begin]]
            yield from _beside(before, [token.lower for token in tokens[end : end + _REACH]], known)
    yield from _rates(ours, theirs)
    names = [name.name for name in ours.names]
    for name in theirs.names:
        before_it = theirs.text[max(0, name.span.start - _REACH_OF_PLACE) : name.span.start].rstrip().lower()
        if _PLACES.search(before_it) and not matched(name.name, names):
            yield name.name


_TURNS: Final = {"before": "after", "after": "before", "gross": "net", "net": "gross", "excluding": "including"}
_TURNS_BACK: Final = {"including": "excluding"}
"""Words of which one says the opposite of the other beside the same noun."""


def _rates(ours: Reading, theirs: Reading) -> Iterator[str]:
    """The claim's "a week" where the passage's figure is for no such time."""
    for mention in ours.quantities:
        after = [token.lower for token in tokenize(ours.text[mention.span.end :])[:_REACH]]
        for one, two in pairwise(after):
            if one in _EACH and two in _PERIODS and two not in theirs.text.lower():
                yield f"no {one} {two}"


def _turned(ours: Reading, theirs: Reading) -> Iterator[str]:
    """The words that put the same noun on the other side: a loss after tax is none before it."""
    turns = _TURNS | _TURNS_BACK
    said = {(one.lower, after.stem) for one, after in pairwise(tokenize(ours.text)) if one.lower in turns}
    for one, after in pairwise(tokenize(theirs.text)):
        if one.lower in turns and (turns[one.lower], after.stem) in said:
            yield f"{one.lower} {after.lower}"


_WITHOUT: Final = re.compile(
    r"\b(?:before|after|excluding|including|without|net of)\s+(?:(?:an?|the|its|any|all|other)\s+)?(?:\w+\s+)?"
    r"(?P<what>tax(?:es|ation)?|subsid(?:y|ies)|grants?|interest|exceptionals?|items|depreciation|transfers?|pensions?"
    r"|dividends?|inflation|rebates?|bonus(?:es)?|benefits|refunds?|write-offs?|impairments?|charges|housing costs)\b",
    re.IGNORECASE,
)
"""What makes a sum of money another sum: a loss before a grant is none after it."""


def _counted_without(ours: Reading, theirs: Reading) -> Iterator[str]:
    """What the passage leaves out of its sum, or counts in, and the claim does not speak of."""
    for found in _WITHOUT.finditer(theirs.text):
        if found["what"].lower() not in ours.text.lower():
            yield found[0]


_TOWARDS: Final = re.compile(
    r"\s*(?P<word>on|to|from|towards)(?:\s+(?:the|its|their|his|her|our|a|an))?\s+", re.IGNORECASE
)
"""What ties to a sum where it went or came from."""


def _of_a_part(ours: Reading, theirs: Reading) -> Iterator[str]:
    """What a sum of the passage went to, or came from, where the claim names nothing of the sort: "£14m on parks".

    And the part of a place that the claim names as a whole: "Harwick's East ward".
    """
    units = {one.quantity.unit for one in ours.quantities if not one.quantity.counted}
    for mention in theirs.quantities:
        tied = _TOWARDS.match(theirs.text, mention.span.end) if mention.quantity.unit in units else None
        if tied:
            yield from _strange_at(tied.end(), ours, theirs)
            yield from _left_out(tied.end(), ours, theirs)
        inside = _INSIDE.match(theirs.text, mention.span.end) if mention.quantity.counted else None
        if inside:
            yield from _strange_at(inside.end(), ours, theirs)
    for name in theirs.names:
        owns = next((at for at in (name.span.end - 2, name.span.end) if theirs.text[at : at + 2] in _OWNS), None)
        if owns is not None and matched(name.name, [one.name for one in ours.names]):
            yield from _strange_names_at(owns + 3, ours, theirs)


def _left_out(at: int, ours: Reading, theirs: Reading) -> Iterator[str]:
    """What the claim's sum went to beside what begins at a place: "£6m on schools and roads" against "on schools"."""
    here = {term.key for term in _row_at(at, theirs)}
    for mention in ours.quantities:
        tied = None if mention.quantity.counted else _TOWARDS.match(ours.text, mention.span.end)
        if tied and here:
            yield from (term.surface for term in _row_at(tied.end(), ours) if term.key not in here)


def _row_at(at: int, reading: Reading) -> Iterator[Term]:
    """The words of a row that begins at a place: "schools, roads and parks"."""
    for term in reading.terms:
        if term.span.start == at:
            yield term
            joined = _ROW.match(reading.text, term.span.end)
            at = joined.end() if joined else at


_ROW: Final = re.compile(r"(?:,(?:\s+and)?|\s+and)\s+(?:the\s+|its\s+|their\s+)?")

_INSIDE: Final = re.compile(r"\s+(?:\w+\s+){1,3}?(?:in|at|from)\s+(?:its|their|his|her|our)\s+", re.IGNORECASE)
"""What ties a count to a part of a body: "40 jobs in its libraries"."""

_OWNS: Final = ("'s", "’s")


def _strange_at(at: int, ours: Reading, theirs: Reading) -> Iterator[str]:
    """The word of weight, or the name, that begins at a place of the passage and that the claim does not have."""
    for term in theirs.terms:
        if term.span.start == at and term.key not in ours.keys and weight_of(term.key) == 1.0:
            yield term.surface
    yield from _strange_names_at(at, ours, theirs)


def _strange_names_at(at: int, ours: Reading, theirs: Reading) -> Iterator[str]:
    known = [one.name for one in ours.names]
    yield from (name.name for name in theirs.names if name.span.start == at and not matched(name.name, known))


def _beside(before: Sequence[str], after: Sequence[str], known: set[str]) -> Iterator[str]:
    """The words just before and just after a figure that make it a part, a change or a rate."""
    yield from (word for word in before if word in _ADDED - known)
    yield from (word for word in after if word in (_ADDED | _COMPARED) - known)
    yield from (f"{one} {two}" for one, two in pairwise(after) if one in _EACH and two in _PERIODS - known)
    if after[:1] == ["of"] and set(after[1:2]) & _WHOLE:
        yield "of"


_HEAD_OF: Final = re.compile(r"\s+(?:about|of|over|on|against)\s+(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)
"""What makes the word before it the thing that is spoken of: "complaints about leakage" are no leakage."""

_AMOUNTS: Final = frozenset("level rate number amount volum valu total share proport figur cost price size".split())
"""Nouns that only say that an amount follows: "the rate of unemployment" is unemployment."""


def _narrows(text: str, other: Span, own: Span) -> bool:
    if other.end <= own.start:
        gap = text[other.end : own.start]
        apart = stem(other.of(text).lower()) not in _AMOUNTS and own.of(text).lower() != "average"
        return (apart and _HEAD_OF.fullmatch(gap) is not None) or not gap.strip(" -'’s")
    return text[own.end : other.start].strip().lower() in _AFTER
