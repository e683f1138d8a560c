"""The family of errors that a user can cause and mend.

FactcheckError          anything that ends a command with one line and a hint
├── InputError          a file, an option or a claim that cannot be used as given (exit code 2)
│   └── FaultsError     several faults of one file, all reported at once
└── RunError            the input was fine but the run could not complete (exit code 3)
"""

from __future__ import annotations

from dataclasses import dataclass


class FactcheckError(Exception):
    """A failure with a message for people, a hint at what to do, and an exit code."""

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(FactcheckError):
    """A file, an option or a claim cannot be used as given."""

    exit_code = 2


class RunError(FactcheckError):
    """The input was fine but the run could not complete."""

    exit_code = 3


class LockedError(RunError):
    """Another process writes what is to be written."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing wrong at one place: `line` and `column` count from 1; 0 where there is no such place."""

    line: int
    column: int
    message: str
    hint: str = ""


class FaultsError(InputError):
    """Every fault of one file, in the order of the file."""

    def __init__(self, path: str, faults: list[Fault], *, hint: str = "") -> None:
        ordered = sorted(faults)
        count = "1 fault" if len(ordered) == 1 else f"{len(ordered)} faults"
        super().__init__(f"{path}: {count}", hint=hint)
        self.path = path
        self.faults = tuple(ordered)
