"""A record file and the index beside it, as they are looked at while others may write."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from factcheck.errors import RunError
from factcheck.index.aside import Aside
from factcheck.index.schema import connect, create_tables, has_tables, read_meta
from factcheck.index.tables import Tables
from factcheck.model import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.protocols import Index

FILE: Final = "record.sqlite"
"""The name of the record file in its folder."""

_TRIES: Final = 50
"""Times that one commit is tried to be got hold of: another process commits a batch a second at the most."""

_PAUSE: Final = 0.02
"""Seconds between two tries: all of them take as long as the commit of a batch."""

_READ_AGAIN: Final = "try again; factcheck record add with its folders makes it anew where it is damaged"


class Opened(Tables):
    """A record file in `folder`, or in memory where that is None; `open_index` makes the index beside it."""

    def __init__(self, folder: Path | None, open_index: Callable[[Path | None], Index]) -> None:
        self.folder = folder
        self.open_index = open_index
        if folder is not None:
            _make_folder(folder)
        super().__init__(connect(folder / FILE if folder else None))
        self._index: Index | None = None
        if folder is None:
            create_tables(self.connection)

    @property
    def index(self) -> Index:
        """The index as of its last commit when it was first asked for; who writes moves it on."""
        if self._index is None:
            self._index = self.open_index(self._index_folder(self._number()))
            self._index.forget_removed(removed=bool(self._ghosts()))
        return self._index

    @property
    def settled(self) -> bool:
        """Whether nobody writes it, or left it halfway."""
        return not has_tables(self.connection) or not read_meta(self.connection, "writing")

    @property
    def whole(self) -> bool:
        """Whether its index can be searched, and has all that its tables have."""
        return not has_tables(self.connection) or self._has_index()

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """Look at the record as of its last commit while a `with` lasts, whatever others write meanwhile.

        Raises:
            RunError: others write too quickly to get hold of one commit.
        """
        for _ in range(_TRIES):
            self.connection.execute("BEGIN")
            if self._is_of_one_commit():
                break
            self.connection.execute("COMMIT")
            time.sleep(_PAUSE)
        else:
            raise RunError(f"{self.folder}: its index cannot be read, or is written all the time", hint=_READ_AGAIN)
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def open_aside(self, name: str, *, most: int) -> Aside:
        """Return what is set aside under a name beside the record file, at most about `most` values."""
        return Aside(self.folder / f"{name}.sqlite" if self.folder else None, most=most)

    def _is_of_one_commit(self) -> bool:
        """Open the index, and say whether it has all that the tables have as of the transaction that was begun."""
        generation = self.generation
        if self.folder is None:
            return True
        self._index = None
        if not self._has_index():  # it is just being replaced
            return False
        with closing(connect(self.folder / FILE)) as other:
            return Tables(other).generation == generation

    def _has_index(self) -> bool:
        try:
            self.index.rank(["a"], limit=1, scope=Scope())
            return self.index.count() >= self.count_indexed()
        except (RunError, ValueError, OSError):
            return False

    @contextmanager
    def seen(self) -> Iterator[None]:
        """Look at the tables as of their last commit while a `with` lasts, whatever the index has."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def _ghosts(self) -> int:
        return int(read_meta(self.connection, "removed") or 0)

    def _number(self) -> int:
        return int(read_meta(self.connection, "index") or 0)

    def _index_folder(self, number: int) -> Path | None:
        return self.folder / f"index-{number}" if self.folder else None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "name another place: --index path/to/folder"
        raise RunError(f"{folder}: cannot be made: {error.strerror}", hint=hint) from None
