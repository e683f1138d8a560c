"""Each contrast differs in one thing, and is labelled by what that thing does."""

from __future__ import annotations

from random import Random

import pytest

from factcheck.model import EntityKind
from factcheck.training.contrasts import contrast, deny
from factcheck.training.examples import Example, Label

NAMES = {EntityKind.PERSON: ["Ruth Bell"], EntityKind.BODY: ["Tarn Council"], EntityKind.UNKNOWN: ["Norland"]}


def make(claim: str, passage: str, label: Label = Label.SUPPORTS, *, binary: bool = False) -> Example:
    return Example(source="made", passage=passage, claim=claim, label=label, binary=binary)


@pytest.mark.parametrize(
    ("kind", "claim", "passage"),
    [
        ("figure", "Marsh spent £40 million on roads.", "Roads cost the town of Marsh £40 million, it said."),
        ("year", "The bridge opened in 2014.", "It was in 2014 that the bridge was first used."),
        ("month", "The bridge opened in October.", "The first cars crossed the bridge on 3 October."),
        ("direction", "Crime rose.", "Crime rose again, the police said."),
    ],
)
def test_a_changed_value_refutes_and_changed_on_both_sides_supports(kind: str, claim: str, passage: str) -> None:
    one, other, both = contrast(make(claim, passage), NAMES, Random(1))
    assert {one.source, other.source, both.source} == {f"made/{kind}"}
    assert [one.label, other.label, both.label] == [Label.REFUTES, Label.REFUTES, Label.SUPPORTS]
    assert (one.passage, other.claim) == (passage, claim)
    assert one.claim == both.claim != claim
    assert other.passage == both.passage != passage


def test_another_subject_is_another_matter() -> None:
    example = make("Ann Lee likes the sea.", "By all accounts Ann Lee likes the sea.")
    drawn = [contrast(example, NAMES, Random(seed)) for seed in range(20)]
    made = [one for one in drawn if one]
    assert 0 < len(made) < len(drawn)
    assert all([one.label for one in three] == [Label.NEUTRAL, Label.NEUTRAL, Label.SUPPORTS] for three in made)
    assert all(three[0].claim == "Ruth Bell likes the sea." for three in made)


def test_a_bounded_figure_is_left_alone() -> None:
    example = make("it cost more than £40 million.", "it was said that it cost £40 million.")
    assert contrast(example, NAMES, Random(1)) == []


@pytest.mark.parametrize("label", [Label.REFUTES, Label.NEUTRAL])
def test_only_a_support_is_contrasted(label: Label) -> None:
    assert contrast(make("The bridge opened in 2014.", "It opened in 2014.", label), NAMES, Random(1)) == []


@pytest.mark.parametrize(
    ("label", "denied"),
    [(Label.SUPPORTS, Label.REFUTES), (Label.REFUTES, Label.SUPPORTS), (Label.NEUTRAL, Label.NEUTRAL)],
)
def test_a_denial_turns_the_label(label: Label, denied: Label) -> None:
    turned = deny(make("The bridge was closed.", "Nobody may cross the bridge.", label), Random(1))
    assert turned
    assert (turned.label, turned.passage) == (denied, "Nobody may cross the bridge.")
    assert turned.claim in {"The bridge was not closed.", "The bridge was never closed."}


@pytest.mark.parametrize("claim", ["The bridge was not closed.", "The bridge closed.", "It failed; it was closed."])
def test_a_claim_whose_polarity_is_not_plain_is_left_alone(claim: str) -> None:
    assert deny(make(claim, "Nobody may cross."), Random(1)) is None


def test_a_pair_of_two_ways_is_left_alone() -> None:
    assert deny(make("The bridge was closed.", "Nobody may cross.", binary=True), Random(1)) is None
