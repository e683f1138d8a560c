"""Indexes over the same made-up record: what building, a first query, warm queries and batches cost.

`BENCHMARK_PASSAGES=10000,100000,1000000` sets the sizes; the extra `benchmark` installs what is compared. Every
engine is built and asked in processes of its own, with the disk's cache warm. A query has 8 to 15 words of a passage,
any of which may match, a period, and every second one a speaker; 400 passages are asked for. Memory is the most that a
process held, files that it maps included. FTS5 keeps the texts, bm25s and tantivy do not. "factcheck, numbers" is our
engine alone, fed with the stems and days that are kept of passages, and "factcheck, passages" the whole record file,
out of which come passages with all that a check needs of them, nothing being kept in memory between two queries;
documents are made of the rows, and what reading costs is told in RECORD.md. "reading alone" is what reading the files
into rows costs by itself, and starting a process that is given the queries.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import pytest

from tests.benchmarks.growth import draw_growth
from tests.benchmarks.index_costs import NO_ENGINE, SIZES, IndexCost, find_exponent, measure_all, say_growth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.measure import Note, Picture

pytest.importorskip("bm25s", reason="the extra `benchmark` is not installed")

PAGE: Final = "INDEX.md"

BUILDING: Final = (
    "engine", "passages a second, files read", "CPU without reading, µs a passage", "most memory, MB", "on disk, MB",
)  # fmt: skip
SEARCHING: Final = (
    "engine", "first query in a new process, ms", "median, ms", "95th of 100, ms", "batch, queries a second",
    "most memory, MB", "own passage first",
)  # fmt: skip
GROWING: Final = {
    "build_work": "processor time to build",
    "build_peak": "memory to build",
    "size": "size on disk",
    "median": "median of a warm query",
    "search_peak": "memory to search",
}


@pytest.fixture(scope="module")
def costs() -> list[IndexCost]:
    return list(measure_all())


@pytest.mark.parametrize("passages", SIZES)
def test_building(costs: list[IndexCost], note_table: Note, passages: int) -> None:
    here = [cost for cost in costs if cost.passages == passages]
    rates = _ratios([cost.build_rate for cost in here], ".0f")
    work = _ratios([cost.build_work / passages * 1e6 for cost in here], ".1f")
    peaks = _ratios([cost.build_peak for cost in here], ".0f")
    sizes = _ratios([cost.size for cost in here], ".1f")
    rows = list(zip([cost.engine for cost in here], rates, work, peaks, sizes, strict=True))
    note_table(f"Building an index of {passages:,} passages", BUILDING, rows)


@pytest.mark.parametrize("passages", SIZES)
def test_searching(costs: list[IndexCost], note_table: Note, passages: int) -> None:
    here = [cost for cost in costs if cost.passages == passages]
    columns = [
        _ratios([cost.cold for cost in here], ".0f"),
        _ratios([cost.median for cost in here], ".2f"),
        _ratios([cost.high for cost in here], ".2f"),
        _ratios([cost.rate for cost in here], ".0f"),
        _ratios([cost.search_peak for cost in here], ".0f"),
        ["" if cost.engine == NO_ENGINE else f"{cost.first:.0%}" for cost in here],
    ]
    rows = list(zip([cost.engine for cost in here], *columns, strict=True))
    note_table(f"Searching {passages:,} passages", SEARCHING, rows)


@pytest.mark.skipif(len(SIZES) < 2, reason="growth is between sizes")
def test_growth(costs: list[IndexCost], note_table: Note, note_picture: Picture) -> None:
    engines = dict.fromkeys(cost.engine for cost in costs if cost.engine != NO_ENGINE)
    rows = []
    for engine in engines:
        own = [cost for cost in costs if cost.engine == engine]
        for name, words in GROWING.items():
            exponent = find_exponent([cost.passages for cost in own], [getattr(cost, name) for cost in own])
            rows.append((engine, words, f"{exponent:.2f}", say_growth(exponent)))
    sizes = ", ".join(f"{size:,}" for size in SIZES)
    note_table(f"Growth from {sizes} passages", ("engine", "cost", "exponent", "grows"), rows)
    note_picture("growth.svg", "Time and memory against passages", draw_growth(costs))


def _ratios(figures: Sequence[float], form: str) -> list[str]:
    """Each figure beside its ratio to the first engine's, which comes after the row without an engine."""
    base = figures[1]
    return ["" if math.isnan(one) or not base else f"{one:,{form}} ({one / base:.2f}×)" for one in figures]
