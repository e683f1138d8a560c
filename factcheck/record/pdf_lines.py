"""The lines of a PDF page by where their letters stand, column by column."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument

GAP: Final = 0.8
"""Heights of a line between two letters from which they may belong to two columns; spaces in set lines are less."""

WIDE_GAP: Final = 2.0
"""Heights of a line between two pieces of a row from which they are cells of a table."""

ROW: Final = 0.5
"""Heights of a line within which pieces stand in one row: raised and lowered figures do."""

COLUMN_LINES: Final = 4
"""Lines that must stand side by side for the page to have columns there."""

COLUMN_WORDS: Final = 3
"""Words of the usual line of a column: cells of a table have fewer."""

TURNED: Final = 3
"""Letters of the usual run below which the lines of a page do not go from left to right."""

NEARLY: Final = 0.7
"""Share of the clearest gutter's lines with which another is as good: a note below may cross one of two."""

_HYPHEN_AT_END: Final = (0x2, 0xFFFE)
"""What pdfium gives for a hyphen that ends a line."""

_LETTERS: Final = {
    **dict.fromkeys(_HYPHEN_AT_END, "-"),
    **dict(zip(range(0xFB00, 0xFB07), "ff fi fl ffi ffl st st".split(), strict=True)),
    **dict.fromkeys((0x9, 0xA0), " "),
}
"""Ligatures as the letters they are made of, and spaces as one sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLine:
    """A line of a page, in points from its lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


class _Letter(NamedTuple):
    """A letter where it stands; a space that pdfium adds between two words has no height."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def find_columns(document: PdfDocument, number: int) -> list[list[PdfLine]]:
    """Return the lines of a page, counted from 0, as columns in the order of reading; none where it has no text."""
    page = document[number]
    letters = page.get_textpage()
    try:
        pieces = [piece for piece in _find_pieces(letters.raw) if piece.text.strip()]
        if pieces and median(len(piece.text) for piece in pieces) < TURNED:
            return [_as_written(letters.get_text_range())]
    finally:
        letters.close()
        page.close()
    return _part(pieces) if pieces else []


def _as_written(text: str) -> list[PdfLine]:
    """The lines of a page whose text is turned on its side, in the order of the file."""
    lines = [line.strip() for line in text.translate(_LETTERS).splitlines() if line.strip()]
    return [
        PdfLine(text=line, left=0.0, right=float(len(line)), bottom=-float(number), height=1.0)
        for number, line in enumerate(lines)
    ]


def _find_pieces(letters: object) -> Iterator[PdfLine]:
    """Runs of letters that stand side by side, in the order of the file."""
    run: list[_Letter] = []
    last: _Letter | None = None
    for letter in _read_letters(letters):
        if last is not None and letter.height and _parts(last, letter):
            yield _join(run)
            run = []
        run.append(letter)
        last = letter if letter.height else last
    if last is not None:
        yield _join(run)


def _read_letters(letters: object) -> Iterator[_Letter]:
    """The letters of a page in the order of the file, control codes left out."""
    from ctypes import byref  # noqa: PLC0415 - met with a PDF only

    from pypdfium2 import raw  # noqa: PLC0415

    box = raw.FS_RECTF()
    place = byref(box)
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for index in range(raw.FPDFText_CountChars(letters)):
        code = code_of(letters, index)
        if (code < 0x20 and code not in _LETTERS) or not box_of(letters, index, place):  # noqa: PLR2004 - control codes
            continue
        yield _Letter(_LETTERS.get(code) or chr(code), box.left, box.right, box.bottom, box.top - box.bottom)


def _parts(before: _Letter, after: _Letter) -> bool:
    """Whether a new run begins: in another row, further back, or as far away as a column."""
    size = max(before.height, after.height)
    if abs(after.bottom - before.bottom) > ROW * size:
        return True
    return after.left - before.right > GAP * size or after.left < before.left - size


def _join(run: Sequence[_Letter]) -> PdfLine:
    shown = [letter for letter in run if letter.height and letter.text != " "] or run
    return PdfLine(
        text="".join(letter.text for letter in run),
        left=min(letter.left for letter in shown),
        right=max(letter.right for letter in shown),
        bottom=median(letter.bottom for letter in shown),
        height=median(letter.height for letter in shown),
    )


def _part(pieces: list[PdfLine]) -> list[list[PdfLine]]:
    """Part a page at its gutter: between lines that cross it, first what is on its left, then on its right."""
    gutter = _find_gutter(pieces)
    if gutter is None:
        return [_rows(pieces)]
    columns: list[list[PdfLine]] = []
    sides: tuple[list[PdfLine], list[PdfLine], list[PdfLine]] = ([], [], [])
    crossing: list[PdfLine]
    left, right, crossing = sides
    for piece in sorted(pieces, key=lambda piece: (-piece.bottom, piece.left)):
        across = piece.left < gutter < piece.right
        if across and (left or right):
            columns += [column for side in (left, right) if side for column in _part(side)]
            left, right = [], []
        elif not across and crossing:
            columns.append(_rows(crossing))
            crossing = []
        (crossing if across else left if piece.right <= gutter else right).append(piece)
    return (
        columns
        + [column for side in (left, right) if side for column in _part(side)]
        + ([_rows(crossing)] if crossing else [])
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


def _rows(pieces: Sequence[PdfLine]) -> list[PdfLine]:
    """Lines from the top down, pieces of one row joined: by a tab where they stand as far apart as cells."""
    rows: list[list[PdfLine]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.bottom, piece.left)):
        if rows and abs(rows[-1][0].bottom - piece.bottom) <= ROW * max(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_join_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _join_row(row: Sequence[PdfLine]) -> PdfLine:
    text = row[0].text.strip()
    for before, after in itertools.pairwise(row):
        space = after.left - before.right
        text += ("\t" if space > WIDE_GAP * after.height else " ") + after.text.strip()
    tallest = max(row, key=lambda piece: len(piece.text))
    return PdfLine(
        text=text.replace("\xad", "") + ("\xad" if text.endswith("\xad") else ""),
        left=row[0].left,
        right=max(piece.right for piece in row),
        bottom=tallest.bottom,
        height=tallest.height,
    )
