"""Answers held against the labels that people gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.model.judging import Stance
from factcheck.model.report import VerdictLabel

if TYPE_CHECKING:
    from factcheck.model.figures import AttributionFigures, CaseFigures, ClosedRecordFigures, Confusion, PairFigures
    from factcheck.model.judging import Evidence
    from factcheck.model.labels import GoldClaim, GoldQuote, Pair, Trap
    from factcheck.model.reading import Force
    from factcheck.model.record import Skipped
    from factcheck.model.report import Verdict


ACCUSING: Final = frozenset({VerdictLabel.CONTRADICTED, VerdictLabel.DISPUTED})
"""Verdicts that hold something against a claim."""


class Stage(StrEnum):
    """How far a labelled quote came, in the order of the pipeline."""

    LOST = "lost"  # no passage holds it: furniture, or cut in two
    PASSAGE = "passage"
    RETRIEVED = "retrieved"
    LINKED = "linked"
    JUDGED = "judged"  # on the side that the label has it on
    LISTED = "listed"


class Cause(StrEnum):
    """What an error is laid to: the part of the work that would have to be better."""

    RETRIEVAL = "retrieval"  # no passage, none that was nominated, or none that was linked
    RESOLUTION = "resolution"  # who or what is spoken of
    TIME = "time"
    QUANTITY = "quantity"
    ATTRIBUTION = "attribution"  # who says it, and with what force
    STANCE = "stance"  # what it says of the claim
    VERDICT = "verdict"  # what the evidence adds up to


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteOutcome:
    """How far a labelled quote came; where it was not listed, what it is laid to and what stopped it."""

    gold: GoldQuote
    stage: Stage
    cause: Cause | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """What a wrong verdict is laid to; `lost_after` is the last stage that the nearest of the missing quotes passed."""

    cause: Cause
    why: str
    lost_after: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOutcome:
    """One verdict held against its label.

    `quotes` are those that must be listed. Of the listed evidence, `beside` covers no labelled quote, `wrong_side` one
    of the other side, `own_words` is what the claim's speaker said, `garbled` is not verbatim or too long.
    """

    gold: GoldClaim
    verdict: Verdict
    quotes: tuple[QuoteOutcome, ...] = ()
    listed: int = 0
    beside: tuple[Evidence, ...] = ()
    wrong_side: tuple[Evidence, ...] = ()
    own_words: tuple[Evidence, ...] = ()
    garbled: tuple[Evidence, ...] = ()
    blame: Blame | None = None

    @property
    def right(self) -> bool:
        """Whether the verdict is one of those accepted."""
        return self.verdict.label in self.gold.accept

    @property
    def false_contradiction(self) -> bool:
        """Whether a claim that nothing speaks against was called contradicted or disputed."""
        return self.verdict.label in ACCUSING and not self.right and self.gold.verdict not in ACCUSING


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFigures:
    """How often a rule's answer was listed, and how often it agreed with the labels."""

    name: str
    fired: int
    right: int

    @property
    def wrong(self) -> int:
        """Answers that did not agree."""
        return self.fired - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvaluation:
    """Labelled claims held against one record."""

    name: str
    outcomes: tuple[ClaimOutcome, ...]
    rules: tuple[RuleFigures, ...]
    skipped: tuple[Skipped, ...] = ()
    traps: tuple[Trap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOutcome:
    """The stance that was said of a pair; `score` ranks what was decided, `probability` is None for rules.

    `supports` and `refutes` are how likely either was, None of a system that weighs neither against the other.
    """

    pair: Pair
    said: Stance
    score: float = 0.0
    rule: str = ""
    probability: float | None = None
    supports: float | None = None
    refutes: float | None = None

    @property
    def forced(self) -> Stance | None:
        """The likelier of the two stances, None where they were not weighed."""
        if self.supports is None or self.refutes is None:
            return None
        return Stance.REFUTES if self.refutes > self.supports else Stance.SUPPORTS

    @property
    def right(self) -> bool:
        """Whether it agrees with what people said; where they said only yes or no, whether it comes to the same."""
        if self.pair.binary:
            return (self.said is Stance.SUPPORTS) == (self.pair.stance is Stance.SUPPORTS)
        return self.said is self.pair.stance


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSetEvaluation:
    """One set of pairs as each system answers it, by the system's name."""

    name: str
    systems: dict[str, tuple[PairOutcome, ...]]
    left_out: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsEvaluation:
    """Labelled claims of a case or several; `judge` says who judged, `by_case` has the figures of each by its name."""

    judge: str
    cases: tuple[CaseEvaluation, ...]
    figures: CaseFigures
    by_case: dict[str, CaseFigures]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsEvaluation:
    """Labelled pairs of one set or several; figures by system, and by set and system.

    The first system is factcheck itself. `skipped` names files that hold no pairs.
    """

    sets: tuple[PairSetEvaluation, ...]
    figures: dict[str, PairFigures]
    by_set: dict[str, dict[str, PairFigures]]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRecordEvaluation:
    """Claims on a closed record; `judge` says who judged, `note` what of the labels is not as the measures want it."""

    judge: str
    name: str
    figures: ClosedRecordFigures
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckableOutcome:
    """A sentence of a half, whether people call it checkable, and the force with which it was read."""

    half: str
    id: str
    gold: bool
    said: bool
    force: Force


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckableEvaluation:
    """Sentences that people called checkable or not; figures by the half of the file."""

    name: str
    outcomes: tuple[CheckableOutcome, ...]
    by_half: dict[str, Confusion]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionOutcome:
    """One attribution that people marked: its source as written, "" where it has none, and the voices that we give it.

    `right`: half of its content or more has the voice of its source.
    """

    id: str
    source: str
    said: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionsEvaluation:
    """Who says what in articles, as people marked it; `by_half` has the figures of each half of the articles."""

    name: str
    figures: AttributionFigures
    by_half: dict[str, AttributionFigures]
    outcomes: tuple[AttributionOutcome, ...]


Evaluation: TypeAlias = (
    ClaimsEvaluation | PairsEvaluation | ClosedRecordEvaluation | CheckableEvaluation | AttributionsEvaluation
)
"""What was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that was something else in an earlier evaluation; None where it was, or is, no figure."""

    name: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What differs between two evaluations of the same sort: figures, and what is right now or wrong now.

    `right_now` and `wrong_now` hold set and id, with what was said before and what is said now.
    """

    version: str
    changes: tuple[Change, ...]
    right_now: tuple[tuple[str, str, str], ...]
    wrong_now: tuple[tuple[str, str, str], ...]
    gone: int
    new: int
