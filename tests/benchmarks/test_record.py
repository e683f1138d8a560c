"""A made-up record read as a user's is, stage by stage, and many claims checked against it.

`BENCHMARK_READ=1000000` reads the sizes of `BENCHMARK_PASSAGES` up to that; by default, up to a hundred thousand.
Stages are told in processor seconds of one process, which with the threads of the engine does all. The index stage
alone is given what it takes, ready in memory: ours the stems, the days and the names, tantivy the bare text. Claims
are sentences of the record in which a figure or a year is another one; `factcheck verify` checks them as JSON, and its
time is that of the whole command. Memory of several processes is that of the largest.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.benchmarks.corpus import write_corpus
from tests.benchmarks.index_costs import ROOT
from tests.benchmarks.measure import time_processes
from tests.benchmarks.record_child import OURS
from tests.benchmarks.record_costs import CLAIMS, READ, measure, stages_of, write_claims

if TYPE_CHECKING:
    from tests.benchmarks.measure import Note

PAGE: Final = "RECORD.md"
FACTCHECK: Final = str(Path(sys.executable).with_name("factcheck"))
STAGED: Final = 100_000
"""Passages of the largest record that one process reads alone, so that its stages can be told."""

PARTS: Final = (4, 1)
"""Shares of the claims that are checked, to see whether memory grows with them."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Path, dict[str, float]]]:
    """Return the folder of each record, with its `corpus` and its `index`, and what reading it cost."""
    made = {}
    for passages in READ:
        folder = tmp_path_factory.mktemp("record")
        write_corpus(folder / "corpus", passages=passages)
        jobs = "1" if passages <= STAGED else "2"
        made[passages] = folder, measure("refresh", jobs, folder / "corpus", folder / "index")
    return made


def test_the_index_stage(note_table: Note, tmp_path: Path) -> None:
    rows = []
    for passages in READ:
        folder = tmp_path / str(passages)
        write_corpus(folder / "corpus", passages=passages)
        spent = {}
        for name in ("tantivy alone", OURS):
            (folder / name).mkdir()
            spent[name] = measure("index", name, folder / "corpus", folder / name)["work"]
        base = spent["tantivy alone"]
        rows += [
            (f"{passages:,}", name, f"{work / passages * 1e6:.1f}", f"{work / base:.2f}×")
            for name, work in spent.items()
        ]
    note_table("The index stage alone", ("passages", "engine", "CPU, µs a passage", "ratio"), rows)


def test_reading(note_table: Note, records: dict[int, tuple[Path, dict[str, float]]]) -> None:
    rows = []
    for passages, (_, costs) in records.items():
        jobs = "1" if passages <= STAGED else "2"
        figures = (f"{costs['seconds']:.1f}", f"{passages / costs['seconds']:,.0f}", f"{costs['size']:.1f}")
        memory = (f"{costs['peak']:.0f}", f"{costs['other']:.0f}" if costs["other"] else "")
        rows.append((f"{passages:,}", jobs, *figures, *memory))
    columns = (
        "passages",
        "jobs",
        "seconds",
        "passages a second",
        "on disk, MB",
        "most memory, MB",
        "of the others, MB",
    )
    note_table("A record read from its folder", columns, rows)
    for passages in (one for one in records if one <= STAGED):
        _, costs = records[passages]
        stages = [(name, f"{spent:.2f}", f"{spent / costs['work']:.1%}") for name, spent in stages_of(costs)]
        together = ("together", f"{costs['work']:.2f}", "100.0%")
        note_table(f"Stages of reading {passages:,} passages", ("stage", "CPU, s", "share"), [*stages, together])


def test_a_command_on_a_record_that_is_kept(
    note_table: Note, records: dict[int, tuple[Path, dict[str, float]]]
) -> None:
    commands = {"factcheck --help": [FACTCHECK, "--help"]}
    for passages, (folder, _) in records.items():
        words = ["council million spent", "--index", str(folder / "index")]
        commands[f"factcheck record search, {passages:,} passages"] = [FACTCHECK, "record", "search", *words]
    costs = time_processes(commands, folder=ROOT)
    base = next(iter(costs.values()))
    rows = [
        (name, f"{one.wall:.0f}", f"{one.wall / base.wall:.2f}×", f"{one.cpu:.0f}", f"{one.cpu / base.cpu:.2f}×")
        for name, one in costs.items()
    ]
    note_table("A command on a record that is kept", ("process", "wall, ms", "ratio", "CPU, ms", "ratio"), rows)


def test_many_claims(note_table: Note, records: dict[int, tuple[Path, dict[str, float]]]) -> None:
    rows = []
    for passages, (folder, _) in records.items():
        if passages < STAGED:
            continue
        runs = [(CLAIMS // share, "1") for share in PARTS] if passages == STAGED else [(CLAIMS, "1")]
        for count, jobs in (*runs, (CLAIMS, "2")):
            claims = folder / f"{count}.yaml"
            write_claims(claims, folder / "corpus", count=count, of=CLAIMS)
            costs = measure("verify", jobs, claims, folder / "index")
            figures = (f"{costs['seconds']:.1f}", f"{count / costs['seconds']:.1f}")
            memory = (f"{costs['peak']:.0f}", f"{costs['other']:.0f}" if costs["other"] else "")
            rows.append((f"{passages:,}", f"{count:,}", jobs, *figures, *memory))
    columns = ("passages", "claims", "jobs", "seconds", "claims a second", "most memory, MB", "of the others, MB")
    note_table("Many claims", columns, rows)
