"""`factcheck recheck`: whether a report holds, by the documents of its record."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import READING, use_words
from factcheck.cli.epilog import give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.cli.progress import BYTES, show_progress

if TYPE_CHECKING:
    from factcheck.cli.output import Page
    from factcheck.model.recheck import Rechecked

DIFFERS: Final = 1
"""The exit code that says: done, and something is not as the report says."""

_WHAT: Final = (
    "It takes nothing from an index or a cache: files are hashed and read again, every quote is looked up, every "
    "verdict is reached again from the quotes that are listed, and every byte of the report must be as factcheck "
    "writes it. Give the --lexicon that the report was made with, if any."
)

_CODES: Final = (
    "Exit codes: 0 done; all of it holds; 1 something differs, and is listed; 2 the command cannot be used, or the "
    "file is no report; 3 the record cannot be read; 130 interrupted."
)

_EPILOG = give_epilog(
    "factcheck recheck report.json --record documents",
    "factcheck recheck report.json --anew --format json --output rechecked.json",
    notes=(
        _WHAT,
        _CODES,
    ),
)


class Given(TypedDict):
    """What was typed."""

    report: Path
    records: tuple[Path, ...]
    lexicon: tuple[Path, ...]
    anew: bool
    jobs: int | None
    form: str
    output: Path | None
    width: int | None


@click.command(epilog=_EPILOG)
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--record",
    "records",
    type=click.Path(path_type=Path),
    multiple=True,
    default=(options.RECORD_FOLDER,),
    show_default=True,
    metavar="DIR",
    help="The folder of documents that the report is about. May be given again where it is about several.",
)
@click.option("--anew", is_flag=True, help="Check the claims anew too, and compare what is said of every quote.")
@options.lexicon
@options.small_format
@options.output
@options.jobs
@options.width
@click.pass_context
def recheck(ctx: click.Context, /, **given: Unpack[Given]) -> None:
    """Hold a report against its documents again, and list what differs.

    REPORT is what factcheck verify --format json wrote.
    """
    refuse_inputs(given["output"], files=[given["report"], *given["lexicon"]], records=given["records"])
    page = open_page(given["output"], width=given["width"])
    from factcheck.pipeline.jobs import count_jobs
    from factcheck.recheck import recheck as hold_again
    from factcheck.report.reading import read_report

    read = read_report(given["report"])
    with use_words(given["lexicon"]), show_progress(READING, unit=BYTES) as advance:
        jobs = given["jobs"] or count_jobs()
        found = hold_again(read, given["records"], jobs=jobs, anew=given["anew"], on_bytes=advance)
    _write(found, given["form"], page)
    if not found.holds:
        ctx.exit(DIFFERS)


def _write(found: Rechecked, form: str, page: Page) -> None:
    from factcheck.render.lines import lay_out
    from factcheck.render.recheck_page import list_recheck, render_recheck

    if form == "json":
        page.write(render_recheck(found), encoding=UTF8)
    else:
        page.write(lay_out(list_recheck(found), width=page.width, colour=page.colour))
