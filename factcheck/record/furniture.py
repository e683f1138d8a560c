"""What belongs to the page and not to the text: rules as values, each with examples as proof.

A rule looks at one line. What it says of the lines that follow is its extent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_ARROWS: Final = str.maketrans("«»", "←→")


class Extent(StrEnum):
    """How far the furniture reaches that a line begins."""

    LINE = "line"
    UNTIL_TEXT = "until_text"  # until two whole sentences of text stand together again
    TO_END = "to_end"  # to the end of the page


USUAL_LENGTH: Final = 200
"""Characters: furniture is short; a rule for longer lines says so."""

BOX_LENGTH: Final = 700
"""Characters of the longest notice: consent bars and comment policies run to a hundred words or so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRule:
    """Recognises one sort of furniture.

    `pattern` is matched at the start of a line that was put in lower case and plain quotes and dashes; a line
    of more than `longest` characters never fires. Every rule has lines that fire and lines that do not.
    """

    name: str
    pattern: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    extent: Extent = Extent.LINE
    longest: int = USUAL_LENGTH


class RuleBook:
    """Rules in order of precedence, those for the same lengths of line compiled to one expression."""

    def __init__(self, rules: Iterable[FurnitureRule]) -> None:
        self.rules = tuple(rules)
        self._books = [
            (longest, _compile({place: rule for place, rule in enumerate(self.rules) if rule.longest == longest}))
            for longest in sorted({rule.longest for rule in self.rules})
        ]

    def match(self, text: str) -> FurnitureRule | None:
        """Return the first rule that fires on a line, or None."""
        books = [book for longest, book in self._books if len(text) <= longest]
        plain = _plain(text) if books else ""
        fired = [int((match.lastgroup or "")[1:]) for book in books if (match := book.match(plain))]
        return self.rules[min(fired)] if fired else None


def _plain(text: str) -> str:
    """Fold a line, and its case too, which is faster than rules that ignore case.

    A lone angle mark is an arrow beside a link, a pair of them quotes.
    """
    if ("«" in text) != ("»" in text) or "» " in text:
        text = text.translate(_ARROWS)
    return fold(text).lower()


def _compile(rules: Mapping[int, FurnitureRule]) -> re.Pattern[str]:
    """One expression for rules by their place, which the group that matches is named for."""
    return re.compile("|".join(f"(?P<r{place}>{rule.pattern})" for place, rule in rules.items()), re.DOTALL)
