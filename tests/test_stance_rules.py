"""The rules of stance: their own examples, alone; and near misses that no rule may take for a contradiction."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Stance
from factcheck.stance import RULES, Example, Rule, RuleModel
from tests.bench import judge, make_link

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{place}")
    for rule in RULES
    for place, example in enumerate(rule.examples, 1)
]

HERE = Path(__file__).parent
FAILS_TODAY = "! "


def _pairs(name: str) -> list[ParameterSet]:
    lines = [
        line for line in (HERE / name).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    fault = pytest.mark.xfail(strict=True, reason="taken for what it is not")
    return [
        pytest.param(
            *line.removeprefix(FAILS_TODAY).split(" | "), marks=[fault] if line.startswith(FAILS_TODAY) else []
        )
        for line in lines
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_gets_its_stance_from_its_rule_alone(rule: Rule, example: Example) -> None:
    assert judge(example.claim, example.passage, RuleModel([rule])).stance is example.stance


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_no_other_rule_turns_an_example_round(rule: Rule, example: Example) -> None:
    opposite = {Stance.SUPPORTS: Stance.REFUTES, Stance.REFUTES: Stance.SUPPORTS}.get(example.stance)
    assert rule in RULES
    assert judge(example.claim, example.passage, RuleModel()).stance is not opposite


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_examples_that_fire_and_that_stay_silent(rule: Rule) -> None:
    stances = {example.stance for example in rule.examples}
    assert Stance.NEUTRAL in stances
    assert stances - {Stance.NEUTRAL}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_and_sourced(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*", rule.name)
    assert rule.source.strip()


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_judgement_names_its_rule_or_its_gate(rule: Rule, example: Example) -> None:
    judgement = judge(example.claim, example.passage, RuleModel([rule]))
    if judgement.stance is Stance.NEUTRAL:
        assert judgement.weight is None
        assert judgement.gate
    else:
        assert judgement.rule == rule.name
        assert judgement.weight is not None
        assert judgement.weight.name == rule.name
        assert judgement.weight.value > 0


@pytest.mark.parametrize(("claim", "passage"), _pairs("near_misses.txt"))
def test_a_near_miss_is_no_contradiction(claim: str, passage: str) -> None:
    judgement = judge(claim, passage, RuleModel(), published="2018-06-14")
    assert judgement.stance is not Stance.REFUTES, judgement.rule


@pytest.mark.parametrize(("claim", "passage"), _pairs("near_supports.txt"))
def test_a_near_match_is_no_support(claim: str, passage: str) -> None:
    judgement = judge(claim, passage, RuleModel(), published="2018-06-14")
    assert judgement.stance is not Stance.SUPPORTS, judgement.rule


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Dunmore Council had a £12m budget gap in 2019.", "Dunmore Council had a £31m budget gap in 2019."),
        ("Ann Lee left Dunmore Council in May 2020.", "Ann Lee left Dunmore Council in May 2019."),
        ("The harbour board is chaired by Ann Lee.", "The harbour board is chaired by Tom Hart."),
        ("Dunmore Hospital was rated good in 2019.", "Dunmore Hospital was rated inadequate in 2019."),
        ("Ann Lee signed the harbour contract.", "Ann Lee did not sign the harbour contract."),
        ("Ann Lee did not sign the harbour contract.", "Ann Lee signed the harbour contract."),
        ("Unemployment in Dunmore rose in 2016.", "Unemployment in Dunmore fell in 2016."),
    ],
)
def test_a_plain_contradiction_is_seen(claim: str, passage: str) -> None:
    assert judge(claim, passage, RuleModel()).stance is Stance.REFUTES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "passage",
    [
        "Sources say Ann Lee never signed the harbour contract in 2016.",
        "Ann Lee may not have signed the harbour contract in 2016.",
        "Did Ann Lee not sign the harbour contract in 2016?",
        "Ann Lee will not sign the harbour contract.",
        "Ann Lee should not sign the harbour contract.",
        "If Ann Lee had not signed the harbour contract in 2016, work would have stopped.",
    ],
)
def test_nobody_is_refuted_by_what_nobody_vouches_for(rule: Rule, passage: str) -> None:
    judgement = judge("Ann Lee signed the harbour contract in 2016.", passage, RuleModel([rule]))
    assert judgement.stance is not Stance.REFUTES


def test_a_score_is_the_sum_of_its_weights() -> None:
    link = make_link("Ann Lee left Dunmore Council in May 2020.", "Ann Lee resigned from Dunmore Council in May 2019.")
    assert link is not None
    assert link.score == sum(weight.value for weight in link.weights)


def test_what_has_nothing_in_common_is_not_linked_or_weighs_little() -> None:
    link = make_link("Ann Lee left Dunmore Council in May 2020.", "The price of bread fell in Marsh.")
    assert link is None or link.score <= 0
