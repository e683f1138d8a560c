"""`factcheck rules` and `--disable`: what is listed, with which figures, and what a run without a rule says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.config import Settings
from factcheck.evaluate.measured import load_measured
from factcheck.model import Intake, VerdictLabel
from factcheck.model.figures import least
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.stance import MODEL_RULES, RULES
from tests.bench import make_claim, make_document

if TYPE_CHECKING:
    from pathlib import Path

MINE = {
    "pairs": 40,
    "rules": [{"name": "topic/restates", "fired": 8, "right": 6}, {"name": "gone/rule", "fired": 1, "right": 1}],
}

NAMES: Final = [*(rule.name for rule in RULES), *(rule.name for rule in MODEL_RULES)]


def test_every_rule_is_listed_with_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    out = capsys.readouterr().out
    for rule in RULES:
        assert rule.name in out
        assert rule.source in out
        assert rule.examples[0].claim in out
    for said in MODEL_RULES:
        assert said.name in out
        assert said.source in out


def test_figures_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(MINE), encoding="utf-8")
    assert run(["rules", "--measured", str(tmp_path / "mine.json")]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["topic/restates", "8", "6", "75.0", "%", "40.9", "%", "20.0", "%"] in rows
    assert ["polarity/denied", "0", "0", "–", "–", "0.0", "%"] in rows
    assert run(["rules", "--measured", str(tmp_path / "mine.json"), "--format", "json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in content["rules"]] == NAMES
    restates = next(one for one in content["rules"] if one["name"] == "topic/restates")
    assert (restates["precision"], restates["coverage"], restates["fired"]) == (0.75, 0.2, 8)


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "rules.json"
    assert run(["rules", "--format", "json", "--output", str(path)]) == 0
    assert load_measured(path) == load_measured()


def test_the_shipped_figures_are_of_rules_that_there_are() -> None:
    figures, pairs = load_measured()
    assert pairs > 5000
    assert list(figures) == NAMES
    assert all(one.right <= one.fired <= pairs for one in figures.values())


@pytest.mark.parametrize(("content", "told"), [("{}", "is no evaluation of pairs"), ("x", "is no evaluation of pairs")])
def test_what_is_no_evaluation_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    assert run(["rules", "--measured", str(path)]) == 2
    assert told in capsys.readouterr().err
    assert run(["rules", "--measured", str(tmp_path / "none.json")]) == 2


def test_a_lower_bound_by_hand() -> None:
    assert least(0, 0) is None
    assert least(0, 10) == 0.0
    assert round(least(10, 10) or 0, 4) == 0.7225
    assert round(least(50, 100) or 0, 4) == 0.4038


def test_a_rule_that_is_disabled_is_not_asked() -> None:
    claim = make_claim("Ann Lee signed the harbour contract.")
    record = Intake(documents=(make_document("Ann Lee never signed the harbour contract."),))
    assert verify([claim], hold(record), Settings()).verdicts[0].label is VerdictLabel.CONTRADICTED
    report = verify([claim], hold(record), Settings(disable=("polarity/denied",)))
    assert report.verdicts[0].label is VerdictLabel.INSUFFICIENT
    assert report.config["disable"] == "polarity/denied"


@pytest.mark.parametrize("command", [["verify"], ["query", "It rained."], ["evaluate", "x.yaml"]])
def test_a_rule_that_is_not_there_is_refused(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--disable", "polarity/denid"]) == 2
    assert "there is no rule “polarity/denid”; did you mean “polarity/denied”?" in capsys.readouterr().err
