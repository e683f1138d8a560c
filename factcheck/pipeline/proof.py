"""The documents that a verdict cites, hashed again before it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import RunError
from factcheck.record.readers import hash_file
from factcheck.record.walk import Found, find_place

if TYPE_CHECKING:
    from factcheck.index.store import Store
    from factcheck.model import Verdict


class Proof:
    """Confirms that the files of cited documents are those that were read, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._confirmed: set[str] = set()

    def confirm(self, verdict: Verdict) -> None:
        """Hash what a verdict cites, and refuse what has changed without a trace in its times.

        Raises:
            RunError: a file holds other bytes than those that were read.
        """
        listed = (*verdict.supporting, *verdict.contradicting, *verdict.own_words, *verdict.context)
        for path in sorted({one.document for one in listed} - self._confirmed):
            file = self._store.find_file(path)
            if file and file.sha256 and hash_file(locate(file.folder, file.path)) != file.sha256:
                raise RunError(f"{path}: was changed since it was read", hint="run it again: it will be read anew")
            self._confirmed.add(path)


def locate(folder: str, path: str) -> Found:
    """Return a file of a folder, or the one that is a folder of its own; of no size where it is not there."""
    place = find_place(folder)
    place = place if place.is_file() else find_place(folder, path)
    try:
        size = place.stat().st_size
    except OSError:
        size = 0
    return Found(path, str(place), size)
