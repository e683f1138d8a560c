"""Two quantities held against each other, in one line of arithmetic."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.values import QuantityRelation, compare_quantities, find_reach, in_one_unit

if TYPE_CHECKING:
    from factcheck.values import Quantity


def reckon(ours: Quantity, theirs: Quantity) -> str:
    """Return how the passage's quantity stands to the claim's: the figures in one unit, and by how much they differ.

    What a claim allows by its bounds and its rounding is told where that decides.

    >>> from factcheck.values import Bound, Quantity
    >>> claim = Quantity(low=Decimal(40_000_000), high=Decimal(40_000_000), unit="GBP", digits=2)
    >>> reckon(claim, Quantity(low=Decimal(49_000_000), high=Decimal(49_000_000), unit="GBP", digits=2))
    '40 ≠ 49 million, 22.5 % more'
    >>> reckon(claim, Quantity(low=Decimal(40_200_000), high=Decimal(40_200_000), unit="GBP", digits=3))
    '40.2 million is within 39.5 to 40.5 million'
    >>> least = Quantity(low=Decimal(4), high=Decimal(4), unit="year", bound=Bound.AT_LEAST)
    >>> reckon(least, Quantity(low=Decimal(3), high=Decimal(3), unit="year", counted=True))
    '4 or more ≠ 3, 25 % less'
    """
    relation = compare_quantities(ours, theirs)
    ours, theirs = in_one_unit(ours, theirs)
    if relation is QuantityRelation.INCOMPARABLE:
        return "the units differ"
    scale = _choose_scale(ours, theirs)
    mine, other = _write(ours, scale, ""), _write(theirs, scale, scale.word)
    if relation is QuantityRelation.DIFFERENT:
        return f"{mine} ≠ {other}{_tell_gap(ours, theirs)}"
    if relation is QuantityRelation.EQUAL:
        return f"{mine} = {other}"
    if relation is QuantityRelation.COMPATIBLE:
        return f"{_write_reach(ours, scale)} and {_write_reach(theirs, scale)} leave room for both"
    return f"{other} is {'within ' if _is_bounded(ours) else ''}{_write_reach(ours, scale)}"


class _Scale(NamedTuple):
    """What figures are counted in, and its word."""

    size: Decimal
    word: str


_ONE: Final = Decimal(1)
_SCALES: Final = (
    _Scale(Decimal(10**12), " trillion"),
    _Scale(Decimal(10**9), " billion"),
    _Scale(Decimal(10**6), " million"),
)
"""What figures are written in where all of them reach it; thousands are written out."""

_PERCENT: Final = "percent"
_HUNDRED: Final = Decimal(100)
_TENTH: Final = Decimal("0.1")
_PLACES: Final = Decimal("0.0001")
_WRITTEN_OUT: Final = Decimal(10**15)
"""The least figure that is written with a power of ten, since nobody counts its noughts."""

_TIMES: Final = 10
"""From how many times as much on a difference is told so, and not in percent."""


def _choose_scale(*quantities: Quantity) -> _Scale:
    """The largest scale that all figures but nought reach and that keeps them apart; one where there is none."""
    if quantities[0].unit == _PERCENT:
        return _Scale(_ONE, " %")
    figures = {abs(figure) for one in quantities for figure in (one.low, one.high) if figure}
    for scale in _SCALES:
        written = {_figure(figure, scale) for figure in figures}
        if figures and min(figures) >= scale.size and len(written) == len(figures):
            return scale
    return _Scale(_ONE, "")


def _is_bounded(quantity: Quantity) -> bool:
    return all(end.is_finite() for end in find_reach(quantity))


def _write(quantity: Quantity, scale: _Scale, word: str) -> str:
    """A quantity as it is meant: a figure, a range, or what it sets a bound to."""
    low, high = find_reach(quantity)
    if high.is_infinite():
        return f"{_figure(quantity.low, scale)}{word} or more"
    if low.is_infinite():
        return f"{_figure(quantity.high, scale)}{word} or less"
    first, last = _figure(quantity.low, scale), _figure(quantity.high, scale)
    return f"{last}{word}" if quantity.low == quantity.high else f"{first} to {last}{word}"


def _write_reach(quantity: Quantity, scale: _Scale) -> str:
    """All that a quantity allows."""
    if not _is_bounded(quantity):
        return _write(quantity, scale, scale.word)
    low, high = (_figure(end, scale) for end in find_reach(quantity))
    return f"{high}{scale.word}" if low == high else f"{low} to {high}{scale.word}"


def _figure(figure: Decimal, scale: _Scale) -> str:
    """A figure to four places, with commas between thousands and no noughts behind."""
    value = figure / scale.size
    if abs(value) >= _WRITTEN_OUT or (value and abs(value) < _PLACES):
        return f"{value.normalize():.3g}"
    written = f"{value.quantize(_PLACES):,f}"
    return written.rstrip("0").rstrip(".")


def _tell_gap(ours: Quantity, theirs: Quantity) -> str:
    """By how much the passage's figure is more or less: in points of percent, "" where there is no one difference."""
    mine, other = ours.low, theirs.low
    plain = _Scale(_ONE, "")
    if mine != ours.high or other != theirs.high or mine <= 0 or other < 0:
        return ""
    if ours.unit == _PERCENT:
        points = _figure(abs(other - mine), plain)
        return f", {points} percentage {'point' if points == '1' else 'points'} {_more(mine, other)}"
    if other >= mine * _TIMES:
        return f", {_figure(Decimal(round(other / mine)), plain)} times as much"
    share = (abs(other - mine) / mine * _HUNDRED).quantize(_TENTH)
    return f", {_figure(share, plain) if share else 'less than 0.1'} % {_more(mine, other)}"


def _more(mine: Decimal, other: Decimal) -> str:
    return "more" if other > mine else "less"
