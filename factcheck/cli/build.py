"""What commands build from what was typed. Everything heavy is imported here, when it is needed."""

# ruff: noqa: PLC0415 - `--help` and mistyped options must not wait for pydantic or the index

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypedDict

import click

from factcheck.cli.progress import BYTES, show_progress
from factcheck.errors import InputError, LockedError, RunError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Report, Verdict, VerdictLabel
    from factcheck.pipeline.refresh import Refreshed
    from factcheck.values import DateRange

READING: Final = "reading files"
CHECKING: Final = "checking claims"


class VerdictWriter(Protocol):
    """Writes one verdict of a run that goes on."""

    def __call__(self, verdict: Verdict, *, report_id: str, as_of: DateRange | None) -> None:
        """Write it, with the id of the report and its day."""
        ...


class Narrowed(TypedDict):
    """What was typed of the part of the record to look at."""

    as_of: str | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]


def read_claims(path: Path, *, ids: Sequence[str] = (), speakers: Sequence[str] = ()) -> tuple[Claim, ...]:
    """Return the claims of a file, or those of them that are named and of these speakers.

    Raises:
        InputError: there is no such file, it is no claims file, or it has no such claim.
    """
    if not path.exists():
        raise InputError(
            f"{path}: there is no such claims file",
            hint="name it: factcheck verify path/to/claims.yaml",
        )
    from factcheck.claims import choose_claims, load_claims

    return choose_claims(load_claims(path), ids, speakers=speakers)


def open_record(
    folder: Path, index: Path | None, *, jobs: int | None = None, reading: bool = False, opened: Store | None = None
) -> Store:
    """Return the record file of a folder of documents, brought up to date.

    Where an index is given and the folder was not typed, its own folders are the record. Who is only `reading` gets
    what was committed last where another process writes, and a note that says so. One that is `opened` already, in
    memory, is brought up to date where it is.

    Raises:
        InputError: there is no such folder, what it says about its documents is faulty, or the index is another's.
        RunError: it holds no document that can be read.
    """
    from factcheck.pipeline.jobs import count_jobs
    from factcheck.pipeline.refresh import refresh
    from factcheck.pipeline.shelves import find_store

    if index is None:
        _check_folders([folder])
    store, folders = (opened, [folder]) if opened else find_store(folder, index, named=is_typed("record"))
    _check_folders(folders)
    try:
        with show_progress(READING, unit=BYTES) as advance:
            refresh(store, folders, jobs=jobs or count_jobs(), on_bytes=advance)
    except LockedError as error:
        if not (reading and store.count_documents()):
            raise
        click.echo(f"note: {error.message}; this is the record as of its last commit", err=True)
    return store


def find_record(folder: Path, index: Path | None) -> Store:
    """Return the record file of a folder as it was left, with nothing read anew.

    Raises:
        InputError: nothing was kept of it yet, or the index is another's.
    """
    from factcheck.pipeline.shelves import find_store

    if index is None:
        _check_folders([folder])
    hint = "factcheck record add path/to/documents reads a folder and keeps what was read"
    if index is None or index.exists():
        store, _ = find_store(folder, index, named=is_typed("record"))
        if store.count_documents():
            return store
    raise InputError(f"{index or folder}: nothing was kept of it yet", hint=hint)


def add_folders(paths: Sequence[Path], index: Path | None, *, jobs: int | None = None) -> tuple[Store, Refreshed]:
    """Read folders or files into a record file; return it, and what was done.

    Raises:
        InputError: one is not there, or several are to be kept without an index that is named.
        RunError: no document can be read, or nothing can be kept.
    """
    missing = next((path for path in paths if not path.exists()), None)
    if missing:
        raise InputError(f"{missing}: there is no such folder or file", hint="name what is to be read")
    if len(paths) > 1 and index is None:
        raise InputError("several folders need an index that is named", hint="as in: --index path/to/new/folder")
    from factcheck.pipeline.jobs import count_jobs
    from factcheck.pipeline.refresh import refresh
    from factcheck.pipeline.shelves import open_cached, open_store

    store = open_store(index, paths) if index else open_cached(paths)
    if store.folder is None:
        told = "what is read cannot be kept in your cache folder: nothing can be written there, or it is to be read"
        raise RunError(told, hint="name another place: --index path/to/folder")
    with show_progress(READING, unit=BYTES) as advance:
        return store, refresh(store, paths, jobs=jobs or count_jobs(), on_bytes=advance)


def _check_folders(folders: Sequence[Path]) -> None:
    for folder in folders:
        if not folder.is_dir():
            told = "is a file, not a folder" if folder.exists() else "there is no such folder"
            raise InputError(f"{folder}: {told}", hint="name the folder of documents: --record path/to/documents")


def is_typed(name: str) -> bool:
    """Whether an option of the command that runs was typed, and is not merely its default."""
    source = click.get_current_context().get_parameter_source(name)
    return source not in {None, click.core.ParameterSource.DEFAULT}


def use_words(paths: Sequence[Path]) -> AbstractContextManager[None]:
    """Read with the lexicon files of the user inside a `with`; where there are none, nothing is looked at.

    Raises:
        InputError: a file is not there, or has faults.
    """
    if not paths:
        return nullcontext()
    from factcheck.glossary import use_glossaries

    return use_glossaries(tuple(dict.fromkeys(paths)))


def make_settings(narrowed: Narrowed, *, judge: str | None = None, disable: Sequence[str] = ()) -> Settings:
    """Return the settings of a run."""
    from factcheck.config import Settings
    from factcheck.model import Judge

    return Settings(
        judge=Judge(judge) if judge else None,
        as_of=narrowed["as_of"],
        since=narrowed["since"],
        until=narrowed["until"],
        publishers=tuple(sorted(set(narrowed["publishers"]))),
        disable=tuple(sorted(set(disable))),
    )


def check_claims(claims: Sequence[Claim], store: Store, settings: Settings, *, jobs: int | None = None) -> Report:
    """Return the report on the claims, with a progress bar where somebody waits."""
    from factcheck.pipeline.jobs import count_jobs
    from factcheck.pipeline.verify import verify

    with show_progress(CHECKING) as advance:
        on_claim = partial(advance, what=CHECKING) if advance else None
        return verify(claims, store, settings, jobs=jobs or count_jobs(), on_claim=on_claim)


def stream_claims(
    claims: Sequence[Claim], store: Store, settings: Settings, write: VerdictWriter, *, jobs: int | None = None
) -> set[VerdictLabel]:
    """Write each verdict as it comes, and return the labels of all; what was not looked at is noted."""
    from factcheck.pipeline.jobs import count_jobs
    from factcheck.pipeline.look import look_at
    from factcheck.pipeline.verify import check_all

    labels = set()
    with look_at(store, settings) as look:
        identity = look.hash_inputs(claims)
        for verdict in check_all(claims, store, look, jobs=jobs or count_jobs()):
            labels.add(verdict.label)
            write(verdict, report_id=identity, as_of=look.as_of)
        if look.bench.why:
            click.echo(f"note: {look.bench.limit}", err=True)
        if look.skipped:
            count = f"{len(look.skipped):,} files or parts were not looked at"
            click.echo(f"note: {count}: factcheck record list names them", err=True)
    return labels
