"""What the learned judge costs, beside the same network in fractions, as torch runs it.

Pairs are of about sixty word pieces. Ours reads them one by one, whole numbers of eight bits by seven; torch reads
floats, alone and sixteen at a time. Both take turns in processes of their own, and the best of the turns is told.
Without the extra `train` the rows of torch are left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.learned import Artefact, find_artefact
from factcheck.learned.pairs import PairScorer
from factcheck.learned.vectors import TextEncoder
from tests.benchmarks.model_child import make_pairs

if TYPE_CHECKING:
    from tests.benchmarks.measure import Note

PAGE: Final = "MODEL.md"
TURNS: Final = 3
COUNT: Final = 64
"""Pairs of a turn."""

OURS: Final = ("ours, one by one", "ours", 1)
RIVALS: Final = (("torch, one by one", "torch", 1), ("torch, sixteen at a time", "torch", 16))
THREADS: Final = (1,)
"""One is what factcheck runs it on; what more bring is told where nothing else runs."""


@pytest.fixture(name="artefact", scope="module")
def find_shipped() -> Artefact:
    found = find_artefact()
    if not isinstance(found, Artefact):
        pytest.skip(found.reason)
    return found


def test_files(artefact: Artefact, note_table: Note) -> None:
    sizes = {path.name: path.stat().st_size / 1e6 for path in sorted(artefact.folder.iterdir()) if path.is_file()}
    rows = [(name, f"{size:.2f}") for name, size in sizes.items()]
    note_table("What ships", ("file", "MB"), [*rows, ("together", f"{sum(sizes.values()):.2f}")])


@pytest.mark.usefixtures("artefact")
def test_rate(note_table: Note) -> None:
    systems = (OURS, *RIVALS) if find_spec("torch") else (OURS,)
    rows = []
    for threads in THREADS:
        best = _take_turns([(name, system, threads, batch) for name, system, batch in systems])
        for name, cost in best.items():
            ratio = cost["pair"] / best[OURS[0]]["pair"]
            rows.append((name, str(threads), f"{cost['pair']:.1f}", f"{1000 / cost['pair']:.0f}", f"{ratio:.2f}×"))
    note_table("Pairs of sixty word pieces", ("judge", "threads", "ms a pair", "pairs a second", "ratio"), rows)


@pytest.mark.usefixtures("artefact")
def test_start_and_memory(note_table: Note) -> None:
    systems = [("imported, nothing asked", "nothing", 1, 1), ("ours", "ours", 1, 1)]
    if find_spec("torch"):
        systems.append(("torch", "torch", 1, 1))
    rows = [
        (name, f"{cost['open']:.0f}", f"{cost['first']:.0f}", f"{cost['peak']:.0f}")
        for name, cost in _take_turns(systems).items()
    ]
    note_table("Start and memory", ("judge", "imports and checks, ms", "first pair, ms", "most memory, MB"), rows)


def test_bits(artefact: Artefact, note_table: Note) -> None:
    """How many of some pairs and texts get other bits in other company, another order, or on more threads."""
    pairs = make_pairs(100)
    texts = [passage for passage, _ in pairs]
    scorer, encoder = PairScorer(artefact), TextEncoder(artefact)
    alone = [PairScorer(artefact).weigh([pair])[0] for pair in pairs[:5]] + scorer.weigh(pairs[5:])
    rows = encoder.encode(texts)
    ways = {
        "in another order": (scorer.weigh(pairs[::-1])[::-1], encoder.encode(texts[::-1])[::-1]),
        "again": (scorer.weigh(pairs), encoder.encode(texts)),
    } | {
        f"on {threads} threads": (
            PairScorer(artefact, threads=threads).weigh(pairs),
            TextEncoder(artefact, threads=threads).encode(texts),
        )
        for threads in (2, 4)
    }
    table = [
        (
            way,
            sum(judged != expected for judged, expected in zip(said, alone, strict=True)),
            sum(made.tobytes() != row.tobytes() for made, row in zip(vectors, rows, strict=True)),
        )
        for way, (said, vectors) in ways.items()
    ]
    columns = ("asked", "pairs", "texts")
    note_table(f"Other bits, of {len(pairs)} pairs and as many texts", columns, [tuple(map(str, row)) for row in table])
    assert not any(judged or encoded for _, judged, encoded in table)


def _take_turns(systems: list[tuple[str, str, int, int]]) -> dict[str, dict[str, float]]:
    """Run every system in turns, and keep the best of each figure."""
    turns: dict[str, list[dict[str, float]]] = {}
    for _ in range(TURNS):
        for name, system, threads, batch in systems:
            command = ["-m", "tests.benchmarks.model_child", system, str(threads), str(batch), str(COUNT)]
            done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
            turns.setdefault(name, []).append(json.loads(done.stdout))
    return {name: {key: min(one[key] for one in costs) for key in costs[0]} for name, costs in turns.items()}
