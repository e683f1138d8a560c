"""The stretch of a source that is nearest to a wording that does not stand in it, and how they differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from factcheck.model import Said, SourceMatch
from factcheck.said.verbatim import strip_marks
from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

NOMINATION: Final = 55.0
"""Character likeness (0-100) from which the likest stretch of a source is looked at word by word. Low on
purpose: it only spares the work where nothing is near."""

NEAR_ENOUGH: Final = 0.6
"""Share of words in common from which a stretch counts as the wording, altered. Measured on the sentences of
five news pages, each against the other four, 1,164 pairs: but for page furniture that two of them share and
one line of four words, none came above 0.5. One word changed in five leaves 0.8."""

EDGE: Final = 12
"""Words in common at either end that may be given up as strays, where the stretch is nearer without them."""

CONTEXT: Final = 3
"""Unchanged words shown on either side of a change: enough to find the place by."""


def find_altered(wording: str, *, source: str) -> SourceMatch | None:
    """Find the stretch nearest to a wording and show how they differ; None when nothing is near enough.

    Letters nominate and words decide: those in common, in the same order, doubled and divided by the words of
    both, must reach `NEAR_ENOUGH`.
    """
    bare = strip_marks(wording)
    nominated = fuzz.partial_ratio_alignment(_flat(bare), _flat(source), score_cutoff=NOMINATION)
    if nominated is None:
        return None
    ours = _words(bare, within=Span(0, len(bare)))
    slack = len(bare)  # the nominated stretch is about as long as the wording, the true one may be longer
    reach = Span(max(0, nominated.dest_start - slack), min(len(source), nominated.dest_end + slack))
    stretch = _nearest_stretch(ours, _words(source, within=reach))
    if not stretch:
        return None
    span = _bare_span(stretch)
    return SourceMatch(said=Said.ALTERED, span=span, difference=_show(ours, stretch))


@dataclass(frozen=True, slots=True)
class _Word:
    """A run of signs between spaces; `key` is what of it is compared."""

    raw: str
    key: str
    span: Span


_GONE: Final = "[-{}-]"
_NEW: Final = "{{+{}+}}"
"""How a word diff marks what the source alone has and what the claim alone has."""

_EDGES: Final = "\"'.,;:!?()[]…-"
_SENTENCE_END: Final = re.compile(r"""[.!?]["')\]]*\Z""")
_WORD: Final = re.compile(r"\S+")


@lru_cache(maxsize=4)
def _flat(source: str) -> str:
    """Fold presentation, case and line breaks, one code point for one."""
    folded = fold(source).replace("\n", " ")
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else folded


def _words(text: str, *, within: Span) -> list[_Word]:
    """Words that a span touches, whole even where it cuts them."""
    start, end = within.start, within.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return [
        _Word(match[0], fold(match[0]).strip(_EDGES).lower(), Span(*match.span()))
        for match in _WORD.finditer(text, start, end)
    ]


def _nearest_stretch(ours: list[_Word], theirs: list[_Word]) -> list[_Word]:
    """Cut the words of a source down to those that answer to ours; empty when they are not near enough."""
    pairs = _words_in_common(ours, theirs)
    edges = [
        (first, last)
        for first in range(min(EDGE, len(pairs)))
        for last in range(max(first, len(pairs) - EDGE), len(pairs))
    ]
    if not edges:
        return []

    def nearness(edge: tuple[int, int]) -> float:
        (our_first, their_first), (our_last, their_last) = (pairs[place] for place in edge)
        outside = len(ours) - (our_last - our_first + 1)  # answered by as many words of theirs, if by any
        return (edge[1] - edge[0] + 1) / (len(ours) + their_last - their_first + 1 + outside)

    first, last = max(edges, key=nearness)
    stretch = _widen(theirs, first=pairs[first], last=pairs[last], length=len(ours))
    common = last - first + 1
    return stretch if 2 * common / (len(ours) + len(stretch)) >= NEAR_ENOUGH else []


def _bare_span(words: list[_Word]) -> Span:
    """From the first word to the last, without quotation marks around the whole."""
    first, last = fold(words[0].raw), fold(words[-1].raw)
    start = words[0].span.start + len(first) - len(first.lstrip('"'))
    return Span(start, max(start, words[-1].span.end - len(last) + len(last.rstrip('"'))))


def _words_in_common(ours: list[_Word], theirs: list[_Word]) -> list[tuple[int, int]]:
    """Pair the places of the words that both have in the same order."""
    keys = [[word.key for word in words] for words in (ours, theirs)]
    blocks = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    return [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]


def _widen(theirs: list[_Word], *, first: tuple[int, int], last: tuple[int, int], length: int) -> list[_Word]:
    """Take in as many words of the same sentence at either end as ours has there, so that a change shows."""
    start, end = first[1], last[1] + 1
    for _ in range(first[0]):
        if start == 0 or _SENTENCE_END.search(fold(theirs[start - 1].raw)):
            break
        start -= 1
    for _ in range(length - last[0] - 1):
        if end == len(theirs) or _SENTENCE_END.search(fold(theirs[end - 1].raw)):
            break
        end += 1
    return theirs[start:end]


def _show(ours: list[_Word], theirs: list[_Word]) -> str:
    """Show the changes from the source's words to ours, with a few unchanged ones around them."""
    changes = _changes([word.key for word in theirs], [word.key for word in ours])
    if all(change[0] == "equal" for change in changes):  # then it is stops or capitals
        changes = _changes([fold(word.raw).strip('"') for word in theirs], [fold(word.raw).strip('"') for word in ours])
    shown: list[str] = []
    for place, (tag, a, b, c, d) in enumerate(changes):
        was, now = (" ".join(word.raw for word in words) for words in (theirs[a:b], ours[c:d]))
        if tag == "equal":
            shown += _shorten(was.split(), at_start=place == 0, at_end=place == len(changes) - 1)
        else:
            shown += [form.format(words) for form, words in ((_GONE, was), (_NEW, now)) if words]
    return " ".join(shown)


def _changes(theirs: list[str], ours: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()


def _shorten(words: list[str], *, at_start: bool, at_end: bool) -> list[str]:
    """Keep the words next to a change, and mark what is left out."""
    before = [] if at_start else words[:CONTEXT]
    after = [] if at_end else words[-CONTEXT:]
    if len(words) <= len(before) + len(after):
        return words
    return [*before, "…", *after]
