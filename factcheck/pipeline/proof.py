"""The documents that a verdict cites, hashed again before it is given, and its quotes looked up in them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.errors import RunError
from factcheck.record.readers import hash_file
from factcheck.record.walk import Found, find_place

if TYPE_CHECKING:
    from factcheck.index.store import Store
    from factcheck.index.view import View
    from factcheck.model import Verdict


class Proof:
    """Confirms that the files of cited documents are those that were read, each once, and that every quote is there."""

    def __init__(self, store: Store, view: View) -> None:
        self._store = store
        self._view = view
        self._confirmed: set[str] = set()

    def confirm(self, verdict: Verdict) -> None:
        """Hash what a verdict cites, and refuse what has changed without a trace in its times.

        Raises:
            RunError: a file holds other bytes than those that were read, or a text that was kept is not as it was.
        """
        for path in sorted({one.document for one in verdict.listed} - self._confirmed):
            file = self._store.find_file(path)
            if file and file.sha256 and hash_file(locate(file.folder, file.path)) != file.sha256:
                self._store.doubt(file)
                raise RunError(f"{path}: was changed since it was read", hint="run it again: it will be read anew")
            document = self._view[path]
            if sha256(document.text.encode()).hexdigest() != document.text_sha256:
                raise _is_damaged(path)
            self._confirmed.add(path)
        for one in verdict.listed:
            if one.span.of(self._view[one.document].text) != one.quote:
                raise _is_damaged(one.document)


def _is_damaged(path: str) -> RunError:
    hint = "factcheck record check lists what is damaged; delete the folder of the index: it is made anew"
    return RunError(f"{path}: what was kept of it is not what was read", hint=hint)


def locate(folder: str, path: str) -> Found:
    """Return a file of a folder, or the one that is a folder of its own; of no size where it is not there."""
    place = find_place(folder)
    place = place if place.is_file() else find_place(folder, path)
    try:
        size = place.stat().st_size
    except OSError:
        size = 0
    return Found(path, str(place), size)
