"""Zip archives, and the formats that are one inside: each part is read up to a limit, whatever its header says."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_PART: Final = 64 * 2**20
"""Bytes of one unpacked part: as much as a file may have that is not packed."""

LARGEST_RATIO: Final = 250
"""How many times larger than packed a part may be: plain text packs to a tenth, empty tables to a hundredth, and a
bomb to a thousandth."""

SMALL: Final = 2**20
"""Bytes up to which no ratio is looked at: a small part bears no bomb."""

_ENCRYPTED: Final = 0x1
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises on archives that are cut off, damaged, locked or packed by another method."""


@contextmanager
def open_zip(path: Path, *, what: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive; `what` names the format for messages.

    Raises:
        InputError: it is none, or it is damaged.
    """
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN:
        with path.open("rb") as file:
            old = file.read(len(_OLD_OFFICE)) == _OLD_OFFICE
        why = ": it is an older format under a new name, or locked by a password" if old else ", or damaged"
        raise InputError(f"is no {what}{why}") from None
    with archive:
        yield archive


def read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Unpack one part of an archive.

    Raises:
        InputError: it is locked, damaged, too large, or packed like a bomb.
    """
    if part.flag_bits & _ENCRYPTED:
        raise InputError("locked by a password")
    try:
        with archive.open(part) as file:
            content = file.read(LARGEST_PART + 1)
    except (*_BROKEN, OSError):  # a place in the file that cannot be gone to
        raise InputError("damaged, or packed by a method that is not known") from None
    if len(content) > LARGEST_PART:
        raise InputError(f"too large: more than {LARGEST_PART // SMALL} MiB unpacked")
    if len(content) > SMALL and len(content) > LARGEST_RATIO * max(part.compress_size, 1):
        raise InputError(f"packed like a bomb: more than {LARGEST_RATIO} times smaller than its content")
    return content


def read_named_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Unpack the part of a name, None where there is none.

    Raises:
        InputError: it cannot be unpacked; the message names it.
    """
    try:
        part = archive.getinfo(name)
    except KeyError:
        return None
    try:
        return read_part(archive, part)
    except InputError as error:
        raise InputError(f"its part {name} is {error.message}") from None
