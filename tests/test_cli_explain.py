"""`factcheck explain`: a claim of a file over a pretend pipeline, and a claim of a report that was written before."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import explain, run
from factcheck.model import VerdictLabel
from factcheck.pipeline.held import hold
from factcheck.render.report_json import render_json
from tests.report_factory import CLAIM, DOCUMENT, make_intake, make_report, make_verdict

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
  - id: bridge-cost
    text: It cost £9 million.
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """Put a pretend pipeline behind the command, in a folder with a claims file; returns what it was asked."""
    calls: list[object] = []

    def open_record(folder: Path, _index: Path | None) -> Store:
        calls.append(str(folder))
        return hold(make_intake())

    def check_claims(claims: Sequence[Claim], _store: Store, settings: Settings) -> Report:
        calls.append((tuple(claim.id for claim in claims), settings.model_dump(exclude_defaults=True)))
        return make_report(*(make_verdict(claim=claim) for claim in claims))

    monkeypatch.setattr(explain, "open_record", open_record)
    monkeypatch.setattr(explain, "check_claims", check_claims)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    return calls


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of two claims that was written before."""
    other = make_verdict(VerdictLabel.SUPPORTED, claim=replace(CLAIM, id="bridge-height", text="It is high."))
    path = tmp_path / "report.json"
    path.write_text(render_json(make_report(make_verdict(), other), width=0), encoding="utf-8")
    return path


def test_a_claim_of_the_file_is_checked_and_explained(asked: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "bridge-cost", "--record", "docs", "--as-of", "2018"]) == 0
    assert asked == ["docs", (("bridge-cost",), {"as_of": "2018"})]
    shown = capsys.readouterr().out
    assert shown.startswith("≠ disputed  It cost £9 million.\n")
    assert " +3.50  together\n" in shown


@pytest.mark.parametrize(
    ("name", "hint"),
    [("bridge-costs", "hint: did you mean “bridge-cost”?\n"), ("sluice", "no claim has the id “sluice”")],
)
def test_a_claim_that_is_not_there_is_told_with_a_near_one(
    name: str, hint: str, asked: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", name]) == 2
    assert hint in capsys.readouterr().err
    assert asked == []


@pytest.mark.usefixtures("asked")
def test_a_report_is_explained_from_what_it_holds(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "bridge-height", "--report", str(report)]) == 0
    written = capsys.readouterr()
    assert written.out.startswith("✓ supported  It is high.\n")
    assert "— “Harbour bridge opens late”, The Daily Tide, 2017-06-01\n" in written.out
    assert "1 claim: 1 ✓ supported\n" in written.out
    assert written.err == ""


def test_the_record_is_not_looked_at_for_a_report(
    asked: list[object], report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "bridge-on-time", "--report", str(report)]) == 0
    assert asked == []
    assert DOCUMENT.path in capsys.readouterr().out


@pytest.mark.usefixtures("asked")
def test_a_near_id_of_a_report_is_suggested(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "bridge-hight", "--report", str(report)]) == 2
    assert capsys.readouterr().err == (
        "error: no claim has the id “bridge-hight”\nhint: did you mean “bridge-height”?\n"
    )


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    "options", [["--record", "docs"], ["--as-of", "2018"], ["--disable", "topic/restates"], ["claims.yaml"]]
)
def test_what_asks_for_a_new_run_is_refused_beside_a_report(
    options: list[str], report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "bridge-on-time", *options, "--report", str(report)]) == 2
    assert "has no use beside --report" in capsys.readouterr().err


@pytest.mark.usefixtures("asked")
def test_a_report_that_was_altered_is_explained_with_a_note(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.write_text(report.read_text("utf-8").replace("It is high.", "It is low."), encoding="utf-8")
    assert run(["explain", "bridge-height", "--report", str(report)]) == 0
    written = capsys.readouterr()
    assert "It is low." in written.out
    assert written.err == f"note: {report} is not as it was written: its digest is that of another content\n"


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("date", ["yesterday", "2018-13", "2018-01-01/2018-12-31"])
def test_a_report_with_a_date_that_is_none_is_refused(
    date: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_text(report.read_text("utf-8").replace('"2018-03-02"', f'"{date}"'), encoding="utf-8")
    assert run(["explain", "bridge-on-time", "--report", str(report)]) == 2
    shown = capsys.readouterr().err
    assert f"error: {report}: " in shown
    assert "hint: " in shown


@pytest.mark.usefixtures("asked")
def test_json_has_the_verdict_of_the_report_and_says_it_in_words(
    report: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["explain", "bridge-on-time", "--report", str(report), "--format", "json"]) == 0
    shown = json.loads(capsysbinary.readouterr().out)
    written = json.loads(report.read_text("utf-8"))
    assert shown["schema"] == "factcheck.explanation/1"
    assert shown["verdict"] == written["verdicts"][0]
    assert shown["record"] == written["record"]
    assert shown["report_id"] == written["report_id"]
    assert len(shown["told"]["parts"]) == len(shown["verdict"]["parts"])
    assert len(shown["told"]["context"]) == len(shown["verdict"]["context"])
    assert all(shown["told"]["context"])


@pytest.mark.usefixtures("asked")
def test_it_is_written_to_a_file_and_never_over_the_report(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "why.txt"
    assert run(["explain", "bridge-on-time", "--report", str(report), "--output", str(target)]) == 0
    assert target.read_text("utf-8").startswith("≠ disputed  ")
    before = report.read_bytes()
    assert run(["explain", "bridge-on-time", "--report", str(report), "--output", str(report)]) == 2
    assert "is a file that is to be read" in capsys.readouterr().err
    assert report.read_bytes() == before


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("width", ["40", "72", "120"])
def test_no_line_is_wider_than_the_page(width: str, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "bridge-on-time", "--report", str(report), "--width", width]) == 0
    shown = capsys.readouterr().out
    assert max(len(line) for line in shown.splitlines()) <= int(width)
