"""A folder to an Intake: every file becomes a Document or is Skipped with a reason."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError, RunError
from factcheck.model import Document, Intake, Skipped
from factcheck.record.document import Source, build_document
from factcheck.record.lines import is_blank
from factcheck.record.walk import Found, find_entries
from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.protocols import Reader

STATED_FILE: Final = "record.yaml"
"""The file in which a user states what the documents do not show; it is no document."""

LARGEST_FILE: Final = 64 * 2**20
"""Bytes: the complete works of Shakespeare are 5 MiB; a file above this is a dump, not a document."""

_MEBIBYTE: Final = 2**20
_NAMED: Final = 3
"""Skipped files that are named where none could be read."""

_PLAIN: Final = Target(path="factcheck.record.plain:PlainText")

READERS: Final[Registry[Callable[[], Reader]]] = Registry(
    "reader", group="factcheck.readers", built_in={".txt": _PLAIN, ".text": _PLAIN, ".md": _PLAIN}
)
"""Readers by file suffix in lower case, with its dot."""


def read_folder(folder: Path, *, on_file: Callable[[int, int], None] | None = None) -> Intake:
    """Read every file under a folder, in the order of their paths; hidden files and folders are left alone.

    `on_file` is called with the bytes read so far and their total, before the first file and after each.

    Raises:
        InputError: there is no such folder, or its `record.yaml` has faults.
        RunError: it holds no document that can be read.
    """
    _check(folder)
    documents: list[Document] = []
    skipped: list[Skipped] = []
    entries = find_entries(folder)
    for entry in _counted(entries, on_file) if on_file else entries:
        if entry.path == STATED_FILE:
            continue
        read = entry if isinstance(entry, Skipped) else _read(entry)
        if isinstance(read, Skipped):
            skipped.append(read)
        else:
            documents.append(build_document(read))
    if not documents:
        raise _nothing_read(folder, skipped)
    return _with_stated(folder / STATED_FILE, Intake(documents=tuple(documents), skipped=tuple(skipped)))


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


def _read(found: Found) -> Source | Skipped:
    suffix = PurePosixPath(found.path).suffix.lower()
    if suffix not in READERS:
        kind = f"{suffix} files" if suffix else "files without a suffix"
        return Skipped(path=found.path, reason=f"no reader for {kind}")
    if found.size > LARGEST_FILE:
        size = f"{found.size / _MEBIBYTE:,.0f} MiB"
        return Skipped(path=found.path, reason=f"too large: {size}, the limit is {LARGEST_FILE // _MEBIBYTE} MiB")
    try:
        reader = READERS.load(suffix)()
        extracted = reader.read(found.file)
        digest = sha256(found.file.read_bytes()).hexdigest()
    except OSError as error:
        return Skipped(path=found.path, reason=f"cannot be read: {(error.strerror or str(error)).lower()}")
    except InputError as error:
        return Skipped(path=found.path, reason=error.message)
    if is_blank(extracted.text):
        return Skipped(path=found.path, reason="empty file")
    return Source(path=found.path, sha256=digest, reader=reader.name, extracted=extracted)


def _nothing_read(folder: Path, skipped: list[Skipped]) -> RunError:
    if not skipped:
        return RunError(f"the folder {folder} is empty", hint="put the documents to check against into it")
    shown = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:_NAMED])
    more = f"; and {len(skipped) - _NAMED} more" if len(skipped) > _NAMED else ""
    files = "1 file was" if len(skipped) == 1 else f"{len(skipped)} files were"
    hint = f"documents are files that end in {', '.join(READERS.names)} ({shown}{more})"
    return RunError(f"no document in {folder} can be read; {files} skipped", hint=hint)


def _with_stated(path: Path, intake: Intake) -> Intake:
    """Lay what the user states over the documents; its machinery is imported only when there is any."""
    if not path.is_file():
        return intake
    from factcheck.record.corrections import apply_stated  # noqa: PLC0415 - slow

    return apply_stated(path, intake)
