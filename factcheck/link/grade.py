"""Grades and runs of years of a claim held against a passage's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.state import may_compare
from factcheck.link.topic import weight_of
from factcheck.model import Comparison, Slot
from factcheck.values import PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.lexicon import Scale
    from factcheck.model import GradeMention, Reading


FOR_REACH: Final = 30
"""Code points after "for" in which what a grade was given for begins."""

_RUNS: Final = ("for the ", "for a ", "for an ", "for its ", "for their ", "for more ", "for over ")
"""How a time or a reason begins, and not what was graded: "for the third year", "for a decade"."""

_BEST_FIRST: Final = ("same", "other", "part", "open", "unclear")


def compare_grade(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare grades on one scale.

    "same" when the claim's levels hold the passage's, "other" when they are apart, "part" when they are and one
    side speaks of a part only, "open" when the passage leaves more levels open than the claim does, "unclear" when
    the passage may grade another thing, or did so at another time.
    """
    compared = [
        _graded((mine, other), ours, theirs)
        for mine in ours.grades
        for other in theirs.grades
        if mine.scale == other.scale
    ]
    return min(compared, key=lambda one: _BEST_FIRST.index(one.outcome), default=None)


def _graded(grades: tuple[GradeMention, GradeMention], ours: Reading, theirs: Reading) -> Comparison:
    mine, other = grades
    scale = next(scale for scale in load_lexicon().public.scales if scale.name == mine.scale)
    apart = mine.high < other.low or other.high < mine.low
    within = mine.low <= other.low and other.high <= mine.high and mine.partial == other.partial
    outcome = "same" if within else "open" if not apart else "part" if mine.partial != other.partial else "other"
    if not (_at_the_time(other, ours, theirs) and _of_the_thing(scale, other, ours, theirs)):
        outcome = "unclear"
    return Comparison(
        slot=Slot.GRADE,
        outcome=outcome if may_compare(scale, outcome, ours, theirs) else "unclear",
        ours=mine.span.of(ours.text),
        theirs=other.span.of(theirs.text),
        note=f"claim {_range(scale.grades, mine)} against passage {_range(scale.grades, other)}",
    )


def _at_the_time(grade: GradeMention, ours: Reading, theirs: Reading) -> bool:
    """Whether the date nearest to a grade is one of the claim's, where both sides have dates."""
    if not ours.dates or not theirs.dates:
        return True
    nearest = min(
        theirs.dates, key=lambda date: max(date.span.start - grade.span.end, grade.span.start - date.span.end)
    )
    apart = {PeriodRelation.BEFORE, PeriodRelation.AFTER}
    return any(compare_periods(mention.period, nearest.period) not in apart for mention in ours.dates)


def _of_the_thing(scale: Scale, grade: GradeMention, ours: Reading, theirs: Reading) -> bool:
    """Whether nothing narrower was graded: no "for safety" after the grade, and no "maternity unit" before it.

    What stands before the grade is looked at where the claim names nothing but who was graded.
    """
    after = theirs.text[grade.span.end :].lstrip("”\"’' ")
    if after.startswith("for ") and not after.startswith(_RUNS):
        begin = len(theirs.text) - len(after)
        near = [term for term in theirs.terms if begin <= term.span.start <= begin + FOR_REACH]
        if near and near[0].key not in ours.keys and weight_of(near[0].key) == 1.0:
            return False
    if any(weight_of(term.key) == 1.0 for term in ours.topic):
        return True
    before = [term for term in theirs.topic if term.span.end <= grade.span.start]
    rating = scale.cues | scale.raters | {"@inspect"}
    return not any(
        weight_of(term.key) == 1.0 and term.key not in ours.keys and term.key not in rating for term in before
    )


def _range(grades: tuple[str, ...], mention: GradeMention) -> str:
    """Write the levels of a mention, and say where they are those of a part."""
    if mention.low == mention.high:
        written = grades[mention.low]
    elif mention.low and mention.high < len(grades) - 1:
        written = f"{grades[mention.low]} to {grades[mention.high]}"
    else:
        written = f"above {grades[mention.low - 1]}" if mention.low else f"below {grades[mention.high + 1]}"
    return f"{written} of a part" if mention.partial else written


def compare_streak(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare runs of years: "same" or "other" number."""
    if not ours.streak or not theirs.streak:
        return None
    outcome = "same" if ours.streak == theirs.streak else "other"
    mine, other = f"{ours.streak} years", f"{theirs.streak} years"
    sign = "=" if outcome == "same" else "≠"
    note = f"claim {mine} in a row against passage {other}: {ours.streak} {sign} {theirs.streak}"
    return Comparison(slot=Slot.STREAK, outcome=outcome, ours=mine, theirs=other, note=note)
