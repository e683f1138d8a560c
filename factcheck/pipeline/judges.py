"""Who judges a run: the rules, the learned model or both, by what was asked for and by what is there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from factcheck.errors import RunError
from factcheck.learned import Missing, find_artefact
from factcheck.model import Judge
from factcheck.pipeline.scores import KeptScores
from factcheck.stance import READ_AT_MOST, CombinedModel, LearnedModel, RuleModel, choose_rules

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.index.aside import Aside
    from factcheck.protocols import PairModel, StanceModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Who judges; `pairs` is the learned model, None where the rules judge alone.

    `why` says why the learned model is not there, "" where nobody would have asked it.
    """

    judge: Judge
    pairs: PairModel | None = None
    why: str = ""

    @property
    def hash(self) -> str:
        """What tells the learned model from any other, "" where the rules judge alone."""
        return self.pairs.hash if self.pairs else ""

    @property
    def name(self) -> str:
        """Who judges, in words for people who compare runs."""
        return f"{_NAMES[self.judge]} {self.hash}".rstrip()

    @property
    def limit(self) -> str:
        """What is beyond whoever judges, in words for people."""
        if self.judge is Judge.RULES:
            why = f", since {self.why}" if self.why else ""
            return (
                f"The rules judged alone{why}: paraphrase, irony and inference over several sentences are beyond them."
            )
        whose = "A learned model" if self.judge is Judge.MODEL else "Where the rules are silent, a learned model"
        return (
            f"{whose} judged, of each part of a claim the {READ_AT_MOST} nearest passages at the most: irony and "
            "inference over several sentences are beyond it."
        )

    def seat(self, disabled: Collection[str], aside: Aside) -> StanceModel:
        """Return the judge without the rules that are disabled; what the model says is kept aside."""
        rules = RuleModel(choose_rules(disabled))
        if self.pairs is None:
            return rules
        learned = LearnedModel(KeptScores(self.pairs, aside), disabled=disabled)
        return learned if self.judge is Judge.MODEL else CombinedModel(rules, learned)


_NAMES: Final = {
    Judge.RULES: "the rules alone",
    Judge.MODEL: "the learned model",
    Judge.BOTH: "the rules and the learned model",
}


def appoint(asked: Judge | None) -> Bench:
    """Return who judges; where nobody is asked for, both, or the rules alone where there is no learned model.

    Raises:
        RunError: the learned model is asked for and is not there.
    """
    if asked is Judge.RULES:
        return Bench(judge=asked)
    pairs = open_pairs()
    if not isinstance(pairs, Missing):
        return Bench(judge=asked or Judge.BOTH, pairs=pairs)
    if asked is None:
        return Bench(judge=Judge.RULES, why=pairs.reason)
    hint = "install factcheck anew with all that it needs, or let the rules judge alone: --judge rules"
    raise RunError(f"there is no learned model to judge: {pairs.reason}", hint=hint)


@cache
def open_pairs() -> PairModel | Missing:
    """Return the learned model that ships with factcheck, or why it cannot be used."""
    found = find_artefact()
    if isinstance(found, Missing):
        return found
    try:
        from factcheck.learned.pairs import PairScorer  # noqa: PLC0415 - its libraries are slow, and need not be there
    except ImportError as error:
        return Missing(reason=f"what runs the model is there and does not start: {error}")
    return PairScorer(found)
