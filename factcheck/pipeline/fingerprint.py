"""What passages are read by: when it changes, what was read before is read again."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Entity

_PACKAGE: Final = Path(__file__).parent.parent
_READING: Final = ("", "index", "lexicon", "model", "reading", "record")
"""The folders of the package on which it depends what is kept of a file."""


def take_fingerprint(entities: Sequence[Entity]) -> str:
    """Return a hash of the code, the words and the names by which documents are read.

    The code goes by the size and the times of its files: a version number would not tell a change made in between.
    """
    parts = [*_list_code(), repr(entities), list_own()]
    return sha256(repr(parts).encode()).hexdigest()


def list_own() -> tuple[str, ...]:
    """Return the content hashes of the files that a user added to the lexicon in use.

    Whoever adds one has loaded the lexicon; it is not loaded for this.
    """
    lexicon = sys.modules.get("factcheck.lexicon")
    return tuple(lexicon.load_lexicon().own) if lexicon else ()


@cache
def _list_code() -> tuple[str, ...]:
    return (sys.version, *sorted(_look_at_code()))


def _look_at_code() -> Iterator[str]:
    for name in _READING:
        with os.scandir(_PACKAGE / name) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".toml")):
                    status = entry.stat()
                    yield f"{name}/{entry.name} {status.st_size} {status.st_mtime_ns}"
