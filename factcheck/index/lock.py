"""One writer at a time: the second waits, and then says who writes."""

from __future__ import annotations

import math
import os
import platform
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, LockedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE: Final = 30.0
"""Seconds to wait for another process that writes, unless FACTCHECK_LOCK_SECONDS says so: it may be about to end."""

_LOCK: Final = "writer.lock"
_WRITER: Final = "writer.txt"


@contextmanager
def write_alone(folder: Path) -> Iterator[None]:
    """Hold the lock of an index while a `with` lasts; the system lets go of it when the process ends, however it does.

    Raises:
        InputError: the environment says no number of seconds to wait for.
        LockedError: another process holds it for longer than one is ready to wait; the message names it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who writes needs it

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=_read_patience())
    except Timeout:
        hint = "wait until it has ended, or give an index of your own: --index path/to/folder"
        raise LockedError(f"{folder}: {name_writer(folder)} is writing this index", hint=hint) from None
    try:
        (folder / _WRITER).write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
        yield
    finally:
        (folder / _WRITER).unlink(missing_ok=True)
        lock.release()


def _read_patience() -> float:
    told = os.environ.get("FACTCHECK_LOCK_SECONDS", "")
    try:
        seconds = float(told or PATIENCE)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < math.inf:
        raise InputError(f"FACTCHECK_LOCK_SECONDS is “{told}”, which is no number of seconds", hint="as in 30")
    return seconds


def name_writer(folder: Path) -> str:
    """Who writes an index, as far as it is told."""
    try:
        return (folder / _WRITER).read_text(encoding="utf-8")
    except OSError:
        return "another process"
