"""An encoder for tests: a direction counts the words of a text, and some words are taken for the same."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final
from zlib import crc32

from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE: Final = 96
MEANT: Final = {"shortfall": "gap", "deficit": "gap", "renewed": "rebuilt", "quit": "resigned", "poor": "inadequate"}


class PretendEncoder:
    """Counts words; `asked` are all texts that it was given, in order."""

    def __init__(self, name: str = "pretend") -> None:
        self.hash = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return the counts of each text."""
        self.asked += texts
        return [self._encode(text) for text in texts]

    def compare(self, one: bytes, others: Sequence[bytes]) -> list[float]:
        """Return the cosines of counts."""
        return [_multiply(one, other) / sqrt(_multiply(one, one) * _multiply(other, other)) for other in others]

    def _encode(self, text: str) -> bytes:
        counts = [1, *[0] * SIZE]
        for token in tokenize(text):
            place = crc32(MEANT.get(token.lower, token.lower).encode()) % SIZE
            counts[1 + place] = min(counts[1 + place] + 10, 255)
        return bytes(counts)


def _multiply(one: bytes, other: bytes) -> int:
    return sum(mine * theirs for mine, theirs in zip(one, other, strict=True))
