"""One engine in a process of its own, so that its start and its memory are its own.

`python -m tests.benchmarks.child build|first|search ENGINE CORPUS|QUERIES INDEX` prints what it cost as JSON; a name
that no engine has does the same work without one.
"""

from __future__ import annotations

import json
import re
import resource
import statistics
import sys
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.engines import ENGINES
from tests.benchmarks.rows import read_corpus, read_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.rivals import Engine
    from tests.benchmarks.rows import Query, Row

LIMIT: Final = 400
"""Rows asked for: as many candidates as factcheck looks at for one part of a claim."""

WARMING: Final = 20
TIMED: Final = 200
"""Queries asked one by one: the first so many warm the caches, the others are timed."""

PATIENCE: Final = 60.0
"""Seconds after which no more is asked, one by one or in a batch: a slow engine is told by what it did until then."""

_CHUNK: Final = 100
"""Queries of a batch that are handed over at once."""


def build(name: str, corpus: Path, folder: Path) -> dict[str, float]:
    """Build an index of what is read from files.

    Seconds of wall clock in all; processor seconds without the reading, of which an engine may do some while rows are
    read; most megabytes held; megabytes on disk.
    """
    engine = ENGINES[name](folder) if name in ENGINES else None
    started, worked = time.perf_counter(), time.process_time()
    rows = _Timed(read_corpus(corpus))
    if engine is None:
        deque(rows, maxlen=0)
    else:
        engine.build(rows)
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {
        "seconds": seconds,
        "work": work if engine is None else work - rows.seconds,
        "peak": measure_peak(),
        "size": size / 1e6,
    }


def search_first(name: str, queries: Path, folder: Path) -> dict[str, float]:
    """Open an index and ask the first query: the process as a whole is what is timed, from outside."""
    query = read_queries(queries)[0]
    if name in ENGINES:
        _search(_open(name, folder), query)
    return {}


def search(name: str, queries: Path, folder: Path) -> dict[str, float]:
    """Ask one by one, then in a batch.

    Milliseconds of the median and of the 95th of 100; queries a second of the batch; most megabytes held; the share of
    queries whose first answer is the passage that they were made of.
    """
    asked = read_queries(queries)
    engine = _open(name, folder)
    for query in asked[:WARMING]:
        _search(engine, query)
    timed = list(_time_each(engine, asked[WARMING : WARMING + TIMED]))
    times = statistics.quantiles([spent for spent, _ in timed], n=20)
    return {
        "median": times[9],
        "high": times[18],
        "rate": _time_batch(engine, asked),
        "peak": measure_peak(),
        "first": statistics.mean(right for _, right in timed),
    }


class _Timed:
    """Rows, with the processor seconds that reading them took."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        started = time.thread_time()
        try:
            return next(self._rows)
        finally:
            self.seconds += time.thread_time() - started


def _open(name: str, folder: Path) -> Engine:
    engine = ENGINES[name](folder)
    engine.open()
    return engine


def _search(engine: Engine, query: Query) -> list[int]:
    return engine.search(query.terms, limit=LIMIT, since=query.since, until=query.until, speaker=query.speaker)


def _time_each(engine: Engine, queries: list[Query]) -> Iterator[tuple[float, bool]]:
    """The milliseconds of each query, and whether its own row came first."""
    end = time.perf_counter() + PATIENCE
    for query in queries:
        started = time.perf_counter()
        if started > end:
            return
        found = _search(engine, query)
        yield (time.perf_counter() - started) * 1000, found[:1] == [query.row]


def _time_batch(engine: Engine, queries: list[Query]) -> float:
    """Queries a second."""
    started, done = time.perf_counter(), 0
    for chunk in _chunks(queries):
        done += len(engine.search_all(chunk, limit=LIMIT))
        if time.perf_counter() - started > PATIENCE:
            break
    return done / (time.perf_counter() - started)


def _chunks(queries: list[Query]) -> Iterator[list[Query]]:
    return (queries[first : first + _CHUNK] for first in range(0, len(queries), _CHUNK))


def measure_peak() -> float:
    """The most megabytes of memory that this process has held, files mapped into memory included."""
    try:  # what getrusage tells on Linux is never less than what the parent held when it began this process
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except FileNotFoundError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert match
    return int(match[1]) * 1024 / 1e6


if __name__ == "__main__":
    step, name, source, folder = sys.argv[1:]
    steps = {"build": build, "first": search_first, "search": search}
    print(json.dumps(steps[step](name, Path(source), Path(folder))))  # noqa: T201 - for the parent to read
