"""Tables of examples that are kept as text: a row a line, its cells parted by a bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

HERE: Final = Path(__file__).parent
FAULT: Final = "! "
"""How a row begins that fails today and is known to."""


def read_table(name: str, *, columns: int) -> list[ParameterSet]:
    """The rows of a table for parametrize; empty cells at the end may be left out, known faults must fail."""
    rows = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in f"{line.removeprefix(FAULT)} ".split(" | ")]
            cells += [""] * (columns - len(cells))
            if len(cells) != columns:
                raise ValueError(f"{name}: {len(cells)} cells, not {columns}: {line}")
            marks = [pytest.mark.xfail(strict=True, reason="a known fault")] if line.startswith(FAULT) else []
            rows.append(pytest.param(*cells, marks=marks))
    return rows


def count_faults(name: str) -> tuple[int, int]:
    """How many rows of a table are known faults, and how many it has."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    return sum(line.startswith(FAULT) for line in rows), len(rows)
