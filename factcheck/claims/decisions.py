"""decisions.yaml → what people decided on claims, beside what was found and never in it.

Every fault of the file is reported at once with its line and column. Nothing is ever taken out of the file: a later
decision on a claim is added behind the earlier ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from factcheck.claims.decision_row import DecisionRow
from factcheck.errors import FaultsError
from factcheck.model import Decided
from factcheck.near import suggest
from factcheck.placed import read_file
from factcheck.placed.plain import to_plain
from factcheck.placed.rows import Sheet, name_near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from factcheck.model import Decision, Verdict
    from factcheck.placed.plain import Plain
    from factcheck.placed.tree import Tree

KEY: Final = "decisions"
"""The one key of that file, under which all of them are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The decisions of a file, in its order and by their claims; of a claim the one that stands is the last.

    `sheet` holds the file's tree, by which a fault that is found later gets its place.
    """

    path: str
    sheet: Sheet
    listed: tuple[Decision, ...]
    by_claim: Mapping[str, tuple[Decision, ...]]

    def check_claims(self, known: Collection[str]) -> None:
        """Refuse decisions on claims that there are not.

        Raises:
            FaultsError: there are some; each is told at its place.
        """
        for number, one in enumerate(self.listed):
            if one.claim not in known:
                hint = suggest(one.claim, among=known, otherwise="where a claim was renamed, rename it here too")
                self.sheet.add_fault((KEY, number, "claim"), f"no claim has the id “{one.claim}”", hint=hint)
        if self.sheet.faults:
            raise FaultsError(self.path, self.sheet.faults)

    def set_beside(self, verdict: Verdict) -> Verdict:
        """Return a verdict with what people decided on its claim, which moves nothing else in it."""
        found = self.by_claim.get(verdict.claim.id)
        if not found:
            return verdict
        *earlier, standing = found
        tie = standing.tie(verdict.evidence_id)
        return replace(verdict, decided=Decided(standing=standing, tie=tie, earlier=tuple(earlier)))


def load_decisions(path: Path) -> Decisions:
    """Load the decisions of a file.

    Raises:
        FaultsError: the file is no decisions file; holds every fault, not only the first.
        InputError: there is no such file, or it cannot be read.
    """
    return read_decisions(read_file(path), path=str(path))


def read_decisions(tree: Tree, *, path: str) -> Decisions:
    """Return the decisions of a tree; an empty file holds none.

    Raises:
        FaultsError: it holds something else.
    """
    sheet = Sheet(root=tree.root, faults=list(tree.faults))
    rows = _find_rows(to_plain(tree.root, sheet.faults), sheet)
    checked = [sheet.check(DecisionRow, row, where=(KEY, number)) for number, row in enumerate(rows)]
    if sheet.faults:
        raise FaultsError(path, sheet.faults)
    listed = tuple(row.to_decision() for row in checked if row)
    return Decisions(path=path, sheet=sheet, listed=listed, by_claim=_group(listed))


def _find_rows(content: Plain, sheet: Sheet) -> Sequence[Plain]:
    """Return what is listed under the one key that the file may have."""
    if content is None:
        return ()
    if not isinstance(content, dict):
        sheet.add_fault((), "the file has no “decisions” list", hint="begin it with “decisions:”")
        return ()
    for key in content:
        if key != KEY:
            sheet.add_fault((key,), f"there is no entry “{key}”", hint=name_near(key, (KEY,)))
    rows = content.get(KEY)
    if rows is not None and not isinstance(rows, list):
        sheet.add_fault((KEY,), "“decisions” is a list", hint="write “- claim: …” under it for each decision")
        return ()
    return rows or ()


def _group(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """By claim, oldest first; of one day, as in the file."""
    grouped: dict[str, list[Decision]] = {}
    for one in sorted(decisions, key=attrgetter("date")):
        grouped.setdefault(one.claim, []).append(one)
    return {name: tuple(group) for name, group in grouped.items()}
