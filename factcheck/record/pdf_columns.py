"""The lines of a PDF page column by column, in the order in which people read them."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Final

from factcheck.record.pdf_lines import (
    LETTERS,
    OTHER_SIZE,
    ROW,
    SPACE,
    WIDE_GAP,
    PdfLine,
    find_pieces,
    join_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfDocument

COLUMN_LINES: Final = 4
"""Lines that must stand side by side for the page to have columns there."""

COLUMN_WORDS: Final = 3
"""Words of the usual line of a column: cells of a table have fewer."""

NEARLY: Final = 0.7
"""Share of the clearest gutter's lines with which another is as good: a note below may cross one of two."""

INITIAL: Final = 1.5
"""Times the height of the line beside it from which a single letter is the large first one of a text."""

TURNED: Final = 3
"""Letters of the usual run below which the lines of a page do not go from left to right."""


def find_columns(document: PdfDocument, number: int) -> list[list[PdfLine]]:
    """Return the lines of a page, counted from 0, as columns in the order of reading; none where it has no text."""
    page = document[number]
    letters = page.get_textpage()
    try:
        pieces = [piece for piece in find_pieces(letters.raw) if piece.text.strip()]
        if pieces and median(len(piece.text) for piece in pieces) < TURNED:
            return [_as_written(letters.get_text_range())]
    finally:
        letters.close()
        page.close()
    return _set_apart(_join_initials(pieces)) if pieces else []


def _as_written(text: str) -> list[PdfLine]:
    """The lines of a page whose text is turned on its side, in the order of the file."""
    lines = [line.strip() for line in text.translate(LETTERS).splitlines() if line.strip()]
    return [
        PdfLine(text=line, left=0.0, right=float(len(line)), bottom=-float(number), height=1.0)
        for number, line in enumerate(lines)
    ]


def _join_initials(pieces: list[PdfLine]) -> list[PdfLine]:
    """Give the large first letter of a text, beside which its first lines stand, to the first of them."""
    joined = list(pieces)
    for initial in [piece for piece in pieces if len(piece.text.strip(" “‘\"'")) == 1]:
        beside = [
            piece
            for piece in joined
            if piece.height * INITIAL < initial.height
            and 0 <= piece.left - initial.right + SPACE * initial.height <= initial.height
            and initial.bottom - ROW * piece.height <= piece.bottom < initial.bottom + initial.height
        ]
        if len(beside) > 1:
            first = max(beside, key=lambda piece: piece.bottom)
            gap = " " if first.text[:1].isspace() else ""
            joined[joined.index(first)] = replace(first, text=initial.text.strip() + gap + first.text.strip())
            joined.remove(initial)
    return joined


def _set_apart(pieces: list[PdfLine]) -> list[list[PdfLine]]:
    """Part a page whose first and last rows are of several pieces far from the rest: what browsers print is so."""
    rows = sorted({round(piece.bottom) for piece in pieces})
    top = [piece for piece in pieces if round(piece.bottom) == rows[-1]]
    foot = [piece for piece in pieces if round(piece.bottom) == rows[0]]
    far = WIDE_GAP * max(piece.height for piece in (*top, *foot))
    apart_above = len(top) > 1 and len(rows) > 1 and rows[-1] - rows[-2] > far
    apart_below = len(foot) > 1 and len(rows) > 1 and rows[1] - rows[0] > far
    outer = {id(piece) for side, apart in ((top, apart_above), (foot, apart_below)) if apart for piece in side}
    inner = [piece for piece in pieces if id(piece) not in outer]
    columns = [join_rows(top)] if apart_above else []
    columns += _part(inner) if inner else []
    return [*columns, join_rows(foot)] if apart_below else columns


def _part(pieces: list[PdfLine]) -> list[list[PdfLine]]:
    """Part a page at its gutter: between lines that cross it, first what is on its left, then on its right."""
    gutter = _find_gutter(pieces)
    if gutter is None:
        return [join_rows(pieces)]
    columns: list[list[PdfLine]] = []
    sides: tuple[list[PdfLine], list[PdfLine], list[PdfLine]] = ([], [], [])
    crossing: list[PdfLine]
    left, right, crossing = sides
    for piece in sorted(pieces, key=lambda piece: (-piece.bottom, piece.left)):
        across = piece.left < gutter < piece.right
        if across and (left or right):
            below = _heading_below(left, right)
            columns += [column for side in (left, right) if side for column in _part(side)]
            left, right, crossing = [], [], below
        elif not across and crossing:
            columns.append(join_rows(crossing))
            crossing = []
        (crossing if across else left if piece.right <= gutter else right).append(piece)
    return (
        columns
        + [column for side in (left, right) if side for column in _part(side)]
        + ([join_rows(crossing)] if crossing else [])
    )


def _heading_below(left: list[PdfLine], right: list[PdfLine]) -> list[PdfLine]:
    """Take out the heading of what follows, which stands below two columns and is too short to cross their gutter."""
    if not left or not right:
        return []
    low, other = (left, right) if left[-1].bottom < right[-1].bottom else (right, left)
    last = low[-1]
    usual = median(piece.height for piece in (*left, *right))
    return (
        [low.pop()] if last.height > (1 + OTHER_SIZE) * usual and last.bottom < other[-1].bottom - ROW * usual else []
    )


def _find_gutter(pieces: Sequence[PdfLine]) -> float | None:
    """The first place from the left where lines of text stand on both sides of a strip that next to none crosses."""
    found: dict[float, int] = {}
    for place in sorted({round(piece.left) - 1.0 for piece in pieces}):
        left = [piece for piece in pieces if piece.right <= place]
        right = [piece for piece in pieces if piece.left >= place]
        beside = min(_beside(left, right), _beside(right, left))
        clear = beside - (len(pieces) - len(left) - len(right))
        if beside >= COLUMN_LINES and clear > 0 and _is_text(left) and _is_text(right):
            found[place] = clear
    most = max(found.values(), default=0)
    return next((place for place, clear in found.items() if clear >= NEARLY * most), None)


def _beside(ours: Sequence[PdfLine], theirs: Sequence[PdfLine]) -> int:
    """How many lines stand no higher and no lower than the other side reaches."""
    if not ours or not theirs:
        return 0
    low, high = min(line.bottom for line in theirs), max(line.bottom for line in theirs)
    return sum(low - line.height <= line.bottom <= high + line.height for line in ours)


def _is_text(lines: Sequence[PdfLine]) -> bool:
    return median(len(line.text.split()) for line in lines) >= COLUMN_WORDS
