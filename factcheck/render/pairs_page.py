"""Labelled pairs, and claims on a closed record, as a page of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Stance
from factcheck.model.figures import least
from factcheck.render.figures_page import (
    MATCH,
    per,
    percent,
    tabulate_confusion,
    tabulate_curve,
    tabulate_rules,
    write_match,
)
from factcheck.render.page import Heading, Listing, Paragraph, Table

if TYPE_CHECKING:
    from factcheck.model.evaluation import ClosedRecordEvaluation, PairsEvaluation
    from factcheck.model.figures import Calibration, PairFigures
    from factcheck.render.page import Block

COLUMNS: Final = (
    *("set, system", "pairs", "accuracy", "two-way", "balanced", "forced", "macro-F1"),
    *("supports", "refutes"),
)
"""What a line of a set has: shares over all pairs, then how many of those said to support, or refute, are right."""


def compose_pairs(evaluation: PairsEvaluation) -> list[Block]:
    """Return the figures: a line a set and system, then each system over all sets."""
    rows = [
        _row(f"{name}, {system}", figures)
        for name, by_system in evaluation.by_set.items()
        for system, figures in by_system.items()
    ]
    if len(evaluation.by_set) > 1:
        rows += [_row(f"all, {system}", figures) for system, figures in evaluation.figures.items()]
    blocks: list[Block] = [
        Heading(text="Figures"),
        Table(columns=COLUMNS, rows=tuple(rows)),
        Paragraph(text=_EXPLAINED),
    ]
    for system, figures in evaluation.figures.items():
        blocks += [Heading(text=f"Over all pairs: {system}"), *_compose_system(figures)]
    skipped = [*(one for pairs in evaluation.sets for one in pairs.left_out), *evaluation.skipped]
    items = tuple(f"{one.path}: {one.reason}" for one in skipped)
    return [*blocks, Heading(text="Left out"), Listing(items=items)] if items else blocks


_EXPLAINED: Final = (
    "Accuracy and macro-F1 are three-way, over pairs that people labelled so; two-way is supports against all else, "
    "and balanced its mean over both labels. Forced takes the likelier of supports and refutes, over pairs that are "
    "labelled either, where a system weighs the one against the other. The last columns say how many of those called "
    "so are right. Macro-F1 is the mean over the labels that stand or were said. “rules” and “both” are factcheck as "
    "it runs, without the learned model and with it; “model” is that alone, with no rule and no gate; “lexical” is a "
    "logistic regression on shared words, figures and negations, cross-validated on each set. “At least” is the lower "
    "end of the 95 % interval of a precision."
)


def compose_pair_errors(evaluation: PairsEvaluation) -> list[Block]:
    """Return the pairs that factcheck itself answers wrongly: false refutations, false supports, then the undecided."""
    blocks: list[Block] = []
    for said in (Stance.REFUTES, Stance.SUPPORTS, Stance.NEUTRAL):
        items = tuple(
            f"{pairs.name}/{one.pair.id}: labelled {one.pair.stance.value}{f', by {one.rule}' if one.rule else ''}: "
            f"“{one.pair.claim}” – “{' '.join(one.pair.evidence)}”"
            for pairs in evaluation.sets
            for one in next(iter(pairs.systems.values()))
            if one.said is said and not one.right
        )
        heading = Heading(text=f"Wrongly called {said.value}: {len(items):,}")
        blocks += [heading, Listing(items=items)] if items else []
    return blocks


def _row(name: str, figures: PairFigures) -> tuple[str, ...]:
    three = figures.three_way
    supports, refutes = Stance.SUPPORTS, Stance.REFUTES
    said = (
        per(figures.two_way.count(supports, supports), figures.two_way.said(supports)),
        per(three.count(refutes, refutes), three.said(refutes)),
    )
    two, forced = figures.two_way, figures.forced.accuracy if figures.forced else None
    shares = (three.accuracy, two.accuracy, two.balanced_accuracy, forced, three.macro_f1)
    return (name, f"{figures.pairs:,}", *map(percent, shares), *said)


def _compose_system(figures: PairFigures) -> list[Block]:
    three = figures.three_way
    rows = tuple(
        (
            label,
            percent(three.precision(label)),
            percent(least(three.count(label, label), three.said(label))),
            percent(three.recall(label)),
            percent(three.f1(label)),
        )
        for label in three.labels
    )
    blocks: list[Block] = [Table(columns=("class", "precision", "at least", "recall", "F1"), rows=rows)]
    if three.total:
        blocks += [Heading(text="Confusion", level=3), tabulate_confusion(three)]
    blocks += tabulate_curve(figures.curve)
    blocks += _compose_calibration(figures.calibration) if figures.calibration else []
    return [*blocks, *tabulate_rules(figures.rules)]


def _compose_calibration(calibration: Calibration) -> list[Block]:
    rows = tuple(
        (f"{one.low:.1f} to {one.high:.1f}", f"{one.count:,}", percent(one.confidence), percent(one.right))
        for one in calibration.bins
    )
    heading = Heading(text=f"Calibration: expected error {percent(calibration.expected_error)}", level=3)
    return [heading, Table(columns=("probability", "answers", "mean probability", "right"), rows=rows)]


def compose_closed_record(evaluation: ClosedRecordEvaluation) -> list[Block]:
    """Return the measures of SciFact's paper, and how far down each stage has the abstracts with evidence."""
    figures = evaluation.figures
    matches = (
        ("abstract, label only", figures.abstract_label),
        ("abstract, rationalized", figures.abstract_rationale),
        ("sentence, selection only", figures.sentence_selection),
        ("sentence, selection and label", figures.sentence_label),
    )
    depths = tuple(next(iter(figures.recall_at.values()), {}))
    recall = tuple(
        (stage, *(percent(by_depth[depth]) for depth in depths)) for stage, by_depth in figures.recall_at.items()
    )
    blocks: list[Block] = [
        Heading(text=f"{evaluation.name}: {figures.claims:,} claims on {figures.abstracts:,} abstracts"),
        Table(
            columns=MATCH,
            rows=tuple(write_match(name, match) for name, match in matches),
        ),
        Heading(text="Abstracts with evidence among the first", level=3),
        Table(columns=("stage", *(str(depth) for depth in depths)), rows=recall),
        *tabulate_rules(figures.rules),
    ]
    blocks.append(Paragraph(text=f"Judged by {evaluation.judge}."))
    return [*blocks, Paragraph(text=f"Note: {evaluation.note}.")] if evaluation.note else blocks
