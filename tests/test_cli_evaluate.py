"""`factcheck evaluate` as it is typed: what it reads, prints, draws and refuses."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from factcheck.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOLD = """
claims:
- id: bridge
  text: Dunmore Council rebuilt the harbour bridge in 2016.
  verdict: supported
  supporting:
  - {document: a.txt, quote: rebuilt the harbour bridge}
- id: wall
  text: Dunmore Council rebuilt the harbour bridge in 2016.
  verdict: insufficient
- id: fine
  text: Dunmore Council was not fined £5m in 2018.
  verdict: insufficient
"""
RECORD = "Dunmore Council rebuilt the harbour bridge in 2016.\nDunmore Council was fined £5m in 2018.\n"
CLAIM = "Ann Lee signed the harbour contract."
PAIRS: list[dict[str, object]] = [
    {"id": "a", "claim": CLAIM, "evidence": ["Ann Lee signed the harbour contract."], "label": "SUPPORTS"},
    {"id": "b", "claim": CLAIM, "evidence": ["Ann Lee never signed the harbour contract."], "label": "SUPPORTS"},
    {"id": "c", "claim": CLAIM, "evidence": ["It was Ann Lee who put her name to it."], "label": "SUPPORTS"},
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a case and a file of pairs, to work in."""
    record = tmp_path / "case" / "record"
    record.mkdir(parents=True)
    (record / "a.txt").write_text(RECORD, encoding="utf-8")
    (tmp_path / "case" / "gold.yaml").write_text(GOLD, encoding="utf-8")
    (tmp_path / "pairs.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in PAIRS), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a call that types a command and returns the exit code, stdout and stderr."""
    del folder

    def typed(*arguments: str) -> tuple[int, str, str]:
        code = run(["evaluate", *arguments])
        written = capsys.readouterr()
        return code, written.out, written.err

    return typed


def test_false_contradictions_come_first_one_by_one(ask: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = ask("case")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "False contradictions: 1"
    assert lines[1].startswith("  - case/fine: contradicted, labelled insufficient. “Dunmore Council was not fined")
    assert "“Dunmore Council was fined £5m in 2018.” (a.txt)" in lines[1]
    assert any(line.split() == ["verdicts", "right", "1/3"] for line in lines)
    assert any(line.split() == ["labelled", "quotes", "listed", "1/1"] for line in lines)
    assert "Errors: case" in lines


def test_only_errors_leaves_out_the_figures(ask: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = ask("case", "--only-errors")
    assert "Figures" not in out
    assert "bridge:" not in out
    assert "stance: wall: supported, labelled insufficient." in out


def test_no_errors_are_said_to_be_none(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    gold = folder / "case" / "gold.yaml"
    gold.write_text(GOLD.split("- id: wall", maxsplit=1)[0], encoding="utf-8")
    assert ask("case/gold.yaml", "--only-errors")[1] == "No errors.\n"


def test_json_has_the_figures_and_every_claim(ask: Callable[..., tuple[int, str, str]]) -> None:
    content = json.loads(ask("case", "--format", "json")[1])
    assert content["schema"] == "factcheck.evaluation/1"
    named = ("kind", "claims", "right", "false_contradictions", "quotes", "quotes_found")
    assert [content[name] for name in named] == ["claims", 3, 1, 1, 1, 1]
    assert content["sets"]["case"]["claims"] == 3
    assert [(one["id"], one["right"]) for one in content["results"]] == [
        ("bridge", True),
        ("wall", False),
        ("fine", False),
    ]
    assert content["results"][0]["quotes"][0]["stage"] == "listed"
    errors = json.loads(ask("case", "--format", "json", "--only-errors")[1])
    assert [one["id"] for one in errors["results"]] == ["wall", "fine"]
    assert errors["claims"] == 3


def test_json_of_pairs(ask: Callable[..., tuple[int, str, str]]) -> None:
    content = json.loads(ask("pairs.jsonl", "--judge", "rules", "--format", "json")[1])
    assert [content[name] for name in ("kind", "pairs", "accuracy", "accuracy_two_way")] == [
        "pairs",
        3,
        0.333333,
        0.333333,
    ]
    assert content["precision"] == {"supports": 1.0, "refutes": 0.0, "neutral": 0.0}
    assert content["recall"] == {"supports": 0.333333, "refutes": None, "neutral": None}
    assert content["macro_f1"] == pytest.approx((0.5 + 0 + 0) / 3, abs=1e-6)
    assert [one["said"] for one in content["results"]] == ["supports", "refutes", "neutral"]


def test_pairs_for_people(ask: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = ask("pairs.jsonl", "--judge", "rules", "--baseline")
    assert "pairs, rules" in out
    assert "pairs, lexical" in out
    _, out, _ = ask("pairs.jsonl", "--judge", "rules", "--only-errors")
    assert out.splitlines()[0] == "Wrongly called refutes: 1"
    assert "Wrongly called neutral: 1" in out


def test_markdown_escapes_what_it_would_take_for_markup(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    gold = folder / "case" / "gold.yaml"
    gold.write_text(GOLD.replace("not fined £5m in 2018.", "not fined £5m in 2018. *|<b>"), encoding="utf-8")
    _, out, _ = ask("case", "--format", "markdown")
    assert out.startswith("# Evaluation by factcheck ")
    assert "| verdicts right | 1/3 |" in out
    assert "\\*\\|\\<b\\>" in out


def test_comparing_says_what_turned(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    assert ask("case", "--format", "json", "--output", "old.json")[0] == 0
    assert "No figure differs." in ask("case", "--compare", "old.json")[1]
    gold = folder / "case" / "gold.yaml"
    gold.write_text(GOLD.replace("verdict: insufficient", "verdict: supported", 1), encoding="utf-8")
    _, out, _ = ask("case", "--compare", "old.json")
    assert any(line.split() == ["right", "1", "2", "+1"] for line in out.splitlines())
    assert "Right now: 1" in out
    assert "case/wall: supported, now supported" in out
    compared = json.loads(ask("case", "--compare", "old.json", "--format", "json")[1])["compared"]
    assert compared["right_now"] == [{"id": "case/wall", "before": "supported", "after": "supported"}]
    assert {"figure": "right", "before": 1.0, "after": 2.0} in compared["changes"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{}", "is no evaluation"),
        ("not json", "is no evaluation"),
        ("[" * 100_000, "is no evaluation"),
        ('{"x": NaN}', "is no evaluation"),
        (
            '{"schema": "x", "tool": {"version": "0"}, "kind": "claims", "only_errors": false, "results": []}',
            "is no factcheck",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(
    folder: Path, ask: Callable[..., tuple[int, str, str]], content: str, told: str
) -> None:
    (folder / "old.json").write_text(content, encoding="utf-8")
    code, out, err = ask("case", "--compare", "old.json")
    assert (code, out) == (2, "")
    assert told in err


def test_evaluations_of_two_sorts_or_of_errors_only_are_not_compared(ask: Callable[..., tuple[int, str, str]]) -> None:
    ask("pairs.jsonl", "--format", "json", "--output", "pairs.json")
    assert "an evaluation of pairs cannot be compared with one of claims" in ask("case", "--compare", "pairs.json")[2]
    ask("case", "--format", "json", "--only-errors", "--output", "errors.json")
    assert "holds errors only" in ask("case", "--compare", "errors.json")[2]
    assert "there is no such file" in ask("case", "--compare", "none.json")[2]


def test_comparing_takes_a_byte_order_mark_and_endless_figures(
    folder: Path, ask: Callable[..., tuple[int, str, str]]
) -> None:
    ask("case", "--format", "json", "--output", "old.json")
    text = (folder / "old.json").read_text(encoding="utf-8").replace('"claims": 3', f'"claims": 1{"0" * 400}', 1)
    (folder / "old.json").write_text(f"\ufeff{text}", encoding="utf-8")
    code, out, _ = ask("case", "--compare", "old.json")
    assert code == 0
    assert any(line.split()[:2] == ["claims", "–"] for line in out.splitlines())


def test_a_name_cannot_move_the_cursor(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    (folder / "pairs.jsonl").rename(folder / "a\x1b[31m.jsonl")
    _, out, _ = ask("a\x1b[31m.jsonl")
    assert "\x1b" not in out


def test_plots_are_drawn_and_the_same_every_time(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    assert ask("case", "--plots", "first")[0] == 0
    assert ask("pairs.jsonl", "--judge", "rules", "--baseline", "--plots", "first")[0] == 0
    assert ask("case", "--plots", "second")[0] == 0
    drawn = {path.name: path.read_bytes() for path in (folder / "first").iterdir()}
    assert {"confusion.svg", "coverage.svg", "confusion-rules.svg"} <= drawn.keys()
    for name, picture in drawn.items():
        assert ET.fromstring(picture).tag.endswith("svg"), name  # noqa: S314 - what was just written
    assert (folder / "second" / "confusion.svg").read_bytes() == drawn["confusion.svg"]


def test_what_is_not_installed_is_told(
    ask: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith(("sklearn", "matplotlib"))]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("factcheck.render.plots", "factcheck.evaluate.baseline"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, out, err = ask("pairs.jsonl", "--baseline")
    assert (code, out) == (3, "")
    assert "hint: pip install 'factcheck[evaluate]'" in err
    code, _, err = ask("case", "--plots", "plots")
    assert code == 3
    assert "--plots needs matplotlib, which is not installed\nhint: pip install 'factcheck[evaluate]'" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "nothing is named to evaluate"),
        (("none",), "there is no such file or folder"),
        (("none.jsonl",), "there is no such file"),
        (("case/record",), "holds nothing to evaluate"),
        (("case/record/a.txt",), "is neither labelled claims nor pairs"),
        (("case", "--baseline"), "--baseline goes with labelled pairs"),
        (("case", "--sample", "3"), "--sample goes with labelled pairs"),
        (("pairs.jsonl", "--record", "case/record"), "--record goes with labelled claims"),
        (("--data", "case", "--baseline"), "--baseline goes with labelled claims or pairs, not with --data"),
        (("--data", "case"), "holds no claims with a corpus"),
        (("--data", "case", "--only-errors"), "--only-errors has nothing to list with --data"),
        (("--attributions", "case"), "holds no attributions with their texts"),
        (("--attributions", "none.jsonl"), "there is no such file or folder"),
        (("--attributions", "pairs.jsonl"), "there is no pairs_corpus.jsonl beside it"),
        (("case", "--attributions", "pairs.jsonl"), "--attributions takes no other labels beside it"),
        (("--attributions", "pairs.jsonl", "--data", "case"), "--data does not go with --attributions"),
        (("--attributions", "pairs.jsonl", "--plots", "plots"), "--plots has nothing to draw with --attributions"),
        (("x" * 300,), "there is no such file or folder"),
        (("--data", "x" * 300), "there is no such folder"),
        (("case/gold.yaml", "--output", "case/gold.yaml"), "is a file that is to be read"),
        (("pairs.jsonl", "--output", "pairs.jsonl"), "is a file that is to be read"),
        (("case", "--output", "case/record/new.txt"), "lies in the record"),
        (("case", "--plots", "case/record"), "lies in the record"),
        (("case", "--plots", "pairs.jsonl"), "cannot be made a folder"),
        ((".",), "holds both labelled claims (gold.yaml) and pairs (pairs.jsonl)"),
        (("case/gold.yaml", "--record", "none"), "its documents are not there"),
        (("case", "--sample", "0"), "Invalid value for '--sample'"),
        (("case", "--output", "case/record"), "is a folder, not a file"),
    ],
)
def test_what_cannot_be_evaluated_is_refused(
    ask: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], told: str
) -> None:
    code, out, err = ask(*arguments)
    assert (code, out) == (2, "")
    assert told in err


def test_several_cases_have_records_of_their_own(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    other = folder / "other"
    (folder / "case").rename(folder / "cases")
    (other / "a").mkdir(parents=True)
    (folder / "cases").rename(other / "b")
    for path in (other / "b").rglob("*.*"):
        copied = other / "a" / path.relative_to(other / "b")
        copied.parent.mkdir(exist_ok=True)
        copied.write_bytes(path.read_bytes())
    content = json.loads(ask("other", "--format", "json")[1])
    assert (list(content["sets"]), content["claims"]) == (["a", "b"], 6)
    assert "--record names one record, and other holds 2 cases" in ask("other", "--record", "other/a/record")[2]
    (other / "a" / "gold.yaml").unlink()
    code, _, err = ask("other/b/gold.yaml", "--record", "other/a/record")
    assert (code, err) == (0, "")


def test_a_closed_record(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    rows = {
        "corpus": {"doc_id": 1, "title": "x", "abstract": ["Ann Lee signed the harbour contract."]},
        "claims_dev": {"id": 1, "claim": CLAIM, "evidence": {"1": [{"sentences": [0], "label": "SUPPORT"}]}},
    }
    for name, row in rows.items():
        (folder / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    content = json.loads(ask("--data", ".", "--format", "json")[1])
    assert content["kind"] == "closed_record"
    assert content["abstract_label_only"]["f1"] == content["sentence_selection_label"]["f1"] == 1.0
    assert content["recall_at"]["retrieved"]["1"] == 1.0
    _, out, _ = ask("--data", ".", "--plots", "plots")
    assert out.startswith("claims_dev: 1 claims on 1 abstracts\n")
    assert (folder / "plots" / "recall.svg").exists()


def test_attributions(folder: Path, ask: Callable[..., tuple[int, str, str]]) -> None:
    text = "Ann Lee said the quay was safe. Tom Hart praised the crane. “It will last for years,” she said."
    marked = {"Ann Lee": "the quay was safe", "Tom Hart": "the crane"}
    rows = [
        {"id": name, "doc_id": "a", "offsets": {"Source": [find(text, name)], "Content": [find(text, content)]}}
        for name, content in marked.items()
    ]
    (folder / "said.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "said_corpus.jsonl").write_text(json.dumps({"doc_id": "a", "text": text}), encoding="utf-8")
    code, out, err = ask("--attributions", "said.jsonl", "--format", "json", "--output", "old.json")
    assert (code, out, err) == (0, "", "")
    content = json.loads((folder / "old.json").read_text(encoding="utf-8"))
    assert content["kind"] == "attributions"
    assert content["attributions_source"]["indirect"]["f1"] == 1.0
    assert [one["right"] for one in content["results"]] == [True, False]
    _, out, _ = ask("--attributions", "said.jsonl", "--compare", "old.json")
    assert "No figure differs." in out
    assert "said, all: 2 attributions in 1 articles" in out
    assert "Tom Hart: Tom Hart, not document" in ask("--attributions", "said.jsonl", "--only-errors")[1]


def find(text: str, phrase: str) -> list[int]:
    return [text.index(phrase), text.index(phrase) + len(phrase)]
