"""What YAML holds, with the line and column of each: values as written, lists, mappings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""The plain scalars that hold no value in YAML 1.2 (core schema, section 10.3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a node begins; both count from 1."""

    line: int
    column: int

    def fault(self, message: str, *, hint: str = "") -> Fault:
        """Return a fault at this place."""
        return Fault(line=self.line, column=self.column, message=message, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value as written; `plain` when it stands without quotes, so that `12` may be no text."""

    text: str
    plain: bool
    place: Place

    @property
    def is_nothing(self) -> bool:
        """Whether it stands for no value: left out, or a plain null."""
        return self.plain and self.text in NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys and values in the order of the file, doubled keys included."""

    entries: tuple[tuple[Node, Node], ...]
    place: Place

    def keyed(self, faults: list[Fault]) -> Iterator[tuple[Scalar, Node]]:
        """Yield the keys that are words with their values, the first of doubled ones; report all other keys."""
        lines: dict[str, int] = {}
        for key, value in self.entries:
            if isinstance(key, Refused):
                continue
            if not isinstance(key, Scalar):
                faults.append(key.place.fault("a key must be a word, not a list or a mapping"))
            elif key.text in lines:
                message = f"the key “{key.text}” is doubled: see line {lines[key.text]}"
                faults.append(key.place.fault(message, hint="keep one"))
            else:
                lines[key.text] = key.place.line
                yield key, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Stands where a value was refused and has been reported: whoever meets it need say no more."""

    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping | Refused
