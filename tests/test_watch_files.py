"""Waiting for files: what counts as a change, and when it is over."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from factcheck.watch.files import AGAIN, EVERY, LONGEST, QUIET, Clock, Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOUR = 3_600_000_000_000


@dataclass
class PretendClock:
    """A clock that stands still but for what is slept, and does something at some sleeps, by their number from 1."""

    acts: dict[int, Callable[[], object]]
    slept: list[float] = field(default_factory=list)
    looking: float = 0.0
    """Seconds that go by from one question to the next: what a look takes."""
    asked: int = 0
    day: int = field(default_factory=lambda: time.time_ns() + HOUR)

    def now(self) -> float:
        """Return the seconds that have gone by."""
        self.asked += 1
        return sum(self.slept) + self.asked * self.looking

    def sleep(self, seconds: float) -> None:
        """Let some seconds go by."""
        self.slept.append(seconds)
        if len(self.slept) > 1_000:
            raise AssertionError("nothing will ever change")
        self.acts.get(len(self.slept), lambda: None)()

    def time(self) -> int:
        """Return the time, which stands still."""
        return self.day


def write(file: Path, text: str = "x") -> None:
    """Write a file as it was an hour ago, at a time of its own for every text."""
    file.write_text(text, "utf-8")
    then = file.stat().st_mtime_ns - HOUR + len(text)
    os.utime(file, ns=(then, then))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "record"
    (folder / "sub").mkdir(parents=True)
    write(folder / "a.txt")
    write(folder / "sub/b.txt")
    write(tmp_path / "claims.yaml")
    return folder


def watch(folder: Path, acts: dict[int, Callable[[], object]] | None = None) -> tuple[Watched, PretendClock]:
    clock = PretendClock(acts or {})
    files = (folder.parent / "claims.yaml", folder.parent / "words.yaml")
    return Watched(
        files=files, folders=(folder,), clock=Clock(now=clock.now, sleep=clock.sleep, time=clock.time)
    ), clock


CHANGES: dict[str, Callable[[Path], object]] = {
    "a claim": lambda folder: write(folder.parent / "claims.yaml", "other"),
    "words that come": lambda folder: write(folder.parent / "words.yaml"),
    "claims that go": lambda folder: (folder.parent / "claims.yaml").unlink(),
    "a document": lambda folder: write(folder / "sub/b.txt", "other"),
    "the same size": lambda folder: (folder / "a.txt").write_text("y", "utf-8"),
    "a new document": lambda folder: write(folder / "sub/c.txt"),
    "a document that goes": lambda folder: (folder / "a.txt").unlink(),
    "a new name": lambda folder: (folder / "a.txt").rename(folder / "c.txt"),
    "what the user states": lambda folder: write(folder / "record.yaml"),
    "the whole folder": lambda folder: folder.rename(folder.with_name("elsewhere")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_what_is_a_change(change: Callable[[Path], object], folder: Path) -> None:
    watched, clock = watch(folder, {3: lambda: change(folder)})
    before = watched.look()
    seen = watched.wait(before)
    assert seen.stamps != before.stamps
    assert clock.slept == [EVERY, EVERY, EVERY, QUIET]
    assert watched.look().stamps == seen.stamps


@pytest.mark.parametrize("name", [".a.txt.swp", ".git/index", ".DS_Store"])
def test_what_no_run_reads_is_none(name: str, folder: Path) -> None:
    watched, _ = watch(folder)
    before = watched.look()
    (folder / name).parent.mkdir(exist_ok=True)
    write(folder / name)
    assert watched.look() == before


def test_a_file_that_is_being_written_is_waited_for(folder: Path) -> None:
    steps: dict[int, Callable[[], object]] = {
        at: (lambda text="y" * at: write(folder / "a.txt", text))  # type: ignore[misc] # each has its own
        for at in range(2, 7)
    }
    watched, clock = watch(folder, steps)
    watched.wait(watched.look())
    assert clock.slept == [EVERY, EVERY, *[QUIET] * 5]


def test_a_file_that_never_rests_is_taken_as_it_is(folder: Path) -> None:
    watched, clock = watch(folder, {at: (lambda at=at: write(folder / "a.txt", "y" * at)) for at in range(1, 999)})  # type: ignore[misc]
    watched.wait(watched.look())
    assert LONGEST <= sum(clock.slept) < LONGEST + 2 * EVERY


def test_a_file_is_looked_into_again_when_its_times_tell_the_next_change(folder: Path) -> None:
    watched, clock = watch(folder)
    clock.day = max(stamp.changed for stamp in watched.look().stamps.values())
    before = watched.look()
    assert before.young == before.stamps.keys() - {"1:"}  # all were made just now, and no program can hide that
    clock.acts[2] = lambda: setattr(clock, "day", clock.day + HOUR)
    seen = watched.wait(before)
    assert seen.stamps == before.stamps
    assert seen.young == set()
    assert clock.slept == [EVERY, EVERY, QUIET]


def test_what_is_to_be_tried_again_is_not_waited_for_long(folder: Path) -> None:
    watched, clock = watch(folder)
    before = watched.look()
    assert watched.wait(before, again=True) == before
    assert AGAIN <= sum(clock.slept) < AGAIN + 2 * EVERY


def test_looking_takes_a_small_share_of_the_time(folder: Path) -> None:
    watched, clock = watch(folder, {2: lambda: write(folder / "a.txt", "other")})
    clock.looking = 0.2
    watched.wait(watched.look())
    assert clock.slept[:2] == [pytest.approx(4.0), pytest.approx(4.0)]


def test_a_folder_may_come_and_go(folder: Path) -> None:
    elsewhere = folder.with_name("elsewhere")
    watched, _ = watch(folder, {1: lambda: folder.rename(elsewhere), 3: lambda: elsewhere.rename(folder)})
    before = watched.look()
    gone = watched.wait(before)
    assert [stamp.trouble for name, stamp in gone.stamps.items() if name.startswith("2:")] == [
        "folder cannot be read: no such file or directory"
    ]
    assert watched.wait(gone).stamps == before.stamps


def test_a_record_may_be_one_file(folder: Path) -> None:
    watched = Watched(files=(), folders=(folder / "a.txt",))
    before = watched.look()
    write(folder / "a.txt", "other")
    assert watched.look() != before
