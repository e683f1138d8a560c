"""Passages of one document that are read alike: one of them is enough."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from factcheck.model import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_READ_APART: Final = attrgetter(*(field.name for field in fields(Passage) if field.name not in {"id", "span", "mark"}))
"""All that a passage is read by."""


def count_copies(passages: Sequence[Passage]) -> Iterator[tuple[Passage, int]]:
    """Yield each passage of a document with how often it stands there, passages that are read alike as one.

    The same words in another setting, or said by somebody else, are read apart.
    """
    often = Counter(passage.text for passage in passages)
    alike: dict[object, list[Passage]] = {}
    for passage in passages:
        alike.setdefault(_READ_APART(passage) if often[passage.text] > 1 else passage.id, []).append(passage)
    for group in alike.values():
        yield group[0], len(group)
