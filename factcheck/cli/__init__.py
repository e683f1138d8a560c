"""The command line. It is imported bit by bit, so that Ctrl-C is answered in words from the first moment."""

# ruff: noqa: PLC0415 - whatever is imported above is imported before anything can be answered

from __future__ import annotations

import sys

TYPE_CHECKING = False  # the one of `typing` takes as long to import as all the rest here
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from factcheck.cli.lazy import LazyGroup

GARBAGE_AFTER = 50_000
"""Objects made before Python looks for garbage: a run makes many that live to its end, and looking takes a tenth
of its time at Python's own 700."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        code = _start()
    except KeyboardInterrupt:  # outside the boundary: while it was being imported, or on the way out
        code = _give_up()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; errors go to stderr as words. Returns the exit code."""
    from factcheck.cli.boundary import run as run_commands

    return run_commands(arguments)


def __getattr__(name: str) -> LazyGroup:
    """Return the group as `cli`, for who documents or completes it, imported when it is asked for."""
    if name != "cli":
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from factcheck.cli.group import cli

    return cli


def _start() -> int:
    import gc
    import os
    import signal

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in every package's metadata
    if hasattr(signal, "SIGPIPE"):  # as in `factcheck verify | head`: end quietly when nobody reads on
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    gc.set_threshold(GARBAGE_AFTER)
    return run(sys.argv[1:])


def _give_up() -> int:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # asked once, it is leaving
    if sys.stderr is not None:
        sys.stderr.write("interrupted\n")
    return 128 + signal.SIGINT
