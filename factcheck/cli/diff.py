"""`factcheck diff`: which verdicts changed, and which documents did it."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import Narrowed, check_claims, make_settings, open_record, read_claims, use_words
from factcheck.cli.epilog import give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.cli.output import Page
    from factcheck.model.diff import ReportDifferences

CHANGED: Final = 1
"""The exit code that says: done, and --fail-on-change was given and something changed."""

FORMATS: Final = ("table", "json", "markdown")

_OF_A_RUN: Final = ("record", "index", "judge", "lexicon", "jobs")
"""Options that go with --as-of only: without it nothing is checked."""

_TWO: Final = 2
"""Reports that are compared."""

_CODES: Final = (
    "Exit codes: 0 done; 1 with --fail-on-change, something changed; 2 the command or its input cannot be used; 3 the "
    "run could not be completed; 130 interrupted."
)

_EPILOG = give_epilog(
    "factcheck diff old.json new.json",
    "factcheck diff old.json new.json --format markdown --fail-on-change",
    "factcheck diff --as-of 2016-06-30 claims.yaml --record documents",
    notes=(_CODES,),
)


class Given(TypedDict):
    """What was typed."""

    files: tuple[Path, ...]
    as_of: str | None
    record: Path
    judge: str | None
    lexicon: tuple[Path, ...]
    index: Path | None
    jobs: int | None
    form: str
    output: Path | None
    fail_on_change: bool
    width: int | None


@click.command(epilog=_EPILOG)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, metavar="OLD NEW | [CLAIMS]")
@click.option(
    "--as-of",
    metavar="DATE",
    callback=options.check_date,
    help="Check the claims of a file against the record as it stood on this day, and as it is now.",
)
@options.record
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="For people, for programs, or to keep.",
)
@options.output
@click.option(
    "--fail-on-change", is_flag=True, help="Exit with 1 when a verdict changed, or a claim came, went or was reworded."
)
@options.judge
@options.lexicon
@options.index
@options.jobs
@options.width
@click.pass_context
def diff(ctx: click.Context, /, **given: Unpack[Given]) -> None:
    """Show what changed between two reports, and which documents did it.

    OLD and NEW are what factcheck verify --format json wrote. With --as-of, CLAIMS is a file of claims, by default
    claims.yaml: they are checked twice, and no report is needed.
    """
    if given["as_of"] is None:
        _refuse_run(ctx)
        differences, page = _compare_files(given)
    else:
        differences, page = _compare_days(given, given["as_of"])
    _write(differences, given["form"], page)
    if given["fail_on_change"] and differences.changed:
        ctx.exit(CHANGED)


def _refuse_run(ctx: click.Context) -> None:
    for name in _OF_A_RUN:
        if ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT:
            hint = "leave it out, or name a day: factcheck diff --as-of 2016-06-30 claims.yaml"
            raise InputError(f"--{name} goes with --as-of: two reports are compared as they are", hint=hint)


def _compare_files(given: Given) -> tuple[ReportDifferences, Page]:
    files = given["files"]
    if len(files) != _TWO:
        hint = "as in: factcheck diff old.json new.json"
        raise InputError(
            f"two reports are compared, and {len(files)} {'is' if len(files) == 1 else 'are'} named", hint=hint
        )
    refuse_inputs(given["output"], files=files, records=[])
    page = open_page(given["output"], width=given["width"])
    from factcheck.diff import compare_reports
    from factcheck.report.reading import read_report

    old, new = map(read_report, files)
    return compare_reports(old.row, new.row), page


def _compare_days(given: Given, day: str) -> tuple[ReportDifferences, Page]:
    """Check claims as of a day and as of now, which is the latest date in the record."""
    if len(given["files"]) > 1:
        raise InputError("one file of claims is checked with --as-of", hint="two reports are compared without it")
    claims_file = given["files"][0] if given["files"] else options.CLAIMS_FILE
    refuse_inputs(given["output"], files=[claims_file, *given["lexicon"]], records=[given["record"]])
    page = open_page(given["output"], width=given["width"])
    claims = read_claims(claims_file)
    from factcheck.diff import compare_reports
    from factcheck.report.rows import to_row

    with use_words(given["lexicon"]):
        store = open_record(given["record"], given["index"], jobs=given["jobs"])
        narrowed = [Narrowed(as_of=as_of, since=None, until=None, publishers=()) for as_of in (day, None)]
        settings = [make_settings(one, judge=given["judge"]) for one in narrowed]
        then, now = (to_row(check_claims(claims, store, one, jobs=given["jobs"])) for one in settings)
        return compare_reports(then, now), page


def _write(differences: ReportDifferences, form: str, page: Page) -> None:
    if form == "json":
        from factcheck.render.diff_json import render_diff

        page.write(render_diff(differences), encoding=UTF8)
        return
    from factcheck.render.diff_page import render_markdown, render_page

    if form == "markdown":
        page.write(render_markdown(differences), encoding=UTF8)
    else:
        page.write(render_page(differences, look=page.look(), width=page.width))
