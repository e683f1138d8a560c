"""A file to Documents, or Skipped with a reason: an archive to those of its members."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import STATED_FILE, Document, Skipped
from factcheck.protocols import TableReader
from factcheck.record.document import Source, build_document
from factcheck.record.language import find_foreign
from factcheck.record.lines import is_blank
from factcheck.record.readers import ARCHIVE, READERS, hash_file, refuse, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.protocols import Reader
    from factcheck.record.walk import Found

_CHANGED: Final = "was changed while it was read"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """What a file holds; `sha256` is that of its bytes, "" where it was not opened or changed meanwhile."""

    sha256: str
    documents: tuple[Document, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def read_file(found: Found, columns: Mapping[str, Mapping[str, str]]) -> FileContent:
    """Read a file; `columns` says what the columns of tables hold, by path, where the user states it."""
    documents: list[Document] = []
    skipped: list[Skipped] = []
    digest = hash_file(found)  # before it is read: what is changed meanwhile has other bytes than these
    for read in _read_all(found, columns):
        if isinstance(read, Skipped):
            skipped.append(read)
        else:
            documents.append(build_document(read))
    changed = any(one.reason == _CHANGED for one in skipped)
    return FileContent(sha256="" if changed else digest, documents=tuple(documents), skipped=tuple(skipped))


def _read_all(found: Found, columns: Mapping[str, Mapping[str, str]]) -> Iterator[Source | Skipped]:
    """Read a file, or the members of an archive."""
    if suffix_of(found) != ARCHIVE:
        yield from _read(found, columns.get(found.path))
        return
    from factcheck.record.archive import open_archive  # noqa: PLC0415 - slow, and seldom met

    for member in open_archive(found):
        if isinstance(member, Skipped):
            yield member
        else:
            yield from _read(member, columns.get(member.path))


def _read(found: Found, columns: Mapping[str, str] | None) -> Iterator[Source | Skipped]:
    """Read a file, and tell which parts of it are not read."""
    reason = refuse(found)
    if reason:
        yield Skipped(path=found.path, reason=reason)
        return
    reader = READERS.load(suffix_of(found))()
    try:
        before = found.file.stat()
        digest = sha256(found.file.read_bytes()).hexdigest()
        extracted = _with_columns(reader, columns).read(found.file)
        after = found.file.stat()
    except OSError as error:
        yield Skipped(path=found.path, reason=f"cannot be read: {(error.strerror or str(error)).lower()}")
        return
    except InputError as error:
        yield Skipped(path=found.path, reason=error.message)
        return
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        yield Skipped(path=found.path, reason=_CHANGED)
        return
    language = find_foreign(extracted.text)
    if is_blank(extracted.text):
        yield Skipped(path=found.path, reason="empty file")
    elif language:
        yield Skipped(path=found.path, reason=f"written in {language}; the rules read English")
    else:
        yield Source(path=found.path, sha256=digest, reader=reader.name, extracted=extracted)
    yield from (Skipped(path=f"{found.path}/{part.path}", reason=part.reason) for part in extracted.skipped)


def _with_columns(reader: Reader, columns: Mapping[str, str] | None) -> Reader:
    """The reader told of its columns, where the user states them.

    Raises:
        InputError: the file has none.
    """
    if columns is None:
        return reader
    if not isinstance(reader, TableReader):
        raise InputError(f"has no columns, which {STATED_FILE} states: it is no table")
    return reader.with_columns(columns)
