"""Labelled claims as a page: false contradictions one by one, every other error in a line, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import VerdictLabel
from factcheck.model.evaluation import Cause, Stage
from factcheck.render.figures_page import of, per, tabulate_confusion, tabulate_curve, tabulate_rules
from factcheck.render.lines import Tone
from factcheck.render.page import Heading, Listing, Paragraph, Table

if TYPE_CHECKING:
    from factcheck.model import Evidence
    from factcheck.model.evaluation import CaseEvaluation, ClaimOutcome, ClaimsEvaluation
    from factcheck.model.figures import CaseFigures
    from factcheck.render.page import Block


def compose_claims(evaluation: ClaimsEvaluation) -> list[Block]:
    """Return the whole page."""
    blocks = _false_contradictions(evaluation)
    judged = Paragraph(text=f"Judged by {evaluation.judge}.")
    blocks += [Heading(text="Figures"), judged, _tabulate_cases(evaluation)]
    blocks += [Heading(text="Verdicts", level=3), tabulate_confusion(evaluation.figures.confusion)]
    blocks += _stages(evaluation)
    blocks += _causes(evaluation.figures)
    blocks += tabulate_rules(evaluation.figures.rules)
    blocks += tabulate_curve(evaluation.figures.curve)
    for case in evaluation.cases:
        blocks += [Heading(text=f"Errors: {case.name}"), *_errors(case)]
    skipped = tuple(f"{case.name}: {one.path}: {one.reason}" for case in evaluation.cases for one in case.skipped)
    return [*blocks, Heading(text="Skipped"), Listing(items=skipped)] if skipped else blocks


def compose_claim_errors(evaluation: ClaimsEvaluation) -> list[Block]:
    """Return the errors alone, the false contradictions first."""
    accused = [one for case in evaluation.cases for one in case.outcomes if one.false_contradiction]
    blocks = _false_contradictions(evaluation) if accused else []
    for case in evaluation.cases:
        lines = _error_lines(case)
        blocks += [Heading(text=f"Errors: {case.name}"), Listing(items=tuple(lines))] if lines else []
    return blocks


def _false_contradictions(evaluation: ClaimsEvaluation) -> list[Block]:
    found = [(case.name, one) for case in evaluation.cases for one in case.outcomes if one.false_contradiction]
    heading = Heading(text=f"False contradictions: {len(found)}")
    if not found:
        return [heading, Paragraph(text="No claim was called contradicted or disputed against its label.")]
    items = tuple(f"{name}/{_describe(one)} “{one.gold.claim.text}” – {_accusation(one)}" for name, one in found)
    return [heading, Listing(items=items, tone=Tone.BAD)]


def _describe(one: ClaimOutcome) -> str:
    return f"{one.gold.claim.id}: {_word(one.verdict.label)}, labelled {_word(one.gold.verdict)}."


def _accusation(one: ClaimOutcome) -> str:
    quotes = (f"{evidence.rule} by “{evidence.quote}” ({evidence.document})" for evidence in one.verdict.contradicting)
    return "; ".join(quotes)


def _word(label: str) -> str:
    return label.replace("_", " ")


def _tabulate_cases(evaluation: ClaimsEvaluation) -> Table:
    """A row a figure, a column a case, and one for all where there are several."""
    columns = list(evaluation.by_case.items())
    if len(columns) > 1:
        columns.append(("all", evaluation.figures))
    rows = [_figures(figures) for _, figures in columns]
    return Table(
        columns=("figure", *(name for name, _ in columns)),
        rows=tuple((name, *(row[name] for row in rows)) for name in rows[0]),
    )


def _figures(figures: CaseFigures) -> dict[str, str]:
    return {
        "verdicts right": per(figures.right, figures.claims),
        "false contradictions": f"{figures.false_contradictions}",
        "contradicted, rightly": per(figures.rightly_contradicted, figures.called_contradicted),
        "contradicted, found": per(figures.found_contradicted, figures.labelled_contradicted),
        "called supported instead": f"{figures.missed_contradictions}",
        "labelled quotes listed": per(figures.quotes_found, figures.quotes),
        "quotes listed": f"{figures.listed}",
        "beside the labels": f"{figures.beside}",
        "of these, unsettled": f"{figures.beside_silent}",
        "on the wrong side": f"{figures.wrong_side}",
        "own words counted": f"{figures.own_words}",
        "not verbatim": f"{figures.not_verbatim}",
    }


def _stages(evaluation: ClaimsEvaluation) -> list[Block]:
    figures = evaluation.figures
    if not figures.quotes:
        return []
    lost = list(Stage)[1:]
    before = [figures.quotes, *(figures.stages[stage] for stage in lost)]
    rows = tuple(
        (stage.value, of(figures.stages[stage], figures.quotes), f"{came - figures.stages[stage]}")
        for stage, came in zip(lost, before, strict=False)
    )
    table = Table(columns=("stage", "labelled quotes that came so far", "lost there"), rows=rows)
    return [Heading(text="Where labelled quotes were lost", level=3), table]


def _causes(figures: CaseFigures) -> list[Block]:
    """What wrong verdicts are laid to, and how far the nearest of the quotes came that would have made them right."""
    counted = sorted(figures.causes.items(), key=lambda one: (-one[1], str(one[0])))
    rows = tuple(
        (f"{cause.value}, {f'lost after {stage.value}' if stage else 'decided wrongly'}", f"{count}")
        for (cause, stage), count in counted
    )
    table = Table(columns=("cause", "wrong verdicts"), rows=rows)
    return [Heading(text="What wrong verdicts are laid to", level=3), table] if rows else []


def _errors(case: CaseEvaluation) -> list[Block]:
    lines = _error_lines(case)
    return [Listing(items=tuple(lines))] if lines else [Paragraph(text="None.")]


def _error_lines(case: CaseEvaluation) -> list[str]:
    """Every error of a case in a line: verdicts, labelled quotes that were lost, listed quotes that should not be."""
    lines = [f"{one.blame.cause.value}: {_describe(one)} {one.blame.why}" for one in case.outcomes if one.blame]
    for one in case.outcomes:
        lines += [
            f"{quote.cause.value}: {one.gold.claim.id}: quote lost after “{quote.stage.value}”: {quote.why}: "
            f"“{quote.gold.text}” ({quote.gold.document})"
            for quote in one.quotes
            if quote.cause
        ]
        lines += _listed_wrongly(one)
    return lines


def _listed_wrongly(one: ClaimOutcome) -> list[str]:
    faults = (
        (Cause.STANCE, "on the wrong side", one.wrong_side),
        (Cause.ATTRIBUTION, "own words counted", one.own_words),
        (Cause.VERDICT, "not verbatim", one.garbled),
        (Cause.STANCE, "listed on a claim that nothing settles", _unsettled(one)),
    )
    return [
        f"{cause.value}: {one.gold.claim.id}: {what}: {_cite(evidence)}"
        for cause, what, listed in faults
        for evidence in listed
    ]


def _unsettled(one: ClaimOutcome) -> tuple[Evidence, ...]:
    """What was listed, covers no labelled quote, and should not be there at all."""
    return one.beside if one.gold.verdict is VerdictLabel.INSUFFICIENT else ()


def _cite(evidence: Evidence) -> str:
    return f"“{evidence.quote}” ({evidence.document}), {evidence.stance.value} by {evidence.rule}"
