"""The rules by which verdicts are reached, in a sentence each, for who meets their names in a report."""

from __future__ import annotations

from typing import Final

from factcheck.model import GATES, UNREAD

VERDICT_RULES: Final = {
    "verdict/supported": "What counts of the record says the same, or outweighs what says otherwise.",
    "verdict/contradicted": "What counts of the record says otherwise, or outweighs what says the same.",
    "verdict/both-sides": "What counts of the record speaks on both sides, and neither outweighs the other.",
    "verdict/not-checkable": "The claim is an opinion, a wish, a norm, a question or a prediction.",
    "verdict/self-contradicted": "Only the speaker’s own words bear on the claim; they say otherwise, and never count.",
    "verdict/own-words-only": "Only the speaker’s own words say so, and they never count.",
    "verdict/own-side-only": "Only the speaker’s own side says so, and that is not independent.",
    "verdict/too-weak": "What bears on the claim is hedged, unnamed or too far from it to decide it.",
    "verdict/nothing-on-topic": "Nothing in the record speaks of the claim’s topic.",
    "verdict/retracted-only": "Only what a correction has withdrawn bears on the claim, and that never counts.",
} | {f"verdict/{gate}": f"What comes nearest {said}." for gate, said in GATES.items() if gate != UNREAD}
"""Every rule that the stage of verdicts may name, which a test holds against that stage."""
