"""`factcheck record search`: passages by words."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import open_record
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page

if TYPE_CHECKING:
    from pathlib import Path

LIMIT: Final = 20
"""Passages that are shown unless more are asked for: two screens."""


class Given(TypedDict):
    """What was typed."""

    words: str
    record: Path
    index: Path | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    speakers: tuple[str, ...]
    limit: int
    form: str
    width: int | None


@click.command(
    short_help="Find passages by their words.",
    epilog=give_epilog(
        'factcheck record search "budget gap" --record documents',
        'factcheck record search "bridge" --speaker "Ada Quill" --since 2016 --until 2017-06',
        notes=(PLAIN_EXIT_CODES,),
    ),
)
@click.argument("words")
@options.part_of_record
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    metavar="N",
    help="How many passages are shown.",
)
@options.small_format
@options.width
def search(**given: Unpack[Given]) -> None:
    """Find the passages that share the most telling words with WORDS, in any of their forms.

    Those that are nearest in meaning come first, and of a small record also those that are near without sharing a word.
    """
    page = open_page(width=given["width"])
    store = open_record(given["record"], given["index"], reading=True)
    from factcheck.pipeline.find import find_passages, make_scope
    from factcheck.render.hits import list_hits, render_hits
    from factcheck.render.lines import lay_out

    scope = make_scope(
        store,
        since=given["since"],
        until=given["until"],
        publishers=given["publishers"],
        speakers=given["speakers"],
    )
    found = find_passages(store, options.read_typed(given["words"]), scope=scope, limit=given["limit"])
    if given["form"] == "json":
        page.write(render_hits(found.hits, looked_at=found.looked_at, there=found.there), encoding=UTF8)
    else:
        lines = list_hits(found.hits, looked_at=found.looked_at, there=found.there)
        page.write(lay_out(lines, width=page.width, colour=page.colour))
