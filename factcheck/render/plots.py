"""An evaluation as pictures: confusion, precision against coverage, calibration. The same figures, the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from matplotlib import rc_context
from matplotlib.figure import Figure

from factcheck.model.evaluation import (
    CheckableEvaluation,
    ClaimsEvaluation,
    ClosedRecordEvaluation,
    PairsEvaluation,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from factcheck.model.evaluation import Evaluation
    from factcheck.model.figures import Calibration, ClosedRecordFigures, Confusion, CurvePoint

INCHES: Final = (6.0, 4.5)
DARK: Final = 0.5
"""Share of a row from which a cell is dark, and its figure white."""


def draw_plots(evaluation: Evaluation) -> dict[str, bytes]:
    """Return SVG pictures by file name: what of an evaluation can be drawn."""
    # the font that comes with matplotlib, and ids that are made of a word instead of chance: the same everywhere
    with rc_context({"font.family": "DejaVu Sans", "svg.hashsalt": "factcheck", "svg.fonttype": "path"}):
        if isinstance(evaluation, ClaimsEvaluation):
            figures = evaluation.figures
            drawn = {"confusion": _draw_confusion(figures.confusion, "Verdicts")}
            drawn |= _draw_coverage({"claims": figures.curve})
        elif isinstance(evaluation, PairsEvaluation):
            drawn = _draw_pairs(evaluation)
        elif isinstance(evaluation, CheckableEvaluation):
            drawn = {f"confusion-{half}": _draw_confusion(one, half) for half, one in evaluation.by_half.items()}
        elif isinstance(evaluation, ClosedRecordEvaluation):
            drawn = {"recall": _draw_recall(evaluation.figures)}
        else:
            drawn = {}
        return {f"{name}.svg": _write(figure) for name, figure in drawn.items()}


def _draw_pairs(evaluation: PairsEvaluation) -> dict[str, Figure]:
    drawn = {
        f"confusion-{name}": _draw_confusion(figures.three_way, name)
        for name, figures in evaluation.figures.items()
        if figures.three_way.total
    }
    drawn |= _draw_coverage({name: figures.curve for name, figures in evaluation.figures.items()})
    for name, figures in evaluation.figures.items():
        if figures.calibration:
            drawn[f"calibration-{name}"] = _draw_calibration(figures.calibration, name)
    return drawn


def _begin(title: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=INCHES, layout="constrained")
    axes = figure.subplots()
    axes.set_title(title)
    return figure, axes


def _draw_confusion(confusion: Confusion, name: str) -> Figure:
    """A cell a pair of labels, as dark as the share of its row."""
    figure, axes = _begin(f"{name}: what was said of what")
    labels = [label for label in confusion.labels if confusion.gold(label) or confusion.said(label)]
    shares = [[confusion.count(right, said) / max(confusion.gold(right), 1) for said in labels] for right in labels]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    names = [label.replace("_", " ") for label in labels]
    axes.set_xticks(range(len(labels)), names, rotation=20)
    axes.set_yticks(range(len(labels)), names)
    axes.set_xlabel("said")
    axes.set_ylabel("labelled")
    for row, right in enumerate(labels):
        for column, said in enumerate(labels):
            colour = "white" if shares[row][column] > DARK else "black"
            axes.text(column, row, f"{confusion.count(right, said):,}", ha="center", va="center", color=colour)
    return figure


def _draw_coverage(curves: Mapping[str, Sequence[CurvePoint]]) -> dict[str, Figure]:
    """How much is right when only the surest answers are given; no picture where none is given."""
    if not any(curves.values()):
        return {}
    figure, axes = _begin("Precision against coverage")
    for name, curve in curves.items():
        if curve:
            axes.plot([one.coverage for one in curve], [one.precision for one in curve], marker=".", label=name)
    _scale(axes, x="share that is decided", y="share of these that is right")
    axes.legend(loc="lower left")
    return {"coverage": figure}


def _draw_calibration(calibration: Calibration, name: str) -> Figure:
    figure, axes = _begin(f"{name}: calibration, expected error {calibration.expected_error:.3f}")
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    axes.plot([one.confidence for one in calibration.bins], [one.right for one in calibration.bins], marker="o")
    _scale(axes, x="mean probability of the answers", y="share of them that is right")
    return figure


def _draw_recall(figures: ClosedRecordFigures) -> Figure:
    figure, axes = _begin("Abstracts with evidence among the first so many")
    for stage, by_depth in figures.recall_at.items():
        axes.plot(list(by_depth), [recall or 0.0 for recall in by_depth.values()], marker=".", label=stage)
    _scale(axes, x="abstracts looked at", y="share found")
    axes.set_xscale("log")
    axes.set_xlim(1, max(next(iter(figures.recall_at.values()), {1: None})))
    axes.legend(loc="center right")
    return figure


def _scale(axes: Axes, *, x: str, y: str) -> None:
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.grid(alpha=0.3)


def _write(figure: Figure) -> bytes:
    page = BytesIO()
    figure.savefig(page, format="svg", metadata={"Date": None})
    return page.getvalue()
