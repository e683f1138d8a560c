"""Time expressions and quantities of general English, each with what it denotes; what is not solved is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from factcheck.model import Slot
from factcheck.reading import read_passage
from factcheck.stance.gates import SAME_PERIOD, SURE_SUBJECT, is_vouched
from tests.bench import make_link, make_passages, read_text
from tests.tables import count_faults, read_table

if TYPE_CHECKING:
    from factcheck.model import QuantityMention

PUBLISHED: Final = "2018-06-14"
"""A Thursday: the publication date of every text of the table of time expressions."""

TIMES: Final = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
"""Units that are counted and named all the same."""

RECORD: Final = " ".join(str(value) for row in read_table("comparisons.txt", columns=4) for value in row.values)
"""What the record of the table of comparisons holds: all of it."""

MOST_FAULTS: Final = 0.1
"""Share of a table that may be known faults."""


@pytest.mark.parametrize(("text", "expected"), read_table("time_expressions.txt", columns=2))
def test_the_first_time_expression_of_the_last_sentence(text: str, expected: str) -> None:
    passages = make_passages(text, published=PUBLISHED)
    dates = read_passage(passages[-1]).dates if passages else ()
    assert (str(dates[0].period) if dates else "") == expected


def write_quantity(mention: QuantityMention) -> str:
    quantity = mention.quantity
    low, high = f"{quantity.low.normalize():f}", f"{quantity.high.normalize():f}"
    unit = {"minut": "minute"}.get(quantity.unit, quantity.unit)
    counted = quantity.counted and unit not in TIMES
    return f"{low if low == high else f'{low}-{high}'} {'*' if counted else unit} {quantity.bound.value}"


@pytest.mark.parametrize(("text", "expected"), read_table("quantities.txt", columns=2))
def test_the_first_quantity_of_a_sentence(text: str, expected: str) -> None:
    quantities = read_text(text).quantities
    assert (write_quantity(quantities[0]) if quantities else "") == expected


def compare_amounts(claim: str, passage: str) -> str:
    """How two sentences compare by their amounts, as the gates let them: what a gate stops cannot be compared."""
    link = make_link(claim, passage, published=PUBLISHED, date=PUBLISHED, record=RECORD)
    relation = link.outcome(Slot.QUANTITY) if link else ""
    if link is None or relation in {"", "incomparable"} or link.outcome(Slot.MEASURE) in {"", "other"}:
        return "incomparable"
    stopped = link.outcome(Slot.RESIDUE) or link.outcome(Slot.PERIOD) not in SAME_PERIOD
    stopped = stopped or link.outcome(Slot.SUBJECT) not in SURE_SUBJECT or link.outcome(Slot.MEASURE) == "near"
    if stopped or (relation == "different" and not is_vouched(link)):
        return "incomparable"
    return {"equal": "equal", "different": "different"}.get(relation, "compatible")


@pytest.mark.parametrize(("claim", "passage", "expected", "reason"), read_table("comparisons.txt", columns=4))
def test_two_amounts_compare(claim: str, passage: str, expected: str, reason: str) -> None:
    assert compare_amounts(claim, passage) == expected, reason


@pytest.mark.parametrize(
    ("name", "least"),
    [("time_expressions.txt", 150), ("quantities.txt", 150), ("comparisons.txt", 100), ("attributions.txt", 250)],
)
def test_a_table_is_long_and_mostly_solved(name: str, least: int) -> None:
    faults, rows = count_faults(name)
    assert rows >= least
    assert faults <= MOST_FAULTS * rows
