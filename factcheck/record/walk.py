"""The files under a folder, each once, whatever the links among them."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file: `path` relative to the folder with "/", `size` in bytes."""

    path: str
    file: Path
    size: int


def find_entries(folder: Path) -> list[Found | Skipped]:
    """Find every file under a folder, in the order of their relative paths.

    Hidden files and folders are left alone. A link is never followed out of the folder, nor into a part of
    it that is read anyway; it is skipped with the reason, and so is anything that is no regular file.
    """
    root = Path(os.path.realpath(folder))
    return sorted(_walk(root, root=root), key=lambda entry: entry.path)


def _walk(folder: Path, *, root: Path) -> Iterator[Found | Skipped]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield Skipped(path=_relative(here, root), reason=f"folder cannot be read: {_why(error)}")
            continue
        for entry in visible:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                yield _look(path, root=root)


def _look(path: Path, *, root: Path) -> Found | Skipped:
    relative = _relative(path, root)
    if not _is_unicode(path):
        return Skipped(path=relative, reason="its name is not UTF-8")
    reason = _link_trouble(path, root=root) if path.is_symlink() else ""
    if reason:
        return Skipped(path=relative, reason=reason)
    try:
        status = path.stat()
    except OSError as error:
        return Skipped(path=relative, reason=f"cannot be read: {_why(error)}")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path=relative, reason="not a regular file")
    return Found(path=relative, file=path, size=status.st_size)


def _link_trouble(link: Path, *, root: Path) -> str:
    """Why a link is not followed, "" where it is: to a file in a hidden part, which is not read otherwise."""
    try:
        target = link.resolve(strict=True)
    except RuntimeError:
        return "a link that leads round in a circle"
    except OSError as error:
        return f"a link that leads nowhere: {_why(error)}"
    if target == root or link.parent.resolve().is_relative_to(target):
        return "a link that leads back to a folder it lies in"
    if not target.is_relative_to(root):
        return "a link that leads out of the folder"
    inside = target.relative_to(root)
    if target.is_dir() or not any(part.startswith(".") for part in inside.parts):
        return f"a link to {_relative(target, root)}, in the same folder"
    return ""


def _relative(path: Path, root: Path) -> str:
    """The path inside the folder, its bytes read as UTF-8 whatever the locale; other bytes are written out."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")


def _is_unicode(path: Path) -> bool:
    try:
        os.fsencode(path.name).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
