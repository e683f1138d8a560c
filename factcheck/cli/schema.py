"""`factcheck schema`: the contract of a report, for programs that read one."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = give_epilog(
    "factcheck schema",
    "factcheck schema --output report.schema.json",
    notes=(PLAIN_EXIT_CODES,),
)


class Given(TypedDict):
    """What was typed."""

    output: Path | None


@click.command(epilog=_EPILOG)
@options.output
def schema(**given: Unpack[Given]) -> None:
    """Print the JSON Schema of a report.

    It is of Draft 2020-12 and describes what factcheck verify --format json writes. A later minor version only adds
    names, so that what is valid by this one stays so.
    """
    page = open_page(given["output"], width=None)
    from factcheck.report.schema import read_schema

    page.write(read_schema(), encoding=UTF8)
