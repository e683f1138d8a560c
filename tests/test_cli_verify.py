"""`factcheck verify` over a pretend pipeline: what it reads, writes and exits with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import run, verify
from factcheck.errors import RunError
from factcheck.model import VerdictLabel
from factcheck.pipeline.held import hold
from tests.report_factory import CLAIM, make_intake, make_report, make_verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Report

REPORT = make_report(make_verdict(VerdictLabel.CONTRADICTED), make_verdict(VerdictLabel.SUPPORTED))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Put a pretend pipeline behind the command; returns what it was asked, in order."""
    calls: list[object] = []

    def read_claims(path: Path, *, ids: Sequence[str] = (), speakers: Sequence[str] = ()) -> tuple[Claim, ...]:
        del speakers
        calls.append(("claims", str(path), tuple(ids)))
        return (CLAIM,)

    def open_record(folder: Path, index: Path | None, *, jobs: int | None = None) -> Store:
        calls.append(("record", str(folder), *filter(None, (index, jobs))))
        return hold(make_intake())

    def check_claims(claims: Sequence[Claim], store: Store, settings: Settings, *, jobs: int | None = None) -> Report:
        asked = settings.model_dump(exclude_defaults=True)
        calls.append(("check", len(claims), store.count_documents(), *filter(None, (asked, jobs))))
        return REPORT

    for fake in (read_claims, open_record, check_claims):
        monkeypatch.setattr(verify, fake.__name__, fake)
    return calls


def test_by_default_it_reads_claims_yaml_and_seeds(asked: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify"]) == 0
    assert asked == [("claims", "claims.yaml", ()), ("record", "seeds"), ("check", 1, 1)]
    written = capsys.readouterr()
    assert written.out.startswith("✗ contradicted  We opened")
    assert written.err == ""


def test_options_reach_the_pipeline(asked: list[object]) -> None:
    options = ["--record", "docs", "--claim", "a", "--claim", "b", "--as-of", "2018-06"]
    assert run(["verify", "mine.yaml", *options]) == 0
    assert asked == [("claims", "mine.yaml", ("a", "b")), ("record", "docs"), ("check", 1, 1, {"as_of": "2018-06"})]


@pytest.mark.usefixtures("asked")
def test_json_is_the_contract(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["verify", "--format", "json"]) == 0
    report = json.loads(capsysbinary.readouterr().out.decode("utf-8"))
    assert report["schema"] == "factcheck.report/1"
    assert "similar_claims" not in report


@pytest.mark.usefixtures("asked")
def test_why_shows_the_weights(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "--why"]) == 0
    assert " +3.50  together\n" in capsys.readouterr().out


@pytest.mark.usefixtures("asked")
def test_a_width_wraps_in_a_pipe_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "--width", "60"]) == 0
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= 60
    assert "\x1b" not in shown


def test_an_unknown_format_is_refused_before_any_work(asked: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "--format", "jsn"]) == 2
    assert "did you mean “json”?" in capsys.readouterr().err
    assert asked == []


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "disputed"], 0),
        (["--fail-on", "contradicted"], 1),
        (["--fail-on", "disputed,contradicted"], 1),
        (["--fail-on", "disputed, Contradicted"], 1),
        (["--fail-on", "disputed", "--fail-on", "supported"], 1),
        (["--fail-on", "not-checkable"], 0),
        (["--fail-on", ""], 0),
    ],
)
def test_a_gate_trips_after_the_output_is_written(
    options: list[str], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.json"
    assert run(["verify", "--format", "json", "--output", str(target), *options]) == code
    assert len(json.loads(target.read_text(encoding="utf-8"))["verdicts"]) == 2
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_refused_before_any_work(
    asked: list[object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "missing" / "report.json"
    assert run(["verify", "--output", str(target)]) == 2
    assert asked == []
    assert capsys.readouterr().err.startswith(f"error: {target}: there is no folder {target.parent}\n")


def test_a_run_that_fails_leaves_the_old_report(
    asked: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_claims(*_args: object, **_options: object) -> Report:
        raise RunError("broken")

    monkeypatch.setattr(verify, "check_claims", check_claims)
    target = tmp_path / "report.txt"
    target.write_text("the old one", encoding="utf-8")
    assert run(["verify", "--output", str(target)]) == 3
    assert len(asked) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["report.txt"]
    assert target.read_text(encoding="utf-8") == "the old one"


def test_without_a_claims_file_it_says_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["verify"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "error: claims.yaml: there is no such claims file",
        "hint: name it: factcheck verify path/to/claims.yaml",
    ]


@pytest.mark.parametrize(("make", "told"), [(None, "there is no such folder"), ("file", "is a file, not a folder")])
def test_without_a_record_it_says_how_to_name_one(
    make: str | None,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(verify, "read_claims", lambda _path, **_options: (CLAIM,))
    if make:
        Path("seeds").write_text("", encoding="utf-8")
    assert run(["verify"]) == 2
    assert capsys.readouterr().err == (
        f"error: seeds: {told}\nhint: name the folder of documents: --record path/to/documents\n"
    )
