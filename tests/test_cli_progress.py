"""The progress bar: it counts files, text and claims, and only where somebody watches."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import progress, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """Pretend that somebody watches; returns what they are told, in order."""
    calls: list[tuple[str, int, int]] = []

    def advance(bar: progress._Bar, done: int, total: int, *, what: str = "") -> None:
        calls.append((what or bar._what, done, total))

    monkeypatch.setattr(progress._Bar, "advance", advance)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    return calls


def test_reading_is_told_as_well_as_checking(told: list[tuple[str, int, int]], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"It rained all day in the town, people said.\n")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    claims = tmp_path.parent / f"{tmp_path.name}.yaml"
    claims.write_text("claims:\n  - id: rain\n    text: It rained all day.\n", encoding="utf-8")
    assert run(["verify", str(claims), "--record", str(tmp_path)]) == 0
    assert told == [
        ("reading files", 44, 92),
        ("reading files", 88, 92),
        ("reading files", 92, 92),
        ("checking claims", 0, 1),
        ("checking claims", 1, 1),
    ]


def test_a_bar_at_nought_only_says_that_work_goes_on() -> None:
    bar = progress._Bar("reading")
    bar.show()
    assert bar._drawn is not None
    task = bar._drawn.tasks[0]
    bar.advance(0, 3)
    assert (task.description, task.total) == ("reading", None)
    bar.advance(1, 3, what="checking")
    assert (task.description, task.completed, task.total) == ("checking", 1, 3)
    bar.hide()
