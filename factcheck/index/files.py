"""The files that a record was read from, as they are noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.index.keeping import Kept
    from factcheck.model import Skipped


class FileRow(NamedTuple):
    """A file that was looked at. Times are nanoseconds, 0 where a change after it was read might not show in them.

    `sha256` is "" where it was not opened; `stated` is a hash of what record.yaml states of it.
    """

    folder: str
    path: str
    size: int
    modified: int
    changed: int
    sha256: str
    stated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """What reading a file gave."""

    file: FileRow
    kept: tuple[Kept, ...] = ()
    skipped: tuple[Skipped, ...] = ()
