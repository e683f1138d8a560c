"""Labels that people gave: of claims and their quotes, and of pairs of a claim with evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.claims import Claim
    from factcheck.model.judging import Stance
    from factcheck.model.record import Skipped
    from factcheck.model.report import VerdictLabel
    from factcheck.values import Span


class TrapKind(StrEnum):
    """What makes a passage mislead."""

    DISAGREEMENT = "disagreement"  # two documents that disagree
    COPY = "copy"
    REWRITE = "rewrite"  # the same story in other words: no second origin
    ECHO = "echo"  # it merely repeats the speaker
    RUMOUR = "rumour"  # hedged or anonymous
    LOOK_ALIKE = "look-alike"  # a name nearly the same
    PERIOD = "period"  # another year's figure
    MEASURE = "measure"  # another amount
    OPPONENT = "opponent"  # partisan
    INTERVIEW = "interview"  # questions and answers alternate
    PART = "part"  # what is true of a claim that is true only in part


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """A quote that a good answer lists under `side`, and where it stands in its document, at one place or several.

    An optional one may be listed and need not be.
    """

    document: str
    text: str
    spans: tuple[Span, ...]
    side: Stance
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim with its right verdict; `accept` holds all verdicts that count as right, that one among them."""

    claim: Claim
    verdict: VerdictLabel
    accept: frozenset[VerdictLabel]
    quotes: tuple[GoldQuote, ...] = ()
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Where a speaker speaks or writes; the whole document where there is no span."""

    speaker: str
    document: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A quote that misleads on some claims, and how; it may stand at several places of its document."""

    kind: TrapKind
    document: str
    text: str
    spans: tuple[Span, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Labelled claims of one case, and what is labelled of its record."""

    claims: tuple[GoldClaim, ...]
    own_words: tuple[OwnWords, ...] = ()
    traps: tuple[Trap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A claim with evidence and the stance that people say the evidence takes.

    `binary`: people said only whether it supports, so that neutral may hide a refutation. `group` names what pairs
    share that must not be learned from one and tried on the other.
    """

    id: str
    claim: str
    evidence: tuple[str, ...]
    stance: Stance
    binary: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSet:
    """The pairs of one file, and what of it could not be used."""

    name: str
    pairs: tuple[Pair, ...]
    left_out: tuple[Skipped, ...] = ()
