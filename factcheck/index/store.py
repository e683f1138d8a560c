"""The record file: documents and passages in SQLite, with an index beside it that can be made anew from it.

A batch is written in three steps, so that the process may end at any moment: its documents come in unseen, then they
are indexed, then one transaction makes them seen and hides those that they replace. What is hidden leaves the index
before it leaves the tables. Whoever writes next clears away what an ended process left halfway.
"""

# ruff: noqa: PLC0415 - a look at what is kept needs nothing that writes

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from factcheck.errors import RunError
from factcheck.index.lock import write_alone
from factcheck.index.schema import connect, create_tables, has_tables, read_meta, write_meta
from factcheck.index.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.index.files import FileRead, FileRow
    from factcheck.model import Entity
    from factcheck.protocols import Index

FILE: Final = "record.sqlite"
"""The name of the record file in its folder."""

_TRIES: Final = 50
"""Times that one commit is tried to be got hold of: another process commits a batch a second at the most."""

_GHOSTS: Final = 1.0
"""Removed passages for each that is there, above which the index is made anew: it would be more than half dead."""


class Store(Tables):
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
            self._index = self.open_index(self._index_folder())
            self._index.forget_removed(removed=bool(self._ghosts()))
        return self._index

    @property
    def whole(self) -> bool:
        """Whether its index has all that its tables have."""
        if not has_tables(self.connection):
            return True
        try:
            return self.index.count() >= self.count_indexed()
        except (ValueError, OSError):
            return False

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
        else:
            raise RunError(f"{self.folder}: is written all the time", hint="try again")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def _is_of_one_commit(self) -> bool:
        """Open the index, and say whether it has all that the tables have as of the transaction that was begun."""
        generation = self.generation
        if self.folder is None:
            return True
        self._index = None
        try:
            self.index.count()
        except (ValueError, OSError):  # it is just being replaced
            return False
        with closing(connect(self.folder / FILE)) as other:
            return read_meta(other, "generation") == generation

    @contextmanager
    def written(self) -> Iterator[None]:
        """Write alone while a `with` lasts; at its end the index is whole and others may write.

        Raises:
            LockedError: another process writes.
        """
        if self.folder is None:
            yield
            return
        with write_alone(self.folder):
            if not has_tables(self.connection):
                with self._transaction():
                    create_tables(self.connection)
            self._recover()
            try:
                yield
                self._sweep()
            finally:
                if self._index:
                    self._index.close()
            write_meta(self.connection, "writing", "")

    def start_anew(self, fingerprint: str) -> None:
        """Empty the record: what it holds was read by other rules."""
        number = read_meta(self.connection, "index")
        with self._transaction():
            create_tables(self.connection)
            write_meta(self.connection, "fingerprint", fingerprint)
            write_meta(self.connection, "writing", "yes")
            write_meta(self.connection, "index", number)
        self._replace_index()

    def put_folder(self, path: str, entities: Sequence[Entity]) -> None:
        """Tell of a folder of the record who is who in it."""
        from factcheck.index.packing import pack

        with self._transaction():
            packed = pack(tuple(entities)) if entities else b""
            self.connection.execute("INSERT OR REPLACE INTO folder VALUES (?, ?)", (path, packed))
            self._turn()

    def write(self, reads: Sequence[FileRead]) -> None:
        """Write one batch of files, in place of what was read of them before."""
        from factcheck.index.batches import insert_unseen, list_entries, show

        with self._transaction():
            documents = list(insert_unseen(self.connection, reads))
        for number, kept, first in documents:
            self.index.add(list_entries(kept, number, first))
        if documents:
            self.index.commit()
        with self._transaction():
            waiting = iter(documents)
            numbers = [[next(waiting)[0] for _ in read.kept] for read in reads]
            show(self.connection, reads, numbers)
            self._turn()

    def touch(self, files: Iterable[FileRow]) -> None:
        """Note new times of files whose content is as it was."""
        query = "UPDATE file SET size = ?, modified = ?, changed = ? WHERE folder = ? AND path = ?"
        with self._transaction():
            rows = [(file.size, file.modified, file.changed, file.folder, file.path) for file in files]
            self.connection.executemany(query, rows)

    def forget(self, files: Sequence[tuple[str, str]]) -> None:
        """Forget files that have gone."""
        from factcheck.index.batches import hide_files

        with self._transaction():
            hide_files(self.connection, files)
            self._turn()

    def rebuild(self) -> None:
        """Make the index anew from the tables."""
        from factcheck.index.batches import list_entries
        from factcheck.index.keeping import keep
        from factcheck.index.rows import read_whole

        self._replace_index()
        for number in self.list_numbers():
            document, passages, first = read_whole(self.connection, number)
            self.index.add(list_entries(keep(document, passages), number, first))
        self.index.commit()

    def close(self) -> None:
        """Let go of the files."""
        if self._index:
            self._index.close()
        self.connection.close()

    def _recover(self) -> None:
        """Clear away what a process that ended halfway left: documents unseen, and index entries without any."""
        if read_meta(self.connection, "writing"):
            row = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchone()
            try:
                self.index.remove_above(int(row[0]) if row else 0)
            except (ValueError, OSError):
                self.rebuild()
            self._sweep()
        write_meta(self.connection, "writing", "yes")

    def _sweep(self) -> None:
        """Take what is hidden out of the index, and then out of the tables."""
        from factcheck.index.batches import delete_documents

        hidden = self.list_hidden()
        if hidden:
            self.index.remove(hidden)
            self.index.commit()
            with self._transaction():
                ghosts = self._ghosts() + delete_documents(self.connection, hidden)
                write_meta(self.connection, "removed", str(ghosts))
                self._turn()
            self.index.forget_removed(removed=True)
            live = self.connection.execute("SELECT coalesce(sum(passages), 0) FROM document").fetchone()[0]
            if ghosts > _GHOSTS * live:
                self.rebuild()

    def _ghosts(self) -> int:
        return int(read_meta(self.connection, "removed") or 0)

    def _replace_index(self) -> None:
        """Begin an empty index in a folder of its own, and drop all others."""
        if self._index:
            self._index.close()
        self._index = None
        with self._transaction():
            write_meta(self.connection, "index", str(int(read_meta(self.connection, "index") or 0) + 1))
            write_meta(self.connection, "removed", "0")
            self._turn()
        if self.folder:
            for other in self.folder.glob("index-*"):
                if other != self._index_folder():
                    shutil.rmtree(other, ignore_errors=True)

    def _index_folder(self) -> Path | None:
        return self.folder / f"index-{read_meta(self.connection, 'index') or 0}" if self.folder else None

    def _turn(self) -> None:
        write_meta(self.connection, "generation", str(int(read_meta(self.connection, "generation") or 0) + 1))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "name another place: --index path/to/folder"
        raise RunError(f"{folder}: cannot be made: {error.strerror}", hint=hint) from None
