"""How a sentence values what it speaks of: better, worse, praised, criticised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Force, Tone
from factcheck.reading.terms import find_negated
from factcheck.values import Span, Taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import NameMention
    from factcheck.text import Token

_SILENT: Final = frozenset({Force.UNREALISED, Force.ASKED})
"""What is only wanted, feared or asked values nothing."""

_CHANGES: Final = frozenset({Tone.BETTER, Tone.WORSE})
_TURNED: Final = frozenset("turn turned turning turns".split())
_AROUND: Final = 5
"""Words between "turned" and "around"."""


def find_tone(text: str, tokens: Sequence[Token], names: Sequence[NameMention], force: Force) -> Tone:
    """Return how a sentence values its subject; a change comes before a level, and what goes both ways says nothing.

    "Not good enough" criticises; a change that is denied is none.
    """
    if force in _SILENT:
        return Tone.NONE
    negated, _ = find_negated(text, tokens)
    covered = Taken(name.span for name in names)
    tones = [tone for span, tone in _find(tokens, negated) if tone is not Tone.NONE and not covered.overlaps(span)]
    changes = [tone for tone in tones if tone in _CHANGES]
    chosen = set(changes or tones)
    return chosen.pop() if len(chosen) == 1 else Tone.NONE


def find_opinion(tokens: Sequence[Token]) -> str:
    """The word by which a sentence only values: "was an excellent leader"; "" where somebody is told to find it so.

    After a form of "to be", and a few words that go before; what inspectors found or a report called so is a fact.
    """
    manner = load_lexicon().manner
    if any(token.lower in manner.saying or token.lower in _FINDING for token in tokens):
        return ""
    for table in (manner.tones, manner.plain_praise):
        for first, last, label in table.find(tokens):
            before = [token.lower for token in tokens[max(0, first - _BEFORE) : first]]
            if not _RELATIVE.isdisjoint(before):
                continue  # "left a council that was poor" tells of leaving
            if label not in {Tone.BETTER, Tone.WORSE} and _BE.intersection(before) and set(before) & _LEADING:
                return " ".join(token.text for token in tokens[first:last])
    return ""


_BEFORE: Final = 4
"""Words before a word that values among which its verb stands: "is far from", "was a weak and"."""

_BE: Final = frozenset("is are was were be been isn't aren't wasn't weren't".split())
_RELATIVE: Final = frozenset({"that", "which", "who", "where", "when"})
_LEADING: Final = _BE | {"a", "an", "the"}
_FINDING: Final = frozenset("found finds rated graded judged ruled concluded described deemed named voted".split())


def _find(tokens: Sequence[Token], negated: frozenset[int]) -> Iterator[tuple[Span, Tone]]:
    manner = load_lexicon().manner
    for first, last, label in manner.tones.find(tokens):
        tone = Tone(label)
        declines = last < len(tokens) and tokens[last].lower == "to" and tone is Tone.WORSE  # "declined to comment"
        if not declines:
            yield Span(tokens[first].start, tokens[last - 1].end), _turn(tone) if first in negated else tone
    for first, last, _ in manner.plain_praise.find(tokens):
        if first in negated:
            yield Span(tokens[first].start, tokens[last - 1].end), Tone.CRITICISM
    for place, token in enumerate(tokens):
        if token.lower in _TURNED and any(one.lower == "around" for one in tokens[place + 1 : place + _AROUND]):
            yield Span(token.start, token.end), Tone.NONE if place in negated else Tone.BETTER


def _turn(tone: Tone) -> Tone:
    """What is left of a tone that is denied: praise becomes criticism, the rest nothing."""
    return Tone.CRITICISM if tone is Tone.PRAISE else Tone.NONE
