"""The documents that a command looks over, as its options narrow them."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from factcheck.cli.build import Narrowed, make_settings, open_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Outline, Skipped


class Given(TypedDict):
    """What was typed."""

    record: Path
    index: Path | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    speakers: tuple[str, ...]
    jobs: int | None
    form: str
    width: int | None


def look_over(given: Given) -> tuple[Sequence[Outline], Sequence[Skipped]]:
    """Return the documents that fit what was typed, and what is left out or was skipped."""
    store = open_record(given["record"], given["index"], jobs=given["jobs"], reading=True)
    from factcheck.pipeline.look import look_at

    narrowed = Narrowed(as_of=None, since=given["since"], until=given["until"], publishers=given["publishers"])
    with look_at(store, make_settings(narrowed)) as look:
        if not given["speakers"]:
            return look.outlines, look.skipped
        from factcheck.pipeline.find import keep_spoken

        kept, left = keep_spoken(store, look.outlines, given["speakers"])
        return kept, (*look.skipped, *left)
