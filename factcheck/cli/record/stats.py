"""`factcheck record stats`: what the record covers."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import Unpack

import click

from factcheck.cli import options
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.cli.record.looking import Given, look_over


@click.command(
    short_help="Say what the record covers, and when it is silent.",
    epilog=give_epilog("factcheck record stats --record documents", notes=(PLAIN_EXIT_CODES,)),
)
@options.part_of_record
@options.jobs
@options.small_format
@options.width
def stats(**given: Unpack[Given]) -> None:
    """Say what the record covers: documents and passages a month, publishers, and the months without any."""
    page = open_page(width=given["width"])
    outlines, skipped = look_over(given)
    from factcheck.pipeline.stats import take_stats
    from factcheck.render.lines import lay_out
    from factcheck.render.stats import list_stats, render_stats

    counted = take_stats(outlines, skipped)
    if given["form"] == "json":
        page.write(render_stats(counted), encoding=UTF8)
    else:
        page.write(lay_out(list_stats(counted), width=page.width, colour=page.colour))
