"""What answers come to when they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.evaluation import Cause, RuleFigures, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often each label came out as each other: `counts` by (label that is right, label that was said).

    Precision, recall and F1 are those of van Rijsbergen, Information Retrieval (1979), chapter 7. A share of nothing
    is None: nobody can be right about a class that never came up.
    """

    labels: tuple[str, ...]
    counts: dict[tuple[str, str], int]

    def count(self, right: str, said: str) -> int:
        """How often `said` came out where `right` would have been right."""
        return self.counts.get((right, said), 0)

    @property
    def total(self) -> int:
        """All that was counted."""
        return sum(self.counts.values())

    @property
    def accuracy(self) -> float | None:
        """The share of answers that are right."""
        return share(sum(self.count(label, label) for label in self.labels), self.total)

    def said(self, label: str) -> int:
        """How often the label was said."""
        return sum(self.count(right, label) for right in self.labels)

    def gold(self, label: str) -> int:
        """How often the label would have been right."""
        return sum(self.count(label, said) for said in self.labels)

    def precision(self, label: str) -> float | None:
        """Of the answers with this label, the share that is right."""
        return share(self.count(label, label), self.said(label))

    def recall(self, label: str) -> float | None:
        """Of what has this label, the share that was given it."""
        return share(self.count(label, label), self.gold(label))

    def f1(self, label: str) -> float | None:
        """The harmonic mean of precision and recall; None for a label that neither stands nor was said."""
        return share(2 * self.count(label, label), self.said(label) + self.gold(label))

    @property
    def macro_f1(self) -> float | None:
        """The mean of F1 over the labels that stand or were said, each as heavy as any other."""
        return mean([one for label in self.labels if (one := self.f1(label)) is not None])

    @property
    def balanced_accuracy(self) -> float | None:
        """The mean of recall over the labels that stand: what guessing the commonest does not raise."""
        return mean([one for label in self.labels if (one := self.recall(label)) is not None])


def share(part: int, whole: int) -> float | None:
    """Return part / whole, None of nothing."""
    return part / whole if whole else None


def mean(values: list[float]) -> float | None:
    """Return the arithmetic mean, None of nothing."""
    return sum(values) / len(values) if values else None


def least(part: int, whole: int) -> float | None:
    """Return the lower end of the 95 % interval of a share, by Wilson (1927): what it is at the least, most likely.

    >>> round(least(62, 66) or 0, 3)
    0.854
    """
    if not whole:
        return None
    z, seen = 1.959964, part / whole
    centre = seen + z * z / (2 * whole)
    spread = z * sqrt((seen * (1 - seen) + z * z / (4 * whole)) / whole)
    return max(0.0, (centre - spread) / (1 + z * z / whole))


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """How much of everything is decided where only scores from `score` up decide, and how much of that rightly."""

    score: float
    coverage: float
    precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationBin:
    """Answers whose probability lies from `low` (in) to `high` (out; 1 is in): how many, how sure, how often right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Whether probabilities are what they say: the bins that hold anything, and the mean gap between sure and right."""

    bins: tuple[CalibrationBin, ...]
    expected_error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFigures:
    """What one system's answers on pairs come to.

    `three_way` leaves out binary pairs; `two_way` is supports against all else, over all pairs; `forced` the likelier
    of supports and refutes, over pairs that are labelled either, None where they were not weighed against each other.
    There is no calibration where scores are no probabilities.
    """

    pairs: int
    binary_pairs: int
    decided: int
    three_way: Confusion
    two_way: Confusion
    forced: Confusion | None
    curve: tuple[CurvePoint, ...]
    rules: tuple[RuleFigures, ...]
    calibration: Calibration | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigures:
    """What verdicts on labelled claims come to, over one case or several.

    `rightly_contradicted` is of those called contradicted, `found_contradicted` of those labelled so. `stages` counts
    how many of the labelled quotes came at least so far. `beside` counts listed quotes that cover no labelled one, an
    upper bound of noise, and `beside_silent` those of them on claims that the record is silent on.
    """

    claims: int
    right: int
    confusion: Confusion
    false_contradictions: int
    missed_contradictions: int
    called_contradicted: int
    rightly_contradicted: int
    labelled_contradicted: int
    found_contradicted: int
    quotes: int
    quotes_found: int
    listed: int
    beside: int
    beside_silent: int
    wrong_side: int
    own_words: int
    not_verbatim: int
    stages: dict[Stage, int]
    causes: dict[tuple[Cause, Stage | None], int]
    rules: tuple[RuleFigures, ...]
    curve: tuple[CurvePoint, ...]

    @property
    def precision_contradicted(self) -> float | None:
        """Of the claims called contradicted, the share that may be."""
        return share(self.rightly_contradicted, self.called_contradicted)

    @property
    def recall_contradicted(self) -> float | None:
        """Of the claims labelled contradicted, the share called so."""
        return share(self.found_contradicted, self.labelled_contradicted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What was said to be, what is, and how much of that is the same: precision, recall and F1 of a selection."""

    right: int
    said: int
    gold: int

    @property
    def precision(self) -> float | None:
        """Of what was said, the share that is right."""
        return share(self.right, self.said)

    @property
    def recall(self) -> float | None:
        """Of what is, the share that was said."""
        return share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return share(2 * self.right, self.said + self.gold)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRecordFigures:
    """What claims on a closed record of abstracts come to, by the measures of Wadden et al., Fact or Fiction (2020).

    `recall_at` has by stage the share of abstracts with evidence that stand among the first so many there.
    """

    claims: int
    abstracts: int
    abstract_label: Match
    abstract_rationale: Match
    sentence_selection: Match
    sentence_label: Match
    recall_at: dict[str, dict[int, float | None]]
    rules: tuple[RuleFigures, ...]


class Quotation(StrEnum):
    """How somebody is given the word: by how much stands in quotation marks, and whether it says anything."""

    DIRECT = "direct"  # half of the words or more
    MIXED = "mixed"
    INDIRECT = "indirect"  # none, and a clause
    MATTER = "matter"  # none, and no clause: what somebody wants, attacks or speaks of


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionFigures:
    """Who says what, by type: sentences with a voice, those with the right one, and attributions as a whole.

    `sourced` counts a sentence as said with any voice and as right with that of a source whose content it holds.
    """

    articles: int
    sentences: dict[Quotation, Match]
    sourced: dict[Quotation, Match]
    attributions: dict[Quotation, Match]
