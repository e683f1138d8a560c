"""`factcheck record`: listing the documents and showing one, on a folder of made-up articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import run
from factcheck.cli.record.show import choose_path
from factcheck.errors import InputError
from factcheck.model import Skipped
from tests.report_factory import TEXT

if TYPE_CHECKING:
    from pathlib import Path

PATHS = ("news/bridge.txt", "news/bridges.txt", "talk.txt")
SKIPPED = (Skipped(path="scan.tiff", reason="no reader"),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two documents, one of which cannot be read."""
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "scan.tiff").write_bytes(b"II*\x00\xff\xfe")
    return tmp_path


def test_list_names_every_document_and_what_was_skipped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", "list", "--record", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("bridge.txt\n    kind ")
    assert "1 document, 1 skipped\n  - skipped scan.tiff: " in shown


def test_list_as_json(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["record", "list", "--record", str(folder), "--format", "json"]) == 0
    shown = json.loads(capsysbinary.readouterr().out)
    assert [document["path"] for document in shown["documents"]] == ["bridge.txt"]
    assert [skipped["path"] for skipped in shown["skipped"]] == ["scan.tiff"]


def test_a_folder_of_which_nothing_can_be_read_is_3(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bridge.txt").unlink()
    assert run(["record", "list", "--record", str(folder)]) == 3
    written = capsys.readouterr()
    assert written.out == ""
    assert "scan.tiff" in written.err


def test_show_has_every_line_of_the_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", "show", "bri", "--record", str(folder)]) == 0
    shown = capsys.readouterr().out
    for row in filter(None, TEXT.split("\n")):
        assert row in shown


def test_show_as_json(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["record", "show", "bridge.txt", "--record", str(folder), "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["path"] == "bridge.txt"


@pytest.mark.parametrize(
    ("name", "path"),
    [("news/bridge.txt", "news/bridge.txt"), ("news/bridges", "news/bridges.txt"), ("t", "talk.txt")],
)
def test_a_document_is_found_by_its_path_or_a_beginning_of_it(name: str, path: str) -> None:
    assert choose_path(PATHS, SKIPPED, name) == path


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "news/",
            "“news/” fits several documents",
            "news/bridge.txt, news/bridges.txt: write more of the path",
        ),
        ("tlak.txt", "no document is called “tlak.txt”", "did you mean “talk.txt”?"),
        ("zzz", "no document is called “zzz”", "factcheck record list shows what there is"),
        ("", "no document is called “”", "factcheck record list shows what there is"),
        ("scan.tiff", "scan.tiff: was skipped: no reader", ""),
    ],
)
def test_a_document_that_is_not_there_names_the_near_one(name: str, message: str, hint: str) -> None:
    with pytest.raises(InputError) as raised:
        choose_path(PATHS, SKIPPED, name)
    assert (raised.value.message, raised.value.hint) == (message, hint)


def test_a_missing_folder_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", "list", "--record", str(tmp_path / "none")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_what_somebody_says_is_listed_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "The wall fell down. Ann Lee said the wall was too old to be mended.\n", encoding="utf-8"
    )
    (folder / "b.txt").write_text("Tom Hart said the wall had been built in 1950.\n", encoding="utf-8")
    command = ["--record", str(folder), "--speaker", "Lee", "--format", "json"]
    assert run(["record", "list", *command]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(one["path"], one["passages"]) for one in listed["documents"]] == [("a.txt", 1)]
    assert listed["skipped"] == [{"path": "b.txt", "reason": "nothing in it is said by Lee"}]
    assert run(["record", "stats", *command]) == 0
    assert json.loads(capsys.readouterr().out)["passages"] == 1
    assert run(["record", "stats", "--record", str(folder), "--speaker", "Ann Leigh"]) == 2
    assert "did you mean “Ann Lee”?" in capsys.readouterr().err
