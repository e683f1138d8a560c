"""Rules on events that happen once: that they did, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Slot, Stance
from factcheck.stance.gates import CLOSE, ON_TOPIC, SURE_SUBJECT, differs, is_vouched
from factcheck.stance.rule import DIRECT, Example, Rule, judge, stopped, support

if TYPE_CHECKING:
    from factcheck.model import Judgement, Link

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _same_event(link: Link) -> Judgement | None:
    if link.outcome(Slot.EVENT) not in {"same-date", "same-event", "same-life"}:
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return stopped("event/same-event", "subject")
    if differs(link):
        return stopped("event/same-event", "unit")
    topic = CLOSE if link.outcome(Slot.EVENT) == "same-date" else frozenset({"full", "thin"})
    return support(link, "event/same-event", Slot.EVENT, topic=topic)


def _other_date(link: Link) -> Judgement | None:
    if link.outcome(Slot.EVENT) not in {"other-date", "other-life"}:
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT:
        return stopped("event/other-date", "subject")
    if link.outcome(Slot.TOPIC) not in ON_TOPIC and link.outcome(Slot.EVENT) != "other-life":
        return stopped("event/other-date", "measure")
    if not is_vouched(link):
        return stopped("event/other-date", "force")
    return judge(link, "event/other-date", Stance.REFUTES, DIRECT, Slot.EVENT)


EVENTS: Final[tuple[Rule, ...]] = (
    Rule(
        name="event/same-event",
        source="rules of evidence: the date is the asserted slot, person and body gate",
        decide=_same_event,
        examples=(
            Example(
                claim="Ann Lee left Dunmore Council in May 2019.",
                passage="Tom Hart’s departure from Dunmore Council in May 2019 surprised Ann Lee.",
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
            Example(
                claim="Ann Lee died in 1999.",
                passage="Ann Lee (3 May 1930 – 9 June 2001) was the chair of Dunmore Council.",
                stance=_REFUTES,
            ),
            Example(
                claim="Ann Lee was born in 1999.",
                passage="Ann Lee (May 2014 – June 2016) was the chair of Dunmore Council.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
