"""In what state somebody left a thing: "in a stronger position than I found it", against how it was then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.link.subject import matched
from factcheck.model import Comparison, EntityKind, Slot, Tone

if TYPE_CHECKING:
    from factcheck.model import Reading

_CLAIMED: Final = re.compile(
    r"\b(?:in|on) (?:an? |its )?(?:much |far |so much |significantly |considerably |substantially |even )?"
    r"(?P<how>better|stronger|healthier|sounder|firmer|fitter|best|strongest) (?:\w+ )?"
    r"(?:position|shape|state|condition|footing|place|health)\b",
    re.IGNORECASE,
)
"""What claims a better state as a whole, and not of one measure."""

_BAD: Final = frozenset({Tone.CRITICISM, Tone.WORSE})
_DISTRESS: Final = frozenset({"@gap", "bankrupt", "bankruptci", "insolv", "insolvent", "insolvenc"})
"""What a body in a sound state does not have."""


def compare_standing(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare a claim that something was left better as a whole with how a passage values it.

    "opposed" where the passage finds fault or tells of distress, "unsure" where it does not name whose. Praise proves
    no such claim, so that it is None, as where the claim states no such thing.
    """
    claimed = _CLAIMED.search(ours.text)
    if claimed is None or ours.tone is not Tone.BETTER:
        return None
    distress = next((term.surface for term in theirs.terms if term.key in _DISTRESS and not term.negated), "")
    if theirs.tone in _BAD or distress:
        told = distress or theirs.tone.value
        outcome = "opposed" if _is_of_it(ours, theirs) else "unsure"
        return Comparison(slot=Slot.STANDING, outcome=outcome, ours=claimed[0], theirs=told)
    return None


def _is_of_it(ours: Reading, theirs: Reading) -> bool:
    """Whether the passage names or means the body that the claim speaks of, and not only who left it."""
    bodies = [name.name for name in ours.named if name.kind is not EntityKind.PERSON] or list(ours.context_names)
    return any(matched(name.name, bodies) for name in theirs.named if name.kind is not EntityKind.PERSON)
