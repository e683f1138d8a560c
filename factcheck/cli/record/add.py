"""`factcheck record add`: read folders or files, and keep what was read."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.build import add_folders
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page


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
