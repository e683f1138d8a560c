"""The rules of stance, as values: each with its name, its source and examples that fire and that stay silent.

A rule looks at the comparisons of a link and decides, or leaves it to others. Where two fire, the judge takes
the heavier. Weights are orders of directness set on development cases: a stated figure, date, holder or grade
says more than shared wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Judgement, Slot, Stance, Weight
from factcheck.stance.gates import (
    CLOSE,
    ON_TOPIC,
    SURE_PERIOD,
    SURE_SUBJECT,
    TOUCHED,
    gate_for_refutal,
    gate_for_support,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Link

DIRECT: Final = 2.0
"""A stated value of the asserted slot: figure, date, holder, grade."""

WORDED: Final = 1.5
"""Shared wording, or its reversal."""

SAME_VALUE: Final = frozenset({"equal", "within"})
"""Outcomes of a comparison of quantities in which the passage bears the claim out."""

PARTLY: Final = 1.0
"""A statement about the whole against one about a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A claim, a passage, and the stance that the rule must give; NEUTRAL where it must stay silent."""

    claim: str
    passage: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to see what a passage says of a claim."""

    name: str
    source: str
    decide: Callable[[Link], Judgement | None]
    examples: tuple[Example, ...]


def _judgement(link: Link, name: str, stance: Stance, value: float, slot: Slot) -> Judgement:
    compared = link.comparison(slot)
    weight = Weight(name, compared.outcome, value, compared.ours, compared.theirs)
    return Judgement(stance=stance, rule=name, weight=weight, note=compared.note)


def _stopped(name: str, gate: str) -> Judgement:
    return Judgement(stance=Stance.NEUTRAL, rule=name, gate=gate)


def _support(
    link: Link, name: str, slot: Slot, *, value: float = DIRECT, topic: frozenset[str] = ON_TOPIC
) -> Judgement:
    gate = gate_for_support(link, topic=topic)
    return _stopped(name, gate) if gate else _judgement(link, name, Stance.SUPPORTS, value, slot)


def _refute(link: Link, name: str, slot: Slot, *, value: float = DIRECT, topic: frozenset[str] = ON_TOPIC) -> Judgement:
    gate = gate_for_refutal(link, topic=topic)
    return _stopped(name, gate) if gate else _judgement(link, name, Stance.REFUTES, value, slot)


# --- quantities -------------------------------------------------------------------------------------


def _same_value(link: Link) -> Judgement | None:
    if link.outcome(Slot.QUANTITY) not in SAME_VALUE or link.outcome(Slot.MEASURE) == "other":
        return None
    if link.outcome(Slot.MEASURE) == "near" and link.outcome(Slot.QUANTITY) != "equal":
        return _stopped("quantity/same-value", "measure")
    if link.outcome(Slot.EVENT) == "other-date":
        return _stopped("quantity/same-value", "period")
    return _support(link, "quantity/same-value", Slot.QUANTITY, topic=CLOSE)


def _other_value(link: Link) -> Judgement | None:
    if link.outcome(Slot.QUANTITY) != "different":
        return None
    if link.outcome(Slot.MEASURE) != "same":
        return _stopped("quantity/other-value", "measure")
    return _refute(link, "quantity/other-value", Slot.QUANTITY)


# --- events -----------------------------------------------------------------------------------------


def _same_event(link: Link) -> Judgement | None:
    if link.outcome(Slot.EVENT) not in {"same-date", "same-event"}:
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return _stopped("event/same-event", "subject")
    if _differs(link):
        return _stopped("event/same-event", "unit")
    return _support(link, "event/same-event", Slot.EVENT, topic=CLOSE)


def _other_date(link: Link) -> Judgement | None:
    if link.outcome(Slot.EVENT) != "other-date":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return _stopped("event/other-date", "subject")
    if link.outcome(Slot.TOPIC) not in ON_TOPIC:
        return _stopped("event/other-date", "measure")
    if link.outcome(Slot.FORCE) != "asserted" or link.passage.attribution.voice == "unnamed":
        return _stopped("event/other-date", "force")
    return _judgement(link, "event/other-date", Stance.REFUTES, DIRECT, Slot.EVENT)


# --- roles ------------------------------------------------------------------------------------------


def _same_holder(link: Link) -> Judgement | None:
    if link.outcome(Slot.ROLE) != "same-holder":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return _stopped("role/same-holder", "subject")
    if link.outcome(Slot.PERIOD) == "unknown":
        return _stopped("role/same-holder", "period")
    return _support(link, "role/same-holder", Slot.ROLE, topic=TOUCHED)


def _other_holder(link: Link) -> Judgement | None:
    if link.outcome(Slot.ROLE) != "other-holder":
        return None
    if link.outcome(Slot.PERIOD) not in SURE_PERIOD:
        return _stopped("role/other-holder", "period")
    if link.outcome(Slot.FORCE) != "asserted" or link.passage.attribution.voice == "unnamed":
        return _stopped("role/other-holder", "force")
    return _judgement(link, "role/other-holder", Stance.REFUTES, DIRECT, Slot.ROLE)


# --- grades and runs of years -----------------------------------------------------------------------


def _same_grade(link: Link) -> Judgement | None:
    if link.outcome(Slot.GRADE) != "same" or link.outcome(Slot.STREAK) == "other":
        return None
    if link.part.reading.quantities and (link.outcome(Slot.QUANTITY), link.outcome(Slot.MEASURE)) != (
        "equal",
        "same",
    ):
        return _stopped("grade/same-grade", "unit")
    return _support(link, "grade/same-grade", Slot.GRADE)


def _other_grade(link: Link) -> Judgement | None:
    if link.outcome(Slot.GRADE) not in {"other", "part"}:
        return None
    value = DIRECT if link.outcome(Slot.GRADE) == "other" else PARTLY
    return _refute(link, "grade/other-grade", Slot.GRADE, value=value)


def _other_streak(link: Link) -> Judgement | None:
    if link.outcome(Slot.STREAK) != "other":
        return None
    return _refute(link, "streak/other-length", Slot.STREAK)


# --- wording ----------------------------------------------------------------------------------------


def _denied(link: Link) -> Judgement | None:
    if link.outcome(Slot.POLARITY) != "opposed" or link.outcome(Slot.GRADE):
        return None
    if link.outcome(Slot.QUANTITY) == "different":
        return _stopped("polarity/denied", "unit")
    return _refute(link, "polarity/denied", Slot.POLARITY, value=WORDED, topic=CLOSE)


def _reversed(link: Link) -> Judgement | None:
    if link.outcome(Slot.DIRECTION) != "opposed":
        return None
    return _refute(link, "direction/reversed", Slot.DIRECTION, value=WORDED)


def _restates(link: Link) -> Judgement | None:
    if link.outcome(Slot.TOPIC) != "full":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return _stopped("topic/restates", "subject")
    if link.outcome(Slot.PERIOD) not in ({"same"} if link.part.reading.period else SURE_PERIOD):
        return _stopped("topic/restates", "period")
    if _differs(link):
        return _stopped("topic/restates", "unit")
    return _support(link, "topic/restates", Slot.TOPIC, value=WORDED)


def _differs(link: Link) -> bool:
    """Whether a slot that the claim fills is filled otherwise, or not at all, in the passage."""
    ours = link.part.reading
    return (
        bool(ours.quantities and link.outcome(Slot.QUANTITY) not in SAME_VALUE)
        or bool(ours.grades and link.outcome(Slot.GRADE) != "same")
        or bool(ours.streak and link.outcome(Slot.STREAK) != "same")
        or link.outcome(Slot.ROLE) in {"other-holder", "other-body"}
        or link.outcome(Slot.EVENT) in {"other-date", "other-subject"}
    )


_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL

RULES: Final[tuple[Rule, ...]] = (
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
    Rule(
        name="event/same-event",
        source="rules of evidence: the date is the asserted slot, person and body gate",
        decide=_same_event,
        examples=(
            Example(
                claim="Ann Lee left Dunmore Council in May 2019.",
                passage="Ms Lee’s departure from Dunmore Council in May 2019 surprised her colleague Ann Lee Smith.",
                stance=_NEUTRAL,
            ),
            Example(
                claim="Ann Lee left Dunmore Council in May 2019.",
                passage="Ann Lee resigned from Dunmore Council in May 2019.",
                stance=_SUPPORTS,
            ),
        ),
    ),
    Rule(
        name="event/other-date",
        source="rules of evidence: one departure has one date",
        decide=_other_date,
        examples=(
            Example(
                claim="Ann Lee left Dunmore Council in May 2020.",
                passage="Ann Lee resigned from Dunmore Council in May 2019.",
                stance=_REFUTES,
            ),
            Example(
                claim="Ann Lee left Dunmore Council in May 2020.",
                passage="Tom Hart resigned from Dunmore Council in May 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="role/same-holder",
        source="rules of evidence: role, body and period gate, the holder is compared",
        decide=_same_holder,
        examples=(
            Example(
                claim="The harbour board is chaired by Ann Lee.",
                passage="Ann Lee, chair of the harbour board, opened the meeting.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="The harbour board is chaired by Ann Lee.",
                passage="Ann Lee, chair of the school trust, opened the meeting.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="role/other-holder",
        source="rules of evidence: one chair at a time",
        decide=_other_holder,
        examples=(
            Example(
                claim="The harbour board is chaired by Ann Lee.",
                passage="The harbour board is chaired by Tom Hart.",
                stance=_REFUTES,
            ),
            Example(
                claim="The harbour board is chaired by Ann Lee.",
                passage="The transport board is chaired by Tom Hart.",
                stance=_NEUTRAL,
            ),
        ),
    ),
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
        name="polarity/denied",
        source="rules of evidence: negation has a scope",
        decide=_denied,
        examples=(
            Example(
                claim="Ann Lee signed the harbour contract.",
                passage="Ann Lee never signed the harbour contract.",
                stance=_REFUTES,
            ),
            Example(
                claim="Ann Lee signed the harbour contract.",
                passage="Ann Lee signed the harbour contract, not the bridge lease.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="direction/reversed",
        source="general opposites of English: what rose did not fall in the same period",
        decide=_reversed,
        examples=(
            Example(
                claim="Leakage in Dunmore fell in 2019.",
                passage="Leakage in Dunmore rose in 2019.",
                stance=_REFUTES,
            ),
            Example(
                claim="Leakage in Dunmore fell in 2019.",
                passage="Bills in Dunmore rose in 2019.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="topic/restates",
        source="a passage that holds all of a claim's content words, names, figures and dates, undenied",
        decide=_restates,
        examples=(
            Example(
                claim="Ann Lee opened the harbour bridge.",
                passage="The harbour bridge was opened by Ann Lee.",
                stance=_SUPPORTS,
            ),
            Example(
                claim="Ann Lee opened the harbour bridge.",
                passage="Ann Lee may close the harbour road.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
"""Every rule, in the order in which they are tried."""
