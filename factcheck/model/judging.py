"""A claim held against a passage: links, stances, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.reading import Part, Passage, Reading
    from factcheck.values import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How near a passage is to a text, as a sum of its parts.

    `meaning` is the cosine of the two texts; `words` is what the share of the text's words adds that the passage has,
    and `heading` what the heading adds that it stands under.
    """

    words: float
    meaning: float
    heading: float

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return self.words + self.meaning + self.heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that the index returned, with its score (which nominates and never decides).

    `reading` is what was found in it; `copies` is how often its document says the same, so that it is read alike;
    `heading` is that of its section, or the title of its document. `nearness` is None where no encoder compared it.
    """

    passage: Passage
    reading: Reading
    score: float
    copies: int = 1
    heading: str = ""
    nearness: Nearness | None = None

    @property
    def place(self) -> tuple[bool, float, str]:
        """What hits are ordered by: those that were compared by meaning first, each lot best first, ties by id."""
        best = self.nearness.total if self.nearness else self.score
        return self.nearness is None, -round(best, 6), self.passage.id


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
    """A claim part held against a passage; `nearness` is None where no encoder compared the two."""

    part: Part
    passage: Passage
    reading: Reading
    comparisons: tuple[Comparison, ...]
    weights: tuple[Weight, ...]
    nearness: Nearness | None = None

    @property
    def score(self) -> float:
        """The sum of the labelled weights."""
        return sum(weight.value for weight in self.weights)

    @property
    def place(self) -> tuple[bool, float, str, Span]:
        """What links are ordered by to be read: by nearness, or where no encoder compared by score, then as they stand.

        Passages that moved in their document keep their order, as they would not by their ids.
        """
        best = self.nearness.total if self.nearness else self.score
        return self.nearness is None, -round(best, 6), self.passage.document, self.passage.span

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


class Judge(StrEnum):
    """Who says what a passage says of a claim."""

    RULES = "rules"
    MODEL = "model"  # the learned one, by itself
    BOTH = "both"  # the rules, and where they are silent the model


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A stance with the rule or model that said so; a neutral one names the gate that stopped it.

    `needed` is what the gate asked for and `there` what it met, where the judge alone knows.
    """

    stance: Stance
    rule: str
    weight: Weight | None = None
    note: str = ""
    gate: str = ""
    needed: str = ""
    there: str = ""


class Eligibility(StrEnum):
    """Whether a piece of evidence may move a verdict, and if not, why not."""

    INDEPENDENT = "independent"
    OWN_WORDS = "own_words"
    CLAIMANT_SIDE = "claimant_side"
    ECHO = "echo"
    SAME_ORIGIN = "same_origin"
    RETRACTED = "retracted"  # a correction withdrew it, or only quotes it as what was wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A link with its stance and eligibility: what a reader sees of one quote.

    `origin` is the document that the text is from, `shared` the words that show it where that is another one. `prefix`
    and `suffix` are what stands right before and behind the quote: with them it is found in one place only. Of what a
    gate stopped, `needed` is what it asked for and `there` what it met, "" where that was nothing.
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
    needed: str = ""
    there: str = ""
    note: str = ""
    part: int = 0
    prefix: str = ""
    suffix: str = ""

    @property
    def place(self) -> str:
        """Where it stands: the document, and code points in its text."""
        return f"{self.document}:{self.span.start}-{self.span.end}"

    @property
    def score(self) -> float:
        """The sum of the labelled weights."""
        return sum(weight.value for weight in self.weights)
