"""What a user waits for: whole processes against ones that only import and read what they cannot do without."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.measure import time_processes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.measure import Cost, Note

ROOT: Final = Path(__file__).parent.parent.parent
FACTCHECK: Final = str(Path(sys.executable).with_name("factcheck"))

CLICK_ALONE: Final = "import click"
LIBRARIES: Final = """
import click, tantivy
from pathlib import Path
from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table
for path in (Path("claims.yaml"), *sorted(Path("seeds").iterdir())):
    path.read_text(encoding="utf-8")
"""

COLUMNS: Final = ("process", "wall, ms", "CPU, ms", "ratio of CPU", "target")


def test_help(note_table: Note) -> None:
    commands = {
        "import click": [sys.executable, "-c", CLICK_ALONE],
        "factcheck --help": [FACTCHECK, "--help"],
    }
    rows = _rows(time_processes(commands, folder=ROOT), targets=("", "≤ 1.3×"))
    note_table("Help against click alone", COLUMNS, rows)


def test_verify(note_table: Note) -> None:
    commands = {
        "import the libraries, read the files": [sys.executable, "-c", LIBRARIES],
        "factcheck verify": [FACTCHECK, "verify"],
        "factcheck verify --format json": [FACTCHECK, "verify", "--format", "json"],
    }
    rows = _rows(time_processes(commands, folder=ROOT), targets=("", "≤ 3×", "≤ 3×"))
    note_table("The example of this repository, against its libraries alone", COLUMNS, rows)


def _rows(costs: dict[str, Cost], *, targets: Sequence[str]) -> list[tuple[str, ...]]:
    """One row a process, each against the first."""
    base = next(iter(costs.values())).cpu
    return [
        (name, f"{cost.wall:.0f}", f"{cost.cpu:.0f}", f"{cost.cpu / base:.2f}×", target)
        for (name, cost), target in zip(costs.items(), targets, strict=True)
    ]
