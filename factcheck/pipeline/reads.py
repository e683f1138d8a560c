"""Files to what is kept of them, here or in processes of their own: the same whichever read them, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.index.files import FileRead
from factcheck.index.keeping import keep
from factcheck.lexicon import load_lexicon, use_lexicon
from factcheck.pipeline.crew import share_out
from factcheck.pipeline.tasks import Task, describe_file
from factcheck.reading import find_notices, read_document, read_passage
from factcheck.record.files import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.lexicon import Lexicon
    from factcheck.model import Document, Entity
    from factcheck.record.corrections import StatedFault
    from factcheck.record.stated_schema import DocumentRow

WORTH_A_PROCESS: Final = 2_000_000
"""Bytes to read from which on other processes help: two start within 0.6 s, in which one reads 0.3 MB."""

_TASK_BYTES: Final = 250_000
"""Bytes of the files that are read in one go: about a second's work, so that a break is answered soon."""

_TASK_FILES: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A file that was read, and what is wrong with what is stated of it."""

    task: Task
    read: FileRead
    faults: tuple[StatedFault, ...] = ()


def read_tasks(tasks: Sequence[Task], entities: Sequence[Entity], *, jobs: int) -> Iterator[Done]:
    """Read files in the order given, in `jobs` processes where that is worth it."""
    if jobs < 2 or sum(task.work for task in tasks) < WORTH_A_PROCESS:  # noqa: PLR2004 - one is this process
        for task in tasks:
            yield read_task(task, entities)
        return
    lexicon = load_lexicon() if load_lexicon().own else None
    yield from share_out(_part(tasks), _read_part, jobs=jobs, ready=_get_ready, known=(tuple(entities), lexicon))


def read_task(task: Task, entities: Sequence[Entity]) -> Done:
    """Read one file: its documents as the user states them, and their passages."""
    columns = {path: row.columns.model_dump(exclude_none=True) for path, row in task.rows.items() if row.columns}
    content = read_file(task.found, columns)
    kept, faults = [], []
    for document in content.documents:
        corrected, wrong = _correct(document, task.rows)
        faults += wrong
        passages = read_document(corrected, entities)
        kept.append(keep(corrected, passages, read_passage, notices=find_notices(corrected)))
    file = describe_file(task, content.sha256)
    read = FileRead(file=file, kept=tuple(kept), skipped=content.skipped)
    return Done(task=task, read=read, faults=tuple(faults))


def _correct(document: Document, rows: Mapping[str, DocumentRow]) -> tuple[Document, list[StatedFault]]:
    if document.path not in rows:
        return document, []
    from factcheck.record.corrections import correct  # noqa: PLC0415 - slow, and only where something is stated

    return correct(document, rows[document.path])


def _part(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Yield the tasks in lots of about the same work."""
    part: list[Task] = []
    size = 0
    for task in tasks:
        part.append(task)
        size += task.work
        if size >= _TASK_BYTES or len(part) == _TASK_FILES:
            yield part
            part, size = [], 0
    if part:
        yield part


_entities: tuple[Entity, ...] = ()


def _get_ready(entities: tuple[Entity, ...], lexicon: Lexicon | None) -> None:
    """Make a process ready to read."""
    global _entities  # noqa: PLW0603 - a process of its own has no other place for what all its tasks share
    _entities = entities
    if lexicon:
        use_lexicon(lexicon).__enter__()


def _read_part(tasks: Sequence[Task]) -> list[Done]:
    return [read_task(task, _entities) for task in tasks]
