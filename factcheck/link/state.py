"""Whether two sentences speak of one state of one thing: what changes contradicts only where nothing else differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.link.subject import is_official, matched
from factcheck.link.topic import weight_of
from factcheck.model import EntityKind
from factcheck.text import tokenize
from factcheck.values import PeriodRelation, Taken, compare_periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import Scale
    from factcheck.model import Reading, Term
    from factcheck.values import DateRange

DETERMINER_REACH: Final = 3
"""Tokens before a noun among which its article stands: "a new Marsh road"."""

_INDEFINITE: Final = frozenset("a an another some any many few several other more".split())
_DEFINITE: Final = frozenset("the its his her their our my your this that these those all both every each".split())
_BEARERS: Final = {EntityKind.PERSON: "person", EntityKind.BODY: "body", EntityKind.THING: "thing"}


def may_compare(scale: Scale, outcome: str, ours: Reading, theirs: Reading) -> bool:
    """Whether an outcome stands: "same" where all that the claim speaks of is there, "other" where nothing else is.

    Both sides must speak of one kind of grade and, where every rater gives one of its own, of one rater.
    """
    here, there = _words_of(ours.text), _words_of(theirs.text)
    if here & scale.kinds != there & scale.kinds:
        return False
    if scale.each and not here & there & scale.raters and (here & scale.raters or outcome != "same"):
        return False
    if scale.steady is None:
        return True
    if outcome == "same":
        return all(term.key in theirs.keys | theirs.context_terms for term in _telling(scale, ours))
    return outcome == "other" and _is_one_state(scale, ours, theirs)


def _is_one_state(scale: Scale, ours: Reading, theirs: Reading) -> bool:
    """Whether nothing but the state differs, so that two states of one thing cannot both hold.

    Each side is dated once and alike, for no longer than a state holds; has one state of the scale, whole; tells of no
    change, since both states are there on its day; and says no other word of weight, name or figure than the other.
    """
    period = _date_of(ours)
    if period is None or compare_periods(period, _date_of(theirs)) is not PeriodRelation.EQUAL:
        return False
    if scale.steady is not None and (period.days is None or period.days > scale.steady):
        return False
    if any(not _has_one_state(scale, side) for side in (ours, theirs)):
        return False
    return _may_bear(scale, ours) and _say_the_same(scale, ours, theirs) and _say_the_same(scale, theirs, ours)


def _has_one_state(scale: Scale, reading: Reading) -> bool:
    states = [grade for grade in reading.grades if grade.scale == scale.name]
    changes = _words_of(reading.text) & load_lexicon().turning
    return len(states) == 1 and not states[0].partial and not changes


def _date_of(reading: Reading) -> DateRange | None:
    return reading.dates[0].period if len(reading.dates) == 1 else None


def _words_of(text: str) -> frozenset[str]:
    return frozenset(token.lower for token in tokenize(text))


def _may_bear(scale: Scale, ours: Reading) -> bool:
    """Whether what the claim names may have a grade of the scale: a person has no hygiene rating, though a café has."""
    kinds = [_BEARERS[name.kind] for name in ours.names if name.kind in _BEARERS and not is_official(name.name)]
    return not kinds or any(kind in scale.bears for kind in kinds)


def _say_the_same(scale: Scale, one: Reading, other: Reading) -> bool:
    """Whether a sentence says nothing of weight that the other does not, but for the state and who found it."""
    names = [name.name for name in other.names]
    named = all(is_official(name.name) or matched(name.name, names) for name in one.names)
    named = named and not any(name.name.lower() in scale.things for name in one.names)  # "Roads" begins a sentence
    figures = {figure.quantity for figure in one.quantities} <= {figure.quantity for figure in other.quantities}
    telling = list(_telling(scale, one))
    bare = scale.which and all(term.surface.lower() in scale.things for term in telling)
    same = all(term.key in other.keys and _is_definite(scale, one, term) for term in telling)
    same = same and _marks(scale, one) == _marks(scale, other)
    return named and figures and same and not bare


def _is_definite(scale: Scale, reading: Reading, term: Term) -> bool:
    """Whether a word may stand for one thing only: "a road" and "roads" of one side need not be those of the other."""
    tokens = tokenize(reading.text)
    before = [token for token in tokens if token.end <= term.span.start][-DETERMINER_REACH:]
    after = next((token.lower for token in tokens if token.start >= term.span.end), "")
    if after in scale.cues:
        return True  # it tells what is rated: "a food hygiene rating"
    if any(token.lower in _INDEFINITE for token in before):
        return False
    plural = term.surface.lower() in scale.things and term.surface.lower().endswith("s")
    return not plural or any(token.lower in _DEFINITE or token.capital for token in before)


def _marks(scale: Scale, reading: Reading) -> frozenset[str]:
    """The words that say how many are meant, or which: "targets" are not a target, the first is not the last."""
    return _words_of(reading.text) & (scale.things | load_lexicon().ordering) | reading.qualifiers


def _telling(scale: Scale, reading: Reading) -> Iterator[Term]:
    """The words of weight that are no grade, no word of rating and nobody who rates."""
    taken = Taken(grade.span for grade in reading.grades)
    rating = scale.cues | scale.raters
    for term in reading.terms:
        plain = term.surface.lower() not in rating and term.key not in rating
        if plain and weight_of(term.key) == 1.0 and not taken.overlaps(term.span) and not is_official(term.surface):
            yield term
