"""Figures as JSON: counts, shares to six places, null for a share of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model.figures import least, share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model.evaluation import RuleFigures
    from factcheck.model.figures import (
        AttributionFigures,
        Calibration,
        CaseFigures,
        ClosedRecordFigures,
        Confusion,
        CurvePoint,
        Match,
        PairFigures,
    )
    from factcheck.report.json_text import Json

DECIMALS: Final = 6
"""Places of a figure: more than any sample bears out."""


def write_case(figures: CaseFigures) -> dict[str, Json]:
    """Return what verdicts on labelled claims come to."""
    return {
        "claims": figures.claims,
        "right": figures.right,
        "accuracy": write_share(figures.right / figures.claims if figures.claims else None),
        "false_contradictions": figures.false_contradictions,
        "missed_contradictions": figures.missed_contradictions,
        "precision_contradicted": write_share(figures.precision_contradicted),
        "recall_contradicted": write_share(figures.recall_contradicted),
        "confusion": _confusion(figures.confusion),
        "quotes": figures.quotes,
        "quotes_found": figures.quotes_found,
        "listed": figures.listed,
        "beside": figures.beside,
        "beside_silent": figures.beside_silent,
        "wrong_side": figures.wrong_side,
        "own_words": figures.own_words,
        "not_verbatim": figures.not_verbatim,
        "stages": {stage.value: count for stage, count in figures.stages.items()},
        "causes": {
            f"{cause}/{stage or 'decided'}": count for (cause, stage), count in sorted(figures.causes.items(), key=str)
        },
        "rules": write_rules(figures.rules),
        "coverage_precision": _curve(figures.curve),
    }


def write_pairs(figures: PairFigures) -> dict[str, Json]:
    """Return what a system's answers to pairs come to."""
    three, two = figures.three_way, figures.two_way
    return {
        "pairs": figures.pairs,
        "binary_pairs": figures.binary_pairs,
        "accuracy": write_share(three.accuracy),
        "accuracy_two_way": write_share(two.accuracy),
        "balanced_accuracy_two_way": write_share(two.balanced_accuracy),
        "accuracy_forced": write_share(figures.forced.accuracy if figures.forced else None),
        "macro_f1": write_share(three.macro_f1),
        "precision": {label: write_share(three.precision(label)) for label in three.labels},
        "recall": {label: write_share(three.recall(label)) for label in three.labels},
        "f1": {label: write_share(three.f1(label)) for label in three.labels},
        "confusion": _confusion(three),
        "confusion_two_way": _confusion(two),
        "decided": figures.decided,
        "coverage_precision": _curve(figures.curve),
        "calibration": _calibration(figures.calibration) if figures.calibration else None,
        "rules": write_rules(figures.rules),
    }


def write_closed_record(figures: ClosedRecordFigures) -> dict[str, Json]:
    """Return what claims on a closed record come to."""
    return {
        "claims": figures.claims,
        "abstracts": figures.abstracts,
        "abstract_label_only": _match(figures.abstract_label),
        "abstract_rationalized": _match(figures.abstract_rationale),
        "sentence_selection_only": _match(figures.sentence_selection),
        "sentence_selection_label": _match(figures.sentence_label),
        "recall_at": {
            stage: {str(depth): write_share(recall) for depth, recall in by_depth.items()}
            for stage, by_depth in figures.recall_at.items()
        },
    }


def write_attributions(figures: AttributionFigures) -> dict[str, Json]:
    """Return what attributions come to, by type."""
    return {
        "articles": figures.articles,
        "sentences": {kind.value: _match(match) for kind, match in figures.sentences.items()},
        "sentences_source": {kind.value: _match(match) for kind, match in figures.sourced.items()},
        "attributions_source": {kind.value: _match(match) for kind, match in figures.attributions.items()},
    }


def _match(match: Match) -> Json:
    return {
        "right": match.right,
        "said": match.said,
        "gold": match.gold,
        "precision": write_share(match.precision),
        "recall": write_share(match.recall),
        "f1": write_share(match.f1),
    }


def write_halves(by_half: Mapping[str, Confusion]) -> dict[str, Json]:
    """Return what calling sentences checkable comes to, by the half of the file."""
    return {
        half: {
            "sentences": one.total,
            "accuracy": write_share(one.accuracy),
            "precision": write_share(one.precision(one.labels[0])),
            "recall": write_share(one.recall(one.labels[0])),
            "f1": write_share(one.f1(one.labels[0])),
            "confusion": _confusion(one),
        }
        for half, one in by_half.items()
    }


def _confusion(confusion: Confusion) -> Json:
    return {right: {said: confusion.count(right, said) for said in confusion.labels} for right in confusion.labels}


def _curve(points: Iterable[CurvePoint]) -> list[Json]:
    return [
        {
            "score": write_share(one.score),
            "coverage": write_share(one.coverage),
            "precision": write_share(one.precision),
        }
        for one in points
    ]


def _calibration(calibration: Calibration) -> Json:
    bins: list[Json] = [
        {
            "low": one.low,
            "high": one.high,
            "count": one.count,
            "confidence": write_share(one.confidence),
            "right": write_share(one.right),
        }
        for one in calibration.bins
    ]
    return {"expected_calibration_error": write_share(calibration.expected_error), "bins": bins}


def write_rules(rules: Iterable[RuleFigures]) -> list[Json]:
    """Return what each rule did."""
    return [
        {
            "name": one.name,
            "fired": one.fired,
            "right": one.right,
            "wrong": one.wrong,
            "precision": write_share(share(one.right, one.fired)),
            "precision_at_least": write_share(least(one.right, one.fired)),
        }
        for one in rules
    ]


def write_share(value: float | None) -> float | None:
    """Return a figure to the places that are written, None of nothing."""
    return None if value is None else round(value, DECIMALS) + 0.0  # + 0.0: no nought below nought
