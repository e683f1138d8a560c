"""What was kept of a record, and whether it is whole, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import count
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDED_SCHEMA: Final = "factcheck.added/1"
CHECK_SCHEMA: Final = "factcheck.check/1"


def describe_added(documents: int, passages: int, skipped: int, *, read: int, gone: int) -> list[Line]:
    """Return what the record holds now, and what was done for it."""
    held = f"{count(documents, 'document')}, {count(passages, 'passage')}, {skipped:,} skipped"
    done = f"{count(read, 'file')} read now, {gone:,} gone since"
    return [Line(text=held, tone=Tone.STRONG), Line(text=done)]


def render_added(documents: int, passages: int, skipped: int, *, read: int, gone: int) -> str:
    """Return the same as JSON."""
    held = {"documents": documents, "passages": passages, "skipped": skipped}
    return write_json({"schema": ADDED_SCHEMA, **held, "files_read": read, "files_gone": gone})


def describe_check(documents: int, passages: int, *, faults: Sequence[str]) -> list[Line]:
    """Return what is wrong, a line each, then what was checked."""
    told = f"{count(documents, 'document')}, {count(passages, 'passage')} checked"
    wrong = count(len(faults), "fault") if faults else "all is whole"
    lines = [Line(text=show_line(fault), lead="- ", tone=Tone.BAD) for fault in faults]
    return [*lines, Line(text=f"{told}: {wrong}", tone=Tone.STRONG)]


def render_check(documents: int, passages: int, *, faults: Sequence[str]) -> str:
    """Return the same as JSON."""
    return write_json({"schema": CHECK_SCHEMA, "documents": documents, "passages": passages, "faults": list(faults)})
