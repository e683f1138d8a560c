"""What a figure is an amount of: the words of its clause, its head noun first."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import load_lexicon
from factcheck.text import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Term
    from factcheck.text import Token

REACH: Final = 12
"""Tokens on either side of a figure within which the words for its measure are looked for: a clause's length."""

_PAY: Final = "@pay"
_POST: Final = "@job"
"""A post that is counted is a job; a loss that is posted is none."""

_RATE: Final = re.compile(r"[\s-]*(?:a|per)[\s-]year\b", re.IGNORECASE)
_OF_SO_MANY: Final = re.compile(
    r"of(?: (?:the|all|its|their|our|his|her|these|those))?(?: [\d,]+|(?: [A-Z][\w'’]*)+)?|(?:of )?[\d,]+"
)
"""What may stand between a figure and the noun that it counts: "74 per cent of the 999 calls"."""

_GOVERNORS: Final = frozenset(
    "for at to by of from worth was were is are be been stood reached totalling totalled".split()
)
"""Words before an amount that tie it to what stands before them: "sold for £2m", "the gap was £2m"."""

_PARTICIPLE: Final = re.compile(
    r"[a-z](?:ed|ing)\Z|\A(?:taken|given|made|built|sold|lost|won|held|left|cut|shut|paid|spent)\Z"
)

_PREPOSITION: Final = re.compile(r"\b(?:of|for|in|after|at|to|from|on|by|with|into|before|during|against|over|per)\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure among the tokens of its sentence: from token `at` up to `end`; `amount` when it has a unit."""

    text: str
    tokens: Sequence[Token]
    at: int
    end: int
    amount: bool

    @property
    def start_offset(self) -> int:
        """Where the figure begins in the text."""
        return self.tokens[self.at].start

    @property
    def end_offset(self) -> int:
        """Where the figure ends in the text."""
        return self.tokens[self.end - 1].end


def find_measure(figure: Figure, terms: Sequence[Term]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a figure's measure, the head first, and those of them that stand right at the head.

    "£12m budget gap in the plan": the noun phrase after the figure, its last noun the head. "Cuts totalling £12m",
    "a gap of £12m", "the gap for the year was £12m": the noun phrase that governs it.
    """
    lexicon = load_lexicon()
    left, right = _clause(figure)
    begin = bisect_left(terms, left, key=_starts)
    nouns = [
        term
        for term in terms[begin : bisect_left(terms, right, key=_starts)]
        if (term.key == _POST or not {term.key, stem(term.surface.lower())} & lexicon.measure_verbs)
        and term.surface.lower() not in lexicon.public.generic_bodies
    ]
    after = [term for term in nouns if figure.end_offset <= term.span.start and term.span.end <= right]
    before = [term for term in nouns if left <= term.span.start and term.span.end <= figure.start_offset]
    pay = [_PAY] if _is_pay(figure) else []
    phrase = [] if pay or _is_governed(figure) else _phrase_after(figure, after)
    rest = [term.key for term in after[len(phrase) :]]
    if phrase:
        back = [term.key for term in reversed(before)]
        return _distinct([*reversed(phrase), *rest, *back]), tuple(phrase[:-1])
    head = [] if pay else _governing(figure, before)
    back = [term.key for term in reversed(before) if term not in head]
    keys = [*pay, *(term.key for term in reversed(head)), *back, *rest]
    return _distinct(keys), tuple(_at_head(figure.text, head))


def _starts(term: Term) -> int:
    return term.span.start


def _distinct(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _is_pay(figure: Figure) -> bool:
    """Whether an amount "a year" stands before somebody's role: then it is their pay ("£90,000-a-year chief")."""
    if not _RATE.match(figure.text, figure.end_offset):
        return False
    after = figure.tokens[figure.end + 2 : figure.end + 6]
    return next(iter(load_lexicon().public.roles.find(after)), None) is not None


def _is_governed(figure: Figure) -> bool:
    """Whether a word before an amount ties it to what stands before, so that what follows is something else."""
    if not figure.amount or figure.at == 0:
        return False
    follows = figure.tokens[figure.end].lower if figure.end < len(figure.tokens) else ""
    return figure.tokens[figure.at - 1].lower in _GOVERNORS and follows != "of"


def _governing(figure: Figure, before: Sequence[Term]) -> list[Term]:
    """The words of the noun phrase that governs the figure, in order.

    Right before an "of" it is the nearest one; otherwise the first of the clause, up to its first preposition:
    "the loss | for the year | after tax | was £3m" is a loss.
    """
    groups: list[list[Term]] = []
    for term in before:
        begin = groups[-1][-1].span.end if groups else term.span.start
        if not groups or _PREPOSITION.search(figure.text[begin : term.span.start]):
            groups.append([])
        groups[-1].append(term)
    if not groups:
        return []
    nearest = figure.text[groups[-1][-1].span.end : figure.start_offset]
    return groups[-1] if re.search(r"\bof\b", nearest) or len(groups) == 1 else groups[0]


def _at_head(text: str, head: Sequence[Term]) -> list[str]:
    """The keys of the words that stand without a break before the last of a phrase."""
    keys: list[str] = []
    for nearer, farther in zip(reversed(head), reversed(head[:-1]), strict=False):
        if text[farther.span.end : nearer.span.start].strip(" -'s’") or farther.surface.endswith("s"):
            break  # a word in -s before a noun is its verb ("requires savings") more often than its modifier
        keys.append(farther.key)
    return keys


def _phrase_after(figure: Figure, after: Sequence[Term]) -> list[str]:
    """The keys of the words that follow the figure without a break: the noun phrase that it counts."""
    keys: list[str] = []
    begin = figure.end_offset
    for term in after:
        if keys and _PARTICIPLE.search(term.surface.split()[0]) and figure.text[begin - 1 : begin] == "s":
            break  # "15 shops closed" are shops
        gap = figure.text[begin : term.span.start].strip(" -+")
        if gap and (keys or not _OF_SO_MANY.fullmatch(gap)):
            break
        keys.append(term.key)
        begin = term.span.end
    return keys


def _clause(figure: Figure) -> tuple[int, int]:
    """Where the clause around a figure begins and ends, no farther than its reach."""
    text, tokens = figure.text, figure.tokens
    stop = figure.end
    while stop < min(len(tokens), figure.end + REACH) and not (_ends(text, tokens, stop) or _parts(tokens, stop)):
        stop += 1
    start = figure.at
    while start > max(0, figure.at - REACH) and not _ends(text, tokens, start):
        start -= 1
    return tokens[start].start, tokens[stop - 1].end


def _ends(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause ends before a token; the commas of an American date end none."""
    gap = text[tokens[at - 1].end : tokens[at].start]
    if gap == " ":
        return False
    if gap == ", " and (_YEAR.match(tokens[at].lower) or _YEAR.match(tokens[at - 1].lower)):
        return not any(token.lower in MONTHS for token in tokens[max(0, at - 3) : at])
    return _MARK.search(gap) is not None


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause of its own begins at a token: "docked three points after an inquiry", but not "after tax"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower in _CLAUSES or (tokens[at].lower in {"after", "before"} and after in _ARTICLES)


_CLAUSES: Final = frozenset("because while when although though who which whose".split())
_ARTICLES: Final = frozenset("a an the it its he she they his her their".split())
_YEAR: Final = re.compile(r"(?:1[5-9]|20|21)\d\d\Z")
_MARK: Final = re.compile(r"[,;:.()!?\n–—]| - ")
