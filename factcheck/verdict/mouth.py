"""Whether a sentence in a document's own voice gives what the speaker thinks, writes or has others say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.text import tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Passage
    from factcheck.text import Token

_REACH: Final = 6
"""Tokens after a name in which its own verb stands: "Ann Lee, 54, is proud that"."""

_REACH_OF_POSSESSIVE: Final = 3
"""Tokens after a possessive in which what is had stands: "her recent memoir"."""

_OWNS: Final = re.compile(r"['’](?:s\W?)?\Z")
_POSSESSIVE: Final = frozenset({"her", "his"})
_PERSONAL: Final = frozenset({"she", "he"})
_NOUN_BEGINS: Final = frozenset("a an the its his her their this these those some any no one".split())
"""Words after which a "that" belongs to a noun: "Ann Lee left a council that was rated poor"."""


def find_mouth(passage: Passage, is_speaker: Callable[[str], bool], *, near: bool) -> str:
    """Return the words by which a passage is the speaker's own though it quotes nobody, "" where there are none.

    `near` says that the passage or its section names the speaker, whom pronouns then may stand for unless they are
    known to be somebody else's. What the speaker was told ("Lee was told that", "told Lee that") is not theirs.
    """
    near = near and (not passage.he or is_speaker(passage.he))
    tokens = tokenize(passage.text)
    others = [name.span.start for name in passage.names if not is_speaker(name.name)]
    for span, possessive in _mentions(passage, tokens, is_speaker, near=near):
        own = [token for token in tokens if token.start >= span.end][: _REACH_OF_POSSESSIVE if possessive else _REACH]
        barrier = min((start for start in others if start >= span.end), default=len(passage.text))
        heard = [token for token in tokens if token.end <= span.start][-1:]
        own = [*heard, *(token for token in own if possessive or token.start < barrier)]
        found = _cue(passage.text, span.end, own, possessive=possessive)
        if found:
            return found
    return ""


def _mentions(
    passage: Passage, tokens: Sequence[Token], is_speaker: Callable[[str], bool], *, near: bool
) -> Iterator[tuple[Span, bool]]:
    """Where each mention of the speaker stands, and whether it is a possessive."""
    for name in passage.names:
        if is_speaker(name.name):
            yield name.span, bool(_OWNS.search(passage.text[name.span.start : name.span.end + 1]))
    for token in tokens if near else ():
        if token.lower in _POSSESSIVE | _PERSONAL:
            yield Span(token.start, token.end), token.lower in _POSSESSIVE


def _cue(text: str, end: int, own: Sequence[Token], *, possessive: bool) -> str:
    """The words after a mention of the speaker that give what follows to them."""
    manner = load_lexicon().manner
    if {token.lower for token in own} & manner.hearing:
        return ""
    after = [token for token in own if token.start >= end]
    if possessive:
        told = [token for token in after if token.lower in manner.mouthpieces]
    else:
        noun = next((token.start for token in after if token.lower in _NOUN_BEGINS), len(text))
        told = [
            token
            for token in after
            if token.lower in manner.convictions or (token.lower == "that" and token.start < noun)
        ]
    return text[end : told[0].end].strip(" ,’'") if told else ""
