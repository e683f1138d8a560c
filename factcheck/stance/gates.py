"""The gates: every slot of a claim but the one that it asserts must agree before a difference counts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.model import Force, Slot, Stance, VoiceKind
from factcheck.names import NameMatch, match_names
from factcheck.text import tokenize

if TYPE_CHECKING:
    from factcheck.model import Link, Reading

SURE_SUBJECT: Final = frozenset({"same", "context"})
"""Whom a contradiction must be about: named in the passage, or what its pronoun or section stands for."""

ANY_SUBJECT: Final = SURE_SUBJECT | {"partial", "unnamed", "unknown"}
"""Whom a support may be about: what is lost by a wrong one is less."""

SAME_PERIOD: Final = frozenset({"same", "near", "open"})
SURE_PERIOD: Final = SAME_PERIOD | {"part"}
ANY_PERIOD: Final = SURE_PERIOD | {"dated", "unknown"}
"""When: the claim's own time; a part of it, for what is true of the whole if of a part; one side without a time."""

STATED: Final = frozenset({"full", "strong", "thin"})
CLOSE: Final = STATED | {"most"}
ON_TOPIC: Final = CLOSE | {"fair"}
TOUCHED: Final = ON_TOPIC | {"weak"}
ANY_TOPIC: Final = TOUCHED | {"none"}
"""What: each admits one level less of the claim's content than the one before (the shares are in the linking)."""

SAME_VALUE: Final = frozenset({"equal", "within"})
"""Outcomes of a comparison of quantities in which the passage bears the claim out."""


def gate_for_support(link: Link, *, topic: frozenset[str] = ON_TOPIC) -> str:
    """Return the first gate that keeps a match from counting as support, "" when all are open.

    What nobody in particular says supports nothing, nor does what is only thought likely of what is claimed outright:
    a rumour is context.
    """
    if link.outcome(Slot.SUBJECT) not in ANY_SUBJECT:
        return "subject"
    if link.outcome(Slot.TOPIC) not in topic:
        return "measure"
    if link.outcome(Slot.PERIOD) not in ANY_PERIOD:
        return "period"
    if link.outcome(Slot.POLARITY) == "opposed" or link.outcome(Slot.DIRECTION) in {"opposed", "in-turn"}:
        return "polarity"
    if link.outcome(Slot.SCOPE) == "narrower":
        return "scope"
    if link.passage.attribution.voice is VoiceKind.UNNAMED or _is_only_decided(link):
        return "force"
    return "" if link.reading.force in {Force.ASSERTED, link.part.reading.force} else "force"


def _is_only_decided(link: Link) -> bool:
    """Whether somebody merely decided to do what the claim says was done: "voted 5-2 to close three schools"."""
    return _decides(link.passage.text) and not _decides(link.part.reading.text)


@kept_with_lexicon
@lru_cache(maxsize=20_000)
def _decides(text: str) -> bool:
    deciding = load_lexicon().manner.deciding
    words = [token.lower for token in tokenize(text)]
    return any("to" in words[at + 1 : at + DECIDED_REACH] for at, word in enumerate(words) if word in deciding)


DECIDED_REACH: Final = 7
"""Tokens from a verb of deciding to what was decided: "voted 5-2 on Tuesday to"."""


def gate_for_refutal(link: Link, *, exact: bool = False, dated: bool = False) -> str:
    """Return the first gate that keeps a difference from counting as a contradiction, "" when all are open.

    Stricter than for support, since a false contradiction is what a user cannot forgive: the subject must be
    seen, the period shared, and somebody must vouch for what the passage says. What adds up over time and over
    parts must agree in both: `exact` lets neither a part of the period nor a narrower thing pass. What is denied once
    is denied: `dated` lets a passage with a date meet a claim without one.
    """
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return "subject"
    if link.outcome(Slot.TOPIC) not in ON_TOPIC:
        return "measure"
    periods = SAME_PERIOD if exact else SURE_PERIOD
    if link.outcome(Slot.PERIOD) not in (periods | {"dated"} if dated else periods):
        return "period"
    if exact and link.outcome(Slot.RESIDUE):
        return "measure"
    return "" if is_vouched(link) else "force"


def gate_for_outcome(link: Link, stance: Stance) -> str:
    """Return the gate that keeps a passage from telling how a prediction came out, "" where it may.

    What was itself foretold tells nothing, nor does what was published before its time began; what speaks against it
    must have been published when that was over, since until then it might still have come about.
    """
    if link.part.reading.force is not Force.DUE:
        return ""
    if not is_vouched(link):
        return "force"
    time, published = link.part.reading.period, link.passage.published
    if time is None or published is None or published.first is None:
        return "period"
    since = time.last if stance is Stance.REFUTES else time.first
    return "" if since is None or published.first >= since else "period"


def is_vouched(link: Link) -> bool:
    """Whether the passage asserts that what it says is so, and somebody can be held to it."""
    named = link.passage.attribution.voice is not VoiceKind.UNNAMED
    return named and link.reading.force is Force.ASSERTED and not _is_only_decided(link)


def has_same_value(link: Link) -> bool:
    """Whether the passage bears out the claim's figures, as amounts of the same thing."""
    return link.outcome(Slot.QUANTITY) in SAME_VALUE and link.outcome(Slot.MEASURE) != "other"


def differs(link: Link) -> bool:
    """Whether a slot that the claim fills is filled otherwise, or not at all, in the passage."""
    ours = link.part.reading
    return (
        bool(ours.quantities and not has_same_value(link))
        or bool(ours.grades and link.outcome(Slot.GRADE) != "same")
        or bool(ours.streak and link.outcome(Slot.STREAK) != "same")
        or (any(role.stated for role in ours.roles) and link.outcome(Slot.ROLE) != "same-holder")
        or link.outcome(Slot.EVENT) in {"other-date", "other-life", "other-subject"}
        or link.outcome(Slot.EXTREME) in {"other", "short"}
        or _swaps_names(link)
    )


def _swaps_names(link: Link) -> bool:
    """Whether two of the claim's names stand the other way round: who beat whom. A passive on one side turns them."""
    ours, theirs = link.part.reading, link.reading
    order = [_place_of(name.name, theirs) for name in ours.names]
    there = [place for place in order if place >= 0]
    passive = (" by " in ours.text) != (" by " in theirs.text)
    return len(there) > 1 and not passive and there != sorted(there)


def _place_of(name: str, reading: Reading) -> int:
    found = (one.span.start for one in reading.names if match_names(name, one.name) is not NameMatch.DIFFERENT)
    return next(found, -1)
