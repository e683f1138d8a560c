"""The whole way from labelled sets to the files that ship.

`python -m factcheck.training.make DATA FOLDER` writes into the folder what is held out, as sets of pairs that
`factcheck evaluate` reads, the checkpoint, and the artefact. A run that was stopped begins anew.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from factcheck.errors import RunError
from factcheck.learned import Missing
from factcheck.learned.artefact import read_artefact
from factcheck.learned.pairs import PairScorer
from factcheck.training.calibrate import find_temperature
from factcheck.training.export import export, find_start
from factcheck.training.fit import Judge, code, fit, open_tokenizer
from factcheck.training.manifest import stamp
from factcheck.training.recipe import LARGE, SMALL
from factcheck.training.rounds import Rounds, focus
from factcheck.training.sets import SETS, Use, load_sets
from factcheck.training.splits import find_leaks, split_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.training.examples import Row
    from factcheck.training.recipe import Recipe

TOLD: Final = 100
"""Steps between two lines of progress."""

CALIBRATED: Final = 4_000
"""Held-out pairs that the temperature is found on, at the most."""


def make(data: Path, folder: Path) -> None:
    """Train, calibrate and export, as far as the machine allows: with a GPU by the large recipe.

    Raises:
        InputError: a set is missing or faulty.
        RunError: something to learn from stands in what is held out.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    recipe = LARGE if device == "cuda" else SMALL
    _tell(f"recipe {recipe.name} on {device}: {recipe.hash()}")
    learned, held = split_rows(load_sets(data))
    if leaks := find_leaks(learned, held):
        raise RunError(f"{len(leaks)} pairs to learn from share a claim or a sentence with what is held out")
    write_held_out(held, folder / "held_out")
    _train(learned, recipe, folder / "checkpoint", device=device)
    export(folder / "checkpoint", find_start(), folder / "artefact", recipe=recipe.hash(), temperature=1.0)
    temperature = _calibrate(folder / "artefact", held)
    stamp(folder / "artefact", recipe=recipe.hash(), temperature=temperature)
    _tell(f"temperature {temperature}; {folder / 'artefact'}")


def write_held_out(held: Sequence[Row], folder: Path) -> None:
    """Write the rows that are held out, a file a set, as labelled pairs."""
    files = defaultdict(list)
    names = ("SUPPORTS", "REFUTES", "NEI")
    for row in held:
        if row.evidence:
            told = {"claim": row.claim, "evidence": row.evidence, "label": names[row.label], "doc_id": row.doc_id}
            files[row.set].append(json.dumps(told | ({"binary": True} if row.binary else {}), ensure_ascii=False))
    for name, lines in files.items():
        path = folder / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _train(learned: Sequence[Row], recipe: Recipe, checkpoint: Path, *, device: str) -> None:
    torch.manual_seed(recipe.seed)
    torch.use_deterministic_algorithms(mode=True)
    tokenizer = open_tokenizer(find_start(), most=recipe.most)
    drawn = Rounds(learned, seed=recipe.seed)
    rounds = [code(drawn.draw(number), tokenizer) for number in range(recipe.rounds)]
    judge = Judge(find_start()).to(device)
    begun = time.monotonic()
    losses: list[float] = []

    def tell(step: int, steps: int, loss: float) -> None:
        losses.append(loss)
        if step % TOLD == 0:
            _tell(f"{step}/{steps} loss {sum(losses[-TOLD:]) / TOLD:.4f} {(time.monotonic() - begun) / 60:.1f} min")

    fit(judge, rounds, recipe, on_step=tell)
    judge.cpu().save(checkpoint)


def _calibrate(folder: Path, held: Sequence[Row]) -> float:
    """Find the temperature on pairs of openly licensed sets that tell refutes from neutral."""
    found = read_artefact(folder)
    if isinstance(found, Missing):
        raise RunError(f"what was exported cannot be opened: {found.reason}")
    open_sets = {one.name for one in SETS if one.use is Use.TRAIN}
    rows = [row for row in held if row.set in open_sets and row.evidence and not row.binary]
    rows = rows[:: max(1, len(rows) // CALIBRATED)]
    said = PairScorer(found).weigh([(focus(row.claim, row.evidence), row.claim) for row in rows])
    kept = [(logits, row.label) for logits, row in zip(said, rows, strict=True) if logits]
    return find_temperature(np.array([logits for logits, _ in kept]), [int(label) for _, label in kept])


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Make the artefact as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of labelled sets")
    parser.add_argument("folder", type=Path, help="where everything is written")
    given = parser.parse_args()
    make(given.data, given.folder)


if __name__ == "__main__":
    main()
