"""Whether words follow a verb of saying, or it only tells of an act: "announced he would go", "announced his going"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.reading.contents import CONTENT_NOUNS
from factcheck.reading.phrases import PHRASE_WORDS, PREPOSITIONS
from factcheck.reading.scene import MESSAGES, is_owner, is_parted
from factcheck.text import stem

if TYPE_CHECKING:
    from factcheck.reading.scene import Clue

_TAKES_THING: Final = frozenset(
    map(
        stem,
        """describe call thank urge accuse praise criticise criticize defend ask underline emphasise emphasize
        lament""".split(),
    )
)
"""Verbs of saying that take a thing as well as a clause: without "that" the writer tells of an act."""

_TAKES_CLAUSE: Final = frozenset(
    map(
        stem,
        """question announce report confirm point note repeat reiterate post reveal underline answer highlight
        signal agree propose protest demand counter""".split(),
    )
)
"""Verbs that take either, and whose clause may go without "that": "confirmed the bridge was safe"."""

_QUOTES_ONLY: Final = frozenset(map(stem, "continue read".split()))
"""Verbs of saying that are verbs of doing where nothing is quoted."""

NOT_INVERTED: Final = frozenset(map(stem, "tell told inform remind assure".split()))
"""Verbs whose name after them is whom they speak to, never who speaks."""

_CLAUSE_OPENERS: Final = frozenset("that he she they it how there why whether what if".split())

_FINITE: Final = frozenset(
    "is are was were had has have will would could can cannot should may might must did does do won't wasn't".split()
)

_CLAUSE_ENDS: Final = frozenset("which who whose after before when while as because".split())

_WITH: Final = frozenset("with to in at on".split())

_ORDER: Final = 5
"""Words of an order at the most: "told the board to hurry"; more may hold something that is said."""

_CLOSING: Final = 3
"""Words that may follow a verb at the end of what was said: "she noted on Monday morning"."""

_LEAST_SAID: Final = 3
"""Words before the comma that can be what was said."""

REACH: Final = 12
"""Words after a verb within which a clause without "that" has shown its own verb."""


def holds_words(clue: Clue, place: int) -> bool:
    """Whether words follow the verb at `place`, or it reports an act."""
    verb = clue.tokens[place].stem
    rest = clue.text[clue.tokens[place].end :]
    if rest.lstrip()[:1] == ":" or (":" in rest and any(one.lower in MESSAGES for one in clue.tokens[place:])):
        return True
    if verb in _QUOTES_ONLY or (verb in NOT_INVERTED and _orders(clue, place)):
        return False
    if place and clue.tokens[place - 1].lower == "to":
        near = {token.lower for token in clue.tokens[place + 1 : place + 4]}
        return bool(near & _CLAUSE_OPENERS) or bare_clause_follows(clue, place)
    inserted = clue.tokens[0].lower == "as" and _adverb_follows(clue, place)
    if verb not in _TAKES_THING | _TAKES_CLAUSE or inserted or _closes(clue, place):
        return True
    after = clue.tokens[place + 1 : place + REACH]
    if _opens_clause(clue, place + 1) or (verb == "point" and after and after[0].lower == "out"):
        return True
    if after and after[0].lower in _WITH and any(token.text == "that" for token in after[1:6]):
        return True
    if any(one.lower in CONTENT_NOUNS and two.lower == "that" for one, two in pairwise(after)):
        return True
    return verb in _TAKES_CLAUSE and bare_clause_follows(clue, place)


def _opens_clause(clue: Clue, place: int) -> bool:
    """Whether a clause begins at `place` or a word later: "that the", "him that", but not a bare "it"."""
    for at in range(place, min(place + 2, len(clue.tokens))):
        if clue.tokens[at].lower in _CLAUSE_OPENERS and (clue.tokens[at].lower != "it" or _goes_on(clue, at)):
            return True
    return False


def _goes_on(clue: Clue, at: int) -> bool:
    """Whether a verb may follow the token at `at`: neither a mark nor a preposition does."""
    last = at + 1 == len(clue.tokens) or is_parted(clue, at, at + 1)
    return not last and clue.tokens[at + 1].lower not in PREPOSITIONS


def _adverb_follows(clue: Clue, place: int) -> bool:
    """Whether no object follows the verb at `place`: a mark, or when and where it was said."""
    mark = clue.text[clue.tokens[place].end :].lstrip()[:1] in {",", ""}
    return mark or place + 1 == len(clue.tokens) or clue.tokens[place + 1].lower in _WITH


def _closes(clue: Clue, place: int) -> bool:
    """Whether what is said stands before the verb: "The bridge is safe, she noted on Monday"."""
    after = clue.text[clue.tokens[place].end :].split(",", maxsplit=1)[0]
    comma = clue.text.rfind(",", 0, clue.tokens[place].start)
    said = sum(token.end <= comma for token in clue.tokens)
    return len(after.split()) <= _CLOSING and place >= said >= _LEAST_SAID and place - said <= PHRASE_WORDS


def _orders(clue: Clue, place: int) -> bool:
    """Whether the verb only tells somebody to do something, in a few words: "told them to hurry"."""
    after = clue.text[clue.tokens[place].end :].replace(" and ", ", ").split(",", maxsplit=1)[0].lower().split()
    if "to" not in after[1:] or len(after) > _ORDER:
        return False
    return _FINITE.isdisjoint(after) and not load_lexicon().manner.saying & set(after)


def bare_clause_follows(clue: Clue, place: int) -> bool:
    """Whether a clause without "that" follows: a subject and its own verb, before any inner clause."""
    tokens = clue.tokens[place + 1 : place + REACH]
    subject = next(
        (one for one in clue.names if tokens and one.span.start == tokens[0].start and not is_owner(clue, one)), None
    )
    for token in tokens:
        if token.lower in _CLAUSE_ENDS or "," in clue.text[clue.tokens[place].end : token.start]:
            return False
        if token.lower in _FINITE and not token.capital:
            return True
        if subject and token.start == subject.span.end + 1 and token.text.islower():
            return token.lower not in load_lexicon().function_words
    return False
