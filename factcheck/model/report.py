"""Findings, verdicts, reports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.model.reading import Force

if TYPE_CHECKING:
    from factcheck.model.claims import Claim, SourceMatch
    from factcheck.model.consistency import Inconsistency
    from factcheck.model.corrections import Correction
    from factcheck.model.decisions import Decided
    from factcheck.model.judging import Evidence, Hit
    from factcheck.model.reading import Part
    from factcheck.model.record import Outline, Skipped
    from factcheck.values import DateRange

ID_DIGITS: Final = 16
"""Hexadecimal digits of an id that is a hash: 64 bits, in which no two of a million fall together by chance."""


class VerdictLabel(StrEnum):
    """The five answers."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    INSUFFICIENT = "insufficient"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRead:
    """How one part of a claim was read, in words: all of it that its finding rests on beside the evidence.

    `text` stands in the claim, `read_as` is that with what it leans on there. `about` is the period it speaks of and
    `about_from` how that was found; `quantities`, `names` and `grades` are as written. `cue` is the word that shows
    its force, and `note` says of a prediction whether its time has come.
    """

    text: str
    read_as: str
    resolved: tuple[str, ...] = ()
    force: Force = Force.ASSERTED
    cue: str = ""
    note: str = ""
    about: DateRange | None = None
    about_from: str = ""
    names: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()

    @classmethod
    def of(cls, part: Part) -> PartRead:
        """Return a part in words."""
        reading = part.reading
        return cls(
            text=part.text,
            read_as=reading.text,
            resolved=reading.resolutions,
            force=reading.force,
            cue=reading.cue,
            note=part.note,
            about=reading.period,
            about_from=reading.period_note,
            names=tuple(dict.fromkeys(one.name for one in reading.named)),
            quantities=tuple(one.span.of(reading.text) for one in reading.quantities),
            grades=tuple(one.span.of(reading.text) for one in reading.grades),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one origin adds to a side: the score of its best quote there, which is called by its place."""

    origin: str
    quote: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What speaks for a part of a claim and what against it, origin by origin, and the thresholds of that time.

    A quote counts from the score `enough` on; one side must be `outweighs` times as heavy as the other to win.
    """

    supporting: tuple[Counted, ...]
    contradicting: tuple[Counted, ...]
    enough: float
    outweighs: float

    @property
    def pro(self) -> float:
        """All that speaks for it."""
        return sum(one.score for one in self.supporting)

    @property
    def con(self) -> float:
        """All that speaks against it."""
        return sum(one.score for one in self.contradicting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the eligible evidence says of one part; `weighing` is None where it cannot be checked."""

    part: PartRead
    label: VerdictLabel
    rule: str
    reason: str
    margin: float = 0.0
    weighing: Weighing | None = None


class FlipKind(StrEnum):
    """What a verdict may hang on."""

    QUOTES = "quotes"
    ORIGINS = "origins"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The smallest change of one kind that would alter a verdict, and what it would be then.

    `without` are the quotes, as document:start-end, or the origins that it takes away; a change of a threshold has its
    name there, and its value as it is, `now`, and as it would have to be, `then`.
    """

    kind: FlipKind
    without: tuple[str, ...]
    verdict: VerdictLabel
    now: float | None = None
    then: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer on one claim with everything that led to it; evidence lists are strongest first.

    It is `fragile` where one quote or one origin less would make it another one. `decided` is what people decided on
    the claim, which moves nothing else in it.
    """

    claim: Claim
    said: SourceMatch
    label: VerdictLabel
    rule: str
    reason: str
    margin: float
    fragile: bool
    flips: tuple[Flip, ...] = ()
    parts: tuple[Finding, ...] = ()
    supporting: tuple[Evidence, ...] = ()
    contradicting: tuple[Evidence, ...] = ()
    own_words: tuple[Evidence, ...] = ()
    context: tuple[Evidence, ...] = ()
    candidates_cut: bool = False
    decided: Decided | None = None

    @property
    def evidence_id(self) -> str:
        """A hash of the claim's words and of what counted: the stance, document and words of each quote.

        Where a quote stands is left out, so that a document may grow around it.
        """
        counted = sorted({(one.stance.value, one.document, one.quote) for one in self.supporting + self.contradicting})
        text = json.dumps([self.claim.text, counted])
        return sha256(text.encode()).hexdigest()[:ID_DIGITS]

    @property
    def listed(self) -> tuple[Evidence, ...]:
        """All its evidence, the same order for the same verdict."""
        return (*self.supporting, *self.contradicting, *self.own_words, *self.context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All that a claim met on its way to its verdict: `hits` by part, `evidence` counted or not."""

    parts: tuple[Part, ...]
    hits: tuple[tuple[Hit, ...], ...]
    evidence: tuple[Evidence, ...]
    verdict: Verdict


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
    documents: tuple[Outline, ...]
    verdicts: tuple[Verdict, ...]
    skipped: tuple[Skipped, ...]
    coverage: Coverage
    limits: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()
    self_consistency: tuple[Inconsistency, ...] = ()
