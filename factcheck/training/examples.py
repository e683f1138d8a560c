"""What a model is trained on: a passage, a claim, and what the passage says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Label(IntEnum):
    """What a passage says of a claim, by the place of its class in the model's answer."""

    SUPPORTS = 0
    REFUTES = 1
    NEUTRAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled pair of a set: sentences of evidence, best or only ones first or in their order.

    Of a `binary` row NEUTRAL means "not supported", and may hide REFUTES. `distractors` are sentences near the claim
    that are not its evidence.
    """

    set: str
    claim: str
    evidence: tuple[str, ...]
    label: Label
    doc_id: str = ""
    binary: bool = False
    distractors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One thing to learn from: text alone. `source` is the set, with what was done to it after a slash."""

    source: str
    passage: str
    claim: str
    label: Label
    binary: bool = False
