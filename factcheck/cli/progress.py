"""A progress bar on stderr, for people who wait."""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

PATIENCE: Final = 0.5
"""Seconds before the bar appears: what is done sooner needs none, and is not slowed by drawing it."""

BYTES: Final = "B"
"""The unit of what is told in bytes."""


class Advance(Protocol):
    """Takes how many of how many are done; and of what, when that is something else than before."""

    def __call__(self, done: int, total: int, *, what: str = "") -> None:
        """Show it."""


@contextmanager
def show_progress(what: str, *, unit: str = "") -> Iterator[Advance | None]:
    """Yield a call that takes how many of how many are done; None where nobody watches.

    The bar shows the rate and the time left, goes when the work is done, and leaves no trace. Until something is done
    it only says that work goes on. `unit` is "B" for bytes, and "" for things that are counted.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    bar = _Bar(what, unit)
    timer = threading.Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.advance
    finally:
        timer.cancel()
        timer.join()
        bar.hide()


class _Bar:
    """Keeps count from the start, and draws once it is shown."""

    def __init__(self, what: str, unit: str = "") -> None:
        self._what = what
        self._unit = unit
        self._done, self._total = 0, 0
        self._started = time.monotonic()
        self._drawn: Progress | None = None

    def advance(self, done: int, total: int, *, what: str = "") -> None:
        if what and what != self._what:
            self._started = time.monotonic()
        self._done, self._total, self._what = done, total, what or self._what
        if self._drawn:
            self._drawn.update(self._drawn.task_ids[0], completed=done, total=self._of, description=self._what)

    @property
    def _of(self) -> int | None:
        """The total, None before anything is done: a bar at nought that stands still looks like one that hangs."""
        return self._total if self._done else None

    def show(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - a quick run never needs it
        from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskProgressColumn, TextColumn  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        bar = self

        class Pace(ProgressColumn):
            """How much is done a second, and the time left at that rate."""

            def render(self, task: Task) -> Text:
                return Text(bar.describe_pace(task.completed), style="progress.remaining")

        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), Pace())
        drawn = Progress(*columns, console=Console(stderr=True), transient=True)
        drawn.add_task(self._what, completed=self._done, total=self._of)
        drawn.start()
        self._drawn = drawn

    def describe_pace(self, done: float) -> str:
        """Return the rate since the start, whatever came in bursts, and the time left; "" before anything is done."""
        spent = time.monotonic() - self._started
        if not done or not spent:
            return ""
        left = round((self._total - done) * spent / done)
        return f"{write_rate(done / spent, self._unit)}, {left // 60}:{left % 60:02} left"

    def hide(self) -> None:
        if self._drawn:
            self._drawn.stop()


def write_rate(speed: float, unit: str) -> str:
    """Return how much is done a second.

    >>> write_rate(1_234_567.0, "B"), write_rate(31.4, ""), write_rate(0.42, "")
    ('1.2 MB/s', '31/s', '0.4/s')
    """
    if unit != BYTES:
        return f"{speed:,.0f}/s" if speed >= 1 else f"{speed:.1f}/s"
    return f"{speed / 1e6:.1f} MB/s"
