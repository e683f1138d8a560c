"""Zip archives (.zip): each member a document of its own, unpacked one by one and within bounds."""

from __future__ import annotations

import stat
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Skipped
from factcheck.record.walk import Found
from factcheck.record.zipped import open_zip, read_part

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MOST_MEMBERS: Final = 20_000
"""Members that are read; a record of more is a folder."""

LARGEST_TOTAL: Final = 512 * 2**20
"""Bytes of all members unpacked: a hundred times the complete works of Shakespeare."""

_MEBIBYTE: Final = 2**20
_HIDDEN: Final = (".", "__MACOSX")


def open_archive(found: Found) -> Iterator[Found | Skipped]:
    """Unpack the members of an archive in the order of their names, each found for as long as it is looked at.

    Hidden members are left alone, as hidden files are. A name that leads out of the archive is shortened to what
    stands inside; an archive within an archive is skipped.
    """
    try:
        with open_zip(found.file, what="zip archive") as archive, tempfile.TemporaryDirectory() as folder:
            yield from _members(found.path, archive, Path(folder))
    except InputError as error:
        yield Skipped(path=found.path, reason=error.message)
    except OSError as error:
        yield Skipped(path=found.path, reason=f"cannot be read: {(error.strerror or str(error)).lower()}")


def _members(path: str, archive: zipfile.ZipFile, folder: Path) -> Iterator[Found | Skipped]:
    named = sorted((_inner_name(part), number) for number, part in enumerate(archive.infolist()) if not part.is_dir())
    visible = [one for one in named if not any(step.startswith(_HIDDEN) for step in one[0].split("/"))]
    seen: set[str] = set()
    total = 0
    for name, number in visible[:MOST_MEMBERS]:
        member = f"{path}/{name}"
        part = archive.infolist()[number]
        reason = "is in the archive twice" if name in seen else _trouble(part)
        seen.add(name)
        if reason:
            yield Skipped(path=member, reason=reason)
            continue
        try:
            content = read_part(archive, part)
        except InputError as error:
            yield Skipped(path=member, reason=error.message)
            continue
        total += len(content)
        if total > LARGEST_TOTAL:
            why = f"the members before it fill the {LARGEST_TOTAL // _MEBIBYTE} MiB that an archive may unpack to"
            yield Skipped(path=member, reason=f"{why}; it and those after it are not read")
            return
        file = folder / f"member{PurePosixPath(name).suffix.lower()}"
        file.write_bytes(content)
        yield Found(member, str(file), len(content))
        file.unlink()
    if len(visible) > MOST_MEMBERS:
        more = len(visible) - MOST_MEMBERS
        yield Skipped(path=path, reason=f"{more:,} members beyond the first {MOST_MEMBERS:,} are not read")


def _inner_name(part: zipfile.ZipInfo) -> str:
    """The name of a member without any step that leads up, to the root, or to a drive."""
    steps = part.filename.replace("\\", "/").split("/")
    kept = [step for step in steps if step not in {"", ".", ".."} and not (len(step) == 2 and step[1] == ":")]  # noqa: PLR2004 - "C:"
    return "/".join(kept) or "without a name"


def _trouble(part: zipfile.ZipInfo) -> str:
    mode = part.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        return "no regular file"
    if PurePosixPath(part.filename).suffix.lower() == ".zip":
        return "an archive within an archive: unpack it beside this one to have it read"
    return ""
