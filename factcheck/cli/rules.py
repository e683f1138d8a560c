"""`factcheck rules`: what the judge goes by, and how often each rule was right."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs

if TYPE_CHECKING:
    from factcheck.protocols import RuleText

_EPILOG = give_epilog(
    "factcheck rules",
    "factcheck rules --measured evaluation.json",
    "factcheck verify --disable topic/restates",
    notes=(PLAIN_EXIT_CODES,),
)


class Given(TypedDict):
    """What was typed."""

    measured: Path | None
    form: str
    output: Path | None
    width: int | None


@click.command(epilog=_EPILOG)
@click.option(
    "--measured",
    type=click.Path(path_type=Path),
    metavar="EVALUATION.json",
    help="Show how often each was right on pairs of your own, written by factcheck evaluate --format json.",
)
@options.small_format
@options.output
@options.width
def rules(**given: Unpack[Given]) -> None:
    """List the rules that decide what a passage says of a claim.

    Each with its authority, its measured precision and coverage, and examples of what it decides and what it leaves.
    What the learned model may say is listed with them. A rule is left out of a run by --disable.
    """
    measured = given["measured"]
    refuse_inputs(given["output"], files=[measured] if measured else [], records=[])
    page = open_page(given["output"], width=given["width"])
    from factcheck.evaluate.measured import load_measured
    from factcheck.render.rules_page import render_rules, render_rules_json
    from factcheck.stance import MODEL_RULES, RULES

    figures, pairs = load_measured(measured)
    listed: list[RuleText] = [*RULES, *MODEL_RULES]
    if given["form"] == "json":
        page.write(render_rules_json(listed, figures, pairs), encoding=UTF8)
    else:
        page.write(render_rules(listed, figures, pairs, look=page.look(), width=page.width))
