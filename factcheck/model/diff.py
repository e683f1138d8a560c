"""Two reports held against each other: which verdicts changed, and what did it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.report import VerdictLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field that says something else now; None where it is not there."""

    field: str
    was: str | None
    now: str | None


class DocumentChange(StrEnum):
    """What became of a document of the record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"  # it has other bytes
    REREAD = "reread"  # the same bytes, of which something else is known, or another part is looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDifference:
    """A document that is not what it was; `fields` say what of it differs beside its bytes."""

    path: str
    change: DocumentChange
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDifference:
    """A quote that is listed otherwise: `was` and `now` name the lists, "" where it is listed nowhere.

    `fields` say what is judged otherwise of a quote that both reports list. `document_change` is what became of its
    document, None where that is as it was.
    """

    document: str
    quote: str
    was: str
    now: str
    fields: tuple[FieldChange, ...] = ()
    document_change: DocumentChange | None = None


class ClaimChange(StrEnum):
    """What became of a claim, the weightiest first."""

    ADDED = "added"
    REMOVED = "removed"
    VERDICT = "verdict"  # another verdict
    REWORDED = "reworded"  # the same verdict, on other words
    EVIDENCE = "evidence"  # the same verdict, with other quotes or for another reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDifference:
    """A claim of which something differs: `was` and `now` are its verdicts.

    `reworded` are the fields of the claim that say something else, `told` those of the verdict. `documents` did it, as
    far as a document did; `why` says in words what did it.
    """

    id: str
    text: str
    change: ClaimChange
    was: VerdictLabel | None
    now: VerdictLabel | None
    reworded: tuple[FieldChange, ...] = ()
    told: tuple[FieldChange, ...] = ()
    quotes: tuple[QuoteDifference, ...] = ()
    documents: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportName:
    """What tells a report from another."""

    report_id: str
    version: str
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDifferences:
    """What differs between two reports; `same` counts the claims of which nothing does.

    `run` are the settings and the version, of which documents know nothing; `beside` is what moves no verdict:
    corrections, own words that differ, and what people decided.
    """

    old: ReportName
    new: ReportName
    claims: tuple[ClaimDifference, ...]
    documents: tuple[DocumentDifference, ...]
    run: tuple[FieldChange, ...]
    same: int
    beside: tuple[FieldChange, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether a claim came, went, was reworded or got another verdict."""
        return any(one.change is not ClaimChange.EVIDENCE for one in self.claims)
