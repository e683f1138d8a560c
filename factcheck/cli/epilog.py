"""The end of every help page: examples, and what the exit codes mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_CODES: Final = (
    "Exit codes: 0 done; 1 a verdict named by --fail-on was reached; 2 the command or its input cannot be "
    "used; 3 the run could not be completed; 130 interrupted."
)

PLAIN_EXIT_CODES: Final = (
    "Exit codes: 0 done; 2 the command or its input cannot be used; 3 the run could not be completed; 130 interrupted."
)


def give_epilog(*examples: str, notes: Sequence[str] = ()) -> str:
    """Return the end of a help page: examples as they are typed, then notes, each wrapped as a paragraph."""
    shown = "\n".join(f"  {example}" for example in examples)
    heading = "Example:" if len(examples) == 1 else "Examples:"
    return "\n\n".join([f"\b\n{heading}\n{shown}", *notes])
