"""Grades, streaks, roles and dated events of a claim held against a passage's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.subject import matched
from factcheck.model import Comparison, EntityKind, Slot
from factcheck.names import NameMatch, match_names
from factcheck.values import PeriodRelation, Span, compare_periods

if TYPE_CHECKING:
    from factcheck.model import DateMention, GradeMention, Passage, Reading, RoleMention, Term
    from factcheck.values import DateRange

EVENT_REACH: Final = 60
"""Code points between an event's word and its date: within a clause."""


def compare_grade(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare grades on one scale.

    "same" when the claim's levels hold the passage's, "other" when they are apart, "part" when they are and one
    side speaks of a part only, "open" when the passage leaves more levels open than the claim does.
    """
    for mine in ours.grades:
        for other in theirs.grades:
            if mine.scale == other.scale:
                return _graded(mine, other, ours, theirs)
    return None


def _graded(mine: GradeMention, other: GradeMention, ours: Reading, theirs: Reading) -> Comparison:
    grades = next(scale.grades for scale in load_lexicon().public.scales if scale.name == mine.scale)
    apart = mine.high < other.low or other.high < mine.low
    within = mine.low <= other.low and other.high <= mine.high and mine.partial == other.partial
    outcome = "same" if within else "open" if not apart else "part" if mine.partial != other.partial else "other"
    return Comparison(
        slot=Slot.GRADE,
        outcome=outcome,
        ours=mine.span.of(ours.text),
        theirs=other.span.of(theirs.text),
        note=f"{_range(grades, mine)} against {_range(grades, other)}",
    )


def _range(grades: tuple[str, ...], mention: GradeMention) -> str:
    if mention.low == mention.high:
        return grades[mention.low]
    return f"above {grades[mention.low - 1]}" if mention.low else f"below {grades[mention.high + 1]}"


def compare_streak(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare runs of years: "same" or "other" number."""
    if not ours.streak or not theirs.streak:
        return None
    outcome = "same" if ours.streak == theirs.streak else "other"
    return Comparison(slot=Slot.STREAK, outcome=outcome, ours=f"{ours.streak} years", theirs=f"{theirs.streak} years")


def compare_role(ours: Reading, theirs: Reading, passage: Passage) -> Comparison | None:
    """Compare who holds a role: "same-holder", "other-holder", or "other-body" for the same person elsewhere."""
    results = [
        result
        for mine in ours.roles
        if mine.stated
        for other in theirs.roles
        if (result := _held(mine, other, theirs, passage)) is not None
    ]
    order = ("same-holder", "other-holder", "unclear", "other-body")
    return min(results, key=lambda one: order.index(one.outcome), default=None)


def _held(mine: RoleMention, other: RoleMention, theirs: Reading, passage: Passage) -> Comparison | None:
    if mine.role != other.role:
        return None
    body = _same_body(mine, other, theirs, passage)
    same = match_names(mine.holder, other.holder)
    if same is not NameMatch.DIFFERENT:
        outcome = "same-holder" if body else "other-body"
    elif (
        mine.role in load_lexicon().public.single_roles
        and body == "stated"
        and mine.lesser == other.lesser
        and not other.former
    ):
        outcome = "other-holder"
    else:
        outcome = "unclear"
    return Comparison(
        slot=Slot.ROLE,
        outcome=outcome,
        ours=f"{mine.holder}, {mine.role} of {_body(mine)}",
        theirs=f"{other.holder}, {other.role} of {_body(other)}",
    )


def _body(role: RoleMention) -> str:
    return ", ".join([*role.bodies, *(key.removeprefix("@") for key in role.body)]) or "(unsaid)"


def _same_body(mine: RoleMention, other: RoleMention, theirs: Reading, passage: Passage) -> str:
    """How the body is the same: "stated" by both, "implied" by the passage's context, "" when it is another."""
    if not mine.bodies and not mine.body:
        return "implied"
    if any(matched(name, other.bodies) for name in mine.bodies):
        return "stated"
    ours = set(mine.body)
    if not mine.bodies or not other.bodies:
        if ours and len(ours & set(other.body)) * 2 >= len(ours):
            return "stated"
        if ours and not other.body and not other.bodies and len(ours & theirs.context_terms) * 2 >= len(ours):
            return "stated"
    if other.bodies:
        return ""
    around = (*passage.names_before, *passage.names_about, *(name.name for name in theirs.names))
    return "implied" if any(matched(name, around) for name in mine.bodies) or not mine.bodies else ""


def compare_event(ours: Reading, theirs: Reading, passage: Passage) -> Comparison | None:
    """Compare whether and when an event happened.

    "same-event" when the claim names no date, "same-date" when each date of the claim meets one of the passage,
    "other-date" when an event that happens once is dated apart, "other-subject" when it happened to another.
    """
    events = load_lexicon().events
    mine = {term.key for term in ours.terms if term.key in events and not term.negated}
    for other in theirs.terms:
        if other.key in mine and not other.negated:
            date = _date_of(other, theirs)
            if date is not None or not ours.dates:
                return _dated(ours, theirs, passage, (other, date))
    return None


def _date_of(event: Term, reading: Reading) -> DateMention | None:
    """The date nearest to an event's word within its clause and on no other event's side."""
    near = [date for date in reading.dates if _distance(event.span, date.span) <= EVENT_REACH]
    rivals = [term for term in reading.terms if term.key in load_lexicon().single_events and term.span != event.span]
    near = [
        date
        for date in near
        if all(_distance(event.span, date.span) <= _distance(rival.span, date.span) for rival in rivals)
    ]
    return min(near, key=lambda date: _distance(event.span, date.span), default=None)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _dated(ours: Reading, theirs: Reading, passage: Passage, found: tuple[Term, DateMention | None]) -> Comparison:
    event, date = found
    return Comparison(
        slot=Slot.EVENT,
        outcome=_when(ours, theirs, event, date) if _takes_part(ours, theirs, passage, event) else "other-subject",
        ours=", ".join(str(mention.period) for mention in ours.dates),
        theirs=str(date.period) if date else "",
        note=f"“{event.surface}”"
        + (f" {date.period}" if date else "")
        + (f" ({date.note})" if date and date.note else ""),
    )


def _when(ours: Reading, theirs: Reading, event: Term, date: DateMention | None) -> str:
    if date is None or not ours.dates:
        return "same-event"
    spoken = [mention.period for mention in theirs.dates]
    if not any(_meet(mention.period, date.period) for mention in ours.dates):
        return "other-date" if event.key in load_lexicon().single_events else "unclear"
    return (
        "same-date" if all(any(_meet(mention.period, one) for one in spoken) for mention in ours.dates) else "unclear"
    )


def _meet(ours: DateRange, theirs: DateRange) -> bool:
    return compare_periods(ours, theirs) not in {PeriodRelation.BEFORE, PeriodRelation.AFTER}


def _takes_part(ours: Reading, theirs: Reading, passage: Passage, event: Term) -> bool:
    """Whether the name nearest to the event's word is one of the claim's, or the pronoun there stands for one."""
    wanted = [name.name for name in ours.names] or list(ours.context_names)
    people = [name for name in theirs.names if name.kind in {EntityKind.PERSON, EntityKind.UNKNOWN, EntityKind.BODY}]
    nearest = min(people, key=lambda name: _distance(name.span, event.span), default=None)
    if nearest is not None and _distance(nearest.span, event.span) <= EVENT_REACH:
        return bool(matched(nearest.name, wanted))
    return bool(passage.he and matched(passage.he, wanted))
