"""Two quantities in one line of arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.link.arithmetic import reckon
from factcheck.values import Bound, Quantity, QuantityRelation, compare_quantities

SIGNS = {
    QuantityRelation.EQUAL: " = ",
    QuantityRelation.WITHIN: " is ",
    QuantityRelation.COMPATIBLE: " leave room for both",
    QuantityRelation.DIFFERENT: " ≠ ",
    QuantityRelation.INCOMPARABLE: "the units differ",
}


def amount(low: str, high: str = "", *, unit: str = "GBP", bound: Bound = Bound.EXACT, digits: int = 2) -> Quantity:
    return Quantity(low=Decimal(low), high=Decimal(high or low), unit=unit, bound=bound, digits=digits)


@pytest.mark.parametrize(
    ("ours", "theirs", "line"),
    [
        (amount("40e6"), amount("49e6"), "40 ≠ 49 million, 22.5 % more"),
        (amount("40e6"), amount("40e6"), "40 = 40 million"),
        (amount("950000", digits=3), amount("1.2e6"), "950,000 ≠ 1,200,000, 26.3 % more"),
        (amount("40"), amount("4"), "40 ≠ 4, 90 % less"),
        (amount("4"), amount("400"), "4 ≠ 400, 100 times as much"),
        (amount("4", unit="percent"), amount("6", unit="percent"), "4 ≠ 6 %, 2 percentage points more"),
        (amount("4", unit="percent"), amount("5", unit="percent"), "4 ≠ 5 %, 1 percentage point more"),
        (amount("70", bound=Bound.ABOUT), amount("75"), "75 is within 63 to 77"),
        (amount("4", bound=Bound.AT_LEAST), amount("6"), "6 is 4 or more"),
        (amount("4", bound=Bound.AT_MOST), amount("6"), "4 or less ≠ 6, 50 % more"),
        (amount("3", "5"), amount("9"), "3 to 5 ≠ 9"),
        (amount("3", unit="hour"), amount("120", unit="minut"), "180 ≠ 120, 33.3 % less"),
        (amount("3"), amount("3", unit="USD"), "the units differ"),
        (amount("0"), amount("5"), "0 ≠ 5"),
        (amount("-5"), amount("7"), "-5 ≠ 7"),
        (amount("0.00001"), amount("1e30"), "0.00001 ≠ 1e+30, 1e+35 times as much"),
        (
            amount("1e9", digits=12),
            amount("1000000001", digits=12),
            "1,000,000,000 ≠ 1,000,000,001, less than 0.1 % more",
        ),
    ],
)
def test_a_comparison_is_one_line(ours: Quantity, theirs: Quantity, line: str) -> None:
    assert reckon(ours, theirs) == line


FIGURES = st.decimals(min_value=-(10**18), max_value=10**18, allow_nan=False, allow_infinity=False, places=3)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(FIGURES), draw(FIGURES)))
    return Quantity(
        low=low,
        high=draw(st.sampled_from((low, high))),
        unit=draw(st.sampled_from(("GBP", "percent", "hour", "minut"))),
        bound=draw(st.sampled_from(Bound)),
        digits=draw(st.integers(1, 20)),
        counted=draw(st.booleans()),
    )


@given(quantities(), quantities())
def test_every_comparison_says_its_outcome_in_one_line(ours: Quantity, theirs: Quantity) -> None:
    line = reckon(ours, theirs)
    assert "\n" not in line
    assert SIGNS[compare_quantities(ours, theirs)] in line
