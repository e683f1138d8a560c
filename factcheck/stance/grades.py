"""Rules on grades and on runs of years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Slot, Stance
from factcheck.stance.gates import gate_for_refutal
from factcheck.stance.rule import DIRECT, PARTLY, Example, Rule, refute, stopped, support

if TYPE_CHECKING:
    from factcheck.model import Judgement, Link

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _same_grade(link: Link) -> Judgement | None:
    if link.outcome(Slot.GRADE) != "same" or link.outcome(Slot.STREAK) == "other":
        return None
    if link.part.reading.quantities and (link.outcome(Slot.QUANTITY), link.outcome(Slot.MEASURE)) != (
        "equal",
        "same",
    ):
        return stopped("grade/same-grade", "unit")
    if link.outcome(Slot.PERIOD) == "unknown":
        return stopped("grade/same-grade", "period")
    return support(link, "grade/same-grade", Slot.GRADE)


def _other_grade(link: Link) -> Judgement | None:
    if link.outcome(Slot.GRADE) not in {"other", "part"}:
        return stopped("grade/other-grade", "measure") if link.outcome(Slot.GRADE) == "unclear" else None
    value = DIRECT if link.outcome(Slot.GRADE) == "other" else PARTLY
    return refute(link, "grade/other-grade", Slot.GRADE, gate=gate_for_refutal(link), value=value)


def _other_streak(link: Link) -> Judgement | None:
    if link.outcome(Slot.STREAK) != "other":
        return None
    if link.outcome(Slot.PERIOD) != "same":
        return stopped("streak/other-length", "period")
    return refute(link, "streak/other-length", Slot.STREAK, gate=gate_for_refutal(link, exact=True))


GRADES: Final[tuple[Rule, ...]] = (
    Rule(
        name="grade/same-grade",
        source="an inspectorate gives one overall grade at a time",
        decide=_same_grade,
        examples=(
            Example(
                claim="Dunmore Hospital was rated inadequate in 2019.",
                passage="Inspectors rated Dunmore Hospital “inadequate” in 2019.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="Dunmore Hospital was rated inadequate in 2019.",
                passage="Inspectors rated Dunmore Hospital “inadequate” in 2012.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="grade/other-grade",
        source="an inspectorate gives one overall grade at a time",
        decide=_other_grade,
        examples=(
            Example(
                claim="Dunmore Hospital was rated good in 2019.",
                passage="Inspectors rated Dunmore Hospital “inadequate” in 2019.",
                stance=_REFUTES,
            ),
            Example(
                claim="Dunmore Hospital was rated good in 2019.",
                passage="Inspectors rated Marsh Lane School “inadequate” in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="streak/other-length",
        source="a run of years has one length at one time",
        decide=_other_streak,
        examples=(
            Example(
                claim="Crime in Dunmore rose for six years in a row to 2019.",
                passage="In 2019 crime in Dunmore rose for the third year running.",
                stance=_REFUTES,
            ),
            Example(
                claim="Crime in Dunmore rose for six years in a row to 2019.",
                passage="In 2019 rents in Dunmore rose for the third year running.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
