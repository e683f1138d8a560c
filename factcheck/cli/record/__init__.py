"""`factcheck record`: look the record over before relying on it, and keep what was read of it."""

from __future__ import annotations

import click

from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.record.care import add, check
from factcheck.cli.record.listing import list_, show, stats
from factcheck.cli.record.search import search


@click.group(
    epilog=give_epilog(
        "factcheck record list --record documents",
        "factcheck record show news/bridge --record documents",
        'factcheck record search "bridge opening" --since 2016',
        "factcheck record add documents more/documents --index bridge.index",
        notes=(PLAIN_EXIT_CODES,),
    )
)
def record() -> None:
    """Look over the documents that claims are checked against, and keep what was read of them."""


for _command in (list_, show, search, stats, add, check):
    record.add_command(_command)
