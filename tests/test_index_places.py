"""Where an index is kept: never in the folder that is read, by default in the user's cache, or nowhere."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.cli import run
from factcheck.errors import RunError
from factcheck.index.schema import connect
from tests.index_records import OTHERWISE, TEXTS, write_claims, write_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent
LONG: Final = "a" * 300


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache"


def look(folder: Path) -> list[tuple[str, bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted((str(path), path.read_bytes(), path.stat().st_mtime_ns) for path in files)


def fails(arguments: Sequence[object], *told: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(one) for one in arguments]) == code
    written = capsys.readouterr()
    assert written.out == ""
    assert "Traceback" not in written.err
    for part in (*told, "hint: "):
        assert part in written.err


def test_the_folder_itself_is_never_written_to(cache: Path, tmp_path: Path) -> None:
    folder = write_texts(tmp_path / "record")
    before = look(folder)
    for command in (["list"], ["stats"], ["search", "bridge"], ["show", "post"], ["check"]):
        assert run(["record", *command, "--record", str(folder)]) == 0
    assert run(["verify", str(write_claims(tmp_path)), "--record", str(folder)]) == 0
    assert look(folder) == before
    assert len(list((cache / "factcheck").iterdir())) == 1


def test_a_cache_inside_of_the_record_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_texts(tmp_path / "record")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    before = look(folder)
    assert run(["record", "list", "--record", str(folder)]) == 0
    assert "0 skipped" in capsys.readouterr().out
    assert look(folder) == before
    fails(["record", "add", folder], "cannot be kept in your cache folder", code=3, capsys=capsys)
    assert look(folder) == before


@pytest.mark.parametrize("why", ["no folder can be made", "no file can be opened"])
def test_where_nothing_can_be_written_it_is_read_each_time(
    why: str, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_texts(tmp_path / "record")
    if why == "no folder can be made":
        cache.write_text("a file where the folder would be", "utf-8")
    else:

        def refuse(file: Path | None) -> sqlite3.Connection:
            if file is None:
                return connect(None)
            raise RunError(f"{file}: cannot be opened: attempt to write a readonly database")

        monkeypatch.setattr("factcheck.index.opened.connect", refuse)
    assert run(["record", "search", "budget gap", "--record", str(folder)]) == 0
    assert "£31m budget gap" in capsys.readouterr().out
    fails(["record", "add", folder], "cannot be kept", code=3, capsys=capsys)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, index = write_texts(tmp_path / "record"), tmp_path / "index"
    (index / "record.sqlite").mkdir(parents=True)
    fails(["record", "add", folder, "--index", index], "cannot be opened", code=3, capsys=capsys)


def test_places_that_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_texts(tmp_path / "record")
    other = write_texts(tmp_path / "other", {"a.txt": TEXTS["post.txt"]})
    inside, file = folder / "index", tmp_path / "file"
    file.write_text("something", "utf-8")
    for command in (["record", "add", folder], ["record", "list", "--record", folder]):
        fails([*command, "--index", inside], "lies in", code=2, capsys=capsys)
        fails([*command, "--index", file], "is a file", code=2, capsys=capsys)
        fails([*command, "--index", other], "is no index, and not empty", code=2, capsys=capsys)
        fails([*command, "--index", tmp_path / LONG], "so long a name", code=2, capsys=capsys)
    assert not inside.exists()
    assert file.read_text("utf-8") == "something"
    assert [path.name for path in other.iterdir()] == ["a.txt"]
    assert run(["record", "add", str(folder), "--index", str(tmp_path / "index")]) == 0
    capsys.readouterr()
    given = ["record", "list", "--record", other, "--index", tmp_path / "index"]
    fails(given, "is the index of", code=2, capsys=capsys)
    for name in ("none", LONG):
        missing = tmp_path / name
        for command in (["record", "list", "--record", missing], ["record", "check", "--record", missing]):
            fails(command, code=2, capsys=capsys)
        fails(["record", "add", missing], code=2, capsys=capsys)
    fails(["record", "check", "--index", tmp_path / "none"], "nothing was kept", code=2, capsys=capsys)
    fails(["record", "check", "--record", other], "nothing was kept", code=2, capsys=capsys)
    assert not (tmp_path / "none").exists()
    fails(["record", "add", folder, other], "several folders need an index", code=2, capsys=capsys)


def test_folders_with_the_same_names_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = write_texts(tmp_path / "one"), write_texts(tmp_path / "other", {"post.txt": OTHERWISE})
    index = tmp_path / "index"
    fails(["record", "add", one, other, "--index", index], "both hold post.txt", code=2, capsys=capsys)
    assert run(["record", "add", str(one), "--index", str(index)]) == 0
    capsys.readouterr()
    fails(["record", "add", other, "--index", index], "both hold post.txt", code=2, capsys=capsys)
    assert run(["record", "check", "--index", str(index)]) == 0
    assert "6 documents" in capsys.readouterr().out


def test_a_folder_that_vanished_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, index = write_texts(tmp_path / "one"), tmp_path / "index"
    assert run(["record", "add", str(one), "--index", str(index)]) == 0
    capsys.readouterr()
    one.rename(tmp_path / "moved")
    fails(["record", "list", "--index", index], f"there is no folder {one}", code=2, capsys=capsys)
    assert run(["record", "check", "--index", str(index)]) == 1
    assert "post.txt: the file cannot be found where it was read" in capsys.readouterr().out


def test_an_index_of_another_version_is_not_made_of_another_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, index = write_texts(tmp_path / "record"), tmp_path / "index"
    write_texts(tmp_path / "seeds", {"a.txt": OTHERWISE})
    monkeypatch.chdir(tmp_path)
    assert run(["record", "add", str(folder), "--index", str(index)]) == 0
    with closing(sqlite3.connect(index / "record.sqlite")) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'format'")
        connection.commit()
    capsys.readouterr()
    fails(["record", "list", "--index", index], "was made by another version", code=2, capsys=capsys)
    assert run(["record", "add", str(folder), "--index", str(index)]) == 0
    assert run(["record", "list", "--index", str(index)]) == 0
    assert "6 documents" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="names there are text")
def test_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"rec\xff\xe9 \xc3\xa9")
    write_texts(folder)
    command = [sys.executable, "-m", "factcheck", "record"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    index = os.fsencode(tmp_path / "index")
    for arguments in ([b"add", os.fsencode(folder)], [b"list"], [b"check"], [b"search", b"bridge"]):
        done = subprocess.run(
            [*command, *arguments, b"--index", index], env=environment, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
    (folder / "post.txt").unlink()
    done = subprocess.run([*command, b"list", b"--index", index], env=environment, capture_output=True, check=False)
    assert (b"post.txt" in done.stdout, b"report.txt" in done.stdout) == (False, True)


STATEMENT: Final = "documents:\n  stamps.txt:\n    publisher: Dunmore Post\n"


def test_a_faulty_record_yaml_leaves_all_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, index = write_texts(tmp_path / "record"), tmp_path / "index"
    given = ["--record", str(folder), "--index", str(index)]
    assert run(["record", "list", *given, "--format", "json"]) == 0
    first = capsys.readouterr().out
    (folder / "record.yaml").write_text(STATEMENT, "utf-8")
    assert run(["record", "list", *given, "--format", "json"]) == 0
    stated = capsys.readouterr().out
    assert stated != first
    write_texts(folder, {"post.txt": OTHERWISE})
    for fault in (STATEMENT.replace("stamps", "stemps"), "documents: [", STATEMENT + "    colour: red\n"):
        (folder / "record.yaml").write_text(fault, "utf-8")
        before = look(index)
        assert run(["record", "list", *given]) == 2
        assert "record.yaml" in capsys.readouterr().err
        after = look(index)
        assert [row[0] for row in after if not row[0].endswith(("-wal", "-shm"))] == [
            row[0] for row in before if not row[0].endswith(("-wal", "-shm"))
        ]
    write_texts(folder, {"post.txt": TEXTS["post.txt"], "record.yaml": STATEMENT})
    assert run(["record", "list", *given, "--format", "json"]) == 0
    assert capsys.readouterr().out == stated
    (folder / "record.yaml").unlink()
    assert run(["record", "list", *given, "--format", "json"]) == 0
    assert capsys.readouterr().out == first
