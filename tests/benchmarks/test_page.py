"""How long somebody waits for a page of many claims: until it is made, and until it is open in a browser."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from factcheck.render.html.page import render_page
from tests.benchmarks.measure import time_call
from tests.browsers import open_file, run_browser
from tests.pages import make_many

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.measure import Note

PAGE: Final = "PAGE.md"

CLAIMS: Final = (50, 500)
DENSITIES: Final = {5: True, 10: False}
"""Quotes of a claim, and whether that is few; those of the example have three and a half."""

RUNS: Final = 5

_TIMES: Final = """
() => {
  const [open] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return [paint?.startTime ?? NaN, open.domContentLoadedEventEnd, open.loadEventEnd];
}
"""


def test_pages(note_table: Note, tmp_path: Path) -> None:
    rows = []
    for claims, (quotes, sparse) in product(CLAIMS, DENSITIES.items()):
        report = make_many(claims, sparse=sparse)
        path = tmp_path / f"{claims}-{quotes}.html"
        _, made = time_call(lambda report=report: render_page(report, width=0), runs=3)  # type: ignore[misc]
        path.write_text(render_page(report, width=0), encoding="utf-8")
        size = f"{path.stat().st_size / 1e6:.1f}"
        rows.append(
            (
                f"{claims:,}",
                str(quotes),
                size,
                f"{made:.0f}",
                *(f"{one:.0f}" for one in _open(path)),
                f"{_narrow(path):.0f}",
            )
        )
    columns = (
        "claims",
        "quotes",
        "MB",
        "made, ms",
        "first seen, ms",
        "script done, ms",
        "open, ms",
        "narrowed by a word, ms",
    )
    note_table("Pages of many claims, in Chromium (medians)", columns, rows)


def _open(path: Path) -> list[float]:
    """The medians of when something is seen, when the page is whole and narrowing works, and when all is done."""
    with run_browser() as browser:
        runs = []
        for _ in range(RUNS):
            with open_file(browser, path) as opened:
                opened.page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
                runs.append(opened.page.evaluate(_TIMES))
    return [sorted(run[place] for run in runs)[RUNS // 2] for place in range(3)]


def _narrow(path: Path) -> float:
    """How long it takes until the rows are right after the first word, for which all text is gathered."""
    with run_browser() as browser, open_file(browser, path) as opened:
        took: float = opened.page.evaluate(
            """() => {
              const words = document.getElementById("words");
              const start = performance.now();
              words.value = "7";
              words.dispatchEvent(new Event("input", {bubbles: true}));
              document.body.offsetHeight;
              return performance.now() - start;
            }"""
        )
        return took
