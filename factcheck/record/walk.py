"""The files under a folder, each once, whatever the links among them."""

from __future__ import annotations

import os
import stat
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator


_BYTES: Final = "\0"
"""What a name begins with whose bytes are no text: no path has it."""


class Found(NamedTuple):
    """A file: `path` relative to the folder with "/", `place` where it lies, `size` in bytes, times in nanoseconds.

    `changed` is when anything of it was changed last, its name and rights too; no program can set it back.
    """

    path: str
    place: str
    size: int
    modified: int = 0
    changed: int = 0

    @property
    def file(self) -> Path:
        """Where it lies."""
        return Path(self.place)


def find_entries(folder: Path) -> list[Found | Skipped]:
    """Find every file under a folder, in the order of their relative paths.

    Hidden files and folders are left alone. A link is never followed out of the folder, nor into a part of
    it that is read anyway; it is skipped with the reason, and so is anything that is no regular file.
    """
    root = os.path.realpath(folder)
    return sorted(_walk(root, root=root), key=attrgetter("path"))


def name_place(place: Path) -> str:
    """Return the whole path of a file or folder as text that can be kept, whatever the locale and its bytes are."""
    content = os.fsencode(os.path.realpath(place))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _BYTES + content.decode("latin-1")


def find_place(name: str, *steps: str) -> Path:
    """Return the path that `name_place` named, or one inside it by its path there."""
    content = name[1:].encode("latin-1") if name.startswith(_BYTES) else name.encode()
    return Path(os.fsdecode(b"/".join([content, *(step.encode() for step in steps)])))


def look_at_file(file: Path) -> Found:
    """Return a file that is a record of its own, by its name."""
    status = file.stat()
    return Found(_readable(file.name), str(file), status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _walk(folder: str, *, root: str) -> Iterator[Found | Skipped]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield Skipped(path=_relative(here, root), reason=f"folder cannot be read: {_why(error)}")
            continue
        prefix = _relative(here, root) if here != root else ""
        for entry in visible:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield _look(entry, prefix, root=root)


def _look(entry: os.DirEntry[str], prefix: str, *, root: str) -> Found | Skipped:
    name = entry.name if entry.name.isascii() else _readable(entry.name)
    path = f"{prefix}/{name}" if prefix else name
    if not entry.name.isascii() and not _is_unicode(entry.name):
        return Skipped(path=path, reason="its name is not UTF-8")
    reason = _link_trouble(Path(entry.path), root=Path(root)) if entry.is_symlink() else ""
    if reason:
        return Skipped(path=path, reason=reason)
    try:
        status = entry.stat()
    except OSError as error:
        return Skipped(path=path, reason=f"cannot be read: {_why(error)}")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path=path, reason="not a regular file")
    return Found(path, entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


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
        return f"a link to {_relative(str(target), str(root))}, in the same folder"
    return ""


def _relative(path: str, root: str) -> str:
    """The path inside the folder, as it is told."""
    return _readable(Path(path).relative_to(root).as_posix())


def _readable(name: str) -> str:
    """A name, its bytes read as UTF-8 whatever the locale; other bytes are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _is_unicode(name: str) -> bool:
    try:
        os.fsencode(name).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
