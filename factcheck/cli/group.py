"""The group of commands: each is imported when it is asked for, and none for its line in the help."""

from __future__ import annotations

from typing import Final

import click

from factcheck import __version__
from factcheck.cli.epilog import EXIT_CODES, give_epilog
from factcheck.cli.lazy import LazyGroup

COMMANDS: Final = {
    "verify": "Check the claims of a file against the record.",
    "query": "Check one claim, and show everything that led to its verdict.",
    "explain": "Show one claim with everything that led to its verdict.",
    "decide": "Record what somebody decided on a claim, beside what was found.",
    "recheck": "Hold a report against its documents again, and list what differs.",
    "diff": "Show what changed between two reports, and which documents did it.",
    "record": "Look over the documents that claims are checked against, and keep what was read of them.",
    "evaluate": "Measure how often factcheck is right, by claims or pairs that people labelled.",
    "rules": "List the rules that decide what a passage says of a claim.",
    "schema": "Print the JSON Schema of a report.",
}
"""The commands in the order in which people meet them, each as its own help begins."""

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


@click.group(
    cls=LazyGroup,
    package="factcheck.cli",
    lines=COMMANDS,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """Check a speaker's claims against a folder of documents.

    Every verdict comes with the verbatim quotes that support the claim and those that contradict it.
    Nothing is looked up anywhere else, and the same input always gives the same answer.
    """
