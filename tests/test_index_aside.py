"""What is set aside beside a record file: found again, by many at once, and never missed where it is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from factcheck.index.aside import Aside, hash_key

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

KEYS = [hash_key("model 1", f"passage {number}") for number in range(1_200)]


def open_aside(folder: Path, *, most: int = 10_000) -> Aside:
    return Aside(folder / "aside.sqlite", most=most)


def test_what_was_kept_is_found_by_another(tmp_path: Path) -> None:
    open_aside(tmp_path).keep({key: key[:3] for key in KEYS})
    other = open_aside(tmp_path)
    assert other.find([*KEYS, hash_key("model 2", "passage 1")]) == {key: key[:3] for key in KEYS}
    assert other.find([]) == {}


def test_the_first_value_of_a_key_is_kept(tmp_path: Path) -> None:
    aside = open_aside(tmp_path)
    aside.keep({KEYS[0]: b"one"})
    aside.keep({KEYS[0]: b"two", KEYS[1]: b"three"})
    assert aside.find(KEYS) == {KEYS[0]: b"one", KEYS[1]: b"three"}


def test_the_oldest_are_dropped_where_there_are_too_many(tmp_path: Path) -> None:
    aside = open_aside(tmp_path, most=100)
    for done, key in enumerate(KEYS[:300], 1):
        aside.keep({key: b"value"})
        found = aside.find(KEYS)
        assert min(done, 75) <= len(found) <= 100
        assert set(found) == set(KEYS[done - len(found) : done])


def test_nothing_is_kept_nowhere() -> None:
    aside = Aside(None, most=10)
    aside.keep({KEYS[0]: b"one"})
    assert aside.find(KEYS) == {}


def test_a_place_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    aside = open_aside(tmp_path / "nowhere")
    aside.keep({KEYS[0]: b"one"})
    assert aside.find(KEYS) == {}


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "aside.sqlite").write_bytes(b"no database at all" * 100)
    aside = open_aside(tmp_path)
    assert aside.find(KEYS) == {}
    aside.keep({KEYS[0]: b"one"})
    assert aside.find(KEYS) == {}
    another = open_aside(tmp_path)
    another.keep({KEYS[0]: b"one"})
    assert another.find(KEYS) == {KEYS[0]: b"one"}


def test_a_value_that_was_altered_is_not_found(tmp_path: Path) -> None:
    aside = open_aside(tmp_path)
    aside.keep({KEYS[0]: b"one", KEYS[1]: b"two"})
    with sqlite3.connect(tmp_path / "aside.sqlite") as connection:
        connection.execute("UPDATE kept SET value = ? WHERE key = ?", (b"two", KEYS[0]))
    connection.close()
    assert aside.find(KEYS) == {KEYS[1]: b"two"}


def test_a_file_that_is_lost_meanwhile_is_not_missed(tmp_path: Path) -> None:
    aside = open_aside(tmp_path)
    aside.keep({KEYS[0]: b"one"})
    (tmp_path / "aside.sqlite").unlink()
    aside.keep({KEYS[1]: b"two"})
    assert open_aside(tmp_path).find(KEYS) == {}


def test_one_that_is_locked_is_gone_without_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.index.aside._PATIENCE", 0.05)
    aside = open_aside(tmp_path)
    aside.keep({KEYS[0]: b"one"})
    other = sqlite3.connect(tmp_path / "aside.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    aside.keep({KEYS[1]: b"two"})
    assert aside.find(KEYS) == {KEYS[0]: b"one"}
    other.execute("ROLLBACK")
    other.close()
    aside.keep({KEYS[1]: b"two"})
    assert len(aside.find(KEYS)) == 2


def test_many_write_at_once(tmp_path: Path) -> None:
    def write(first: int) -> None:
        aside = open_aside(tmp_path)
        for place in range(first, len(KEYS), 4):
            aside.keep({KEYS[place]: KEYS[place], KEYS[place - 1]: KEYS[place - 1]})
        aside.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert open_aside(tmp_path).find(KEYS) == {key: key for key in KEYS}


def _write(file: Path, first: int) -> None:
    aside = Aside(file, most=10_000)
    for place in range(first, len(KEYS), 3):
        aside.keep({KEYS[place]: KEYS[place], KEYS[place - 1]: KEYS[place - 1]})


def test_processes_write_at_once(tmp_path: Path) -> None:
    file = tmp_path / "aside.sqlite"
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        list(pool.map(_write, [file] * 3, range(3)))
    assert Aside(file, most=10_000).find(KEYS) == {key: key for key in KEYS}


def test_another_process_finds_it(tmp_path: Path) -> None:
    open_aside(tmp_path).keep({KEYS[0]: b"one"})
    code = (
        "import pathlib, sys; from factcheck.index.aside import Aside\n"
        "found = Aside(pathlib.Path(sys.argv[1]), most=10).find([bytes.fromhex(sys.argv[2])]); print(*found.values())"
    )
    arguments = [sys.executable, "-c", code, str(tmp_path / "aside.sqlite"), KEYS[0].hex()]
    assert subprocess.run(arguments, check=True, capture_output=True, text=True).stdout == "b'one'\n"
