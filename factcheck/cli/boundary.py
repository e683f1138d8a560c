"""The one place where errors become words and exit codes."""

# ruff: noqa: PLC0415 - `--help` must not wait for what an error needs

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.group import cli
from factcheck.errors import FactcheckError, FaultsError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE: Final = 2
FAILED: Final = 3
INTERRUPTED: Final = 130
"""What shells report of a program that Ctrl-C ended: 128 and the number of the signal."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; errors go to stderr as words. Returns the exit code."""
    try:
        return int(cli.main(args=list(arguments), prog_name="factcheck", standalone_mode=False) or 0)
    except FactcheckError as error:
        return report(error)
    except click.ClickException as error:
        return _report_usage(error)
    except click.Abort:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - left alone, a crash would exit with 1, which says that a gate tripped
        return _report_unforeseen(error)


def _report_unforeseen(error: Exception) -> int:
    """Say what nobody looked for: where it is a fault of this program, in full."""
    from factcheck.index.schema import explain

    told: FactcheckError | None = explain(error)
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        told = InputError(f"{error.filename}: no file or folder can have so long a name", hint="look what was typed")
    if told:
        return report(told)
    import traceback

    click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    return _say("this is a fault in factcheck, not in your input", "please report the lines above")


def report(error: FactcheckError) -> int:
    """Say what went wrong, with every fault and what to do about it, and return the exit code."""
    from factcheck.render.harmless import show_line

    if isinstance(error, FaultsError):
        for fault in error.faults:
            place = f"{error.path}:{fault.line}:{fault.column}" if fault.line else error.path
            click.echo(show_line(f"{place}: {fault.message}"), err=True)
            if fault.hint:
                click.echo(f"  hint: {show_line(fault.hint)}", err=True)
    return _say(error.message, error.hint, exit_code=error.exit_code)


def _report_usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return USAGE
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"{context.command_path} --help shows what it takes" if context else ""
    return _say(error.format_message(), hint, exit_code=USAGE)


def _say(message: str, hint: str, *, exit_code: int = FAILED) -> int:
    from factcheck.render.harmless import show_line

    click.echo(f"error: {show_line(message)}", err=True)
    if hint:
        click.echo(f"hint: {show_line(hint)}", err=True)
    return exit_code
