"""Who judges a run: as asked for, as far as it is there; what a report tells of it, and what is kept of its answers."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.cli.options import JUDGES
from factcheck.config import Settings
from factcheck.errors import RunError
from factcheck.index import INDEXES
from factcheck.index.aside import Aside
from factcheck.index.store import Store
from factcheck.learned import PairScore
from factcheck.model import Intake, Judge, VerdictLabel
from factcheck.pipeline.held import hold
from factcheck.pipeline.judges import open_pairs
from factcheck.pipeline.look import look_at
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.scores import KeptScores
from factcheck.pipeline.verify import verify
from factcheck.render.report_json import render_json
from tests.bench import make_claim, make_document
from tests.index_records import read_claims
from tests.made_up_records import HARBOUR, UNRELATED
from tests.pretend_models import OverlapModel, SureModel, put_on_bench, take_off_bench

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Claim, Document, Report

CLAIM: Final = "Ann Lee mended the harbour wall."
TEXT: Final = "Ann Lee put the harbour wall right again."
"""What no rule sees to be the same."""


def check(judge: Judge | None = None, *, disable: tuple[str, ...] = ()) -> Report:
    record = hold(Intake(documents=(make_document(TEXT),)))
    return verify([make_claim(CLAIM)], record, Settings(judge=judge, disable=disable))


def test_the_options_name_every_judge() -> None:
    assert set(JUDGES) == {judge.value for judge in Judge}


@pytest.mark.parametrize(
    ("asked", "judge", "label"),
    [
        (None, Judge.BOTH, VerdictLabel.SUPPORTED),
        (Judge.BOTH, Judge.BOTH, VerdictLabel.SUPPORTED),
        (Judge.MODEL, Judge.MODEL, VerdictLabel.SUPPORTED),
        (Judge.RULES, Judge.RULES, VerdictLabel.INSUFFICIENT),
    ],
)
def test_who_is_asked_for_judges(
    asked: Judge | None, judge: Judge, label: VerdictLabel, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    report = check(asked)
    assert report.verdicts[0].label is label
    assert report.config["judge"] == judge.value
    assert report.config.get("model", "") == ("" if judge is Judge.RULES else model.hash)
    assert bool(model.asked) is (judge is not Judge.RULES)
    assert report.limits[1].startswith(
        {
            Judge.RULES: "The rules judged alone: ",
            Judge.MODEL: "A learned model judged, ",
            Judge.BOTH: "Where the rules are silent, a learned model judged, ",
        }[judge]
    )


def test_by_default_the_rules_judge_alone_where_there_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    why = take_off_bench(monkeypatch)
    report = check()
    assert (report.config["judge"], "model" in report.config) == ("rules", False)
    assert report.limits[1].startswith(f"The rules judged alone, since {why}: ")
    assert report.report_id == check(Judge.RULES).report_id
    assert report.verdicts == check(Judge.RULES).verdicts


def test_libraries_that_do_not_start_are_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.pipeline.judges.find_artefact", lambda: "there")
    monkeypatch.setitem(sys.modules, "factcheck.learned.pairs", None)
    open_pairs.cache_clear()
    assert "what runs the model is there and does not start: " in check().limits[1]
    open_pairs.cache_clear()


@pytest.mark.parametrize("asked", [Judge.MODEL, Judge.BOTH])
def test_a_model_that_is_asked_for_and_not_there_is_an_error(asked: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    why = take_off_bench(monkeypatch)
    with pytest.raises(RunError, match=why) as caught:
        check(asked)
    assert "--judge rules" in caught.value.hint


def test_the_judge_and_the_model_enter_the_id_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    ids = {check(judge).report_id for judge in Judge}
    assert len(ids) == 3
    assert check().report_id == check(Judge.BOTH).report_id
    put_on_bench(monkeypatch, SureModel(0.98, 0.0))
    assert check().report_id not in ids


def test_what_a_model_may_say_can_be_disabled(monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    assert check(disable=("model/refutes",)).verdicts[0].label is VerdictLabel.SUPPORTED
    assert check(disable=("model/supports",)).verdicts[0].label is VerdictLabel.INSUFFICIENT


def test_what_other_processes_are_told_names_the_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    with look_at(hold(Intake(documents=(make_document(TEXT),))), Settings()) as look:
        assert look.settings.judge is Judge.BOTH
    take_off_bench(monkeypatch)
    with look_at(hold(Intake(documents=(make_document(TEXT),))), Settings()) as look:
        assert look.settings.judge is Judge.RULES


def test_what_is_read_rests_on_nothing_else_in_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    monkeypatch.setattr("factcheck.stance.model.SUPPORTS_AT", 0.5)
    monkeypatch.setattr("factcheck.stance.model.REFUTES_AT", 0.5)
    claims = (replace(make_claim(CLAIM), id="wall"), *read_claims(tmp_path))
    texts = {**HARBOUR, "wall.txt": TEXT}
    documents = [make_document(text, path=path, published="2018") for path, text in texts.items()]
    more = [make_document(UNRELATED, path="stamps.txt"), make_document(documents[0].text, path="copy.txt")]

    def judge(some: list[Document], asked: tuple[Claim, ...]) -> dict[str, tuple[VerdictLabel, set[str]]]:
        verdicts = verify(asked, hold(Intake(documents=tuple(some))), Settings()).verdicts
        return {one.claim.id: (one.label, {said.rule for said in one.supporting}) for one in verdicts}

    alone = judge(documents, claims)
    assert "model/supports" in set().union(*(rules for _, rules in alone.values()))
    assert judge(documents[::-1], claims[::-1]) == alone
    assert judge([*more, *documents], claims) == alone
    for claim in claims:
        assert judge(documents, (claim,)) == {claim.id: alone[claim.id]}


# --- what is kept of its answers ----------------------------------------------------------------------


def test_what_was_said_once_is_not_asked_again(tmp_path: Path) -> None:
    pairs = [("The wall fell.", "The wall fell."), ("It rained.", "The wall fell.")]
    first, second, other = OverlapModel(), OverlapModel(), OverlapModel("other")
    said = KeptScores(first, Aside(tmp_path / "a", most=100)).score([*pairs, pairs[0]])
    assert said == [*(score for score in OverlapModel().score(pairs)), said[0]]
    assert first.asked == pairs
    assert KeptScores(second, Aside(tmp_path / "a", most=100)).score(pairs[::-1]) == said[1::-1]
    assert second.asked == []
    KeptScores(other, Aside(tmp_path / "a", most=100)).score(pairs)
    assert other.asked == pairs


def test_a_score_is_kept_to_its_last_digit(tmp_path: Path) -> None:
    odd = PairScore(supports=1 / 3, refutes=5e-324, neutral=0.1 + 0.2)

    class Odd(OverlapModel):
        def score(self, pairs: object) -> list[PairScore]:
            del pairs
            return [odd]

    for model in (Odd(), OverlapModel()):
        assert KeptScores(model, Aside(tmp_path / "a", most=100)).score([("a", "b")]) == [odd]


def test_a_report_is_the_same_with_what_was_kept_and_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "record"
    record.mkdir()
    (record / "a.txt").write_text(TEXT, encoding="utf-8")
    written, asked = [], []
    for _ in range(3):
        model = put_on_bench(monkeypatch, SureModel(0.99, 0.0))
        store = Store(tmp_path / "index", INDEXES.load("tantivy"))
        refresh(store, [record])
        written.append(render_json(verify([make_claim(CLAIM)], store, Settings()), width=80))
        store.close()
        asked.append(len(model.asked))
        if len(asked) > 1:
            (tmp_path / "index" / "judgements.sqlite").write_bytes(b"not what was kept")
    assert asked[0] > 0
    assert asked[1:] == [0, asked[0]]
    assert len(set(written)) == 1


# --- on the command line ------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a claim and a record, to work in."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(f"claims:\n- id: wall\n  text: {CLAIM}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_judge_is_typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    put_on_bench(monkeypatch, SureModel(0.99, 0.0))
    for command in (["verify"], ["query", CLAIM]):
        said = {}
        for judge in JUDGES:
            assert run([*command, "--judge", judge, "--format", "json"]) == 0
            report = json.loads(capsys.readouterr().out)
            assert report["config"]["judge"] == judge
            said[judge] = report["verdicts"][0]["verdict"]
        assert said == {"rules": "insufficient", "model": "supported", "both": "supported"}


@pytest.mark.usefixtures("folder")
def test_a_judge_that_is_not_there_is_told_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    why = take_off_bench(monkeypatch)
    for command in (["verify", "none.yaml"], ["query", CLAIM, "--record", "none"], ["evaluate", "none.yaml"]):
        assert run([*command, "--judge", "both"]) == 3
        assert capsys.readouterr().err.startswith(f"error: there is no learned model to judge: {why}\nhint: ")
    assert run(["verify", "--judge", "jury"]) == 2
    assert "'rules', 'model', 'both'" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_that_the_rules_judged_alone_stands_under_the_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    why = take_off_bench(monkeypatch)
    assert run(["verify"]) == 0
    assert f"  - The rules judged alone, since {why}: " in capsys.readouterr().out
    assert run(["verify", "--format", "jsonl"]) == 0
    assert f"note: The rules judged alone, since {why}: " in capsys.readouterr().err
