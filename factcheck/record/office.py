"""What Word and OpenDocument files have in common: paragraphs, tables, and who saved them when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Basis, Dated, Extracted, Mark
from factcheck.record.assembly import Assembly, tell
from factcheck.record.markup import read_tags
from factcheck.values import DateRange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Skipped

CELLS: Final = " | "
"""What stands between the cells of a row."""

LONGEST_CELL: Final = 200
"""Characters of a cell from which its row is a page laid out by a table, and no row: it is read cell by cell."""

SAVED: Final = "last saved then, so written by then; the text names no date"
SAVED_BY: Final = "the file's properties; the text names no author"

_PROPERTIES: Final = {"elements/1.1/": "dc", "dc/terms/": "terms", "meta:1.0": "meta"}
_TITLES: Final = frozenset({"dc:title"})
_AUTHORS: Final = frozenset({"dc:creator", "meta:initial-creator"})
_SAVES: Final = frozenset({"terms:modified", "terms:created", "dc:date", "meta:creation-date"})
_NOBODY: Final = frozenset(
    "admin administrator author default home microsoft office owner pc python-docx unknown user windows".split()
)
"""Words of which the name of a program or of an account is made, rather than of a person."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the page on which it was last seen, 0 where that is not told."""

    text: str
    page: int = 0


@dataclass(slots=True)
class _Cell:
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """The paragraphs of a file as they come; those of a table wait for the end of their row."""

    done: list[Paragraph] = field(default_factory=list)
    _rows: list[list[_Cell]] = field(default_factory=list)

    def add(self, text: str, *, page: int = 0) -> None:
        """Add a paragraph where the file stands."""
        if text.strip():
            self._here().append(Paragraph(text.strip(), page))

    def begin_row(self) -> None:
        """Go into a row of a table."""
        self._rows.append([])

    def begin_cell(self) -> None:
        """Go into a cell of the row."""
        if self._rows:
            self._rows[-1].append(_Cell())

    def end_row(self) -> None:
        """Leave a row: it becomes one line, or its cells' paragraphs where they hold more than a cell does."""
        cells = [cell.paragraphs for cell in self._rows.pop()] if self._rows else []
        plain = all(len(cell) <= 1 and all(len(one.text) < LONGEST_CELL for one in cell) for cell in cells)
        filled = [one for cell in cells for one in cell]
        if plain and len(filled) > 1:
            line = CELLS.join(cell[0].text.replace("\n", " ") if cell else "" for cell in cells).strip(" |")
            filled = [Paragraph(line, filled[0].page)]
        self._here().extend(filled)

    def _here(self) -> list[Paragraph]:
        cells = next((row for row in reversed(self._rows) if row), None)
        return cells[-1].paragraphs if cells else self.done


class _Properties:
    """Reads who made a file, when it was saved, and its title."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin to listen where a property begins."""
        del attributes
        self._name = name

    def end(self, name: str) -> None:
        """Stop listening."""
        del name
        self._name = ""

    def data(self, text: str) -> None:
        """Keep the text of a property."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + text


def extract(paragraphs: list[Paragraph], *, properties: bytes | None, skipped: tuple[Skipped, ...]) -> Extracted:
    """Put paragraphs together, with the pages and what the file's properties say.

    Raises:
        InputError: there is no paragraph.
    """
    if not paragraphs:
        raise InputError("holds no text; pictures of pages are not read")
    text = Assembly()
    marks: list[Mark] = []
    for paragraph in paragraphs:
        start = text.add(paragraph.text).start
        if paragraph.page and (not marks or marks[-1].page != paragraph.page):
            marks.append(Mark(start=start, page=paragraph.page))
    reader = _Properties()
    if properties:
        read_tags(properties, reader, prefixes=_PROPERTIES)
    values = reader.values
    author = next((values[name] for name in sorted(_AUTHORS & values.keys())), "")
    return Extracted(
        text=text.text,
        marks=tuple(marks),
        title=tell(next((values[name] for name in _TITLES & values.keys()), ""), "the file's properties"),
        presumed=saved_by_then([values[name] for name in _SAVES & values.keys()]),
        saved_by=tell("" if is_nobody(author) else author, SAVED_BY),
        skipped=skipped,
    )


def saved_by_then(stamps: list[str]) -> Dated:
    """The last of some days in ISO 8601, as the latest on which the text can have been written.

    A template's or a copy's dates are its own: so this tells no day of publication, and no "last year".
    """
    days = [day for day in map(_day, stamps) if day]
    if not days:
        return Dated()
    return Dated(value=DateRange(first=None, last=max(days)), basis=Basis.INFERRED, source=SAVED)


def is_nobody(author: str) -> bool:
    """Whether a name is that of a program or an account.

    >>> is_nobody("Microsoft Office User"), is_nobody("Ann Lee")
    (True, False)
    """
    return any(word in _NOBODY for word in author.lower().split())


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp.strip()[:10])
    except ValueError:
        return None
