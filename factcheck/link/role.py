"""Who holds which role, in a claim and in a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.subject import matched
from factcheck.link.topic import weight_of
from factcheck.model import Comparison, Slot
from factcheck.names import NameMatch, match_names
from factcheck.values import PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.model import Passage, Reading, RoleMention

TERM_DAYS: Final = 500
"""Days from which a period beside a role is its term ("between 2013 and 2016") and no mere date."""

_APART: Final = frozenset({PeriodRelation.BEFORE, PeriodRelation.AFTER})


def compare_role(ours: Reading, theirs: Reading, passage: Passage) -> Comparison | None:
    """Compare who holds a role that the claim states.

    "same-holder"; "other-term" when the passage says from when to when and the claim means another time;
    "other-holder"; "other-body" for the same person elsewhere; "unclear" when the body is not the same for sure.
    """
    results = [
        result
        for mine in ours.roles
        if mine.stated
        for other in theirs.roles
        if (result := _held((mine, other), ours, theirs, passage)) is not None
    ]
    order = ("same-holder", "other-term", "other-holder", "unclear", "other-body")
    return min(results, key=lambda one: order.index(one.outcome), default=None)


def _held(
    roles: tuple[RoleMention, RoleMention], ours: Reading, theirs: Reading, passage: Passage
) -> Comparison | None:
    mine, other = roles
    if mine.role != other.role:
        return None
    body = _same_body(mine, other, theirs, passage)
    same = match_names(mine.holder, other.holder)
    if same is not NameMatch.DIFFERENT:
        outcome = _of_same_holder(mine, other, body, outside=_is_outside(ours, theirs))
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


def _of_same_holder(mine: RoleMention, other: RoleMention, body: str, *, outside: bool) -> str:
    """What it means that one person holds a role in both: not the same, for a deputy or for one who was."""
    if not body:
        return "other-body"
    if mine.lesser != other.lesser or (other.former and not mine.former):
        return "unclear"
    return "other-term" if outside else "same-holder"


def _is_outside(ours: Reading, theirs: Reading) -> bool:
    """Whether the passage gives a term of some length, and every time that the claim names lies outside it."""
    terms = [mention.period for mention in theirs.dates if (mention.period.days or 0) >= TERM_DAYS]
    return (
        len(terms) == 1
        and bool(ours.dates)
        and all(compare_periods(mention.period, terms[0]) in _APART for mention in ours.dates)
    )


def _body(role: RoleMention) -> str:
    return ", ".join([*role.bodies, *(key.removeprefix("@") for key in role.body)]) or "(unsaid)"


def _same_body(mine: RoleMention, other: RoleMention, theirs: Reading, passage: Passage) -> str:
    """How the body is the same: "stated" by both, "implied" by the passage's context, "" when it is another.

    Names must meet, and so must the words: a board's audit committee is not the board.
    """
    if not mine.bodies and not mine.body:
        return "implied"
    if mine.bodies and other.bodies and not any(matched(name, other.bodies) for name in mine.bodies):
        return ""
    ours, them = (frozenset(key for key in role.body if weight_of(key) == 1.0) for role in (mine, other))
    if ours and them:
        return "stated" if ours == them else "implied" if ours < them or them < ours else ""
    if not them and not other.bodies:
        return _around(mine, ours, theirs, passage)
    return "stated" if mine.bodies and other.bodies and ours == them else "implied"


def _around(mine: RoleMention, ours: frozenset[str], theirs: Reading, passage: Passage) -> str:
    """The body of a role that the passage leaves unsaid: "stated" in the sentence before, "implied" by the section."""
    if ours and len(ours & theirs.context_terms) * 2 >= len(ours):
        return "stated"
    around = (*passage.names_before, *passage.names_about, *(name.name for name in theirs.names))
    return "implied" if any(matched(name, around) for name in mine.bodies) else ""
