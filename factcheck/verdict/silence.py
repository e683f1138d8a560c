"""Why a part of a claim could not be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Eligibility, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence

OWN: Final = frozenset({Eligibility.OWN_WORDS, Eligibility.ECHO})
"""What is listed as the speaker's own."""

_APART: Final = OWN | {Eligibility.RETRACTED}

_GATES: Final = {
    "subject": "what comes nearest is about somebody or something else",
    "period": "what comes nearest speaks of another time",
    "measure": "what comes nearest is about something else on the same topic",
    "force": "what comes nearest is hedged, or nobody vouches for it",
    "polarity": "what comes nearest does not say it either way",
    "unit": "what comes nearest leaves out the figure, grade or date",
    "scope": "what comes nearest lacks a word that narrows the claim, or has one that the claim lacks",
    "topic": "what comes nearest says neither the one nor the other",
    "unsure": "what comes nearest says too little of it, either way",
}


def why_insufficient(mine: Sequence[Evidence]) -> tuple[str, str]:
    """Return the rule and the sentence for why a part could not be decided, from the evidence on it."""
    decided = [one for one in mine if one.stance is not Stance.NEUTRAL]
    if decided and all(one.eligibility is Eligibility.RETRACTED for one in decided):
        return "verdict/retracted-only", "Only what a correction has withdrawn bears on it, and that never counts."
    own = [one for one in decided if one.eligibility in OWN]
    if own and all(one.stance is Stance.REFUTES for one in own):
        return (
            "verdict/self-contradicted",
            "Only the speaker’s own words bear on it; they say otherwise, and never count.",
        )
    if own:
        return "verdict/own-words-only", "Only the speaker’s own words say so, and they never count."
    if any(one.eligibility is Eligibility.CLAIMANT_SIDE for one in decided):
        return "verdict/own-side-only", "Only the speaker’s own side says so, and that is not independent."
    if decided:
        return (
            "verdict/too-weak",
            "What bears on it is hedged, unnamed or too far from the claim to decide it.",
        )
    nearest = find_nearest(mine)
    if nearest is None:
        return "verdict/nothing-on-topic", "Nothing in the record speaks of it."
    return f"verdict/{nearest.gate}", f"Nothing in the record settles it: {_GATES[nearest.gate]}."


def find_nearest(mine: Sequence[Evidence]) -> Evidence | None:
    """Return what came nearest of what takes no side and is not the speaker's own, None where nothing did."""
    near = [
        one for one in mine if one.stance is Stance.NEUTRAL and one.gate in _GATES and one.eligibility not in _APART
    ]
    return min(near, key=lambda one: (-round(one.score, 6), one.document, one.span), default=None)
