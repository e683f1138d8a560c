"""What reads which files, and which are not opened."""

from __future__ import annotations

from hashlib import file_digest
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.protocols import Reader
    from factcheck.record.walk import Found

LARGEST_FILE: Final = 64 * 2**20
"""Bytes: the complete works of Shakespeare are 5 MiB; a file above this is a dump, not a document."""

ARCHIVE: Final = ".zip"
"""The suffix of archives, whose members are documents."""

_MEBIBYTE: Final = 2**20
_PLAIN: Final = Target(path="factcheck.record.plain:PlainText")
_SUBTITLES: Final = Target(path="factcheck.record.subtitles:Subtitles")
_TABLE: Final = Target(path="factcheck.record.tables:Table")
_PAGE: Final = Target(path="factcheck.record.html:WebPage")
_SAVED: Final = Target(path="factcheck.record.mhtml:SavedPage")
_PDF: Final = Target(path="factcheck.record.pdf:PdfFile")

READERS: Final[Registry[Callable[[], Reader]]] = Registry(
    "reader",
    group="factcheck.readers",
    built_in={
        **dict.fromkeys((".txt", ".text", ".md"), _PLAIN),
        **dict.fromkeys((".html", ".htm", ".xhtml"), _PAGE),
        **dict.fromkeys((".mhtml", ".mht"), _SAVED),
        **dict.fromkeys((".csv", ".tsv"), _TABLE),
        **dict.fromkeys((".srt", ".vtt"), _SUBTITLES),
        ".docx": Target(path="factcheck.record.word:WordFile"),
        ".eml": Target(path="factcheck.record.mail:Mail"),
        ".jsonl": Target(path="factcheck.record.tables:JsonLines"),
        ".odt": Target(path="factcheck.record.odt:OpenText"),
        ".pdf": _PDF,
        ".rtf": Target(path="factcheck.record.rtf:RichText"),
    },
)
"""Readers by file suffix in lower case, with its dot. Archives are opened, and their members read by these."""

_INSTEAD: Final = {
    ".doc": "save it as .docx",
    ".msg": "save it as .eml",
    ".pages": "save it as .docx",
}
"""What to do with files that no reader is for and that a program can save as one that it is for."""


def hash_file(found: Found) -> str:
    """Return the SHA-256 of a file's bytes; "" where it is not opened or cannot be read."""
    if refuse(found):
        return ""
    try:
        with found.file.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def suffix_of(found: Found) -> str:
    """Return the suffix of a file in lower case, with its dot."""
    return PurePosixPath(found.path).suffix.lower()


def refuse(found: Found) -> str:
    """Why a file is not opened, "" where it is."""
    suffix = suffix_of(found)
    if suffix not in READERS and suffix != ARCHIVE:
        kind = f"{suffix} files" if suffix else "files without a suffix"
        return f"no reader for {kind}" + (f": {_INSTEAD[suffix]}" if suffix in _INSTEAD else "")
    if found.size > LARGEST_FILE and suffix != ARCHIVE:
        size = f"{found.size / _MEBIBYTE:,.0f} MiB"
        return f"too large: {size}, the limit is {LARGEST_FILE // _MEBIBYTE} MiB"
    return ""
