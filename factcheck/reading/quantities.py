"""Quantities in text: value, unit, bound, and what they are an amount of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import QuantityMention
from factcheck.values import Bound, Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Term
    from factcheck.text import Token

_CURRENCIES: Final = {"£": "GBP", "$": "USD", "€": "EUR"}
_CURRENCY_WORDS: Final = {"pound": "GBP", "dollar": "USD", "euro": "EUR"}
_FIGURE: Final = re.compile(r"(?P<sign>[£$€])?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<suffix>%|[a-z]+)?\Z")
_ORDINAL_SUFFIX: Final = frozenset({"st", "nd", "rd", "th", "s"})
_TIME_UNITS: Final = frozenset({"year", "month", "week", "day", "hour", "minut", "second", "am", "pm"})
_STEP: Final = re.compile(r"\s?[-]?\s?\Z")
_OF_SO_MANY: Final = re.compile(r"of(?: (?:the|all|its|their|our|his|her|these|those))?(?: [\d,]+)?|(?:of )?[\d,]+")
"""What may stand between a figure and the noun that it counts: "74 per cent of the 999 calls"."""

MEASURE_REACH: Final = 8
"""Tokens on either side of a figure within which the words for its measure are looked for: a clause's length."""


def find_quantities(
    text: str, tokens: Sequence[Token], terms: Sequence[Term], taken: Sequence[Span]
) -> list[QuantityMention]:
    """Find the quantities of a sentence that are no dates (`taken` holds the spans of those), in order.

    Money, percentages, fractions and counted things ("300 officers", "twelve deaths"). The measure is the
    keys of the content words around the figure in its clause, the counted or governing noun first.
    """
    found: list[QuantityMention] = []
    at = 1 if _is_number_of_paragraph(tokens) else 0
    while at < len(tokens):
        value = _read_value(text, tokens, at)
        if value is None or any(Span(tokens[at].start, tokens[value[1] - 1].end).overlaps(span) for span in taken):
            at += 1
            continue
        quantity, end = value
        span = Span(tokens[at].start, tokens[end - 1].end)
        measure, modifiers = _measure(text, tokens, (at, end), terms)
        named = _with_unit(quantity, measure, tokens, end)
        if named is not None:
            found.append(QuantityMention(span=span, quantity=named, measure=measure, modifiers=modifiers))
        at = max(end, at + 1)
    return found


def _is_number_of_paragraph(tokens: Sequence[Token]) -> bool:
    """Whether the sentence begins with the number of its paragraph: "2.3 41 officers left", "5.1 The panel met"."""
    if len(tokens) < 2 or not tokens[0].lower.replace(".", "").isdigit():  # noqa: PLR2004 - a number and what it numbers
        return False
    return tokens[1].capital or tokens[1].lower[0].isdigit()


def _is_part_of_name(text: str, token: Token) -> bool:
    """Whether a figure hangs on a word by a hyphen, as in "Covid-19"."""
    return token.start > 1 and text[token.start - 1] == "-" and text[token.start - 2].isalpha()


def _read_value(text: str, tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The quantity that begins at token `at` and the token after it; its unit is "" where none is written."""
    figure = None if _is_part_of_name(text, tokens[at]) else _FIGURE.match(tokens[at].lower)
    if figure and figure["suffix"] not in _ORDINAL_SUFFIX:
        return _figure(text, tokens, at, figure)
    fraction = next(iter(load_lexicon().numerals.fractions.find(tokens[at : at + 2])), None)
    if fraction and fraction[0] == 0 and _is_fraction(tokens, at, fraction[1]):
        percent = Decimal(fraction[2])
        return Quantity(low=percent, high=percent, unit="percent", digits=2, bound=_bound(tokens, at)), at + fraction[1]
    return _number_words(tokens, at)


def _is_fraction(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Whether it is “half of” or “a third of”; an ordinal (“the third report”) is no fraction."""
    after = tokens[at + length].lower if at + length < len(tokens) else ""
    before = tokens[at - 1].lower if at else ""
    return (
        after == "of"
        or (tokens[at].lower == "half" and after in {"the", "its", "their", "our", "his", "her", "all"})
        or (before in {"a", "one"} and after in {"of", ""})
    )


def _figure(text: str, tokens: Sequence[Token], at: int, figure: re.Match[str]) -> tuple[Quantity, int] | None:
    scales = load_lexicon().numerals.scales
    value, end = Decimal(figure["digits"].replace(",", "")), at + 1
    digits = len(figure["digits"].replace(",", "").replace(".", "").lstrip("0"))
    if "." not in figure["digits"]:
        digits = len(figure["digits"].replace(",", "").rstrip("0").lstrip("0")) or 1
    suffix = figure["suffix"] or ""
    unit = _CURRENCIES.get(figure["sign"] or "", "percent" if suffix == "%" else "")
    if suffix in scales:
        value *= scales[suffix]
    elif suffix not in {"", "%"}:
        return None
    while (
        end < len(tokens) and tokens[end].lower in scales and _STEP.match(text[tokens[end - 1].end : tokens[end].start])
    ):
        value *= scales[tokens[end].lower]
        end += 1
    unit, end = _written_unit(tokens, unit, end)
    return Quantity(low=value, high=value, unit=unit, bound=_bound(tokens, at), digits=digits), end


def _written_unit(tokens: Sequence[Token], unit: str, end: int) -> tuple[str, int]:
    if unit or end >= len(tokens):
        return unit, end
    if tokens[end].lower in {"percent", "pc"}:
        return "percent", end + 1
    if tokens[end].lower == "per" and end + 1 < len(tokens) and tokens[end + 1].lower == "cent":
        return "percent", end + 2
    if tokens[end].stem in _CURRENCY_WORDS:
        return _CURRENCY_WORDS[tokens[end].stem], end + 1
    return "", end


def _number_words(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    numerals = load_lexicon().numerals
    total, end, scaled = 0, at, False
    while end < len(tokens):
        word = tokens[end].lower
        if word in numerals.units and word != "one":
            total += numerals.units[word]
        elif word in numerals.scales and word.isalpha() and len(word) > 2 and end > at:  # noqa: PLR2004 - "k", "bn" need digits
            total, scaled = total * numerals.scales[word], True
        else:
            break
        end += 1
    if end == at or (total == 0 and not scaled):
        return None
    unit, end = _written_unit(tokens, "", end)
    value = Decimal(total)
    return Quantity(
        low=value, high=value, unit=unit, bound=_bound(tokens, at), digits=len(str(total).rstrip("0")) or 1
    ), end


def _bound(tokens: Sequence[Token], at: int) -> Bound:
    """The bound that the words just before the figure set: "more than", "around", "up to a"."""
    end = at - 1 if at and tokens[at - 1].lower in {"a", "an", "the"} else at
    for first, last, name in load_lexicon().numerals.bounds.find(tokens[max(0, end - 3) : end]):
        if max(0, end - 3) + last == end and first < last:
            return Bound(name)
    return Bound.EXACT


def _measure(
    text: str, tokens: Sequence[Token], figure: tuple[int, int], terms: Sequence[Term]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the measure's words, its head first, and those that stand right at the head.

    "£12m budget gap in the plan": the noun phrase after the figure, its last noun the head, then what follows.
    "Cuts totalling £12m", "the gap was £12m": the words before it, the nearest first.
    """
    at, end = figure
    right, left = _clause_end(text, tokens, end), _clause_start(text, tokens, at)
    nouns = [term for term in terms if term.key not in load_lexicon().measure_verbs]
    after = [term for term in nouns if tokens[end - 1].end <= term.span.start and term.span.end <= right]
    before = [term for term in nouns if left <= term.span.start and term.span.end <= tokens[at].start]
    phrase = _phrase(text, tokens[end - 1].end, after)
    rest = [term.key for term in after[len(phrase) :]]
    back = [term.key for term in reversed(before)]
    if phrase:
        return tuple(dict.fromkeys([*reversed(phrase), *rest, *back])), tuple(phrase[:-1])
    return tuple(dict.fromkeys([*back, *rest])), tuple(_at_head(text, before))


def _at_head(text: str, before: Sequence[Term]) -> list[str]:
    """The keys of the words that stand without a break before the last of `before`."""
    keys: list[str] = []
    for nearer, farther in zip(reversed(before), reversed(before[:-1]), strict=False):
        if text[farther.span.end : nearer.span.start].strip(" -'s’") or farther.surface.endswith("s"):
            break  # a word in -s before a noun is its verb ("requires savings") more often than its modifier
        keys.append(farther.key)
    return keys


def _phrase(text: str, begin: int, after: Sequence[Term]) -> list[str]:
    """The keys of the words that follow the figure without a break: the noun phrase that it counts."""
    keys: list[str] = []
    for term in after:
        gap = text[begin : term.span.start].strip(" -")
        if gap and (keys or not _OF_SO_MANY.fullmatch(gap)):
            break
        keys.append(term.key)
        begin = term.span.end
    return keys


def _clause_end(text: str, tokens: Sequence[Token], end: int) -> int:
    stop = end
    while stop < min(len(tokens), end + MEASURE_REACH):
        if stop > end - 1 and stop and _parts(text[tokens[stop - 1].end : tokens[stop].start]):
            break
        stop += 1
    return tokens[stop - 1].end if stop > end else tokens[end - 1].end


def _clause_start(text: str, tokens: Sequence[Token], at: int) -> int:
    start = at
    while start > max(0, at - MEASURE_REACH) and not _parts(text[tokens[start - 1].end : tokens[start].start]):
        start -= 1
    return tokens[start].start


def _parts(gap: str) -> bool:
    return any(mark in gap for mark in ",;:.()!?\n") or " - " in gap or "–" in gap or "—" in gap


def _with_unit(quantity: Quantity, measure: tuple[str, ...], tokens: Sequence[Token], end: int) -> Quantity | None:
    """A bare figure counts the noun that follows it; without one it is no quantity."""
    if quantity.unit:
        return quantity
    follows = tokens[end] if end < len(tokens) else None
    if follows is not None and follows.stem in _TIME_UNITS:
        unit = follows.stem
    elif measure:
        unit = measure[0]
    else:
        return None
    return Quantity(
        low=quantity.low,
        high=quantity.high,
        unit=unit,
        bound=quantity.bound,
        digits=quantity.digits,
        counted=True,
    )
