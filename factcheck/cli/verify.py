"""`factcheck verify`: a verdict on every claim of a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import (
    Narrowed,
    check_claims,
    make_settings,
    open_record,
    read_claims,
    stream_claims,
    use_words,
)
from factcheck.cli.decided import decisions_option, find_decisions, read_decisions
from factcheck.cli.epilog import EXIT_CODES, give_epilog
from factcheck.cli.imprint import add_imprint, base_url, publisher_name
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.render import REPORTS

if TYPE_CHECKING:
    from factcheck.cli.decided import Beside
    from factcheck.cli.output import Page
    from factcheck.model import Verdict, VerdictLabel
    from factcheck.values import DateRange

GATE_TRIPPED = 1
"""The exit code that says: done, and a claim got a verdict named by --fail-on."""

STREAMED = "jsonl"
"""The format of which a line is written as each verdict comes."""

_EPILOG = give_epilog(
    "factcheck verify",
    "factcheck verify claims.yaml --record documents --claim bridge --why",
    "factcheck verify --format json --output report.json",
    "factcheck verify --fail-on contradicted,disputed",
    "factcheck verify --format markdown --output report.md",
    "factcheck verify --watch",
    notes=(EXIT_CODES,),
)


class Given(TypedDict):
    """What was typed."""

    claims: Path
    record: Path
    claim_ids: tuple[str, ...]
    speakers: tuple[str, ...]
    as_of: str | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    index: Path | None
    jobs: int | None
    form: str
    output: Path | None
    fail_on: frozenset[VerdictLabel]
    width: int | None
    why: bool
    watch: bool
    judge: str | None
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]
    decisions: Path | None
    publisher_name: str | None
    base_url: str | None


@click.command(epilog=_EPILOG)
@click.argument("claims", type=click.Path(path_type=Path), default=options.CLAIMS_FILE)
@options.record
@click.option("--claim", "claim_ids", multiple=True, metavar="ID", help="Check this claim only. May be given again.")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Check the claims of this speaker only. May be given again.",
)
@options.as_of
@options.since
@options.until
@options.publisher
@options.report_format
@options.output
@options.fail_on
@decisions_option
@publisher_name
@base_url
@options.judge
@options.disable
@options.lexicon
@options.index
@options.jobs
@options.width
@click.option("--why", is_flag=True, help="Show the weights and the gates behind every quote.")
@click.option(
    "--watch",
    is_flag=True,
    help="Go on until Ctrl-C: as claims, documents or words change, check again what they affect.",
)
@click.pass_context
def verify(ctx: click.Context, /, **given: Unpack[Given]) -> None:
    """Check the claims of a file against the record.

    CLAIMS is a YAML file of claims, by default claims.yaml.
    """
    if given["watch"]:
        from factcheck.cli.watch import watch_verdicts  # noqa: PLC0415 - one run needs none of it

        watch_verdicts(given)
        return
    decisions = find_decisions(given["decisions"], claims=given["claims"])
    read = [given["claims"], *given["lexicon"], *filter(None, [decisions])]
    refuse_inputs(given["output"], files=read, records=[given["record"]])
    page = open_page(given["output"], width=given["width"])
    look = add_imprint(page.look(why=given["why"]), name=given["publisher_name"], url=given["base_url"])
    render = REPORTS.load(given["form"])(look)
    claims = read_claims(given["claims"], ids=given["claim_ids"], speakers=given["speakers"])
    beside = read_decisions(decisions, claims=claims, file=given["claims"])
    with use_words(given["lexicon"]):
        store = open_record(given["record"], given["index"], jobs=given["jobs"])
        settings = make_settings(narrow(given), judge=given["judge"], disable=given["disable"])
        if given["form"] == STREAMED and page.file is None:
            write = partial(_write_line, page=page, beside=beside)
            labels = stream_claims(claims, store, settings, write, jobs=given["jobs"])
        else:
            report = check_claims(claims, store, settings, jobs=given["jobs"])
            report = replace(report, verdicts=tuple(map(beside, report.verdicts)))
            page.write(render(report, width=page.width), encoding="" if given["form"] == "table" else UTF8)
            labels = {verdict.label for verdict in report.verdicts}
    if labels & given["fail_on"]:
        ctx.exit(GATE_TRIPPED)


def _write_line(verdict: Verdict, *, page: Page, beside: Beside, report_id: str, as_of: DateRange | None) -> None:
    """Write a verdict, with what people decided beside it, as a line of JSON."""
    from factcheck.render.report_jsonl import render_line  # noqa: PLC0415 - it needs pydantic

    page.write(render_line(beside(verdict), report_id=report_id, as_of=as_of), encoding=UTF8)


def narrow(given: Given) -> Narrowed:
    """Return what was typed of the part of the record to look at."""
    return Narrowed(as_of=given["as_of"], since=given["since"], until=given["until"], publishers=given["publishers"])
