"""The record file: documents and passages in SQLite, with an index beside it that can be made anew from it.

A batch is written in three steps, so that the process may end at any moment: its documents come in unseen, then they
are indexed, then one transaction makes them seen and hides those that they replace. What is hidden leaves the index
before it leaves the tables, and an index that is made anew is looked at when it is whole. Whoever writes next clears
away what an ended process left halfway.
"""

# ruff: noqa: PLC0415 - a look at what is kept needs nothing that writes

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from factcheck.index.lock import write_alone
from factcheck.index.opened import FILE, Opened
from factcheck.index.schema import connect, create_tables, has_tables, read_meta, write_meta

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.index.files import FileRead, FileRow
    from factcheck.model import Entity
    from factcheck.protocols import Index

_GHOSTS: Final = 1.0
"""Removed passages for each that is there, above which the index is made anew: it would be more than half dead."""


class Store(Opened):
    """A record file that is written to."""

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
        kept = {name: read_meta(self.connection, name) for name in ("index", "generation")}
        fresh = self._open_next()
        with self._transaction():
            create_tables(self.connection)
            write_meta(self.connection, "fingerprint", fingerprint)
            write_meta(self.connection, "writing", "yes")
            for name, value in kept.items():
                write_meta(self.connection, name, value)
            self._turn_to_next()
        self._take(fresh)

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

    def doubt(self, file: FileRow) -> None:
        """Have a file looked at again by the next run, whatever its times say; anybody may, while others write."""
        query = "UPDATE file SET modified = 0, changed = 0 WHERE folder = ? AND path = ?"
        if self.folder is not None:
            with closing(connect(self.folder / FILE)) as other:
                other.execute(query, (file.folder, file.path))

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

        fresh = self._open_next()
        for number in self.list_numbers():
            document, passages, first = read_whole(self.connection, number)
            fresh.add(list_entries(keep(document, passages, None), number, first))
        fresh.commit()
        with self._transaction():
            self._turn_to_next()
        self._take(fresh)

    def close(self) -> None:
        """Let go of the files."""
        if self._index:
            self._index.close()
        self.connection.close()

    def _recover(self) -> None:
        """Clear away what a process that ended halfway left: documents unseen, and index entries without any."""
        if read_meta(self.connection, "writing"):
            self._drop_others()
            if self._has_index():
                self._drop_unknown()
            else:
                self.rebuild()
            self._sweep()
        write_meta(self.connection, "writing", "yes")

    def _drop_unknown(self) -> None:
        """Take out of the index what no table ever told of, or tells of no more."""
        row = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchone()
        before = self.index.count()
        self.index.remove_above(int(row[0]) if row else 0)
        self.index.commit()
        if self.index.count() < before:
            self._count_ghosts(before - self.index.count())

    def _sweep(self) -> None:
        """Take what is hidden out of the index, and then out of the tables."""
        from factcheck.index.batches import delete_documents

        hidden = self.list_hidden()
        if hidden:
            ghosts = self._count_ghosts(self.count_hidden())
            self.index.remove(hidden)
            self.index.commit()
            with self._transaction():
                delete_documents(self.connection, hidden)
                self._turn()
            if ghosts > _GHOSTS * self.count_passages():
                self.rebuild()

    def _count_ghosts(self, more: int) -> int:
        """Note that passages are about to leave the index, and return how many have."""
        ghosts = self._ghosts() + more
        with self._transaction():
            write_meta(self.connection, "removed", str(ghosts))
            self._turn()
        self.index.forget_removed(removed=True)
        return ghosts

    def _open_next(self) -> Index:
        """Open an empty index in a folder of its own, whatever an ended process left there."""
        folder = self._index_folder(self._next())
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
        return self.open_index(folder)

    def _turn_to_next(self) -> None:
        write_meta(self.connection, "index", str(self._next()))
        write_meta(self.connection, "removed", "0")
        self._turn()

    def _take(self, fresh: Index) -> None:
        """Go on with the index that was just turned to."""
        if self._index:
            self._index.close()
        self._index = fresh
        self._drop_others()

    def _drop_others(self) -> None:
        if self.folder:
            for other in self.folder.glob("index-*"):
                if other != self._index_folder(self._number()):
                    shutil.rmtree(other, ignore_errors=True)

    def _next(self) -> int:
        return self._number() + 1

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
