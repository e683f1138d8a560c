"""What is kept in the user's cache: found again for the same folder, and dropped when that has gone."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import run
from factcheck.index.opened import FILE

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "The Dunmore harbour wall cost £3 million in 2016, auditors said.\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that holds what was read, which is not there yet."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _name: tmp_path / "cache" / "factcheck")
    return tmp_path / "cache" / "factcheck"


def _make(folder: Path) -> Path:
    folder.mkdir()
    (folder / "wall.txt").write_text(SENTENCE, encoding="utf-8")
    return folder


def _list(cache: Path) -> set[str]:
    return {path.name for path in cache.iterdir()}


def test_a_folder_is_kept_once_by_whatever_path_it_is_named(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(tmp_path / "a")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    for name in ("a", "./a/", str(tmp_path / "a"), "link"):
        assert run(["record", "list", "--record", name]) == 0
    assert len(_list(cache)) == 1


def test_nothing_is_written_into_the_folder(cache: Path, tmp_path: Path) -> None:
    folder = _make(tmp_path / "a")
    assert run(["record", "search", "harbour wall", "--record", str(folder)]) == 0
    assert _list(cache)
    assert [path.name for path in folder.iterdir()] == ["wall.txt"]


def test_what_was_kept_of_a_folder_that_has_gone_is_dropped(cache: Path, tmp_path: Path) -> None:
    gone, there = _make(tmp_path / "gone"), _make(tmp_path / "there")
    run(["record", "list", "--record", str(gone)])
    kept = _list(cache)
    run(["record", "list", "--record", str(there)])
    rmtree(gone)
    run(["record", "list", "--record", str(_make(tmp_path / "new"))])
    assert not kept & _list(cache)
    assert len(_list(cache)) == 2


def test_what_is_damaged_or_somebody_elses_is_left_alone(cache: Path, tmp_path: Path) -> None:
    (cache / "damaged").mkdir(parents=True)
    (cache / "damaged" / FILE).write_bytes(b"no database" * 100)
    (cache / "notes").mkdir()
    assert run(["record", "list", "--record", str(_make(tmp_path / "a"))]) == 0
    assert {"damaged", "notes"} < _list(cache)
