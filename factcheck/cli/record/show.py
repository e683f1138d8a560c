"""`factcheck record show`: a whole document."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import open_record
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.errors import InputError
from factcheck.near import suggest
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Block, Document, Skipped

MOST_NAMED: Final = 5
"""How many documents an ambiguous beginning of a path is shown to fit: enough to see what is missing."""


class Shown(TypedDict):
    """What was typed of a document to show."""

    document: str
    number: int | None
    record: Path
    index: Path | None
    form: str
    width: int | None


@click.command(
    short_help="Show a whole document, every block marked.",
    epilog=give_epilog(
        "factcheck record show news/bridge --record documents",
        "factcheck record show report.pdf --page 12",
        notes=(PLAIN_EXIT_CODES,),
    ),
)
@click.argument("document")
@click.option("--page", "number", type=click.IntRange(min=1), metavar="NUMBER", help="Show only this page of it.")
@options.record
@options.index
@options.small_format
@options.width
def show(**given: Unpack[Shown]) -> None:
    """Show a whole document with every block marked as heading, paragraph or page furniture.

    DOCUMENT is its path in the record, or a beginning of that which fits no other.
    """
    page = open_page(width=given["width"])
    store = open_record(given["record"], given["index"], reading=True)
    from factcheck.index.view import View
    from factcheck.render.inventory import show_document
    from factcheck.render.inventory_json import render_document
    from factcheck.render.lines import lay_out

    with store.looked_at():
        path = choose_path(store.list_paths(), store.list_skipped(), _as_typed(given["document"]))
        chosen = View(store)[path]
    if given["number"] is not None:
        chosen = choose_page(chosen, given["number"])
    if given["form"] == "json":
        page.write(render_document(chosen), encoding=UTF8)
    else:
        page.write(lay_out(show_document(chosen), width=page.width, colour=page.colour))


def choose_page(document: Document, page: int) -> Document:
    """Return a document with the blocks of one page only.

    Raises:
        InputError: it has no such page, or no pages.
    """
    pages = sorted({mark.page for mark in document.marks if mark.page is not None})
    if page not in pages:
        told = f"pages {pages[0]} to {pages[-1]}" if pages else "no pages"
        raise InputError(f"{document.path}: there is no page {page}", hint=f"it has {told}")
    sections = []
    for section in document.sections:
        blocks = tuple(block for block in section.blocks if _page_of(document, block) == page)
        if blocks:
            span = Span(blocks[0].span.start, blocks[-1].span.end)
            sections.append(replace(section, blocks=blocks, span=span))
    return replace(document, sections=tuple(sections))


def _page_of(document: Document, block: Block) -> int | None:
    mark = document.mark_at(block.span.start)
    return mark.page if mark else None


def _as_typed(document: str) -> str:
    try:
        return options.read_typed(document)
    except UnicodeDecodeError:
        return document  # no document has such a name, which is said with the near ones


def choose_path(paths: Sequence[str], skipped: Sequence[Skipped], name: str) -> str:
    """Return the path that is `name`, or the only one that begins so.

    Raises:
        InputError: no path begins so, or several do; the hint names the near ones.
    """
    fitting = [path for path in paths if path.startswith(name)] if name else []
    if name in fitting or len(fitting) == 1:
        return name if name in fitting else fitting[0]
    if fitting:
        more = f" and {len(fitting) - MOST_NAMED} more" if len(fitting) > MOST_NAMED else ""
        named = ", ".join(fitting[:MOST_NAMED])
        raise InputError(f"“{name}” fits several documents", hint=f"{named}{more}: write more of the path")
    reason = next((one.reason for one in skipped if one.path == name), "")
    if reason:
        raise InputError(f"{name}: was skipped: {reason}")
    hint = suggest(name, among=paths, otherwise="factcheck record list shows what there is")
    raise InputError(f"no document is called “{name}”", hint=hint)
