"""Figures as people read them, and the tables that several pages share."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from factcheck.model.figures import least, share
from factcheck.render.page import Heading, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model.evaluation import RuleFigures
    from factcheck.model.figures import Confusion, CurvePoint, Match
    from factcheck.render.page import Block

ROWS_OF_A_CURVE = 6
"""Points of a curve that a page shows: enough to see where it bends."""


def percent(value: float | None) -> str:
    """Return a share for people; a share of nothing is a dash.

    >>> percent(0.125), percent(None)
    ('12.5 %', '–')
    """
    return "–" if value is None else f"{100 * value:.1f} %"


def plain(value: float | None) -> str:
    """Return a figure that may be a count or a share.

    >>> plain(12.0), plain(0.5), plain(None)
    ('12', '0.5000', '–')
    """
    if value is None or not isfinite(value):
        return "–"
    return f"{value:,.0f}" if value.is_integer() else f"{value:.4f}"


def signed(before: float | None, after: float | None) -> str:
    """Return by how much a figure has changed, with its sign.

    >>> signed(3.0, 1.0), signed(0.25, 0.5), signed(None, 1.0)
    ('-2', '+0.2500', '')
    """
    if before is None or after is None:
        return ""
    change = after - before
    return f"{'+' if change > 0 else '-'}{plain(abs(change))}" if change else "0"


def of(part: int, whole: int) -> str:
    """Return a count out of a count.

    >>> of(17, 19)
    '17 of 19'
    """
    return f"{part:,} of {whole:,}"


def per(part: int, whole: int) -> str:
    """Return a count out of a count, short enough for a narrow column.

    >>> per(17, 19)
    '17/19'
    """
    return f"{part:,}/{whole:,}"


MATCH = ("measure", "right", "said", "known", "precision", "recall", "F1")
"""Columns of a row that `write_match` returns."""


def write_match(name: str, match: Match) -> tuple[str, ...]:
    """Return a row of a table for what was said to be, held against what is."""
    counts = (f"{match.right:,}", f"{match.said:,}", f"{match.gold:,}")
    return (name, *counts, percent(match.precision), percent(match.recall), percent(match.f1))


def tabulate_confusion(confusion: Confusion) -> Table:
    """Return a row a label that is right, a column a label that was said; labels that never came up are left out."""
    there = [label for label in confusion.labels if confusion.gold(label) or confusion.said(label)]
    return Table(
        columns=("labelled", *(label.replace("_", " ") for label in there)),
        rows=tuple(
            (right.replace("_", " "), *(f"{confusion.count(right, said):,}" for said in there)) for right in there
        ),
    )


def tabulate_rules(rules: Iterable[RuleFigures]) -> list[Block]:
    """Return what each rule did, the most wrong first; nothing where no rule fired."""
    rows = tuple(
        (
            one.name,
            f"{one.fired:,}",
            f"{one.right:,}",
            f"{one.wrong:,}",
            percent(share(one.right, one.fired)),
            percent(least(one.right, one.fired)),
        )
        for one in sorted(rules, key=lambda one: (-one.wrong, -one.fired, one.name))
    )
    table = Table(columns=("rule", "fired", "right", "wrong", "precision", "at least"), rows=rows)
    return [Heading(text="Rules", level=3), table] if rows else []


def tabulate_curve(curve: Sequence[CurvePoint]) -> list[Block]:
    """Return how much is right when only the surest answers are given, in a few rows; nothing where none is given."""
    last = len(curve) - 1
    chosen = sorted({round(place * last / (ROWS_OF_A_CURVE - 1)) for place in range(ROWS_OF_A_CURVE)}) if curve else []
    rows = tuple(
        (f"{curve[place].score:.2f} and up", percent(curve[place].coverage), percent(curve[place].precision))
        for place in chosen
    )
    table = Table(columns=("score", "decided", "of these right"), rows=rows)
    return [Heading(text="Precision against coverage", level=3), table] if rows else []
