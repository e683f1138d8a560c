"""Grades and states on the ordered scales of the lexicon."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.lexicon import load_lexicon
from factcheck.model import GradeMention
from factcheck.reading.terms import find_negated
from factcheck.values import Span, Taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import Scale
    from factcheck.text import Token

LEAVING_REACH: Final = 4
"""Tokens before a state within which "out of" and the like mean that it has been left."""

FROM_REACH: Final = 3
"""Tokens before a grade within which "from" marks it as the one that was left."""

PARTIAL_REACH: Final = 10
"""Tokens before a grade within which "half of" and the like say that it is one of a part."""

_PARTS: Final = frozenset({"half", "some", "part", "most", "many", "third", "quarter", "parts"})
_SIGNS: Final = "£$€₹¥"


def find_grades(text: str, tokens: Sequence[Token]) -> tuple[GradeMention, ...]:
    """Find grades in order; a word that is also plain English ("good") counts only beside a rating.

    What is read on one scale is read on no other that stands after it in the lexicon.
    """
    scales = load_lexicon().public.scale_index.find(tokens)
    if not scales:
        return ()
    sentence = _Sentence(text, tokens, *find_negated(text, tokens))
    found: list[GradeMention] = []
    for scale in scales:
        taken = Taken(mention.span for mention in found)
        found += [mention for mention in _on_scale(scale, sentence) if not taken.overlaps(mention.span)]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the places that a negation reaches, and those of the negators."""

    text: str
    tokens: Sequence[Token]
    negated: frozenset[int]
    negators: frozenset[int]


class _Form(NamedTuple):
    """A form of a level, or of several: from token `first` to before `last`."""

    first: int
    last: int
    low: int
    high: int
    free: bool


def _on_scale(scale: Scale, sentence: _Sentence) -> list[GradeMention]:
    found: list[GradeMention] = []
    tokens = sentence.tokens
    forms = _find_forms(scale, tokens)
    starts = {form.first for form in forms}
    rated = _rated(scale, sentence.text, tokens, sorted(starts))
    for form in forms:
        first = form.first
        if (first not in rated and not form.free) or _is_origin(tokens, first, starts):
            continue
        leaving = _leaving(scale, tokens, first)
        denied = first in sentence.negated and not (leaving and leaving <= sentence.negators)
        low, high = _levels(scale, form, left=bool(leaving), denied=denied)
        span = Span(tokens[first].start, tokens[form.last - 1].end)
        found.append(
            GradeMention(span=span, scale=scale.name, low=low, high=high, partial=_is_partial(scale, tokens, form))
        )
    return found


def _find_forms(scale: Scale, tokens: Sequence[Token]) -> list[_Form]:
    """The forms of a scale's levels that stand as they must: after such a word, and beside no amount."""
    found = []
    exact = [one for one in scale.exact.find(tokens) if one[0] or len(tokens[0].text) > 1]  # "A" may begin a sentence
    for first, last, label in sorted([*scale.forms.find(tokens), *exact]):
        free = not scale.free.isdisjoint({_write(tokens[first:last]), _write(tokens[first:last]).lower()})
        follows = not scale.after or (first > 0 and tokens[first - 1].lower in scale.after)
        if label and (free or follows) and not (scale.unpriced and _is_priced(tokens, first, last)):
            low, high = map(int, label.split())
            found.append(_Form(first, last, low, high, free))
    return found


def _write(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _is_priced(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an amount of money stands right before a form or after it: then that is what is said."""
    return any(token.text[0] in _SIGNS for token in (*tokens[max(0, first - 2) : first], *tokens[last : last + 2]))


def _rated(scale: Scale, text: str, tokens: Sequence[Token], places: Sequence[int]) -> set[int]:
    """Which places of grades stand beside a word of rating, or written as a name or a quotation beside a rating body.

    That a body is named is too little: "The food was good, inspectors said".
    """
    near_by = scale.cues | scale.things
    ratings = [at for at, token in enumerate(tokens) if token.stem in near_by or token.lower in near_by]
    named = bool(ratings) or any(token.stem in scale.raters or token.lower in scale.raters for token in tokens)
    rated: set[int] = set()
    last, before = -scale.reach - 1, -scale.reach - 1
    for place in places:
        near = bisect_left(ratings, place)
        beside = any(abs(at - place) <= scale.reach for at in ratings[max(0, near - 1) : near + 1])
        moved = tokens[place - 1].lower == "to" and place - before <= scale.reach and _is_from(tokens, before)
        if beside or moved or place - last <= scale.reach or (named and _is_written_apart(text, tokens, place)):
            rated.add(place)
            last = place
        before = place
    return rated


def _is_from(tokens: Sequence[Token], first: int) -> bool:
    return any(token.lower == "from" for token in tokens[max(0, first - FROM_REACH) : first])


def _is_written_apart(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a grade has a capital inside the sentence or stands in quotation marks of its own."""
    token = tokens[place]
    quoted = text[max(0, token.start - 1) : token.start] in {"'", '"'} and text[token.end : token.end + 1] in {"'", '"'}
    return quoted or (place > 0 and token.capital)


def _is_origin(tokens: Sequence[Token], first: int, starts: set[int]) -> bool:
    """Whether a grade is the one that was left for another: "from inadequate to good"."""
    if len(starts) == 1 or not (_is_from(tokens, first) or tokens[first].lower == "from"):
        return False
    return starts.isdisjoint(range(first - FROM_REACH, first))


def _levels(scale: Scale, form: _Form, *, left: bool, denied: bool) -> tuple[int, int]:
    top = len(scale.grades) - 1
    if left == denied:
        return form.low, form.high
    return (form.high + 1, top) if form.low == 0 else (0, form.low - 1)


def _leaving(scale: Scale, tokens: Sequence[Token], first: int) -> frozenset[int]:
    """The places of the words just before a grade that say that it has been left."""
    begin = max(0, first - LEAVING_REACH)
    found = next(iter(scale.leaving.find(tokens[begin:first])), None)
    return frozenset(range(begin + found[0], begin + found[1])) if found else frozenset()


def _is_partial(scale: Scale, tokens: Sequence[Token], form: _Form) -> bool:
    """Whether a grade is said of a part: "half of the schools were …", "met some of its targets"."""
    before = tokens[max(0, form.first - PARTIAL_REACH) : form.first]
    if any(one.lower in _PARTS and after.lower in {"of", "the"} for one, after in pairwise(before)):
        return True
    numbers = load_lexicon().numerals.units
    behind = tokens[form.last : form.last + LEAVING_REACH] if scale.things else ()
    return any(
        (one.lower in _PARTS or one.lower in numbers or one.lower.isdigit()) and after.lower == "of"
        for one, after in pairwise(behind)
    )
