"""Collects the tables of the benchmarks, prints them, and writes them down when asked to."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.measure import Note, Picture

HERE: Final = Path(__file__).parent
RESULTS: Final = "RESULTS.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-results", action="store_true", help="write the tables to pages beside this file")


@pytest.fixture(scope="session")
def pages(request: pytest.FixtureRequest) -> Iterator[dict[str, list[str]]]:
    """Return what is to be written, by the name of the page; pages of which nothing was run stay as they are."""
    pages: dict[str, list[str]] = {}
    yield pages
    if request.config.getoption("--write-results"):
        machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}"
        head = (
            f"# Benchmarks of factcheck {__version__}\n\nWritten by `python -m pytest tests/benchmarks -q -s "
            f"--write-results`, on {machine}, {os.cpu_count()} processors of {platform.machine()}.\n"
        )
        for page, parts in pages.items():
            (HERE / page).write_text("\n".join([head, *parts]), encoding="utf-8")


@pytest.fixture(scope="module")
def page(request: pytest.FixtureRequest, pages: dict[str, list[str]]) -> list[str]:
    """Return the page of a module's tables: the one of all, or its own `PAGE`, which its docstring opens."""
    own: str | None = getattr(request.module, "PAGE", None)
    parts = pages.setdefault(own or RESULTS, [])
    if own:
        parts.append(f"{request.module.__doc__.strip()}\n")
    return parts


@pytest.fixture(scope="module")
def note_table(page: list[str]) -> Note:
    """Return a call that takes a table: its heading, the names of its columns, and its rows."""

    def note(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = _table(columns, rows)
        page.append(f"## {heading}\n\n{table}")
        print(f"\n\n{heading}\n\n{table}")  # noqa: T201 - this is what a benchmark is run for

    return note


@pytest.fixture(scope="module")
def note_picture(request: pytest.FixtureRequest, page: list[str]) -> Picture:
    """Return a call that takes a picture for the page: the name of its file, what it shows, and its bytes."""

    def note(name: str, shown: str, content: bytes) -> None:
        page.append(f"![{shown}]({name})\n")
        if request.config.getoption("--write-results"):
            (HERE / name).write_bytes(content)

    return note


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[place]) for row in (columns, *rows)) for place in range(len(columns))]
    lines = [columns, ["-" * width for width in widths], *rows]
    return "".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |\n"
        for line in lines
    )
