"""Labelled pairs as the learned model reads them: a claim and all of its evidence, with no rule and no gate between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import RunError
from factcheck.learned import Missing, PairScore
from factcheck.model import Stance
from factcheck.model.evaluation import PairOutcome
from factcheck.pipeline import judges
from factcheck.reading.sentences import split_sentences
from factcheck.text import fold, tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.config import Settings
    from factcheck.evaluate.pairs import PairSystem
    from factcheck.model.labels import Pair
    from factcheck.protocols import PairModel

WINDOW: Final = 90
"""Words that are read in one go: with a claim of thirty they are what the model takes in, which cuts the rest."""

MOST_WINDOWS: Final = 8
"""Windows of a long text that are read: as many as passages of a claim."""


def make_model() -> PairSystem:
    """Return the learned model by itself.

    Raises:
        RunError: it is not there.
    """
    model = judges.open_pairs()
    if isinstance(model, Missing):
        raise RunError(f"there is no learned model to answer pairs: {model.reason}")

    def answer(pairs: Sequence[Pair], settings: Settings, *, on_pair: Callable[[], None]) -> list[PairOutcome]:
        del settings  # they are those of a run
        outcomes = []
        for pair in pairs:
            outcomes.append(read_pair(pair, model))
            on_pair()
        return outcomes

    return answer


def read_pair(pair: Pair, model: PairModel) -> PairOutcome:
    """Return the likeliest stance of a pair with its probability. Of a long text, what a window says most plainly."""
    claim = _even(pair.claim)
    scores = model.score([(text, claim) for text in choose_windows(pair)])
    score = _sum_up(scores)
    by_stance = {Stance.SUPPORTS: score.supports, Stance.REFUTES: score.refutes, Stance.NEUTRAL: score.neutral}
    said = max(by_stance, key=lambda stance: by_stance[stance])
    return PairOutcome(
        pair=pair,
        said=said,
        score=by_stance[said],
        rule="" if said is Stance.NEUTRAL else f"model/{said.value}",
        probability=by_stance[said],
        supports=score.supports,
        refutes=score.refutes,
    )


def choose_windows(pair: Pair) -> list[str]:
    """Return the evidence as one text where it is short, else the windows of it that share most with the claim.

    A window is as many sentences in a row as fit, at least one.
    """
    sentences = [sentence for text in pair.evidence for sentence in _split(text)]
    windows = list(_slide(sentences))
    ours = _stems(pair.claim)
    best = sorted(range(len(windows)), key=lambda place: (-len(ours & _stems(windows[place])), place))
    return [windows[place] for place in sorted(best[:MOST_WINDOWS])]


def _split(text: str) -> Iterator[str]:
    if _count(text) <= WINDOW:
        yield text
    else:
        yield from (span.of(text) for span in split_sentences(text, Span(0, len(text))))


def _slide(sentences: Sequence[str]) -> Iterator[str]:
    """Every run of sentences that fits into a window and lies in no longer one."""
    reached = 0
    for start in range(len(sentences)):
        end, words = start, 0
        while end < len(sentences) and (end == start or words + _count(sentences[end]) <= WINDOW):
            words += _count(sentences[end])
            end += 1
        if end > reached:
            reached = end
            yield _even(" ".join(sentences[start:end]))


def _sum_up(scores: Sequence[PairScore]) -> PairScore:
    """The most that any window says for each side, and the least that it leaves open, made to add up to one."""
    supports = max(score.supports for score in scores)
    refutes = max(score.refutes for score in scores)
    neutral = min(score.neutral for score in scores)
    whole = supports + refutes + neutral
    return PairScore(supports=supports / whole, refutes=refutes / whole, neutral=neutral / whole)


def _count(text: str) -> int:
    return len(text.split())


def _even(text: str) -> str:
    return " ".join(fold(text).split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(text))
