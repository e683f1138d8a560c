"""What a gate asked for and what it met: why a passage that came near does not count."""

from __future__ import annotations

import pytest

from factcheck.model import GATES, Judgement
from factcheck.stance import RULES, LearnedModel, Rule, RuleModel, tell_gate
from factcheck.stance.thresholds import BAND, SUPPORTS_AT
from tests.bench import make_link
from tests.pretend_models import SureModel

CLAIM = "Dunmore Council spent £40m on the harbour bridge in 2017."


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            CLAIM,
            "Marsh Council spent £49m on the harbour bridge in 2017.",
            ("subject", "Dunmore Council", "Marsh Council"),
        ),
        (CLAIM, "Dunmore Council spent £49m on the harbour bridge in 2011.", ("period", "2017", "2011")),
        (
            CLAIM,
            "It is claimed that Dunmore Council spent £40m on the harbour bridge in 2017.",
            ("force", "somebody who can be held to it", "nobody is named: “It is claimed”"),
        ),
        (
            CLAIM,
            "Dunmore Council may have spent £40m on the harbour bridge in 2017.",
            ("force", "an assertion that it is so", "hedged (“may”)"),
        ),
        (
            "The harbour bridge opened in 2017.",
            "The harbour bridge closed in 2017.",
            ("period", "the same day, since the one may follow the other", "2017"),
        ),
    ],
)
def test_a_gate_says_what_it_needed_and_what_was_there(claim: str, passage: str, told: tuple[str, str, str]) -> None:
    link = make_link(claim, passage)
    assert link
    judgement = RuleModel().judge(link)
    assert (judgement.gate, *tell_gate(link, judgement)) == told


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_whatever_stops_a_rule_is_told(rule: Rule) -> None:
    for example in rule.examples:
        link = make_link(example.claim, example.passage)
        judgement = RuleModel([rule]).judge(link) if link else None
        if link and judgement and judgement.gate:
            assert judgement.gate in GATES
            assert tell_gate(link, judgement)[0]


def test_what_counts_has_no_gate_to_tell_of() -> None:
    link = make_link(CLAIM, "Dunmore Council spent £49m on the harbour bridge in 2017.")
    assert link
    judgement = RuleModel().judge(link)
    assert judgement.note == "claim £40m against passage £49m: 40 ≠ 49 million, 22.5 % more"
    assert tell_gate(link, judgement) == ("", "")


def test_the_model_says_how_sure_it_had_to_be() -> None:
    link = make_link("Ann Lee closed the library.", "Ann Lee closed the harbour library.")
    assert link
    judgement = LearnedModel(SureModel(supports=0.5, refutes=0.2)).judge(link)
    assert (judgement.gate, *tell_gate(link, judgement)) == (
        "unsure",
        f"more than {SUPPORTS_AT + BAND:.2f} that it supports the claim",
        "0.50",
    )


@pytest.mark.parametrize("gate", [*GATES, "", "of a later version"])
def test_every_gate_can_be_told_of_any_two_texts(gate: str) -> None:
    link = make_link("The harbour bridge was rated good.", "A harbour bridge.")
    assert link
    needed, there = tell_gate(link, Judgement(stance=RuleModel().judge(link).stance, rule="", gate=gate))
    assert isinstance(there, str)
    assert bool(needed) is (gate in GATES and gate not in {"unsure", "scope"})
