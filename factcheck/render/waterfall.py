"""The weights of a quote as a waterfall: each a bar that begins where the one before it ended."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_line
from factcheck.render.lines import UNLIMITED, Line, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence, Weight
    from factcheck.render.look import Symbols

BAR: Final = 12
"""Columns of the bars: a tenth of a weight still shows in most sums, and the text keeps its room."""

WIDE: Final = 72
"""From so many columns on there are bars: on fewer they would leave the weights three words a row."""

SHOWN: Final = 2
"""Places of a sum that are shown, as of a weight."""

SUMMED: Final = 56
"""From so many columns on there is the sum so far beside each weight."""


def draw_waterfall(evidence: Evidence, symbols: Symbols, *, indent: int, width: int) -> list[Line]:
    """Return a line a weight, with its bar, the sum so far, what it adds and both values; then the whole sum.

    A narrow page has no bars, and a narrower one no sums either.
    """
    if not evidence.weights:
        return []
    values = [weight.value for weight in evidence.weights]
    sums = [round(one, SHOWN) + 0.0 for one in accumulate(values)]  # + 0.0: no nought below nought
    head = ""
    leads = [f"{value:+6.2f}  " for value in (*values, evidence.score)]
    if width == UNLIMITED or width >= SUMMED:
        head = f"{'sum':>6} {'weight':>6}"
        written = [*(f"{one:+6.2f}" for one in sums), " " * 6]
        leads = [f"{so_far} {lead}" for so_far, lead in zip(written, leads, strict=True)]
    if width == UNLIMITED or width >= WIDE:
        head = f"{'':{BAR}} {head}"
        leads = [f"{bar} {lead}" for bar, lead in zip([*_draw_bars(sums, symbols), " " * BAR], leads, strict=True)]
    lines = [_write(weight, lead, indent) for weight, lead in zip(evidence.weights, leads, strict=False)]
    whole = Line(text="together", lead=leads[-1], indent=indent, lead_tone=Tone.STRONG)
    return [*([Line(lead=head, indent=indent, lead_tone=Tone.QUIET)] if head else []), *lines, whole]


def _write(weight: Weight, lead: str, indent: int) -> Line:
    ours = f"; claim: {show_line(weight.ours)}" if weight.ours else ""
    theirs = f"; passage: {show_line(weight.theirs)}" if weight.theirs else ""
    text = f"{show_line(weight.name)}: {show_line(weight.level)}{ours}{theirs}"
    return Line(text=text, lead=lead, indent=indent)


def _draw_bars(sums: Sequence[float], symbols: Symbols) -> list[str]:
    """A bar for each step from one sum to the next, all on one scale that nought is on."""
    low, high = min(0.0, *sums), max(0.0, *sums)
    columns = BAR / ((high - low) or 1.0)
    bars = []
    for before, after in zip([0.0, *sums], sums, strict=False):
        start = min(round((min(before, after) - low) * columns), BAR - 1)
        length = max(round((max(before, after) - low) * columns) - start, 1) if before != after else 0
        sign = symbols.gain if after > before else symbols.loss
        bars.append((" " * start + sign * length).ljust(BAR))
    return bars
