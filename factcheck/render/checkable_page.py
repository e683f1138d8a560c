"""What was called checkable against what people call so, as a page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import Force
from factcheck.render.figures_page import percent
from factcheck.render.page import Heading, Paragraph, Table

if TYPE_CHECKING:
    from factcheck.model.evaluation import CheckableEvaluation
    from factcheck.model.figures import Confusion
    from factcheck.render.page import Block

_TOLD: Final = (
    "A sentence is split into halves by a hash of its text. The words that tell an opinion, a wish, a norm or a "
    "prediction were chosen on the half called “developed on”; nobody has looked into the other one. A prediction is "
    "not checkable here: a sentence alone has no time that has come."
)


def compose_checkable(evaluation: CheckableEvaluation) -> list[Block]:
    """Return accuracy, precision and recall of each half, and what people call each force that was read."""
    columns = ("half", "sentences", "checkable", "called so", "accuracy", "precision", "recall", "F1")
    counted = Counter((one.force, one.gold) for one in evaluation.outcomes)
    forces = tuple(
        (force.value, f"{counted[force, True]:,}", f"{counted[force, False]:,}")
        for force in Force
        if counted[force, True] or counted[force, False]
    )
    return [
        Heading(text=f"{evaluation.name}: which sentences can be checked"),
        Table(columns=columns, rows=tuple(_row(half, one) for half, one in evaluation.by_half.items())),
        Paragraph(text=_TOLD),
        Heading(text="What people call each force, in both halves", level=3),
        Table(columns=("read as", "checkable", "not checkable"), rows=forces),
    ]


def _row(half: str, figures: Confusion) -> tuple[str, ...]:
    label = figures.labels[0]
    counts = (f"{count:,}" for count in (figures.total, figures.gold(label), figures.said(label)))
    shares = (figures.accuracy, figures.precision(label), figures.recall(label), figures.f1(label))
    return (half, *counts, *map(percent, shares))
