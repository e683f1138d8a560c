"""`factcheck verify`: a verdict on every claim of a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import check_claims, read_claims, read_record, use_words
from factcheck.cli.epilog import EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.render import REPORTS

if TYPE_CHECKING:
    from factcheck.model import VerdictLabel

GATE_TRIPPED = 1
"""The exit code that says: done, and a claim got a verdict named by --fail-on."""

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
    as_of: str | None
    form: str
    output: Path | None
    fail_on: frozenset[VerdictLabel]
    width: int | None
    why: bool
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]


@click.command(epilog=_EPILOG)
@click.argument("claims", type=click.Path(path_type=Path), default=options.CLAIMS_FILE)
@options.record
@click.option("--claim", "claim_ids", multiple=True, metavar="ID", help="Check this claim only. May be given again.")
@options.as_of
@options.report_format
@options.output
@options.fail_on
@options.disable
@options.lexicon
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
    claims = read_claims(given["claims"], ids=given["claim_ids"])
    with use_words(given["lexicon"]):
        report = check_claims(claims, read_record(given["record"]), as_of=given["as_of"], disable=given["disable"])
    page.write(render(report, width=page.width), encoding="" if given["form"] == "table" else UTF8)
    if any(verdict.label in given["fail_on"] for verdict in report.verdicts):
        ctx.exit(GATE_TRIPPED)
