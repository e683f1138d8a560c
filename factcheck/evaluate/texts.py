"""Texts that come without a file, as the documents of a record."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model import Basis, Block, BlockKind, Dated, Document, DocumentKind, Fact, Section
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def make_document(path: str, paragraphs: Sequence[str], *, title: str = "") -> Document:
    """Make a document of one section, a paragraph a line, of which nothing else is known; a blank one is none."""
    text = "\n".join(paragraphs)
    digest = sha256(text.encode()).hexdigest()
    undated, unknown = Dated(), Fact()
    return Document(
        path=path,
        sha256=digest,
        text=text,
        text_sha256=digest,
        reader="given",
        title=Fact(value=title or None, basis=Basis.STATED if title else Basis.UNKNOWN),
        publisher=unknown,
        author=unknown,
        published=undated,
        url=unknown,
        kind=DocumentKind.OTHER,
        kind_basis=Basis.UNKNOWN,
        sections=(
            Section(
                span=Span(0, len(text)),
                heading=title or None,
                published=undated,
                author=unknown,
                blocks=_place_paragraphs(paragraphs),
            ),
        ),
    )


def _place_paragraphs(paragraphs: Sequence[str]) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for paragraph in paragraphs:
        if paragraph.strip():
            blocks.append(Block(span=Span(start, start + len(paragraph)), kind=BlockKind.PARAGRAPH))
        start += len(paragraph) + 1
    return tuple(blocks)
