"""`factcheck record list`: the documents, and what was skipped."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import Unpack

import click

from factcheck.cli import options
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.cli.record.looking import Given, look_over


@click.command(
    "list",
    short_help="List the documents, and what was skipped.",
    epilog=give_epilog(
        "factcheck record list --record documents",
        'factcheck record list --publisher "Harbour News" --since 2016',
        notes=(PLAIN_EXIT_CODES,),
    ),
)
@options.part_of_record
@options.jobs
@options.small_format
@options.width
def list_(**given: Unpack[Given]) -> None:
    """List the documents: what each is taken to be, from what, and what was skipped and why."""
    page = open_page(width=given["width"])
    outlines, skipped = look_over(given)
    from factcheck.render.inventory import list_record
    from factcheck.render.inventory_json import render_record
    from factcheck.render.lines import lay_out

    if given["form"] == "json":
        page.write(render_record(outlines, skipped), encoding=UTF8)
    else:
        page.write(lay_out(list_record(outlines, skipped), width=page.width, colour=page.colour))
