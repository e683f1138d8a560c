"""What was kept is damaged, of another version or another's: it is made anew, or refused in words; a check finds it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.pipeline.check import check_record
from factcheck.pipeline.refresh import refresh
from tests.index_records import OTHERWISE, age, ask, build_at_once, open_store, read_claims, write_claims, write_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORD: Final = "record.sqlite"


def build(tmp_path: Path) -> tuple[Path, Path]:
    """A folder and its index, the times of whose files tell every change."""
    folder, index = write_texts(tmp_path / "record"), tmp_path / "index"
    store = open_store(index)
    refresh(store, [folder])
    store.close()
    return folder, index


def alter(index: Path, *statements: str) -> None:
    with closing(sqlite3.connect(index / RECORD)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def halve(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def garble(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(max(64, file.stat().st_size)))


DAMAGES: Final[tuple[Callable[[Path], object], ...]] = (empty, halve, garble, os.unlink)


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    folder, index = build(tmp_path)
    claims = read_claims(tmp_path)[:2]
    wanted = build_at_once([folder], claims, tmp_path / "fresh")
    for name in sorted(os.listdir(index / "index-1")):  # noqa: PTH208 - hidden files too
        for damage in DAMAGES:
            told = f"{name} {damage.__name__}"
            shutil.copytree(index, tmp_path / told)
            damage(tmp_path / told / "index-1" / name)
            store = open_store(tmp_path / told)
            refresh(store, [folder])
            assert (told, ask(store, claims)) == (told, wanted)
            assert (told, list(check_record(store))) == (told, [])
            store.close()


def lose_index(index: Path) -> None:
    shutil.rmtree(index / "index-1")


def lose_record(index: Path) -> None:
    (index / RECORD).unlink()


def empty_record(index: Path) -> None:
    empty(index / RECORD)


def be_of_another_version(index: Path) -> None:
    alter(index, "UPDATE meta SET value = '0' WHERE name = 'format'")


def be_of_a_later_version(index: Path) -> None:
    alter(index, "UPDATE meta SET value = '99' WHERE name = 'format'", "DROP TABLE document", "CREATE TABLE x (y)")


def be_read_by_other_rules(index: Path) -> None:
    alter(index, "UPDATE meta SET value = 'other' WHERE name = 'fingerprint'")


def lose_some_of_the_index(index: Path) -> None:
    store = open_store(index)
    store.index.remove([2])
    store.index.commit()
    store.close()


@pytest.mark.parametrize(
    "damage",
    [
        lose_index,
        lose_record,
        empty_record,
        be_of_another_version,
        be_of_a_later_version,
        be_read_by_other_rules,
        lose_some_of_the_index,
    ],
)
def test_what_is_lost_is_made_anew(damage: Callable[[Path], None], tmp_path: Path) -> None:
    folder, index = build(tmp_path)
    claims = read_claims(tmp_path)
    damage(index)
    wanted = build_at_once([folder], claims, tmp_path / "fresh")
    store = open_store(index)
    refresh(store, [folder])
    assert ask(store, claims) == wanted
    assert list(check_record(store)) == []
    store.close()


@pytest.mark.parametrize("damage", [garble, halve])
@pytest.mark.parametrize("command", ["verify", "list", "search", "check", "add"])
def test_a_damaged_record_file_is_told(
    damage: Callable[[Path], None], command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, index = build(tmp_path)
    damage(index / RECORD)
    given = {
        "verify": ["verify", str(write_claims(tmp_path)), "--record", str(folder)],
        "add": ["record", "add", str(folder)],
        "search": ["record", "search", "bridge", "--record", str(folder)],
    }.get(command, ["record", command, "--record", str(folder)])
    code = run([*given, "--index", str(index)])
    told = capsys.readouterr()
    assert code in ({1, 2, 3} if command == "check" else {2, 3})
    assert "Traceback" not in told.err
    assert code == 1 or "hint: " in told.err


FAULTS: Final = {
    "UPDATE passage SET text = text || ' not' WHERE id = 3": "the passage does not stand there in the text",
    "UPDATE passage SET first = first + 1 WHERE id = 3": "the passage does not stand there in the text",
    "UPDATE document SET text = replace(text, '31', '41')": "its text is not the one that was read",
    "UPDATE document SET outline = x'00' WHERE id = 1": "cannot be read back",
    "UPDATE document SET body = zeroblob(9) WHERE id = 1": "cannot be read back",
    "UPDATE passage SET body = zeroblob(9) WHERE id = 3": "cannot be read back",
    "UPDATE passage SET section = 77 WHERE id = 3": "cannot be read back",
    "DELETE FROM passage WHERE id = 3": "cannot be read back",
    "UPDATE file SET sha256 = 'x' WHERE path = 'post.txt'": "holds other bytes than when it was read",
    "UPDATE document SET id = id + 100 WHERE id = 1": "belongs to another document",
    "UPDATE passage SET document = 99 WHERE id = 3": "belongs to another document",
    "UPDATE meta SET value = 'yes' WHERE name = 'writing'": "was left halfway",
}


@pytest.mark.parametrize("damage", FAULTS)
def test_a_check_finds_damage(damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, index = build(tmp_path)
    alter(index, damage)
    assert run(["record", "check", "--index", str(index)]) == 1
    shown = capsys.readouterr()
    assert FAULTS[damage] in shown.out
    assert shown.err == ""


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE passage SET text = replace(text, '31', '41')",
        "UPDATE passage SET first = first + 1, last = last + 1",
        "UPDATE document SET text = replace(text, '31', '41')",
    ],
)
def test_no_quote_is_given_that_was_not_read(damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, index = build(tmp_path)
    alter(index, damage)
    assert run(["verify", str(write_claims(tmp_path)), "--index", str(index)]) == 3
    written = capsys.readouterr()
    assert written.out == ""
    assert "what was kept of it is not what was read" in written.err
    assert "hint: factcheck record check" in written.err


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lose_index, "the index cannot be read, or lacks passages"),
        (lose_some_of_the_index, "the index does not have the passage"),
    ],
)
def test_a_check_finds_what_the_index_lacks(
    damage: Callable[[Path], None], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, index = build(tmp_path)
    damage(index)
    assert run(["record", "check", "--index", str(index)]) == 1
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("suffix", [".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term"])
def test_a_check_finds_a_bit_that_was_turned(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, index = build(tmp_path)
    file = next((index / "index-1").glob(f"*{suffix}"))
    content = bytearray(file.read_bytes())
    content[len(content) // 4] ^= 4
    file.write_bytes(content)
    assert run(["record", "check", "--index", str(index)]) == 1
    shown = capsys.readouterr().out
    opened = "the index cannot be read" not in shown
    assert (f"the index is damaged: {file.name} is not as it was written" in shown) == opened


def test_a_check_finds_what_happened_to_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, index = build(tmp_path)
    write_texts(folder, {"post.txt": OTHERWISE})
    (folder / "blog.txt").unlink()
    assert run(["record", "check", "--index", str(index)]) == 1
    shown = capsys.readouterr().out
    assert "post.txt: the file holds other bytes than when it was read" in shown
    assert "blog.txt: the file cannot be found where it was read" in shown
    assert "2 faults" in shown


def test_a_file_changed_with_its_times_set_back_is_refused_and_then_read(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.pipeline.tasks.SETTLED", 0)
    folder = write_texts(tmp_path / "record")
    age(folder)
    store = open_store(tmp_path / "index")
    refresh(store, [folder])
    before = {path: (row.modified, row.changed) for (_, path), row in store.list_files().items()}
    text = (folder / "post.txt").read_text("utf-8")
    (folder / "post.txt").write_text(text.replace("£31m", "£32m"), "utf-8")

    with closing(sqlite3.connect(tmp_path / "index" / RECORD)) as connection:  # as where no time tells a change
        status = (folder / "post.txt").stat()
        connection.execute("UPDATE file SET modified = ?, changed = ?", (status.st_mtime_ns, status.st_ctime_ns))
        for path in set(before) - {"post.txt"}:
            other = (folder / path).stat()
            times = (other.st_mtime_ns, other.st_ctime_ns, path)
            connection.execute("UPDATE file SET modified = ?, changed = ? WHERE path = ?", times)
        connection.commit()
    given = ["verify", str(write_claims(tmp_path)), "--record", str(folder), "--index", str(tmp_path / "index")]
    assert run([*given, "--format", "json"]) == 3
    told = capsysbinary.readouterr()
    assert b"post.txt: was changed since it was read" in told.err
    assert told.out == b""
    assert run([*given, "--format", "json"]) == 0
    assert "£32m budget gap".encode() in capsysbinary.readouterr().out


def test_a_file_changed_back_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.pipeline.tasks.SETTLED", 0)
    folder, claims = write_texts(tmp_path / "record"), read_claims(tmp_path)
    age(folder)
    from factcheck.record.plain import PlainText  # noqa: PLC0415 - patched below

    read = PlainText.read

    def touch(self: PlainText, path: Path) -> object:
        extracted = read(self, path)
        os.utime(path)
        return extracted

    with monkeypatch.context() as patch:
        patch.setattr(PlainText, "read", touch)
        store = open_store(tmp_path / "index")
        with pytest.raises(Exception, match="no document in"):
            refresh(store, [folder])
    refresh(store, [folder])
    assert ask(store, claims) == build_at_once([folder], claims, tmp_path / "fresh")
    store.close()
