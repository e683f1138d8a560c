"""Long and hostile sentences: everything is read in time that grows as the text does, and nothing breaks."""

from __future__ import annotations

import itertools
import time
from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reading.periods import Anchor, find_periods, find_streak
from factcheck.reading.quantities import find_quantities
from factcheck.reading.terms import find_terms
from factcheck.text import fold, tokenize

ANCHOR: Final = Anchor(date(2018, 6, 14), "a day")
LONG: Final = 1_000_000
"""Characters of a line: longer than any sentence, as a page without stops is."""

GROWTH: Final = 4
LEEWAY: Final = 3.0
"""How much longer than its length a text may take: clocks are coarse, and what grows as a square takes 16 times."""

HOSTILE: Final = (
    "1",
    "1 ",
    "1,",
    "1.",
    "1-",
    "1/",
    "£1 ",
    "£1-",
    "2016 ",
    "2016-",
    "2016/17 ",
    "201",
    "1 to ",
    "1 and ",
    "1 in ",
    "a half ",
    "two and a half ",
    "one hundred and ",
    "twenty ",
    "six-figure ",
    "tens of ",
    "thousands of ",
    "more than ",
    "in the region of ",
    "May ",
    "1 May ",
    "May 1, ",
    "between May and ",
    "from 2016 to ",
    "the year to ",
    "before ",
    "three years before ",
    "later that year ",
    "the following year ",
    "14 months on, ",
    "last week ",
    "the first quarter of ",
    "eighth year running ",
    "( ",
    "born (",
    "% ",
    "per cent ",
)


def read(text: str) -> int:
    """Read all that is found in a text; returns how much that is."""
    plain, tokens = fold(text), tokenize(text)
    dates = find_periods(plain, ANCHOR)
    streak = find_streak(plain)
    taken = [mention.span for mention in dates]
    return len(dates) + len(find_quantities(plain, tokens, find_terms(plain, tokens, taken), taken)) + bool(streak)


def best_time(text: str) -> float:
    spent = []
    for _ in range(2):
        find_periods.cache_clear()
        begun = time.process_time()
        read(text)
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    short, long = (best_time(piece * (size // len(piece))) for size in (5_000, 5_000 * GROWTH))
    assert long <= LEEWAY * GROWTH * max(short, 0.01)


@pytest.mark.parametrize("piece", ["1", "£1.5m ", "more than 2016 ", "word "])
def test_a_line_of_a_megabyte_is_read(piece: str) -> None:
    assert read(piece * (LONG // len(piece))) >= 0


pieces = st.sampled_from([*HOSTILE, "n't ", "\u00a0", "’s ", "$ ", "Ml ", "0", "00:00 ", "1e9 ", "٣ ", "½ "])


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=40).map("".join))
def test_any_mixture_is_read_in_order_and_apart(text: str) -> None:
    dates = find_periods(fold(text), ANCHOR)
    assert all(one.span.end <= after.span.start for one, after in itertools.pairwise(dates))
    assert read(text) >= len(dates)
