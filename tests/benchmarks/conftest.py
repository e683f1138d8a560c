"""Collects the tables of the benchmarks, prints them, and writes them down when asked to."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.measure import Note

RESULTS = Path(__file__).parent / "RESULTS.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-results", action="store_true", help="write the tables to RESULTS.md beside this file")


@pytest.fixture(scope="session")
def note_table(request: pytest.FixtureRequest) -> Iterator[Note]:
    """Return a call that takes a table: its heading, the names of its columns, and its rows."""
    tables: list[str] = []

    def note(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = _table(columns, rows)
        tables.append(f"## {heading}\n\n{table}")
        print(f"\n\n{heading}\n\n{table}")  # noqa: T201 - this is what a benchmark is run for

    yield note
    if request.config.getoption("--write-results"):
        machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}"
        head = (
            f"# Benchmarks of factcheck {__version__}\n\nWritten by `python -m pytest tests/benchmarks -q -s "
            f"--write-results`, on {machine}, {os.cpu_count()} processors of {platform.machine()}.\n"
        )
        RESULTS.write_text("\n".join([head, *tables]), encoding="utf-8")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[place]) for row in (columns, *rows)) for place in range(len(columns))]
    lines = [columns, ["-" * width for width in widths], *rows]
    return "".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |\n"
        for line in lines
    )
