"""`factcheck explain`: one claim of a file or of a report, with everything that led to its verdict."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import Narrowed, check_claims, make_settings, open_record, read_claims, use_words
from factcheck.cli.decided import decisions_option, find_decisions, read_decisions
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.model import Report

_EPILOG = give_epilog(
    "factcheck explain bridge-cost --record documents",
    "factcheck explain bridge-cost --report report.json",
    "factcheck explain bridge-cost --report report.json --format json",
    notes=(PLAIN_EXIT_CODES,),
)

_FOR_PAGE: Final = frozenset({"claim_id", "report", "form", "output", "width"})
"""What a report that was written before leaves to be chosen."""


class Given(TypedDict):
    """What was typed."""

    claim_id: str
    claims: Path
    report: Path | None
    record: Path
    as_of: str | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    decisions: Path | None
    index: Path | None
    form: str
    output: Path | None
    width: int | None
    judge: str | None
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]


@click.command(epilog=_EPILOG)
@click.argument("claim_id", metavar="CLAIM")
@click.argument("claims", type=click.Path(path_type=Path), default=options.CLAIMS_FILE)
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="REPORT.json",
    help="Explain what this report holds, written by factcheck verify --format json; the record is not looked at.",
)
@options.record
@options.as_of
@options.since
@options.until
@options.publisher
@decisions_option
@options.small_format
@options.output
@options.judge
@options.disable
@options.lexicon
@options.index
@options.width
@click.pass_context
def explain(ctx: click.Context, /, **given: Unpack[Given]) -> None:
    """Show one claim with everything that led to its verdict.

    CLAIM is the id of a claim of the file CLAIMS, by default claims.yaml, or of a report. It is shown how the claim was
    read, what each quote weighs and why, which gate stopped what came near, what the sides come to, and the smallest
    changes that would make it another verdict.
    """
    decisions = None if given["report"] else find_decisions(given["decisions"], claims=given["claims"])
    run_on = [given["claims"], *given["lexicon"], *filter(None, [decisions])]
    read = [given["report"]] if given["report"] else run_on
    refuse_inputs(given["output"], files=read, records=[] if given["report"] else [given["record"]])
    page = open_page(given["output"], width=given["width"])
    if given["report"]:
        _refuse_unused(ctx)
        report = _take_out(given["report"], given["claim_id"])
    else:
        report = _check(given, decisions)
    if given["form"] == "json":
        from factcheck.render.explanation_json import render_explanation

        page.write(render_explanation(report), encoding=UTF8)
    else:
        from factcheck.render.detail import make_detail

        page.write(make_detail(page.look(why=True))(report, width=page.width))


def _refuse_unused(ctx: click.Context) -> None:
    """Refuse what asks for a new run, where a report that was written before is explained."""
    default = click.core.ParameterSource.DEFAULT
    for option in ctx.command.params:
        if option.name not in _FOR_PAGE and ctx.get_parameter_source(option.name or "") is not default:
            called = option.opts[0] if isinstance(option, click.Option) else option.make_metavar(ctx)
            told = f"{called} has no use beside --report: a report is explained from what it holds alone"
            raise click.UsageError(told, ctx=ctx)


def _check(given: Given, decisions: Path | None) -> Report:
    claims = read_claims(given["claims"], ids=[given["claim_id"]])
    beside = read_decisions(decisions, claims=claims, file=given["claims"])
    with use_words(given["lexicon"]):
        store = open_record(given["record"], given["index"])
        narrowed = Narrowed(
            as_of=given["as_of"], since=given["since"], until=given["until"], publishers=given["publishers"]
        )
        report = check_claims(claims, store, make_settings(narrowed, judge=given["judge"], disable=given["disable"]))
    return replace(report, verdicts=tuple(map(beside, report.verdicts)))


def _take_out(path: Path, claim_id: str) -> Report:
    """Return a report with the verdict on one claim alone; that it was altered since it was written is noted."""
    from factcheck.claims import choose_claims
    from factcheck.report.reading import read_report
    from factcheck.report.seal import DIGEST, find_digest
    from factcheck.report.whole import to_report

    read = read_report(path)
    try:
        report = to_report(read.row)
    except ValueError as error:
        hint = "factcheck verify --format json --output report.json writes one that can be read"
        raise InputError(f"{path}: {error}", hint=hint) from error
    if read.content.get(DIGEST) != find_digest(read.content):
        click.echo(f"note: {path} is not as it was written: its digest is that of another content", err=True)
    (claim,) = choose_claims([verdict.claim for verdict in report.verdicts], [claim_id])
    (verdict,) = (one for one in report.verdicts if one.claim is claim)
    return replace(
        report,
        verdicts=(verdict,),
        coverage=replace(report.coverage, claims=1, candidates_cut=int(verdict.candidates_cut)),
        self_consistency=tuple(
            topic for topic in report.self_consistency if claim_id in {said.claim for said in topic.statements}
        ),
    )
