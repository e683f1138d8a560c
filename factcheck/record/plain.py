"""Plain text and Markdown files, in whichever encoding they were saved."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Extracted

if TYPE_CHECKING:
    from pathlib import Path

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_WESTERN: Final = "cp1252"
"""The commonest encoding of English text that is not UTF-8; a superset of printable Latin-1."""

_SAMPLE: Final = 100_000
"""Bytes that are shown to the detector: more does not change its mind, and it is slow."""


class PlainText:
    """Reads a text file; a byte order mark is no part of the text."""

    name = "plain"

    def read(self, path: Path) -> Extracted:
        """Return the decoded text with newlines untouched.

        Raises:
            InputError: it is no text, or its encoding cannot be told.
        """
        return Extracted(text=decode(path.read_bytes()))


def decode(content: bytes) -> str:
    """Decode by byte order mark, else as UTF-8, else in the encoding that the bytes suggest.

    Raises:
        InputError: the bytes are no text, or no encoding fits.
    """
    mark = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if mark is None and b"\0" in content:
        raise InputError("binary file (it holds NUL bytes)")
    try:
        return content.decode(mark or "utf-8")
    except UnicodeDecodeError:
        if mark:
            raise InputError(f"begins as {mark} but cannot be decoded so") from None
    encoding = _detect(content)
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        raise InputError(f"looks like {encoding} but cannot be decoded so") from None


def _detect(content: bytes) -> str:
    """Name the most likely encoding; a tie goes to Western European, the likeliest beside English text."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only a file that is not UTF-8 needs it

    matches = list(from_bytes(content[:_SAMPLE]))
    if not matches:
        raise InputError("not UTF-8, and its encoding cannot be told")
    best = matches[0]
    names = {name for match in matches if match.chaos <= best.chaos for name in match.could_be_from_charset}
    if _WESTERN in names or _WESTERN in best.could_be_from_charset:
        return _WESTERN
    return best.encoding
