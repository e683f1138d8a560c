"""YAML as texts, lists and mappings, with the place of each; no tags, aliases or surprise types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from factcheck.errors import Fault, FaultsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ruamel.yaml.events import Event

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"
Place: TypeAlias = tuple[int, int]
Steps: TypeAlias = tuple[str | int, ...]

_DEEPEST: Final = 12
"""Levels: the deepest entry that means anything is at the fifth."""

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})


def read_yaml(path: Path) -> tuple[Node, dict[Steps, Place], list[Fault]]:
    """Read a YAML file: its tree, the line and column of every node by the steps to it, and its faults.

    A scalar is a text whatever it looks like, or None where it is empty or plain "null".

    Raises:
        FaultsError: it is not UTF-8 or no YAML.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        events = list(YAML(typ="safe", pure=True).parse(text))
    except UnicodeDecodeError:
        raise FaultsError(path.name, [Fault(line=0, column=0, message="the file is not UTF-8")]) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        fault = Fault(line=line, column=column, message=f"not YAML: {error.problem or error.context}")
        raise FaultsError(path.name, [fault]) from None
    except YAMLError as error:
        raise FaultsError(path.name, [Fault(line=0, column=0, message=f"not YAML: {error}")]) from None
    builder = _Builder(events, name=path.name)
    return builder.build(), builder.places, builder.faults


class _Builder:
    """Builds the tree from the parser's events."""

    def __init__(self, events: list[Event], *, name: str) -> None:
        self._name = name
        self.places: dict[Steps, Place] = {}
        self.faults: list[Fault] = []
        self._documents = sum(isinstance(event, DocumentStartEvent) for event in events)
        self._events: Iterator[Event] = (event for event in events if _is_node(event))

    def build(self) -> Node:
        """Return the tree of the first document."""
        if self._documents > 1:
            self.faults.append(Fault(line=1, column=1, message="the file holds more than one YAML document"))
        first = next(self._events, None)
        return self._node(first, ()) if first is not None else None

    def _node(self, event: Event, steps: Steps) -> Node:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.places.setdefault(steps, place)
        if len(steps) > _DEEPEST:
            raise FaultsError(self._name, [Fault(line=place[0], column=place[1], message="nested too deep")])
        if isinstance(event, AliasEvent):
            self._refuse(place, "aliases are not read", "write the text out")
            return None
        if isinstance(event, (ScalarEvent, SequenceStartEvent, MappingStartEvent)) and event.tag is not None:
            self._refuse(place, "tags are not read", "leave it out")
        if isinstance(event, SequenceStartEvent):
            return self._list(steps)
        if isinstance(event, MappingStartEvent):
            return self._mapping(steps)
        if isinstance(event, ScalarEvent):
            value = str(event.value)
            return None if event.style is None and value in _NOTHING else value
        return None

    def _list(self, steps: Steps) -> list[Node]:
        nodes: list[Node] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            nodes.append(self._node(event, (*steps, len(nodes))))
        return nodes

    def _mapping(self, steps: Steps) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            place = (event.start_mark.line + 1, event.start_mark.column + 1)
            key = str(event.value) if isinstance(event, ScalarEvent) else ""
            if not isinstance(event, ScalarEvent):
                self._refuse(place, "a key is a text", "")
                self._node(event, (*steps, ""))
            elif key in nodes:
                self._refuse(place, f"“{key}” stands here twice", "")
            self.places[*steps, key] = place
            nodes[key] = self._node(next(self._events), (*steps, key))
        return nodes

    def _refuse(self, place: Place, message: str, hint: str) -> None:
        self.faults.append(Fault(line=place[0], column=place[1], message=message, hint=hint))


def _is_node(event: Event) -> bool:
    return isinstance(
        event,
        (AliasEvent, ScalarEvent, SequenceStartEvent, SequenceEndEvent, MappingStartEvent, MappingEndEvent),
    )
