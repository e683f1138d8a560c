"""The record as JSON: the same facts that people see, under names that do not change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.inventory import count_furniture, mark_blocks
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Block, Dated, Document, DocumentHead, Fact, Outline, Section, SectionOutline, Skipped
    from factcheck.report.json_text import Json

RECORD_SCHEMA: Final = "factcheck.record/1"
DOCUMENT_SCHEMA: Final = "factcheck.document/1"


def render_record(outlines: Sequence[Outline], skipped: Sequence[Skipped]) -> str:
    """Return every document with its facts and where they come from, and what was skipped."""
    documents: list[Json] = [
        {
            **_facts(outline),
            "blocks": sum(section.blocks for section in outline.sections),
            "furniture": sum(section.furniture for section in outline.sections),
            "passages": outline.passages,
            "sections": [{**_section(one), "blocks": one.blocks} for one in outline.sections],
        }
        for outline in outlines
    ]
    left: list[Json] = [{"path": one.path, "reason": one.reason} for one in skipped]
    return write_json({"schema": RECORD_SCHEMA, "documents": documents, "skipped": left})


def render_document(document: Document) -> str:
    """Return one document whole: facts, sections, and every block with its text."""
    sections: list[Json] = [
        {
            **_section(section),
            "blocks": [_block(block, document) for block in mark_blocks(section, document.text)],
        }
        for section in document.sections
    ]
    spoken: list[Json] = [
        {
            "start": said.span.start,
            "end": said.span.end,
            "speaker": said.speaker,
            "known": said.known,
            "source": said.source,
        }
        for said in document.spoken
    ]
    counts: dict[str, Json] = {
        "blocks": sum(len(section.blocks) for section in document.sections),
        "furniture": count_furniture(document),
    }
    return write_json({**_facts(document), **counts, "schema": DOCUMENT_SCHEMA, "sections": sections, "spoken": spoken})


def _facts(document: DocumentHead) -> dict[str, Json]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "reader": document.reader,
        "kind": {"value": document.kind.value, "basis": document.kind_basis.value},
        "title": _fact(document.title),
        "publisher": _fact(document.publisher),
        "author": _fact(document.author),
        "published": _dated(document.published),
        "url": _fact(document.url),
    }


def _section(section: Section | SectionOutline) -> dict[str, Json]:
    return {
        "start": section.span.start,
        "end": section.span.end,
        "heading": section.heading,
        "published": _dated(section.published),
        "author": _fact(section.author),
    }


def _block(block: Block, document: Document) -> Json:
    mark = document.mark_at(block.span.start)
    return {
        "page": mark.page if mark else None,
        "time": mark.time if mark else "",
        "row": mark.row if mark else None,
        "start": block.span.start,
        "end": block.span.end,
        "kind": block.kind.value,
        "reason": block.reason,
        "text": block.span.of(document.text),
    }


def _fact(fact: Fact) -> Json:
    return {"value": fact.value, "basis": fact.basis.value, "source": fact.source}


def _dated(dated: Dated) -> Json:
    return {
        "value": dated.value.edtf if dated.value else None,
        "basis": dated.basis.value,
        "source": dated.source,
    }
