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
    from factcheck.values import DateRange

COPY: Final = 85.0
"""Indel likeness (0 to 100) from which two quotes of some length are one text, edited."""

_FIGURE: Final = re.compile(r"\d+")

SHORTEST: Final = 40
"""Code points below which two quotes are alike by chance."""


def mark_origins(evidence: Sequence[Evidence], *, words: str = "", since: DateRange | None = None) -> list[Evidence]:
    """Give each piece of evidence its origin, and make later copies of an eligible quote ineligible.

    The origin is the earliest document, by publication and then by path, that carries the text. Quotes of one
    document share an origin; what says nothing either way stays its document's. A copy of the speaker's own words,
    in the record or `words` as said at `since`, is an echo: it repeats them and vouches for nothing.
    """
    neutral = [replace(one, origin=one.document) for one in evidence if one.stance is Stance.NEUTRAL]
    ordered = sorted((one for one in evidence if one.stance is not Stance.NEUTRAL), key=_age)
    origin_of: dict[str, str] = {}
    texts: list[tuple[str, Evidence]] = []
    marked: list[Evidence] = []
    for one in ordered:
        folded = fold_loosely(one.quote)
        first = next((other for text, other in texts if _is_copy((folded, one), (text, other))), one)
        origin = origin_of.setdefault(one.document, origin_of.get(first.document, first.document))
        texts.append((folded, one))
        repeats = first.eligibility is Eligibility.OWN_WORDS or _repeats(one, words, since)
        eligibility = one.eligibility
        if eligibility is Eligibility.INDEPENDENT and repeats:
            eligibility = Eligibility.ECHO
        elif eligibility is Eligibility.INDEPENDENT and first.document != one.document:
            eligibility = Eligibility.SAME_ORIGIN
        marked.append(replace(one, origin=origin, eligibility=eligibility))
    return [*marked, *neutral]


def _repeats(one: Evidence, words: str, since: DateRange | None) -> bool:
    """Whether a quote says what the speaker said, in the speaker's words, and did not say so first."""
    first = one.published is not None and since is not None and str(one.published) < str(since)
    return one.stance is Stance.SUPPORTS and not first and _is_alike(fold_loosely(one.quote), fold_loosely(words))


def _age(one: Evidence) -> tuple[bool, str, str, int]:
    return one.published is None, str(one.published or ""), one.document, one.span.start


def _is_copy(one: tuple[str, Evidence], other: tuple[str, Evidence]) -> bool:
    """Whether two quotes are one text: the same words, or long and alike with the same stance and figures."""
    (ours, mine), (theirs, them) = one, other
    if ours == theirs:
        return True
    return mine.stance is them.stance and _is_alike(ours, theirs)


def _is_alike(ours: str, theirs: str) -> bool:
    """Whether two folded texts are long and alike, with the same figures."""
    if min(len(ours), len(theirs)) < SHORTEST or _FIGURE.findall(ours) != _FIGURE.findall(theirs):
        return False
    return fuzz.ratio(ours, theirs, score_cutoff=COPY) >= COPY
