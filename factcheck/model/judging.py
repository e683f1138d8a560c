"""A claim held against a passage: links, stances, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.reading import Part, Passage, Reading
    from factcheck.values import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that the index returned, with its score (which nominates and never decides).

    `reading` is what was found in it; `copies` is how often its document says the same, so that it is read alike.
    """

    passage: Passage
    reading: Reading
    score: float
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Weight:
    """One comparison's contribution: its name, level and value, what the claim has and what the passage has."""

    name: str
    level: str
    value: float
    ours: str = ""
    theirs: str = ""


class Slot(StrEnum):
    """What two readings are compared on."""

    TOPIC = "topic"
    SUBJECT = "subject"
    PERIOD = "period"
    MEASURE = "measure"
    QUANTITY = "quantity"
    GRADE = "grade"
    STREAK = "streak"
    ROLE = "role"
    EVENT = "event"
    POLARITY = "polarity"
    DIRECTION = "direction"
    SCOPE = "scope"
    RANK = "rank"
    CHANGE = "change"
    TOTAL = "total"
    EXTREME = "extreme"
    STANDING = "standing"
    RESIDUE = "residue"
    FORCE = "force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two readings' slots held against each other, with one named outcome."""

    slot: Slot
    outcome: str
    ours: str = ""
    theirs: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A claim part held against a passage."""

    part: Part
    passage: Passage
    reading: Reading
    comparisons: tuple[Comparison, ...]
    weights: tuple[Weight, ...]

    @property
    def score(self) -> float:
        """The sum of the labelled weights."""
        return sum(weight.value for weight in self.weights)

    def comparison(self, slot: Slot) -> Comparison:
        """The comparison of one slot; its outcome is "" where there was nothing to compare."""
        return next((one for one in self.comparisons if one.slot is slot), Comparison(slot=slot, outcome=""))

    def outcome(self, slot: Slot) -> str:
        """The named outcome of one slot, "" where there was nothing to compare."""
        return self.comparison(slot).outcome


class Stance(StrEnum):
    """What a passage says of a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A stance with the rule or model that said so; a neutral one names the gate that stopped it."""

    stance: Stance
    rule: str
    weight: Weight | None = None
    note: str = ""
    gate: str = ""


class Eligibility(StrEnum):
    """Whether a piece of evidence may move a verdict, and if not, why not."""

    INDEPENDENT = "independent"
    OWN_WORDS = "own_words"
    CLAIMANT_SIDE = "claimant_side"
    ECHO = "echo"
    SAME_ORIGIN = "same_origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A link with its stance and eligibility: what a reader sees of one quote.

    `origin` is the document that the text is from, `shared` the words that show it where that is another one.
    """

    document: str
    quote: str
    span: Span
    stance: Stance
    eligibility: Eligibility
    rule: str
    page: int | None = None
    time: str = ""
    row: int | None = None
    published: DateRange | None = None
    about: DateRange | None = None
    speaker: str | None = None
    attribution: str = ""
    resolved: tuple[str, ...] = ()
    interested: bool = False
    origin: str = ""
    shared: str = ""
    weights: tuple[Weight, ...] = ()
    gate: str = ""
    note: str = ""
    part: int = 0

    @property
    def score(self) -> float:
        """The sum of the labelled weights."""
        return sum(weight.value for weight in self.weights)
