"""Units behind a figure: currencies, per cent and points, lengths, weights and volumes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token

PERCENT: Final = "percent"
POINT: Final = "percentage point"

SIGNS: Final = {
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "¥": "JPY",
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
}
"""Signs before a figure, as ISO 4217 codes; a bare dollar is an American one."""

CODES: Final = frozenset(SIGNS.values()) | {"CHF", "HKD", "SEK", "NOK", "DKK"}
"""Codes that stand before a figure as words: "GBP 2m"."""

_CURRENCIES: Final = {"pound": "GBP", "dollar": "USD", "euro": "EUR", "yen": "JPY", "rupe": "INR"}
_HUNDREDTHS: Final = {"penc": "GBP", "penni": "GBP", "penny": "GBP", "cents": "USD"}
_COUNTRIES: Final = {
    "us": "USD",
    "american": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "indian": "INR",
    "japanese": "JPY",
}
_HUNDREDTH: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, up to token `end`; `factor` is what a figure before it is worth in the unit named."""

    name: str
    end: int
    factor: Decimal = Decimal(1)


def read_unit(tokens: Sequence[Token], at: int) -> Unit | None:
    """The unit that begins at a token, None where none does."""
    if at >= len(tokens):
        return None
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if word.lower in {"percent", "pc"}:
        return Unit(PERCENT, at + 1)
    if after and (word.lower, after.lower) == ("per", "cent"):
        return Unit(PERCENT, at + 2)
    if after and after.stem == "point" and word.lower in {"percentage", "basis"}:
        return Unit(POINT, at + 2, Decimal(1) if word.lower == "percentage" else _HUNDREDTH)
    if after and word.lower in _COUNTRIES and after.stem in _CURRENCIES:
        return Unit(_COUNTRIES[word.lower], at + 2)
    if word.stem in _CURRENCIES:
        return Unit(_CURRENCIES[word.stem], at + 1)
    small = _HUNDREDTHS.get(word.stem) or _HUNDREDTHS.get(word.lower)
    if small:
        return Unit(small, at + 1, _HUNDREDTH)
    measured = load_lexicon().numerals.measures.get(word.lower)
    return Unit(measured, at + 1) if measured and word.lower != "m" else None


def read_suffix(suffix: str) -> Unit | None:
    """The unit that is glued to a figure ("5km", "45p", "6%"), None where it is none."""
    if suffix in {"%", "pc", "pct"}:
        return Unit(PERCENT, 0)
    if suffix == "p":
        return Unit("GBP", 0, _HUNDREDTH)
    measured = load_lexicon().numerals.measures.get(suffix)
    return Unit(measured, 0) if measured else None
