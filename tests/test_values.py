"""Spans, periods and quantities: how they compare."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import (
    Bound,
    DateRange,
    PeriodRelation,
    Quantity,
    QuantityRelation,
    Span,
    compare_periods,
    compare_quantities,
)

INVERSE = {
    PeriodRelation.EQUAL: PeriodRelation.EQUAL,
    PeriodRelation.WITHIN: PeriodRelation.CONTAINS,
    PeriodRelation.CONTAINS: PeriodRelation.WITHIN,
    PeriodRelation.OVERLAPS: PeriodRelation.OVERLAPS,
    PeriodRelation.BEFORE: PeriodRelation.AFTER,
    PeriodRelation.AFTER: PeriodRelation.BEFORE,
    PeriodRelation.UNKNOWN: PeriodRelation.UNKNOWN,
}

_days = st.dates(date(1990, 1, 1), date(1991, 12, 31))
_ends = st.none() | _days


@st.composite
def _ordered(draw: st.DrawFn) -> DateRange:
    first, last = draw(_ends), draw(_ends)
    if first and last and first > last:
        first, last = last, first
    return DateRange(first=first, last=last, approximate=draw(st.booleans()))


periods = _ordered()

amounts = st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=2)


@st.composite
def _quantity(draw: st.DrawFn) -> Quantity:
    low, high = sorted([draw(amounts), draw(amounts)]) if draw(st.booleans()) else [draw(amounts)] * 2
    return Quantity(
        low=low,
        high=high,
        unit=draw(st.sampled_from(["GBP", "percent", "offic"])),
        bound=draw(st.sampled_from(list(Bound))),
        digits=draw(st.integers(1, 9)),
        counted=draw(st.booleans()),
    )


quantities = _quantity()


def _days_of(period: DateRange) -> set[int]:
    first, last = period.first or date(1989, 1, 1), period.last or date(1992, 12, 31)
    return set(range(first.toordinal(), last.toordinal() + 1))


# --- spans ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "contains", "overlaps"),
    [
        (Span(2, 5), True, True),
        (Span(3, 4), True, True),
        (Span(1, 3), False, True),
        (Span(4, 6), False, True),
        (Span(0, 2), False, False),
        (Span(5, 6), False, False),
        (Span(0, 9), False, True),
    ],
)
def test_spans_hold_and_meet(other: Span, *, contains: bool, overlaps: bool) -> None:
    span = Span(2, 5)
    assert span.contains(other) is contains
    assert span.overlaps(other) is overlaps
    assert other.overlaps(span) is overlaps


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_span_covers_what_its_length_says(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert len(span.of(text)) == len(span)
    assert span.shift(3).of("..." + text) == span.of(text)


# --- periods ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "written", "days"),
    [
        (DateRange.day(date(2018, 6, 14)), "2018-06-14", 1),
        (DateRange.month(2018, 6), "2018-06", 30),
        (DateRange.month(2018, 12), "2018-12", 31),
        (DateRange.month(2016, 2), "2016-02", 29),
        (DateRange.year(2018), "2018", 365),
        (DateRange(first=date(2018, 1, 1), last=date(2018, 6, 30)), "2018-01-01/2018-06-30", 181),
        (DateRange(first=date(2018, 1, 1), last=None), "2018-01-01/..", None),
        (DateRange(first=None, last=date(2018, 1, 1)), "../2018-01-01", None),
    ],
)
def test_a_period_is_written_as_short_as_it_allows(period: DateRange, written: str, days: int | None) -> None:
    assert str(period) == written
    assert period.days == days


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        (DateRange.year(2016), DateRange.year(2016), PeriodRelation.EQUAL),
        (DateRange.month(2016, 5), DateRange.year(2016), PeriodRelation.WITHIN),
        (DateRange.month(2016, 1), DateRange.year(2016), PeriodRelation.WITHIN),
        (DateRange.year(2016), DateRange.month(2016, 12), PeriodRelation.CONTAINS),
        (DateRange.year(2015), DateRange.year(2016), PeriodRelation.BEFORE),
        (DateRange.year(2017), DateRange.month(2016, 12), PeriodRelation.AFTER),
        (
            DateRange(first=date(2016, 1, 1), last=date(2016, 6, 1)),
            DateRange(first=date(2016, 6, 1), last=date(2016, 12, 1)),
            PeriodRelation.OVERLAPS,
        ),
        (DateRange(first=date(2008, 1, 1), last=None), DateRange.year(2016), PeriodRelation.CONTAINS),
        (DateRange(first=None, last=date(2008, 1, 1)), DateRange.year(2016), PeriodRelation.BEFORE),
        (DateRange(first=None, last=None), DateRange.year(2016), PeriodRelation.CONTAINS),
    ],
)
def test_periods_relate(ours: DateRange, theirs: DateRange, relation: PeriodRelation) -> None:
    assert compare_periods(ours, theirs) is relation


@given(periods, periods)
def test_relations_invert(ours: DateRange, theirs: DateRange) -> None:
    assert compare_periods(theirs, ours) is INVERSE[compare_periods(ours, theirs)]


@given(periods)
def test_a_period_equals_itself_and_relates_to_no_missing_one(period: DateRange) -> None:
    assert compare_periods(period, period) is PeriodRelation.EQUAL
    assert compare_periods(period, None) is compare_periods(None, period) is PeriodRelation.UNKNOWN


@given(periods, periods)
def test_relations_say_what_the_days_say(ours: DateRange, theirs: DateRange) -> None:
    a, b = _days_of(ours), _days_of(theirs)
    relation = compare_periods(ours, theirs)
    assert (relation is PeriodRelation.EQUAL) == (a == b)
    assert (relation is PeriodRelation.WITHIN) == (a < b)
    assert (relation is PeriodRelation.CONTAINS) == (a > b)
    assert (relation in {PeriodRelation.BEFORE, PeriodRelation.AFTER}) == a.isdisjoint(b)


@given(periods, periods, periods)
def test_before_is_transitive(one: DateRange, two: DateRange, three: DateRange) -> None:
    if compare_periods(one, two) is compare_periods(two, three) is PeriodRelation.BEFORE:
        assert compare_periods(one, three) is PeriodRelation.BEFORE


# --- quantities -------------------------------------------------------------------------------------


def _amount(value: str, unit: str = "GBP", bound: Bound = Bound.EXACT, *, digits: int = 2) -> Quantity:
    return Quantity(low=Decimal(value), high=Decimal(value), unit=unit, bound=bound, digits=digits)


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        (_amount("49"), _amount("49"), "equal"),
        (_amount("49"), _amount("94"), "different"),
        (_amount("49"), _amount("49", "USD"), "incomparable"),
        (_amount("49"), _amount("49.3", digits=3), "within"),
        (_amount("49.3", digits=3), _amount("49"), "compatible"),
        (_amount("49"), _amount("50.1", digits=3), "different"),
        (_amount("50", digits=1), _amount("53"), "within"),
        (_amount("70", bound=Bound.ABOUT), _amount("76"), "within"),
        (_amount("76"), _amount("70", bound=Bound.ABOUT), "compatible"),
        (_amount("70", bound=Bound.ABOUT), _amount("90"), "different"),
        (_amount("300", bound=Bound.AT_LEAST), _amount("900"), "within"),
        (_amount("900"), _amount("300", bound=Bound.AT_LEAST), "compatible"),
        (_amount("300", bound=Bound.AT_LEAST), _amount("120", digits=3), "different"),
        (_amount("300", bound=Bound.AT_MOST), _amount("120"), "within"),
        (_amount("300", bound=Bound.AT_MOST), _amount("900"), "different"),
        (_amount("300", bound=Bound.AT_MOST), _amount("120", bound=Bound.AT_MOST), "within"),
        (_amount("120", bound=Bound.AT_MOST), _amount("300", bound=Bound.AT_LEAST), "different"),
    ],
)
def test_quantities_compare(ours: Quantity, theirs: Quantity, relation: str) -> None:
    assert compare_quantities(ours, theirs).value == relation


@pytest.mark.parametrize("count", [1, 3, 12, 305])
def test_a_count_is_not_rounded(count: int) -> None:
    one, next_one = (
        Quantity(low=Decimal(value), high=Decimal(value), unit="offic", digits=len(str(value)), counted=True)
        for value in (count, count + 1)
    )
    assert compare_quantities(one, next_one) is QuantityRelation.DIFFERENT


@given(quantities, quantities)
def test_what_is_equal_or_different_is_so_from_both_sides(ours: Quantity, theirs: Quantity) -> None:
    firm = {QuantityRelation.EQUAL, QuantityRelation.DIFFERENT, QuantityRelation.INCOMPARABLE}
    there, back = compare_quantities(ours, theirs), compare_quantities(theirs, ours)
    assert there is back or not {there, back} & firm


@given(quantities)
def test_a_quantity_equals_itself(quantity: Quantity) -> None:
    assert compare_quantities(quantity, quantity) is QuantityRelation.EQUAL


@given(amounts, amounts, st.integers(1, 6))
def test_only_close_figures_are_ever_equal_or_compatible(one: Decimal, other: Decimal, digits: int) -> None:
    ours, theirs = (Quantity(low=value, high=value, unit="GBP", digits=digits) for value in (one, other))
    if compare_quantities(ours, theirs) is not QuantityRelation.DIFFERENT:
        assert abs(one - other) <= (one + other) * Decimal("0.1")
