"""Whose view, claim, answer or certainty a sentence gives: "Ann Lee's view is that", "in her words"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.reading.phrases import find_phrase
from factcheck.reading.scene import Clue, is_owner
from factcheck.reading.subjects import find_main_subject, find_subject

if TYPE_CHECKING:
    from factcheck.text import Token

CONTENT_NOUNS: Final = frozenset(
    """claim view answer reply response telling words opinion argument position account version belief insistence
    assertion contention conclusion verdict suggestion statement explanation defence boast message warning complaint
    testimony evidence admission acknowledgement recollection point fact story""".split()
)
"""What somebody says, as a noun: with its owner, "that" or a colon it lays the words in the owner's mouth."""

_SURE: Final = frozenset(
    "adamant afraid aware certain clear confident convinced insistent sure unequivocal emphatic".split()
)
_BE: Final = frozenset("is are was were been remains remained".split())
_MAKING: Final = frozenset("made makes make let lets".split())
_FRAMES: Final = frozenset("in by to on".split())
_PRONOUNS: Final = {"her": "she", "his": "he"}


def find_owner(clue: Clue) -> tuple[str, str] | None:
    """Return whose words a sentence gives without a verb of saying, and the words that show it."""
    for place, token in enumerate(clue.tokens):
        if token.lower in _SURE and (sure := _sure(clue, place)):
            return sure, f"is {token.text}"
        if token.lower in CONTENT_NOUNS and _holds_words(clue, place) and (owner := _owner(clue, place)):
            return owner, token.text
        if token.lower in {"put", "puts"} and _next(clue, place, 1) == "it" and (teller := find_subject(clue, place)):
            return teller, "put it"
        if token.lower in _MAKING and (teller := _made_clear(clue, place)):
            return teller, "made clear"
    return None


def _next(clue: Clue, place: int, by: int) -> str:
    at = place + by
    return clue.tokens[at].lower if 0 <= at < len(clue.tokens) else ""


def _sure(clue: Clue, place: int) -> str:
    """Who "is adamant that": the subject of the verb before, where "that" or a colon follows; never "it"."""
    be = place - 1
    while be > 0 and clue.tokens[be].lower.endswith("ly"):
        be -= 1
    follows = _next(clue, place, 1) == "that" or _mark_after(clue, clue.tokens[place]) == ":"
    if be < 1 or clue.tokens[be].lower not in _BE or not follows or clue.tokens[be - 1].lower in {"it", "there"}:
        return ""
    return find_subject(clue, be)


def _made_clear(clue: Clue, place: int) -> str:
    words = [token.lower for token in clue.tokens[place + 1 : place + 4]]
    if not {"clear", "plain", "known"} & set(words) or not _next(clue, place, 1):
        return ""
    return find_main_subject(clue, place) if _next(clue, place, -1) == "to" else find_subject(clue, place)


def _mark_after(clue: Clue, token: Token) -> str:
    return clue.text[token.end :].lstrip()[:1]


def _holds_words(clue: Clue, place: int) -> bool:
    """Whether the noun at `place` introduces what is said: "… that", "…:", "… is that", "in her …", "was her …"."""
    token = clue.tokens[place]
    after = _next(clue, place, 1)
    if after == "that" or _mark_after(clue, token) == ":":
        return True
    if after in _BE and any(
        _next(clue, place, by + 1) == "that" or _mark_after(clue, token) in {":", '"'}
        for by, token in enumerate(clue.tokens[place + 1 : place + 3], 1)
    ):
        return True
    start = place - 1
    while start > 0 and (clue.tokens[start].capital or clue.tokens[start].lower in {"own", *_PRONOUNS}):
        start -= 1
    before = clue.tokens[max(start, 0)].lower if clue.tokens[max(start, 0)].text else ""
    framed = before in _FRAMES or (start <= 0 and clue.tokens[0].lower in _FRAMES)
    return framed or (clue.has_quote and before in _BE)


def _owner(clue: Clue, place: int) -> str:
    """Who owns the noun at `place`: the possessive before it, "own" and an adjective between them allowed."""
    for at in range(place - 1, max(-1, place - 4), -1):
        token = clue.tokens[at]
        if token.lower in _PRONOUNS:
            return clue.person_here(_PRONOUNS[token.lower]) or clue.person(_PRONOUNS[token.lower])
        name = clue.name_ending(at)
        if name is not None:
            return name.name if is_owner(clue, name) else ""
        if token.text.endswith(("'s", "s'")):
            return find_phrase(clue, at).removesuffix("'s")
    return ""
