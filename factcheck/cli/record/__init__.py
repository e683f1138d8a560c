"""`factcheck record`: look the record over before relying on it, and keep what was read of it."""

from __future__ import annotations

from typing import Final

import click

from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.lazy import LazyGroup

COMMANDS: Final = {
    "list": "List the documents, and what was skipped.",
    "show": "Show a whole document, every block marked.",
    "search": "Find passages by their words.",
    "stats": "Say what the record covers, and when it is silent.",
    "add": "Read folders or files, and keep what was read.",
    "check": "Check that what was kept is whole.",
}
"""The commands in the order in which people meet them."""


@click.group(
    cls=LazyGroup,
    package="factcheck.cli.record",
    lines=COMMANDS,
    epilog=give_epilog(
        "factcheck record list --record documents",
        "factcheck record show news/bridge --record documents",
        'factcheck record search "bridge opening" --since 2016',
        "factcheck record add documents more/documents --index bridge.index",
        notes=(PLAIN_EXIT_CODES,),
    ),
)
def record() -> None:
    """Look over the documents that claims are checked against, and keep what was read of them."""
