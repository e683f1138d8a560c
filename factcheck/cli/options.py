"""Options and arguments that commands share. Their choices come from the registries and the model."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck.dates import parse_edtf
from factcheck.model import VerdictLabel
from factcheck.render import REPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

CLAIMS_FILE: Final = Path("claims.yaml")
"""The claims file of a working folder, when no other is named."""

RECORD_FOLDER: Final = Path("seeds")
"""The folder of documents of a working folder, when no other is named."""

NARROWEST_PAGE: Final = 40
"""Below this many columns a quote has a word or two a row and nobody can read it."""

EXIT_CODES: Final = (
    "Exit codes: 0 done; 1 a verdict named by --fail-on was reached; 2 the command or its input cannot be "
    "used; 3 the run could not be completed."
)

VERDICT_NAMES: Final = tuple(label.value for label in VerdictLabel)

PLAIN_EXIT_CODES: Final = (
    "Exit codes: 0 done; 2 the command or its input cannot be used; 3 the run could not be completed."
)


SMALL_FORMATS: Final = ("table", "json")
"""The formats of everything that is not a report: for people and for programs."""


def give_epilog(*examples: str, notes: Sequence[str] = ()) -> str:
    """Return the end of a help page: examples as they are typed, then notes, each wrapped as a paragraph."""
    shown = "\n".join(f"  {example}" for example in examples)
    heading = "Example:" if len(examples) == 1 else "Examples:"
    return "\n\n".join([f"\b\n{heading}\n{shown}", *notes])


def check_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no ISO 8601 or EDTF date."""
    if value is None:
        return None
    try:
        parse_edtf(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx=ctx, param=param) from None
    return value


def check_verdicts(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> frozenset[VerdictLabel]:
    """Turn lists of verdicts, separated by commas, into one set; refuse a name that is no verdict."""
    names = [name.strip().lower().replace("-", "_") for listed in value for name in listed.split(",")]
    unknown = [name for name in names if name and name not in VERDICT_NAMES]
    if unknown:
        near = get_close_matches(unknown[0], VERDICT_NAMES, n=1)
        meant = f"did you mean “{near[0]}”? " if near else ""
        told = f"“{unknown[0]}” is not a verdict; {meant}choose from {', '.join(VERDICT_NAMES)}"
        raise click.BadParameter(told, ctx=ctx, param=param)
    return frozenset(VerdictLabel(name) for name in names if name)


def complete_verdicts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the last verdict of a list for the shell."""
    del ctx, param
    listed, comma, last = incomplete.rpartition(",")
    return [f"{listed}{comma}{name}" for name in VERDICT_NAMES if name.startswith(last)]


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the name of a format of reports for the shell."""
    del ctx, param
    return [name for name in REPORTS.names if name.startswith(incomplete)]


record = click.option(
    "--record",
    type=click.Path(path_type=Path),
    default=RECORD_FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of documents to check against.",
)

as_of = click.option(
    "--as-of",
    metavar="DATE",
    callback=check_date,
    help="Read the record as it stood on this day; by default, on that of its latest document.",
)

width = click.option(
    "--width",
    type=click.IntRange(min=NARROWEST_PAGE),
    metavar="COLUMNS",
    help="Wrap at so many columns; by default as the terminal does, and not at all in a pipe or a file.",
)

small_format = click.option(
    "--format",
    "form",
    type=click.Choice(SMALL_FORMATS),
    default="table",
    show_default=True,
    help="For people, or for programs.",
)

report_format = click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    metavar="FORMAT",
    shell_complete=complete_formats,
    help="table for people, json for programs, or one that an installed package brings.",
)

fail_on = click.option(
    "--fail-on",
    multiple=True,
    metavar="VERDICT,...",
    callback=check_verdicts,
    shell_complete=complete_verdicts,
    help="Exit with 1 when a claim gets one of these verdicts. May be given again.",
)
