"""The learned judge: how likely a passage supports or refutes a claim."""

from __future__ import annotations

from functools import cached_property
from math import exp
from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.learned.artefact import JUDGE
from factcheck.learned.score import PairScore
from factcheck.learned.session import Graph, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.learned.artefact import Artefact

Logits: TypeAlias = tuple[float, float, float]

UNREAD: Final = PairScore(supports=0.0, refutes=0.0, neutral=1.0)
"""What is said of a pair whose claim leaves no room for a passage."""

_MARKS: Final = 3
"""One start and two ends."""

_LEAST_PASSAGE: Final = 16
"""Word pieces of a passage below which a claim is too long to be judged: about ten words."""

_DIGITS: Final = 6
"""The last digits of an exponential are the machine's own."""


class PairScorer:
    """Scores pairs of a passage and a claim, in this order; a pair gets what it gets alone, whatever its company.

    The files are opened at the first pair. A passage too long is cut at its end, a claim never.
    """

    def __init__(self, artefact: Artefact, *, threads: int = 1) -> None:
        self._artefact = artefact
        self._threads = threads

    @property
    def hash(self) -> str:
        """Return what changes with anything that may change a score."""
        return self._artefact.judge_hash

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """Return the calibrated probabilities of every pair."""
        return [self._calibrate(logits) if logits else UNREAD for logits in self.weigh(pairs)]

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> list[Logits | None]:
        """Return what the judge says before it is calibrated; None for a pair that is too long."""
        return [self._weigh(passage, claim) for passage, claim in pairs]

    def _weigh(self, passage: str, claim: str) -> Logits | None:
        asked = self._words.cut(claim)
        room = self._artefact.max_tokens - _MARKS - len(asked)
        if room < _LEAST_PASSAGE:
            return None
        first = [self._words.start, *self._words.cut(passage)[:room], self._words.end]
        second = [*asked, self._words.end]
        types = [0] * len(first) + [1] * len(second)
        supports, refutes, neutral = self._graph.run({"ids": first + second, "types": types}).tolist()
        return supports, refutes, neutral

    def _calibrate(self, logits: Logits) -> PairScore:
        most = max(logits)
        grown = [exp((logit - most) / self._artefact.temperature) for logit in logits]
        supports, refutes, neutral = (round(one / sum(grown), _DIGITS) for one in grown)
        return PairScore(supports=supports, refutes=refutes, neutral=neutral)

    @cached_property
    def _words(self) -> Words:
        return Words(self._artefact)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self._artefact, JUDGE, threads=self._threads)
