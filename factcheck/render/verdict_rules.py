"""The rules by which verdicts are reached, in a sentence each, for who meets their names in a report."""

from __future__ import annotations

from typing import Final

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
    "verdict/subject": "What comes nearest is about somebody or something else.",
    "verdict/period": "What comes nearest speaks of another time.",
    "verdict/measure": "What comes nearest is about something else on the same topic.",
    "verdict/force": "What comes nearest is hedged, or nobody vouches for it.",
    "verdict/polarity": "What comes nearest does not say it either way.",
    "verdict/unit": "What comes nearest leaves out the figure, grade or date.",
    "verdict/scope": "What comes nearest lacks a word that narrows the claim, or has one that the claim lacks.",
    "verdict/topic": "What comes nearest says neither the one nor the other.",
    "verdict/unsure": "What comes nearest says too little of it, either way.",
}
"""Every rule that the stage of verdicts may name, which a test holds against that stage."""
