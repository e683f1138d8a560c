"""How long a process or a call takes: medians, of processes that take turns so that a busy minute hits them all."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

RUNS: Final = int(os.environ.get("BENCHMARK_RUNS", "15"))
"""How often everything is measured; the median is what is told."""


class Note(Protocol):
    """Takes a table: its heading, the names of its columns, and its rows."""

    def __call__(self, heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print the table, and keep it."""


class Picture(Protocol):
    """Takes a picture: the name of its file, what it shows, and its bytes."""

    def __call__(self, name: str, shown: str, content: bytes) -> None:
        """Keep the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Median milliseconds of wall clock and of processor time."""

    wall: float
    cpu: float


def time_processes(commands: Mapping[str, Sequence[str]], *, folder: Path) -> dict[str, Cost]:
    """Run commands in turns, their output to a pipe, after one turn to warm the disk's cache."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, command in commands.items():
            cost = _time_process(command, folder=folder)
            if turn:
                costs[name].append(cost)
    return {
        name: Cost(
            wall=statistics.median(cost.wall for cost in measured),
            cpu=statistics.median(cost.cpu for cost in measured),
        )
        for name, measured in costs.items()
    }


def _time_process(command: Sequence[str], *, folder: Path) -> Cost:
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} left with {process.returncode}"
    return Cost(wall=(time.perf_counter() - started) * 1000, cpu=(usage.ru_utime + usage.ru_stime) * 1000)


def time_call(call: Callable[[], object], *, runs: int = RUNS) -> tuple[float, float]:
    """Return the milliseconds of the first call, and the median of the others."""
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    return times[0], statistics.median(times[1:])
