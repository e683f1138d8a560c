"""What text says: mentions, attributions, readings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from factcheck.model.record import EntityKind, Mark
from factcheck.values import DateRange, Quantity, Span

PERSONAL: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
"""Pronouns of a person, with the one by which a name is known to fit them."""


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

    `names` have their spans in `text`, and so has `resolved`: what stands for somebody named before. `before` are the
    sentences just before it in the same section, nearest last; `names_about` the names that the section mentions most,
    most first. `mark` is where in its file it stood, None where the format has no pages or times.
    """

    id: str
    document: str
    span: Span
    text: str
    section: int
    published: DateRange | None
    attribution: Attribution
    author: str | None = None
    names: tuple[NameMention, ...] = ()
    resolved: tuple[NameMention, ...] = ()
    before: tuple[str, ...] = ()
    names_before: tuple[str, ...] = ()
    names_about: tuple[str, ...] = ()
    mark: Mark | None = None

    @property
    def context_names(self) -> tuple[str, ...]:
        """Names of its surroundings: those last named before it, then those that its section mentions most."""
        return tuple(dict.fromkeys([*self.names_before, *self.names_about]))

    @property
    def he(self) -> str:
        """Whom its first personal pronoun stands for, "" when unknown."""
        return find_he(self.text, self.resolved)


def find_he(text: str, resolved: tuple[NameMention, ...]) -> str:
    """Whom the first personal pronoun of a text stands for, "" when unknown."""
    return next((one.name for one in resolved if one.span.of(text).lower() in PERSONAL), "")


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
    UNREALISED = "unrealised"  # wanted, feared, tried, untrue
    PREDICTED = "predicted"
    DUE = "due"  # of a claim only: a prediction whose time has come
    JUDGED = "judged"  # an opinion, praise, blame
    WISHED = "wished"
    REQUIRED = "required"  # a norm: should, must
    ASKED = "asked"

    @property
    def checkable(self) -> bool:
        """Whether a record can bear out or refute what is said so."""
        return self not in {Force.PREDICTED, Force.JUDGED, Force.WISHED, Force.REQUIRED, Force.ASKED}


class Tone(StrEnum):
    """How a sentence values what it speaks of: a change or a level, for the better or the worse."""

    NONE = "none"
    BETTER = "better"
    WORSE = "worse"
    PRAISE = "praise"
    CRITICISM = "criticism"


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
    resolved: tuple[NameMention, ...] = ()
    context_names: tuple[str, ...] = ()
    context_terms: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    grades: tuple[GradeMention, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    force: Force = Force.ASSERTED
    cue: str = ""
    tone: Tone = Tone.NONE
    period: DateRange | None = None
    period_note: str = ""
    streak: int = 0

    @property
    def named(self) -> tuple[NameMention, ...]:
        """Whom and what it names or means, in order."""
        return tuple(sorted((*self.names, *self.resolved), key=lambda one: one.span)) if self.resolved else self.names

    @property
    def resolutions(self) -> tuple[str, ...]:
        """What each expression was resolved to, and why, in order."""
        return tuple(dict.fromkeys(one.resolved_by for one in self.named if one.resolved_by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One proposition of a claim: `text` as it stands there; `reading` is of the text with what it leans on.

    `note` says of a prediction for what time it was made, and whether that has come.
    """

    text: str
    reading: Reading
    note: str = ""
