"""Pretend learned models: the same every time, and they note what they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.learned import Missing, PairScore
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

NEGATIONS: Final = frozenset({"not", "never", "no"})
SKIPPED: Final = frozenset("the a an of in by was were is to it for at on and its".split())


class OverlapModel:
    """Supports by the share of a claim's words that a passage has, and refutes by it where one of both is negated.

    `asked` is all that it was asked, in order.
    """

    def __init__(self, name: str = "overlap") -> None:
        self.hash = name
        self.asked: list[tuple[str, str]] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """Score each pair by itself."""
        self.asked += pairs
        return [score_overlap(passage, claim) for passage, claim in pairs]


def score_overlap(passage: str, claim: str) -> PairScore:
    """Return the score of one pair: the share of words, on the one side or the other."""
    ours, theirs = _stems(claim), _stems(passage)
    share = len((ours & theirs) - NEGATIONS) / max(len(ours - NEGATIONS), 1)
    turned = bool(ours & NEGATIONS) != bool(theirs & NEGATIONS)
    supports, refutes = (0.0, share) if turned else (share, 0.0)
    return PairScore(supports=supports, refutes=refutes, neutral=1.0 - share)


def _stems(text: str) -> frozenset[str]:
    return frozenset(token.lower if token.lower in NEGATIONS else token.stem for token in tokenize(text)) - SKIPPED


class SureModel:
    """Gives every pair one score."""

    def __init__(self, supports: float, refutes: float) -> None:
        self.hash = f"sure {supports} {refutes}"
        self.asked: list[tuple[str, str]] = []
        self._score = PairScore(supports=supports, refutes=refutes, neutral=1 - max(supports, refutes))

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[PairScore]:
        """Score each pair by itself."""
        self.asked += pairs
        return [self._score for _ in pairs]


Pretend = TypeVar("Pretend", OverlapModel, SureModel)


def put_on_bench(monkeypatch: pytest.MonkeyPatch, model: Pretend) -> Pretend:
    """Let a pretend model be the one that ships, and return it."""
    monkeypatch.setattr("factcheck.pipeline.judges.open_pairs", lambda: model)
    return model


def take_off_bench(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let there be no model, and return why."""
    why = "the moon is full"
    monkeypatch.setattr("factcheck.pipeline.judges.open_pairs", lambda: Missing(reason=why))
    return why
