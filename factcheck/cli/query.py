"""`factcheck query`: one claim, put on the command line, with everything that led to its verdict."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import Narrowed, check_claims, make_settings, open_record, read_claims, use_words
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.cli.output import Page
    from factcheck.model import Claim, Report
    from factcheck.protocols import Renderer

QUERY_ID = "query"
"""The id of a claim that was put on the command line."""

PUBLISHED = "claimreview"
"""The format in which decisions are published, of which a claim put on the command line has none."""

Similar: TypeAlias = "list[tuple[Claim, float]]"
"""Claims worded alike, each with its likeness from 0 to 100."""

_EPILOG = give_epilog(
    'factcheck query "The bridge opened in 2017." --record documents',
    'factcheck query "We opened it in 2017." --speaker "Ada Quill" --date 2018-03-02',
    notes=(PLAIN_EXIT_CODES,),
)


class Given(TypedDict):
    """What was typed."""

    text: str
    speaker: str | None
    date: str | None
    claims: Path | None
    record: Path
    as_of: str | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    index: Path | None
    form: str
    width: int | None
    judge: str | None
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]


@click.command(epilog=_EPILOG)
@click.argument("text")
@click.option("--speaker", metavar="NAME", help="Who claims it: the speaker's own words are no evidence.")
@click.option("--date", metavar="DATE", callback=options.check_date, help="When it was claimed, as in 2018-03-02.")
@click.option(
    "--claims",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Say whether this file has the claim already; by default claims.yaml, where there is one.",
)
@options.record
@options.as_of
@options.since
@options.until
@options.publisher
@options.report_format
@options.judge
@options.disable
@options.lexicon
@options.index
@options.width
def query(**given: Unpack[Given]) -> None:
    """Check one claim, and show everything that led to its verdict.

    TEXT is checked as it is put. Claims of the claims file that are worded alike are listed, and never
    checked in its place.
    """
    page = open_page(width=given["width"])
    render = _choose_renderer(given["form"], page)
    claim = _put_claim(given)
    similar = _find_similar(given["claims"], claim.text)
    with use_words(given["lexicon"]):
        store = open_record(given["record"], given["index"])
        narrowed = Narrowed(
            as_of=given["as_of"], since=given["since"], until=given["until"], publishers=given["publishers"]
        )
        report = check_claims([claim], store, make_settings(narrowed, judge=given["judge"], disable=given["disable"]))
    if given["form"] == "json":
        page.write(_render_json(report, similar), encoding=UTF8)
    elif given["form"] == "table":
        page.write(_render_table(report, similar, page))
    else:
        page.write(render(report, width=page.width), encoding=UTF8)


def _choose_renderer(form: str, page: Page) -> Renderer:
    """Return what renders a format, before any work is done.

    Raises:
        InputError: there is no such format, or it is one of claims that people decided on.
    """
    from factcheck.render import REPORTS

    if form == PUBLISHED:
        hint = f"put the claim in a claims file and decide on it: factcheck verify --format {PUBLISHED}"
        raise InputError(f"{PUBLISHED} is for claims that somebody decided on", hint=hint)
    return REPORTS.load(form)(page.look(why=True))


def _put_claim(given: Given) -> Claim:
    try:
        text, speaker = (options.read_typed(typed).strip() for typed in (given["text"], given["speaker"] or ""))
        f"{text}{speaker}".encode(UTF8)
    except UnicodeError:
        raise InputError("the claim is not readable text", hint="type it in the terminal's encoding") from None
    if not text:
        raise InputError("the claim is empty", hint='put it in quotation marks: factcheck query "It rained."')
    from factcheck.dates import parse_edtf
    from factcheck.model import Claim

    date = parse_edtf(given["date"]) if given["date"] else None
    return Claim(id=QUERY_ID, text=text, speaker=speaker or None, date=date)


def _find_similar(path: Path | None, text: str) -> Similar:
    """Return the claims worded alike. A claims file that was not named need not be there."""
    if path is None and not options.CLAIMS_FILE.exists():
        return []
    claims = read_claims(path or options.CLAIMS_FILE)
    from factcheck.claims import find_similar

    return [(found.claim, found.likeness) for found in find_similar(claims, text)]


def _render_table(report: Report, similar: Similar, page: Page) -> str:
    from factcheck.render.detail import list_similar, make_detail
    from factcheck.render.lines import lay_out

    look = page.look(why=True)
    first = lay_out(list_similar(similar, look), width=page.width, colour=look.colour)
    return first + make_detail(look)(report, width=page.width)


def _render_json(report: Report, similar: Similar) -> str:
    from factcheck.render.lines import UNLIMITED
    from factcheck.render.report_json import render_json

    return render_json(report, width=UNLIMITED, similar=similar)
