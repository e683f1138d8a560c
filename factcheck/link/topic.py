"""How much of what a claim speaks of a passage speaks of too, and whether it is denied or reversed there."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.model import Comparison, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Reading, Term

LIGHT: Final = 0.25
"""What a word that says little in itself ("year", "new") weighs beside a telling one."""

FROM_CONTEXT: Final = 0.5
"""What a word weighs that stands in the sentence before and not in the passage."""

FULL: Final = 0.9
STRONG: Final = 0.75
MOST: Final = 0.6
FAIR: Final = 0.5
WEAK: Final = 0.3
"""Shares of a claim's content at which a topic counts as the same, near, or touched; set on development cases."""


_LEVELS: Final = (("full", FULL), ("strong", STRONG), ("most", MOST), ("fair", FAIR), ("weak", WEAK))

ENOUGH_WORDS: Final = 2
"""Telling words that a claim needs for shared wording to be more than "thin": one word ("left") is shared by chance."""


@kept_with_lexicon
@lru_cache(maxsize=50_000)
def weight_of(key: str) -> float:
    """What a term weighs, from the lexicon alone: no statistic of the corpus enters."""
    return LIGHT if key in load_lexicon().light_words else 1.0


def coverage(keys: Iterable[str], theirs: Reading) -> float:
    """The weighted share (0 to 1) of distinct keys that the passage holds, its context counting half."""
    wanted = frozenset(keys)
    total = _weigh(wanted)
    if not total:
        return 0.0
    here = wanted & theirs.keys
    return (_weigh(here) + FROM_CONTEXT * _weigh((wanted - here) & theirs.context_terms)) / total


def _weigh(keys: frozenset[str]) -> float:
    """The weights of keys together; all are binary fractions, so that no order of a set tells in the sum."""
    return sum(weight_of(key) for key in keys)


def compare_topic(ours: Reading, theirs: Reading) -> Comparison:
    """Compare the content words: "full", "strong", "most", "fair", "weak" or "none" of them shared.

    "thin" is full or strong where the claim has hardly any telling words to share.
    """
    wanted = ours.topic
    share = coverage((term.key for term in wanted), theirs)
    level = next((name for name, least in _LEVELS if share >= least), "none")
    if level == "none" and wanted:
        return Comparison(slot=Slot.TOPIC, outcome=level)
    telling = {term.key for term in wanted if weight_of(term.key) == 1.0}
    if not wanted or (level in {"full", "strong"} and len(telling) < ENOUGH_WORDS):
        level = "thin"  # without any, a name and a slot are all that the claim has
    shared = {term.key for term in wanted} & theirs.keys
    return Comparison(
        slot=Slot.TOPIC,
        outcome=level,
        ours=", ".join(dict.fromkeys(term.surface for term in wanted)),
        theirs=", ".join(dict.fromkeys(term.surface for term in theirs.terms if term.key in shared)),
        note=f"{share:.0%} of the claim's content words",
    )


def compare_polarity(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare what is denied.

    "opposed" when one side denies a word that the other asserts, "mixed" when a word merely stands in a negation's
    scope on one side only, else "same"; None where no word is shared.
    """
    here = {term.key: term for term in ours.topic}
    pairs = [(here[term.key], term) for term in theirs.terms if term.key in here]
    if not pairs:
        return None
    mixed = [them for us, them in pairs if us.negated != them.negated]
    heads = [them for us, them in pairs if us.negated != them.negated and (us.denied or them.denied)]
    strange = any(term.negated and term.key not in ours.keys and weight_of(term.key) == 1.0 for term in theirs.terms)
    opposed = heads if any(weight_of(one.key) == 1.0 for one in mixed) and not strange else []
    words = ", ".join(dict.fromkeys(term.surface for term in opposed or mixed))
    outcome = "opposed" if opposed else "mixed" if mixed else "same"
    return Comparison(slot=Slot.POLARITY, outcome=outcome, theirs=words and f"negated on one side: {words}")


def compare_scope(ours: Reading, theirs: Reading) -> Comparison | None:
    """Look for words of the claim that narrow or widen it and that the passage lacks."""
    missing = [*sorted(ours.qualifiers - theirs.qualifiers), *told_apart(ours, theirs), *_other_heads(ours, theirs)]
    if not missing:
        return None
    return Comparison(
        slot=Slot.SCOPE, outcome="narrower", ours=", ".join(missing), theirs=", ".join(sorted(theirs.qualifiers))
    )


def _other_heads(ours: Reading, theirs: Reading) -> Iterator[str]:
    """The nouns of the claim in whose place the passage has another one: "waiting times" where it has "waiting lists".

    Of a telling noun the topic takes care; one that says little is no difference there.
    """
    heads = {one.key: other for one, other in _pairs(ours) if weight_of(other.key) < 1.0}
    for one, other in _pairs(theirs) if heads else ():
        mine = heads.get(one.key)
        if mine and mine.key not in theirs.keys and weight_of(other.key) == 1.0 and other.key not in ours.keys:
            yield mine.surface


def _pairs(reading: Reading) -> Iterator[tuple[Term, Term]]:
    """Words that stand right beside each other."""
    for one, other in pairwise(reading.terms):
        if reading.text[one.span.end : other.span.start] == " ":
            yield one, other


def told_apart(ours: Reading, theirs: Reading) -> Iterator[str]:
    """The words of one side in whose place the other has one that tells another thing: "old" where it has "new"."""
    counterparts = load_lexicon().counterparts
    mine = {term.surface.lower() for term in ours.terms} & counterparts.keys()
    if mine:
        there = {term.surface.lower() for term in theirs.terms}
        yield from sorted(word for word in mine - there if counterparts[word] & there)


def compare_direction(ours: Reading, theirs: Reading) -> Comparison | None:
    """Look for a word of the claim whose opposite the passage has in its place.

    "in-turn" for events that may follow each other, as opening and closing do, where both sides do not name one day.
    """
    opposites = load_lexicon().opposites
    there = {term.key: term for term in theirs.terms}
    for term in ours.topic:
        reversed_by = sorted(opposites.get(term.key, frozenset()) & there.keys())
        if not reversed_by or term.key in there:
            continue
        other = there[reversed_by[0]]
        if not (term.negated or other.negated):
            outcome = "in-turn" if _take_turns(term.key, other.key) and not _on_one_day(ours, theirs) else "opposed"
            return Comparison(slot=Slot.DIRECTION, outcome=outcome, ours=term.surface, theirs=other.surface)
    return None


def _take_turns(one: str, other: str) -> bool:
    """Whether two opposites are events that happen to things: what was opened may be closed in the same year."""
    frames = load_lexicon().frames
    return all(key in frames and "thing" in frames[key].happens for key in (one, other))


def _on_one_day(ours: Reading, theirs: Reading) -> bool:
    return any(mine.period == other.period and mine.period.days == 1 for mine in ours.dates for other in theirs.dates)
