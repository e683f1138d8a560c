"""Sentences that people called checkable or not: that they are read, counted and written down."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.errors import FaultsError, InputError
from factcheck.evaluate.checkable import HALVES, evaluate_checkable
from factcheck.model import Force

if TYPE_CHECKING:
    from factcheck.model.evaluation import CheckableEvaluation

SENTENCES: Final = (
    ("Dunmore Council opened two schools in 2016.", 1, Force.ASSERTED),
    ("The bridge cost £3m and is the finest in the country.", 1, Force.ASSERTED),
    ("The council will open a school.", 0, Force.PREDICTED),
    ("I hope the bridge is rebuilt.", 0, Force.WISHED),
    ("We should all be kinder.", 0, Force.REQUIRED),
    ("In my view the bridge is ugly.", 0, Force.JUDGED),
    ("Who will pay for it?", 0, Force.ASKED),
    ("Hope lies ahead of us.", 0, Force.ASSERTED),
)

LEAST_ACCURACY: Final = 0.55
"""Share of the sentences of the held back half that are taken for what people call them: today 0.59."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [json.dumps({"id": f"s{n}", "text": text, "label": label}) for n, (text, label, _) in enumerate(SENTENCES)]
    made = tmp_path / "speeches.jsonl"
    made.write_text("\n".join(rows), encoding="utf-8")
    return made


def _count(evaluation: CheckableEvaluation, right: str, said: str) -> int:
    return sum(one.count(right, said) for one in evaluation.by_half.values())


def test_every_sentence_is_read_with_its_force(path: Path) -> None:
    assert [one.force for one in evaluate_checkable(path).outcomes] == [force for _, _, force in SENTENCES]


def test_sentences_are_counted_in_one_half_or_the_other(path: Path) -> None:
    evaluation = evaluate_checkable(path)
    assert tuple(evaluation.by_half) == HALVES
    assert all(one.total for one in evaluation.by_half.values())
    assert _count(evaluation, "checkable", "checkable") == 2
    assert _count(evaluation, "not_checkable", "not_checkable") == 5
    assert _count(evaluation, "not_checkable", "checkable") == 1


@pytest.mark.parametrize("text", ["", '{"text": "x"}', '{"text": "x", "label": 2}', '{"text": "", "label": 1}'])
def test_what_is_no_such_file_is_refused(tmp_path: Path, text: str) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(text, encoding="utf-8")
    with pytest.raises((FaultsError, InputError)):
        evaluate_checkable(wrong)


def test_it_is_shown_as_a_page_and_as_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "--checkable", str(path)]) == 0
    assert "speeches: which sentences can be checked" in capsys.readouterr().out
    assert run(["evaluate", "--checkable", str(path), "--format", "json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["kind"] == "checkable"
    assert sum(half["sentences"] for half in content["sets"].values()) == len(SENTENCES)
    assert content["results"][2]["force"] == "predicted"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("case",), "case does not go with --checkable"),
        (("--sample", "3"), "--sample does not go with --checkable"),
        (("--only-errors",), "--only-errors has nothing to list with --checkable"),
    ],
)
def test_what_does_not_go_with_it_is_refused(
    path: Path, arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", "--checkable", str(path), *arguments]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.skipif(not os.environ.get("FACTCHECK_DATA"), reason="FACTCHECK_DATA names no folder")
def test_sentences_of_speeches_are_taken_for_what_they_are() -> None:
    evaluation = evaluate_checkable(Path(os.environ["FACTCHECK_DATA"]) / "policlaim.jsonl")
    assert len(evaluation.outcomes) > 1900
    assert (evaluation.by_half[HALVES[1]].accuracy or 0) >= LEAST_ACCURACY
