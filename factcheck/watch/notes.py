"""What is told of an update, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.wording import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.watch.follow import Change, Update

NAMED: Final = 3
"""Changed files that are named; of more, the others are counted."""

LISTED: Final = 10
"""Lines on claims that got another verdict and files that are skipped; of more, the others are counted."""


def describe(update: Update) -> Iterator[str]:
    """Yield the lines on an update: how many claims were checked again and why, and what else is new."""
    yield f"{_count_checked(update)}: {_name_changes(update.changes)}"
    lines = [f"  {turn.claim}: {word(turn.now)}, was {word(turn.before)}" for turn in update.turns]
    lines += [f"  {claim}: no longer a claim" for claim in update.gone]
    lines += [f"  {one.path}: not looked at: {one.reason}" for one in update.skipped]
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"  and {len(lines) - LISTED:,} more"


def _count_checked(update: Update) -> str:
    total = len(update.report.verdicts)
    claims = "claim" if total == 1 else "claims"
    return f"{len(update.checked):,} of {total:,} {claims} checked again"


def _name_changes(changes: Sequence[Change]) -> str:
    """The files that changed, the first few by name; each lot with what became of it."""
    told = [f"{change.path} {change.how}" for change in changes[:NAMED]]
    if len(changes) > NAMED:
        more = len(changes) - NAMED
        told.append("and 1 more file" if more == 1 else f"and {more:,} more files")
    return ", ".join(told) or "all files are as they were"
