"""Archives and hostile files: bounded, named harmlessly, and what cannot be read is skipped one by one."""

from __future__ import annotations

import hashlib
import os
import stat
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.record import archive as archive_module
from factcheck.record import readers as readers_module
from factcheck.record import zipped
from factcheck.record.intake import read_folder
from factcheck.record.plain import PlainText
from tests.made_up_files import (
    SENTENCE,
    skipped,
    word_paragraph,
    word_part,
    write_open_text,
    write_word,
    write_zip,
)

if TYPE_CHECKING:
    from factcheck.model import Extracted

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>"
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(SENTENCE)
    return tmp_path


def _paths(folder: Path) -> list[str]:
    return [document.path for document in read_folder(folder).documents]


def test_members_are_documents_with_the_hash_of_their_bytes(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", word_paragraph(SENTENCE))
    word = (tmp_path / "a.docx").read_bytes()
    (tmp_path / "a.docx").unlink()
    write_zip(tmp_path / "z.zip", {"in/b.docx": word, "a.txt": SENTENCE, "c.exe": "x", "in/": ""})
    intake = read_folder(tmp_path)
    assert [document.path for document in intake.documents] == ["z.zip/a.txt", "z.zip/in/b.docx"]
    assert intake.documents[1].sha256 == hashlib.sha256(word).hexdigest()
    assert skipped(intake) == {"z.zip/c.exe": "no reader for .exe files"}


def test_names_that_lead_out_are_named_harmlessly(tmp_path: Path) -> None:
    names = ["../../up.txt", "/etc/root.txt", "C:\\docs\\drive.txt", "a/./b/../c.txt", "new\nline.txt"]
    write_zip(tmp_path / "z.zip", dict.fromkeys(names, SENTENCE))
    expected = ["z.zip/a/b/c.txt", "z.zip/docs/drive.txt", "z.zip/etc/root.txt", "z.zip/new\nline.txt", "z.zip/up.txt"]
    assert _paths(tmp_path) == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["z.zip"]


def test_members_that_are_not_read(record: Path) -> None:
    inner = write_zip(record / "i.zip", {"a.txt": SENTENCE}).read_bytes()
    (record / "i.zip").unlink()
    with zipfile.ZipFile(record / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", inner)
        archive.writestr("bomb.txt", b" a" * 10**7)
        archive.writestr("same.txt", SENTENCE)
        archive.writestr("./same.txt", SENTENCE)
        archive.writestr("__MACOSX/._same.txt", "x")
        archive.writestr(".hidden/a.txt", "x")
        archive.writestr("empty.txt", "")
    intake = read_folder(record)
    assert [document.path for document in intake.documents] == ["good.txt", "z.zip/same.txt"]
    assert skipped(intake) == {
        "z.zip/bomb.txt": "packed like a bomb: more than 250 times smaller than its content",
        "z.zip/empty.txt": "empty file",
        "z.zip/inner.zip": "an archive within an archive: unpack it beside this one to have it read",
        "z.zip/link.txt": "no regular file",
        "z.zip/same.txt": "is in the archive twice",
    }


def test_an_archive_is_bounded(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_zip(record / "z.zip", {f"{number}.txt": SENTENCE for number in range(9)})
    monkeypatch.setattr(archive_module, "LARGEST_TOTAL", 3 * len(SENTENCE.encode()))
    intake = read_folder(record)
    assert len(intake.documents) == 4
    assert "and those after it are not read" in skipped(intake)["z.zip/3.txt"]
    monkeypatch.setattr(archive_module, "MOST_MEMBERS", 2)
    assert skipped(read_folder(record)) == {"z.zip": "7 members beyond the first 2 are not read"}


def test_a_member_is_bounded_whatever_its_header_says(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_zip(record / "z.zip", {"a.txt": SENTENCE * 10})
    monkeypatch.setattr(zipped, "LARGEST_PART", 100)
    assert skipped(read_folder(record))["z.zip/a.txt"].startswith("too large")


def test_a_locked_member_is_skipped(record: Path) -> None:
    content = bytearray(write_zip(record / "z.zip", {"a.txt": SENTENCE}).read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (record / "z.zip").write_bytes(content)
    assert skipped(read_folder(record)) == {"z.zip/a.txt": "locked by a password"}


@pytest.mark.parametrize("suffix", [".zip", ".docx", ".odt"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", b"plain text"])
def test_what_is_no_archive_is_skipped(record: Path, suffix: str, content: bytes) -> None:
    (record / f"a{suffix}").write_bytes(content)
    reason = skipped(read_folder(record))[f"a{suffix}"]
    assert reason.startswith("is no ")
    assert ("older format" in reason) == content.startswith(b"\xd0")


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_truncated_word_file_is_skipped(record: Path, cut: float) -> None:
    whole = write_word(record / "a.docx", word_paragraph(SENTENCE) * 200).read_bytes()
    (record / "a.docx").write_bytes(whole[: int(len(whole) * cut)])
    assert "damaged" in skipped(read_folder(record))["a.docx"]


def test_a_damaged_part_is_skipped(record: Path) -> None:
    content = bytearray(write_word(record / "a.docx", word_paragraph(SENTENCE) * 200).read_bytes())
    content[60:80] = bytes(20)
    (record / "a.docx").write_bytes(content)
    assert "damaged" in skipped(read_folder(record))["a.docx"]


def test_entity_bombs_are_refused(record: Path) -> None:
    write_zip(record / "a.docx", {"word/document.xml": BOMB})
    write_zip(record / "b.odt", {"content.xml": BOMB.encode("utf-16")})
    write_zip(record / "c.docx", {"word/document.xml": word_part(word_paragraph(SENTENCE)), "docProps/core.xml": BOMB})
    reasons = skipped(read_folder(record))
    assert set(reasons) == {"a.docx", "b.odt", "c.docx"}
    assert all("document type" in reason for reason in reasons.values())


def test_broken_markup_is_skipped(record: Path) -> None:
    write_zip(record / "a.docx", {"word/document.xml": word_part("<w:p>")})
    write_zip(record / "b.docx", {"other.xml": "<x/>"})
    reasons = skipped(read_folder(record))
    assert reasons["a.docx"].startswith("holds XML that is not whole")
    assert "no part word/document.xml" in reasons["b.docx"]


def test_ten_thousand_nested_tables(tmp_path: Path) -> None:
    depth = 10_000
    body = "<w:tbl><w:tr><w:tc>" * depth + word_paragraph(SENTENCE) + "</w:tc></w:tr></w:tbl>" * depth
    write_word(tmp_path / "a.docx", body)
    write_open_text(
        tmp_path / "b.odt",
        "<table:table-row><table:table-cell>" * depth
        + f"<text:p>{SENTENCE}</text:p>"
        + "</table:table-cell></table:table-row>" * depth,
    )
    (tmp_path / "c.rtf").write_bytes(b"{\\rtf1 " + b"{" * depth + SENTENCE.encode("cp1252") + b"}" * depth)
    started = time.perf_counter()
    intake = read_folder(tmp_path)
    assert time.perf_counter() - started < 10
    assert [document.text for document in intake.documents] == [SENTENCE, SENTENCE]
    assert "groups within groups" in skipped(intake)["c.rtf"]


@pytest.mark.parametrize("name", ["a.rtf", "a.eml", "a.srt", "a.docx", "a.jsonl"])
def test_a_wrong_suffix_is_told(record: Path, name: str) -> None:
    (record / name).write_bytes(b"%PDF-1.7\n1 0 obj\n")
    assert list(skipped(read_folder(record))) == [name]


def test_old_word_files_are_refused_with_what_to_do(record: Path) -> None:
    (record / "a.DOC").write_bytes(b"x")
    assert skipped(read_folder(record)) == {"a.DOC": "no reader for .doc files: save it as .docx"}


def test_a_file_that_changes_or_vanishes_is_skipped(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (record / "gone.txt").write_text(SENTENCE)
    (record / "grows.txt").write_text(SENTENCE)
    read = PlainText.read

    def disturb(self: PlainText, path: Path) -> Extracted:
        if path.name == "gone.txt":
            path.unlink()
        extracted = read(self, path)
        if path.name == "grows.txt":
            path.write_text(SENTENCE * 2)
        return extracted

    monkeypatch.setattr(PlainText, "read", disturb)
    assert skipped(read_folder(record)) == {
        "gone.txt": "cannot be read: no such file or directory",
        "grows.txt": "was changed while it was read",
    }


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="there are no devices")
def test_devices_and_pipes_are_not_opened(record: Path) -> None:
    os.mkfifo(record / "pipe.docx")
    (record / "null.txt").symlink_to("/dev/null")
    reasons = skipped(read_folder(record))
    assert reasons == {"null.txt": "a link that leads out of the folder", "pipe.docx": "not a regular file"}


def test_a_name_with_a_line_break_is_a_name(record: Path) -> None:
    (record / "two\nlines.txt").write_text(SENTENCE)
    assert _paths(record) == ["good.txt", "two\nlines.txt"]


def test_a_large_text_is_refused_before_it_is_read(record: Path) -> None:
    with (record / "big.txt").open("wb") as file:
        file.truncate(300 * 2**20)
    assert skipped(read_folder(record)) == {"big.txt": "too large: 300 MiB, the limit is 64 MiB"}


def test_the_limit_holds_for_every_format(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_word(record / "a.docx", word_paragraph(SENTENCE))
    monkeypatch.setattr(readers_module, "LARGEST_FILE", 100)
    assert skipped(read_folder(record))["a.docx"].startswith("too large")
