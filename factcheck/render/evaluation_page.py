"""An evaluation as a page for people: what it got wrong first, then its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.model.evaluation import AttributionsEvaluation, CheckableEvaluation, ClaimsEvaluation, PairsEvaluation
from factcheck.render.attributions_page import compose_attribution_errors, compose_attributions
from factcheck.render.checkable_page import compose_checkable
from factcheck.render.claims_page import compose_claim_errors, compose_claims
from factcheck.render.figures_page import plain, signed
from factcheck.render.page import Heading, Listing, Paragraph, Table, lay_out_page, write_markdown
from factcheck.render.pairs_page import compose_closed_record, compose_pair_errors, compose_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.evaluation import Differences, Evaluation
    from factcheck.render.look import Look
    from factcheck.render.page import Block


def render_page(
    evaluation: Evaluation, differences: Differences | None, *, only_errors: bool, look: Look, width: int
) -> str:
    """Return an evaluation for a terminal or a pipe; with `only_errors`, a line each and nothing else."""
    blocks = [*_compare(differences), *_compose(evaluation, only_errors=only_errors)]
    return lay_out_page(blocks or [_NONE], look=look, width=width)


def render_markdown(evaluation: Evaluation, differences: Differences | None, *, only_errors: bool) -> str:
    """Return an evaluation as Markdown, to be kept beside what it measures."""
    head = Heading(text=f"Evaluation by factcheck {__version__}", level=1)
    blocks = [*_compare(differences), *_compose(evaluation, only_errors=only_errors)]
    return write_markdown([head, *(blocks or [_NONE])])


_NONE = Paragraph(text="No errors.")


def _compose(evaluation: Evaluation, *, only_errors: bool) -> Sequence[Block]:
    if isinstance(evaluation, ClaimsEvaluation):
        return compose_claim_errors(evaluation) if only_errors else compose_claims(evaluation)
    if isinstance(evaluation, PairsEvaluation):
        return compose_pair_errors(evaluation) if only_errors else compose_pairs(evaluation)
    if isinstance(evaluation, CheckableEvaluation):
        return compose_checkable(evaluation)
    if isinstance(evaluation, AttributionsEvaluation):
        return compose_attribution_errors(evaluation) if only_errors else compose_attributions(evaluation)
    return compose_closed_record(evaluation)


def _compare(differences: Differences | None) -> list[Block]:
    """What differs from an earlier evaluation."""
    if differences is None:
        return []
    blocks: list[Block] = [Heading(text=f"Compared with the evaluation by factcheck {differences.version}")]
    if differences.gone or differences.new:
        told = (
            f"{differences.gone:,} answers are no longer asked for and {differences.new:,} were not asked for before."
        )
        blocks.append(Paragraph(text=told))
    rows = tuple(
        (one.name, plain(one.before), plain(one.after), signed(one.before, one.after)) for one in differences.changes
    )
    blocks.append(
        Table(columns=("figure", "before", "now", "change"), rows=rows)
        if rows
        else Paragraph(text="No figure differs.")
    )
    for heading, answers in (("Wrong now", differences.wrong_now), ("Right now", differences.right_now)):
        if answers:
            items = tuple(f"{name}: {before}, now {after}" for name, before, after in answers)
            blocks += [Heading(text=f"{heading}: {len(items):,}", level=3), Listing(items=items)]
    return blocks
