"""Rows of a hand-written file, checked by pydantic, every fault told at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.near import suggest
from factcheck.placed.plain import Plain, find_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from factcheck.errors import Fault
    from factcheck.placed.nodes import Node

_MESSAGES: Final = {
    "missing": "is missing",
    "string_type": "is a text",
    "string_too_short": "is empty",
    "tuple_type": "is a list",
    "too_short": "lists too few",
    "literal_error": "is something else here",
    "int_parsing": "is a whole number",
    "bool_parsing": "is true or false",
    "greater_than_equal": "is too small",
    "model_type": "has entries of its own",
    "model_attributes_type": "has entries of its own",
}

Row = TypeVar("Row", bound=BaseModel)
Step = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file that is being checked; `faults` grows until all are raised at once."""

    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)

    def add_fault(self, where: tuple[Step, ...], message: str, *, hint: str = "") -> None:
        """Note a fault at a place of the file, or at the nearest one around it, unless one was told there."""
        place = find_place(self.root, where)
        if place:
            self.faults.append(place.fault(message, hint=hint))

    def check(self, model: type[Row], values: Plain, *, where: tuple[Step, ...]) -> Row | None:
        """Return the row that the values at a place make, or None and note all that is wrong with them."""
        try:
            return model.model_validate(values)
        except ValidationError as error:
            details = error.errors(include_url=False)
            for detail in details:
                if not _is_shortened(detail, details):
                    message, hint = _told(detail, model)
                    self.add_fault((*where, *detail["loc"]), message, hint=hint)
        return None


def name_near(name: str, names: tuple[str, ...]) -> str:
    """Return a hint at the name that was meant, or at all that there are."""
    return suggest(name, among=names, otherwise=f"there are {', '.join(names)}")


def _is_shortened(detail: ErrorDetails, details: Iterable[ErrorDetails]) -> bool:
    """Whether a list is too short only because what is wrong in it does not count."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(one["loc"]) > len(loc) and one["loc"][: len(loc)] == loc for one in details
    )


def _told(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """The message and the hint for one fault that pydantic found."""
    steps = [str(step) for step in detail["loc"] if isinstance(step, str)]
    name = steps[-1] if steps else "the entry"
    if detail["type"] == "extra_forbidden":
        return f"there is no “{name}” here", name_near(name, _names(model, detail["loc"][:-1]))
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
