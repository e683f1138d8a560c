"""The options that narrow a record, and what every command on it gives to programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from tests.index_records import write_claims, write_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent
STATED: Final = """\
documents:
  post.txt:
    publisher: The Dunmore Post
  report.txt:
    publisher: Audit Office
  stamps.txt:
    publisher: The Stamp Collector
"""
KEYS: Final = {
    "list": {"schema", "documents", "skipped"},
    "stats": {
        "schema", "documents", "passages", "sections", "skipped", "months", "longer_periods", "undated", "publishers",
        "without_publisher", "silent",
    },
    "search": {"schema", "hits", "looked_at", "passages"},
    "check": {"schema", "documents", "passages", "faults"},
    "add": {"schema", "documents", "passages", "skipped", "files_read", "files_gone"},
    "show": {
        "schema", "path", "sha256", "text_sha256", "reader", "title", "publisher", "author", "published", "url", "kind",
        "blocks", "furniture", "sections", "spoken",
    },
}  # fmt: skip


@pytest.fixture
def given(tmp_path: Path) -> list[str]:
    folder = write_texts(tmp_path / "record")
    write_texts(folder, {"record.yaml": STATED, "odd.xyz": "?"})
    return ["--record", str(folder), "--index", str(tmp_path / "index")]


def ask(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run([*arguments, "--format", "json"]) == 0
    written = capsys.readouterr()
    assert written.err == ""
    shown = json.loads(written.out)
    assert isinstance(shown, dict)
    return shown


def typed(command: str, given: Sequence[str], claims: Path) -> list[str]:
    """A command with what it needs."""
    named = {
        "verify": ["verify", str(claims)],
        "search": ["record", "search", "budget gap"],
        "show": ["record", "show", "post.txt"],
        "add": ["record", "add", given[1]],
    }.get(command, ["record", command])
    return [*named, *(given[2:] if command == "add" else given)]


@pytest.mark.parametrize("command", KEYS)
def test_the_keys_of_what_is_given_to_programs(
    command: str, given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(typed("list", given, tmp_path)) == 0
    capsys.readouterr()
    shown = ask(typed(command, given, tmp_path), capsys)
    assert set(shown) == KEYS[command]
    assert str(shown["schema"]).startswith("factcheck.")


@pytest.mark.parametrize("command", ["verify", "list", "stats", "search"])
@pytest.mark.parametrize("period", [["--since", "2099"], ["--until", "1901"], ["--since", "2019", "--until", "2018"]])
def test_a_period_that_leaves_nothing_is_told(
    command: str, period: list[str], given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*typed(command, given, write_claims(tmp_path)), *period]) == 3
    written = capsys.readouterr()
    assert written.out == ""
    assert "nothing in the record fits the period and the publishers" in written.err
    assert "hint: factcheck record stats shows what it covers" in written.err


@pytest.mark.parametrize("command", ["verify", "list", "stats", "search"])
def test_an_unknown_publisher_is_told_with_a_near_one(
    command: str, given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*typed(command, given, write_claims(tmp_path)), "--publisher", "The Dunmore Pots"]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "published by “The Dunmore Pots”" in written.err
    assert "did you mean" in written.err


@pytest.mark.parametrize("command", ["verify", "search"])
def test_an_unknown_speaker_is_told_with_a_near_one(
    command: str, given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*typed(command, given, write_claims(tmp_path)), "--speaker", "Ann Leigh"]) == 2
    assert "hint: did you mean “Ann Lee”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        (["--publisher", "the dunmore post"], ["post.txt"]),
        (["--publisher", "Audit Office", "--publisher", "The Dunmore Post"], ["post.txt", "report.txt"]),
        (["--since", "2018-03", "--until", "2018"], ["post.txt", "report.txt"]),
        (["--until", "2018-01-31"], ["blog.txt"]),
        (["--since", "2018-06-14", "--publisher", "Audit Office", "--publisher", "The Dunmore Post"], ["post.txt"]),
    ],
)
def test_the_same_documents_whatever_looks_at_them(
    options: list[str], paths: list[str], given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = write_claims(tmp_path)
    listed = ask([*typed("list", given, claims), *options], capsys)["documents"]
    assert isinstance(listed, list)
    assert [one["path"] for one in listed] == paths
    assert ask([*typed("stats", given, claims), *options], capsys)["documents"] == len(paths)
    hits = ask([*typed("search", given, claims), *options], capsys)["hits"]
    assert isinstance(hits, list)
    assert {hit["document"] for hit in hits} == set(paths)
    record = ask([*typed("verify", given, claims), *options], capsys)["record"]
    assert isinstance(record, list)
    assert [one["path"] for one in record] == paths


def test_what_somebody_says(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hits = ask([*typed("search", given, tmp_path), "--speaker", "Ann Lee", "--limit", "99999999999"], capsys)["hits"]
    assert isinstance(hits, list)
    assert hits
    assert {hit["speaker"] for hit in hits} == {"Ann Lee"}


def test_only_the_claims_of_a_speaker(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = write_claims(tmp_path)
    other = "  - id: other\n    text: Dunmore Council had a £31m budget gap in 2016.\n    speaker: Tom Hart\n"
    claims.write_text(claims.read_text("utf-8") + other, "utf-8")
    verdicts = ask([*typed("verify", given, claims), "--speaker", "Tom Hart"], capsys)["verdicts"]
    assert isinstance(verdicts, list)
    assert [one["claim"]["id"] for one in verdicts] == ["other"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_a_claim(
    jobs: str, given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.pipeline.verify.WORTH_A_PROCESS", 1)
    command = [*typed("verify", given, write_claims(tmp_path)), "--jobs", jobs]
    report = ask(command, capsys)
    verdicts = report["verdicts"]
    assert isinstance(verdicts, list)
    assert run([*command, "--format", "jsonl"]) == 0
    written = capsys.readouterr()
    assert "note: 1 files or parts were not looked at" in written.err
    lines = [json.loads(line) for line in written.out.splitlines()]
    more = {"schema": "factcheck.verdict/1", "report_id": report["report_id"], "as_of": report["as_of"]}
    assert lines == [{**verdict, **more} for verdict in verdicts]
    assert [line["claim"]["id"] for line in lines][:3] == ["gap", "true-gap", "rebuilt"]
    assert run([*command, "--format", "jsonl", "--output", str(tmp_path / "lines.jsonl")]) == 0
    assert (tmp_path / "lines.jsonl").read_text("utf-8") == written.out
    assert run([*command, "--format", "jsonl", "--fail-on", "supported"]) == 1
    assert capsys.readouterr().out == written.out
    assert run([*command, "--format", "jsonl", "--fail-on", "not_checkable", "--claim", "true-gap"]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such pipe")
def test_nobody_reads_on(given: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", *typed("verify", given, write_claims(tmp_path)), "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() != 0
