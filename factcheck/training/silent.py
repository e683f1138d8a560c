"""Passages that are near a claim and say nothing of it, found by words that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

NEAREST: Final = 8
"""Passages among which a silent one is drawn."""

FREQUENT: Final = 0.3
"""Share of the sentences in which a word stands that makes none of them near."""

BATCH: Final = 500
"""Claims that are held against all passages at once."""


class SilentPassages:
    """Sentences of other documents, among which the nearest to a claim are found."""

    def __init__(self, sentences: Sequence[tuple[str, str]], *, nearest: int = NEAREST) -> None:
        """Take sentences with the document that each is from."""
        self._sentences = sentences
        self._nearest = nearest
        self._weigh = TfidfVectorizer(sublinear_tf=True, max_df=FREQUENT, stop_words="english")
        self._matrix = self._weigh.fit_transform([text for _, text in sentences]).T.tocsr()

    def find(self, claims: Sequence[str], documents: Sequence[str]) -> list[list[str]]:
        """Return for each claim the nearest sentences that are not of its own document, nearest first."""
        found = []
        for start in range(0, len(claims), BATCH):
            scores = (self._weigh.transform(claims[start : start + BATCH]) @ self._matrix).toarray()
            order = np.argsort(-scores, axis=1, kind="stable")[:, : 3 * self._nearest]
            for row, own in zip(order, documents[start : start + BATCH], strict=True):
                kept = [self._sentences[place][1] for place in row if self._sentences[place][0] != own or not own]
                found.append(kept[: self._nearest])
        return found


def draw_silent(near: Sequence[str], draw: Random) -> str:
    """Draw one of the nearest passages, the nearer the likelier."""
    return near[min(int(draw.random() ** 2 * len(near)), len(near) - 1)]
