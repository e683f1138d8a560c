"""`factcheck evaluate`: how far to trust it, by what people labelled."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import use_words
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page, write_whole
from factcheck.cli.plans import plan_evaluation
from factcheck.errors import InputError, RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.cli.output import Page
    from factcheck.cli.plans import Given
    from factcheck.model.evaluation import Differences, Evaluation
    from factcheck.report.json_text import Json

FORMATS: Final = ("table", "json", "markdown")

_EPILOG = give_epilog(
    "factcheck evaluate gold.yaml --record documents",
    "factcheck evaluate pairs.jsonl --judge all",
    "factcheck evaluate pairs.jsonl --baseline --format json --output before.json",
    "factcheck evaluate pairs.jsonl --compare before.json --plots plots",
    "factcheck evaluate --data scifact",
    "factcheck evaluate --checkable speeches.jsonl",
    "factcheck evaluate --attributions articles.jsonl",
    notes=(
        "Labelled claims are a claims file with a verdict on each, and quotes under supporting and contradicting.",
        "Labelled pairs are JSON lines with claim, evidence and label (SUPPORTS, REFUTES, NEI).",
        "Sentences are JSON lines with text and label: 1 where it can be checked, 0 where not.",
        PLAIN_EXIT_CODES,
    ),
)


@click.command(epilog=_EPILOG)
@click.argument("gold", type=click.Path(path_type=Path), required=False)
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The documents that labelled claims are held against; by default record, beside the labels, or seeds.",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A closed record with claims on it, as SciFact's: claims_dev.jsonl and corpus.jsonl.",
)
@click.option(
    "--checkable",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Sentences that people called checkable or not: how often factcheck takes them for what they are.",
)
@click.option(
    "--attributions",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Articles whose sources people marked, as in PolNeAR: NAME.jsonl beside NAME_corpus.jsonl, or their folder.",
)
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Take at most N pairs of each file.")
@click.option(
    "--whole",
    is_flag=True,
    help="Hold claims of pairs against their whole documents (doc_id, in NAME_corpus.jsonl) instead of their evidence.",
)
@click.option(
    "--baseline", is_flag=True, help="Let a lexical baseline answer the pairs too (needs factcheck[evaluate])."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="For people, for programs, or to keep.",
)
@options.output
@click.option(
    "--compare",
    type=click.Path(path_type=Path),
    metavar="OLD.json",
    help="Show what differs from an earlier evaluation, written with --format json.",
)
@click.option("--only-errors", is_flag=True, help="List what is wrong, and nothing else.")
@click.option(
    "--plots",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Draw confusion, precision against coverage and calibration as SVG (needs factcheck[evaluate]).",
)
@click.option(
    "--judge",
    "judges",
    multiple=True,
    type=click.Choice((*options.JUDGES, options.ALL_JUDGES)),
    callback=options.check_judges,
    help="Who judges, as of factcheck verify; of pairs, whom to compare: given again, or all.",
)
@options.disable
@options.lexicon
@options.width
def evaluate(**given: Unpack[Given]) -> None:
    """Measure how often factcheck is right, by claims or pairs that people labelled.

    GOLD is a file of labelled claims (.yaml), a folder of cases (each with gold.yaml and record), or labelled
    pairs (.jsonl, or a folder of such files). With --data it names the file of claims, where there are several.
    """
    page = open_page(given["output"], width=given["width"])
    measure = plan_evaluation(given)
    earlier = _load_earlier(given["compare"])
    draw = _open_plots(given["plots"])
    with use_words(given["lexicon"]):
        evaluation = measure()
    differences = _compare(earlier, evaluation)
    page.write(_render(evaluation, differences, given, page), encoding="" if given["form"] == "table" else UTF8)
    draw(evaluation)


def _load_earlier(path: Path | None) -> dict[str, Json] | None:
    if path is None:
        return None
    from factcheck.evaluate.differences import load_evaluation

    return load_evaluation(path)


def _compare(earlier: dict[str, Json] | None, evaluation: Evaluation) -> Differences | None:
    if earlier is None:
        return None
    from factcheck.evaluate.differences import compare_evaluations
    from factcheck.render.evaluation_json import to_json

    return compare_evaluations(earlier, to_json(evaluation))


def _render(evaluation: Evaluation, differences: Differences | None, given: Given, page: Page) -> str:
    if given["form"] == "json":
        from factcheck.render.evaluation_json import render_json

        return render_json(evaluation, differences, only_errors=given["only_errors"])
    from factcheck.render.evaluation_page import render_markdown, render_page

    if given["form"] == "markdown":
        return render_markdown(evaluation, differences, only_errors=given["only_errors"])
    return render_page(evaluation, differences, only_errors=given["only_errors"], look=page.look(), width=page.width)


def _open_plots(folder: Path | None) -> Callable[[Evaluation], None]:
    """Return what draws into a folder, or nothing; the folder is made, and what draws is looked for."""
    if folder is None:
        return lambda _: None
    try:
        from factcheck.render.plots import draw_plots
    except ModuleNotFoundError as error:
        hint = "pip install 'factcheck[evaluate]'"
        raise RunError(f"--plots needs {error.name}, which is not installed", hint=hint) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = f"{folder}: cannot be made a folder: {error.strerror}"
        raise InputError(told, hint="name a folder for the plots") from None

    def draw(evaluation: Evaluation) -> None:
        for name, picture in draw_plots(evaluation).items():
            write_whole(folder / name, picture)

    return draw
