"""Grades and states on the ordered scales of the lexicon."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import GradeMention
from factcheck.reading.terms import find_negated
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import Scale
    from factcheck.text import Token

LEAVING_REACH: Final = 4
"""Tokens before a state within which "out of" and the like mean that it has been left."""


RATING_REACH: Final = 8
"""Tokens between a word of rating and a grade that is also plain English: "was rated by the inspectors as good"."""

FROM_REACH: Final = 3
"""Tokens before a grade within which "from" marks it as the one that was left."""


def find_grades(text: str, tokens: Sequence[Token]) -> tuple[GradeMention, ...]:
    """Find grades in order; a word that is also plain English ("good") counts only beside a rating."""
    negated, negators = find_negated(text, tokens)
    return tuple(
        mention
        for scale in load_lexicon().public.scales
        for mention in _on_scale(scale, text, tokens, negated, negators)
    )


def _on_scale(
    scale: Scale, text: str, tokens: Sequence[Token], negated: frozenset[int], negators: frozenset[int]
) -> list[GradeMention]:
    found: list[GradeMention] = []
    forms = [(first, last, int(label)) for first, last, label in scale.forms.find(tokens)]
    starts = {first for first, _, _ in forms}
    rated = _rated(scale, text, tokens, sorted(starts))
    for first, last, level in forms:
        form = " ".join(token.lower for token in tokens[first:last])
        if (first not in rated and form not in scale.free) or _is_origin(tokens, first, starts):
            continue
        leaving = _leaving(scale, tokens, first)
        denied = first in negated and not (leaving and leaving <= negators)
        low, high = _levels(scale, level, left=bool(leaving), denied=denied)
        span = Span(tokens[first].start, tokens[last - 1].end)
        found.append(GradeMention(span=span, scale=scale.name, low=low, high=high, partial=_is_partial(tokens, first)))
    return found


def _rated(scale: Scale, text: str, tokens: Sequence[Token], places: Sequence[int]) -> set[int]:
    """Which places of grades stand beside a word of rating, or written as a name or a quotation beside a rating body.

    That a body is named is too little: "The food was good, inspectors said".
    """
    cues = [at for at, token in enumerate(tokens) if token.stem in scale.cues or token.lower in scale.cues]
    ratings = [at for at in cues if not _is_body(tokens[at])]
    rated: set[int] = set()
    last, before = -RATING_REACH - 1, -RATING_REACH - 1
    for place in places:
        near = bisect_left(ratings, place)
        beside = any(abs(at - place) <= RATING_REACH for at in ratings[max(0, near - 1) : near + 1])
        moved = tokens[place - 1].lower == "to" and place - before <= RATING_REACH and _is_from(tokens, before)
        if beside or moved or place - last <= RATING_REACH or (cues and _is_written_apart(text, tokens, place)):
            rated.add(place)
            last = place
        before = place
    return rated


def _is_from(tokens: Sequence[Token], first: int) -> bool:
    return any(token.lower == "from" for token in tokens[max(0, first - FROM_REACH) : first])


def _is_body(token: Token) -> bool:
    """Whether a cue is one that rates, or its visit, and not the rating."""
    lexicon = load_lexicon()
    return (
        token.stem in lexicon.concept_words["@inspect"]
        or next(iter(lexicon.public.official.find([token])), None) is not None
    )


def _is_written_apart(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a grade has a capital inside the sentence or stands in quotation marks of its own."""
    token = tokens[place]
    quoted = text[max(0, token.start - 1) : token.start] in {"'", '"'} and text[token.end : token.end + 1] in {"'", '"'}
    return quoted or (place > 0 and token.capital)


def _is_origin(tokens: Sequence[Token], first: int, starts: set[int]) -> bool:
    """Whether a grade is the one that was left for another: "from inadequate to good"."""
    if len(starts) == 1 or not _is_from(tokens, first):
        return False
    return starts.isdisjoint(range(first - FROM_REACH, first))


def _levels(scale: Scale, level: int, *, left: bool, denied: bool) -> tuple[int, int]:
    top = len(scale.grades) - 1
    if left == denied:
        return level, level
    return (level + 1, top) if level == 0 else (0, level - 1)


def _leaving(scale: Scale, tokens: Sequence[Token], first: int) -> frozenset[int]:
    """The places of the words just before a grade that say that it has been left."""
    begin = max(0, first - LEAVING_REACH)
    found = next(iter(scale.leaving.find(tokens[begin:first])), None)
    return frozenset(range(begin + found[0], begin + found[1])) if found else frozenset()


def _is_partial(tokens: Sequence[Token], first: int) -> bool:
    words = [token.lower for token in tokens[max(0, first - 10) : first]]
    return any(
        word in {"half", "some", "part", "most", "many", "third", "quarter", "parts"} and after in {"of", "the"}
        for word, after in pairwise(words)
    )
