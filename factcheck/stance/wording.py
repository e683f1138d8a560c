"""Rules on wording: restated, denied, reversed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Slot, Stance
from factcheck.names import NameMatch, match_names
from factcheck.stance.gates import (
    ANY_PERIOD,
    SAME_PERIOD,
    SAME_VALUE,
    STATED,
    SURE_SUBJECT,
    differs,
    gate_for_refutal,
    is_vouched,
)
from factcheck.stance.rule import PARTLY, WORDED, Example, Rule, refute, stopped, support
from factcheck.values import PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.model import Judgement, Link, Reading

_SUPPORTS, _REFUTES, _NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _denied(link: Link) -> Judgement | None:
    if link.outcome(Slot.POLARITY) != "opposed" or link.part.reading.grades:
        return None
    if link.outcome(Slot.SCOPE) == "narrower":
        return stopped("polarity/denied", "scope")
    if link.outcome(Slot.QUANTITY) == "different":
        return stopped("polarity/denied", "unit")
    if link.outcome(Slot.TOPIC) not in STATED or link.outcome(Slot.RESIDUE):
        return stopped("polarity/denied", "measure")
    if _bears_denial_out(link):
        return stopped("polarity/denied", "unit")
    gate = gate_for_refutal(link, dated=True) or ("force" if _speaks_of_self(link) else "")
    return refute(link, "polarity/denied", Slot.POLARITY, gate=gate, value=WORDED)


def _bears_denial_out(link: Link) -> bool:
    """Whether a passage tells otherwise just what the claim denies: who is not the chair where another one is."""
    ours = link.part.reading
    if not any(term.negated for term in ours.terms):
        return False
    several = len(link.reading.quantities) > len(ours.quantities) > 0 or _ordinals(link.reading) - _ordinals(ours)
    return (
        bool(several or (ours.quantities and link.outcome(Slot.QUANTITY) not in SAME_VALUE))
        or (any(role.stated for role in ours.roles) and link.outcome(Slot.ROLE) != "same-holder")
        or link.outcome(Slot.EVENT) in {"other-date", "other-life", "other-subject"}
        or link.outcome(Slot.EXTREME) in {"other", "short"}
        or link.outcome(Slot.RANK) in {"other", "other-year"}
    )


def _ordinals(reading: Reading) -> set[str]:
    return {word for word in reading.qualifiers if word[0].isdigit()}


def _speaks_of_self(link: Link) -> bool:
    """Whether the one who denies a claim is whom it is about: "Ms Lee denied that she was sacked" proves nothing."""
    speaker = link.passage.attribution.speaker
    first = min(link.part.reading.names, key=lambda name: name.span.start, default=None)
    return bool(speaker and first and match_names(first.name, speaker) is not NameMatch.DIFFERENT)


def _reversed(link: Link) -> Judgement | None:
    if link.outcome(Slot.DIRECTION) == "in-turn":
        return stopped("direction/reversed", "period")
    if link.outcome(Slot.DIRECTION) != "opposed":
        return None
    gate = gate_for_refutal(link, exact=True)
    return refute(link, "direction/reversed", Slot.DIRECTION, gate=gate, value=WORDED)


def _went_against(link: Link) -> Judgement | None:
    ours, theirs = link.part.reading, link.reading
    if link.outcome(Slot.DIRECTION) != "opposed" or not _EVERY.search(ours.text):
        return None
    name = "every/counterexample"
    inside = {PeriodRelation.EQUAL, PeriodRelation.WITHIN}
    if link.outcome(Slot.PERIOD) == "part" and compare_periods(theirs.period, ours.period) not in inside:
        return stopped(name, "period")
    if link.outcome(Slot.RESIDUE):
        return stopped(name, "measure")
    return refute(link, name, Slot.DIRECTION, gate=gate_for_refutal(link), value=WORDED)


_EVERY: Final = re.compile(
    r"\b(?:every|each)\s+(?:single\s+)?(?:year|quarter|month|week|season)\b|\byear\s+(?:on|after|by)\s+year\b",
    re.IGNORECASE,
)
"""What claims a thing of each of several times, so that one time speaks against it."""


def _restates(link: Link) -> Judgement | None:
    if link.outcome(Slot.TOPIC) != "full":
        return None
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT | {"unnamed"}:
        return stopped("topic/restates", "subject")
    if link.outcome(Slot.PERIOD) not in ({"same", "part"} if link.part.reading.period else ANY_PERIOD):
        return stopped("topic/restates", "period")
    if differs(link):
        return stopped("topic/restates", "unit")
    return support(link, "topic/restates", Slot.TOPIC, value=WORDED)


def _other_place(link: Link) -> Judgement | None:
    if link.outcome(Slot.RANK) != "other":
        return None
    if link.outcome(Slot.TOPIC) not in {"full", "strong"}:
        return stopped("rank/other-place", "measure")
    if link.outcome(Slot.POLARITY) != "same":
        return stopped("rank/other-place", "polarity")
    gate = gate_for_refutal(link, dated=True)
    return refute(link, "rank/other-place", Slot.RANK, gate=gate)


def _other_year(link: Link) -> Judgement | None:
    if link.outcome(Slot.RANK) != "other-year":
        return None
    name = "identity/other-year"
    if link.outcome(Slot.SUBJECT) != "same":
        return stopped(name, "subject")
    if link.outcome(Slot.TOPIC) not in STATED:
        return stopped(name, "measure")
    if link.outcome(Slot.POLARITY) != "same":
        return stopped(name, "polarity")
    gate = "" if is_vouched(link) else "force"
    return refute(link, name, Slot.RANK, gate=gate)


def _stood_otherwise(link: Link) -> Judgement | None:
    standing = link.outcome(Slot.STANDING)
    if not standing:
        return None
    name = "standing/found-wanting"
    partial = {"partial"} if standing == "opposed" else set()  # who left it need not be named
    if link.outcome(Slot.SUBJECT) not in SURE_SUBJECT | partial:
        return stopped(name, "subject")
    if link.outcome(Slot.PERIOD) not in SAME_PERIOD:
        return stopped(name, "period")
    return refute(link, name, Slot.STANDING, gate="" if is_vouched(link) else "force", value=PARTLY)


WORDING: Final[tuple[Rule, ...]] = (
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
        name="every/counterexample",
        source="logic: what happened every year did not go the other way in one of them",
        decide=_went_against,
        examples=(
            Example(
                claim="Leakage in Dunmore fell every year from 2015 to 2019.",
                passage="Leakage in Dunmore rose in 2017.",
                stance=_REFUTES,
            ),
            Example(
                claim="Leakage in Dunmore fell from 2015 to 2019.",
                passage="Leakage in Dunmore rose in 2017.",
                stance=_NEUTRAL,
            ),
            Example(
                claim="Leakage in Dunmore fell every year from 2015 to 2019.",
                passage="Leakage in Dunmore rose in 2013.",
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
    Rule(
        name="standing/found-wanting",
        source="what is left in a better state as a whole is not found wanting at that time",
        decide=_stood_otherwise,
        examples=(
            Example(
                claim="Ann Lee left Dunmore Council in a much stronger position in 2016.",
                passage="In 2016 Dunmore Council was described as the worst-run council in the county.",
                stance=_REFUTES,
            ),
            Example(
                claim="Ann Lee left Dunmore Council in a much stronger position in 2016.",
                passage="In 2009 Dunmore Council was described as the worst-run council in the county.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="rank/other-place",
        source="of one row, whoever is the second of it is not the first",
        decide=_other_place,
        examples=(
            Example(
                claim="Ann Lee was the first woman to lead Dunmore Council.",
                passage="Ann Lee became the second woman to lead Dunmore Council.",
                stance=_REFUTES,
            ),
            Example(
                claim="Ann Lee was the first woman to lead Dunmore Council.",
                passage="Ann Lee was the second chair of Dunmore Council that a woman had appointed.",
                stance=_NEUTRAL,
            ),
        ),
    ),
    Rule(
        name="identity/other-year",
        source="the year that is a part of what a thing is called is one year",
        decide=_other_year,
        examples=(
            Example(
                claim="The Quill Inquiry is a 2014 report into flooding in Dunmore.",
                passage="The Quill Inquiry is a 2016 report into flooding in Dunmore.",
                stance=_REFUTES,
            ),
            Example(
                claim="The Quill Inquiry is a 2014 report into flooding in Dunmore.",
                passage="The Quill Inquiry is a report that looked at flooding in Dunmore in 2016.",
                stance=_NEUTRAL,
            ),
        ),
    ),
)
