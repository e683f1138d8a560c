"""Labelled pairs, each answered as if its evidence were the whole record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from factcheck.evaluate.texts import make_document
from factcheck.model import Claim, Intake, Judge, Stance, VerdictLabel
from factcheck.model.evaluation import PairOutcome, PairSetEvaluation
from factcheck.pipeline.held import hold
from factcheck.pipeline.judges import appoint
from factcheck.pipeline.verify import verify
from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.config import Settings
    from factcheck.model.labels import Pair, PairSet

RULES: Final = Judge.RULES.value
MODEL: Final = Judge.MODEL.value
BOTH: Final = Judge.BOTH.value
BASELINE: Final = "lexical"


class PairSystem(Protocol):
    """Says of many pairs what their evidence says of their claims."""

    def __call__(self, pairs: Sequence[Pair], settings: Settings, *, on_pair: Callable[[], None]) -> list[PairOutcome]:
        """Return an answer for each pair, in their order; `on_pair` is called after each."""
        ...


SYSTEMS: Final[Registry[Callable[[], PairSystem]]] = Registry(
    "system",
    group="factcheck.systems",
    built_in={
        RULES: Target(path="factcheck.evaluate.pairs:make_rules"),
        MODEL: Target(path="factcheck.evaluate.read_pairs:make_model"),
        BOTH: Target(path="factcheck.evaluate.pairs:make_both"),
        BASELINE: Target(path="factcheck.evaluate.baseline:make_baseline", extra="evaluate"),
    },
)
"""What can answer pairs: factcheck itself, and what it is measured against."""

_STANCES: Final = {VerdictLabel.SUPPORTED: Stance.SUPPORTS, VerdictLabel.CONTRADICTED: Stance.REFUTES}


def evaluate_pairs(
    sets: Sequence[PairSet],
    systems: Sequence[str],
    settings: Settings,
    *,
    on_pair: Callable[[int, int], None] | None = None,
) -> tuple[PairSetEvaluation, ...]:
    """Let every system answer every pair. `on_pair` is called with the answers so far and their total."""
    answering = {name: SYSTEMS.load(name)() for name in systems}
    total = len(systems) * sum(len(one.pairs) for one in sets)
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if on_pair:
            on_pair(done, total)

    return tuple(
        PairSetEvaluation(
            name=one.name,
            systems={name: tuple(answer(one.pairs, settings, on_pair=advance)) for name, answer in answering.items()},
            left_out=one.left_out,
        )
        for one in sets
    )


def make_rules() -> PairSystem:
    """Return factcheck itself, as `verify` runs it with the rules alone."""
    return partial(_ask, Judge.RULES)


def make_both() -> PairSystem:
    """Return factcheck itself, as `verify` runs it with the learned model.

    Raises:
        RunError: the model is not there.
    """
    appoint(Judge.BOTH)
    return partial(_ask, Judge.BOTH)


def _ask(judge: Judge, pairs: Sequence[Pair], settings: Settings, *, on_pair: Callable[[], None]) -> list[PairOutcome]:
    asked = settings.model_copy(update={"judge": judge})
    outcomes = []
    for pair in pairs:
        outcomes.append(answer_pair(pair, asked))
        on_pair()
    return outcomes


def answer_pair(pair: Pair, settings: Settings) -> PairOutcome:
    """Return what factcheck says of a claim on the pair's evidence alone: disputed and undecided are neutral."""
    intake = Intake(documents=(make_document("evidence", pair.evidence),))
    verdict = verify([Claim(id="pair", text=pair.claim)], hold(intake), settings).verdicts[0]
    said = _STANCES.get(verdict.label, Stance.NEUTRAL)
    listed = (*verdict.supporting, *verdict.contradicting)
    rule = next((one.rule for one in listed if one.stance is said), "")
    return PairOutcome(pair=pair, said=said, score=abs(verdict.margin), rule=rule)
