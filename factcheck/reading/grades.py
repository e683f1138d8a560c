"""Grades and states on the ordered scales of the lexicon."""

from __future__ import annotations

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


def find_grades(text: str, tokens: Sequence[Token]) -> tuple[GradeMention, ...]:
    """Find grades in order; a word that is also plain English ("good") counts only beside a word of rating."""
    negated, _ = find_negated(text, tokens)
    return tuple(mention for scale in load_lexicon().public.scales for mention in _on_scale(scale, tokens, negated))


def _on_scale(scale: Scale, tokens: Sequence[Token], negated: frozenset[int]) -> list[GradeMention]:
    cued = any(token.stem in scale.cues or token.lower in scale.cues for token in tokens)
    found = []
    for first, last, label in scale.forms.find(tokens):
        form = " ".join(token.lower for token in tokens[first:last])
        if not cued and form not in scale.free:
            continue
        low, high = _levels(scale, int(label), left=_is_left(scale, tokens, first), denied=first in negated)
        span = Span(tokens[first].start, tokens[last - 1].end)
        found.append(GradeMention(span=span, scale=scale.name, low=low, high=high, partial=_is_partial(tokens, first)))
    return found


def _levels(scale: Scale, level: int, *, left: bool, denied: bool) -> tuple[int, int]:
    top = len(scale.grades) - 1
    if left == denied:
        return level, level
    return (level + 1, top) if level == 0 else (0, level - 1)


def _is_left(scale: Scale, tokens: Sequence[Token], first: int) -> bool:
    window = tokens[max(0, first - LEAVING_REACH) : first]
    return next(iter(scale.leaving.find(window)), None) is not None


def _is_partial(tokens: Sequence[Token], first: int) -> bool:
    words = [token.lower for token in tokens[max(0, first - 10) : first]]
    return any(
        word in {"half", "some", "part", "most", "many", "third", "quarter", "parts"} and after in {"of", "the"}
        for word, after in pairwise(words)
    )
