"""A report held against its documents again, and what differs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """One thing in a report that is not as it was found again.

    `field` is its way through the report, as in `verdicts[2].margin`, or "" where it is of the file or of the record.
    `stands` is what the report has and `found` what was found, each None where it is not there at all. `rests` are the
    ids of the claims whose verdicts rest on it, where that is a document.
    """

    told: str
    field: str = ""
    claim: str = ""
    document: str = ""
    stands: str | None = None
    found: str | None = None
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecked:
    """What was looked at again: `quotes` in the text of their documents, `verdicts` from what is listed under them.

    `notes` say what is no discrepancy and a reader should know: what could not be looked at, and why.
    """

    report_id: str
    digest: str
    version: str
    documents: int
    quotes: int
    verdicts: int
    discrepancies: tuple[Discrepancy, ...]
    notes: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return not self.discrepancies
