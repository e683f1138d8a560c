"""With what force a sentence says what it says: asserted, hedged, foretold, judged, asked."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Force
from factcheck.reading.clauses import Clauses
from factcheck.reading.tone import find_opinion
from factcheck.reading.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import PhraseTable
    from factcheck.model import Term
    from factcheck.text import Token

MAIN_SHARE: Final = 0.5
"""A cue sets the force of a sentence when at least this share of its content words follow it."""

_RELATIVE: Final = frozenset({"which", "who", "whose", "whom", "where"})
_OWNERS: Final = frozenset("a the his her my our your their its last political".split())
_NAMES_TOO: Final = frozenset({"will", "may"})


def find_force(text: str, tokens: Sequence[Token], terms: Sequence[Term], *, measured: bool) -> tuple[Force, str]:
    """Return the force of a sentence and the cue that shows it, "" where nothing does.

    A hedge or an opinion anywhere colours the whole sentence; a prediction or a norm must govern most of it. One
    that is `measured`, by a figure or a grade, says something that can be checked whatever its "must".
    """
    if text.rstrip().rstrip("\"'”’").endswith("?"):
        return Force.ASKED, "?"
    manner = load_lexicon().manner
    aside = _asides(text, tokens, terms)
    begin = _own_clause(text, tokens) if measured else 0
    tokens = [token for at, token in enumerate(tokens) if at >= begin and at not in aside and not _is_name(tokens, at)]
    view = next(iter(manner.opinions.find(tokens)), None)
    if view:
        return Force.JUDGED, _words(tokens, view)
    said = (
        (manner.wishes, Force.WISHED),
        (manner.norms, Force.REQUIRED),
        (manner.judgements, Force.JUDGED),
        (manner.predictions, Force.PREDICTED),
    )
    for table, force in said[-1:] if measured else said:
        cue = _governing(text, table, tokens, terms)
        if cue:
            return force, cue
    unrealised = next(iter(manner.unrealised.find(tokens)), None)
    if unrealised:
        return Force.UNREALISED, _words(tokens, unrealised)
    plain = _without_months(tokens)
    hedge = next(iter(manner.hedges.find(plain)), None)
    if hedge and not (measured and _blames(plain[hedge[1] :])):
        return Force.HEDGED, _words(plain, hedge)
    opinion = "" if measured else find_opinion(tokens)
    return (Force.JUDGED, opinion) if opinion else (Force.ASSERTED, "")


def _own_clause(text: str, tokens: Sequence[Token]) -> int:
    """The place of the clause after a colon that holds all the figures: what is hedged before it is another matter."""
    colon = text.rfind(": ")
    figures = [at for at, token in enumerate(tokens) if not token.lower[0].isalpha()]
    if colon < 0 or not figures or tokens[figures[0]].start < colon:
        return 0
    begin = next((at for at, token in enumerate(tokens) if token.start > colon), 0)
    return begin if len(tokens) - begin >= WHOLE_CLAUSE else 0


WHOLE_CLAUSE: Final = 5
"""Words from which what follows a colon may be a sentence of its own."""


def _blames(tokens: Sequence[Token]) -> bool:
    """Whether somebody is blamed for a thing: "it appears that Lee blames Hart for a gap" leaves the gap certain."""
    words = [token.lower for token in tokens]
    verb = next((place for place, word in enumerate(words) if word in _BLAMES), len(words))
    return "for" in words[verb:]


_BLAMES: Final = frozenset({"blame", "blames", "blamed", "blaming"})


def _asides(text: str, tokens: Sequence[Token], terms: Sequence[Term]) -> frozenset[int]:
    """The places of relative clauses between commas: a cue inside one governs it alone.

    One that tells of an event or holds a figure is none: it may be just what a claim is about.
    """
    commas = [at for at in range(1, len(tokens)) if "," in text[tokens[at - 1].end : tokens[at].start]]
    inside: set[int] = set()
    for first, last in pairwise(commas):
        if tokens[first].lower in _RELATIVE and not _tells(tokens[first:last], terms):
            inside.update(range(first, last))
    return frozenset(inside)


def _tells(clause: Sequence[Token], terms: Sequence[Term]) -> bool:
    """Whether a clause holds a figure or the word of an event."""
    begin = bisect_left(terms, clause[0].start, key=lambda term: term.span.start)
    end = bisect_left(terms, clause[-1].end, key=lambda term: term.span.start)
    events = load_lexicon().frames
    return any(token.lower[0].isdigit() for token in clause) or any(term.key in events for term in terms[begin:end])


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a modal verb is a noun, "her will", or a name: "Will Hart", first or after a word without a capital."""
    owned = at > 0 and tokens[at - 1].lower in _OWNERS
    if owned and tokens[at].lower in {"will", "might"}:
        return True
    if tokens[at].lower not in _NAMES_TOO or not tokens[at].capital or at + 1 == len(tokens):
        return False
    return tokens[at + 1].capital and (at == 0 or not tokens[at - 1].capital)


def _governing(text: str, table: PhraseTable, tokens: Sequence[Token], terms: Sequence[Term]) -> str:
    """The first cue of a table that governs most of what is said, or that stands where the main verb does."""
    for first, last, _ in table.find(tokens):
        after = sum(1 for term in terms if term.span.start >= tokens[first].start)
        most = after >= MAIN_SHARE * len(terms)
        if (most or (after and _rules(text, tokens, first, last))) and not _is_past(tokens, first):
            return _words(tokens, (first, last, ""))
    return ""


def _rules(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the verb that the sentence rests on is among these tokens, or stands right before them."""
    clause = Clauses(text, tokens, Verbs(text, tokens)).find_clause(0, len(tokens))
    return clause is not None and first - 1 <= clause.verb < last


def _words(tokens: Sequence[Token], found: tuple[int, int, str]) -> str:
    return " ".join(token.text for token in tokens[found[0] : found[1]])


def _is_past(tokens: Sequence[Token], first: int) -> bool:
    """Whether the cue is in the past: “was to”, “were expected to” tell of a plan that was."""
    return first > 0 and tokens[first - 1].lower in {"was", "were", "had"}


def _without_months(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the month of May and names such as Will, which a capital gives away inside a sentence."""
    return [
        token
        for place, token in enumerate(tokens)
        if not (place and token.capital and token.lower in {"may", "will", "might"})
    ]
