"""What the learned judge adds to a run over the example, beside what onnxruntime needs for the same pairs and texts.

The record is kept before anything is timed. "First" begins with nothing that the model said set aside, "again" with all
of it. onnxruntime alone opens the same graphs on one thread and is given the same numbers; what the model adds is what
a run with it takes beyond one with the rules alone. All take turns in processes of their own; the best of each is told.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.learned import Missing, find_artefact
from factcheck.pipeline import meaning, scores
from tests.benchmarks.example_child import GIVEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.measure import Note

PAGE: Final = "EXAMPLE.md"
TURNS: Final = 5

pytestmark = pytest.mark.skipif(isinstance(find_artefact(), Missing), reason="the model's files are not there")


def test_example(note_table: Note, tmp_path: Path) -> None:
    run("rules", tmp_path)
    forget(tmp_path)
    run("note", tmp_path)
    given = [name for name, _ in json.loads((tmp_path / GIVEN).read_text())]
    costs: dict[str, list[dict[str, float]]] = {}
    for _ in range(TURNS):
        forget(tmp_path)
        for name, step in (("rules", "rules"), ("first", "both"), ("again", "both"), ("bare", "bare")):
            costs.setdefault(name, []).append(run(step, tmp_path))
    best = {name: {key: min(one[key] for one in told) for key in told[0]} for name, told in costs.items()}
    rules, first, again, bare = (best[name]["ms"] for name in ("rules", "first", "again", "bare"))
    rows = [
        ("the rules alone", rules, "1.00× of the rules alone", best["rules"]["peak"]),
        ("with the model, first", first, f"{first / rules:.2f}× of the rules alone", best["first"]["peak"]),
        ("with the model, again", again, f"{again / rules:.2f}× of the rules alone", best["again"]["peak"]),
        ("what the model adds, first", first - rules, f"{(first - rules) / bare:.2f}× of onnxruntime alone", 0.0),
        ("onnxruntime alone", bare, "1.00× of onnxruntime alone", best["bare"]["peak"]),
    ]
    pairs = given.count("judge.onnx")
    note_table(
        f"The example: {pairs} pairs and {len(given) - pairs} texts are read the first time",
        ("run", "ms", "ratio", "most memory, MB"),
        [(name, f"{ms:.0f}", ratio, f"{peak:.0f}" if peak else "–") for name, ms, ratio, peak in rows],
    )


def run(step: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.example_child", step, str(folder)]
    cost: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return cost


def forget(folder: Path) -> None:
    """Take away what the model said."""
    for name in (scores.ASIDE, meaning.ASIDE):
        for path in folder.rglob(f"{name}.sqlite*"):
            path.unlink()
