"""What record.yaml may say, as pydantic checks it; every scalar arrives as text."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from factcheck.dates import parse_edtf
from factcheck.model import DocumentKind
from factcheck.values import DateRange


def _is_date(text: str) -> str:
    parse_edtf(text)
    return text


Words = Annotated[str, Field(min_length=1)]
DateText = Annotated[str, AfterValidator(_is_date)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SectionRow(_Row):
    """A section: `start` is the verbatim text that begins it."""

    start: Words
    heading: Words | None = None
    published: DateText | None = None
    author: Words | None = None


class SpokenRow(_Row):
    """Words whose speaker is stated, given whole or by the words that begin and end them."""

    speaker: Words | None
    quote: Words | None = None
    start: Words | None = None
    end: Words | None = None

    @model_validator(mode="after")
    def _one_way(self) -> SpokenRow:
        by_ends = self.start is not None and self.end is not None
        if (self.quote is not None) == by_ends or (self.quote is not None and (self.start or self.end)):
            raise ValueError("give either the quote, or its start and its end")
        return self


class ColumnsRow(_Row):
    """Which column of a table holds what; a column that is not stated is found by its name."""

    text: Words | None = None
    date: Words | None = None
    author: Words | None = None
    title: Words | None = None
    publisher: Words | None = None
    url: Words | None = None
    speaker: Words | None = None


class CorrectedRow(_Row):
    """Another document that corrects this one: its path, and the verbatim words that it corrects."""

    by: Words
    passage: Words | None = None


class DocumentRow(_Row):
    """What is stated of one document; what is left out stays as it was read."""

    title: Words | None = None
    publisher: Words | None = None
    author: Words | None = None
    published: DateText | None = None
    kind: DocumentKind | None = None
    url: Words | None = None
    sections: tuple[SectionRow, ...] = ()
    furniture: tuple[Words, ...] = ()
    spoken: tuple[SpokenRow, ...] = ()
    columns: ColumnsRow | None = None
    corrected: tuple[CorrectedRow, ...] = ()


class RoleRow(_Row):
    """A role at a body, from and until when."""

    role: Words
    body: Words | None = None
    since: DateText | None = Field(default=None, alias="from")
    until: DateText | None = None

    @model_validator(mode="after")
    def _in_order(self) -> RoleRow:
        self.term()
        return self

    def term(self) -> DateRange | None:
        """The days the role was held; an end that is not given is open."""
        if self.since is None and self.until is None:
            return None
        first = parse_edtf(self.since).first if self.since else None
        last = parse_edtf(self.until).last if self.until else None
        if first and last and first > last:
            raise ValueError("it ends before it begins")
        return DateRange(first=first, last=last)


class EntityRow(_Row):
    """A person or a body."""

    name: Words
    other_names: tuple[Words, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    speaks_for: tuple[Words, ...] = ()
    opposes: tuple[Words, ...] = ()
