"""A folder to an Intake: every file becomes a Document or is Skipped with a reason."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, RunError
from factcheck.model import STATED_FILE, Document, Intake, Skipped
from factcheck.protocols import TableReader
from factcheck.record.document import Source, build_document
from factcheck.record.language import find_foreign
from factcheck.record.lines import is_blank
from factcheck.record.walk import Found, find_entries
from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcheck.protocols import Reader
    from factcheck.record.stated import Stated

LARGEST_FILE: Final = 64 * 2**20
"""Bytes: the complete works of Shakespeare are 5 MiB; a file above this is a dump, not a document."""

ARCHIVE: Final = ".zip"
"""The suffix of archives, whose members are documents."""

_MEBIBYTE: Final = 2**20
_NAMED: Final = 3
"""Skipped files that are named where none could be read."""

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


def read_folder(folder: Path, *, on_file: Callable[[int, int], None] | None = None) -> Intake:
    """Read every file under a folder, in the order of their paths; hidden files and folders are left alone.

    `on_file` is called with the bytes read so far and their total, before the first file and after each.

    Raises:
        InputError: there is no such folder, or its `record.yaml` has faults.
        RunError: it holds no document that can be read.
    """
    _check(folder)
    stated = _read_stated(folder / STATED_FILE)
    columns = stated.columns() if stated else {}
    documents: list[Document] = []
    skipped: list[Skipped] = []
    entries = [entry for entry in find_entries(folder) if entry.path != STATED_FILE]
    for entry in _counted(entries, on_file) if on_file else entries:
        for read in _read_entry(entry, columns):
            if isinstance(read, Skipped):
                skipped.append(read)
            else:
                documents.append(build_document(read))
    if not documents:
        raise _nothing_read(folder, skipped)
    intake = Intake(documents=tuple(documents), skipped=tuple(skipped))
    return _with_stated(stated, intake) if stated else intake


def _check(folder: Path) -> None:
    if not folder.exists():
        raise InputError(f"there is no folder {folder}", hint="give the folder that holds the documents")
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder", hint="give the folder that holds the document, not the file")


def _counted(entries: list[Found | Skipped], on_file: Callable[[int, int], None]) -> Iterator[Found | Skipped]:
    """Yield the entries, and tell the bytes of those that are done; what is skipped has none."""
    sizes = [entry.size if isinstance(entry, Found) else 0 for entry in entries]
    done = 0
    total = sum(sizes)
    on_file(done, total)
    for entry, size in zip(entries, sizes, strict=True):
        yield entry
        done += size
        on_file(done, total)


def _read_entry(entry: Found | Skipped, columns: Mapping[str, Mapping[str, str]]) -> Iterator[Source | Skipped]:
    """Read a file, or the members of an archive."""
    if isinstance(entry, Skipped):
        yield entry
    elif PurePosixPath(entry.path).suffix.lower() == ARCHIVE:
        from factcheck.record.archive import open_archive  # noqa: PLC0415 - slow, and seldom met

        for member in open_archive(entry):
            yield from _read_entry(member, columns)
    else:
        yield from _read(entry, columns.get(entry.path))


def _read(found: Found, columns: Mapping[str, str] | None) -> Iterator[Source | Skipped]:
    """Read a file, and tell which parts of it are not read."""
    reason = _refuse(found)
    if reason:
        yield Skipped(path=found.path, reason=reason)
        return
    reader = READERS.load(_suffix(found))()
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
        yield Skipped(path=found.path, reason="was changed while it was read")
        return
    language = find_foreign(extracted.text)
    if is_blank(extracted.text):
        yield Skipped(path=found.path, reason="empty file")
    elif language:
        yield Skipped(path=found.path, reason=f"written in {language}; the rules read English")
    else:
        yield Source(path=found.path, sha256=digest, reader=reader.name, extracted=extracted)
    yield from (Skipped(path=f"{found.path}/{part.path}", reason=part.reason) for part in extracted.skipped)


def _suffix(found: Found) -> str:
    return PurePosixPath(found.path).suffix.lower()


def _refuse(found: Found) -> str:
    """Why a file is not opened, "" where it is."""
    suffix = _suffix(found)
    if suffix not in READERS:
        kind = f"{suffix} files" if suffix else "files without a suffix"
        return f"no reader for {kind}" + (f": {_INSTEAD[suffix]}" if suffix in _INSTEAD else "")
    if found.size > LARGEST_FILE:
        size = f"{found.size / _MEBIBYTE:,.0f} MiB"
        return f"too large: {size}, the limit is {LARGEST_FILE // _MEBIBYTE} MiB"
    return ""


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


def _nothing_read(folder: Path, skipped: list[Skipped]) -> RunError:
    if not skipped:
        return RunError(f"the folder {folder} is empty", hint="put the documents to check against into it")
    shown = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:_NAMED])
    more = f"; and {len(skipped) - _NAMED} more" if len(skipped) > _NAMED else ""
    files = "1 file was" if len(skipped) == 1 else f"{len(skipped)} files were"
    hint = f"documents are files that end in {', '.join((*READERS.names, ARCHIVE))} ({shown}{more})"
    return RunError(f"no document in {folder} can be read; {files} skipped", hint=hint)


def _read_stated(path: Path) -> Stated | None:
    """Read what the user states; its machinery is imported only when there is any."""
    if not path.is_file():
        return None
    from factcheck.record.stated import read_stated  # noqa: PLC0415 - slow

    return read_stated(path)


def _with_stated(stated: Stated, intake: Intake) -> Intake:
    from factcheck.record.corrections import apply_stated  # noqa: PLC0415 - slow

    return apply_stated(stated, intake)
