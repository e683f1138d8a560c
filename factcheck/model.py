"""The nouns of the field, as the pipeline passes them on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.values import DateRange, Quantity, Span


# --- claims -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement to check."""

    id: str
    text: str
    quote: str | None = None
    speaker: str | None = None
    date: DateRange | None = None
    source: str | None = None
    topics: tuple[str, ...] = ()
    about: DateRange | None = None


class Said(StrEnum):
    """Whether a claim stands in the source it names."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"  # its quote stands there; its text is a shortened form
    ALTERED = "altered"  # something near it stands there, with other words
    NOT_FOUND = "not_found"
    NO_SOURCE = "no_source"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMatch:
    """Where and how a claim stands in its source; `difference` shows what was altered."""

    said: Said
    span: Span | None = None
    difference: str = ""


# --- the record -------------------------------------------------------------------------------------


class Basis(StrEnum):
    """Where a fact about a document comes from."""

    STATED = "stated"  # the user's record.yaml says so
    INFERRED = "inferred"  # read off the text by a general rule
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A property of a document with where it comes from: `source` is a phrase for people."""

    value: str | None = None
    basis: Basis = Basis.UNKNOWN
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A publication date with where it comes from."""

    value: DateRange | None = None
    basis: Basis = Basis.UNKNOWN
    source: str = ""


class DocumentKind(StrEnum):
    """What a document is, as far as eligibility asks."""

    ARTICLE = "article"  # somebody reports about others
    FIRST_PERSON = "first_person"  # a blog, a column, a statement: the author's own words throughout
    REPORT = "report"  # findings of an official or independent body
    TRANSCRIPT = "transcript"
    OTHER = "other"


class BlockKind(StrEnum):
    """What a block of text is for."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"  # belongs to the page, not to the text: never evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of lines of one kind; `reason` names the rule that made it furniture or a heading."""

    span: Span
    kind: BlockKind
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document with its own heading or date; `blocks` cover its text in order."""

    span: Span
    heading: str | None
    published: Dated
    author: Fact
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSpan:
    """A span whose speaker the user has stated; None states that the document speaks in its own voice."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source. `text` is decoded or extracted with newlines untouched; every offset counts in it."""

    path: str
    sha256: str
    text: str
    text_sha256: str
    reader: str
    title: Fact
    publisher: Fact
    author: Fact
    published: Dated
    url: Fact
    kind: DocumentKind
    kind_basis: Basis
    sections: tuple[Section, ...]
    spoken: tuple[SpokenSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document or claim that was not checked, and why."""

    path: str
    reason: str


class EntityKind(StrEnum):
    """What sort of thing has a name."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    THING = "thing"  # a plan, an act, a scheme: it has a name and is nobody
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role that a person held at a body, and when."""

    role: str
    body: str | None = None
    term: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body or place with its names, roles and sides.

    `speaks_for` names whose side it takes (its word for them is not independent), `opposes` whose opponent
    it is (its word against them is eligible and labelled as interested).
    """

    name: str
    kind: EntityKind = EntityKind.UNKNOWN
    other_names: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    speaks_for: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the entity, the full one first."""
        return (self.name, *self.other_names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What reading a folder gave: the documents by path, what was skipped, and who is who."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()
    entities: tuple[Entity, ...] = ()


# --- reading ----------------------------------------------------------------------------------------


class VoiceKind(StrEnum):
    """Who asserts a passage."""

    DOCUMENT = "document"  # the document's own voice
    NAMED = "named"
    UNNAMED = "unnamed"  # "it is claimed", "sources say": somebody, and nobody to hold to it
    SELF = "self"  # a first person who is not named: it may be anybody, the claim's speaker too


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who asserts a passage; `speaker` by full name where known, `reason` says how that was seen."""

    voice: VoiceKind = VoiceKind.DOCUMENT
    speaker: str | None = None
    reason: str = "the document's own voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A proper name as written, and the full name it was resolved to (itself where it was not)."""

    span: Span
    name: str
    kind: EntityKind = EntityKind.UNKNOWN
    resolved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A citable span of a document: one sentence, with what is needed to read it in its place.

    `names` have their spans in `text`; `he` is whom its personal pronouns stand for, "" when unknown;
    `before` the sentences just before it in the same section, nearest last; `names_about` the names that the
    section mentions most, most first.
    """

    id: str
    document: str
    span: Span
    text: str
    section: int
    published: DateRange | None
    attribution: Attribution
    heading: str = ""
    names: tuple[NameMention, ...] = ()
    he: str = ""
    before: tuple[str, ...] = ()
    names_before: tuple[str, ...] = ()
    names_about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression as the period it denotes; `note` says how it was resolved, and against which date."""

    span: Span
    period: DateRange
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A quantity with what it is an amount of: the concept keys of its measure, the head first.

    `modifiers` are those of the keys that stand right at the head: they tell a schools budget from a budget.
    """

    span: Span
    quantity: Quantity
    measure: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeMention:
    """A grade or state on an ordered scale: levels `low` to `high`, counted from 0, the worst.

    "Out of special measures" is every level above the worst. `partial`: said of a part ("half of") only.
    """

    span: Span
    scale: str
    low: int
    high: int
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMention:
    """Somebody holds a role: `body` as concept keys, `bodies` as names, `holder` as a full name where known.

    `lesser` marks a deputy, an acting or an interim holder; `stated` that the sentence says so ("X is chair"), and
    does not merely call somebody by the role ("the chair, X").
    """

    span: Span
    role: str
    holder: str = ""
    body: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    former: bool = False
    lesser: bool = False
    stated: bool = False


class Force(StrEnum):
    """With what force a sentence says what it says."""

    ASSERTED = "asserted"
    HEDGED = "hedged"  # may, apparently, is rumoured to
    PREDICTED = "predicted"
    JUDGED = "judged"  # an opinion, a wish, a norm
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A content word: `key` is its stem or the concept it belongs to.

    `negated` when a negation's scope covers it; `denied` when it is the word that the negation is about.
    """

    key: str
    surface: str
    span: Span
    negated: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A claim part or a passage with its references resolved, beside its verbatim text.

    `topic` are the terms that say what it is about: all but grades and figures, which are compared as such.
    `keys` are the keys of all terms; `qualifiers` the words that narrow or widen it ("only", "first", "every").
    """

    text: str
    terms: tuple[Term, ...]
    topic: tuple[Term, ...] = ()
    keys: frozenset[str] = frozenset()
    names: tuple[NameMention, ...] = ()
    context_names: tuple[str, ...] = ()
    context_terms: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    grades: tuple[GradeMention, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    force: Force = Force.ASSERTED
    cue: str = ""
    period: DateRange | None = None
    period_note: str = ""
    streak: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One checkable proposition of a claim."""

    text: str
    reading: Reading


# --- linking and judging ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that the index returned, with its score (which nominates and never decides)."""

    passage: Passage
    score: float


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
    """A link with its stance and eligibility: what a reader sees of one quote."""

    document: str
    quote: str
    span: Span
    stance: Stance
    eligibility: Eligibility
    rule: str
    page: int | None = None
    published: DateRange | None = None
    about: DateRange | None = None
    speaker: str | None = None
    attribution: str = ""
    interested: bool = False
    origin: str = ""
    weights: tuple[Weight, ...] = ()
    gate: str = ""
    note: str = ""
    part: int = 0

    @property
    def score(self) -> float:
        """The sum of the labelled weights."""
        return sum(weight.value for weight in self.weights)


# --- verdicts and reports ---------------------------------------------------------------------------


class VerdictLabel(StrEnum):
    """The five answers."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    INSUFFICIENT = "insufficient"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the eligible evidence says of one part."""

    part: str
    label: VerdictLabel
    rule: str
    reason: str
    margin: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer on one claim with everything that led to it; evidence lists are strongest first."""

    claim: Claim
    said: SourceMatch
    label: VerdictLabel
    rule: str
    reason: str
    margin: float
    fragile: bool
    parts: tuple[Finding, ...] = ()
    supporting: tuple[Evidence, ...] = ()
    contradicting: tuple[Evidence, ...] = ()
    own_words: tuple[Evidence, ...] = ()
    context: tuple[Evidence, ...] = ()
    candidates_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at: counts over the record and the claims."""

    documents: int
    sections: int
    passages: int
    own_voice_passages: int
    furniture_blocks: int
    undated_documents: int
    claims: int
    candidates_cut: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run."""

    report_id: str
    version: str
    config: dict[str, str]
    as_of: DateRange | None
    documents: tuple[Document, ...]
    passages_by_document: dict[str, int]
    verdicts: tuple[Verdict, ...]
    skipped: tuple[Skipped, ...]
    coverage: Coverage
    limits: tuple[str, ...]
