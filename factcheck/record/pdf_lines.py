"""The letters of a PDF page to runs of them, and these to lines, by where they stand."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.record.assembly import mend, raised_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


GAP: Final = 0.8
"""Heights of a line between two letters from which they may belong to two columns; spaces in set lines are less."""

WIDE_GAP: Final = 2.0
"""Heights of a line between two pieces of a row from which they are cells of a table."""

ROW: Final = 0.5
"""Heights of a line within which pieces stand in one row: raised and lowered figures do."""

SPACE: Final = 0.15
"""Heights of a line between letters of two sizes from which there is a space between them: it is half a usual one."""

OTHER_SIZE: Final = 0.12
"""Difference in height from which a letter or a line is set in another size, as raised figures and headings are."""

_HYPHEN_AT_END: Final = (0x2, 0xFFFE)
"""What pdfium gives for a hyphen that ends a line."""

_SPACES: Final = re.compile(r" {2,}")
_STOPS: Final = frozenset(".,;:!?)”’\"'")

LETTERS: Final = {
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


def find_pieces(letters: object) -> Iterator[PdfLine]:
    """Runs of letters that stand side by side, in the order of the file."""
    run: list[_Letter] = []
    last: _Letter | None = None
    for letter in _read_letters(letters):
        if last is not None and letter.height and _parts(last, letter):
            yield _join(run)
            run = []
        if last is not None and run and _is_note_sign(last, letter):
            run.append(_Letter(" ", letter.right, letter.right, last.bottom, 0.0))
            continue
        run += _between(run, letter)
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
        if (code < 0x20 and code not in LETTERS) or not box_of(letters, index, place):  # noqa: PLR2004 - control codes
            continue
        yield _Letter(LETTERS.get(code) or chr(code), box.left, box.right, box.bottom, box.top - box.bottom)


def _parts(before: _Letter, after: _Letter) -> bool:
    """Whether a new run begins: in another row, further back, or as far away as a column."""
    size = max(before.height, after.height)
    if abs(after.bottom - before.bottom) > ROW * size:
        return True
    return after.left - before.right > GAP * size or after.left < before.left - size


def _is_note_sign(last: _Letter, letter: _Letter) -> bool:
    """Whether a figure raised behind a stop, a comma or a quotation leads to a note: then it is no text."""
    smaller = 0 < letter.height < (1 - OTHER_SIZE) * last.height and letter.bottom > last.bottom
    return smaller and letter.text.isdigit() and last.text in _STOPS


def _between(run: Sequence[_Letter], letter: _Letter) -> list[_Letter]:
    """What stands unwritten between letters of two sizes, such as a raised figure and those around it."""
    last = run[-1] if run else letter
    size = max(last.height, letter.height)
    if not last.height or abs(last.height - letter.height) <= OTHER_SIZE * size or " " in {last.text, letter.text}:
        return []
    sign = ""
    if letter.left - last.right > SPACE * size:
        sign = " "
    elif letter.height < last.height and letter.bottom > last.bottom:
        sign = raised_after("".join(one.text for one in run[-2:]), letter.text)
    return [_Letter(sign, last.right, last.right, last.bottom, 0.0)] if sign else []


def _join(run: Sequence[_Letter]) -> PdfLine:
    shown = [letter for letter in run if letter.height and letter.text != " "] or run
    return PdfLine(
        text=_SPACES.sub(" ", mend("".join(letter.text for letter in run))),
        left=min(letter.left for letter in shown),
        right=max(letter.right for letter in shown),
        bottom=median(letter.bottom for letter in shown),
        height=median(letter.height for letter in shown),
    )


def join_rows(pieces: Sequence[PdfLine]) -> list[PdfLine]:
    """Lines from the top down, pieces of one row joined: by a tab where they stand as far apart as cells."""
    rows: list[list[PdfLine]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.bottom, piece.left)):
        if rows and _is_beside(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_join_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _is_beside(row: Sequence[PdfLine], piece: PdfLine) -> bool:
    """Whether a piece is as high as a row and stands beside what is in it: below large letters small ones come near."""
    if abs(row[0].bottom - piece.bottom) > ROW * max(row[0].height, piece.height):
        return False
    return all(
        min(other.right, piece.right) - max(other.left, piece.left) <= ROW * min(other.height, piece.height)
        for other in row
    )


def _join_row(row: Sequence[PdfLine]) -> PdfLine:
    """Join the pieces of a row: where one gap is as wide as between cells, the lesser ones part cells too."""
    spaces = [(after.left - before.right) / after.height for before, after in itertools.pairwise(row)]
    sign = "\t" if max(spaces, default=0.0) > WIDE_GAP else " "
    text = row[0].text.strip()
    for space, after in zip(spaces, row[1:], strict=True):
        text += (sign if space > GAP else " ") + after.text.strip()
    tallest = max(row, key=lambda piece: len(piece.text))
    return PdfLine(
        text=text.replace("\xad", "") + ("\xad" if text.endswith("\xad") else ""),
        left=row[0].left,
        right=max(piece.right for piece in row),
        bottom=tallest.bottom,
        height=tallest.height,
    )
