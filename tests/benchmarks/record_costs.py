"""What reading a made-up record costs, and checking many claims against it, in processes of their own."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from tests.benchmarks.index_costs import ROOT, SIZES
from tests.benchmarks.rows import read_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST: Final = int(os.environ.get("BENCHMARK_READ", "100000"))
"""Passages of the largest record that is read as a user's is: of a million, reading takes ten minutes."""

READ: Final = tuple(size for size in SIZES if size <= LARGEST)
CLAIMS: Final = 1_000

_FIGURE: Final = re.compile(r"£(\d+\.\d) million|\b((?:19|20)\d\d)\b")


def measure(step: str, what: str, source: Path, folder: Path) -> dict[str, float]:
    """Do a step in a process of its own, and return what it cost."""
    command = [sys.executable, "-m", "tests.benchmarks.record_child", step, what, str(source), str(folder)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    costs: dict[str, float] = json.loads(done.stdout)
    return costs


def write_claims(path: Path, corpus: Path, *, count: int, of: int) -> None:
    """Write claims of `of` sentences of a record in which a figure or a year is another one, but the first `count`."""
    chance = random.Random(0)
    texts = [row.text for row in read_corpus(corpus) if _FIGURE.search(row.text)]
    changed = [_change(chance, text) for text in chance.sample(texts, k=of)][:count]
    # what JSON writes as text, YAML reads as the same text
    claims = (f"  - id: claim-{number}\n    text: {json.dumps(text)}\n" for number, text in enumerate(changed))
    path.write_text("".join(["claims:\n", *claims]), encoding="utf-8")


def _change(chance: random.Random, text: str) -> str:
    match = _FIGURE.search(text)
    assert match
    group = 1 if match[1] else 2
    other = f"{chance.uniform(0.1, 90):.1f}" if match[1] else str(int(match[2]) + chance.choice((-2, -1, 1, 2)))
    return re.sub("[“”]", "", text[: match.start(group)] + other + text[match.end(group) :])


def stages_of(costs: dict[str, float]) -> Iterator[tuple[str, float]]:
    """Yield the processor seconds of each stage of a refresh, and of what is none of them."""
    told = 0.0
    for name in ("walking", "reading files", "reading passages", "finding mentions", "keeping", "tables", "index"):
        told += costs[name]
        yield name, costs[name]
    yield "all else", costs["work"] - told
