"""An evaluation as JSON for programs: figures by names that do not change, and every answer with its label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.model.evaluation import (
    AttributionsEvaluation,
    CheckableEvaluation,
    ClaimsEvaluation,
    ClosedRecordEvaluation,
    PairsEvaluation,
)
from factcheck.render.figures_json import (
    write_attributions,
    write_case,
    write_closed_record,
    write_halves,
    write_pairs,
    write_rules,
    write_share,
)
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Evidence, Skipped
    from factcheck.model.evaluation import (
        CaseEvaluation,
        ClaimOutcome,
        Differences,
        Evaluation,
        PairOutcome,
        QuoteOutcome,
    )
    from factcheck.model.figures import PairFigures
    from factcheck.report.json_text import Json

SCHEMA: Final = "factcheck.evaluation/1"


def render_json(evaluation: Evaluation, differences: Differences | None, *, only_errors: bool = False) -> str:
    """Return an evaluation as JSON; with `only_errors`, the answers that are right are left out of `results`."""
    content = to_json(evaluation, only_errors=only_errors)
    return write_json(content | {"compared": _differences(differences)} if differences else content)


def to_json(evaluation: Evaluation, *, only_errors: bool = False) -> dict[str, Json]:
    """Return what JSON holds of an evaluation: the figures of all sets at the top, those of each under `sets`."""
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": __version__},
        "only_errors": only_errors,
    }
    if isinstance(evaluation, ClaimsEvaluation):
        return head | _claims(evaluation, only_errors=only_errors)
    if isinstance(evaluation, PairsEvaluation):
        return head | _pairs(evaluation, only_errors=only_errors)
    if isinstance(evaluation, CheckableEvaluation):
        return head | _checkable(evaluation)
    if isinstance(evaluation, AttributionsEvaluation):
        return head | _attributions(evaluation, only_errors=only_errors)
    return head | _closed_record(evaluation)


def _claims(evaluation: ClaimsEvaluation, *, only_errors: bool) -> dict[str, Json]:
    results: list[Json] = [
        _claim_result(case, one)
        for case in evaluation.cases
        for one in case.outcomes
        if not (only_errors and one.right)
    ]
    return {
        "kind": "claims",
        "judge": evaluation.judge,
        **write_case(evaluation.figures),
        "sets": {name: write_case(figures) for name, figures in evaluation.by_case.items()},
        "results": results,
        "skipped": _skipped(skipped for case in evaluation.cases for skipped in case.skipped),
    }


def _claim_result(case: CaseEvaluation, one: ClaimOutcome) -> Json:
    return {
        "set": case.name,
        "id": one.gold.claim.id,
        "kind": one.gold.kind,
        "text": one.gold.claim.text,
        "gold": one.gold.verdict.value,
        "accept": [label.value for label in sorted(one.gold.accept)],
        "said": one.verdict.label.value,
        "right": one.right,
        "rule": one.verdict.rule,
        "margin": write_share(one.verdict.margin),
        "cause": one.blame.cause.value if one.blame else None,
        "why": one.blame.why if one.blame else "",
        "quotes": [_quote(quote) for quote in one.quotes],
        "beside": _evidence(one.beside),
        "wrong_side": _evidence(one.wrong_side),
        "own_words": _evidence(one.own_words),
        "not_verbatim": _evidence(one.garbled),
    }


def _quote(quote: QuoteOutcome) -> Json:
    return {
        "document": quote.gold.document,
        "quote": quote.gold.text,
        "side": quote.gold.side.value,
        "stage": quote.stage.value,
        "cause": quote.cause.value if quote.cause else None,
        "why": quote.why,
    }


def _evidence(listed: Iterable[Evidence]) -> list[Json]:
    return [
        {
            "document": one.document,
            "quote": one.quote,
            "start": one.span.start,
            "end": one.span.end,
            "stance": one.stance.value,
            "rule": one.rule,
        }
        for one in listed
    ]


def _pairs(evaluation: PairsEvaluation, *, only_errors: bool) -> dict[str, Json]:
    own, *others = evaluation.figures
    results: list[Json] = [
        _pair_result(one.name, outcome) | {"systems": {name: one.systems[name][place].said.value for name in others}}
        for one in evaluation.sets
        for place, outcome in enumerate(one.systems[own])
        if not (only_errors and outcome.right)
    ]
    sets: dict[str, Json] = {
        name: write_pairs(by_system[own]) | _systems(by_system, others) for name, by_system in evaluation.by_set.items()
    }
    left_out = (skipped for one in evaluation.sets for skipped in one.left_out)
    return {
        "kind": "pairs",
        **write_pairs(evaluation.figures[own]),
        **_systems(evaluation.figures, others),
        "sets": sets,
        "results": results,
        "skipped": _skipped((*left_out, *evaluation.skipped)),
    }


def _systems(figures: Mapping[str, PairFigures], names: Iterable[str]) -> dict[str, Json]:
    """What the answers come to of those that factcheck is measured against."""
    return {"systems": {name: write_pairs(figures[name]) for name in names}}


def _pair_result(name: str, one: PairOutcome) -> dict[str, Json]:
    return {
        "set": name,
        "id": one.pair.id,
        "gold": one.pair.stance.value,
        "said": one.said.value,
        "right": one.right,
        "rule": one.rule,
        "score": write_share(one.score),
    }


def _closed_record(evaluation: ClosedRecordEvaluation) -> dict[str, Json]:
    figures = evaluation.figures
    return {
        "kind": "closed_record",
        "judge": evaluation.judge,
        "name": evaluation.name,
        "note": evaluation.note,
        **write_closed_record(figures),
        "rules": write_rules(figures.rules),
        "sets": {},
        "results": [],
        "skipped": [],
    }


def _checkable(evaluation: CheckableEvaluation) -> dict[str, Json]:
    results: list[Json] = [
        {
            "set": one.half,
            "id": one.id,
            "gold": str(one.gold),
            "said": str(one.said),
            "right": one.gold is one.said,
            "force": one.force.value,
        }
        for one in evaluation.outcomes
    ]
    return {
        "kind": "checkable",
        "name": evaluation.name,
        "sets": write_halves(evaluation.by_half),
        "results": results,
    }


def _attributions(evaluation: AttributionsEvaluation, *, only_errors: bool) -> dict[str, Json]:
    results: list[Json] = [
        {"set": evaluation.name, "id": one.id, "gold": one.source, "said": one.said, "right": one.right}
        for one in evaluation.outcomes
        if not (only_errors and one.right)
    ]
    return {
        "kind": "attributions",
        "name": evaluation.name,
        **write_attributions(evaluation.figures),
        "sets": {half: write_attributions(figures) for half, figures in evaluation.by_half.items()},
        "results": results,
        "skipped": [],
    }


def _skipped(skipped: Iterable[Skipped]) -> list[Json]:
    return [{"path": one.path, "reason": one.reason} for one in skipped]


def _differences(differences: Differences) -> Json:
    changes: list[Json] = [
        {"figure": one.name, "before": write_share(one.before), "after": write_share(one.after)}
        for one in differences.changes
    ]
    turned: dict[str, Json] = {
        name: [{"id": id_, "before": before, "after": after} for id_, before, after in answers]
        for name, answers in (("right_now", differences.right_now), ("wrong_now", differences.wrong_now))
    }
    return {
        "version": differences.version,
        "changes": changes,
        **turned,
        "gone": differences.gone,
        "new": differences.new,
    }
