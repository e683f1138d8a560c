"""Labelled pairs: what a file may hold, what is left out, and how factcheck and the baseline answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Settings
from factcheck.errors import FaultsError, InputError
from factcheck.evaluate.baseline import make_baseline
from factcheck.evaluate.pair_files import load_pair_sets, load_pairs
from factcheck.evaluate.pairs import answer_pair
from factcheck.evaluate.run import run_pairs
from factcheck.evaluate.sample import Draw, draw_sample
from factcheck.model import Stance
from factcheck.model.labels import Pair

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = "Ann Lee signed the harbour contract."
ROWS: list[dict[str, object]] = [
    {"id": "a", "claim": CLAIM, "evidence": ["Ann Lee signed the harbour contract."], "label": "SUPPORTS"},
    {"id": "b", "claim": CLAIM, "evidence": ["Ann Lee never signed the harbour contract."], "label": "REFUTES"},
    {"id": "c", "claim": CLAIM, "evidence": ["The lake froze over."], "label": "NEI"},
    {"id": "d", "claim": CLAIM, "evidence": ["It was Ann Lee who put her name to it."], "label": "SUPPORTS"},
    {"id": "e", "claim": CLAIM, "evidence": ["Ann Lee signed the harbour contract."], "label": "REFUTES"},
]
"""The rules get the first three right, leave the fourth undecided, and take the label of the fifth for wrong."""


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_small_file_by_hand(tmp_path: Path) -> None:
    figures = run_pairs(write(tmp_path / "pairs.jsonl", *ROWS), Settings()).figures["rules"]
    assert figures.pairs == 5
    assert figures.three_way.accuracy == 3 / 5
    assert figures.two_way.accuracy == 3 / 5
    assert (figures.three_way.precision("supports"), figures.three_way.recall("supports")) == (1 / 2, 1 / 2)
    assert (figures.three_way.precision("refutes"), figures.three_way.recall("refutes")) == (1.0, 1 / 2)
    assert (figures.three_way.precision("neutral"), figures.three_way.recall("neutral")) == (1 / 2, 1.0)
    assert figures.three_way.macro_f1 == pytest.approx((1 / 2 + 2 / 3 + 2 / 3) / 3)
    assert sum(rule.fired for rule in figures.rules) == 3
    assert sum(rule.wrong for rule in figures.rules) == 1


def test_evidence_may_be_a_text_and_labels_have_many_names(tmp_path: Path) -> None:
    names = {
        "Supported": Stance.SUPPORTS,
        "ENTAILMENT": Stance.SUPPORTS,
        "refute": Stance.REFUTES,
        "contradiction": Stance.REFUTES,
        "NOT_ENOUGH_INFO": Stance.NEUTRAL,
        "neutral": Stance.NEUTRAL,
    }
    rows = [{"claim": CLAIM, "evidence": "It rained.", "label": name} for name in names]
    loaded = load_pairs(write(tmp_path / "x.jsonl", *rows))
    assert [one.stance for one in loaded.pairs] == list(names.values())
    assert [one.id for one in loaded.pairs] == [f"line-{number}" for number in range(1, 7)]
    assert loaded.pairs[0].evidence == ("It rained.",)


def test_what_cannot_be_used_is_counted(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        {"claim": CLAIM, "evidence": [], "label": "NEI"},
        {"claim": CLAIM, "evidence": [" "], "label": "NEI"},
        {"claim": CLAIM, "evidence": ["x"], "label": "CONFLICTING"},
    ]
    loaded = load_pairs(write(tmp_path / "x.jsonl", *rows))
    assert len(loaded.pairs) == 5
    assert [one.reason for one in loaded.left_out] == ["1 pair labelled as conflicting", "2 pairs without evidence"]


def test_every_faulty_line_is_told(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.jsonl",
        ROWS[0],
        "{not json",
        "",
        {"claim": CLAIM, "label": "SUPPORTS"},
        {"claim": CLAIM, "evidence": ["x"], "label": "MAYBE"},
        '{"claim": "\\ud800", "evidence": ["x"], "label": "NEI"}',
        "[1]",
    )
    with pytest.raises(FaultsError) as caught:
        load_pairs(path)
    told = [(fault.line, fault.message) for fault in caught.value.faults]
    assert [line for line, _ in told] == [2, 5, 6, 7]
    assert told[0][1].startswith("no JSON: ")
    assert told[1][1] == "“label”: there is no label 'MAYBE'; labels are SUPPORTS, REFUTES, NEI"
    assert "half of a character" in told[2][1]


def test_evidence_may_stand_in_a_corpus_beside(tmp_path: Path) -> None:
    row = {"claim": CLAIM, "label": "SUPPORTS", "doc_id": 7}
    path = write(tmp_path / "x.jsonl", row)
    with pytest.raises(FaultsError) as caught:
        load_pairs(path)
    assert caught.value.faults[0].message == "the row has no “evidence”"
    write(tmp_path / "x_corpus.jsonl", {"doc_id": "7", "sentences": ["One.", "Two."]})
    assert load_pairs(path).pairs[0].evidence == ("One.", "Two.")


def test_claims_may_be_held_against_whole_documents(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "doc_id": "7"}, {**ROWS[2], "doc_id": "8"}, {**ROWS[1], "doc_id": "none"}]
    path = write(tmp_path / "x.jsonl", *rows)
    told = [{"doc_id": "7", "sentences": ["One.", "Two."]}, {"doc_id": "8", "sentences": ["Three."]}]
    write(tmp_path / "x_corpus.jsonl", *told)
    loaded = load_pairs(path, whole=True)
    assert [one.evidence for one in loaded.pairs] == [("One.", "Two."), ("Three.",)]
    assert [one.reason for one in loaded.left_out] == ["1 pair without evidence"]
    assert run_pairs(path, Settings(), draw=Draw(whole=True)).figures["rules"].pairs == 2


def test_a_file_of_another_sort_is_not_read_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        load_pairs(write(tmp_path / "x.jsonl", *[{"text": "x"}] * 500))
    assert len(caught.value.faults) < 100


def test_no_pairs_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no pairs"):
        load_pairs(write(tmp_path / "x.jsonl"))
    with pytest.raises(InputError, match="no such file"):
        load_pairs(tmp_path / "none.jsonl")


def test_a_folder_skips_what_is_no_pairs(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write(tmp_path / "deep" / "b.jsonl", *ROWS)
    write(tmp_path / "a.jsonl", {"text": "x"})
    sets, skipped = load_pair_sets(tmp_path)
    assert [one.name for one in sets] == ["deep/b"]
    assert [(one.path, one.reason) for one in skipped] == [("a.jsonl", "no pairs: line 1: the row has no “claim”")]


def test_pairs_that_share_a_claim_evidence_or_a_document_are_one_group(tmp_path: Path) -> None:
    rows = [
        {"claim": "One.", "evidence": ["A", "Z"], "label": "NEI"},
        {"claim": "Two.", "evidence": ["a", "Y"], "label": "NEI"},
        {"claim": "two.", "evidence": ["B"], "label": "NEI", "doc_id": "d"},
        {"claim": "Four.", "evidence": ["D"], "label": "NEI", "doc_id": "d"},
        {"claim": "Three.", "evidence": ["C"], "label": "NEI", "doc_id": None},
        {"claim": "Five.", "evidence": ["E"], "label": "NEI", "doc_id": None},
    ]
    groups = [one.group for one in load_pairs(write(tmp_path / "x.jsonl", *rows)).pairs]
    assert len(set(groups[:4])) == 1
    assert len(set(groups)) == 3


def test_an_id_that_was_there_before_gets_a_number(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "id": name} for name in ("x", "x", None, 7)]
    assert [one.id for one in load_pairs(write(tmp_path / "x.jsonl", *rows)).pairs] == ["x", "x (2)", "line-3", "7"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"claim": "  ", "evidence": ["x"], "label": "NEI"}', "“claim” is empty"),
        ('{"claim": "x", "evidence": 5, "label": "NEI"}', "“evidence” must be a text or a list of texts"),
        ('{"claim": "x", "claim": "y", "evidence": ["x"], "label": "NEI"}', "the key “claim” is doubled"),
        ('{"claim": "x", "evidence": ["x"], "label": "NEI", "score": NaN}', "NaN is no number of JSON"),
        (f'{{"claim": "x", "evidence": ["x"], "label": "NEI", "n": {"9" * 5000}}}', "a number is too long"),
        (f'{{"claim": "x", "evidence": ["x"], "label": "NEI", "n": {"[" * 100_000}', "nested too deeply"),
        ('{"claim": "x", "evidence": ["x"], "label": "NEI", "id": ["a"]}', "“id” must be text"),
        ("[1]", "the row is no object"),
    ],
)
def test_odd_lines_are_told_in_words(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(FaultsError) as caught:
        load_pairs(write(tmp_path / "x.jsonl", line))
    assert [fault.message for fault in caught.value.faults] == [told]


def test_a_folder_without_pairs_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "A.JSONL", {"text": "x"})
    with pytest.raises(InputError, match=r"no file in it holds pairs \(A\.JSONL: no pairs: line 1"):
        load_pair_sets(tmp_path)


def test_a_sample_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    rows = [{"claim": f"It rained {number} times.", "evidence": ["x"], "label": "NEI"} for number in range(50)]
    forward = draw_sample(load_pairs(write(tmp_path / "a.jsonl", *rows)), 10)
    backward = draw_sample(load_pairs(write(tmp_path / "b.jsonl", *reversed(rows))), 10)
    assert len(forward.pairs) == 10
    assert [one.claim for one in forward.pairs] == [one.claim for one in reversed(backward.pairs)]
    assert forward.left_out[-1].reason == "40 pairs that the sample leaves out"
    assert draw_sample(forward, 10) == forward


def test_the_evidence_is_the_whole_record() -> None:
    pair = Pair(
        id="x",
        claim=CLAIM,
        evidence=("It rained.", "Ann Lee never signed the harbour contract."),
        stance=Stance.REFUTES,
    )
    answer = answer_pair(pair, Settings())
    assert (answer.said, answer.right, answer.rule) == (Stance.REFUTES, True, "polarity/denied")
    assert answer.score > 0
    assert answer.probability is None


def test_the_baseline_learns_what_words_tell_and_is_sure_of_it() -> None:
    pairs = [
        Pair(
            id=f"{number}",
            claim=f"The harbour wall number {number} was mended.",
            evidence=(f"The harbour wall number {number} was mended.",) if number % 2 else ("Fish were sold.",),
            stance=Stance.SUPPORTS if number % 2 else Stance.NEUTRAL,
            group=f"{number}",
        )
        for number in range(40)
    ]
    asked: list[int] = []
    answers = make_baseline()(pairs, Settings(), on_pair=lambda: asked.append(1))
    assert len(asked) == 40
    assert all(one.right for one in answers)
    assert all(one.probability is not None and one.probability > 0.5 for one in answers)


def test_the_baseline_has_no_answer_where_there_is_nothing_to_learn() -> None:
    pairs = [Pair(id="x", claim=CLAIM, evidence=("x",), stance=Stance.SUPPORTS, group="one")] * 3
    assert [one.said for one in make_baseline()(pairs, Settings(), on_pair=lambda: None)] == [Stance.NEUTRAL] * 3
