"""The table for people: a row a claim with its verdict, what supports it and what contradicts it.

A wide page gets four columns, a narrow one a block a claim, and a pipe the same blocks with every quote in
full on a line of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.render.blocks import Composer
from factcheck.render.consistency import list_inconsistencies
from factcheck.render.detail import make_detail
from factcheck.render.lines import UNLIMITED, lay_out
from factcheck.render.summary import summarise
from factcheck.render.wording import Sources

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look

NARROW: Final = 100
"""Up to this many columns a claim gets a block: four columns would leave a quote three words a row."""

MOST_QUOTES: Final = 3
"""Quotes shown a side on a terminal, to keep a claim on one screen; a pipe and JSON have them all."""

COLUMNS: Final = (("Claim", 9), ("Verdict", 8), ("Supported by", 10), ("Contradicted by", 10))
"""The headings of a wide table with their shares of the width: most of it is for quotes."""


def make_table(look: Look) -> Renderer:
    """Return the renderer of the table for a page of this look, or of the whole story where it asks why."""
    return make_detail(look) if look.why else Table(look)


@dataclass(frozen=True, slots=True)
class Table:
    """Renders a report as a table, or block by block where the page is narrow or has no edge."""

    look: Look

    def __call__(self, report: Report, *, width: int) -> str:
        """Return the verdicts, then what was skipped and what was not looked at."""
        composer = Composer(
            sources=Sources.of(report, self.look.symbols),
            most_quotes=None if width == UNLIMITED else MOST_QUOTES,
        )
        wide = width > NARROW and report.verdicts
        verdicts = (self._draw if wide else self._stack)(report, composer=composer, width=width)
        after = [
            *list_inconsistencies(report.self_consistency, self.look.symbols),
            *summarise(report, self.look.symbols, width=width),
        ]
        return verdicts + lay_out(after, width=width, colour=self.look.colour)

    def _stack(self, report: Report, *, composer: Composer, width: int) -> str:
        lines = [line for verdict in report.verdicts for line in composer.stack(verdict)]
        return lay_out(lines, width=width, colour=self.look.colour)

    def _draw(self, report: Report, *, composer: Composer, width: int) -> str:
        from factcheck.render.wrapped import draw_grid  # noqa: PLC0415 - rich is not needed in a pipe

        rows = [composer.row(verdict) for verdict in report.verdicts]
        return draw_grid(COLUMNS, rows, width=width, look=self.look)
