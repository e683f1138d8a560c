"""What engines cost at several sizes of a record: each is built and asked in processes of its own."""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.corpus import write_corpus
from tests.benchmarks.engines import ENGINES
from tests.benchmarks.measure import time_processes
from tests.benchmarks.queries import make_queries
from tests.benchmarks.rows import read_corpus, write_queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parent.parent.parent
SIZES: Final = tuple(int(size) for size in os.environ.get("BENCHMARK_PASSAGES", "10000,100000").split(","))
"""Passages of the records that are measured."""

QUERIES: Final = 1_000
NO_ENGINE: Final = "reading alone"
"""The row of what every engine does besides: start, read files into rows, read the queries."""

STEADY: Final = range(90, 111)
"""Hundredths of an exponent within which a cost is said to grow as the record does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexCost:
    """What one engine costs at one size; megabytes are of 1,000,000 bytes."""

    engine: str
    passages: int
    build_seconds: float  # of wall clock, the reading of the files included
    build_work: float  # processor seconds without the reading
    build_peak: float
    size: float
    cold: float  # milliseconds of a new process with its first query
    median: float = math.nan  # milliseconds of a warm query
    high: float = math.nan  # 95 of 100 warm queries are quicker
    rate: float = math.nan  # queries a second, many together
    search_peak: float = math.nan
    first: float = math.nan  # share of queries whose own passage came first

    @property
    def build_rate(self) -> float:
        """Passages a second of wall clock, the reading of the files included."""
        return self.passages / self.build_seconds


def measure_all() -> Iterator[IndexCost]:
    """Measure every engine at every size, the reading alone first."""
    for passages in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_corpus(folder / "corpus", passages=passages)
            queries = make_queries(read_corpus(folder / "corpus"), QUERIES, of=passages)
            write_queries(folder / "queries.json", queries)
            yield from _measure_size(folder, passages=passages)


def _measure_size(folder: Path, *, passages: int) -> Iterator[IndexCost]:
    names = (NO_ENGINE, *ENGINES)
    built = {name: _build(folder, name) for name in names}
    commands = {name: _command("first", name, folder / "queries.json", folder / name) for name in names}
    cold = time_processes(commands, folder=ROOT)
    for name in names:
        searched = _run(_command("search", name, folder / "queries.json", folder / name)) if name in ENGINES else {}
        if searched:
            searched["search_peak"] = searched.pop("peak")
        yield IndexCost(
            engine=name,
            passages=passages,
            build_seconds=built[name]["seconds"],
            build_work=built[name]["work"],
            build_peak=built[name]["peak"],
            size=built[name]["size"],
            cold=cold[name].wall,
            **searched,
        )


def _build(folder: Path, name: str) -> dict[str, float]:
    (folder / name).mkdir()
    return _run(_command("build", name, folder / "corpus", folder / name))


def _command(step: str, name: str, source: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.child", step, name, str(source), str(folder)]


def _run(command: Sequence[str]) -> dict[str, float]:
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    costs: dict[str, float] = json.loads(done.stdout)
    return costs


def find_exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The exponent by which a cost grows with size: the slope of the least squares line through the logarithms."""
    return statistics.linear_regression([math.log(size) for size in sizes], [math.log(cost) for cost in costs]).slope


def say_growth(exponent: float) -> str:
    """An exponent in words: what ten times the passages cost."""
    hundredths = round(exponent * 100)
    if hundredths in STEADY:
        words = "as the record does"
    else:
        words = "faster than the record" if hundredths >= STEADY.stop else "slower than the record"
    return f"{words}: ten times the passages cost {10**exponent:.1f}×"
