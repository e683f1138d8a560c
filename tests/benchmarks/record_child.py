"""A step of factcheck's own in a process of its own, so that its start and its memory are its own.

`python -m tests.benchmarks.record_child index|refresh|verify WHAT SOURCE FOLDER` prints what it cost as JSON: WHAT is
the engine whose index stage alone is measured, or in how many processes the record is read or claims are checked.
"""

# ruff: noqa: PLC0415 - each process measures one step alone

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.benchmarks.child import measure_peak
from tests.benchmarks.ours import add_entries, list_entries
from tests.benchmarks.rivals import Tantivy
from tests.benchmarks.rows import read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable

OURS: Final = "factcheck"


def index(name: str, corpus: Path, folder: Path) -> dict[str, float]:
    """Index what is ready in memory: entries, or bare rows for tantivy; processor seconds, merging included."""
    if name == OURS:
        entries = list(list_entries(read_corpus(corpus)))
        started = time.process_time()
        add_entries(folder, entries)
    else:
        rows = list(read_corpus(corpus))
        started = time.process_time()
        Tantivy(folder).build(rows)
    return {"work": time.process_time() - started}


def refresh(jobs: str, corpus: Path, folder: Path) -> dict[str, float]:
    """Read a folder into a record file: seconds of the whole, and processor seconds by stage if one process does all.

    Threads beside the first are the engine's, so that what they work is of the index.
    """
    from factcheck.index import INDEXES, engine
    from factcheck.index.store import Store
    from factcheck.pipeline import reads
    from factcheck.pipeline import refresh as composer

    watch = _Watch()
    watch.follow(composer, "compare", "walking")
    watch.follow(reads, "read_file", "reading files")
    watch.follow(reads, "read_document", "reading passages")
    watch.follow(reads, "read_passage", "finding mentions")
    watch.follow(reads, "keep", "keeping")
    for name in ("write", "put_folder", "touch", "forget", "start_anew"):
        watch.follow(Store, name, "tables")
    for name in ("add", "commit", "close"):
        watch.follow(engine.TantivyIndex, name, "index")
    started, worked, mine = time.perf_counter(), time.process_time(), time.thread_time()
    store = Store(folder, INDEXES.load("tantivy"))
    composer.refresh(store, [corpus], jobs=int(jobs))
    store.close()
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    watch.seconds["index"] += work - (time.thread_time() - mine)
    stages = dict(watch.seconds) if jobs == "1" else {}
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {**stages, "seconds": seconds, "work": work, "size": size / 1e6, **_measure_memory()}


def verify(jobs: str, claims: Path, folder: Path) -> dict[str, float]:
    """Check a file of claims as the command does: seconds, the opening of the record included."""
    from factcheck.cli import main

    output = claims.with_suffix(f".{jobs}.json")
    sys.argv = ["factcheck", "verify", str(claims), "--index", str(folder), "--jobs", jobs]
    sys.argv += ["--format", "json", "--output", str(output)]
    started = time.perf_counter()
    with suppress(SystemExit):
        main()
    assert output.exists()
    return {"seconds": time.perf_counter() - started, **_measure_memory()}


class _Watch:
    """Processor seconds by stage, of the first thread; a stage inside another one counts for itself alone."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def follow(self, where: Any, name: str, stage: str) -> None:  # noqa: ANN401 - a module or a class
        """Count the time of a call for a stage from now on."""
        call = getattr(where, name)

        @wraps(call)
        def counted(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
            self._turn(lambda: self._running.append(stage))
            try:
                return call(*args, **options)
            finally:
                self._turn(self._running.pop)

        setattr(where, name, counted)

    def _turn(self, change: Callable[[], object]) -> None:
        now = time.thread_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now
        change()


def _measure_memory() -> dict[str, float]:
    """The most megabytes that this process held, and the largest of those that it began, 0 where there were none."""
    unit = 1 if sys.platform == "darwin" else 1024
    return {"peak": measure_peak(), "other": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit / 1e6}


if __name__ == "__main__":
    step, what, source, place = sys.argv[1:]
    steps = {"index": index, "refresh": refresh, "verify": verify}
    print(json.dumps(steps[step](what, Path(source), Path(place))))  # noqa: T201 - for the parent to read
