"""Documents, their parts, and who is who."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from factcheck.model.corrections import Corrected, Notice
from factcheck.values import DateRange, Span

STATED_FILE: Final = "record.yaml"
"""The file in which a user states what the documents do not show; it is no document."""


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
    """A span whose speaker is told, by the user or by the format; None tells that the document speaks for itself.

    `known` is False where somebody speaks whom nothing names, and so may be anybody. `source` is a phrase for people.
    """

    span: Span
    speaker: str | None
    known: bool = True
    source: str = STATED_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a part of a text stood in its file: from `start` on, on a page, at a time ("1:02") or in a row.

    Pages count from 1. Rows count as a program that shows the table does: the names of its columns are row 1. Where
    each line is an object, a row is a line.
    """

    start: int
    page: int | None = None
    time: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a reader makes of a file: its text, and what the format itself says of it.

    `text` is what every span counts in, so it is stored as it is. `marks` are in order. The facts come before what
    the text would be taken to show; a reader leaves them empty where the format says nothing. `presumed` and `saved_by`
    are weaker: a guessed date, or that on which a file was made or saved, and by whom, is told only where the text
    tells no date and no author. `sections` and `kind` are given where the format knows them, else they are read off
    the text. `skipped` are parts of the file that are not read, by their names in it.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    title: Fact = Fact()
    publisher: Fact = Fact()
    author: Fact = Fact()
    published: Dated = Dated()
    presumed: Dated = Dated()
    url: Fact = Fact()
    spoken: tuple[SpokenSpan, ...] = ()
    saved_by: Fact = Fact()
    sections: tuple[Section, ...] = ()
    kind: DocumentKind | None = None
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """What is known of a document beside its text: the hashes are of its bytes and of its text.

    `corrected` is what the user states of other documents that correct it.
    """

    path: str
    sha256: str
    text_sha256: str
    reader: str
    title: Fact
    publisher: Fact
    author: Fact
    published: Dated
    url: Fact
    kind: DocumentKind
    kind_basis: Basis
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOutline:
    """A section without its text: how many blocks it has, how many are furniture, how many passages it gives.

    `own_voice` are the passages that the document itself asserts.
    """

    span: Span
    heading: str | None
    published: Dated
    author: Fact
    blocks: int
    furniture: int
    passages: int
    own_voice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline(DocumentHead):
    """A document without its text, as lists and reports have it; `notices` are the corrections that it prints."""

    sections: tuple[SectionOutline, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def passages(self) -> int:
        """How many passages it gives."""
        return sum(section.passages for section in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(DocumentHead):
    """One source. `text` is decoded or extracted with newlines untouched; every offset counts in it."""

    text: str
    sections: tuple[Section, ...]
    spoken: tuple[SpokenSpan, ...] = ()
    marks: tuple[Mark, ...] = ()

    def mark_at(self, offset: int) -> Mark | None:
        """Where in its file a place of the text stood, None where the format has no pages, times or rows."""
        place = bisect_right(self.marks, offset, key=lambda mark: mark.start)
        return self.marks[place - 1] if place else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document or claim that was not checked, and why."""

    path: str
    reason: str


class EntityKind(StrEnum):
    """What sort of thing has a name."""

    PERSON = "person"
    BODY = "body"
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
