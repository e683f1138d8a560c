"""Rules on who holds a role, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Slot, Stance
from factcheck.stance.gates import SAME_PERIOD, SURE_SUBJECT, TOUCHED, is_vouched
from factcheck.stance.rule import DIRECT, Example, Rule, judge, stopped, support

if TYPE_CHECKING:
    from factcheck.model import Judgement, Link

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _same_holder(link: Link) -> Judgement | None:
    if link.outcome(Slot.ROLE) != "same-holder":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return stopped("role/same-holder", "subject")
    if link.outcome(Slot.PERIOD) == "unknown":
        return stopped("role/same-holder", "period")
    return support(link, "role/same-holder", Slot.ROLE, topic=TOUCHED)


def _other_holder(link: Link) -> Judgement | None:
    if link.outcome(Slot.ROLE) != "other-holder":
        return None
    if link.outcome(Slot.PERIOD) not in SAME_PERIOD:
        return stopped("role/other-holder", "period")
    if not is_vouched(link):
        return stopped("role/other-holder", "force")
    return judge(link, "role/other-holder", Stance.REFUTES, DIRECT, Slot.ROLE)


def _other_term(link: Link) -> Judgement | None:
    if link.outcome(Slot.ROLE) != "other-term":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return stopped("role/other-term", "subject")
    if not is_vouched(link):
        return stopped("role/other-term", "force")
    return judge(link, "role/other-term", Stance.REFUTES, DIRECT, Slot.ROLE)


ROLES: Final[tuple[Rule, ...]] = (
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
        name="role/other-term",
        source="rules of evidence: the term that a passage states is when the role was held",
        decide=_other_term,
        examples=(
            Example(
                claim="Ann Lee was chair of the harbour board in 2010.",
                passage="Ann Lee was chair of the harbour board between 2013 and 2016.",
                stance=_REFUTES,
            ),
            Example(
                claim="Ann Lee was chair of the harbour board in 2010.",
                passage="Ann Lee was chair of the harbour board in 2013.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
