"""Quantities in sentences: value, unit, bound, and what they are an amount of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import Span
from tests.bench import read_text

if TYPE_CHECKING:
    from factcheck.model import QuantityMention

QUANTITIES = [
    ("The gap was £12m.", "12000000 GBP exact"),
    ("The gap was £12 million.", "12000000 GBP exact"),
    ("The gap was £12million.", "12000000 GBP exact"),
    ("The gap was £1.2bn.", "1200000000 GBP exact"),
    ("The gap was £1,234,567.", "1234567 GBP exact"),
    ("The gap was £40,000.", "40000 GBP exact"),
    ("The gap was $5 million.", "5000000 USD exact"),
    ("The gap was €3bn.", "3000000000 EUR exact"),
    ("The gap was 12 million pounds.", "12000000 GBP exact"),
    ("The gap was twelve million pounds.", "12000000 GBP exact"),
    ("The gap was £2k.", "2000 GBP exact"),
    ("Rents rose by 5%.", "5 percent exact"),
    ("Rents rose by 5 per cent.", "5 percent exact"),
    ("Rents rose by 5 percent.", "5 percent exact"),
    ("Rents rose by 5pc.", "5 percent exact"),
    ("Rents rose by five per cent.", "5 percent exact"),
    ("Rents rose by 0.5%.", "0.5 percent exact"),
    ("Half of the pupils left.", "50 percent exact"),
    ("A third of pupils failed.", "33.3 percent exact"),
    ("Two thirds of pupils failed.", "66.7 percent exact"),
    ("Three quarters of pupils failed.", "75 percent exact"),
    ("It hired 300 officers.", "300 * exact"),
    ("It hired three hundred officers.", "300 * exact"),
    ("It hired twenty-five officers.", "25 * exact"),
    ("It hired 2,000 officers.", "2000 * exact"),
    ("It hired more than 300 officers.", "300 * at_least"),
    ("It hired over 300 officers.", "300 * at_least"),
    ("It hired at least 300 officers.", "300 * at_least"),
    ("It hired up to 300 officers.", "300 * at_most"),
    ("It hired fewer than 300 officers.", "300 * at_most"),
    ("It hired no more than 300 officers.", "300 * at_most"),
    ("It hired about 300 officers.", "300 * about"),
    ("It hired some 300 officers.", "300 * about"),
    ("It hired nearly 300 officers.", "300 * about"),
    ("It hired almost a third of officers.", "33.3 percent about"),
    ("The cuts totalled around £71million.", "71000000 GBP about"),
    ("The boss earned £180,000-a-year.", "180000 GBP exact"),
    ("She was 3rd.", ""),
    ("In 2016 it met.", ""),
    ("Twelve people died.", "12 * exact"),
    ("She waited ten years.", "10 year exact"),
    ("2.3 41 officers left.", "41 * exact"),
    ("It hired two hundred and fifty officers.", "250 * exact"),
    ("It hired one hundred and five officers.", "105 * exact"),
    ("It hired a hundred officers.", "100 * exact"),
    ("It hired between 300 and 400 officers.", "300-400 * exact"),
    ("It hired 300-400 officers.", "300-400 * exact"),
    ("It hired 300 to 400 officers.", "300-400 * exact"),
    ("The bill was £10-12m.", "10000000-12000000 GBP exact"),
    ("The bill was £3m-£4m.", "3000000-4000000 GBP exact"),
    ("The bill was between £3m and £4m.", "3000000-4000000 GBP exact"),
    ("One in five pupils failed.", "20 percent exact"),
    ("1 in 5 pupils failed.", "20 percent exact"),
    ("The council met on the third of May.", ""),
    ("In the first quarter of 2016 it met.", ""),
    ("It took third of four places.", ""),
    ("Channel 4 showed a film.", ""),
    ("Traffic stopped on the M25 motorway.", ""),
    ("Section 106 money was spent.", ""),
    ("Year 6 pupils sat tests.", ""),
    ("Covid-19 patients died.", ""),
    ("Dunmore won 3-1 at home.", ""),
    ("Ann Lee, 45, said so.", ""),
    ("The meeting began at 9.30am.", ""),
    ("The meeting began at 10:30.", ""),
    ("Output fell by -0.5%.", "-0.5 percent exact"),
    ("Rents rose by 5 percentage points.", "5 percentage point exact"),
    ("Rents rose by 5 to 7 per cent.", "5-7 percent exact"),
    ("It cost £12 a head.", "12 GBP exact"),
    ("Dial 020 7946 0000.", ""),
    ("The bridge is 1.5 miles long.", "1.5 * exact"),
    ("It has 1.5m customers.", "1500000 * exact"),
    ("It has 1.5 million customers.", "1500000 * exact"),
    ("It sold 12 of 40 buses.", "12 * exact; 40 * exact"),
    ("A dozen officers left.", "12 * exact"),
    ("Dozens of officers left.", "24 * at_least"),
    ("It hired less than £5m worth.", "5000000 GBP at_most"),
    ("It hired just over 300 officers.", "300 * about"),
    ("At least a dozen left.", ""),
    ("Nobody left.", ""),
    ("It doubled.", ""),
    ("Two buses came.", "2 * exact"),
    ("One bus came.", ""),
    ("The 12-year-old boy won.", "12 year exact"),
    ("The 40-mile road reopened.", "40 * exact"),
    ("£5,000 and £6,000 were paid.", "5000 GBP exact; 6000 GBP exact"),
    ("It was fined £1.2m (€1.4m).", "1200000 GBP exact; 1400000 EUR exact"),
    ("Not more than 300 officers left.", "300 * at_most"),
    ("It hired 300 more officers.", "300 * exact"),
    ("It hired 300 or more officers.", "300 * at_least"),
    ("Officers numbering 300 left.", "300 * exact"),
    ("It cost £49million black hole.", "49000000 GBP exact"),
    ("A 5% 10-year bond.", "5 percent exact; 10 year exact"),
    ("It paid £500,000 of its £2m debt.", "500000 GBP exact; 2000000 GBP exact"),
    ("It hired two thousand three hundred and five officers.", "2305 * exact"),
    ("It hired between one hundred and two hundred officers.", "100-200 * exact"),
    ("It paid half a million pounds.", "500000 GBP exact"),
    ("It lost a quarter of a million pounds.", "250000 GBP exact"),
    ("It rose from 300 to 400 officers.", "300 * exact; 400 * exact"),
    ("It hired 300+ officers.", "300 * at_least"),
    ("It fired two in ten days.", "2 * exact; 10 * exact"),
    ("The Boeing 747 landed.", ""),
    ("In Dunmore 300 officers left.", "300 * exact"),
    ("Over half of the schools failed.", "50 percent at_least"),
    ("In the second half of the year it met.", ""),
    ("Nearly one in three patients waited.", "33.3 percent about"),
    ("It made a 50-50 split.", ""),
    ("It has 5-10 years left.", "5-10 year exact"),
]
"""A sentence and its quantities; a unit that is the counted noun is written "*"."""


def _write(mention: QuantityMention) -> str:
    quantity = mention.quantity
    low, high = f"{quantity.low.normalize():f}", f"{quantity.high.normalize():f}"
    known = quantity.unit in {"GBP", "USD", "EUR", "percent", "year", "percentage point"}
    return f"{low if low == high else f'{low}-{high}'} {quantity.unit if known else '*'} {quantity.bound.value}"


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_a_sentence_holds_its_quantities(text: str, expected: str) -> None:
    assert "; ".join(map(_write, read_text(text).quantities)) == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The gap was £12 million a year.", "£12 million"),
        ("Rents rose by 5 per cent.", "5 per cent"),
        ("It hired more than 300 officers.", "300"),
        ("It hired twenty-five officers.", "twenty-five"),
        ("Two thirds of pupils failed.", "Two thirds"),
        ("The “£49million black hole” grew.", "£49million"),
    ],
)
def test_the_span_covers_figure_and_unit(text: str, written: str) -> None:
    assert [mention.span.of(text) for mention in read_text(text).quantities] == [written]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council had a £12m budget gap.", "The council’s budget gap was £12m."),
        ("The council made £12m of cuts.", "Cuts totalling £12m were made."),
        ("There were 300 officers.", "The officers numbered 300."),
    ],
)
def test_one_measure_is_seen_in_two_wordings(one: str, other: str) -> None:
    heads = [read_text(text).quantities[0].measure[0] for text in (one, other)]
    assert heads[0] == heads[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council had a £12m budget gap.", "The council made £12m of cuts."),
        ("There were 300 officers.", "There were 300 schools."),
        ("The fine was £12m.", "The profit was £12m."),
    ],
)
def test_other_measures_keep_apart(one: str, other: str) -> None:
    heads = [read_text(text).quantities[0].measure[0] for text in (one, other)]
    assert heads[0] != heads[1]


def test_modifiers_tell_one_gap_from_another() -> None:
    assert read_text("The £12m schools budget was cut.").quantities[0].modifiers


@pytest.mark.parametrize("text", ["In 2016 it met on 3 May.", "It met in 2016/17.", "It met three years ago."])
def test_dates_are_no_quantities(text: str) -> None:
    assert read_text(text, published="2018-06-14").quantities == ()


words = st.sampled_from(
    "£12m 5 % per cent million a half third of two hundred officers over than more between and £ - , . 2016 K 0 one"
    " 1.5 the pounds twenty 000 1,000 bn".split()
)


@given(st.lists(words, min_size=1, max_size=12).map(" ".join))
def test_any_text_gives_quantities_in_order_and_apart(text: str) -> None:
    reading = read_text(f"{text} left")
    end = 0
    for mention in reading.quantities:
        assert mention.span.start >= end
        assert Span(0, len(reading.text)).contains(mention.span)
        assert mention.quantity.low <= mention.quantity.high
        assert mention.quantity.unit
        end = mention.span.end
