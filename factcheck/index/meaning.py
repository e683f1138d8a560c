"""Passages that an index found, ordered anew by what they mean as well as by their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.index.aside import hash_key
from factcheck.model import Nearness
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.index.aside import Aside
    from factcheck.model import Hit
    from factcheck.protocols import Encoder

Wording = TypeVar("Wording", str, int)
"""What tells passages that are worded otherwise: their text, loosely folded, or its hash."""

DEPTH: Final = 50
"""Wordings that are compared of a large record. Twice as many take twice the time where nothing is set aside yet, and
find half a point more of the labelled sentences among the first ten."""

WHOLE: Final = 500
"""Passages of a small record, of which none is left out: three seconds' work the first time, and none afterwards."""

WORDS: Final = 0.75
"""What the share of the words that a passage has counts beside the cosine of its meaning."""

HEADING: Final = 0.25
"""What the cosine of its heading counts, which tells what a sentence leaves to be understood.

Both were set on the quotes of the labelled cases and the sentences of SciFact: tests/benchmarks/MEANING.md.
"""

MOST: Final = 1_000_000
"""Directions that are set aside of one record: 450 MB."""

_DIGITS: Final = 3
"""The last digits of a cosine may be the machine's own, whose multiplications are rounded in another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What hits are near to or far from: a text, and `share`, which tells what share (0 to 1) of its words a hit has.

    No statistic of the record may enter a share, so that what is about something else changes no order.
    """

    text: str
    share: Callable[[Hit], float]


class Meaning:
    """Orders hits by how near they are to what is sought: by their words, their meaning, and the headings over them.

    Directions are made of those passages alone that are asked for, and set aside by the content of their text.
    """

    def __init__(self, encoder: Encoder, aside: Aside) -> None:
        self._encoder = encoder
        self._aside = aside

    @property
    def hash(self) -> str:
        """What changes with anything that may change an order."""
        return self._encoder.hash

    def order(self, hits: Sequence[Hit], sought: Sought, *, depth: int) -> list[Hit]:
        """Return the same hits: those of the first `depth` wordings are compared and come first, the nearest before."""
        near, far = _part(hits, depth)
        if not near:
            return far
        texts = list(dict.fromkeys(told for hit in near for told in (hit.passage.text, hit.heading) if told))
        mine, *others = self._find([sought.text, *texts])
        cosines = dict(zip(texts, self._encoder.compare(mine, others), strict=True))
        compared = [replace(hit, nearness=_measure(hit, sought, cosines)) for hit in near]
        return [*sorted(compared, key=lambda hit: hit.place), *far]

    def _find(self, texts: Sequence[str]) -> list[bytes]:
        """The directions of texts, of which those that are not set aside are made."""
        keys = {text: hash_key(self._encoder.hash, text) for text in texts}
        found = self._aside.find(keys.values())
        missing = [text for text, key in keys.items() if key not in found]
        made = dict(zip((keys[text] for text in missing), self._encoder.encode(missing), strict=True))
        self._aside.keep(made)
        found |= made
        return [found[keys[text]] for text in texts]


def take_first(wordings: Iterable[Wording], depth: int) -> set[Wording]:
    """Return the first wordings of those of some hits in their order: which of the hits are compared."""
    return set(list(dict.fromkeys(wordings))[:depth])


def _part(hits: Sequence[Hit], depth: int) -> tuple[list[Hit], list[Hit]]:
    """Part off the hits of the first wordings, wherever their copies stand."""
    wordings = [fold_loosely(hit.passage.text) for hit in hits]
    first = take_first(wordings, depth)
    parted: tuple[list[Hit], list[Hit]] = [], []
    for hit, wording in zip(hits, wordings, strict=True):
        parted[wording not in first].append(hit)
    return parted


def _measure(hit: Hit, sought: Sought, cosines: Mapping[str, float]) -> Nearness:
    """What a passage is by itself stands in for a heading that it has not."""
    meaning = cosines[hit.passage.text]
    heading = cosines.get(hit.heading, meaning)
    return Nearness(
        words=round(WORDS * sought.share(hit), _DIGITS),
        meaning=round(meaning, _DIGITS),
        heading=round(HEADING * heading, _DIGITS),
    )
