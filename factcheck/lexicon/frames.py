"""Events as frames: to whom they happen, and whether they do so once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.lexicon.entries import examples_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An event that `happens` to a person, a body or a thing; `single` when it does so once, or once at a time."""

    name: str
    happens: frozenset[str]
    single: bool
    examples: tuple[tuple[str, str], ...]

    @property
    def is_of_things(self) -> bool:
        """Whether it happens to nobody, so that nobody need be named."""
        return self.happens == {"thing"}


def make_frame(name: str, table: Mapping[str, object]) -> Frame:
    """Make a frame of its table in a lexicon file."""
    return Frame(
        name=name,
        happens=frozenset(words_of(table, "happens")),
        single=bool(table["single"]),
        examples=examples_of(table),
    )
