"""Amounts that no figure states: "dozens of", "hundreds of thousands", "a six-figure sum", "a couple of"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.reading.shares import find_bound
from factcheck.reading.units import read_unit
from factcheck.values import Bound, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token

LEAST: Final = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2_000_000,
    "billions": 2_000_000_000,
}
"""What a plural of a number word comes to at the least: two of them."""

TIMES: Final = frozenset({"decad", "year", "month", "week", "day", "hour", "minut"})
"""Stems of what time is counted in."""

_PLURALS: Final = {"thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}
_FEWEST_FIGURES: Final = 3


def read_loose(text: str, tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The amount that begins at a token with the token after it, None where none begins."""
    return _plural(tokens, at) or _figures(text, tokens, at) or _couple(tokens, at) or _and_a_half(text, tokens, at)


def _plural(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """“Dozens of”, “tens of thousands of”, “millions of pounds”."""
    least = LEAST.get(tokens[at].lower)
    if least is None or not _is_of(tokens, at + 1):
        return None
    end = at + 1
    times = _PLURALS.get(tokens[at + 2].lower, 0)
    if times and _is_of(tokens, at + 3):
        least, end = least * times, at + 3
    unit = read_unit(tokens, end + 1)
    value = Decimal(least)
    quantity = Quantity(low=value, high=value, unit=unit.name if unit else "", bound=Bound.AT_LEAST)
    return quantity, unit.end if unit else end + 1


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].lower == "of"


def _figures(text: str, tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """“A six-figure sum”: anything of so many figures."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in {"figure", "figures"}:
        return None
    word = tokens[at].lower
    count = int(word) if word.isdigit() else load_lexicon().numerals.units.get(word, 0)
    if not _FEWEST_FIGURES <= count <= 12 or text[tokens[at].end : tokens[at + 1].start] != "-":  # noqa: PLR2004 - a trillion
        return None
    money = any(token.stem == "pound" for token in tokens[at + 2 : at + 6])
    low = Decimal(10) ** (count - 1)
    return Quantity(low=low, high=low * 10 - 1, unit="GBP" if money else "", digits=count), at + 2


def _and_a_half(text: str, tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """“An hour and a half”, “a year and a half”."""
    words = [token.lower for token in tokens[at : at + 5]]
    if len(words) < 5 or words[0] not in {"a", "an", "one"} or words[2:] != ["and", "a", "half"]:  # noqa: PLR2004 - all five
        return None
    unit = read_unit(tokens, at + 1)
    time = tokens[at + 1].stem if tokens[at + 1].stem in TIMES else ""
    if unit is None and not time:
        return None
    value, bound = Decimal("1.5"), find_bound(text, tokens, at)
    name = unit.name if unit else time
    return Quantity(low=value, high=value, unit=name, digits=2, counted=bool(time), bound=bound), at + 5


def _couple(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    if [token.lower for token in tokens[at : at + 3]] != ["a", "couple", "of"] or at + 3 >= len(tokens):
        return None
    return Quantity(low=Decimal(2), high=Decimal(2), unit="", bound=Bound.ABOUT), at + 3
