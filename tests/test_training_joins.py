"""A claim of two parts holds where both do, and falls with either."""

from __future__ import annotations

from random import Random

import pytest

from factcheck.training.examples import Example, Label
from factcheck.training.joins import join

S, R, N = Label.SUPPORTS, Label.REFUTES, Label.NEUTRAL


def make(number: int, label: Label) -> Example:
    return Example(source="fever", passage=f"Passage {number}.", claim=f"Claim {number}.", label=label)


@pytest.mark.parametrize(
    ("one", "other", "of_both", "of_one"),
    [(S, S, S, N), (S, R, R, N), (R, S, R, R), (R, R, R, R), (S, N, N, N), (N, S, N, N), (N, R, R, N)],
)
def test_the_label_is_that_of_what_is_told(one: Label, other: Label, of_both: Label, of_one: Label) -> None:
    made = [join(make(1, one), make(2, other), Random(seed)) for seed in range(40)]
    assert {pair.passage for pair in made} == {"Passage 1. Passage 2.", "Passage 1."}
    assert all(pair.label is (of_both if "2" in pair.passage else of_one) for pair in made)
    assert all(pair.claim.startswith("Claim 1") and pair.claim.endswith("Claim 2.") for pair in made)


def test_a_passage_that_has_the_other_within_it_tells_of_both() -> None:
    one = Example(source="fever", passage="Passage 2. Passage 1.", claim="Claim 1.", label=S)
    made = {join(one, make(2, S), Random(seed)) for seed in range(20)}
    assert {(pair.passage, pair.label) for pair in made} == {("Passage 2. Passage 1.", S)}
