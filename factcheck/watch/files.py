"""The files that a watch looks at, and waiting until one of them has changed and none is being written.

Files are looked at again and again, rather than by what an operating system tells of them: that works for folders
of other machines and of containers, for files that an editor puts in place of others, and for a folder that goes and
comes back; and what a run does first is to look at all of them anyway.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.model import Skipped
from factcheck.pipeline.tasks import SETTLED
from factcheck.record.walk import find_entries, look_at_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from factcheck.record.walk import Found

EVERY: Final = 0.5
"""Seconds between two looks: less than people take to turn from an editor to a terminal."""

SHARE: Final = 20
"""How many times as long as a look itself takes the pause before the next is at the least: a twentieth of a processor
is spent on looking, however many files there are."""

QUIET: Final = 0.3
"""Seconds in which nothing must have changed: an editor writes a file in several steps, some of them within these."""

LONGEST: Final = 10.0
"""Seconds after which files that change all the time are taken as they are."""

AGAIN: Final = 2.0
"""Seconds until what could not be done, though no file was at fault, is tried again."""


class Stamp(NamedTuple):
    """What a look at a file sees: its size and times, or why it cannot be read."""

    size: int = -1
    modified: int = 0
    changed: int = 0
    trouble: str = ""


class Seen(NamedTuple):
    """What is to be seen of all files; of the `young` ones the times may not tell a next change."""

    stamps: Mapping[str, Stamp]
    young: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Tells how many seconds have gone by, lets some go by, and tells the time as the times of files are counted."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    time: Callable[[], int] = time.time_ns


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What is watched: single files, which need not be there, and folders with all that a record takes in of them."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    clock: Clock = Clock()

    def look(self) -> Seen:
        """Look at every file once."""
        now = self.clock.time()
        stamps = {f"{number}:": _look_at(file) for number, file in enumerate(self.files)}
        for number, folder in enumerate(self.folders, len(self.files)):
            stamps.update((f"{number}:{path}", stamp) for path, stamp in _look_into(folder))
        young = (name for name, stamp in stamps.items() if now - max(stamp.modified, stamp.changed) <= SETTLED)
        return Seen(stamps, frozenset(young))

    def wait(self, before: Seen, *, again: bool = False) -> Seen:
        """Wait until files are not as they were `before`, and return them when nothing changes any more.

        A file that no longer is young is looked into once more. Where something is to be tried `again`, it waits for
        no longer than `AGAIN`.
        """
        end = self.clock.now() + AGAIN if again else math.inf
        while True:
            begun = self.clock.now()
            seen = self.look()
            if seen != before:
                return self._settle(seen)
            if begun >= end:
                return seen
            self.clock.sleep(max(EVERY, SHARE * (self.clock.now() - begun)))

    def _settle(self, seen: Seen) -> Seen:
        end = self.clock.now() + LONGEST
        while self.clock.now() < end:
            self.clock.sleep(QUIET)
            before, seen = seen, self.look()
            if seen.stamps == before.stamps:
                break
        return seen


def _look_at(file: Path) -> Stamp:
    try:
        return _stamp(look_at_file(file))
    except OSError as error:
        return Stamp(trouble=error.strerror or "cannot be read")


def _look_into(folder: Path) -> Iterator[tuple[str, Stamp]]:
    if folder.is_file():
        yield "", _look_at(folder)
        return
    for entry in find_entries(folder):
        yield entry.path, Stamp(trouble=entry.reason) if isinstance(entry, Skipped) else _stamp(entry)


def _stamp(found: Found) -> Stamp:
    return Stamp(found.size, found.modified, found.changed)
