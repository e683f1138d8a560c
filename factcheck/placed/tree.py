"""YAML text → a tree of nodes that know their line and column.

The tree is built from the parser's events and without recursion, so neither an exploding alias nor a
thousand brackets can hurt, and no value is turned into a date, a number or an object on the way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
)
from ruamel.yaml.reader import ReaderError

from factcheck.placed.nodes import Mapping, Node, Place, Refused, Scalar, Sequence
from factcheck.placed.syntax import tell_syntax, tell_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.errors import Fault

DEEPEST: Final = 16
"""Levels of nesting that are read; a claims file needs four, what is stated of a record five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What was read: `root` is None for an empty document and for one that breaks off."""

    root: Node | None
    faults: tuple[Fault, ...]


def read_tree(text: str) -> Tree:
    """Read one YAML document of plain values.

    Anchors, aliases, tags, further documents and unprintable characters are faults, all of them reported;
    an error of syntax ends the reading and is reported after the faults that stand before it.
    """
    builder = _Builder()
    event: Event | None = None
    try:
        for event in _events(text):
            if not builder.add(event):
                break
    except ReaderError as error:
        builder.faults.append(tell_unreadable(error, text))
    except YAMLError as error:
        builder.faults.append(tell_syntax(error))
    except (ValueError, OverflowError):  # the parser asks chr() for what is no code point
        place = _place(event) if event else Place(line=0, column=0)
        builder.faults.append(place.fault("an escape after this place names no character"))
    return Tree(root=builder.root, faults=tuple(builder.faults))


class _Builder:
    """Turns events into nodes: `_open` holds the collections begun and not ended, outermost first."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[tuple[Place, list[Node]]] = []
        self._documents = 0

    def add(self, event: Event) -> bool:
        """Take in the next event; False when there is no sense in reading on."""
        if isinstance(event, DocumentStartEvent):
            return self._begin_document(_place(event))
        if isinstance(event, CollectionEndEvent):
            self._end_collection(is_mapping=isinstance(event, MappingEndEvent))
        elif isinstance(event, AliasEvent):
            self._refuse_alias(event)
        elif isinstance(event, ScalarEvent):
            self._refuse_tricks(event)
            self._put(self._scalar(event))
        elif isinstance(event, CollectionStartEvent):
            self._refuse_tricks(event)
            return self._begin_collection(_place(event))
        return True

    def _begin_document(self, place: Place) -> bool:
        self._documents += 1
        if self._documents > 1:
            self.faults.append(place.fault("a second YAML document begins here", hint="keep one"))
        return self._documents == 1

    def _begin_collection(self, place: Place) -> bool:
        self._open.append((place, []))
        if len(self._open) > DEEPEST:
            self.faults.append(place.fault(f"nested deeper than {DEEPEST} levels"))
        return len(self._open) <= DEEPEST

    def _end_collection(self, *, is_mapping: bool) -> None:
        place, nodes = self._open.pop()
        if is_mapping:
            pairs = zip(nodes[::2], nodes[1::2], strict=True)
            entries = tuple((key, _at_its_key(value, key=key)) for key, value in pairs)
            self._put(Mapping(entries=entries, place=place))
        else:
            self._put(Sequence(items=tuple(nodes), place=place))

    def _put(self, node: Node) -> None:
        if self._open:
            self._open[-1][1].append(node)
        else:
            self.root = node

    def _scalar(self, event: ScalarEvent) -> Node:
        place, value = _place(event), str(event.value)
        odd = _UNPRINTABLE.search(value)
        if odd is None:
            return Scalar(text=value, plain=event.style in {None, ""}, place=place)
        self.faults.append(place.fault(f"holds U+{ord(odd[0]):04X}, a character that cannot be printed"))
        return Refused(place=place)

    def _refuse_alias(self, event: AliasEvent) -> None:
        place = _place(event)
        hint = "write the value out; a text that begins with * must stand in quotes"
        self.faults.append(place.fault(f"the alias *{event.anchor} is not allowed", hint=hint))
        self._put(Refused(place=place))

    def _refuse_tricks(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor:
            hint = "take it out; a text that begins with & must stand in quotes"
            self.faults.append(_place(event).fault(f"the anchor &{event.anchor} is not allowed", hint=hint))
        if event.tag:
            hint = "take it out; a text that begins with ! must stand in quotes"
            self.faults.append(_place(event).fault(f"the tag {_tag(event.tag)} is not allowed", hint=hint))


_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Controls, which would reach a terminal, and halves of a surrogate pair, which no file can hold."""

_YAML_TAG: Final = "tag:yaml.org,2002:"
"""What `!!` is short for."""


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="safe", pure=True).parse(text)


def _place(event: Event) -> Place:
    return Place(line=int(event.start_mark.line) + 1, column=int(event.start_mark.column) + 1)


def _at_its_key(value: Node, *, key: Node) -> Node:
    """Place a value that was left out at its key: the parser places it where the next thing begins."""
    left_out = isinstance(value, Scalar) and value.plain and not value.text
    return Scalar(text="", plain=True, place=key.place) if left_out else value


def _tag(tag: str) -> str:
    return f"!!{tag.removeprefix(_YAML_TAG)}" if tag.startswith(_YAML_TAG) else tag
