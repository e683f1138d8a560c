"""Blocks cut and carved at places that do not fall between them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def cut(blocks: Sequence[Block], places: Sequence[int], *, text: str) -> list[tuple[Block, ...]]:
    """Part blocks at offsets in rising order: one more part than places, the first one possibly empty."""
    parts: list[list[Block]] = [[] for _ in range(len(places) + 1)]
    for block in blocks:
        inside = [place for place in places if block.span.start < place < block.span.end]
        edges = [block.span.start, *inside, block.span.end]
        for start, end in itertools.pairwise(edges):
            part = sum(place <= start for place in places)
            parts[part].extend(_stripped(block, Span(start, end), text=text))
    return [tuple(part) for part in parts]


def carve(blocks: Iterable[Block], span: Span, *, reason: str, text: str) -> Iterator[Block]:
    """Make furniture of what a span covers; what is left of a block on either side stays what it was."""
    for block in blocks:
        if not block.span.overlaps(span):
            yield block
            continue
        start, end = max(block.span.start, span.start), min(block.span.end, span.end)
        yield from _stripped(block, Span(block.span.start, start), text=text)
        covered = Block(span=block.span, kind=BlockKind.FURNITURE, reason=reason)
        yield from _stripped(covered, Span(start, end), text=text)
        yield from _stripped(block, Span(end, block.span.end), text=text)


def _stripped(block: Block, span: Span, *, text: str) -> Iterator[Block]:
    """The block on a narrower span without white space at its ends, if anything is left of it."""
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    stripped = content.strip()
    if stripped:
        yield Block(span=Span(start, start + len(stripped)), kind=block.kind, reason=block.reason)
