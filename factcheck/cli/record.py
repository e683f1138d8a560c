"""`factcheck record`: look the record over before relying on it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from factcheck.cli import options
from factcheck.cli.build import read_record
from factcheck.cli.output import UTF8, open_page
from factcheck.errors import InputError
from factcheck.render.inventory import list_record, show_document
from factcheck.render.inventory_json import render_document, render_record
from factcheck.render.lines import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document, Intake

MOST_NAMED = 5
"""How many documents an ambiguous beginning of a path is shown to fit: enough to see what is missing."""


@click.group(
    epilog=options.give_epilog(
        "factcheck record list --record documents",
        "factcheck record show news/bridge --record documents",
        notes=(options.PLAIN_EXIT_CODES,),
    )
)
def record() -> None:
    """Look over the documents that claims are checked against."""


@record.command(
    "list",
    short_help="List the documents, and what was skipped.",
    epilog=options.give_epilog("factcheck record list --record documents", notes=(options.PLAIN_EXIT_CODES,)),
)
@options.record
@options.small_format
@options.width
def list_(*, record: Path, form: str, width: int | None) -> None:
    """List the documents: what each is taken to be, from what, and what was skipped and why."""
    page = open_page(width=width)
    intake = read_record(record)
    if form == "json":
        page.write(render_record(intake), encoding=UTF8)
    else:
        page.write(lay_out(list_record(intake), width=page.width, colour=page.colour))


@record.command(
    short_help="Show a whole document, every block marked.",
    epilog=options.give_epilog(
        "factcheck record show news/bridge --record documents", notes=(options.PLAIN_EXIT_CODES,)
    ),
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
    chosen = choose_document(read_record(record), document)
    if form == "json":
        page.write(render_document(chosen), encoding=UTF8)
    else:
        page.write(lay_out(show_document(chosen), width=page.width, colour=page.colour))


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
    near = get_close_matches(name, by_path, n=1)
    skipped = next((skipped for skipped in intake.skipped if skipped.path == name), None)
    if skipped:
        raise InputError(f"{name}: was skipped: {skipped.reason}")
    hint = f"did you mean “{near[0]}”?" if near else "factcheck record list shows what there is"
    raise InputError(f"no document is called “{name}”", hint=hint)
