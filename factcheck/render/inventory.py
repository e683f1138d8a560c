"""The record as people look it over: what each document is taken to be, and what of its text is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import STATED_FILE, Block, BlockKind
from factcheck.render.harmless import show_line, show_lines
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import count, describe_basis, name_place
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Dated, Document, DocumentHead, Fact, Outline, Section, Skipped, SpokenSpan

_LABEL_WIDTH = 11
_INDENT = 4


class Extent(NamedTuple):
    """How many sections and blocks a document has, and how many of these belong to the page."""

    sections: int
    blocks: int
    furniture: int


def list_record(outlines: Sequence[Outline], skipped: Sequence[Skipped]) -> list[Line]:
    """Return each document with its facts and where they come from, then what was skipped and why."""
    lines = [line for outline in outlines for line in [*_describe(outline, _measure(outline)), Line()]]
    counts = f"{count(len(outlines), 'document')}, {len(skipped)} skipped"
    lines.append(Line(text=counts, tone=Tone.STRONG))
    lines += [Line(text=show_line(f"{one.path}: {one.reason}"), lead="- skipped ", indent=2) for one in skipped]
    return lines


def show_document(document: Document) -> list[Line]:
    """Return a whole document: its facts, its sections, and every block marked with what it is taken for."""
    blocks = sum(len(section.blocks) for section in document.sections)
    lines = _describe(document, Extent(len(document.sections), blocks, count_furniture(document)))
    for spoken in document.spoken:
        lines.append(_fact("spoken", f"{_place(spoken.span)} by {_describe_speaker(spoken)}"))
    for number, section in enumerate(document.sections, 1):
        lines += [Line(), *_head_section(section, f"Section {number} of {len(document.sections)}")]
        for block in mark_blocks(section, document.text):
            lines += _show_block(document, block)
    sections = [section.span for section in document.sections]
    outside = find_gaps(Span(0, len(document.text)), parts=sections, text=document.text)
    if outside:
        lines += [Line(), Line(text="Outside every section", tone=Tone.STRONG)]
        lines += [line for block in outside for line in _show_block(document, block)]
    return lines


def _describe_speaker(spoken: SpokenSpan) -> str:
    if not spoken.known:
        return f"somebody whom {spoken.source} does not name"
    speaker = show_line(spoken.speaker) if spoken.speaker else "the document itself"
    return f"{speaker} ({'stated' if spoken.source == STATED_FILE else spoken.source})"


def mark_blocks(section: Section, text: str) -> list[Block]:
    """Return the blocks of a section in order, with any text between them as blocks that say so."""
    gaps = find_gaps(section.span, parts=[block.span for block in section.blocks], text=text)
    return sorted([*section.blocks, *gaps], key=lambda block: block.span)


def find_gaps(whole: Span, *, parts: Iterable[Span], text: str) -> list[Block]:
    """Return what lies between the parts of a span of text and is not blank: nothing goes unseen."""
    gaps, start = [], whole.start
    for part in [*sorted(parts), Span(whole.end, whole.end)]:
        gap = Span(start, part.start)
        if gap.of(text).strip():
            gaps.append(Block(span=gap, kind=BlockKind.FURNITURE, reason="in no block, so not read"))
        start = max(start, part.end)
    return gaps


def count_furniture(document: Document) -> int:
    """Return how many blocks of a document belong to the page and not to the text."""
    return sum(block.kind is BlockKind.FURNITURE for section in document.sections for block in section.blocks)


def _describe(document: DocumentHead, extent: Extent) -> list[Line]:
    sections = f"{count(extent.sections, 'section')}, {count(extent.blocks, 'block')}"
    return [
        Line(text=show_line(document.path), tone=Tone.STRONG),
        _fact("kind", f"{document.kind.value.replace('_', ' ')} ({document.kind_basis.value})"),
        _fact("title", _write_fact(document.title)),
        _fact("publisher", _write_fact(document.publisher)),
        _fact("author", _write_fact(document.author)),
        _fact("published", _write_date(document.published)),
        _fact("address", _write_fact(document.url)),
        _fact("text", f"{sections}, {extent.furniture} of them page furniture; read as {document.reader}"),
    ]


def _measure(outline: Outline) -> Extent:
    blocks = sum(section.blocks for section in outline.sections)
    return Extent(len(outline.sections), blocks, sum(section.furniture for section in outline.sections))


def _head_section(section: Section, name: str) -> list[Line]:
    heading = f": {show_line(section.heading)}" if section.heading else ""
    return [
        Line(text=f"{name}, {_place(section.span)}{heading}", tone=Tone.STRONG),
        _fact("published", _write_date(section.published)),
        _fact("author", _write_fact(section.author)),
    ]


def _show_block(document: Document, block: Block) -> list[Line]:
    mark = document.mark_at(block.span.start)
    where = f"{name_place(mark)}, " if mark else ""
    reason = f" ({show_line(block.reason)})" if block.reason else ""
    tone = Tone.QUIET if block.kind is BlockKind.FURNITURE else Tone.PLAIN
    head = Line(text=f"{block.kind.value}{reason}, {where}{_place(block.span)}", indent=_INDENT, tone=Tone.MIXED)
    rows = show_lines(block.span.of(document.text).strip("\r\n"))
    return [head, *(Line(text=row, lead="| ", indent=_INDENT, tone=tone) for row in rows)]


def _fact(name: str, text: str) -> Line:
    return Line(text=text, lead=f"{name:<{_LABEL_WIDTH}}", indent=_INDENT)


def _write_fact(fact: Fact) -> str:
    return f"{show_line(fact.value or '')} ({describe_basis(fact.basis, fact.source)})".strip()


def _write_date(dated: Dated) -> str:
    value = dated.value.edtf if dated.value else ""
    return f"{value} ({describe_basis(dated.basis, dated.source)})".strip()


def _place(span: Span) -> str:
    return f"characters {span.start}-{span.end}"
