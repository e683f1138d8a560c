"""`factcheck verify`: a verdict on every claim of a file."""

from __future__ import annotations

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
from factcheck.cli.epilog import EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.render import REPORTS

if TYPE_CHECKING:
    from factcheck.model import VerdictLabel

GATE_TRIPPED = 1
"""The exit code that says: done, and a claim got a verdict named by --fail-on."""

STREAMED = "jsonl"
"""The format of which a line is written as each verdict comes."""

_EPILOG = give_epilog(
    "factcheck verify",
    "factcheck verify claims.yaml --record documents --claim bridge --why",
    "factcheck verify --format json --output report.json",
    "factcheck verify --fail-on contradicted,disputed",
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
    judge: str | None
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]


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
@options.judge
@options.disable
@options.lexicon
@options.index
@options.jobs
@options.width
@click.option("--why", is_flag=True, help="Show the weights and the gates behind every quote.")
@click.pass_context
def verify(ctx: click.Context, /, **given: Unpack[Given]) -> None:
    """Check the claims of a file against the record.

    CLAIMS is a YAML file of claims, by default claims.yaml.
    """
    refuse_inputs(given["output"], files=[given["claims"], *given["lexicon"]], records=[given["record"]])
    page = open_page(given["output"], width=given["width"])
    render = REPORTS.load(given["form"])(page.look(why=given["why"]))
    claims = read_claims(given["claims"], ids=given["claim_ids"], speakers=given["speakers"])
    with use_words(given["lexicon"]):
        store = open_record(given["record"], given["index"], jobs=given["jobs"])
        settings = make_settings(_narrow(given), judge=given["judge"], disable=given["disable"])
        if given["form"] == STREAMED and page.file is None:
            labels = stream_claims(claims, store, settings, page, jobs=given["jobs"])
        else:
            report = check_claims(claims, store, settings, jobs=given["jobs"])
            page.write(render(report, width=page.width), encoding="" if given["form"] == "table" else UTF8)
            labels = {verdict.label for verdict in report.verdicts}
    if labels & given["fail_on"]:
        ctx.exit(GATE_TRIPPED)


def _narrow(given: Given) -> Narrowed:
    return Narrowed(as_of=given["as_of"], since=given["since"], until=given["until"], publishers=given["publishers"])
