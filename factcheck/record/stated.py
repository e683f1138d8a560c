"""The door for record.yaml: what the user states, with the place of every fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.errors import FaultsError
from factcheck.placed import read_file
from factcheck.placed.plain import Plain, to_plain
from factcheck.placed.rows import Sheet, name_near
from factcheck.record.stated_schema import DocumentRow, EntityRow

if TYPE_CHECKING:
    from pathlib import Path

_TOP: Final = ("documents", "people", "bodies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What record.yaml says, as far as it has no faults; those are noted in its sheet."""

    sheet: Sheet
    documents: dict[str, DocumentRow] = field(default_factory=dict)
    people: list[EntityRow] = field(default_factory=list)
    bodies: list[EntityRow] = field(default_factory=list)

    def columns(self) -> dict[str, dict[str, str]]:
        """What the columns of tables hold, by the paths of the tables."""
        rows = ((path, row.columns) for path, row in self.documents.items())
        return {path: columns.model_dump(exclude_none=True) for path, columns in rows if columns}


def read_stated(path: Path) -> Stated:
    """Read record.yaml. Faults of content are kept in the result, to be raised with those found later.

    Raises:
        FaultsError: the top of it is no mapping.
        InputError: it cannot be read.
    """
    tree = read_file(path)
    sheet = Sheet(root=tree.root, faults=list(tree.faults))
    stated = Stated(sheet=sheet)
    entries = to_plain(tree.root, sheet.faults)
    if entries is None:
        return stated
    if not isinstance(entries, dict):
        stated.sheet.add_fault((), "the file holds no entries", hint=f"its entries are {', '.join(_TOP)}")
        raise FaultsError(path.name, sheet.faults)
    for key in entries:
        if key not in _TOP:
            stated.sheet.add_fault((key,), f"there is no entry “{key}”", hint=name_near(key, _TOP))
    _read_documents(entries.get("documents"), stated)
    for key, rows in (("people", stated.people), ("bodies", stated.bodies)):
        _read_entities(entries.get(key), stated, key=key, rows=rows)
    return stated


def _read_documents(node: Plain, stated: Stated) -> None:
    if node is not None and not isinstance(node, dict):
        stated.sheet.add_fault(("documents",), "“documents” has an entry for each file, by its path")
    elif node is not None:
        for name, entry in node.items():
            row = stated.sheet.check(DocumentRow, entry or {}, where=("documents", name))
            if row is not None:
                stated.documents[name] = row


def _read_entities(node: Plain, stated: Stated, *, key: str, rows: list[EntityRow]) -> None:
    if node is not None and not isinstance(node, list):
        stated.sheet.add_fault((key,), f"“{key}” is a list")
    elif node is not None:
        for number, entry in enumerate(node):
            row = stated.sheet.check(EntityRow, entry, where=(key, number))
            if row is not None:
                rows.append(row)
