"""Copies and rewrites of one text are one origin, whichever document carries them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.model import Eligibility, Stance
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence

COPY: Final = 85.0
"""Indel likeness (0 to 100) from which two quotes of some length are one text, edited."""

_FIGURE: Final = re.compile(r"\d+")

SHORTEST: Final = 40
"""Code points below which two quotes are alike by chance."""


def mark_origins(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Give each piece of evidence its origin, and make later copies of an eligible quote ineligible.

    The origin is the earliest document, by publication and then by path, that carries the text. Quotes of one
    document share an origin; what says nothing either way stays its document's.
    """
    neutral = [replace(one, origin=one.document) for one in evidence if one.stance is Stance.NEUTRAL]
    ordered = sorted((one for one in evidence if one.stance is not Stance.NEUTRAL), key=_age)
    origin_of: dict[str, str] = {}
    texts: list[tuple[str, Evidence]] = []
    marked: list[Evidence] = []
    for one in ordered:
        folded = fold_loosely(one.quote)
        first = next((other.document for text, other in texts if _is_copy((folded, one), (text, other))), one.document)
        origin = origin_of.setdefault(one.document, origin_of.get(first, first))
        texts.append((folded, one))
        copied = first != one.document and one.eligibility is Eligibility.INDEPENDENT
        marked.append(replace(one, origin=origin, eligibility=Eligibility.SAME_ORIGIN if copied else one.eligibility))
    return [*marked, *neutral]


def _age(one: Evidence) -> tuple[bool, str, str, int]:
    return one.published is None, str(one.published or ""), one.document, one.span.start


def _is_copy(one: tuple[str, Evidence], other: tuple[str, Evidence]) -> bool:
    """Whether two quotes are one text: the same words, or long and alike with the same stance and figures."""
    (ours, mine), (theirs, them) = one, other
    if ours == theirs:
        return True
    if mine.stance is not them.stance or _FIGURE.findall(ours) != _FIGURE.findall(theirs):
        return False
    return min(len(ours), len(theirs)) >= SHORTEST and fuzz.ratio(ours, theirs, score_cutoff=COPY) >= COPY
