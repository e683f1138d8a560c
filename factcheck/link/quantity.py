"""Whether two figures are amounts of the same thing, and then whether they are the same amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.topic import coverage, weight_of
from factcheck.model import Comparison, Slot
from factcheck.values import QuantityRelation, compare_quantities

if TYPE_CHECKING:
    from factcheck.model import QuantityMention, Reading

SAME: Final = "same"
NEAR: Final = "near"  # the head alone, without what tells it from others of its name
OTHER: Final = "other"

MODIFIERS: Final = 0.5
"""Share of a measure's words that must stand in the passage for two figures to be amounts of one thing."""

HEAD_REACH: Final = 3
"""Among how many words nearest to the figure the head of the measure is looked for."""

_RANK: Final = {SAME: 2, NEAR: 1, OTHER: 0}
_VALUE: Final = {
    QuantityRelation.EQUAL: 4,
    QuantityRelation.WITHIN: 3,
    QuantityRelation.COMPATIBLE: 2,
    QuantityRelation.DIFFERENT: 1,
    QuantityRelation.INCOMPARABLE: 0,
}


def compare_figures(ours: Reading, theirs: Reading) -> tuple[Comparison, ...]:
    """Hold each figure of the claim against the passage's of the same measure; the worst-matched one is returned.

    Two comparisons: of the measure ("same", "near", "other") and of the quantity (a QuantityRelation), or none
    when one side has no figure.
    """
    if not ours.quantities or not theirs.quantities:
        return ()
    pairs = [_best(mention, ours, theirs) for mention in ours.quantities]
    measure, relation, mine, other = min(pairs, key=lambda pair: (_VALUE[pair[1]] * _RANK[pair[0]], pair[2].span))
    line = f"{_written(ours, mine)} against {_written(theirs, other)}: {relation.value}"
    return (
        Comparison(slot=Slot.MEASURE, outcome=measure, ours=_measured(mine), theirs=_measured(other)),
        Comparison(
            slot=Slot.QUANTITY,
            outcome=relation.value,
            ours=_written(ours, mine),
            theirs=_written(theirs, other),
            note=line,
        ),
    )


def _best(
    mine: QuantityMention, ours: Reading, theirs: Reading
) -> tuple[str, QuantityRelation, QuantityMention, QuantityMention]:
    scored = [
        (_measure(mine, other, ours, theirs), compare_quantities(mine.quantity, other.quantity), mine, other)
        for other in theirs.quantities
    ]
    return max(
        scored,
        key=lambda pair: (
            pair[1] is not QuantityRelation.INCOMPARABLE,
            _RANK[pair[0]],
            _VALUE[pair[1]],
            -pair[3].span.start,
        ),
    )


def _measure(mine: QuantityMention, other: QuantityMention, ours: Reading, theirs: Reading) -> str:
    """How alike two measures are: by their heads, by the claim's words for it, and by no strange word at the head."""
    we = [key for key in mine.measure if weight_of(key) == 1.0]
    they = [key for key in other.measure if weight_of(key) == 1.0]
    if not we or not they or we[0] not in they[:HEAD_REACH] or they[0] not in we:
        return OTHER
    if _is_denied(we[0], ours) != _is_denied(we[0], theirs):
        return OTHER
    said = load_lexicon().implied.get(we[0], frozenset())
    strange = [key for key in other.modifiers if weight_of(key) == 1.0 and key not in we and key not in said]
    telling = [key for key in mine.modifiers if weight_of(key) == 1.0 and key not in said]
    share = coverage((key for key in we if key not in said), theirs)
    return SAME if share >= MODIFIERS and not strange and coverage(telling or we[:1], theirs) == 1.0 else NEAR


def _is_denied(key: str, reading: Reading) -> bool:
    """Whether the thing measured is negated: "no more than" aside, "did not spend £5m" measures nothing spent."""
    return any(term.negated for term in reading.terms if term.key == key)


def _written(reading: Reading, mention: QuantityMention) -> str:
    return mention.span.of(reading.text)


def _measured(mention: QuantityMention) -> str:
    return " ".join(key.removeprefix("@") for key in mention.measure[:HEAD_REACH])
