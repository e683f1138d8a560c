"""Whether two figures are amounts of the same thing, and then whether they are the same amount."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.arithmetic import reckon
from factcheck.link.others import is_not_so_much, is_of_another, is_of_another_time
from factcheck.link.topic import coverage, weight_of
from factcheck.model import Comparison, Slot
from factcheck.values import QuantityRelation, compare_quantities

if TYPE_CHECKING:
    from factcheck.model import QuantityMention, Reading

SAME: Final = "same"
ALIKE: Final = "alike"  # the same as far as the passage goes, or one of several
NEAR: Final = "near"  # the head alone, without what tells it from others of its name
OTHER: Final = "other"

MODIFIERS: Final = 0.5
"""Share of a measure's words that must stand in the passage for two figures to be amounts of one thing."""

COUNTED: Final = 0.6
"""Share of the words around a count that must stand around the other: six points deducted are no 31 points held."""

_BOUNDS: Final = frozenset("about around almost nearly some over more less than up just under".split())
CHANGE_REACH: Final = 4
"""Words before a figure among which its "by" or "to" is looked for: "by more than a", "to around"."""

HEAD_REACH: Final = 3
"""Among how many words nearest to the figure the head of the measure is looked for."""

POINT: Final = "percentage point"

_RANK: Final = {SAME: 3, ALIKE: 2, NEAR: 1, OTHER: 0}
_VALUE: Final = {
    QuantityRelation.EQUAL: 4,
    QuantityRelation.WITHIN: 3,
    QuantityRelation.COMPATIBLE: 2,
    QuantityRelation.DIFFERENT: 1,
    QuantityRelation.INCOMPARABLE: 0,
}


def compare_figures(ours: Reading, theirs: Reading) -> tuple[Comparison, ...]:
    """Hold each figure of the claim against the passage's of the same measure; the worst-matched one is returned.

    Two comparisons: of the measure and of the quantity (a QuantityRelation), or none when one side has no figure.
    The measure is "same" when nothing tells the two apart, "alike" when the claim says more of it than the passage
    or either side has several such figures, "near" when only the heads agree, else "other".
    """
    if not ours.quantities or not theirs.quantities:
        return ()
    pairs = [_best(mention, ours, theirs) for mention in ours.quantities]
    measure, relation, mine, other = min(pairs, key=lambda pair: (_VALUE[pair[1]] * _RANK[pair[0]], pair[2].span))
    claimed, told = _written(ours, mine), _written(theirs, other)
    return (
        Comparison(slot=Slot.MEASURE, outcome=measure, ours=_measured(mine), theirs=_measured(other)),
        Comparison(
            slot=Slot.QUANTITY,
            outcome=relation.value,
            ours=claimed,
            theirs=told,
            note=f"claim {claimed} against passage {told}: {reckon(mine.quantity, other.quantity)}",
        ),
    )


def _best(
    mine: QuantityMention, ours: Reading, theirs: Reading
) -> tuple[str, QuantityRelation, QuantityMention, QuantityMention]:
    scored = [
        (_measure(mine, other, ours, theirs), compare_quantities(mine.quantity, other.quantity), mine, other)
        for other in theirs.quantities
    ]
    measure, relation, _, other = max(scored, key=_fitness)
    rivals = [one for one in scored if one[1] is not QuantityRelation.INCOMPARABLE and one[0] != OTHER]
    several = len(rivals) > 1 or sum(one.quantity.unit == mine.quantity.unit for one in ours.quantities) > 1
    return (ALIKE if several and measure == SAME else measure), relation, mine, other


def _fitness(pair: tuple[str, QuantityRelation, QuantityMention, QuantityMention]) -> tuple[bool, int, int, int]:
    measure, relation, _, other = pair
    return relation is not QuantityRelation.INCOMPARABLE, _RANK[measure], _VALUE[relation], -other.span.start


def _measure(mine: QuantityMention, other: QuantityMention, ours: Reading, theirs: Reading) -> str:
    """How alike two measures are: by their heads, by the claim's words for it, and by no strange word at the head."""
    we = [key for key in mine.measure if weight_of(key) == 1.0]
    they = [key for key in other.measure if weight_of(key) == 1.0]
    paid = _OUTLAY.intersection(we) != _OUTLAY.intersection(they)
    if paid:  # "spent £3m on repairs" and "repairs cost £3m": what was paid for tells
        we = [key for key in we if key not in _OUTLAY] or we
        they = [key for key in they if key not in _OUTLAY] or they
    if not we or not they or not _heads_meet(we, they, mine):
        return OTHER
    elsewhere = is_of_another(other, ours, theirs) or is_of_another_time(other, ours, theirs)
    if elsewhere or is_not_so_much(mine, ours) != is_not_so_much(other, theirs):
        return OTHER
    if _AHEAD.intersection(we) != _AHEAD.intersection(they):
        return NEAR  # a plan is not an outcome, nor is a target
    if _is_denied(we[0], ours) != _is_denied(we[0], theirs) or _changes(ours, mine) != _changes(theirs, other):
        return OTHER
    said = load_lexicon().implied.get(we[0], frozenset())
    if any(weight_of(key) == 1.0 and key not in we and key not in said for key in other.modifiers):
        return NEAR
    telling = [key for key in mine.modifiers if weight_of(key) == 1.0 and key not in said]
    head = we[0] if we[0] in they else they[0]
    if coverage(telling or [head], theirs) < 1.0:
        return NEAR
    told = [key for key in we if key not in said and not key == we[0] != head]
    # a thing counted is told apart by its own clause alone
    there = frozenset(they) if mine.quantity.counted else theirs.keys
    if there.issuperset(told):
        return ALIKE if paid or (mine.quantity.counted and not set(they) <= {*we, *said}) else SAME
    share = sum(key in there for key in told) / len(told)
    return ALIKE if share >= (COUNTED if mine.quantity.counted else MODIFIERS) else NEAR


_OUTLAY: Final = frozenset({"@cost", "@spend"})
"""What a thing costs may be spent by several: alike, and never the same for certain."""

_AHEAD: Final = frozenset({"@intent", "@target"})
_OF_IT: Final = re.compile(r"[\s-]*(?:of|in)\b")
_GAP: Final = "@gap"
_MOVES: Final = frozenset({"@rise", "@fall"})


def _heads_meet(we: list[str], they: list[str], mine: QuantityMention) -> bool:
    """Whether two measures name the same thing: each the other's head, or one where a length or weight is measured."""
    ours, theirs = we[0] in they[:HEAD_REACH], they[0] in we
    measured = mine.quantity.unit in load_lexicon().numerals.measures.values()
    return (ours or they[0] in we[:HEAD_REACH]) if measured else (ours and theirs)


def _changes(reading: Reading, mention: QuantityMention) -> str:
    """Whether a figure is a change or what came of it: "by", "to" or "from" before it, "" where none stands."""
    if mention.quantity.unit == POINT:
        return "by"  # points are always a change
    after = next((term.key for term in reading.terms if term.span.start >= mention.span.end), "")
    if after in _MOVES and not _OF_IT.match(reading.text, mention.span.end):
        return "by"  # "a 4 per cent increase"
    before = [
        word for word in reading.text[: mention.span.start].lower().split()[-CHANGE_REACH:] if word not in _BOUNDS
    ]
    if not before or before[-1] not in {"by", "to", "from"}:
        return ""
    tied = next((term.key for term in reversed(reading.terms) if term.span.end <= mention.span.start), "")
    return "" if before[-1] == "by" and tied == _GAP else before[-1]  # "overspent by £3m" is what the gap was


def _is_denied(key: str, reading: Reading) -> bool:
    """Whether the thing measured is negated: "no more than" aside, "did not spend £5m" measures nothing spent."""
    return any(term.negated for term in reading.terms if term.key == key)


def _written(reading: Reading, mention: QuantityMention) -> str:
    return mention.span.of(reading.text)


def _measured(mention: QuantityMention) -> str:
    return " ".join(key.removeprefix("@") for key in mention.measure[:HEAD_REACH])
