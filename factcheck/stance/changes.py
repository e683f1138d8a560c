"""Rules on changes and extremes: what two figures come to, and how far back something is the highest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Slot, Stance
from factcheck.stance.gates import CLOSE, SAME_VALUE, SURE_SUBJECT, TOUCHED, gate_for_refutal
from factcheck.stance.rule import Example, Rule, refute, stopped, support

if TYPE_CHECKING:
    from factcheck.model import Judgement, Link

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _same_change(link: Link) -> Judgement | None:
    if link.outcome(Slot.CHANGE) not in SAME_VALUE:
        return None
    if link.outcome(Slot.RESIDUE):
        return stopped("change/same-change", "measure")
    return support(link, "change/same-change", Slot.CHANGE, topic=TOUCHED)


def _other_change(link: Link) -> Judgement | None:
    if link.outcome(Slot.CHANGE) not in {"different", "opposed"}:
        return None
    if link.outcome(Slot.POLARITY) in {"opposed", "mixed"}:
        return stopped("change/other-change", "polarity")
    gate = gate_for_refutal(link, exact=True)
    return refute(link, "change/other-change", Slot.CHANGE, gate=gate)


def _same_total(link: Link) -> Judgement | None:
    if link.outcome(Slot.TOTAL) not in SAME_VALUE:
        return None
    return support(link, "total/adds-up", Slot.TOTAL, topic=CLOSE)


def _other_total(link: Link) -> Judgement | None:
    if link.outcome(Slot.TOTAL) != "different":
        return None
    if link.outcome(Slot.TOPIC) not in CLOSE:
        return stopped("total/other-sum", "measure")
    if link.outcome(Slot.POLARITY) in {"opposed", "mixed"}:
        return stopped("total/other-sum", "polarity")
    gate = gate_for_refutal(link, exact=True)
    return refute(link, "total/other-sum", Slot.TOTAL, gate=gate)


def _same_extreme(link: Link) -> Judgement | None:
    if link.outcome(Slot.EXTREME) != "same":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return stopped("extreme/as-far-back", "subject")
    return support(link, "extreme/as-far-back", Slot.EXTREME, topic=CLOSE)


def _other_extreme(link: Link) -> Judgement | None:
    if link.outcome(Slot.EXTREME) != "other":
        return None
    if link.outcome(Slot.TOPIC) not in CLOSE:
        return stopped("extreme/less-far-back", "measure")
    if link.outcome(Slot.POLARITY) != "same":
        return stopped("extreme/less-far-back", "polarity")
    gate = gate_for_refutal(link, exact=True)
    return refute(link, "extreme/less-far-back", Slot.EXTREME, gate=gate)


CHANGES: Final[tuple[Rule, ...]] = (
    Rule(
        name="change/same-change",
        source="arithmetic: the second figure less the first, over the first",
        decide=_same_change,
        examples=(
            Example(
                claim="Marsh Water cut leakage by more than a tenth in 2019.",
                passage="Leakage at Marsh Water fell from 148 megalitres a day to 131 in 2019.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="Marsh Water halved leakage in 2019.",
                passage="Complaints to Marsh Water fell from 1,200 to 600 in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="change/other-change",
        source="arithmetic: the second figure less the first, over the first",
        decide=_other_change,
        examples=(
            Example(
                claim="Marsh Water halved leakage in 2019.",
                passage="Leakage at Marsh Water fell from 148 megalitres a day to 131 in 2019.",
                stance=_REFUTES,
            ),
            Example(
                claim="Marsh Water halved leakage in 2019.",
                passage="Leakage at Marsh Water fell from 148 megalitres a day to 131 in 2011.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="total/adds-up",
        source="arithmetic: the parts that a passage tells, added up, or one count over another",
        decide=_same_total,
        examples=(
            Example(
                claim="Dunmore Council spent £5m on schools and roads in 2019.",
                passage="Dunmore Council spent £3m on schools and £2m on roads in 2019.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="Dunmore Council spent £5m on schools and parks in 2019.",
                passage="Dunmore Council spent £3m on schools and £2m on roads in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="total/other-sum",
        source="arithmetic: the parts that a passage tells, added up, or one count over another",
        decide=_other_total,
        examples=(
            Example(
                claim="Dunmore Council left 40 per cent of its posts unfilled in 2019.",
                passage="Dunmore Council left 38 of its 171 posts unfilled in 2019.",
                stance=_REFUTES,
            ),
            Example(
                claim="Dunmore Council left 40 per cent of its teaching posts unfilled in 2019.",
                passage="Dunmore Council left 38 of its 171 posts unfilled in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="extreme/as-far-back",
        source="what is the highest since one year is so since every later one",
        decide=_same_extreme,
        examples=(
            Example(
                claim="Unemployment in Dunmore was at its highest since 2010 in May 2019.",
                passage="In May 2019 unemployment in Dunmore was the highest since 2008.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="Unemployment in Dunmore was at its highest since 2010 in May 2019.",
                passage="In May 2019 unemployment in Dunmore was the lowest since 2008.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="extreme/less-far-back",
        source="what is the highest since a year was no lower in that year, and is no record",
        decide=_other_extreme,
        examples=(
            Example(
                claim="Unemployment in Dunmore was the highest ever in May 2019.",
                passage="In May 2019 unemployment in Dunmore was the highest since 2008.",
                stance=_REFUTES,
            ),
            Example(
                claim="Unemployment in Dunmore was the highest ever in May 2019.",
                passage="In May 2019 long-term unemployment in Dunmore was the highest since 2008.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
