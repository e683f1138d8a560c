"""Copies and rewrites of one text are one origin, whichever document carries them."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.model import Eligibility, Stance
from factcheck.text import fold_loosely
from factcheck.verdict.shared import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Evidence
    from factcheck.values import DateRange
    from factcheck.verdict.shared import Shared

COPY: Final = 85.0
"""Indel likeness (0 to 100) from which two quotes of some length are one text, edited."""

REWORDED: Final = 65.0
"""Indel likeness (0 to 100) from which two quotes at the same place of one shared text are one sentence, edited.

Of 233 pairs of sentences with the same figures, each from another made-up report of one event, one is as alike.
"""

SHORTEST: Final = 40
"""Code points below which two quotes are alike by chance."""

SHOWN: Final = 200
"""Code points of a shared run that are shown at the most: two lines and a half."""

_find_figures: Final = re.compile(r"\d+").findall
_WORD: Final = re.compile(r"\w+")


def mark_origins(
    evidence: Sequence[Evidence], *, words: str = "", since: DateRange | None = None, texts: Texts | None = None
) -> list[Evidence]:
    """Give each piece of evidence on one part its origin, and make later copies of an eligible quote ineligible.

    The origin is the earliest document, by publication and then by path, whose evidence comes from the same text:
    quotes that are alike by themselves, or that stand in a text which both documents carry, as `texts` knows. What
    a document adds to such a text stays its own, and so does what says nothing either way; a sentence that two
    documents quote counts once, and makes nothing else of theirs one origin. A copy of the speaker's own words, in
    the record or `words` as said at `since`, is an echo: it repeats them and vouches for nothing.
    """
    neutral = [replace(one, origin=one.document) for one in evidence if one.stance is Stance.NEUTRAL]
    earlier = _Earlier(texts or Texts({}))
    for one in sorted((one for one in evidence if one.stance is not Stance.NEUTRAL), key=_age):
        copied, kin = earlier.find(one)
        eligibility = one.eligibility
        if eligibility is Eligibility.INDEPENDENT:
            if (copied and copied.eligibility is Eligibility.OWN_WORDS) or _repeats(one, words, since):
                eligibility = Eligibility.ECHO
            elif copied and copied.document != one.document:
                eligibility = Eligibility.SAME_ORIGIN
        marked = replace(one, origin=kin.origin if kin else one.document, eligibility=eligibility)
        earlier.add(earlier.show_shared(marked, kin) if kin else marked)
    return [*earlier.evidence, *neutral]


class _Earlier:
    """The evidence on one claim that was marked so far, the earliest first."""

    def __init__(self, texts: Texts) -> None:
        self.evidence: list[Evidence] = []
        self._folded: list[str] = []
        self._texts = texts

    def add(self, one: Evidence) -> None:
        self.evidence.append(one)
        self._folded.append(fold_loosely(one.quote))

    def find(self, one: Evidence) -> tuple[Evidence | None, Evidence | None]:
        """Return the first quote that this one copies, and the first that comes from the same text as it does."""
        folded = fold_loosely(one.quote)
        for text, other in zip(self._folded, self.evidence, strict=True):
            if folded == text or (one.stance is other.stance and _is_alike(folded, text, enough=COPY)):
                return other, other
        kin = None
        for other, shared in self._find_related(one):
            if _is_same_place(one, other, shared):
                return other, other
            if kin is None and _is_same_text(one, other, shared):
                kin = other
        return None, kin

    def _find_related(self, one: Evidence) -> Iterator[tuple[Evidence, Shared]]:
        """Quotes that say the same of the same part of a claim, from documents that carry a text of this one's."""
        for other in self.evidence:
            if (other.stance, other.part) != (one.stance, one.part):
                continue
            if self._texts.has_figures(one, other) or _find_figures(one.quote) == _find_figures(other.quote):
                shared = self._texts.compare(one, other)
                if shared:
                    yield other, shared

    def show_shared(self, one: Evidence, kin: Evidence) -> Evidence:
        """Show the longest run of words that a quote's document shares with another of its origin, if it is one."""
        if one.document == kin.document or one.eligibility not in {Eligibility.SAME_ORIGIN, Eligibility.INDEPENDENT}:
            return one
        shared = self._texts.compare(one, kin)
        run, count = shared.show_longest() if shared else _find_common(one.quote, kin.quote)
        shown = _trim(run)
        told = f"shares {count:,} words in a row with {kin.document}: “{shown}”"
        return replace(one, shared=shown, note=f"{one.note}; {told}" if one.note else told)


def _repeats(one: Evidence, words: str, since: DateRange | None) -> bool:
    """Whether a quote says what the speaker said, in the speaker's words, and did not say so first."""
    first = one.published is not None and since is not None and str(one.published) < str(since)
    said = fold_loosely(words)
    return one.stance is Stance.SUPPORTS and not first and _is_alike(fold_loosely(one.quote), said, enough=COPY)


def _age(one: Evidence) -> tuple[bool, str, str, int, int]:
    return one.published is None, str(one.published or ""), one.document, one.span.start, one.part


def _is_same_place(one: Evidence, other: Evidence, shared: Shared) -> bool:
    """Whether two quotes are one sentence of a shared text, perhaps cut or reworded."""
    if shared.contains(one.span) and shared.aligns(one.span, other.span):
        return True
    texts = (fold_loosely(one.quote), fold_loosely(other.quote))
    return shared.adjoins(one.span, other.span) and _is_alike(*texts, enough=REWORDED)


def _is_same_text(one: Evidence, other: Evidence, shared: Shared) -> bool:
    """Whether two quotes both come from a shared text, wherever they stand in it."""
    return shared.contains(one.span) and shared.turned().contains(other.span)


def _is_alike(ours: str, theirs: str, *, enough: float) -> bool:
    """Whether two folded texts are long and alike, with the same figures."""
    if min(len(ours), len(theirs)) < SHORTEST or _find_figures(ours) != _find_figures(theirs):
        return False
    return fuzz.ratio(ours, theirs, score_cutoff=enough) >= enough


def _find_common(ours: str, theirs: str) -> tuple[str, int]:
    """The longest run of words of one quote that stands in the other too, and how many they are."""
    mine, yours = (list(_WORD.finditer(text)) for text in (ours, theirs))
    folded = [[fold_loosely(word[0]) for word in words] for words in (mine, yours)]
    run = SequenceMatcher(a=folded[0], b=folded[1], autojunk=False).find_longest_match()
    words = mine[run.a : run.a + run.size]
    return (ours[words[0].start() : words[-1].end()] if words else ""), run.size


def _trim(text: str) -> str:
    """The longest line of a text, cut after a word where it is too long to show."""
    line = max(text.splitlines(), key=len, default="").strip()
    return line if len(line) <= SHOWN else line[: SHOWN + 1].rsplit(maxsplit=1)[0][:SHOWN]
