"""Who says what, as people marked it, as a page: a table a half, and what was missed in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.figures_page import MATCH, write_match
from factcheck.render.page import Heading, Listing, Paragraph, Table

if TYPE_CHECKING:
    from factcheck.model.evaluation import AttributionsEvaluation
    from factcheck.model.figures import AttributionFigures
    from factcheck.render.page import Block

_MEANT: Final = (
    "A sentence is right where it has a voice and somebody's words; with its source, where the voice is theirs. An "
    "attribution is right where half of its content stands in sentences with its source's voice. Types go by the "
    "marks of quotation; “matter” is what somebody wants, attacks or speaks of, without a clause of theirs. The source "
    "of a pronoun is taken for right where who is named shortly before, or marked last, may be meant. The articles are "
    "halved by a hash of their ids: rules were made on the errors of the half called developed."
)


def compose_attributions(evaluation: AttributionsEvaluation) -> list[Block]:
    """Return the figures of each half and of the whole, and what they mean."""
    blocks: list[Block] = []
    for half, figures in (*evaluation.by_half.items(), ("all", evaluation.figures)):
        known = sum(match.gold for match in figures.attributions.values())
        heading = Heading(text=f"{evaluation.name}, {half}: {known:,} attributions in {figures.articles:,} articles")
        blocks += [heading, _tabulate(figures)]
    return [*blocks, Paragraph(text=_MEANT)]


def _tabulate(figures: AttributionFigures) -> Table:
    measures = (
        ("sentence", figures.sentences),
        ("sentence with its source", figures.sourced),
        ("attribution with its source", figures.attributions),
    )
    rows = (write_match(f"{name}, {kind}", match) for name, by_kind in measures for kind, match in by_kind.items())
    return Table(columns=MATCH, rows=tuple(rows))


def compose_attribution_errors(evaluation: AttributionsEvaluation) -> list[Block]:
    """Return a line an attribution that was not found: its source, and the voices that its content was given."""
    wrong = [one for one in evaluation.outcomes if not one.right]
    items = tuple(f"{one.id}: {one.source or 'nobody'}, not {one.said or 'in a sentence'}" for one in wrong)
    heading = Heading(text=f"Errors: {evaluation.name}")
    return [heading, Listing(items=items)] if items else []
