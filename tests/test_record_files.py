"""Files of a folder: what is read, what is skipped and why, whatever their encoding."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import InputError, RunError
from factcheck.record import readers as readers_module
from factcheck.record.intake import read_folder

if TYPE_CHECKING:
    from factcheck.model import Intake

TEXT = "The café’s owner paid £40,000 in tax in 2016, the court heard.\r\nHe denied it.\r\n"


def _skipped(intake: Intake) -> dict[str, str]:
    return {skip.path: skip.reason for skip in intake.skipped}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_bytes(TEXT.encode())
    return tmp_path


def test_newlines_stay_as_they_are(record: Path) -> None:
    document = read_folder(record).documents[0]
    assert document.text == TEXT
    assert document.path == "good.txt"
    assert document.reader == "plain"
    assert len(document.sha256) == len(document.text_sha256) == 64


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_other_encodings_give_the_same_text(record: Path, encoding: str) -> None:
    (record / "other.txt").write_bytes((TEXT * 20).encode(encoding))
    document = read_folder(record).documents[1]
    assert document.text == TEXT * 20
    assert document.sha256 != document.text_sha256


def test_what_cannot_be_read_is_skipped_with_a_reason(record: Path) -> None:
    (record / "empty.txt").write_bytes(b"")
    (record / "blank.md").write_bytes(b" \r\n\xc2\xa0\n")
    (record / "binary.txt").write_bytes(b"\x89PNG\x00\x01\x02")
    (record / "table.xlsx").write_bytes(b"x")
    (record / "README").write_bytes(b"x")
    (record / "bad16.txt").write_bytes(b"\xff\xfea\x00b")
    assert _skipped(read_folder(record)) == {
        "README": "no reader for files without a suffix",
        "bad16.txt": "begins as utf-16 but cannot be decoded so",
        "binary.txt": "binary file (it holds NUL bytes)",
        "blank.md": "empty file",
        "empty.txt": "empty file",
        "table.xlsx": "no reader for .xlsx files",
    }


def test_a_file_above_the_limit_is_skipped(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (record / "big.txt").write_bytes(b"x" * 3 * 2**20)
    monkeypatch.setattr(readers_module, "LARGEST_FILE", 2**20)
    assert _skipped(read_folder(record)) == {"big.txt": "too large: 3 MiB, the limit is 1 MiB"}


def test_hidden_files_and_the_stated_file_are_no_documents(record: Path) -> None:
    (record / ".hidden.txt").write_text(TEXT)
    (record / ".git").mkdir()
    (record / ".git" / "config.txt").write_text(TEXT)
    (record / "record.yaml").write_text("people: []\n")
    intake = read_folder(record)
    assert [document.path for document in intake.documents] == ["good.txt"]
    assert intake.skipped == ()


def test_links_are_never_followed_round_or_out(record: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text(TEXT)
    (record / "sub").mkdir()
    (record / "sub" / "up").symlink_to(record, target_is_directory=True)
    (record / "out").symlink_to(outside, target_is_directory=True)
    (record / "out.txt").symlink_to(outside / "secret.txt")
    (record / "same.txt").symlink_to("good.txt")
    (record / "loop.txt").symlink_to("loop.txt")
    (record / "gone.txt").symlink_to("nowhere.txt")
    intake = read_folder(record)
    reasons = _skipped(intake)
    assert [document.path for document in intake.documents] == ["good.txt"]
    assert reasons["sub/up"] == "a link that leads back to a folder it lies in"
    assert reasons["out"] == reasons["out.txt"] == "a link that leads out of the folder"
    assert reasons["same.txt"] == "a link to good.txt, in the same folder"
    assert "circle" in reasons["loop.txt"] or "nowhere" in reasons["loop.txt"]
    assert "nowhere" in reasons["gone.txt"]


def test_a_pipe_is_not_opened(record: Path) -> None:
    os.mkfifo(record / "pipe.txt")
    assert _skipped(read_folder(record)) == {"pipe.txt": "not a regular file"}


def test_a_name_that_is_not_utf8_is_written_out(record: Path) -> None:
    Path(os.fsdecode(os.fsencode(record) + b"/bad\xff.txt")).write_text(TEXT)
    assert _skipped(read_folder(record)) == {"bad\\xff.txt": "its name is not UTF-8"}


def test_documents_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "c/d/e.TXT"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    paths = [document.path for document in read_folder(tmp_path).documents]
    assert paths == ["a.txt", "a/z.txt", "b.txt", "c/d/e.TXT"]


def test_a_missing_folder_and_a_file_are_input_errors(record: Path) -> None:
    with pytest.raises(InputError, match="there is no folder") as missing:
        read_folder(record / "nowhere")
    assert missing.value.hint
    with pytest.raises(InputError, match="not a folder"):
        read_folder(record / "good.txt")


def test_a_folder_without_documents_is_a_run_error(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is empty"):
        read_folder(tmp_path)
    (tmp_path / "a.png").write_bytes(b"x")
    with pytest.raises(RunError, match="1 file was skipped") as error:
        read_folder(tmp_path)
    assert error.value.exit_code == 3
    assert "a.png: no reader for .png files" in error.value.hint
