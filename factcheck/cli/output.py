"""Where a command writes: to stdout as it can bear it, or to a file that is whole or not there."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck.errors import InputError, RunError
from factcheck.render.lines import TYPOGRAPHY, UNLIMITED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.render.look import Look

STDOUT: Final = Path("-")
"""The name by which a file option means stdout."""

UTF8: Final = "utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is written on: `file` is None for stdout, `width` UNLIMITED where nothing is to be wrapped."""

    file: Path | None
    width: int
    colour: bool
    typographic: bool

    def look(self, *, why: bool = False) -> Look:
        """Return what the page can carry, for a renderer."""
        from factcheck.render.look import Look

        return Look(colour=self.colour, typographic=self.typographic, why=why)

    def write(self, text: str, *, encoding: str = "") -> None:
        """Write the whole text, in UTF-8 to a file and by default in the terminal's encoding to stdout.

        What the encoding lacks is written out as an escape, not lost.

        Raises:
            RunError: the text cannot be written.
        """
        if self.file is not None:
            write_whole(self.file, text.encode(UTF8))
            return
        content = text.encode(encoding or _stdout_encoding(), errors="backslashreplace")
        try:
            click.echo(content, nl=False)
        except BrokenPipeError:
            raise
        except OSError as error:
            _abandon_stdout()
            raise RunError(f"the output cannot be written: {error.strerror}") from None


def open_page(output: Path | None = None, *, width: int | None = None) -> Page:
    """Return the page for `output`, or for stdout where that is None or “-”; nothing is written yet.

    Raises:
        InputError: the file cannot be written.
        RunError: stdout is closed.
    """
    if output is not None and output != STDOUT:
        return Page(file=_check_writable(output), width=width or UNLIMITED, colour=False, typographic=True)
    if sys.stdout is None:
        raise RunError("stdout is closed: there is nowhere to write to", hint="open it, or pass it on to a file")
    terminal = sys.stdout.isatty()
    dumb = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    return Page(
        file=None,
        width=width or (shutil.get_terminal_size().columns if terminal else UNLIMITED),
        colour=terminal and not dumb,
        typographic=_carries(_stdout_encoding(), TYPOGRAPHY),
    )


def refuse_inputs(output: Path | None, *, files: Iterable[Path], records: Iterable[Path]) -> None:
    """Refuse to write over a file that is read, or anything in a record, which is read whole.

    Raises:
        InputError: the output is one of them, by whichever path or link.
    """
    if output is None or output == STDOUT:
        return
    for file in files:
        if _is_same(output, file):
            raise InputError(f"{output}: is a file that is to be read", hint="name another file to write to")
    around = {output, *Path(os.path.abspath(output)).parents, *output.resolve().parents}  # noqa: PTH100 - links as written
    for record in records:
        if any(_is_same(folder, record) for folder in around):
            hint = "name a place outside of it, or “-” for stdout"
            raise InputError(f"{output}: lies in the record, which only documents belong to", hint=hint)


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to the same place; where nothing is there yet, whether they would."""
    try:
        return path.samefile(other)
    except OSError:
        return path.resolve() == other.resolve()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is never there by half: beside it first, then renamed into its place.

    Raises:
        RunError: the content cannot be written; the file is as it was.
    """
    try:
        if _is_special(path):
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise RunError(f"{path}: cannot be written: {error.strerror}") from None


def _replace(path: Path, content: bytes) -> None:
    import tempfile

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".factcheck-")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        beside.chmod(_mode_of(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int:
    """Return the permissions that the file has, or those that a new one would get."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _check_writable(path: Path) -> Path:
    """Return the path when it can be written. The folder is tried, because permissions do not tell all."""
    try:
        target = path.resolve()
        if target.is_dir():
            raise InputError(f"{path}: is a folder, not a file", hint="name a file in it")
        if target.exists() and not os.access(target, os.W_OK):
            raise InputError(f"{path}: cannot be written: it is write-protected")
        if not _is_special(path):
            import tempfile

            with tempfile.TemporaryFile(dir=target.parent):
                pass
    except FileNotFoundError:
        raise InputError(f"{path}: there is no folder {path.parent}", hint="make it first") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
    return path


def _is_special(path: Path) -> bool:
    """Whether the path is there and neither file nor folder, such as a device or a named pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _stdout_encoding() -> str:
    return sys.stdout.encoding or UTF8


def _carries(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _abandon_stdout() -> None:
    """Let what stdout still holds go nowhere: Python would try it again on leaving, and say so."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
