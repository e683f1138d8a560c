"""Time expressions as periods, against Thursday 14 June 2018."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.periods import Anchor, find_periods, find_streak
from factcheck.reading.relative import financial_year
from factcheck.text import fold
from factcheck.values import Span
from tests.bench import read_text

ANCHOR = Anchor(date(2018, 6, 14), "the publication date 2018-06-14")

PERIODS = [
    ("in 2016", "2016"),
    ("in June 2016", "2016-06"),
    ("on 14 June 2016", "2016-06-14"),
    ("on June 14, 2016", "2016-06-14"),
    ("on the 14th of June 2016", "2016-06-14"),
    ("on 2016-06-14", "2016-06-14"),
    ("on 14/06/2016", "2016-06-14"),
    ("in 2016/17", "2016-04-01/2017-03-31"),
    ("in 2016-17", "2016-04-01/2017-03-31"),
    ("in 2016–17", "2016-04-01/2017-03-31"),
    ("in 2016/2017", "2016-04-01/2017-03-31"),
    ("in 1999/00", "1999-04-01/2000-03-31"),
    ("in 2013-2016", "2013-01-01/2016-12-31"),
    ("between 2013 and 2016", "2013-01-01/2016-12-31"),
    ("from 2013 to 2016", "2013-01-01/2016-12-31"),
    ("from 2013 until 2016", "2013-01-01/2016-12-31"),
    ("since 2008", "2008-01-01/2018-06-14"),
    ("since May 2008", "2008-05-01/2018-06-14"),
    ("by 2016", "2016"),
    ("by the end of 2016", "2016"),
    ("until 2016", "../2016-12-31"),
    ("till June 2016", "../2016-06-30"),
    ("before 2016", "../2015-12-31"),
    ("after 2016", "2017-01-01/.."),
    ("from 2016", "2016-01-01/2018-06-14"),
    ("from 2020", "2020-01-01/.."),
    ("different from 2016", "2016"),
    ("figures from 2016", "2016"),
    ("this year", "2018"),
    ("last year", "2017"),
    ("the previous year", "2017"),
    ("next year", "2019"),
    ("this month", "2018-06"),
    ("last month", "2018-05"),
    ("next month", "2018-07"),
    ("this week", "2018-06-11/2018-06-17"),
    ("next week", "2018-06-18/2018-06-24"),
    ("this financial year", "2018-04-01/2019-03-31"),
    ("last financial year", "2017-04-01/2018-03-31"),
    ("yesterday", "2018-06-13"),
    ("today", "2018-06-14"),
    ("tomorrow", "2018-06-15"),
    ("on Monday", "2018-06-11"),
    ("last Monday", "2018-06-11"),
    ("next Monday", "2018-06-18"),
    ("on Thursday", "2018-06-14"),
    ("three years ago", "2015"),
    ("two months ago", "2018-04"),
    ("two weeks ago", "2018-05-31"),
    ("10 days ago", "2018-06-04"),
    ("over the past three years", "2015-06-14/2018-06-14"),
    ("in the last six months", "2017-12-14/2018-06-14"),
    ("in the spring of 2016", "2016-03-01/2016-05-31"),
    ("in autumn 2016", "2016-09-01/2016-11-30"),
    ("in the 1990s", "1990-01-01/1999-12-31"),
    ("in June this year", "2018-06"),
    ("in May last year", "2017-05"),
    ("last June", "2017-06"),
    ("last March", "2018-03"),
    ("on 28 February", "2018-02-28"),
    ("on December 28", "2017-12-28"),
    ("in the winter of 2016", "2015-12-01/2017-02-28"),
    ("in mid-2016", "2016"),
    ("built 2000 houses", ""),
    ("laid 1850 metres of pipe", ""),
    ("sold 2015 tickets", ""),
    ("under the Licensing Act 2003", ""),
    ("in the year to March 2016", "2015-04-01/2016-03-31"),
    ("between June 2016 and May 2017", "2016-06-01/2017-05-31"),
    ("from 3 May to 5 June 2016", "2016-05-03/2016-06-05"),
    ("between 3 and 5 June 2016", "2016-06-03/2016-06-05"),
    ("2,016 homes", ""),
    ("£2016 a head", ""),
    ("2016 homes", ""),
    ("of 2016%", ""),
    ("paid $1999", ""),
    ("the other 12 may lose their jobs", ""),
    ("four years before 2016", "2012"),
    ("during 2016 and 2017", "2016 2017"),
    ("2013 to 2016", "2013-01-01/2016-12-31"),
    ("in May", "2018-05"),
    ("in January", "2018-01"),
    ("two years later", ""),
    ("ten years before 2014", "2004"),
    ("a decade ago", "2008"),
    ("the past decade", "2008-06-14/2018-06-14"),
    ("not since 2008", "2008-01-01/2018-06-14"),
    ("until last year", "../2017-12-31"),
    ("before last week", "../2018-06-03"),
    ("in the first quarter of 2016", "2016-01-01/2016-03-31"),
    ("in early 2016", "2016-01-01/2016-06-30"),
    ("in late 2016", "2016-07-01/2016-12-31"),
    ("in May 2016, and 3-5 June 2016", "2016-05 2016-06-03/2016-06-05"),
    ("from May to July 2016", "2016-05-01/2016-07-31"),
    ("from 3 November 2015 to 5 January", "2015-11-03/2016-01-05"),
    ("from November to January 2016", "2015-11-01/2016-01-31"),
    ("between 3 and 5 June", "2018-06-03/2018-06-05"),
    ("since 2020", "2020-01-01/.."),
    ("three months before June 2016", "2016-03"),
    ("two years after 2016", "2018"),
    ("in the 12 months to the end of March 2016", "2015-04-01/2016-03-31"),
    ("in the three months to 30 June 2016", "2016-04-01/2016-06-30"),
    ("in the year ended 31 March 2016", "2015-04-01/2016-03-31"),
    ("more than 2000 people", ""),
    ("built 2000 new houses", ""),
    ("with its 2016 accounts", "2016"),
    ("after the 2016 elections", "2016"),
    ("in 2015 and 2016 prices", "2015 2016"),
    ("in September", ""),
]
"""An expression, and the periods that it denotes, parted by spaces."""


def _periods(text: str, anchor: Anchor = ANCHOR) -> str:
    return " ".join(str(mention.period) for mention in find_periods(fold(text), anchor))


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_an_expression_denotes_its_period(text: str, expected: str) -> None:
    assert _periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_it_does_so_inside_a_sentence(text: str, expected: str) -> None:
    assert _periods(f"The harbour board met {text}, the clerk wrote.") == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It shut in 2016.", "2016"),
        ("It shut by the end of 2016.", "by the end of 2016"),
        ("It shut since May 2008.", "since May 2008"),
        ("It shut last week, he wrote.", "last week"),
        ("It shut three years ago.", "three years ago"),
        ("It shut between 2013 and 2016.", "between 2013 and 2016"),
        ("It shut in 2016/17.", "2016/17"),
        ("It shut on 14 June 2016.", "14 June 2016"),
    ],
)
def test_the_span_covers_the_expression(text: str, written: str) -> None:
    assert [mention.span.of(text) for mention in find_periods(text, ANCHOR)] == [written]


@pytest.mark.parametrize("text", ["last week", "yesterday", "this year", "three years ago", "28 February", "last June"])
def test_what_needs_an_anchor_is_left_out_without_one(text: str) -> None:
    assert _periods(f"It shut {text}.", Anchor(None)) == ""


def test_since_is_open_without_an_anchor() -> None:
    assert _periods("since 2008", Anchor(None)) == "2008-01-01/.."


def test_a_resolution_says_against_what() -> None:
    mention = find_periods("It shut last week.", ANCHOR)[0]
    assert "the publication date 2018-06-14" in mention.note


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("for the eighth year running", 8),
        ("eight years in a row", 8),
        ("for the third consecutive year", 3),
        ("for the 5th year running", 5),
        ("fourth successive year", 4),
        ("for two years running", 2),
        ("the 12th year in succession", 12),
        ("ten years in succession", 10),
        ("the second year", 0),
        ("for ten years", 0),
        ("for the first year running", 0),
        ("this year running costs rose", 0),
        ("last year running costs rose", 0),
        ("for three consecutive years", 3),
        ("for ten straight years", 10),
        ("for the twenty-fifth year running", 25),
        ("25 years in a row", 25),
        ("in its second year running costs rose", 0),
    ],
)
def test_a_run_of_years_has_its_length(text: str, years: int) -> None:
    found = find_streak(fold(text))
    assert (found[1] if found else 0) == years


@pytest.mark.parametrize(
    ("day", "first"), [(date(2018, 4, 1), 2018), (date(2018, 3, 31), 2017), (date(2018, 12, 31), 2018)]
)
def test_a_financial_year_runs_from_april(day: date, first: int) -> None:
    assert str(financial_year(day)) == f"{first}-04-01/{first + 1}-03-31"


def test_a_sentence_without_a_date_goes_on_in_the_period_before() -> None:
    reading = read_text("The bridge was rebuilt in 2016. It cost £12m.", published="2018-06-14")
    assert (str(reading.period), reading.period_note) == ("2016", "as the sentence before")


words = st.sampled_from(
    "in on since until by before after last next this year month week June May 14 2016 2016/17 1990s ago three the"
    " Monday yesterday of 3rd spring between and from to past two £2016 may 12 , .".split()
)


@given(st.lists(words, max_size=12).map(" ".join), st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_any_text_gives_periods_in_order_and_apart(text: str, day: date) -> None:
    end = 0
    for mention in find_periods(text, Anchor(day, "a day")):
        first, last = mention.period.first, mention.period.last
        assert first or last
        assert mention.span.start >= end
        assert Span(0, len(text)).contains(mention.span)
        end = mention.span.end


@given(st.integers(1990, 2030), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_no_period_begins_after_it_ends(year: int, day: date) -> None:
    period = find_periods(f"since {year}", Anchor(day, "a day"))[0].period
    assert period.first
    assert period.last is None or period.first <= period.last


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("on 03/04/2016", "03/04/2016 read with the day first"),
        ("on 3.4.2016", "3.4.2016 read with the day first"),
        ("on 14/06/2016", ""),
        ("on 06/14/2016", ""),
        ("on 04/04/2016", ""),
        ("on 3 April 2016", ""),
    ],
)
def test_a_date_in_figures_that_may_be_read_two_ways_says_so(text: str, note: str) -> None:
    assert [mention.note for mention in find_periods(text, ANCHOR)] == [note]
