"""`factcheck record check`: whether what was kept is whole."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import options
from factcheck.cli.build import find_record
from factcheck.cli.epilog import give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.cli.progress import show_progress

if TYPE_CHECKING:
    from pathlib import Path

NOT_WHOLE = 1
"""The exit code that says: something is wrong with what was kept."""

_CHECK_CODES = (
    "Exit codes: 0 all is whole; 1 something is not, and is listed; 2 the command or its input cannot be used; "
    "3 the run could not be completed; 130 interrupted."
)


@click.command(
    short_help="Check that what was kept is whole.",
    epilog=give_epilog("factcheck record check --index bridge.index", notes=(_CHECK_CODES,)),
)
@options.record
@options.index
@options.small_format
@options.width
@click.pass_context
def check(ctx: click.Context, /, *, record: Path, index: Path | None, form: str, width: int | None) -> None:
    """Check what was kept: every passage against its text, the index against the passages, files against their bytes.

    Nothing is read anew and nothing is mended: the next verify does that.
    """
    page = open_page(width=width)
    store = find_record(record, index)
    from factcheck.pipeline.check import check_record
    from factcheck.render.care import describe_check, render_check
    from factcheck.render.lines import lay_out

    with show_progress("checking documents") as advance:
        faults = list(check_record(store, on_document=advance))
    counts = (store.count_documents(), store.count_passages())
    if form == "json":
        page.write(render_check(*counts, faults=faults), encoding=UTF8)
    else:
        page.write(lay_out(describe_check(*counts, faults=faults), width=page.width, colour=page.colour))
    if faults:
        ctx.exit(NOT_WHOLE)
