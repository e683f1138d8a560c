"""The gates that keep a passage from counting, each with what it says of a passage that it stopped."""

from __future__ import annotations

from typing import Final

UNREAD: Final = "unread"
"""The gate that stops a passage which is too far off for the learned model to read."""

GATES: Final = {
    "subject": "is about somebody or something else",
    "period": "speaks of another time",
    "measure": "is about something else on the same topic",
    "force": "is hedged, or nobody vouches for it",
    "polarity": "does not say it either way",
    "unit": "leaves out the figure, grade or date",
    "scope": "lacks a word that narrows the claim, or has one that the claim lacks",
    "topic": "says neither the one nor the other",
    "unsure": "says too little of it, either way",
    UNREAD: "is further off than what was read",
}
"""What each says, to be put behind what it is said of."""
