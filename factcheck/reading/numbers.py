"""Numbers among tokens, in figures ("£1.2bn", "5pc") and in words ("two hundred and fifty")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import load_lexicon
from factcheck.reading.units import CODES, SIGNS, read_suffix, read_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token

_FIGURE: Final = re.compile(
    r"(?P<sign>(?:(?:us|au?|ca?|nz)?\$|[£€₹¥]))?(?P<digits>\d+(?:,\d{2,3})*(?:\.\d+)?)(?P<suffix>%|[a-z]+)?\Z"
)
_STEP: Final = re.compile(r"\s?[-]?\s?\Z")
_GLUE: Final = re.compile(r"[\s-]")
_LONGEST_FIGURE: Final = 24
"""Characters of the longest figure that is an amount; what is longer is a code."""

_NUMBERED: Final = frozenset(
    """act appendix article band bill channel chapter clause class day figure flat form gate grade group junction key
    level line no number order page paragraph part phase platform point question radio regulation resolution room
    route rule schedule section sections stage step table tier type unit version war ward week year zone""".split()
)
"""What a number after it names: "Channel 4", "section 106", "Year 6"."""

_PLAIN_NUMBERED: Final = frozenset(
    "section article clause chapter page paragraph junction platform grade type flat room".split()
)
"""Those of them that are so in lower case too."""

_DIALLED: Final = frozenset({"dial", "dialled", "dialling", "ring", "rang", "phone", "phoned"})
"""Words before a number that somebody is called by."""

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
    """Whether a figure is a part of a name ("Covid-19", "M25", "Channel 4"), a time, a date, a score or a code."""
    token = tokens[at]
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    hung = before[-1:] == "-" and at > 0 and tokens[at - 1].text[-1].isalpha() and not has_digit(tokens[at - 1])
    if before[-1:].isalpha() or (hung and tokens[at - 1].end == token.start - 1):
        return True
    if (after[:1] in {":", "/"} and after[1:].isdigit()) or (before[-1:] in {":", "/"} and before[:1].isdigit()):
        return True
    bare = token.lower.lstrip("£$€")
    if len(bare) > _LONGEST_FIGURE or (len(bare) > 1 and bare[0] == "0" and bare[1].isdigit()):
        return True
    if not token.lower.isdigit() or at == 0:
        return False
    return _is_called(tokens, at) or (text[tokens[at - 1].end : token.start] == " " and _names(tokens, at))


def _is_called(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain figure is a telephone number, an hour, a day of a month or the second half of a score."""
    before, follows = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if before.lower in _DIALLED or (before.lower[0] == "0" and before.lower.isdigit()):
        return True
    if follows and (follows.lower == "o'clock" or (follows.capital and follows.lower in MONTHS)):
        return True
    score = before.lower.isdigit() and before.end + 1 == tokens[at].start
    return score and at > 1 and _names(tokens, at - 1)


def has_digit(token: Token) -> bool:
    """Whether a token is a figure, with or without a currency sign."""
    return token.lower[0].isdigit() or (not token.lower[0].isalpha()) or "$" in token.lower


def _names(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before a number makes a name with it: "Section 106", "the Boeing 747 landed"."""
    before = tokens[at - 1]
    if before.lower in _NUMBERED:
        return before.capital or before.lower in _PLAIN_NUMBERED
    if before.text in CODES or at == 1 or not before.capital or before.lower in MONTHS or not before.text.isalpha():
        return False
    if at + 1 == len(tokens):
        return before.text.isupper()
    return at + 1 < len(tokens) and not counts_noun(tokens, at + 1) and not _read_scale(tokens, at + 1)


def _read_scale(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    return word in load_lexicon().numerals.scales or read_unit(tokens, at) is not None


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
    glued = read_suffix(suffix) if suffix and suffix not in scales else None
    if suffix and suffix not in scales and glued is None:
        return None
    plain = figure["digits"].replace(",", "")
    digits = len(plain.replace(".", "").lstrip("0") if "." in plain else plain.strip("0")) or 1
    scale, end = scales.get(suffix, 1), at + 1
    while (
        end < len(tokens) and tokens[end].lower in scales and _STEP.match(text[tokens[end - 1].end : tokens[end].start])
    ):
        scale *= scales[tokens[end].lower]
        end += 1
    code = tokens[at - 1].text if at and tokens[at - 1].text in CODES else ""
    unit = SIGNS.get((figure["sign"] or "").upper(), code) or (glued.name if glued else "")
    value = Decimal(plain) * scale * (glued.factor if glued else 1)
    sign = -1 if (unit and _has_minus(text, tokens[at].start)) or _is_minus(tokens, at) else 1
    number = Number(sign * value, end, unit, scale, digits, figure=True)
    return with_written_unit(tokens, with_half(text, tokens, number))


def _is_minus(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower == "minus"


def _has_minus(text: str, start: int) -> bool:
    return text[start - 1 : start] == "-" and (start == 1 or text[start - 2] in " (")


def with_written_unit(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the unit that is written behind it: "per cent", "pounds", "miles"."""
    unit = None if number.unit else read_unit(tokens, number.end)
    if unit is None:
        return number
    return replace(number, value=number.value * unit.factor, unit=unit.name, end=unit.end)


def with_half(text: str, tokens: Sequence[Token], number: Number) -> Number:
    """The number with the half, and the scale word, that follow it: "two and a half million"."""
    end = number.end
    if [token.lower for token in tokens[end : end + 3]] != ["and", "a", "half"] or number.unit or number.scale > 1:
        return number
    number = replace(number, value=number.value + Decimal("0.5"), end=end + 3, digits=number.digits + 1)
    scale = load_lexicon().numerals.scales.get(tokens[end + 3].lower, 0) if end + 3 < len(tokens) else 0
    if not scale or not _GLUE.match(text, tokens[end + 2].end) or len(tokens[end + 3].text) < 3:  # noqa: PLR2004 - no "m"
        return number
    return replace(number, value=number.value * scale, scale=scale, end=end + 4)


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
    if tokens[at].lower == "one" and [token.lower for token in tokens[at + 1 : at + 4]] == ["and", "a", "half"]:
        total, current, end = 0, 1, at + 1
    if end == at or total + current == 0 or _follows_name(tokens, at):
        return None
    value = total + current
    scale = max((scale for scale in _GREAT if value and value % scale == 0), default=1)
    number = Number(Decimal(value), end, scale=scale, digits=len(str(value).rstrip("0")) or 1)
    return with_written_unit(tokens, with_half(text, tokens, number))


_GREAT: Final = (1_000, 1_000_000, 1_000_000_000)
"""What a scale word of a range multiplies by: "five to six million"."""


def _follows_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number word names a war or an hour: "World War Two", "half past nine"."""
    return at > 0 and (tokens[at - 1].lower == "past" or (tokens[at - 1].lower == "war" and tokens[at].capital))


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
