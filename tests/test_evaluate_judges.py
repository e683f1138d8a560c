"""The rules, the learned model and both, held against labels side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.config import Settings
from factcheck.evaluate.figures import figure_pairs
from factcheck.evaluate.pairs import SYSTEMS
from factcheck.evaluate.read_pairs import MOST_WINDOWS, WINDOW, choose_windows, read_pair
from factcheck.evaluate.run import run_pairs
from factcheck.learned import PairScore
from factcheck.model import Judge, Stance
from factcheck.model.evaluation import PairOutcome
from factcheck.model.labels import Pair
from tests.pretend_models import OverlapModel, SureModel, put_on_bench, take_off_bench

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CLAIM: Final = "Ann Lee mended the harbour wall."
ROWS: Final[list[dict[str, object]]] = [
    {"id": "a", "claim": CLAIM, "evidence": ["Ann Lee mended the harbour wall."], "label": "SUPPORTS"},
    {"id": "b", "claim": CLAIM, "evidence": ["Ann Lee has never mended the harbour wall."], "label": "REFUTES"},
    {"id": "c", "claim": CLAIM, "evidence": ["Ann Lee put the harbour wall right again."], "label": "SUPPORTS"},
    {"id": "d", "claim": CLAIM, "evidence": ["The lake froze over."], "label": "NEI"},
]


def make_pair(*evidence: str, claim: str = CLAIM, stance: Stance = Stance.SUPPORTS) -> Pair:
    return Pair(id="x", claim=claim, evidence=evidence, stance=stance)


@pytest.fixture
def pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of pairs in a folder to work in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS), encoding="utf-8")
    return path


def test_every_judge_is_a_system() -> None:
    assert {judge.value for judge in Judge} < set(SYSTEMS.names)


def test_each_answers_for_itself(pairs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    evaluation = run_pairs(pairs, Settings(), systems=("rules", "model", "both"))
    said = {name: [one.said.value for one in answers] for name, answers in evaluation.sets[0].systems.items()}
    assert said["rules"] == ["supports", "refutes", "neutral", "neutral"]
    assert said["model"] == ["supports"] * 4
    assert said["both"] == ["supports", "refutes", "supports", "neutral"]
    rules = {name: [one.rule for one in answers] for name, answers in evaluation.sets[0].systems.items()}
    assert rules["model"] == ["model/supports"] * 4
    assert rules["both"][2] == "model/supports"


def test_the_model_takes_the_likeliest_stance_with_its_probability() -> None:
    answer = read_pair(make_pair("Ann Lee never mended a wall."), OverlapModel())
    assert (answer.said, answer.rule) == (Stance.REFUTES, "model/refutes")
    assert answer.probability == answer.score == answer.refutes == 0.8
    assert answer.supports == 0.0
    silent = read_pair(make_pair("The lake froze over."), OverlapModel())
    assert (silent.said, silent.rule, silent.probability) == (Stance.NEUTRAL, "", 1.0)


def test_short_evidence_is_read_in_one_go() -> None:
    assert choose_windows(make_pair("It rained.", "  The “wall”\nfell. ")) == ['It rained. The "wall" fell.']


def test_long_evidence_is_read_where_it_is_nearest_to_the_claim() -> None:
    filler = [
        f"On day {number} the weather over the northern hills was fair, dry and a little windy."
        for number in range(200)
    ]
    told = [*filler[:120], "Ann Lee mended the harbour wall.", *filler[120:]]
    for evidence in (tuple(told), (" ".join(told),)):
        windows = choose_windows(make_pair(*evidence))
        assert len(windows) == MOST_WINDOWS
        assert all(len(window.split()) <= WINDOW for window in windows)
        assert any("mended" in window for window in windows)
        assert read_pair(make_pair(*evidence), OverlapModel()).said is Stance.SUPPORTS


def test_a_sentence_that_is_too_long_is_a_window_of_its_own() -> None:
    long = "The wall " + "and on " * (WINDOW // 2) + "it fell."
    assert choose_windows(make_pair("It rained.", long, "It snowed.")) == ["It rained.", long, "It snowed."]


def test_several_windows_say_what_any_says_most_plainly() -> None:
    long = [f"{'word ' * WINDOW}{number}." for number in range(3)]
    by_text = {
        long[0]: PairScore(supports=0.7, refutes=0.1, neutral=0.2),
        long[1]: PairScore(supports=0.1, refutes=0.2, neutral=0.7),
        long[2]: PairScore(supports=0.0, refutes=0.0, neutral=1.0),
    }

    class Fixed(OverlapModel):
        def score(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
            return [by_text[text] for text, _ in pairs]

    answer = read_pair(make_pair(*long), Fixed())
    assert answer.said is Stance.SUPPORTS
    assert answer.probability == pytest.approx(0.7 / 1.1)
    assert answer.refutes == pytest.approx(0.2 / 1.1)


def test_a_forced_choice_is_between_two_and_over_what_is_labelled_either() -> None:
    def outcome(stance: Stance, supports: float, refutes: float) -> PairOutcome:
        return PairOutcome(pair=make_pair("x", stance=stance), said=Stance.NEUTRAL, supports=supports, refutes=refutes)

    outcomes = [
        outcome(Stance.SUPPORTS, 0.3, 0.1),
        outcome(Stance.REFUTES, 0.3, 0.1),
        outcome(Stance.REFUTES, 0.1, 0.2),
        outcome(Stance.NEUTRAL, 0.9, 0.0),
    ]
    figures = figure_pairs(outcomes)
    assert figures.forced is not None
    assert (figures.forced.total, figures.forced.accuracy) == (3, 2 / 3)
    unweighed = PairOutcome(pair=make_pair("x"), said=Stance.SUPPORTS)
    assert figure_pairs([*outcomes, unweighed]).forced is None
    assert figure_pairs([unweighed]).forced is None


# --- on the command line ------------------------------------------------------------------------------


@pytest.fixture
def ask(pairs: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a call that types a command and returns the exit code, stdout and stderr."""
    del pairs

    def typed(*arguments: str) -> tuple[int, str, str]:
        code = run(["evaluate", *arguments])
        written = capsys.readouterr()
        return code, written.out, written.err

    return typed


def test_all_stand_side_by_side(ask: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    _, out, _ = ask("pairs.jsonl", "--judge", "all", "--baseline")
    rows = {line.split()[1]: line.split() for line in out.splitlines() if line.lstrip().startswith("pairs, ")}
    assert list(rows) == ["rules", "model", "both", "lexical"]
    content = json.loads(ask("pairs.jsonl", "--judge", "all", "--format", "json")[1])
    assert content["accuracy"] == 0.75
    assert content["accuracy_forced"] is None
    assert content["systems"]["model"]["accuracy_forced"] == 1.0
    assert content["systems"]["model"]["calibration"] is not None
    assert content["results"][2]["systems"] == {"model": "supports", "both": "neutral"}
    some = json.loads(ask("pairs.jsonl", "--judge", "model", "--judge", "rules", "--format", "json")[1])
    assert list(some["systems"]) == ["rules"]
    assert some["accuracy"] == content["systems"]["model"]["accuracy"]


def test_by_default_pairs_are_answered_as_claims_are(
    ask: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    assert "pairs, both" in ask("pairs.jsonl")[1]
    take_off_bench(monkeypatch)
    assert "pairs, rules" in ask("pairs.jsonl")[1]


def test_claims_are_judged_by_one(
    ask: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "a.txt").write_text("Ann Lee put the harbour wall right again.", encoding="utf-8")
    gold = f"claims:\n- id: wall\n  text: {CLAIM}\n  verdict: supported\n"
    (tmp_path / "gold.yaml").write_text(gold, encoding="utf-8")
    right = {}
    for judge in Judge:
        content = json.loads(ask("gold.yaml", "--judge", judge.value, "--format", "json")[1])
        right[judge] = content["right"]
        assert content["judge"].endswith("alone" if judge is Judge.RULES else model.hash)
        assert f"Judged by {content['judge']}." in ask("gold.yaml", "--judge", judge.value)[1]
    assert right == {Judge.RULES: 0, Judge.MODEL: 1, Judge.BOTH: 1}
    code, _, err = ask("gold.yaml", "--judge", "all")
    assert (code, err.splitlines()[0]) == (2, "error: several judges are compared on labelled pairs only")


@pytest.mark.parametrize("named", [["--checkable", "pairs.jsonl"], ["--attributions", "pairs.jsonl"]])
def test_where_nothing_is_judged_no_judge_is_named(ask: Callable[..., tuple[int, str, str]], named: list[str]) -> None:
    code, _, err = ask(*named, "--judge", "rules")
    assert (code, err.startswith(f"error: --judge does not go with {named[0]}")) == (2, True)
