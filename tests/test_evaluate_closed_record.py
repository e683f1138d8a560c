"""A closed record: the paper's measures by hand, both layouts of the files, and a run from end to end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Settings
from factcheck.errors import FaultsError, InputError
from factcheck.evaluate.closed_files import Known, ResearchClaim, load_benchmark
from factcheck.evaluate.closed_record import (
    Prediction,
    evaluate_closed_record,
    match_abstracts,
    match_sentences,
    measure_recall,
)
from factcheck.model import Stance
from factcheck.model.figures import Match

if TYPE_CHECKING:
    from pathlib import Path

SUPPORTS, REFUTES = Stance.SUPPORTS, Stance.REFUTES


def known(stance: Stance, *rationales: set[int]) -> Known:
    return Known(stance=stance, rationales=tuple(frozenset(one) for one in rationales))


def said(stance: Stance, *sentences: int) -> Prediction:
    return Prediction(stance=stance, sentences=sentences, rule="a/b")


CLAIMS = [
    ResearchClaim(id="1", text="x", evidence={"A": known(SUPPORTS, {0, 1}, {4}), "B": known(REFUTES, {2})}),
    ResearchClaim(id="2", text="y", evidence={"A": known(SUPPORTS, {3})}),
    ResearchClaim(id="3", text="z"),
]


def test_abstracts_by_hand() -> None:
    predictions = [
        {"A": said(SUPPORTS, 0, 1), "B": said(SUPPORTS, 2), "C": said(SUPPORTS, 0)},
        {"A": said(SUPPORTS, 0, 1, 2, 3)},  # the rationale comes fourth
        {},
    ]
    label, rationale = match_abstracts(CLAIMS, predictions)
    assert label == Match(right=2, said=4, gold=3)
    assert rationale == Match(right=1, said=4, gold=3)
    assert (label.precision, label.recall, label.f1) == (1 / 2, 2 / 3, 4 / 7)


def test_sentences_by_hand() -> None:
    predictions = [
        {"A": said(SUPPORTS, 0, 4), "B": said(SUPPORTS, 2)},  # 0 without 1 is no rationale; 2 has the wrong label
        {"A": said(SUPPORTS, 3, 5)},
        {"C": said(REFUTES, 0)},
    ]
    selection, labelled = match_sentences(CLAIMS, predictions)
    assert selection == Match(right=3, said=6, gold=5)
    assert labelled == Match(right=2, said=6, gold=5)


def test_perfect_and_empty_selections() -> None:
    perfect = [
        {name: said(one.stance, *sorted(set().union(*one.rationales))) for name, one in claim.evidence.items()}
        for claim in CLAIMS
    ]
    for match in (*match_abstracts(CLAIMS, perfect), *match_sentences(CLAIMS, perfect)):
        assert match.f1 == 1.0
    empty: list[dict[str, Prediction]] = [{}, {}, {}]
    for match in (*match_abstracts(CLAIMS, empty), *match_sentences(CLAIMS, empty)):
        assert (match.precision, match.recall, match.f1) == (None, 0.0, 0.0)


def test_recall_by_hand() -> None:
    ranks = [{"retrieved": ["C", "B", "D", "A"], "linked": ["A"]}, {"retrieved": ["A"], "linked": []}, {}]
    recall = measure_recall(CLAIMS, ranks)
    assert (recall["retrieved"][1], recall["retrieved"][3], recall["retrieved"][5]) == (1 / 3, 2 / 3, 1.0)
    assert set(recall["linked"].values()) == {1 / 3}


def write(path: Path, *rows: object) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


CORPUS = [
    {"doc_id": 7, "title": "Bridges", "abstract": ["Ann Lee signed the harbour contract.", "Fish were sold."]},
    {"doc_id": 8, "title": "Lakes", "abstract": ["The lake froze.", "Ann Lee never sold the lake."]},
]


def test_the_layout_of_the_release(tmp_path: Path) -> None:
    write(tmp_path / "corpus.jsonl", *CORPUS)
    write(tmp_path / "claims_train.jsonl", {"id": 9, "claim": "x", "evidence": {}})
    write(
        tmp_path / "claims_dev.jsonl",
        {
            "id": 1,
            "claim": "Ann Lee signed the harbour contract.",
            "evidence": {"7": [{"sentences": [0], "label": "SUPPORT"}]},
        },
        {"id": 2, "claim": "Ann Lee sold the lake.", "evidence": {"8": [{"sentences": [1], "label": "CONTRADICT"}]}},
        {"id": 3, "claim": "Zebras graze.", "evidence": {}},
    )
    benchmark = load_benchmark(tmp_path)
    assert (benchmark.name, len(benchmark.claims), len(benchmark.abstracts)) == ("claims_dev", 3, 2)
    assert benchmark.claims[1].evidence == {"8": known(REFUTES, {1})}
    assert load_benchmark(tmp_path, "claims_train").name == "claims_train"

    figures = evaluate_closed_record(benchmark, Settings())
    assert figures.abstract_label == figures.abstract_rationale == Match(right=2, said=2, gold=2)
    assert figures.sentence_selection == figures.sentence_label == Match(right=2, said=2, gold=2)
    assert figures.recall_at["retrieved"][1] == 1.0
    assert figures.recall_at["listed"][1] == 1.0
    assert sum(rule.right for rule in figures.rules) == 2


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ({"7": [{"sentences": [0], "label": "BOGUS"}]}, "there is no label 'BOGUS'"),
        ({"7": [{"sentences": [9], "label": "SUPPORT"}]}, "has no sentence 9"),
        ({"7": [{"sentences": [], "label": "SUPPORT"}]}, "is empty"),
        ({"9": [{"sentences": [0], "label": "SUPPORT"}]}, "the corpus has no abstract 9"),
        (
            {"7": [{"sentences": [0], "label": "SUPPORT"}, {"sentences": [1], "label": "CONTRADICT"}]},
            "the abstract 7 needs one label",
        ),
    ],
)
def test_labels_that_cannot_be_are_refused(tmp_path: Path, evidence: object, told: str) -> None:
    write(tmp_path / "corpus.jsonl", *CORPUS)
    write(tmp_path / "claims.jsonl", {"id": 1, "claim": "x", "evidence": evidence})
    with pytest.raises(InputError) as caught:
        load_benchmark(tmp_path)
    faults = caught.value.faults if isinstance(caught.value, FaultsError) else ()
    assert told in " ".join([caught.value.message, *(fault.message for fault in faults)])


def test_nothing_stands_there_twice(tmp_path: Path) -> None:
    write(tmp_path / "corpus.jsonl", *CORPUS, CORPUS[0])
    write(tmp_path / "claims.jsonl", *[{"id": 1, "claim": "x", "evidence": {}}] * 2)
    with pytest.raises(InputError, match="the document 7 stands there twice"):
        load_benchmark(tmp_path)
    write(tmp_path / "corpus.jsonl", *CORPUS)
    with pytest.raises(InputError, match="the claim 1 stands there twice"):
        load_benchmark(tmp_path)


def test_rows_of_one_claim_and_document_are_put_together(tmp_path: Path) -> None:
    write(tmp_path / "x_corpus.jsonl", *({**row, "sentences": row["abstract"]} for row in CORPUS))
    rows = [
        {"claim": "x", "evidence": [sentence], "label": "SUPPORTS", "doc_id": "8"}
        for sentence in ("The lake froze.", "Ann Lee never sold the lake.", "Nowhere.")
    ]
    write(tmp_path / "x.jsonl", *rows)
    benchmark = load_benchmark(tmp_path)
    assert benchmark.claims[0].evidence == {"8": known(SUPPORTS, {0}, {1})}
    assert benchmark.note.endswith("1 rows with evidence have no such label, or sentences that are not in the corpus")
    write(tmp_path / "x.jsonl", rows[0], {**rows[1], "label": "REFUTES"})
    with pytest.raises(InputError, match="supports and refutes one claim"):
        load_benchmark(tmp_path)


def test_pairs_beside_a_corpus(tmp_path: Path) -> None:
    write(tmp_path / "mine_corpus.jsonl", *({**row, "sentences": row["abstract"]} for row in CORPUS))
    write(
        tmp_path / "mine.jsonl",
        {"id": "a-7", "claim": "It froze.", "evidence": [], "label": "NEI", "doc_id": "7"},
        {"id": "a-8", "claim": "It froze.", "evidence": ["The lake froze."], "label": "SUPPORTS", "doc_id": "8"},
    )
    benchmark = load_benchmark(tmp_path)
    assert [(claim.id, claim.evidence) for claim in benchmark.claims] == [("a-7", {"8": known(SUPPORTS, {0})})]
    assert "rationale of its own" in benchmark.note


def test_scifact_is_meant_where_there_are_several(tmp_path: Path) -> None:
    for name in ("other", "scifact"):
        write(tmp_path / f"{name}_corpus.jsonl", {"doc_id": "1", "sentences": ["x"]})
        write(tmp_path / f"{name}.jsonl", {"claim": "x", "evidence": ["x"], "label": "SUPPORTS", "doc_id": "1"})
    assert load_benchmark(tmp_path).name == "scifact"
    assert load_benchmark(tmp_path, "other").name == "other"
    assert load_benchmark(tmp_path, str(tmp_path / "other.jsonl")).name == "other"
    with pytest.raises(InputError, match="no claims “none” with a corpus"):
        load_benchmark(tmp_path, "none")


def test_a_folder_without_a_benchmark_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        load_benchmark(tmp_path / "none")
    with pytest.raises(InputError, match="holds no claims with a corpus"):
        load_benchmark(tmp_path)
    for name in ("one", "two"):
        write(tmp_path / f"{name}_corpus.jsonl", {"doc_id": "1", "sentences": ["x"]})
        write(tmp_path / f"{name}.jsonl", {"claim": "x", "evidence": ["x"], "label": "SUPPORTS", "doc_id": "2"})
    with pytest.raises(InputError, match="several benchmarks: one, two"):
        load_benchmark(tmp_path)
    with pytest.raises(InputError, match=r"one\.jsonl:1: the corpus has no document 2"):
        load_benchmark(tmp_path, "one")
    write(tmp_path / "one_corpus.jsonl", {"doc_id": "1"})
    with pytest.raises(FaultsError) as caught:
        load_benchmark(tmp_path, "one")
    assert caught.value.faults[0].message == "the row has no “sentences”"
