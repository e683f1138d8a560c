"""`factcheck verify --watch`: what is shown when, what is refused, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import run, watch
from factcheck.cli.output import open_page
from factcheck.errors import Fault, FaultsError
from factcheck.model import VerdictLabel
from factcheck.watch.follow import Change, How, Turn, Update
from tests.index_records import write_claims, write_texts
from tests.made_up_records import HARBOUR, UNRELATED
from tests.report_factory import CLAIM, make_report, make_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.cli.output import Page
    from factcheck.errors import FactcheckError

ROOT = Path(__file__).parent.parent
INTERRUPTED = 130

FIRST = make_verdict(VerdictLabel.SUPPORTED, claim=replace(CLAIM, id="first"))
SECOND = make_verdict(VerdictLabel.DISPUTED, claim=replace(CLAIM, id="second"))
TURNED = make_verdict(VerdictLabel.CONTRADICTED, claim=replace(CLAIM, id="second"))
START = Update(report=make_report(FIRST, SECOND), checked=("first", "second"), verdicts=(FIRST, SECOND))
LATER = Update(
    report=make_report(FIRST, TURNED, report_id="e" * 16),
    checked=("second",),
    changes=(Change("news/\x1b[31mred.txt", How.CHANGED),),
    verdicts=(TURNED,),
    turns=(Turn("second", VerdictLabel.DISPUTED, VerdictLabel.CONTRADICTED),),
)
BROKEN = FaultsError("claims.yaml", [Fault(line=3, column=5, message="the claim has no “text”", hint="add “text: …”")])


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_texts(tmp_path / "seeds", HARBOUR)
    write_claims(tmp_path)


@pytest.fixture
def follow(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let something be found, and then a break come."""

    def put(*found: Update | FactcheckError) -> None:
        def follow(source: object, **options: object) -> Iterator[Update | FactcheckError]:
            del source, options
            yield from found
            raise KeyboardInterrupt

        monkeypatch.setattr(watch, "Follower", follow)

    return put


def test_a_pipe_gets_every_table_whole(follow: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    follow(START, LATER)
    assert run(["verify", "--watch"]) == INTERRUPTED
    written = capsys.readouterr()
    first, rule, second = written.out.partition(f"{'=' * 60}\n")
    assert rule
    assert first.startswith("✓ supported  We opened")
    assert "≠ disputed" in first
    assert second.startswith("✓ supported  We opened")
    assert "✗ contradicted" in second
    assert "\x1b" not in written.out


def test_what_changed_is_told_apart_from_the_verdicts(
    follow: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    follow(START, LATER)
    run(["verify", "--watch"])
    assert capsys.readouterr().err.splitlines() == [
        "watching claims.yaml and the record seeds; Ctrl-C ends it",
        "1 of 2 claims checked again: news/\\x1b[31mred.txt changed",
        "  second: contradicted, was disputed",
        "",
        "interrupted",
    ]


def test_lines_are_written_of_verdicts_that_differ(
    follow: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    follow(START, replace(LATER, verdicts=()), LATER)
    run(["verify", "--watch", "--format", "jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["claim"]["id"], row["verdict"], row["report_id"][0]) for row in rows] == [
        ("first", "supported", "f"),
        ("second", "disputed", "f"),
        ("second", "contradicted", "e"),
    ]


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_a_file_holds_the_last_report(form: str, follow: Callable[..., None], tmp_path: Path) -> None:
    file = tmp_path / "report.out"
    follow(START, LATER)
    run(["verify", "--watch", "--format", form, "--output", str(file)])
    later = file.read_bytes()
    follow(LATER)
    file.unlink()
    run(["verify", "--watch", "--format", form, "--output", str(file)])
    assert file.read_bytes() == later
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".factcheck")] == []


def test_an_error_leaves_the_last_good_verdicts(
    follow: Callable[..., None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "report.json"
    follow(START, BROKEN)
    assert run(["verify", "--watch", "--format", "json", "--output", str(file)]) == INTERRUPTED
    assert len(json.loads(file.read_text("utf-8"))["verdicts"]) == 2
    assert capsys.readouterr().err.splitlines()[1:-2] == [
        "claims.yaml:3:5: the claim has no “text”",
        "  hint: add “text: …”",
        "error: claims.yaml: 1 fault",
        "note: the verdicts before stand until this is mended; still watching",
    ]


def test_a_file_that_cannot_be_written_ends_nothing(
    follow: Callable[..., None], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sub" / "report.json"
    file.parent.mkdir()
    follow(START, LATER)

    def open_and_go(output: Path | None = None, *, width: int | None = None) -> Page:
        page = open_page(output, width=width)
        file.parent.rmdir()
        return page

    monkeypatch.setattr(watch, "open_page", open_and_go)
    assert run(["verify", "--watch", "--format", "json", "--output", str(file)]) == INTERRUPTED
    written = capsys.readouterr().err
    assert written.count("error: ") == 2
    assert "1 of 2 claims checked again" in written


REFUSED = [
    (["--fail-on", "contradicted"], "--fail-on does not go with --watch"),
    (["--format", "json"], "would be written to stdout again and again"),
    (["--format", "json", "--output", "-"], "would be written to stdout again and again"),
    (["--format", "jso"], "there is no format “jso”"),
    (["--output", "seeds/report.txt"], "lies in the record"),
    (["--output", "claims.yaml"], "is a file that is to be read"),
    (["--lexicon", "/dev/null"], "is no file that can be watched"),
    (["missing.yaml"], "there is no such claims file"),
    (["--record", "missing"], "there is no such folder"),
]


@pytest.mark.parametrize(("typed", "told"), REFUSED, ids=[" ".join(typed) for typed, _ in REFUSED])
def test_what_cannot_be_watched_is_refused(typed: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "--watch", *typed]) == 2
    written = capsys.readouterr()
    assert told in written.err
    assert written.out == ""


def start(*more: str, **pipes: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "factcheck", "verify", "--watch", "--judge", "rules", *more]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"}
    return subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE, **pipes)  # type: ignore[call-overload, no-any-return]


def read_note(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    return process.stderr.readline().rstrip("\n")


def end(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=300)
    assert process.returncode == INTERRUPTED
    return rest.strip()


def test_a_whole_watch_over_files_that_change(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    process = start("--format", "json", "--output", str(report), stdout=subprocess.DEVNULL)
    assert read_note(process).startswith("watching claims.yaml and the record seeds; ")
    write_texts(tmp_path / "seeds", {"stamps.txt": UNRELATED})
    assert read_note(process) == "0 of 8 claims checked again: stamps.txt added"
    write_claims(tmp_path, "claims:\n")
    assert read_note(process).startswith("claims.yaml:1:")
    assert process.stderr
    assert any(line.endswith("still watching\n") for line in process.stderr)
    write_claims(tmp_path)
    assert read_note(process) == "0 of 8 claims checked again: all files are as they were"
    assert end(process) == "interrupted"
    watched = report.read_bytes()
    assert run(["verify", "--judge", "rules", "--format", "json", "--output", str(report)]) == 0
    assert report.read_bytes() == watched


def test_a_terminal_shows_the_table_anew(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="terminals are tested where there are pseudo-terminals")
    ours, theirs = pty.openpty()
    process = start("--claim", "left-hart", stdout=theirs)
    os.close(theirs)
    assert read_note(process).startswith("watching")
    shown = os.read(ours, 65536).decode("utf-8")
    assert "✓ supported" in shown
    assert "\x1b[2J" not in shown
    write_texts(tmp_path / "seeds", {"post.txt": HARBOUR["post.txt"].replace("May 2017", "May 2016")})
    assert read_note(process) == "1 of 1 claim checked again: post.txt changed"
    assert read_note(process) == "  left-hart: contradicted, was supported"
    shown = os.read(ours, 65536).decode("utf-8")
    assert shown.startswith("\x1b[2J\x1b[1;1H")
    assert "✗ contradicted" in shown
    assert end(process) == "interrupted"
    os.close(ours)
