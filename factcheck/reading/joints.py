"""The places where a sentence may part, and what is needed to tell whether it does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import NameMention, Term
    from factcheck.reading.clauses import Clause, Clauses
    from factcheck.text import Token

_STRONG: Final = frozenset({"but", ";", "while", "whereas"})
_ENCLOSED: Final = re.compile(r"\"[^\"]*\"|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Joint:
    """A place where a sentence may part: the token after the left half, the first of the right half, what joins."""

    end: int
    begin: int
    word: str
    comma: bool = False

    @property
    def strong(self) -> bool:
        """Whether it seldom joins less than clauses."""
        return self.comma or self.word in _STRONG


@dataclass(frozen=True, slots=True)
class Group:
    """The places of the first and the last word of a group of verbs: "has since been"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A joint that holds, with the clause and the verbs before it; `own`: what follows has a subject of its own."""

    joint: Joint
    clause: Clause
    group: Group
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with what is found in it: text folded, names, content words, negators by their places."""

    text: str
    tokens: Sequence[Token]
    clauses: Clauses
    names: Sequence[NameMention] = ()
    terms: Sequence[Term] = ()
    negators: frozenset[int] = frozenset()
    told: bool = False
    """Whether it is what somebody is said to have said."""


def find_joints(sentence: Sentence, begin: int) -> Iterator[Joint]:
    """Yield where a sentence may part after a token, in order; what names, quotes and brackets hold stays whole."""
    enclosed = [match.span() for match in _ENCLOSED.finditer(sentence.text)]
    enclosed += [(name.span.start, name.span.end) for name in sentence.names]
    last = len(sentence.tokens) - 1
    for at in range(begin + 1, last):
        token, gap = sentence.tokens[at], sentence.clauses.gap(at)
        if any(start < token.start < end for start, end in enclosed) or _counts_on(sentence, at):
            continue
        if ";" in gap:
            yield Joint(at, at + (token.lower in {"and", "but"}), ";", comma=True)
        elif token.lower in {"and", "but", "while", "whereas"}:
            yield Joint(at, _skip(sentence, at + 1), token.lower, comma="," in gap)
        elif "," in gap:
            yield Joint(at, at, ",", comma=True)


def _counts_on(sentence: Sentence, at: int) -> bool:
    """Whether an "and" stands within a number: "a hundred and forty"."""
    numerals = load_lexicon().numerals
    before, after = sentence.tokens[at - 1].lower, sentence.tokens[at + 1].lower
    return before in numerals.scales and (after in numerals.units or after[0].isdigit())


def _skip(sentence: Sentence, at: int) -> int:
    """The token with which what is joined begins: "and then", "but also", "and that"."""
    words = {"then", "also"} | ({"that"} if sentence.told else set())
    return at + 1 if at + 1 < len(sentence.tokens) and sentence.tokens[at].lower in words else at
