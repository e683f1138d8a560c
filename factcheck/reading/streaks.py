"""Runs of years: "for the eighth year running", "25 years in a row"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.lexicon import load_lexicon
from factcheck.text import tokenize
from factcheck.values import Span

_NTH: Final = r"(?:[a-z]{1,12}-)?[a-z]{1,12}|\d{1,3}(?:st|nd|rd|th)?"
_STREAK: Final = re.compile(
    rf"\b(?P<nth>{_NTH})\s{{1,3}}(?:consecutive\s|successive\s|straight\s)?years?\s{{1,3}}"
    r"(?:(?P<running>running)|in\s+a\s+row|in\s+succession)\b"
    rf"|\b(?P<nth2>{_NTH})\s{{1,3}}(?:consecutive|successive|straight)\s{{1,3}}years?\b",
    re.IGNORECASE,
)


def find_streak(text: str) -> tuple[Span, int] | None:
    """Find "for the eighth year running" or "eight years in a row": its span and the number of years."""
    if "year" not in text:
        return None
    for match in _STREAK.finditer(text):
        number = _number((match["nth"] or match["nth2"]).lower())
        if number > 1 and not (match["running"] and _goes_on(text, match.end())):
            return Span(*match.span()), number
    return None


def _number(word: str) -> int:
    """The value of "8th", "eight", "eighth", "twenty-fifth"; 0 for any other word."""
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    numerals = load_lexicon().numerals
    values = [numerals.ordinals.get(one, numerals.units.get(one, 0)) for one in word.split("-")]
    return sum(values) if all(values) else 0


def _goes_on(text: str, at: int) -> bool:
    """Whether a noun follows "running", as in "in its second year running costs rose"."""
    if text[at : at + 1] != " ":
        return False
    follows = next(iter(tokenize(text[at : at + 20])), None)
    return follows is not None and not follows.capital and follows.lower not in load_lexicon().function_words
