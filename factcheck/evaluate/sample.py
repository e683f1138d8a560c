"""A part of many pairs that stands for all of them and is the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model import Skipped
from factcheck.model.labels import PairSet

if TYPE_CHECKING:
    from factcheck.model.labels import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """Which pairs of a file are answered: at most `sample` of them, by their evidence or by their `whole` documents."""

    sample: int | None = None
    whole: bool = False


def draw_sample(pairs: PairSet, size: int) -> PairSet:
    """Return at most `size` pairs of a set, in its order: those whose content hashes lowest."""
    if len(pairs.pairs) <= size:
        return pairs
    drawn = sorted(range(len(pairs.pairs)), key=lambda place: (_draw(pairs.pairs[place]), place))[:size]
    told = f"{len(pairs.pairs) - size:,} pairs that the sample leaves out"
    return PairSet(
        name=pairs.name,
        pairs=tuple(pairs.pairs[place] for place in sorted(drawn)),
        left_out=(*pairs.left_out, Skipped(path=pairs.name, reason=told)),
    )


def _draw(pair: Pair) -> bytes:
    return sha256("\n".join([pair.claim, *pair.evidence]).encode(errors="surrogatepass")).digest()
