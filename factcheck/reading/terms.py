"""Content words as keys (concept or stem), and what negates them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Term
from factcheck.values import Span, Taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token

SCOPE: Final = 7
"""Tokens that a negation reaches at the most: beyond a clause's length it negates nothing."""

_LOOSE: Final = frozenset({"nothing", "nobody", "none"})
"""Negators that stand for a thing: what follows them is seldom what they deny."""

_TURNS: Final = frozenset({"but", "alone", "yet", "only", "although", "though"})
"""Words that take back or narrow a negation before them."""

_IDLE: Final = "@idle"
_RESTRICTORS: Final = frozenset({"before", "until", "till", "except", "unless", "besides", "than"})
"""Words that turn "no X" into "no X but": what follows them is asserted, so the negation denies nothing plainly."""


def find_terms(text: str, tokens: Sequence[Token], taken: Sequence[Span]) -> tuple[Term, ...]:
    """Return the content words of a sentence in order, without those inside `taken` (names, dates).

    A phrase of the lexicon is one term with its concept's key; any other word is keyed by its stem.
    """
    lexicon = load_lexicon()
    negated, negators = find_negated(text, tokens)
    phrases = {first: (last, key) for first, last, key in lexicon.concepts.find(tokens)}
    found: list[Term] = []
    covered = Taken(taken)
    at = 0
    while at < len(tokens):
        last, key = phrases.get(at, (at + 1, tokens[at].stem))
        span = Span(tokens[at].start, tokens[last - 1].end)
        if key != _IDLE and _counts(tokens[at], last - at, at in negators) and not covered.overlaps(span):
            found.append(Term(key=key, surface=span.of(text), span=span, negated=at in negated))
        at = last
    return _deny_heads(found, plainly=not _is_restricted(text, tokens, negated))


def _is_restricted(text: str, tokens: Sequence[Token], negated: frozenset[int]) -> bool:
    first = min(negated, default=len(tokens))
    if any(token.lower in _TURNS for token in tokens[first:]) or any(token.lower in _LOOSE for token in tokens):
        return True
    return any(
        tokens[place].lower in _RESTRICTORS
        and place - 1 in negated
        and place + 1 < len(tokens)
        and not text[tokens[place].end : tokens[place + 1].start].strip()
        for place in range(1, len(tokens))
    )


def _deny_heads(terms: list[Term], *, plainly: bool) -> tuple[Term, ...]:
    """Mark the first word of each run of negated ones: what the negation is about."""
    return tuple(
        replace(term, denied=True)
        if plainly and term.negated and (place == 0 or not terms[place - 1].negated)
        else term
        for place, term in enumerate(terms)
    )


def _counts(token: Token, length: int, negates: bool) -> bool:  # noqa: FBT001 - a plain predicate
    if negates and length == 1:
        return False
    if length == 1 and token.lower in load_lexicon().function_words:
        return False
    return not token.lower[0].isdigit() and token.lower[0] not in "£$€" and len(token.lower) > 1


def find_negated(text: str, tokens: Sequence[Token]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of negated tokens and of the negators themselves.

    A negation reaches forward to the end of its clause; two that reach one word cancel out.
    """
    manner = load_lexicon().manner
    harmless = {place for first, last, _ in manner.not_negations.find(tokens) for place in range(first, last)}
    harmless |= {place for place, token in enumerate(tokens) if place and token.text == "Against"}  # a part of a name
    starts = [(first, last) for first, last, _ in manner.negators.find(tokens) if first not in harmless]
    starts += [(place, place + 1) for place, token in enumerate(tokens) if token.lower.endswith("n't")]
    counts: dict[int, int] = {}
    for _, last in starts:
        for place in _scope(text, tokens, last):
            counts[place] = counts.get(place, 0) + 1
    negators = frozenset(place for first, last in starts for place in range(first, last))
    return frozenset(place for place, count in counts.items() if count % 2), negators


def _scope(text: str, tokens: Sequence[Token], begin: int) -> range:
    ends = load_lexicon().manner.scope_ends
    stop = begin
    while stop < min(len(tokens), begin + SCOPE):
        gap = text[tokens[stop - 1].end : tokens[stop].start] if stop else ""
        if tokens[stop].lower in ends or any(mark in gap for mark in ",;:.!?()\n"):
            break
        stop += 1
    return range(begin, stop)
