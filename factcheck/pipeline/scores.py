"""What the learned model said of a pair, kept beside the record file so that it is asked once."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from factcheck.index.aside import hash_key
from factcheck.learned import PairScore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.index.aside import Aside
    from factcheck.protocols import PairModel

ASIDE: Final = "judgements"
"""The name under which scores are set aside."""

MOST: Final = 500_000
"""Scores that are kept at the most: about 80 MB, and all that thirty thousand claims ask for."""

_PACKED: Final = struct.Struct("<3d")


class KeptScores:
    """A `PairModel` that asks another for what it has not said before of the same texts."""

    def __init__(self, pairs: PairModel, aside: Aside) -> None:
        self._pairs = pairs
        self._aside = aside

    @property
    def hash(self) -> str:
        """The other's."""
        return self._pairs.hash

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """Return the scores of pairs of a passage and a claim."""
        keys = {pair: hash_key(self.hash, *pair) for pair in pairs}
        known = self._aside.find(keys.values())
        new = [pair for pair, key in keys.items() if key not in known]
        if new:
            said = {keys[pair]: _pack(score) for pair, score in zip(new, self._pairs.score(new), strict=True)}
            self._aside.keep(said)
            known |= said
        return [_unpack(known[keys[pair]]) for pair in pairs]


def _pack(score: PairScore) -> bytes:
    return _PACKED.pack(score.supports, score.refutes, score.neutral)


def _unpack(packed: bytes) -> PairScore:
    supports, refutes, neutral = _PACKED.unpack(packed)
    return PairScore(supports=supports, refutes=refutes, neutral=neutral)
