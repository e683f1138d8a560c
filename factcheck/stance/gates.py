"""The gates: every slot of a claim but the one that it asserts must agree before a difference counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Force, Slot, VoiceKind

if TYPE_CHECKING:
    from factcheck.model import Link

SURE_SUBJECT: Final = frozenset({"same", "context"})
ANY_SUBJECT: Final = frozenset({"same", "context", "partial"})
SURE_PERIOD: Final = frozenset({"same", "near", "open"})
ANY_PERIOD: Final = frozenset({"same", "near", "open", "unknown"})
CLOSE: Final = frozenset({"full", "strong", "thin", "most"})
ON_TOPIC: Final = CLOSE | {"fair"}
TOUCHED: Final = ON_TOPIC | {"weak"}


def gate_for_support(link: Link, *, topic: frozenset[str] = ON_TOPIC) -> str:
    """Return the first gate that keeps a match from counting as support, "" when all are open."""
    if link.outcome(Slot.SUBJECT) not in ANY_SUBJECT and link.outcome(Slot.SUBJECT) != "unknown":
        return "subject"
    if link.outcome(Slot.TOPIC) not in topic:
        return "measure"
    if link.outcome(Slot.PERIOD) not in ANY_PERIOD:
        return "period"
    if link.outcome(Slot.POLARITY) == "opposed" or link.outcome(Slot.DIRECTION) == "opposed":
        return "polarity"
    if link.outcome(Slot.SCOPE) == "narrower":
        return "scope"
    return "force" if link.reading.force in {Force.ASKED, Force.JUDGED} else ""


def gate_for_refutal(link: Link, *, topic: frozenset[str] = ON_TOPIC) -> str:
    """Return the first gate that keeps a difference from counting as a contradiction, "" when all are open.

    Stricter than for support, since a false contradiction is what a user cannot forgive: the subject must be
    seen, the period shared, and somebody must vouch for what the passage says.
    """
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return "subject"
    if link.outcome(Slot.TOPIC) not in topic:
        return "measure"
    if link.outcome(Slot.PERIOD) not in SURE_PERIOD:
        return "period"
    if link.passage.attribution.voice is VoiceKind.UNNAMED or link.reading.force is not Force.ASSERTED:
        return "force"
    return ""
