"""A run that is killed at any moment: the next one answers as an index that was built at once, and all is whole."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.index import opened
from factcheck.index.engine import TantivyIndex
from factcheck.index.schema import connect
from factcheck.pipeline import refresh as refreshing
from factcheck.pipeline.check import check_record
from factcheck.pipeline.refresh import refresh
from tests.index_records import OTHERWISE, TEXTS, ask, build_at_once, open_store, read_claims, write_texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is killed in a fork of this process")

STATED: Final = """\
documents:
  stamps.txt:
    publisher: Dunmore Post
"""
NAMED: Final = """\
people:
  - name: Ann Lee
    speaks_for: [Dunmore Harbour Board]
"""
TELLING: Final = ("BEGIN", "COMMIT", "DELETE FROM file", "INSERT OR REPLACE INTO folder", "DROP")
"""What the statements begin with that a run is killed at; others are inside of a transaction."""


def change_files(folder: Path) -> None:
    (folder / "post.txt").write_text(OTHERWISE, "utf-8")
    (folder / "blog.txt").rename(folder / "sub" / "old.txt")
    (folder / "report.txt").unlink()
    (folder / "new.txt").write_text(TEXTS["report.txt"] + "\n4. Tom Hart resigned in May 2017.\n", "utf-8")


def state_more(folder: Path) -> None:
    (folder / "record.yaml").write_text(STATED, "utf-8")


def name_somebody(folder: Path) -> None:
    (folder / "record.yaml").write_text(NAMED, "utf-8")


def state_less(folder: Path) -> None:
    (folder / "record.yaml").unlink()


def lose_index(folder: Path) -> None:
    shutil.rmtree(next((folder.parent / "kept").glob("index-*")))


def leave(folder: Path) -> None:
    del folder


SCENES: Final[dict[str, tuple[Callable[[Path], None] | None, Callable[[Path], None]]]] = {
    "first build": (None, leave),
    "changed files": (leave, change_files),
    "more stated": (leave, state_more),
    "less stated": (state_more, state_less),
    "other names": (leave, name_somebody),
    "no index": (leave, lose_index),
}
"""What is done to the folder before a first run and before the one that is killed; None where that is the first."""


STEP: Final = 2
"""Every so many moments are tried: one is before a step of the work, and the next behind it."""

TWICE: Final = 3 * STEP
"""Where the next run is killed too."""


class Killed:
    """Kills this process at one of the moments of a run that matter, by their number."""

    def __init__(self, moment: int) -> None:
        self.left = moment

    def tick(self) -> None:
        """Count a moment."""
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def trace(self, statement: str) -> None:
        """Count a statement that matters."""
        if statement.lstrip().startswith(TELLING):
            self.tick()

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Have all that matters counted."""

        def connect_watched(file: Path | None) -> sqlite3.Connection:
            connection = connect(file)
            connection.set_trace_callback(self.trace)
            return connection

        patch.setattr(opened, "connect", connect_watched)
        for owner, name in ((TantivyIndex, "commit"), (TantivyIndex, "close"), (shutil, "rmtree")):
            patch.setattr(owner, name, self.around(getattr(owner, name)))

    def around(self, call: Callable[..., object]) -> Callable[..., object]:
        """Have the moments before and after a call counted."""

        def watched(*arguments: object, **named: object) -> object:
            self.tick()
            result = call(*arguments, **named)
            self.tick()
            return result

        return watched


def run_killed(index: Path, folder: Path, moment: int, patch: pytest.MonkeyPatch) -> bool:
    """Bring an index up to date in a process that is killed; whether it was, before it had ended."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads that wait in this process
        child = os.fork()
    if child == 0:
        code = 1
        try:
            Killed(moment).watch(patch)
            refresh(open_store(index), [folder])
            code = 0
        finally:
            sys.stdout.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_any_moment(scene: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "BATCH", 20)
    monkeypatch.setattr("factcheck.pipeline.tasks.SETTLED", 0)  # what was read is not looked at again
    before, after = SCENES[scene]
    folder, claims = write_texts(tmp_path / "record"), read_claims(tmp_path)[:2]
    (tmp_path / "kept").mkdir()
    if before:
        before(folder)
        store = open_store(tmp_path / "kept")
        refresh(store, [folder])
        store.close()
    after(folder)
    wanted = build_at_once([folder], claims, tmp_path / "fresh")
    moment = 0
    while True:
        index = tmp_path / f"index after {moment}"
        shutil.copytree(tmp_path / "kept", index)
        if not run_killed(index, folder, moment, monkeypatch):
            break
        if moment % TWICE == 0:
            run_killed(index, folder, moment // 2, monkeypatch)
        store = open_store(index)
        refresh(store, [folder])
        assert (moment, ask(store, claims)) == (moment, wanted)
        assert (moment, list(check_record(store))) == (moment, [])
        assert len(list(index.glob("index-*"))) == 1
        store.close()
        moment += STEP
    assert moment > 10
