"""Shares and bounds in words: "a third of", "half a million", "more than", "in the region of"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import load_lexicon
from factcheck.reading.numbers import Number, with_written_unit
from factcheck.reading.units import PERCENT, read_unit
from factcheck.values import Bound, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text import Token

_PERIODS: Final = frozenset({"year", "month", "season", "decade", "centuri", "hour", "match", "game", "mile"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_YEAR: Final = re.compile(r"(?:1[5-9]|20|21)\d\d\Z")
_HUNDRED: Final = Decimal(100)


def read_share(text: str, tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """“Half of”, “a third of” as percent; “half a million”, “a quarter of a million” as the number that they are."""
    found = next(iter(load_lexicon().numerals.fractions.find(tokens[at : at + 2])), None)
    if found is None or found[0] != 0:
        return None
    end, percent = at + found[1], Decimal(found[2])
    part = _part_of_unit(text, tokens, at, end, percent)
    if part is not None:
        return part
    after = [token.lower for token in tokens[end : end + 3]]
    begin = 1 if after[:1] == ["of"] else 0
    scale = load_lexicon().numerals.scales.get(after[begin + 1], 0) if len(after) > begin + 1 else 0
    if scale and after[begin] == "a":
        value = (percent * scale / _HUNDRED).quantize(Decimal(1))
        number = with_written_unit(tokens, Number(value, end + begin + 2, digits=2))
        bound = find_bound(text, tokens, at)
        worth = number.value
        return Quantity(low=worth, high=worth, unit=number.unit, digits=2, bound=bound), number.end
    if not _is_share(tokens, at, end):
        return None
    return Quantity(low=percent, high=percent, unit=PERCENT, digits=2, bound=find_bound(text, tokens, at)), end


def _part_of_unit(
    text: str, tokens: Sequence[Token], at: int, end: int, percent: Decimal
) -> tuple[Quantity, int] | None:
    """“Half an hour”, “a quarter of a mile”, “half a percentage point”: a part of one unit."""
    begin = end + 1 if end < len(tokens) and tokens[end].lower == "of" else end
    if begin + 1 >= len(tokens) or tokens[begin].lower not in {"a", "an"}:
        return None
    named = read_unit(tokens, begin + 1)
    follows = tokens[begin + 1]
    time = follows.stem if follows.stem in _CLOCK else ""
    if named is None and not time:
        return None
    value = percent / _HUNDRED * (named.factor if named else 1)
    unit = named.name if named else time
    quantity = Quantity(
        low=value, high=value, unit=unit, digits=2, bound=find_bound(text, tokens, at), counted=bool(time)
    )
    return quantity, named.end if named else begin + 2


_BY_REACH: Final = 5
"""Words before a share among which the "by" of a change stands: "by at least more than a"."""

_CLOCK: Final = frozenset({"hour", "minut", "second"})
"""Times that are had by halves; half a year or a day is mostly no stated length."""


def _is_share(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether it is “half of” or “a third of”; an ordinal (“the third report”, “the first quarter of”) is no share."""
    after = [token for token in tokens[end : end + 3] if token.lower not in _ARTICLES][:2]
    before = tokens[at - 1].lower if at else ""
    follows = after[0].lower if after else ""
    if follows == "of" and len(after) > 1:
        thing = after[1]
        if thing.stem in _PERIODS or _YEAR.match(thing.lower) or (thing.capital and thing.lower in MONTHS):
            return False
    if "by" in {token.lower for token in tokens[max(0, at - _BY_REACH) : at]}:
        return before in {"a", "one", "by", "than", "nearly", "almost", "about", "over", "around", "least"}
    if tokens[at].lower == "half":
        ordered = before in load_lexicon().numerals.ordinals or before in {"last", "latter", "final"}
        plain = end < len(tokens) and tokens[end].lower in {"the", "its", "their", "our", "his", "her", "all"}
        return not ordered and (follows == "of" or plain)
    if end - at > 1:
        return follows == "of"
    return (before in {"a", "one", ""} and follows == "of") or (before in {"a", "one"} and not follows)


def find_bound(text: str, tokens: Sequence[Token], at: int) -> Bound:
    """The bound that the words just before the figure set: "more than", "around", "up to a"."""
    end = at - 1 if at and tokens[at - 1].lower in _ARTICLES else at
    if text[tokens[at].start - 1 : tokens[at].start] == "~":
        return Bound.ABOUT
    begin = max(0, end - _LONGEST_BOUND)
    for first, last, name in load_lexicon().numerals.bounds.find(tokens[begin:end]):
        if begin + last == end and first < last and not _is_particle(tokens, begin + first):
            return Bound(name)
    return Bound.EXACT


_LONGEST_BOUND: Final = 4
"""Words of the longest phrase that sets a bound: "in the region of"."""

_HANDED: Final = frozenset(
    "handed hand took taken take turned turn passed pass put made carried gave given start left".split()
)


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "over" belongs to the verb before it: "handed over six hundred pounds"."""
    return at > 0 and tokens[at].lower == "over" and tokens[at - 1].lower in _HANDED
