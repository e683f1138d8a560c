"""Lines of pages to paragraphs: running heads off, lines joined, parted words one again."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Mark
from factcheck.record.lines import ends_sentence
from factcheck.record.pdf_lines import OTHER_SIZE
from factcheck.record.pdf_notes import part_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.record.pdf_lines import PdfLine

MARGIN_ROWS: Final = 2
"""Lines at the top and at the foot of a page among which its running head and its number stand."""

RECURS: Final = 3
"""Pages on which the same line in the margin is a running head; in a shorter file, on every page."""

WIDER: Final = 1.35
"""Times the usual distance of lines from which two of them are two paragraphs."""

_CLOSE: Final = 0.7
"""Heights of a line below which two lines stand beside each other, as in cells of one row, and not in one text."""

_WIDEST: Final = 2.0
"""Heights of a line from which lines are set apart however regularly."""

INDENT: Final = 0.8
"""Heights of a line by which the first one of a paragraph is set in."""

SET_IN: Final = 4
"""Lines with a left edge of their own from which the widest is as wide as they can be."""

TELLING: Final = 8
"""Lines from which the widest of a column is as wide as the column."""

FULL_LINE: Final = 5
"""Words of the shortest line of running text that a capital letter may go on from over the page, or set in."""

_FIRST_HALVES: Final = frozenset(
    "all anti best better co cost cross ex far fast first five four full half hard high ill inter large last long low "
    "mid middle multi near new next non off old on one open out over part post pre pro second self semi short single "
    "six small so socio ten third three two under up well wide year by in of the to and".split()
)
_SECOND_HALVES: Final = frozenset(
    "based born bound building called class cost day driven effective fold free friendly funded hand income language "
    "led level life line made making month off old on only out owned paid profile quality range rate related round run "
    "scale sector sized standing style term time to top up week wide year".split()
)
"""Halves of words that are written with a hyphen: there it is kept at a line's end, as nothing else tells."""

_SOFT: Final = "\xad"
"""A hyphen that is written only where a line ends."""

_AFTER_FIGURE: Final = re.compile(r"\d[-‐]\Z")
_PARTED: Final = re.compile(r"([^\W\d_]+)[-‐]\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER: Final = r"\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?"
"""The number of a page, alone or of how many. Figures of three places at most: those of four are years."""

_NUMBER_AT_EDGE: Final = re.compile(rf"\A(?:page\s+)?{_NUMBER}(?=\D|\Z)|(?<!\d){_NUMBER}\Z", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page\s*)?(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?\W*\Z", re.IGNORECASE)
_AT: Final = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s[ap]m)?"
_VISIT: Final = re.compile(rf"{_AT}(?:\s.*)?\Z|.*\t{_AT}\Z", re.IGNORECASE)
_ADDRESS: Final = re.compile(rf"(?:https?|file)://\S+\s+{_NUMBER}\Z|.*\t(?:https?|file)://\S+\Z", re.IGNORECASE)
"""What browsers print in the margins, even of a single page: when, with the title, and the address with the number."""

_BULLET: Final = re.compile(r"(?:[•●▪◦■*]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_DASH: Final = re.compile(r"[–-]\s")

CLOSEST: Final = 0.2
"""Share of the steps between lines that are closer than the usual one within a paragraph: a page of headings and
single lines has few such steps, and superscripts fewer still."""

ROOM: Final = 1.2
"""Times the width that a word has in letters of the usual width: one that had hardly fitted tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line with its page, counted from 1, and whether it goes on with the paragraph above."""

    line: PdfLine
    page: int
    goes_on: bool


def write_text(pages: Sequence[Sequence[Sequence[PdfLine]]]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of pages of columns of lines, a paragraph a line, and where each page begins in it.

    Notes stand at the end, and so their pages begin there again.
    """
    texts, notes = part_notes(pages, _find_running(pages))
    rows = [*_read_rows(texts), *_read_rows(notes)]
    words = {word.lower() for row in rows for word in _WORDS.findall(row.line.text)}
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    for row in rows:
        if pieces:
            end = _end(pieces[-1], row.line.text, words) if row.goes_on else f"{pieces[-1].rstrip(_SOFT)}\n\n"
            length += len(end) - len(pieces[-1])
            pieces[-1] = end
        if not marks or marks[-1].page != row.page:
            marks.append(Mark(start=length, page=row.page))
        pieces.append(row.line.text)
        length += len(row.line.text)
    return "".join(pieces).rstrip(_SOFT) + "\n", tuple(marks)


def _find_running(pages: Sequence[Sequence[Sequence[PdfLine]]]) -> set[int]:
    """The lines, by identity, that recur in the margins in one size, or are a browser's or numbers that rise."""
    seen: defaultdict[tuple[str, int], dict[int, PdfLine]] = defaultdict(dict)
    numbers: defaultdict[int, dict[int, PdfLine]] = defaultdict(dict)
    printed: set[int] = set()
    for place, columns in enumerate(pages):
        margins = _margins([line for column in columns for line in column])
        printed |= _find_printed(margins)
        for line in margins:
            number = _PAGE_NUMBER.match(line.text)
            if number:
                numbers[int(number[1]) - place][place] = line
            else:
                seen[_NUMBER_AT_EDGE.sub("#", line.text.strip()), round(line.height)][place] = line
    least = max(min(RECURS, len(pages)), 2)
    heads = [found for found in seen.values() if len(found) >= least]
    rising = [found for found in numbers.values() if len(found) >= min(least, 2)]
    return printed | {id(line) for found in (*heads, *rising) for line in found.values()}


def _find_printed(margins: Sequence[PdfLine]) -> set[int]:
    """What a browser printed around a page: the date of a text may stand at its top too, but with no address."""
    if not any(_ADDRESS.match(line.text) for line in margins):
        return set()
    return {id(line) for line in margins if _ADDRESS.match(line.text) or _VISIT.match(line.text)}


def _margins(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines of the topmost and the lowest rows."""
    heights = sorted({round(line.bottom) for line in lines})
    outer = {*heights[:MARGIN_ROWS], *heights[-MARGIN_ROWS:]}
    return [line for line in lines if round(line.bottom) in outer]


def _read_rows(pages: Sequence[Sequence[Sequence[PdfLine]]]) -> Iterator[_Row]:
    last: PdfLine | None = None
    right = 0.0
    edges: dict[int, float] = {}
    for page, columns in enumerate(pages, 1):
        for lines in columns:
            pitch, left = _pitch(lines), _usual_left(lines)
            set_in = _edges_set_in(lines, left)
            for place, line in enumerate(lines):
                if place:
                    edge = set_in.get(round(lines[place - 1].left), right)
                    goes_on = not _begins(lines[place - 1], line, pitch=pitch, left=left, right=edge)
                else:
                    goes_on = last is not None and _flows(last, line, right=right)
                    right = _right_edge(lines, left, edges)
                yield _Row(line=line, page=page, goes_on=goes_on)
                last = line


def _right_edge(lines: Sequence[PdfLine], left: float, edges: dict[int, float]) -> float:
    """Where a column ends: a short one tells less than the one before that began at the same place."""
    own = max(line.right for line in lines)
    if len(lines) >= TELLING:
        edges[round(left)] = own
    return max(own, edges.get(round(left), own))


def _edges_set_in(lines: Sequence[PdfLine], left: float) -> dict[int, float]:
    """Where lines of running text end that are set in together, as a quotation is: on both sides."""
    found: defaultdict[int, list[PdfLine]] = defaultdict(list)
    for line in lines:
        if line.left > left + INDENT * line.height and len(line.text.split()) >= FULL_LINE:
            found[round(line.left)].append(line)
    return {start: max(line.right for line in own) for start, own in found.items() if len(own) >= SET_IN}


def _pitch(lines: Sequence[PdfLine]) -> float:
    """The usual step from one line of a paragraph to the next, in heights of a line: headings keep to it too."""
    pairs = ((before, after) for before, after in itertools.pairwise(lines) if not _differ(before, after))
    steps = sorted((before.bottom - after.bottom) / after.height for before, after in pairs)
    steps = steps[bisect_left(steps, _CLOSE) :]
    return steps[int(len(steps) * CLOSEST)] if steps else 0.0


def _usual_left(lines: Sequence[PdfLine]) -> float:
    return float(Counter(round(line.left) for line in lines).most_common(1)[0][0]) if lines else 0.0


def _begins(before: PdfLine, line: PdfLine, *, pitch: float, left: float, right: float) -> bool:
    """Whether a line begins a paragraph: set apart, set in, a bullet, or its first word had fitted above."""
    usual = min(pitch, _WIDEST) * line.height
    if before.bottom - line.bottom > WIDER * usual or _differ(before, line):
        return True
    if "\t" in before.text or "\t" in line.text or _is_item(before, line):
        return True
    if line.left > left + INDENT * line.height and before.left < line.left - INDENT * line.height:
        return not _BULLET.match(before.text) and not _DASH.match(before.text)
    return not line.text[:1].islower() and _had_fitted(before, line, right=right)


def _is_item(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line begins an item of a list; a dash may stand in mid-sentence."""
    ended = ends_sentence(before.text) or before.text.endswith((":", ";"))
    return bool(_BULLET.match(line.text)) or (ended and bool(_DASH.match(line.text)))


def _had_fitted(before: PdfLine, line: PdfLine, *, right: float) -> bool:
    if _PARTED.search(before.text):
        return False
    letter = (before.right - before.left) / max(len(before.text), 1)
    return before.right + ROOM * letter * (len(line.text.split(maxsplit=1)[0]) + 1) < right


def _differ(before: PdfLine, line: PdfLine) -> bool:
    return abs(before.height - line.height) > OTHER_SIZE * max(before.height, line.height)


def _flows(last: PdfLine, line: PdfLine, *, right: float) -> bool:
    """Whether a paragraph goes on in the next column or on the next page; `right` is where the last column ends."""
    if _differ(last, line) or ends_sentence(last.text) or "\t" in last.text:
        return False
    return line.text[:1].islower() or (len(last.text.split()) >= FULL_LINE and not _had_fitted(last, line, right=right))


def _end(line: str, following: str, words: set[str]) -> str:
    """A line as it ends before the next one: with a space, or without the hyphen that only its end asked for.

    A hyphen is kept before a capital or a figure, where the file has the word with it elsewhere and not without, and
    between halves that are usually written so; else it goes.
    """
    if line.endswith(_SOFT):
        return line[:-1]
    parted = _PARTED.search(line)
    if not parted:
        return line if _AFTER_FIGURE.search(line) else f"{line} "
    second = _WORD.match(following)
    if second is None or not following[:1].islower():
        return line
    first, after = parted[1].lower(), second[0].lower()
    if first + after in words:
        return line[:-1]
    kept = f"{first}-{after}" in words or first in _FIRST_HALVES or after in _SECOND_HALVES
    return line if kept else line[:-1]
