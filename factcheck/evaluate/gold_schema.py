"""What a file of labelled claims may say beside the claims, as pydantic checks it; every scalar arrives as text."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from factcheck.model import VerdictLabel
from factcheck.model.labels import TrapKind

Words = Annotated[str, Field(min_length=1)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class QuoteRow(_Row):
    """A quote that a good answer lists."""

    document: Words
    quote: Words
    optional: bool = False


class LabelRow(_Row):
    """The labels of one claim."""

    verdict: VerdictLabel
    accept: tuple[VerdictLabel, ...] = ()
    supporting: tuple[QuoteRow, ...] = ()
    contradicting: tuple[QuoteRow, ...] = ()
    kind: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _accepts_its_own(self) -> LabelRow:
        if self.accept and self.verdict not in self.accept:
            raise ValueError(f"“accept” must hold the verdict itself, {self.verdict.value}")
        return self


class OwnWordsRow(_Row):
    """Where a speaker speaks: a whole document, or code points `start` (in) to `end` (out) of it."""

    speaker: Words
    document: Words
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _whole_or_span(self) -> OwnWordsRow:
        if (self.start is None) != (self.end is None):
            raise ValueError("give both “start” and “end”, or neither for the whole document")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError("“end” must come after “start”")
        return self


class TrapRow(_Row):
    """A quote that misleads on some claims."""

    trap: TrapKind
    document: Words
    quote: Words
    claims: tuple[Words, ...] = ()
    note: str = ""


LABEL_KEYS: Final = frozenset(LabelRow.model_fields)
"""The keys of a labelled claim that are no keys of a claim."""
