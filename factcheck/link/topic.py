"""How much of what a claim speaks of a passage speaks of too, and whether it is denied or reversed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Comparison, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Reading, Term

LIGHT: Final = 0.25
"""What a word that says little in itself ("year", "new") weighs beside a telling one."""

FROM_CONTEXT: Final = 0.5
"""What a word weighs that stands in the sentence before and not in the passage."""

STRONG: Final = 0.75
MOST: Final = 0.6
FAIR: Final = 0.5
WEAK: Final = 0.3
"""Shares of a claim's content at which a topic counts as the same, near, or touched; set on development cases."""


ENOUGH_WORDS: Final = 2
"""Telling words that a claim needs for shared wording to be more than "thin": one word ("left") is shared by chance."""


def topic_terms(reading: Reading) -> tuple[Term, ...]:
    """The content words that say what a sentence is about: without grades and figures, which are compared as such."""
    taken = [*(grade.span for grade in reading.grades), *(figure.span for figure in reading.quantities)]
    graded = bool(reading.grades)
    return tuple(
        term
        for term in reading.terms
        if not any(term.span.overlaps(span) for span in taken) and not (graded and term.key == "@rate")
    )


def weight_of(key: str) -> float:
    """What a term weighs, from the lexicon alone: no statistic of the corpus enters."""
    return LIGHT if key in load_lexicon().light_words else 1.0


def coverage(keys: Iterable[str], theirs: Reading) -> float:
    """The weighted share (0 to 1) of distinct keys that the passage holds, its context counting half."""
    wanted = dict.fromkeys(keys)
    total = sum(weight_of(key) for key in wanted)
    if not total:
        return 0.0
    there = {term.key for term in theirs.terms}
    held = sum(
        weight_of(key) * (1.0 if key in there else FROM_CONTEXT if key in theirs.context_terms else 0.0)
        for key in wanted
    )
    return held / total


def compare_topic(ours: Reading, theirs: Reading) -> Comparison:
    """Compare the content words: "strong", "thin", "most", "fair", "weak" or "none", with the share in the note."""
    wanted = topic_terms(ours)
    share = coverage((term.key for term in wanted), theirs)
    level = next(
        (
            name
            for name, least in (("strong", STRONG), ("most", MOST), ("fair", FAIR), ("weak", WEAK))
            if share >= least
        ),
        "none",
    )
    if level == "strong" and sum(weight_of(key) == 1.0 for key in {term.key for term in wanted}) < ENOUGH_WORDS:
        level = "thin"
    shared = {term.key for term in wanted} & {term.key for term in theirs.terms}
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
    here = {term.key: term for term in topic_terms(ours)}
    pairs = [(here[term.key], term) for term in theirs.terms if term.key in here]
    if not pairs:
        return None
    opposed = [them for us, them in pairs if us.negated != them.negated and (us.denied or them.denied)]
    mixed = [them for us, them in pairs if us.negated != them.negated]
    words = ", ".join(dict.fromkeys(term.surface for term in opposed or mixed))
    outcome = "opposed" if opposed else "mixed" if mixed else "same"
    return Comparison(slot=Slot.POLARITY, outcome=outcome, theirs=words and f"negated on one side: {words}")


def compare_direction(ours: Reading, theirs: Reading) -> Comparison | None:
    """Look for a word of the claim whose opposite the passage has in its place."""
    opposites = load_lexicon().opposites
    there = {term.key: term for term in theirs.terms}
    for term in topic_terms(ours):
        other = opposites.get(term.key)
        if other in there and term.key not in there and not (term.negated or there[other].negated):
            return Comparison(slot=Slot.DIRECTION, outcome="opposed", ours=term.surface, theirs=there[other].surface)
    return None
