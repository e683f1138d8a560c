"""Quantities in text: value, unit, bound, and what they are an amount of."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.model import QuantityMention
from factcheck.reading.loose import LEAST, read_loose
from factcheck.reading.measures import Figure, find_measure
from factcheck.reading.numbers import Number, counts_noun, read_number
from factcheck.reading.shares import find_bound, read_share
from factcheck.values import Bound, Quantity, Span, Taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Term
    from factcheck.text import Token

_TIME_UNITS: Final = frozenset({"year", "month", "week", "day", "hour", "minut", "second", "am", "pm"})
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|s)\Z")
_AFTER: Final = {
    ("or", "more"): Bound.AT_LEAST,
    ("or", "over"): Bound.AT_LEAST,
    ("or", "above"): Bound.AT_LEAST,
    ("and", "over"): Bound.AT_LEAST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "under"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT,
    ("or", "thereabouts"): Bound.ABOUT,
    ("give", "or"): Bound.ABOUT,
}
_HUNG: Final = {"plus": Bound.AT_LEAST, "ish": Bound.ABOUT, "odd": Bound.ABOUT}
"""What is hung on a figure by a hyphen: "£10,000-plus", "fifty-ish"."""
"""Words after a figure that set its bound."""

_MOST_OF_RATIO: Final = 10
"""Up to this the second number of "three in four" makes a share; "12 in 40 schools" are twelve somewhere."""

_HUNDRED: Final = Decimal(100)


def find_quantities(
    text: str, tokens: Sequence[Token], terms: Sequence[Term], taken: Sequence[Span]
) -> list[QuantityMention]:
    """Find the quantities of a sentence that are no dates (`taken` holds the spans of those), in order.

    Money, percentages, shares, ranges and counted things ("300 officers", "twelve deaths"). The measure is the
    keys of the content words around the figure in its clause, the counted or governing noun first.
    """
    found: list[QuantityMention] = []
    starts = _find_starts(tokens)
    if not starts:
        return found
    free = Taken(taken)
    end = 1 if _is_number_of_paragraph(tokens) else 0
    for at in starts:
        if at < end:
            continue  # a part of the amount before
        quantity, end = _read_loose(text, tokens, at, free) or _read_value(text, tokens, at, free) or (None, at + 1)
        if quantity is None:
            continue
        span = Span(tokens[at].start - (quantity.low < 0), tokens[end - 1].end)
        measure, modifiers = find_measure(Figure(text, tokens, at, end, amount=bool(quantity.unit)), terms)
        named = _with_unit(quantity, measure, tokens, end)
        if named is not None:
            if named.unit in _TIME_UNITS:  # what lasted, and not the minutes
                measure = tuple(key for key in measure if key != named.unit) or measure
            found.append(QuantityMention(span=span, quantity=named, measure=measure, modifiers=modifiers))
    return found


@kept_with_lexicon
@lru_cache(maxsize=1)
def _starters() -> frozenset[str]:
    """The words that an amount may begin with, but for figures and articles."""
    numerals = load_lexicon().numerals
    return frozenset({*numerals.units, *numerals.scales, *numerals.fractions.first_words, *LEAST, "one"})


def _find_starts(tokens: Sequence[Token]) -> list[int]:
    """The places at which an amount may begin: most words begin none, and are told by a look-up."""
    starters = _starters()
    return [
        place
        for place, token in enumerate(tokens)
        if token.lower in starters
        or not token.lower[0].isalpha()
        or (token.lower in _ARTICLE and _follows_article(tokens, place))
        or "$" in token.text
    ]


_ARTICLE: Final = frozenset({"a", "an"})


def _follows_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows an article makes it the beginning of an amount: "a hundred", "a couple", "a year and"."""
    after = [token.lower for token in tokens[at + 1 : at + 3]]
    return bool(after) and (after[0] == "couple" or after[0] in _starters() or after[-1] == "and")


def _is_number_of_paragraph(tokens: Sequence[Token]) -> bool:
    """Whether the sentence begins with the number of its paragraph: "2.3 41 officers left", "5.1 The panel met"."""
    if len(tokens) < 2 or not tokens[0].lower.replace(".", "").isdigit():  # noqa: PLR2004 - a number and what it numbers
        return False
    return tokens[1].capital or tokens[1].lower[0].isdigit()


def _read_loose(text: str, tokens: Sequence[Token], at: int, free: Taken) -> tuple[Quantity, int] | None:
    """An amount without a figure, where no date has it: "over the past couple of years"."""
    found = read_loose(text, tokens, at)
    return found if found and not free.overlaps(Span(tokens[at].start, tokens[found[1] - 1].end)) else None


def _read_value(text: str, tokens: Sequence[Token], at: int, free: Taken) -> tuple[Quantity | None, int] | None:
    """The quantity that begins at token `at`, None for a score, and the token after it; None where none begins."""
    share = read_share(text, tokens, at)
    alone = read_number(text, tokens, at) if share is None else None
    first = alone or Number(Decimal(1), at + 1)
    end = share[1] if share else first.end
    if not (share or alone or tokens[at].lower == "one") or _is_ranked(tokens, at):
        return None
    if free.overlaps(Span(tokens[at].start, tokens[end - 1].end)):
        return None
    if share:
        return share
    last = _second(text, tokens, at, first, free)
    if last is not None and (alone or tokens[end].lower in {"in", "out"}):
        return _pair(text, tokens, at, first, last)
    return _single(text, tokens, at, first) if alone else None


def _is_ranked(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number only says among how many somebody comes: "third of four"."""
    rank = tokens[at - 2].lower if at > 1 and tokens[at - 1].lower == "of" else ""
    return rank in load_lexicon().numerals.ordinals and (at < 3 or tokens[at - 3].lower not in {"a", "one"})  # noqa: PLR2004 - "a third of"


def _single(text: str, tokens: Sequence[Token], at: int, first: Number) -> tuple[Quantity, int]:
    end = first.end
    quantity = _quantity(first, first, find_bound(text, tokens, at))
    for place in (end, end + 1):  # "52 or fewer", "52 passengers or fewer"
        bound = _AFTER.get((tokens[place].lower, tokens[place + 1].lower)) if place + 1 < len(tokens) else None
        if bound is not None:
            return replace(quantity, bound=bound), end + 2 if place == end else end
    if end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] == "-" and tokens[end].lower in _HUNG:
        return replace(quantity, bound=_HUNG[tokens[end].lower]), end + 1
    plus = text[tokens[end - 1].end : tokens[end - 1].end + 1] == "+"
    return (replace(quantity, bound=Bound.AT_LEAST) if plus else quantity), end


def _quantity(first: Number, last: Number, bound: Bound) -> Quantity:
    return Quantity(
        low=first.value, high=last.value, unit=last.unit, bound=bound, digits=max(first.digits, last.digits)
    )


# --- two numbers that belong together --------------------------------------------------------------


def _second(text: str, tokens: Sequence[Token], at: int, first: Number, free: Taken) -> Number | None:
    """The number that a hyphen, "to", "and" or "in" ties to the one before, None where they are two figures."""
    begin = first.end
    if begin >= len(tokens):
        return None
    gap = text[tokens[begin - 1].end : tokens[begin].start]
    link = (
        "-"
        if gap == "-" or (gap == " - " and first.unit not in {"", "percent"})
        else tokens[begin].lower
        if gap == " "
        else ""
    )
    place = {"-": begin, "to": begin + 1, "and": begin + 1, "in": begin + 1, "out": begin + 2}.get(link, len(tokens))
    if link == "in" and place < len(tokens) and tokens[place].lower == "every":
        place += 1
    if place >= len(tokens) or not _ties(tokens, at, link):
        return None
    last = read_number(text, tokens, place)
    if last is None and link == "-" and (glued := tokens[place].lower)[:1].isdigit() and not _ORDINAL.match(glued):
        return None
    if last is None or free.overlaps(Span(tokens[place].start, tokens[last.end - 1].end)):
        return None
    if link in {"in", "out"}:
        return last if _is_ratio(tokens, first, last) else None
    if first.unit and last.unit and first.unit != last.unit:
        return None
    return last if link == "-" or _scaled(first, last).value < last.value else None


def _ties(tokens: Sequence[Token], at: int, link: str) -> bool:
    """Whether the words before two numbers let them be a range: "from 3 to 5" and "rose 3 to 5" tell of a change."""
    before = [token.lower for token in tokens[max(0, at - 3) : at]]
    if link == "and":
        return "between" in before
    if link != "to":
        return True
    words = load_lexicon().concept_words
    changes = {"from", "up", "down", *words.get("@rise", ()), *words.get("@fall", ())}
    if before[-2:] and before[-1] == "up" and before[-2] in {"make", "makes", "made", "making"}:
        return True
    return not any(token.lower in changes or token.stem in changes for token in tokens[max(0, at - 1) : at])


def _is_ratio(tokens: Sequence[Token], first: Number, last: Number) -> bool:
    """Whether "one in five" is a share: the first is less, and nothing says that the second counts days."""
    follows = tokens[last.end].stem if last.end < len(tokens) else ""
    plain = not first.unit and not last.unit and 0 < first.value < last.value
    small = first.value == 1 or last.value <= _MOST_OF_RATIO or last.value == _HUNDRED
    return plain and small and follows not in _TIME_UNITS


def _pair(text: str, tokens: Sequence[Token], at: int, first: Number, last: Number) -> tuple[Quantity | None, int]:
    """The range or share of two numbers; none where a hyphen parts two plain figures that count nothing: a score."""
    link = tokens[first.end].lower
    if link in {"in", "out"}:
        share = (first.value / last.value * _HUNDRED).quantize(Decimal("0.1"))
        return Quantity(low=share, high=share, unit="percent", digits=2, bound=find_bound(text, tokens, at)), last.end
    first = _scaled(first, last)
    if link not in {"to", "and"}:
        plain = not first.unit and not last.unit and last.scale == 1
        if first.value >= last.value or (plain and not _is_counted(text, tokens, last.end)):
            return None, last.end
    both = replace(last, unit=last.unit or first.unit)
    return _quantity(first, both, find_bound(text, tokens, at)), last.end


def _is_counted(text: str, tokens: Sequence[Token], end: int) -> bool:
    near = end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] in {" ", "-"}
    return near and (counts_noun(tokens, end) or tokens[end].stem in _TIME_UNITS)


def _scaled(first: Number, last: Number) -> Number:
    """The first end of a range with the scale word that only the last end has: "£10-12m"."""
    if first.scale == 1 and last.scale > 1 and first.value * last.scale <= last.value:
        return replace(first, value=first.value * last.scale)
    return first


def _with_unit(quantity: Quantity, measure: tuple[str, ...], tokens: Sequence[Token], end: int) -> Quantity | None:
    """A bare figure counts the noun that follows it; without one it is no quantity."""
    if quantity.unit:
        return quantity
    follows = tokens[end] if end < len(tokens) else None
    if follows is not None and follows.stem in _TIME_UNITS:
        return replace(quantity, unit=follows.stem, counted=True)
    return replace(quantity, unit=measure[0], counted=True) if measure else None
