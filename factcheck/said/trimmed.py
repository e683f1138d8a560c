"""What a text says beyond the quote it was trimmed from, and what it drops that would turn the sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from factcheck.text import Token, fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator


WORDS_SHOWN: Final = 5
"""Plain words listed before the rest are counted: names, figures and negations are what a reader must see."""


class _Kind(StrEnum):
    """Why a word has weight, in the order in which it is told."""

    NEGATION = "negation"
    FIGURE = "figure"
    QUALIFIER = "qualifier"
    NAME = "name"
    WORD = "word"


def describe_trimming(text: str, *, quote: str) -> str:
    """Name the words of weight that a text adds, and the negations and qualifiers it leaves out; "" for none.

    >>> describe_trimming("Eastmere did cut taxes in 2016.", quote="We did not cut taxes")
    'the text adds figure “2016”, word “Eastmere”; the text leaves out negation “not”'
    """
    added = list(_beyond(text, other=quote))
    left_out = [extra for extra in _beyond(quote, other=text) if extra.kind in _TURNING]
    told = (("adds", added), ("leaves out", left_out))
    return "; ".join(f"the text {verb} {_listed(extras)}" for verb, extras in told if extras)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extra:
    """A word of weight, or a name of several words, that one wording has and the other has not."""

    kind: _Kind
    wording: str
    start: int
    end: int


_TURNING: Final = frozenset({_Kind.NEGATION, _Kind.QUALIFIER})
"""Kinds whose loss makes a sentence say more than it said, or the opposite."""


def _vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATIONS: Final = _vocabulary("not no never none nor neither nothing nobody without cannot")
_NUMBERS: Final = _vocabulary(
    "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million billion half third quarter double twice dozen all "
    "every both"
)
_QUALIFIERS: Final = _vocabulary(
    "about around almost nearly roughly approximately might may could possibly perhaps allegedly reportedly "
    "if unless except only some many most"
)
_FUNCTION_WORDS: Final = _vocabulary(
    "a an the this that these those i me my we us our you your he him his she her it its they them their who "
    "which what there here and or but so as at by for from in into of on onto out over to up with than then "
    "be am is are was were been being do does did has have had having will would shall should can"
)
"""Words that may change when a text is made to stand alone, without its saying anything else."""

_POSSESSIVE: Final = re.compile("['’]s\\Z")
_JOINED: Final = re.compile(r"(?<=\d)(?=[A-Za-z])")


def _listed(extras: list[_Extra]) -> str:
    """List wordings kind by kind, each once; a long tail of plain words is counted."""
    told = []
    for kind in _Kind:
        wordings = list(dict.fromkeys(f"“{extra.wording}”" for extra in extras if extra.kind is kind))
        if kind is _Kind.WORD and len(wordings) > WORDS_SHOWN:
            wordings[WORDS_SHOWN:] = [f"{len(wordings) - WORDS_SHOWN} more"]
        if wordings:
            told.append(f"{kind}{'s' if len(wordings) > 1 else ''} {', '.join(wordings)}")
    return ", ".join(told)


def _beyond(text: str, *, other: str) -> Iterator[_Extra]:
    """Yield in order what a text has and another has not; the words of one name together."""
    spaced = _JOINED.sub(" ", text)  # £71million and £71 million are the same words
    theirs = {_sense(token) for token in tokenize(_JOINED.sub(" ", other))}
    held: _Extra | None = None
    for extra in _words_of_weight(spaced, known=theirs):
        if held and held.kind == extra.kind == _Kind.NAME and spaced[held.end : extra.start].isspace():
            wording = spaced[held.start : held.end] + " " + extra.wording
            held = _Extra(kind=_Kind.NAME, wording=wording, start=held.start, end=extra.end)
            continue
        if held:
            yield held
        held = extra
    if held:
        yield held


def _words_of_weight(text: str, *, known: set[str]) -> Iterator[_Extra]:
    tokens = tokenize(text)
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        named = token.capital and (place > 0 or (following is not None and following.capital))
        kind = _weigh(token, named=named)
        if kind and _sense(token) not in known:
            yield _Extra(kind=kind, wording=_POSSESSIVE.sub("", token.text), start=token.start, end=token.end)


def _sense(token: Token) -> str:
    """What makes two words one: the stem, and a single form for every way to write “not”."""
    return "not" if token.lower == "cannot" or token.lower.endswith("n't") else token.stem


def _weigh(token: Token, *, named: bool) -> _Kind | None:
    """Return the kind of a word, None for a word that only holds others together."""
    word = token.lower
    if word in _NEGATIONS or word.endswith("n't"):
        return _Kind.NEGATION
    if word in _NUMBERS or any(letter.isdigit() for letter in word):
        return _Kind.FIGURE
    if word in _QUALIFIERS:
        return _Kind.QUALIFIER
    if fold(word).partition("'")[0] in _FUNCTION_WORDS:
        return None
    return _Kind.NAME if named else _Kind.WORD
