"""What YAML holds as plain texts, lists and mappings, and the way back from a value to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from factcheck.placed.nodes import Mapping, Node, Place, Refused, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Sequence as Steps

    from factcheck.errors import Fault

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


def to_plain(node: Node | None, faults: list[Fault]) -> Plain:
    """Turn a node into plain values: a scalar is a text whatever it looks like, or None where it is nothing."""
    if isinstance(node, Mapping):
        return {key.text: to_plain(value, faults) for key, value in node.keyed(faults)}
    if isinstance(node, Sequence):
        return [to_plain(item, faults) for item in node.items]
    return node.text if isinstance(node, Scalar) and not node.is_nothing else None


def find_place(root: Node | None, steps: Steps[str | int]) -> Place | None:
    """Find where a value stands, or what is nearest around it; None where a value was refused before."""
    node, place = root, root.place if root else Place(line=1, column=1)
    for step in steps:
        if isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
            place = node.place
        elif isinstance(node, Mapping):
            named = ((key, value) for key, value in node.entries if isinstance(key, Scalar) and key.text == step)
            key, node = next(named, (None, None))
            place = key.place if key else place
    return None if isinstance(node, Refused) else place
