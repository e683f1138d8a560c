"""Groups of commands, each of which is imported when it is asked for, and none for its line in the help."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


class LazyGroup(click.Group):
    """A group whose commands are modules of a package, each with a command of its own name.

    `lines` are the commands in the order in which people meet them, each with the line that its own help begins with.
    """

    def __init__(self, *args: object, package: str, lines: Mapping[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # what click itself hands on
        self._package = package
        self._lines = lines

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order in which people meet them."""
        del ctx
        return list(self._lines)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of that name."""
        del ctx
        if cmd_name not in self._lines:
            return None
        name = cmd_name if cmd_name != "list" else "list_"  # a module that is called list would hide Python's own
        command = getattr(import_module(f"{self._package}.{name}"), name)
        return command if isinstance(command, click.Command) else None
