"""Why a part of a claim could not be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import GATES, UNREAD, Eligibility, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence

OWN: Final = frozenset({Eligibility.OWN_WORDS, Eligibility.ECHO})
"""What is listed as the speaker's own."""

_APART: Final = OWN | {Eligibility.RETRACTED}

_SAY_WHY: Final = GATES.keys() - {UNREAD}
"""The gates that tell what the record lacks; what was not read may say anything."""


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
    return f"verdict/{nearest.gate}", f"Nothing in the record settles it: what comes nearest {GATES[nearest.gate]}."


def find_nearest(mine: Sequence[Evidence]) -> Evidence | None:
    """Return what came nearest of what takes no side and is not the speaker's own, None where nothing did."""
    near = [
        one for one in mine if one.stance is Stance.NEUTRAL and one.gate in _SAY_WHY and one.eligibility not in _APART
    ]
    return min(near, key=lambda one: (-round(one.score, 6), one.document, one.span), default=None)
