"""Rules on grades and on runs of years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Judgement, Slot, Stance, Weight
from factcheck.stance.gates import SURE_SUBJECT, TOUCHED, gate_for_refutal, is_vouched
from factcheck.stance.rule import DIRECT, PARTLY, Example, Rule, refute, stopped, support
from factcheck.values import PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.model import Link

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _same_grade(link: Link) -> Judgement | None:
    if link.outcome(Slot.GRADE) != "same" or link.outcome(Slot.STREAK) == "other":
        return None
    if link.part.reading.quantities and (link.outcome(Slot.QUANTITY), link.outcome(Slot.MEASURE)) != (
        "equal",
        "same",
    ):
        return stopped("grade/same-grade", "unit")
    if link.outcome(Slot.PERIOD) == "unknown" or _lasts_longer(link):
        return stopped("grade/same-grade", "period")
    return support(link, "grade/same-grade", Slot.GRADE)


def _lasts_longer(link: Link) -> bool:
    """Whether the claim speaks of several years and the passage knows the grade for a part of them, if at all."""
    ours = link.part.reading.period
    if ours is None or (ours.days or YEAR + 1) <= YEAR:
        return False
    return compare_periods(ours, link.reading.period) not in {PeriodRelation.EQUAL, PeriodRelation.WITHIN}


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


def _began_later(link: Link) -> Judgement | None:
    """A run of years that began within the claim's time leaves the year before its beginning without the grade."""
    ours, theirs = link.part.reading, link.reading
    if not theirs.streak or not ours.period or not ours.period.first or not ours.period.last or not theirs.period:
        return None
    alike = any(
        mine.scale == other.scale and mine.low <= other.high and other.low <= mine.high and not mine.partial
        for mine in ours.grades
        for other in theirs.grades
    )
    if not alike or not theirs.period.last or (ours.period.days or 0) <= YEAR:
        return None
    before = theirs.period.last.year - theirs.streak
    if not ours.period.first.year <= before <= ours.period.last.year:
        return None
    name = "streak/began-later"
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return stopped(name, "subject")
    if link.outcome(Slot.TOPIC) not in TOUCHED:
        return stopped(name, "measure")
    if not is_vouched(link):
        return stopped(name, "force")
    told = f"{theirs.streak} years to {theirs.period.last.year} began after {before}"
    weight = Weight(name, "began-later", DIRECT, str(ours.period), told)
    return Judgement(stance=_REFUTES, rule=name, weight=weight, note=told)


YEAR: Final = 366
"""Days of the longest year: a grade of one year is not one of ten."""

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
    Rule(
        name="streak/began-later",
        source="consecutive years that end in one are preceded by a year without",
        decide=_began_later,
        examples=(
            Example(
                claim="Dunmore Hospital was rated inadequate for ten years before 2014.",
                passage="Inspectors rated Dunmore Hospital inadequate for the eighth year running in 2016.",
                stance=_REFUTES,
            ),
            Example(
                claim="Dunmore Hospital was rated inadequate for three years before 2014.",
                passage="Inspectors rated Dunmore Hospital inadequate for the eighth year running in 2016.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
