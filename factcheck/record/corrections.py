"""What the user states, laid over what was read off the pages: stated facts win."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.dates import parse_edtf
from factcheck.errors import FaultsError
from factcheck.model import (
    STATED_FILE,
    Basis,
    BlockKind,
    Corrected,
    Dated,
    Document,
    Entity,
    EntityKind,
    Fact,
    Office,
    Section,
    SpokenSpan,
)
from factcheck.near import suggest
from factcheck.record.carving import carve, cut
from factcheck.text import fold_loosely
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factcheck.model import Block, Intake, Skipped
    from factcheck.record.stated import Stated
    from factcheck.record.stated_schema import DocumentRow, EntityRow, SectionRow, SpokenRow

_SHOWN: Final = 60
"""Characters of a quote that are shown in a message."""


class StatedFault(NamedTuple):
    """Something wrong in record.yaml that shows only beside a document: at a place of the file."""

    where: tuple[str | int, ...]
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A document, what is stated of it, and where faults go."""

    document: Document
    row: DocumentRow
    faults: list[StatedFault] = field(default_factory=list)

    def find(self, quote: str, where: tuple[str | int, ...], *, after: int = 0) -> Span | None:
        """The first place of a verbatim text, line breaks aside; a fault where there is none."""
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        match = re.compile(pattern).search(self.document.text, after) if pattern else None
        if match:
            return Span(*match.span())
        shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN].rstrip()}…"
        place = " after the one before it" if after else ""
        self.faults.append(
            StatedFault(
                ("documents", self.document.path, *where),
                f"“{shown}” does not stand in {self.document.path}{place}",
                "copy it from the document, with its quotation marks and dashes",
            )
        )
        return None


def apply_stated(stated: Stated, intake: Intake) -> Intake:
    """Lay what record.yaml says over an intake.

    Raises:
        FaultsError: with every fault of the file: of form, unknown files, quotes that do not stand there.
    """
    faults: list[StatedFault] = []
    documents: list[Document] = []
    for document in intake.documents:
        row = stated.documents.get(document.path)
        corrected, wrong = correct(document, row) if row else (document, [])
        documents.append(corrected)
        faults += wrong
    paths = [document.path for document in documents]
    refuse_faults(stated, faults, documents=paths, skipped=intake.skipped)
    return replace(intake, documents=tuple(documents), entities=list_entities(stated))


def correct(document: Document, row: DocumentRow) -> tuple[Document, list[StatedFault]]:
    """Return the document with every stated fact in its place, and what is wrong with them."""
    case = _Case(document=document, row=row)
    return _correct(case), case.faults


def refuse_faults(
    stated: Stated, faults: Iterable[StatedFault], *, documents: Collection[str], skipped: Iterable[Skipped]
) -> None:
    """Refuse a record.yaml with faults: those of its form, those found beside documents, and files that are not there.

    Raises:
        FaultsError: with all of them.
    """
    for fault in faults:
        stated.sheet.add_fault(fault.where, fault.message, hint=fault.hint)
    reasons = {skip.path: skip.reason for skip in skipped}
    for name in stated.documents.keys() - set(documents):
        _refuse_unknown(stated, ("documents", name), name, documents, reasons)
    for name, row in stated.documents.items():
        for number, one in enumerate(row.corrected):
            if one.by not in documents:
                where = ("documents", name, "corrected", number, "by")
                _refuse_unknown(stated, where, one.by, documents, reasons)
    if stated.sheet.faults:
        raise FaultsError(STATED_FILE, stated.sheet.faults)


def _refuse_unknown(
    stated: Stated,
    where: tuple[str | int, ...],
    name: str,
    documents: Collection[str],
    reasons: Mapping[str, str],
) -> None:
    message = f"{name} was skipped: {reasons[name]}" if name in reasons else f"there is no document {name}"
    stated.sheet.add_fault(where, message, hint=suggest(name, among=documents))


def list_entities(stated: Stated) -> tuple[Entity, ...]:
    """Return the people and bodies that are stated."""
    people = (_entity(row, kind=EntityKind.PERSON) for row in stated.people)
    bodies = (_entity(row, kind=EntityKind.BODY) for row in stated.bodies)
    return (*people, *bodies)


def _entity(row: EntityRow, *, kind: EntityKind) -> Entity:
    return Entity(
        name=row.name,
        kind=kind,
        other_names=row.other_names,
        offices=tuple(Office(role=role.role, body=role.body, term=role.term()) for role in row.roles),
        speaks_for=row.speaks_for,
        opposes=row.opposes,
    )


def _correct(case: _Case) -> Document:
    """The document with every stated fact in its place."""
    row, document = case.row, case.document
    sections = _carved(case, _parted(case))
    return replace(
        document,
        title=_fact(row.title) or document.title,
        publisher=_fact(row.publisher) or document.publisher,
        author=_fact(row.author) or document.author,
        published=_dated(row.published) or document.published,
        url=_fact(row.url) or document.url,
        kind=row.kind or document.kind,
        kind_basis=Basis.STATED if row.kind else document.kind_basis,
        sections=tuple(_inheriting(case, section) for section in sections),
        spoken=_spoken(case),
        corrected=tuple(_corrected(case)),
    )


def _corrected(case: _Case) -> Iterator[Corrected]:
    """Yield what is stated of documents that correct this one."""
    for number, row in enumerate(case.row.corrected):
        if row.passage is None:
            yield Corrected(by=row.by)
        elif span := case.find(row.passage, ("corrected", number, "passage")):
            yield Corrected(by=row.by, span=span)


def _inheriting(case: _Case, section: Section) -> Section:
    """A section with what is stated of the whole document, where it had nothing else of its own."""
    dated, author = _dated(case.row.published), _fact(case.row.author)
    if dated and section.published.basis is not Basis.STATED:
        own = section.published.value not in {None, case.document.published.value}
        section = section if own else replace(section, published=dated)
    if author and section.author.basis is not Basis.STATED:
        own = section.author.value not in {None, case.document.author.value}
        section = section if own else replace(section, author=author)
    return section


def _parted(case: _Case) -> tuple[Section, ...]:
    """The sections as stated, or else as they were read."""
    starts: list[tuple[int, SectionRow]] = []
    for number, row in enumerate(case.row.sections):
        after = starts[-1][0] + 1 if starts else 0
        found = case.find(row.start, ("sections", number, "start"), after=after)
        if found is not None:
            starts.append((found.start, row))
    if not starts:
        return case.document.sections
    blocks = [block for section in case.document.sections for block in section.blocks]
    first, *others = cut(blocks, [start for start, _ in starts], text=case.document.text)
    rows = [row for _, row in starts]
    parts = [_part(case, blocks, row=row) for blocks, row in zip(others, rows, strict=True) if blocks]
    return (*([_part(case, first, row=None)] if first else []), *parts)


def _part(case: _Case, blocks: tuple[Block, ...], *, row: SectionRow | None) -> Section:
    document = case.document
    opening = blocks[0].span.of(document.text)
    heading = row.heading if row else None
    if heading and fold_loosely(heading) == fold_loosely(opening):
        blocks = (replace(blocks[0], kind=BlockKind.HEADING, reason=STATED_FILE), *blocks[1:])
    elif heading is None and blocks[0].kind is BlockKind.HEADING:
        heading = opening
    return Section(
        span=Span(blocks[0].span.start, blocks[-1].span.end),
        heading=heading,
        published=(_dated(row.published) if row else None) or document.published,
        author=(_fact(row.author) if row else None) or document.author,
        blocks=blocks,
    )


def _carved(case: _Case, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with what the user calls furniture carved out of their blocks."""
    text = case.document.text
    for number, quote in enumerate(case.row.furniture):
        span = case.find(quote, ("furniture", number))
        if span is not None:
            sections = tuple(
                replace(section, blocks=tuple(carve(section.blocks, span, reason=STATED_FILE, text=text)))
                for section in sections
            )
    return sections


def _spoken(case: _Case) -> tuple[SpokenSpan, ...]:
    """The speakers as stated, and those that the format tells.

    Who states what a document is says whose the words are that nobody is named for.
    """
    spans: list[SpokenSpan] = []
    for number, row in enumerate(case.row.spoken):
        span = _spoken_span(case, row, number=number)
        if span is not None:
            spans.append(SpokenSpan(span=span, speaker=row.speaker))
    spans += [spoken for spoken in case.document.spoken if spoken.known or not case.row.kind]
    return tuple(sorted(spans, key=lambda spoken: spoken.span))


def _spoken_span(case: _Case, row: SpokenRow, *, number: int) -> Span | None:
    if row.quote is not None:
        return case.find(row.quote, ("spoken", number, "quote"))
    first = case.find(row.start or "", ("spoken", number, "start"))
    last = case.find(row.end or "", ("spoken", number, "end"), after=first.start if first else 0)
    return Span(first.start, last.end) if first and last else None


def _fact(value: str | None) -> Fact | None:
    return Fact(value=value, basis=Basis.STATED, source=STATED_FILE) if value is not None else None


def _dated(text: str | None) -> Dated | None:
    return Dated(value=parse_edtf(text), basis=Basis.STATED, source=STATED_FILE) if text is not None else None
