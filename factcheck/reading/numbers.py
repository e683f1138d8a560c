"""Numbers among tokens, in figures ("£1.2bn", "5pc") and in words ("two hundred and fifty")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token

_CURRENCIES: Final = {"£": "GBP", "$": "USD", "€": "EUR"}
_CURRENCY_WORDS: Final = {"pound": "GBP", "dollar": "USD", "euro": "EUR"}
_FIGURE: Final = re.compile(r"(?P<sign>[£$€])?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<suffix>%|[a-z]+)?\Z")
_PERCENT: Final = frozenset({"%", "pc", "pct"})
_STEP: Final = re.compile(r"\s?[-]?\s?\Z")
_GLUE: Final = re.compile(r"[\s-]")
_LONGEST_FIGURE: Final = 24
"""Characters of the longest figure that is an amount; what is longer is a code."""

_NUMBERED: Final = frozenset(
    """act article appendix band bill channel chapter clause class day figure form grade group junction key level line
    no number order page paragraph part phase platform point question radio regulation resolution room route rule
    schedule section sections stage step table tier type unit version ward week year zone""".split()
)
"""What a number after it names: "Channel 4", "section 106", "Year 6"."""

_PLAIN_NUMBERED: Final = frozenset({"section", "article", "clause", "chapter", "page", "paragraph", "junction"})
"""Those of them that are so in lower case too."""

_HUNDRED: Final = 100
_TEN: Final = 10
_TWENTY: Final = 20


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, up to token `end`: `scale` is what its scale words multiply it by, `unit` may be ""."""

    value: Decimal
    end: int
    unit: str = ""
    scale: int = 1
    digits: int = 1
    figure: bool = False


def read_number(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at a token, None where none does; one that is a part of a name or a code is none."""
    if has_digit(tokens[at]):
        return None if _is_no_amount(text, tokens, at) else _figure(text, tokens, at)
    return _number_words(text, tokens, at)


def _is_no_amount(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure is a part of a name ("Covid-19", "M25", "Channel 4"), a time or a code."""
    token = tokens[at]
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    hung = before[-1:] == "-" and at > 0 and tokens[at - 1].text[-1].isalpha() and not has_digit(tokens[at - 1])
    if before[-1:].isalpha() or (hung and tokens[at - 1].end == token.start - 1):
        return True
    if (after[:1] == ":" and after[1:].isdigit()) or (before[-1:] == ":" and before[:1].isdigit()):
        return True
    bare = token.lower.lstrip("£$€")
    return (
        len(bare) > _LONGEST_FIGURE
        or (len(bare) > 1 and bare[0] == "0" and bare[1].isdigit())
        or (at > 0 and text[tokens[at - 1].end : token.start] == " " and token.lower.isdigit() and _names(tokens, at))
    )


def has_digit(token: Token) -> bool:
    """Whether a token is a figure, with or without a currency sign."""
    return token.lower[0].isdigit() or token.lower[0] in _CURRENCIES


def _names(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before a number makes a name with it: "Section 106", "the Boeing 747 landed"."""
    before = tokens[at - 1]
    if before.lower in _NUMBERED:
        return before.capital or before.lower in _PLAIN_NUMBERED
    if at == 1 or not before.capital or before.lower in MONTHS or not before.text.isalpha():
        return False
    return at + 1 < len(tokens) and not counts_noun(tokens, at + 1) and not _read_scale(tokens, at + 1)


def _read_scale(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    return word in load_lexicon().numerals.scales or word in {"per", "percent", "pc"} or word in _CURRENCY_WORDS


_ODD_PLURALS: Final = frozenset("people staff men women children police".split())


def counts_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in the plural stands at a token or, after one other word, behind it: "new houses"."""
    for token in tokens[at : at + 2]:
        if token.lower in load_lexicon().function_words:
            return False
        if token.lower in _ODD_PLURALS or re.search(r"[^suia]s\Z", token.lower):
            return True
    return False


def _figure(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    figure = _FIGURE.match(tokens[at].lower)
    if figure is None:
        return None
    scales = load_lexicon().numerals.scales
    suffix = figure["suffix"] or ""
    if suffix and suffix not in scales and suffix not in _PERCENT:
        return None
    plain = figure["digits"].replace(",", "")
    digits = len(plain.replace(".", "").lstrip("0") if "." in plain else plain.strip("0")) or 1
    scale, end = scales.get(suffix, 1), at + 1
    while (
        end < len(tokens) and tokens[end].lower in scales and _STEP.match(text[tokens[end - 1].end : tokens[end].start])
    ):
        scale *= scales[tokens[end].lower]
        end += 1
    unit = _CURRENCIES.get(figure["sign"] or "", "percent" if suffix in _PERCENT else "")
    sign = -1 if unit and _has_minus(text, tokens[at].start) else 1
    number = Number(sign * Decimal(plain) * scale, end, unit, scale, digits, figure=True)
    return with_written_unit(tokens, number)


def _has_minus(text: str, start: int) -> bool:
    return text[start - 1 : start] == "-" and (start == 1 or text[start - 2] in " (")


def with_written_unit(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the unit that is written behind it: "per cent", "pounds"."""
    end = number.end
    if number.unit or end >= len(tokens):
        return number
    if tokens[end].lower in {"percent", "pc"}:
        return replace(number, unit="percent", end=end + 1)
    if tokens[end].lower == "per" and end + 1 < len(tokens) and tokens[end + 1].lower == "cent":
        return replace(number, unit="percent", end=end + 2)
    if tokens[end].stem in _CURRENCY_WORDS:
        return replace(number, unit=_CURRENCY_WORDS[tokens[end].stem], end=end + 1)
    return number


def _number_words(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """A number in words. "One" alone is none, nor is a scale word without a number or "a" before it."""
    numerals = load_lexicon().numerals
    scale = numerals.scales.get(tokens[at + 1].lower, 0) if at + 1 < len(tokens) and len(tokens[at + 1].text) > 2 else 0  # noqa: PLR2004 - "k", "bn" need digits
    if tokens[at].lower == "a":
        start, current = (at + 2, scale) if scale and _is_one(tokens, at) else (at, 0)
    elif tokens[at].lower == "one":
        start, current = (at + 1, 1) if scale else (at, 0)
    else:
        start, current = at, 0
    total, current, end = _add_words(text, tokens, start, current)
    if end == at or total + current == 0:
        return None
    value = total + current
    number = Number(Decimal(value), end, scale=1, digits=len(str(value).rstrip("0")) or 1)
    return with_written_unit(tokens, number)


def _is_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a hundred" is one hundred: not in "half a million"; a dozen must be of something that is counted."""
    if at and tokens[at - 1].lower in {"half", "quite", "many"}:
        return False
    return tokens[at + 1].lower != "dozen" or counts_noun(tokens, at + 2)


def _add_words(text: str, tokens: Sequence[Token], end: int, current: int) -> tuple[int, int, int]:
    """Read number words on from a token: what stands before the last great scale word, what after it, and the end."""
    numerals = load_lexicon().numerals
    total = 0
    if current > _HUNDRED:
        total, current = current, 0
    last = current
    while end < len(tokens) and (end == 0 or not (total or current) or _GLUE.match(text, tokens[end - 1].end)):
        word = tokens[end].lower
        value = numerals.units.get(word)
        if word == "and" and (total or last >= _HUNDRED) and current % _HUNDRED == 0 and _adds(tokens, end + 1):
            end += 1
            continue
        if value is not None and (word != "one" or total or current) and _fits(value, current, last):
            current, last = current + value, value
        elif word in numerals.scales and word.isalpha() and len(word) > 2 and (current or total):  # noqa: PLR2004 - "k", "bn" need digits
            last = numerals.scales[word]
            if last > _HUNDRED:
                total, current = (total + current * last if current else total * last), 0
            else:
                current = current * last if current else last
        else:
            break
        end += 1
    return total, current, end


def _fits(value: int, current: int, last: int) -> bool:
    """Whether a number word may follow: anything after a hundred or a thousand, a digit after "twenty"."""
    return current == 0 or last >= _HUNDRED or (last >= _TWENTY and last % _TEN == 0 and 0 < value < _TEN)


def _adds(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows an "and" is less than a hundred, so that it belongs to the number before."""
    units = load_lexicon().numerals.units
    after = at
    while after < len(tokens) and tokens[after].lower in units:
        after += 1
    return after > at and not (
        after < len(tokens) and tokens[after].lower in {"hundred", "dozen", "million", "billion"}
    )
