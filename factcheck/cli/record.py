"""`factcheck record`: look the record over before relying on it."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import options
from factcheck.cli.build import read_record
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page
from factcheck.errors import InputError
from factcheck.near import suggest

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document, Intake

MOST_NAMED = 5
"""How many documents an ambiguous beginning of a path is shown to fit: enough to see what is missing."""


@click.group(
    epilog=give_epilog(
        "factcheck record list --record documents",
        "factcheck record show news/bridge --record documents",
        notes=(PLAIN_EXIT_CODES,),
    )
)
def record() -> None:
    """Look over the documents that claims are checked against."""


@record.command(
    "list",
    short_help="List the documents, and what was skipped.",
    epilog=give_epilog("factcheck record list --record documents", notes=(PLAIN_EXIT_CODES,)),
)
@options.record
@options.small_format
@options.width
def list_(*, record: Path, form: str, width: int | None) -> None:
    """List the documents: what each is taken to be, from what, and what was skipped and why."""
    page = open_page(width=width)
    intake = read_record(record)
    from factcheck.render.inventory import list_record
    from factcheck.render.inventory_json import render_record
    from factcheck.render.lines import lay_out

    if form == "json":
        page.write(render_record(intake), encoding=UTF8)
    else:
        page.write(lay_out(list_record(intake), width=page.width, colour=page.colour))


@record.command(
    short_help="Show a whole document, every block marked.",
    epilog=give_epilog("factcheck record show news/bridge --record documents", notes=(PLAIN_EXIT_CODES,)),
)
@click.argument("document")
@options.record
@options.small_format
@options.width
def show(*, document: str, record: Path, form: str, width: int | None) -> None:
    """Show a whole document with every block marked as heading, paragraph or page furniture.

    DOCUMENT is its path in the record, or a beginning of that which fits no other.
    """
    page = open_page(width=width)
    chosen = choose_document(read_record(record), _as_typed(document))
    from factcheck.render.inventory import show_document
    from factcheck.render.inventory_json import render_document
    from factcheck.render.lines import lay_out

    if form == "json":
        page.write(render_document(chosen), encoding=UTF8)
    else:
        page.write(lay_out(show_document(chosen), width=page.width, colour=page.colour))


def _as_typed(document: str) -> str:
    try:
        return options.read_typed(document)
    except UnicodeDecodeError:
        return document  # no document has such a name, which is said with the near ones


def choose_document(intake: Intake, name: str) -> Document:
    """Return the document of that path, or the only one whose path begins so.

    Raises:
        InputError: no path begins so, or several do; the hint names the near ones.
    """
    by_path = {document.path: document for document in intake.documents}
    fitting = [path for path in by_path if path.startswith(name)] if name else []
    if name in by_path or len(fitting) == 1:
        return by_path[name if name in by_path else fitting[0]]
    if fitting:
        more = f" and {len(fitting) - MOST_NAMED} more" if len(fitting) > MOST_NAMED else ""
        named = ", ".join(fitting[:MOST_NAMED])
        raise InputError(f"“{name}” fits several documents", hint=f"{named}{more}: write more of the path")
    skipped = next((skipped for skipped in intake.skipped if skipped.path == name), None)
    if skipped:
        raise InputError(f"{name}: was skipped: {skipped.reason}")
    hint = suggest(name, among=by_path, otherwise="factcheck record list shows what there is")
    raise InputError(f"no document is called “{name}”", hint=hint)
