"""Options and arguments that commands share. Their choices come from the registries and the model."""

# ruff: noqa: PLC0415 - a help page needs none of what an option is checked against

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from factcheck.near import suggest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import VerdictLabel

Wanting = TypeVar("Wanting", bound="Callable[..., object] | click.Command")
"""A command that options are added to."""

CLAIMS_FILE: Final = Path("claims.yaml")
"""The claims file of a working folder, when no other is named."""

RECORD_FOLDER: Final = Path("seeds")
"""The folder of documents of a working folder, when no other is named."""

NARROWEST_PAGE: Final = 40
"""Below this many columns a quote has a word or two a row and nobody can read it."""

JUDGES: Final = ("rules", "model", "both")
"""Who may judge, by the names of `factcheck.model.Judge`."""

ALL_JUDGES: Final = "all"
"""The name of all of them, where several are compared."""

VERDICTS: Final = ("supported", "contradicted", "disputed", "insufficient", "not_checkable")
"""The verdicts, by the names of `factcheck.model.VerdictLabel`."""

SMALL_FORMATS: Final = ("table", "json")
"""The formats of everything that is not a report: for people and for programs."""


def read_typed(text: str) -> str:
    """Return a text as it was typed: its bytes are UTF-8, whatever the locale takes them for.

    Raises:
        UnicodeDecodeError: they are not.
    """
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeEncodeError:  # it was not typed, or is half a character: as good as it gets
        return text


def check_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no ISO 8601 or EDTF date."""
    if value is None:
        return None
    from factcheck.dates import parse_edtf

    try:
        parse_edtf(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx=ctx, param=param) from None
    return value


def check_verdicts(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> frozenset[VerdictLabel]:
    """Turn lists of verdicts, separated by commas, into one set; refuse a name that is no verdict."""
    names = [name.strip().lower().replace("-", "_") for listed in value for name in listed.split(",")]
    known = list_verdicts()
    unknown = next((name for name in names if name and name not in known), None)
    if unknown:
        hint = f"{suggest(unknown, among=known)} choose from {', '.join(known)}".lstrip()
        raise click.BadParameter(f"“{unknown}” is not a verdict; {hint}", ctx=ctx, param=param)
    return frozenset(known[name] for name in names if name)


def list_verdicts() -> dict[str, VerdictLabel]:
    """Return every verdict by its name."""
    from factcheck.model import VerdictLabel

    return {label.value: label for label in VerdictLabel}


def complete_verdicts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the last verdict of a list for the shell."""
    del ctx, param
    listed, comma, last = incomplete.rpartition(",")
    return [f"{listed}{comma}{name}" for name in list_verdicts() if name.startswith(last)]


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the name of a format of reports for the shell."""
    del ctx, param
    from factcheck.render import REPORTS

    return [name for name in REPORTS.names if name.startswith(incomplete)]


record = click.option(
    "--record",
    type=click.Path(path_type=Path),
    default=RECORD_FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of documents to check against.",
)

index = click.option(
    "--index",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where what was read of the record is kept; by default in your cache folder. It is made where there is none.",
)

since = click.option(
    "--since",
    metavar="DATE",
    callback=check_date,
    help="Look only at what came out on this day or later, as in 2016 or 2016-03-01.",
)

until = click.option("--until", metavar="DATE", callback=check_date, help="Look only at what came out by this day.")

publisher = click.option(
    "--publisher",
    "publishers",
    multiple=True,
    metavar="NAME",
    help="Look only at what this publisher brought out. May be given again.",
)

said_by = click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Look only at what this person or body says, in quotation marks or not. May be given again.",
)

jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to read and check in; by default as many as there are cores. Answers do not depend on it.",
)

as_of = click.option(
    "--as-of",
    metavar="DATE",
    callback=check_date,
    help="Read the record as it stood on this day; by default, on that of its latest document.",
)

output = click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to a file, whole or not at all.",
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
    help="table, markdown or html for people; json, jsonl or csv for programs; sarif, claimreview, annotations or "
    "averitec for those who keep to these standards; or one that an installed package brings.",
)


def check_rules(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse what is the name of no rule."""
    if value:
        from factcheck.errors import InputError
        from factcheck.stance import choose_rules

        try:
            choose_rules(value)
        except InputError as error:
            raise click.BadParameter(f"{error.message}; {error.hint}", ctx=ctx, param=param) from None
    return tuple(sorted(set(value)))


def check_judge(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse a judge that is not there, before anything is read.

    Raises:
        RunError: it is the learned model, which is not there.
    """
    check_judges(ctx, param, (value,) if value else ())
    return value


def check_judges(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Turn `ALL_JUDGES` into each of them, and refuse one that is not there, before anything is read.

    Raises:
        RunError: one is the learned model, which is not there.
    """
    del ctx, param
    named = tuple(dict.fromkeys(JUDGES if ALL_JUDGES in value else value))
    if named:
        from factcheck.model import Judge
        from factcheck.pipeline.judges import appoint

        for name in named:
            appoint(Judge(name))
    return named


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the name of a rule for the shell."""
    del ctx, param
    from factcheck.stance import MODEL_RULES, RULES

    names = [*(rule.name for rule in RULES), *(rule.name for rule in MODEL_RULES)]
    return [name for name in names if name.startswith(incomplete)]


disable = click.option(
    "--disable",
    multiple=True,
    metavar="RULE",
    callback=check_rules,
    shell_complete=complete_rules,
    help="Do not ask this rule (factcheck rules lists them). May be given again.",
)

judge = click.option(
    "--judge",
    type=click.Choice(JUDGES),
    callback=check_judge,
    help="Who says what a passage says: the rules, the learned model, or the rules and, where they are silent, it. "
    "By default both, or the rules where there is no model.",
)

lexicon = click.option(
    "--lexicon",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Words of your own domain to read with: scales, roles, titles, synonyms … May be given again.",
)

fail_on = click.option(
    "--fail-on",
    multiple=True,
    metavar="VERDICT,...",
    callback=check_verdicts,
    shell_complete=complete_verdicts,
    help="Exit with 1 when a claim gets one of these verdicts. May be given again.",
)


def part_of_record(command: Wanting) -> Wanting:
    """Add the options that say which record, and which part of it by time, publisher and speaker."""
    for option in (said_by, publisher, until, since, index, record):
        command = option(command)
    return command
