"""`factcheck record add` and `check`: keep what was read, and see that it is whole."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.build import add_folders, find_record
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.cli.progress import show_progress

NOT_WHOLE = 1
"""The exit code that says: something is wrong with what was kept."""

_CHECK_CODES = (
    "Exit codes: 0 all is whole; 1 something is not, and is listed; 2 the command or its input cannot be used; "
    "3 the run could not be completed; 130 interrupted."
)


@click.command(
    short_help="Read folders or files, and keep what was read.",
    epilog=give_epilog(
        "factcheck record add documents",
        "factcheck record add reports press minutes.pdf --index bridge.index",
        "factcheck verify --index bridge.index",
        notes=(PLAIN_EXIT_CODES,),
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@options.index
@options.jobs
@options.small_format
@options.width
def add(*, paths: tuple[Path, ...], index: Path | None, jobs: int | None, form: str, width: int | None) -> None:
    """Read folders or files, and keep what was read, so that it need not be read again.

    What is kept already and has not changed is left alone; what has changed is read again, what has gone goes.
    Without --index it is kept in your cache folder, where verify finds it for the same folder.
    """
    page = open_page(width=width)
    store, done = add_folders(paths, index, jobs=jobs)
    from factcheck.render.care import describe_added, render_added
    from factcheck.render.lines import lay_out

    counts = (store.count_documents(), store.count_passages(), len(store.list_skipped()))
    if form == "json":
        page.write(render_added(*counts, read=done.read, gone=done.gone), encoding=UTF8)
    else:
        lines = describe_added(*counts, read=done.read, gone=done.gone)
        page.write(lay_out(lines, width=page.width, colour=page.colour))


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
