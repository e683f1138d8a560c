"""`factcheck query` over a pretend pipeline: the claim as it is put, and claims worded alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import query, run
from factcheck.pipeline.held import hold
from tests.report_factory import make_intake, make_report, make_verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Report

CLAIMS = """\
claims:
  - id: bridge-on-time
    text: We opened the harbour bridge in 2017.
    speaker: Ada Quill
"""
ASKED = "They opened the harbour bridge in 2017."


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Claim]:
    """Put a pretend pipeline behind the command, in an empty folder; returns the claims it was given."""
    given: list[Claim] = []

    def open_record(_folder: Path, _index: Path | None) -> Store:
        return hold(make_intake())

    def check_claims(claims: Sequence[Claim], _store: Store, _settings: Settings) -> Report:
        given.extend(claims)
        return make_report(*(make_verdict(claim=claim) for claim in claims))

    monkeypatch.setattr(query, "open_record", open_record)
    monkeypatch.setattr(query, "check_claims", check_claims)
    monkeypatch.chdir(tmp_path)
    return given


def test_the_claim_is_checked_as_it_is_put(put: list[Claim], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", f" {ASKED} ", "--speaker", "Ada Quill", "--date", "2018-03"]) == 0
    assert [(claim.text, claim.speaker, str(claim.date)) for claim in put] == [(ASKED, "Ada Quill", "2018-03")]
    shown = capsys.readouterr().out
    assert shown.startswith(f"≠ disputed  {ASKED}\n")
    assert " +3.50  together\n" in shown
    assert "stopped by period: 2012 is not 2017\n" in shown


def test_claims_worded_alike_come_first_and_are_not_swapped_in(
    put: list[Claim], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    assert run(["query", ASKED]) == 0
    alike, _, verdict = capsys.readouterr().out.partition("\n\n")
    assert alike.startswith("Already among your claims")
    assert "% We opened the harbour bridge in 2017.\n" in alike
    assert "bridge-on-time · Ada Quill" in alike
    assert verdict.startswith(f"≠ disputed  {ASKED}\n")
    assert [claim.text for claim in put] == [ASKED]


@pytest.mark.usefixtures("put")
def test_json_has_them_under_a_key_of_their_own(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    claims = tmp_path / "mine.yaml"
    claims.write_text(CLAIMS, encoding="utf-8")
    assert run(["query", ASKED, "--claims", str(claims), "--format", "json"]) == 0
    report = json.loads(capsysbinary.readouterr().out)
    assert [similar["claim"]["id"] for similar in report["similar_claims"]] == ["bridge-on-time"]
    assert report["verdicts"][0]["claim"]["text"] == ASKED
    assert report["verdicts"][0]["claim"]["id"] == query.QUERY_ID


@pytest.mark.usefixtures("put")
def test_without_a_claims_file_nothing_is_alike(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["query", ASKED, "--format", "json"]) == 0
    written = capsysbinary.readouterr()
    assert json.loads(written.out)["similar_claims"] == []
    assert written.err == b""


def test_a_claims_file_that_was_named_must_be_there(put: list[Claim], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", ASKED, "--claims", "mine.yaml"]) == 2
    assert capsys.readouterr().err.startswith("error: mine.yaml: there is no such claims file\n")
    assert put == []


@pytest.mark.parametrize(("text", "told"), [("", "empty"), (" \n", "empty"), ("\udcff", "not readable text")])
def test_a_claim_that_is_no_text_is_refused(
    text: str, told: str, put: list[Claim], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["query", text]) == 2
    assert told in capsys.readouterr().err
    assert put == []
