"""Puts the comparisons of one claim part and one passage together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link import period, subject
from factcheck.link.change import compare_change
from factcheck.link.event import compare_event
from factcheck.link.extreme import compare_extreme
from factcheck.link.grade import compare_grade, compare_streak
from factcheck.link.life import compare_life
from factcheck.link.quantity import compare_figures
from factcheck.link.rank import compare_rank
from factcheck.link.residue import compare_residue
from factcheck.link.role import compare_role
from factcheck.link.standing import compare_standing
from factcheck.link.topic import compare_direction, compare_polarity, compare_scope, compare_topic, coverage
from factcheck.link.total import compare_total
from factcheck.model import Comparison, Link, Slot, VoiceKind, Weight
from factcheck.text import tokenize

if TYPE_CHECKING:
    from factcheck.model import Part, Passage, Reading
    from factcheck.values import DateRange

WEIGHTS: Final[dict[Slot, dict[str, float]]] = {
    Slot.TOPIC: {"full": 2.0, "strong": 1.8, "most": 1.5, "thin": 1.2, "fair": 1.0, "weak": 0.5, "none": 0.0},
    Slot.SUBJECT: {
        subject.SAME: 1.0,
        subject.CONTEXT: 0.6,
        subject.PARTIAL: 0.2,
        subject.UNNAMED: 0.5,
        subject.UNKNOWN: 0.0,
        subject.DIFFERENT: -1.5,
    },
    Slot.PERIOD: {
        period.SAME: 1.0,
        period.NEAR: 0.5,
        period.OPEN: 0.2,
        period.UNKNOWN: 0.0,
        period.OTHER: -1.0,
        period.PART: 0.8,
        period.DATED: -0.2,
    },
    Slot.MEASURE: {"same": 0.8, "alike": 0.8, "near": 0.3, "other": -0.3},
    Slot.FORCE: {
        "asserted": 0.0,
        "hedged": -0.8,
        "unrealised": -1.0,
        "predicted": -0.8,
        "judged": -0.8,
        "wished": -0.8,
        "required": -0.8,
        "asked": -1.5,
    },
}
"""What each outcome adds to a link. Orders of importance (subject and period before topic detail) set by hand
on development cases; they rank evidence, and no verdict rests on one of them alone."""

UNNAMED: Final = -0.8
"""What it takes off that nobody vouches for an assertion."""


def link_passage(part: Part, passage: Passage, reading: Reading, *, said: DateRange | None) -> Link | None:
    """Hold one part of a claim against one passage, or return None where they share neither topic nor role nor scale.

    `said` is when the claim was made.
    """
    ours = part.reading
    stated = _state_the_same_sort(ours, reading)
    if not stated and ours.keys.isdisjoint(reading.keys) and ours.keys.isdisjoint(reading.context_terms):
        return None
    topic = compare_topic(ours, reading)
    if topic.outcome == "none" and not stated:
        return None
    comparisons = (
        topic,
        subject.compare_subject(ours, reading, passage),
        period.compare_period(ours, reading, passage, said),
        *_compare_slots(ours, reading, passage),
        Comparison(slot=Slot.FORCE, outcome=reading.force.value, theirs=reading.cue),
    )
    return Link(
        part=part,
        passage=passage,
        reading=reading,
        comparisons=comparisons,
        weights=_weigh(comparisons, passage),
    )


def _compare_slots(ours: Reading, theirs: Reading, passage: Passage) -> tuple[Comparison, ...]:
    """The slots that only some sentences fill."""
    compared = (
        *compare_figures(ours, theirs),
        compare_grade(ours, theirs),
        compare_streak(ours, theirs),
        compare_role(ours, theirs, passage),
        compare_event(ours, theirs, passage),
        compare_polarity(ours, theirs),
        compare_direction(ours, theirs),
        compare_scope(ours, theirs),
        compare_rank(ours, theirs),
        compare_change(ours, theirs),
        compare_total(ours, theirs),
        compare_extreme(ours, theirs),
        compare_residue(ours, theirs),
        compare_standing(ours, theirs),
    )
    return tuple(one for one in compared if one is not None)


def _state_the_same_sort(ours: Reading, theirs: Reading) -> bool:
    """Whether both name a holder of one role, a grade, a birth or death, or how a thing stands: enough to meet."""
    roles = {role.role for role in ours.roles} & {role.role for role in theirs.roles}
    slots = roles or (ours.grades and theirs.grades) or compare_life(ours, theirs) or compare_standing(ours, theirs)
    return bool(slots)


def _weigh(comparisons: tuple[Comparison, ...], passage: Passage) -> tuple[Weight, ...]:
    """What each outcome adds; where the date of an event is what the claim asserts, the period is no gate."""
    dated = any(
        one.outcome in {"same-date", "other-date", "other-term", "same-life", "other-life"} for one in comparisons
    )
    weights = [
        Weight(one.slot.value, one.outcome, WEIGHTS[one.slot][one.outcome], one.ours, one.theirs)
        for one in comparisons
        if one.slot in WEIGHTS and not (dated and one.slot is Slot.PERIOD)
    ]
    if passage.attribution.voice is VoiceKind.UNNAMED:
        weights.append(Weight("voice", "unnamed", UNNAMED, "", passage.attribution.reason))
    return tuple(weight for weight in weights if weight.value)


def query_terms(part: Part) -> tuple[str, ...]:
    """The words to search for: a part's content words, its names, and all words of the concepts it touches."""
    lexicon = load_lexicon()
    words = [token.stem for name in part.reading.names for token in tokenize(name.name)]
    for term in part.reading.terms:
        words.extend(lexicon.concept_words.get(term.key, (term.key,)))
    words.extend(token.stem for name in part.reading.context_names for token in tokenize(name))
    return tuple(dict.fromkeys(words))


def share_words(part: Part, reading: Reading) -> float:
    """Return the weighted share (0 to 1) of a part's content words that a passage holds, its context counting half."""
    return coverage((term.key for term in part.reading.terms), reading)
