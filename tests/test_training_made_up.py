"""Made-up pairs are labelled as arithmetic and calendars say."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from factcheck.training.amounts import Said, compare_amounts, make_amount
from factcheck.training.examples import Label
from factcheck.training.paraphrase import paraphrase
from factcheck.training.states import GRADES, make_count, make_grade, make_office, make_pair, make_special

MANY = 400


@pytest.mark.parametrize(
    ("ours", "theirs", "label"),
    [
        ((40, 40), (40, 40), Label.SUPPORTS),
        ((40, 40), (41, 41), Label.REFUTES),
        ((40, float("inf")), (50, 50), Label.SUPPORTS),
        ((40, float("inf")), (0, 30), Label.REFUTES),
        ((40, float("inf")), (30, float("inf")), Label.NEUTRAL),
        ((40, 50), (45, 48), Label.SUPPORTS),
        ((45, 48), (40, 50), Label.NEUTRAL),
    ],
)
def test_amounts_are_compared_by_what_they_may_be(
    ours: tuple[float, float], theirs: tuple[float, float], label: Label
) -> None:
    assert compare_amounts(Said(*ours, ""), Said(*theirs, "")) is label


def test_about_as_much_is_as_much() -> None:
    assert compare_amounts(Said(11, 11, ""), Said(10, 12, "", about=11)) is Label.SUPPORTS
    assert compare_amounts(Said(10.5, 10.5, ""), Said(10, 12, "", about=11)) is Label.NEUTRAL


def test_every_label_is_made_of_every_kind() -> None:
    seen = Counter((one.source, one.label) for one in map(make_pair, [Random(seed) for seed in range(3 * MANY)]))
    assert {label for _, label in seen} == set(Label)
    assert all(count > 1 for count in seen.values())
    assert len({source for source, _ in seen}) * len(Label) == len(seen)


def test_a_year_that_differs_says_nothing() -> None:
    for seed in range(MANY):
        one = make_amount(Random(seed))
        years = [re.findall(r"\b20\d\d\b", text) for text in (one.claim, one.passage)]
        if years[0] != years[1]:
            assert one.label is Label.NEUTRAL


def test_a_grade_is_the_one_that_was_given() -> None:
    for seed in range(MANY):
        one = make_grade(Random(seed))
        ours, theirs = ([grade for grade in GRADES if grade in text] for text in (one.claim, one.passage))
        if ours and one.label is not Label.NEUTRAL:
            assert (one.label is Label.SUPPORTS) == (ours == theirs)


def test_parts_are_counted() -> None:
    for seed in range(MANY):
        one = make_count(Random(seed))
        if one.passage.startswith("All ") and one.claim.startswith("All ") and one.label is not Label.NEUTRAL:
            assert one.label is Label.SUPPORTS
        if one.passage.startswith("None ") and one.claim.startswith("Most ") and one.label is not Label.NEUTRAL:
            assert one.label is Label.REFUTES


@pytest.mark.parametrize("make", [make_office, make_special, make_pair])
def test_a_seed_makes_the_same_pair(make: type) -> None:
    assert make(Random(3)) == make(Random(3))


def test_a_paraphrase_keeps_figures_and_names() -> None:
    text = "Marsh Council bought 40 large homes for £3 million on May 4, 2010."
    for seed in range(50):
        said = paraphrase(text, Random(seed), rate=1)
        assert said != text
        assert "Marsh Council" in said
        assert re.findall(r"\d+", said) in (["40", "3", "4", "2010"], ["40", "3", "4", "2010"])


def test_nothing_is_replaced_at_no_rate() -> None:
    assert paraphrase("The film began in a large town.", Random(1), rate=0) == "The film began in a large town."
