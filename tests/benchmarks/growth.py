"""How cost grows with the record, as a picture: the same figures, the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from matplotlib import rc_context
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.benchmarks.index_costs import IndexCost

INCHES: Final = (9.0, 3.4)
PANELS: Final[Mapping[str, str]] = {
    "build_work": "building, processor seconds",
    "median": "a warm query, ms",
    "build_peak": "most memory while building, MB",
}
"""What is drawn of a cost, and how it is called."""


def draw_growth(costs: Sequence[IndexCost]) -> bytes:
    """Return an SVG picture: time and memory against passages, both by their logarithms, a line an engine."""
    # text as text: the file stays small, and what draws it has some font
    with rc_context({"font.size": 8, "svg.hashsalt": "factcheck", "svg.fonttype": "none"}):
        figure = Figure(figsize=INCHES, layout="constrained")
        for axes, (figure_name, label) in zip(figure.subplots(1, len(PANELS)), PANELS.items(), strict=True):
            for engine in dict.fromkeys(cost.engine for cost in costs):
                points = [(cost.passages, getattr(cost, figure_name)) for cost in costs if cost.engine == engine]
                axes.plot(*zip(*points, strict=True), marker=".", label=engine)
            axes.set_xscale("log")
            axes.set_yscale("log")
            sizes = sorted({cost.passages for cost in costs})
            axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
            axes.yaxis.set_major_formatter("{x:g}")
            axes.set_xlabel("passages")
            axes.set_title(label)
            axes.minorticks_off()
            axes.grid(alpha=0.3)
        figure.axes[0].legend()
        page = BytesIO()
        figure.savefig(page, format="svg", metadata={"Date": None})
    return page.getvalue()
