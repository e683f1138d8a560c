"""The command line: the group of commands, and the one place where errors become words and exit codes."""

from __future__ import annotations

import signal
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Final, NoReturn

import click

from factcheck import __version__
from factcheck.cli.options import EXIT_CODES, give_epilog
from factcheck.errors import FactcheckError, FaultsError
from factcheck.render.harmless import show_line

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE: Final = 2
FAILED: Final = 3
INTERRUPTED: Final = 130
"""What shells report of a program that Ctrl-C ended: 128 and the number of the signal."""

_COMMANDS: Final = ("verify", "query", "record")

_COMPLETION: Final = """\b
Completion of commands and options, for ~/.bashrc or ~/.zshrc:
  eval "$(_FACTCHECK_COMPLETE=bash_source factcheck)"
  eval "$(_FACTCHECK_COMPLETE=zsh_source factcheck)\""""

_EPILOG: Final = give_epilog(
    "factcheck verify claims.yaml --record documents",
    'factcheck query "The bridge opened in 2017." --record documents',
    "factcheck record list --record documents",
    notes=(
        EXIT_CODES,
        _COMPLETION,
    ),
)


class LazyGroup(click.Group):
    """A group that imports a command's module, `factcheck.cli.NAME`, when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order in which people meet them."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of that name."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"factcheck.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=LazyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """Check a speaker's claims against a folder of documents.

    Every verdict comes with the verbatim quotes that support the claim and those that contradict it.
    Nothing is looked up anywhere else, and the same input always gives the same answer.
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    if hasattr(signal, "SIGPIPE"):  # as in `factcheck verify | head`: end quietly when nobody reads on
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; errors go to stderr as words. Returns the exit code."""
    try:
        return int(cli.main(args=list(arguments), prog_name="factcheck", standalone_mode=False) or 0)
    except FactcheckError as error:
        return _report(error)
    except click.ClickException as error:
        return _report_usage(error)
    except click.Abort:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - left alone, a crash would exit with 1, which says that a gate tripped
        click.echo(traceback.format_exc(), err=True, nl=False)
        return _say("this is a fault in factcheck, not in your input", "please report the lines above")


def _report(error: FactcheckError) -> int:
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
    click.echo(f"error: {show_line(message)}", err=True)
    if hint:
        click.echo(f"hint: {show_line(hint)}", err=True)
    return exit_code
