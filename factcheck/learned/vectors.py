"""The encoder: what a text is about, as a direction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.learned.artefact import ENCODER
from factcheck.learned.session import Graph, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from factcheck.learned.artefact import Artefact

SIZE: Final = 384
"""Numbers of a vector."""

_MOST_TOKENS: Final = 256
"""What the encoder was made for; a longer text is cut at its end."""

_MARKS: Final = 2
"""One start and one end."""


class TextEncoder:
    """Turns texts into unit vectors; a text gets what it gets alone, whatever its company.

    The files are opened at the first text. The cosine of two texts is the product of their vectors.
    """

    def __init__(self, artefact: Artefact, *, threads: int = 1) -> None:
        self._artefact = artefact
        self._threads = threads

    @property
    def hash(self) -> str:
        """Return what changes with anything that may change a vector."""
        return self._artefact.encoder_hash

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of `SIZE` numbers for every text."""
        rows = np.empty((len(texts), SIZE), dtype=np.float32)
        for place, text in enumerate(texts):
            rows[place] = self._encode(text)
        return rows

    def _encode(self, text: str) -> NDArray[np.float32]:
        pieces = self._words.cut(text)[: _MOST_TOKENS - _MARKS]
        return self._graph.run({"ids": [self._words.start, *pieces, self._words.end]})

    @cached_property
    def _words(self) -> Words:
        return Words(self._artefact)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self._artefact, ENCODER, threads=self._threads)
