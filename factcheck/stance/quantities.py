"""Rules on figures: the same value, or another one, of one measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Slot, Stance
from factcheck.stance.gates import CLOSE, SAME_VALUE, gate_for_refutal
from factcheck.stance.rule import Example, Rule, refute, stopped, support

if TYPE_CHECKING:
    from factcheck.model import Judgement, Link

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _same_value(link: Link) -> Judgement | None:
    if link.outcome(Slot.QUANTITY) not in SAME_VALUE or link.outcome(Slot.MEASURE) == "other":
        return None
    if link.outcome(Slot.MEASURE) == "near" and link.outcome(Slot.QUANTITY) != "equal":
        return stopped("quantity/same-value", "measure")
    if link.outcome(Slot.EVENT) == "other-date":
        return stopped("quantity/same-value", "period")
    return support(link, "quantity/same-value", Slot.QUANTITY, topic=CLOSE)


def _other_value(link: Link) -> Judgement | None:
    if link.outcome(Slot.QUANTITY) != "different" or link.outcome(Slot.TOTAL):
        return None  # the passage's figures are parts, and what they come to is compared instead
    if link.outcome(Slot.MEASURE) != "same":
        return stopped("quantity/other-value", "measure")
    gate = gate_for_refutal(link, exact=True)
    return refute(link, "quantity/other-value", Slot.QUANTITY, gate=gate)


QUANTITIES: Final[tuple[Rule, ...]] = (
    Rule(
        name="quantity/same-value",
        source="rules of evidence: quantities compare only within a measure and a unit",
        decide=_same_value,
        examples=(
            Example(
                claim="Dunmore Council had a £12m budget gap in 2019.",
                passage="Dunmore Council faced a £12 million hole in its 2019 budget.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="Dunmore Council had a £12m budget gap in 2019.",
                passage="Dunmore Council paid £12 million for new buses in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="quantity/other-value",
        source="rules of evidence: a different value contradicts where measure, subject and period are the same",
        decide=_other_value,
        examples=(
            Example(
                claim="Dunmore Council had a £12m budget gap in 2019.",
                passage="Dunmore Council faced a £31 million hole in its 2019 budget.",
                stance=_REFUTES,
            ),
            Example(
                claim="Dunmore Council had a £12m budget gap in 2019.",
                passage="Dunmore Council faced a £31 million hole in its 2011 budget.",
                stance=_NEUTRAL,
            ),
            Example(
                claim="Dunmore Council had a £12m budget gap in 2019.",
                passage="Dunmore Council made cuts totalling £31 million in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
