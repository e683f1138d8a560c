"""Notes at the foot of PDF pages: a sentence that goes on over the page is not parted by them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.record.lines import ends_sentence
from factcheck.record.pdf_lines import OTHER_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.record.pdf_lines import PdfLine

_NOTE: Final = re.compile(r"[\[(]?(?:\d{1,3}(?!\d)|[*†‡§])")
"""How a note begins: with the sign that leads to it."""


def part_notes(
    pages: Sequence[Sequence[Sequence[PdfLine]]], running: set[int]
) -> tuple[list[list[list[PdfLine]]], list[list[list[PdfLine]]]]:
    """Part the columns of all pages, less what is `running`, into their texts and the notes below them.

    Notes are lines in smaller letters than most of the file below some in larger ones; the first begins with a sign.
    Each is as a column of its own.
    """
    texts = [[[line for line in column if id(line) not in running] for column in columns] for columns in pages]
    sizes: Counter[int] = Counter()
    for line in (line for columns in texts for column in columns for line in column):
        sizes[round(line.height)] += len(line.text)
    least = (1 - OTHER_SIZE) * sizes.most_common(1)[0][0] if sizes else 0.0
    ends = [[_find_end(column, least) for column in columns] for columns in texts]
    pairs = [list(zip(*page, strict=True)) for page in zip(texts, ends, strict=True)]
    return (
        [[column[:end] for column, end in page] for page in pairs],
        [[note for column, end in page for note in _part_by_sign(column[end:])] for page in pairs],
    )


def _find_end(column: Sequence[PdfLine], least: float) -> int:
    """Where the text of a column ends: before its notes, or at its own end."""
    small = len(column)
    while small and column[small - 1].height < least:
        small -= 1
    return small if 0 < small < len(column) and _NOTE.match(column[small].text) else len(column)


def _part_by_sign(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    notes: list[list[PdfLine]] = []
    for line in lines:
        if not notes or (_NOTE.match(line.text) and ends_sentence(notes[-1][-1].text)):
            notes.append([])
        notes[-1].append(line)
    return notes
