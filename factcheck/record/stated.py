"""The door for record.yaml: what the user states, with the place of every fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.errors import Fault, FaultsError
from factcheck.near import suggest
from factcheck.placed import Node, read_file
from factcheck.record.places import Plain, find_place, to_plain
from factcheck.record.stated_schema import DocumentRow, EntityRow

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

_TOP: Final = ("documents", "people", "bodies")
_MESSAGES: Final = {
    "missing": "is missing",
    "string_type": "is a text",
    "string_too_short": "is empty",
    "tuple_type": "is a list",
    "model_type": "has entries of its own",
    "model_attributes_type": "has entries of its own",
}

Row = TypeVar("Row", bound=BaseModel)
Step = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What record.yaml says, as far as it has no faults; `faults` grows until all are raised at once."""

    documents: dict[str, DocumentRow] = field(default_factory=dict)
    people: list[EntityRow] = field(default_factory=list)
    bodies: list[EntityRow] = field(default_factory=list)
    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)

    def add_fault(self, where: tuple[Step, ...], message: str, *, hint: str = "") -> None:
        """Note a fault at a place of the file, or at the nearest one around it, unless one was told there."""
        place = find_place(self.root, where)
        if place:
            self.faults.append(place.fault(message, hint=hint))


def read_stated(path: Path) -> Stated:
    """Read record.yaml. Faults of content are kept in the result, to be raised with those found later.

    Raises:
        FaultsError: the top of it is no mapping.
        InputError: it cannot be read.
    """
    tree = read_file(path)
    stated = Stated(root=tree.root, faults=list(tree.faults))
    entries = to_plain(tree.root, stated.faults)
    if entries is None:
        return stated
    if not isinstance(entries, dict):
        stated.add_fault((), "the file holds no entries", hint=f"its entries are {', '.join(_TOP)}")
        raise FaultsError(path.name, stated.faults)
    for key in entries:
        if key not in _TOP:
            stated.add_fault((key,), f"there is no entry “{key}”", hint=_near(key, _TOP))
    _read_documents(entries.get("documents"), stated)
    for key, rows in (("people", stated.people), ("bodies", stated.bodies)):
        _read_entities(entries.get(key), stated, key=key, rows=rows)
    return stated


def _read_documents(node: Plain, stated: Stated) -> None:
    if node is not None and not isinstance(node, dict):
        stated.add_fault(("documents",), "“documents” has an entry for each file, by its path")
    elif node is not None:
        for name, entry in node.items():
            row = _checked(DocumentRow, entry or {}, stated=stated, where=("documents", name))
            if row is not None:
                stated.documents[name] = row


def _read_entities(node: Plain, stated: Stated, *, key: str, rows: list[EntityRow]) -> None:
    if node is not None and not isinstance(node, list):
        stated.add_fault((key,), f"“{key}” is a list")
    elif node is not None:
        for number, entry in enumerate(node):
            row = _checked(EntityRow, entry, stated=stated, where=(key, number))
            if row is not None:
                rows.append(row)


def _checked(model: type[Row], node: Plain, *, stated: Stated, where: tuple[Step, ...]) -> Row | None:
    try:
        return model.model_validate(node)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            message, hint = _told(detail, model)
            stated.add_fault((*where, *detail["loc"]), message, hint=hint)
    return None


def _told(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """The message and the hint for one fault that pydantic found."""
    steps = [str(step) for step in detail["loc"] if isinstance(step, str)]
    name = steps[-1] if steps else "the entry"
    if detail["type"] == "extra_forbidden":
        return f"there is no “{name}” here", _near(name, _names(model, detail["loc"][:-1]))
    if detail["type"] == "enum":
        return f"“{detail['input']}” is no {name}", f"choose {detail['ctx']['expected']}"
    if detail["type"] == "value_error":
        reason = str(detail["ctx"]["error"])
        return (f"{name}: {reason}" if steps else reason), ""
    return f"“{name}” {_MESSAGES.get(detail['type'], detail['msg'].lower())}", ""


def _names(model: type[BaseModel], steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The names that an entry may have, where pydantic came by `steps`."""
    for step in steps:
        if isinstance(step, str):
            schema = model.model_fields.get(step)
            inner = next((arg for arg in _arguments(schema.annotation if schema else None)), None)
            model = inner or model
    return tuple(found.alias or name for name, found in model.model_fields.items())


def _arguments(annotation: object) -> list[type[BaseModel]]:
    found = getattr(annotation, "__args__", ())
    return [arg for arg in found if isinstance(arg, type) and issubclass(arg, BaseModel)]


def _near(name: str, names: tuple[str, ...]) -> str:
    return suggest(name, among=names, otherwise=f"there are {', '.join(names)}")
