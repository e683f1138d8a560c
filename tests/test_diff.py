"""Two reports held against each other: which verdicts changed, and which documents did it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from factcheck.cli import run
from factcheck.diff import compare_reports
from factcheck.model.diff import ClaimChange, DocumentChange
from factcheck.report.rows import ReportRow
from tests.index_records import write_claims, write_texts
from tests.made_up_records import HARBOUR, HARBOUR_CLAIMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.model.diff import ClaimDifference, ReportDifferences

Content = Any
"""A report as JSON, which the tests alter at any place."""

LEFT: Final = "report.txt"
"""The document that a first record lacks; without it nothing tells of the rating."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a record, a report on it without one document, and one on the whole."""
    folder = tmp_path_factory.mktemp("diff")
    write_texts(folder / "record", {path: text for path, text in HARBOUR.items() if path != LEFT})
    claims = str(write_claims(folder))
    options = ["--record", str(folder / "record"), "--format", "json", "--output"]
    assert run(["verify", claims, *options, str(folder / "old.json")]) == 0
    write_texts(folder / "record", {LEFT: HARBOUR[LEFT]})
    assert run(["verify", claims, *options, str(folder / "new.json")]) == 0
    return folder


def read(path: Path, change: Callable[[Content], object] = lambda _: None) -> ReportRow:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    content["schema_name"] = content.pop("schema")
    return ReportRow.model_validate(content, by_alias=False, by_name=True)


def by_id(differences: ReportDifferences) -> dict[str, ClaimDifference]:
    return {one.id: one for one in differences.claims}


def test_the_same_report_does_not_differ(place: Path) -> None:
    differences = compare_reports(read(place / "new.json"), read(place / "new.json"))
    assert (differences.claims, differences.documents, differences.run, differences.same) == ((), (), (), 8)
    assert not differences.changed


def test_a_document_that_was_added_is_named_for_what_it_did(place: Path) -> None:
    differences = compare_reports(read(place / "old.json"), read(place / "new.json"))
    assert [(one.path, one.change) for one in differences.documents] == [(LEFT, DocumentChange.ADDED)]
    rating = by_id(differences)["rating"]
    assert (rating.change, rating.was, rating.now) == (ClaimChange.VERDICT, "insufficient", "contradicted")
    assert (rating.documents, rating.why) == ((LEFT,), "report.txt was added.")
    gained = next(one for one in rating.quotes if one.now == "contradicting")
    assert (gained.was, gained.document, gained.document_change) == ("", LEFT, DocumentChange.ADDED)
    assert "for the third year running" in gained.quote
    assert by_id(differences)["gap"].change is ClaimChange.EVIDENCE
    assert differences.changed


def test_the_other_way_round_it_was_removed(place: Path) -> None:
    differences = compare_reports(read(place / "new.json"), read(place / "old.json"))
    rating = by_id(differences)["rating"]
    assert (rating.was, rating.now, rating.why) == ("contradicted", "insufficient", "report.txt was removed.")
    assert [(one.was, one.now) for one in rating.quotes if one.was == "contradicting"] == [("contradicting", "")]


def test_a_document_with_other_bytes_keeps_the_quotes_that_it_still_has(place: Path) -> None:
    def change(report: Content) -> None:
        report["record"][2].update(sha256="0" * 64, text_sha256="0" * 64)
        for one in report["verdicts"][0]["contradicting"]:
            one.update(start=one["start"] + 7, end=one["end"] + 7)
        report["verdicts"][3].update(verdict="insufficient", contradicting=[])

    differences = compare_reports(read(place / "new.json"), read(place / "new.json", change))
    assert [(one.path, one.change) for one in differences.documents] == [(LEFT, DocumentChange.CHANGED)]
    assert [(one.id, one.why) for one in differences.claims] == [("rating", "report.txt was changed.")]


def test_claims_that_came_went_and_were_reworded_are_told_apart(place: Path) -> None:
    def change(report: Content) -> None:
        report["verdicts"][0]["claim"].update(id="gap-anew")
        report["verdicts"][2]["claim"].update(text="Dunmore rebuilt the harbour bridge.", date="2018-02-01")

    differences = compare_reports(read(place / "new.json"), read(place / "new.json", change))
    assert [(one.id, one.change.value) for one in differences.claims] == [
        ("gap-anew", "added"),
        ("gap", "removed"),
        ("rebuilt", "reworded"),
    ]
    reworded = differences.claims[2]
    assert [one.field for one in reworded.reworded] == ["text", "date"]
    assert reworded.why == "The claim has another text and date."
    assert differences.same == 6


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda report: report["config"].update(judge="model", model="abc"), "The run had another judge and model."),
        (lambda report: report["tool"].update(version="0.2.0"), "The run had another version."),
        (lambda report: report["record"][0].update(sha256="0" * 64), "No document whose quotes are listed otherwise"),
        (lambda _: None, "Nothing that the reports tell of what went into them differs"),
    ],
)
def test_what_no_document_did_is_told_too(place: Path, change: Callable[[Content], object], why: str) -> None:
    def turn(report: Content) -> None:
        change(report)
        report["verdicts"][3].update(verdict="supported", rule="verdict/supported")

    differences = compare_reports(read(place / "new.json"), read(place / "new.json", turn))
    (rating,) = differences.claims
    assert (rating.id, rating.documents) == ("rating", ())
    assert rating.why.startswith(why)


def test_a_quote_that_counts_otherwise_is_followed_from_list_to_list(place: Path) -> None:
    def change(report: Content) -> None:
        moved = report["verdicts"][3]["contradicting"].pop()
        moved.update(eligibility="own_words", speaker="Ann Lee")
        report["verdicts"][3].update(verdict="insufficient", own_words=[moved])

    differences = compare_reports(read(place / "new.json"), read(place / "new.json", change))
    (quote,) = differences.claims[0].quotes
    assert (quote.was, quote.now) == ("contradicting", "own_words")
    assert [one.field for one in quote.fields] == ["speaker", "eligibility"]
    assert (quote.fields[1].was, quote.fields[1].now) == ("independent", "own_words")


# --- the command -------------------------------------------------------------------------------------


def test_the_page_tells_what_changed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(place / "old.json"), str(place / "new.json")]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("2 of 8 verdicts changed, and ")
    assert "rating: insufficient → contradicted\n" in shown
    assert "Why: report.txt was added.\n" in shown
    assert "  - + contradicting: “2. Inspectors rated" in shown or "  - + contradicting: “Inspectors rated" in shown
    assert "  - report.txt: added\n" in shown
    assert "  - gap: contradicted; +1 contradicting" in shown


def test_json_and_markdown_say_the_same(place: Path, tmp_path: Path) -> None:
    reports = [str(place / "old.json"), str(place / "new.json")]
    written = {form: tmp_path / form for form in ("json", "markdown")}
    for form, path in written.items():
        assert run(["diff", *reports, "--format", form, "--output", str(path), "--fail-on-change"]) == 1
    content = json.loads(written["json"].read_text("utf-8"))
    assert (content["schema"], content["changed"]) == ("factcheck.diff/1", True)
    rating = next(one for one in content["claims"] if one["id"] == "rating")
    assert (rating["was"], rating["now"], rating["documents"]) == ("insufficient", "contradicted", [LEFT])
    assert written["markdown"].read_text("utf-8").startswith("# From report ")
    assert "### rating: insufficient → contradicted\n" in written["markdown"].read_text("utf-8")


def test_nothing_trips_where_nothing_changed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = str(place / "new.json")
    assert run(["diff", report, report, "--fail-on-change"]) == 0
    assert capsys.readouterr().out == "Nothing differs: 8 claims, the record read as of 2018-06-14.\n"


def test_a_day_is_held_against_now(place: Path, tmp_path: Path) -> None:
    claims = tmp_path / "claims.yaml"
    claims.write_text(HARBOUR_CLAIMS, "utf-8")
    written = tmp_path / "since.json"
    options = ["--record", str(place / "record"), "--format", "json", "--output", str(written), "--fail-on-change"]
    assert run(["diff", "--as-of", "2018-02", str(claims), *options]) == 1
    content = json.loads(written.read_text("utf-8"))
    assert (content["old"]["as_of"], content["new"]["as_of"]) == ("2018-02", "2018-06-14")
    assert [(one["path"], one["change"]) for one in content["documents"]] == [("post.txt", "added"), (LEFT, "added")]
    turned = {one["id"]: (one["was"], one["now"]) for one in content["claims"] if one["change"] == "verdict"}
    assert turned["rating"] == ("insufficient", "contradicted")
    assert turned["left-hart"] == ("insufficient", "supported")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["new.json"], "two reports are compared, and 1 is named"),
        ([], "two reports are compared, and 0 are named"),
        (["new.json", "claims.yaml"], "this is not JSON"),
        (["old.json", "new.json", "--record", "record"], "--record goes with --as-of"),
        (["--as-of", "2018", "claims.yaml", "new.json"], "one file of claims is checked with --as-of"),
        (["--as-of", "2018-13", "claims.yaml"], "has no month 13"),
        (["old.json", "new.json", "--output", "old.json"], "is a file that is to be read"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    place: Path, typed: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert run(["diff", *typed]) == 2
    assert told in capsys.readouterr().err


def test_what_moves_no_verdict_is_told_too(place: Path) -> None:
    decided = {"decision": "disputed", "reason": "Two audits.", "by": "Tom Hart", "date": "2018-07-01", "evidence": ""}

    def decide(report: Content) -> None:
        report["verdicts"][0]["decision"] = {**decided, "tie": "untied", "earlier": []}

    differences = compare_reports(read(place / "new.json"), read(place / "new.json", decide))
    assert not differences.changed
    assert any(one.field.startswith("decisions") for one in differences.beside)
