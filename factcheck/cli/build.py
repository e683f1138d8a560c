"""What commands build from what was typed. Everything heavy is imported here, when it is needed."""

# ruff: noqa: PLC0415 - `--help` and mistyped options must not wait for pydantic or the index

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck.cli.progress import show_progress
from factcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from factcheck.model import Claim, Intake, Report


def read_claims(path: Path, *, ids: Sequence[str] = ()) -> tuple[Claim, ...]:
    """Return the claims of a file, or those of them that are named.

    Raises:
        InputError: there is no such file, it is no claims file, or it has no such claim.
    """
    if not path.exists():
        raise InputError(
            f"{path}: there is no such claims file",
            hint="name it: factcheck verify path/to/claims.yaml",
        )
    from factcheck.claims import choose_claims, load_claims

    return choose_claims(load_claims(path), ids)


def read_record(folder: Path) -> Intake:
    """Return what the folder of documents holds.

    Raises:
        InputError: there is no such folder, or what it says about its documents is faulty.
        RunError: it holds no document that can be read.
    """
    if not folder.is_dir():
        told = "is a file, not a folder" if folder.exists() else "there is no such folder"
        raise InputError(f"{folder}: {told}", hint="name the folder of documents: --record path/to/documents")
    from factcheck.record import read_folder

    with show_progress("reading files") as advance:
        return read_folder(folder, on_file=advance)


def use_words(paths: Sequence[Path]) -> AbstractContextManager[None]:
    """Read with the lexicon files of the user inside a `with`; where there are none, nothing is looked at.

    Raises:
        InputError: a file is not there, or has faults.
    """
    if not paths:
        return nullcontext()
    from factcheck.glossary import use_glossaries

    return use_glossaries(tuple(dict.fromkeys(paths)))


def check_claims(claims: Sequence[Claim], intake: Intake, *, as_of: str | None, disable: Sequence[str] = ()) -> Report:
    """Return the report on the claims, with a progress bar where somebody waits."""
    from factcheck.config import Settings
    from factcheck.pipeline import verify

    with show_progress(_READING) as advance:
        on_text = partial(advance, what=_READING) if advance else None
        on_claim = partial(advance, what="checking claims") if advance else None
        return verify(
            claims,
            intake,
            Settings(as_of=as_of, disable=tuple(sorted(set(disable)))),
            on_claim=on_claim,
            on_text=on_text,
        )


_READING: Final = "reading documents"
