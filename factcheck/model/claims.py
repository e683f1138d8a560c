"""Claims, and whether they were said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.values import DateRange, Span


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
