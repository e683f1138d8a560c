"""A page of headings, tables of figures and lists, for a terminal or as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.render.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the page's."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list; `tone` is that of its signs on a terminal."""

    items: tuple[str, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Short cells in columns, the first of words and the others of figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Listing | Table

GAP: Final = "  "
"""What keeps two columns apart."""


def lay_out_page(blocks: Iterable[Block], *, look: Look, width: int) -> str:
    """Return a page for a terminal or a pipe: a blank line between blocks, and none after a heading."""
    lines: list[Line] = []
    for block in blocks:
        if lines:
            lines.append(Line())
        lines.extend(_lines(block))
    return lay_out(_close_up(lines), width=width, colour=look.colour)


def write_markdown(blocks: Iterable[Block]) -> str:
    """Return a page as Markdown: GitHub's tables, lists of one line an item."""
    return "\n".join("".join(f"{line}\n" for line in _markdown(block)) for block in blocks)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield Line(text=show_line(block.text), tone=Tone.STRONG)
    elif isinstance(block, Paragraph):
        yield Line(text=show_line(block.text))
    elif isinstance(block, Listing):
        for item in block.items:
            yield Line(text=show_line(item), lead="- ", indent=2, lead_tone=block.tone)
    else:
        columns, *rows = _align([[show_line(cell) for cell in row] for row in (block.columns, *block.rows)])
        yield Line(text=GAP.join(columns).rstrip(), indent=2, tone=Tone.QUIET)
        for row in rows:
            yield Line(text=GAP.join(row).rstrip(), indent=2)


def _align(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Pad cells to their columns: words to the left, figures to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        [
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]


def _close_up(lines: list[Line]) -> Iterator[Line]:
    """Leave out the blank line after a heading."""
    before = Line()
    for line in lines:
        if line.plain or before.tone is not Tone.STRONG:
            yield line
        before = line


def _markdown(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_escape(block.text)}"
    elif isinstance(block, Paragraph):
        yield _escape(block.text)
    elif isinstance(block, Listing):
        for item in block.items:
            yield f"- {_escape(item)}"
    else:
        yield _row(block.columns)
        yield _row(["---", *("---:" for _ in block.columns[1:])])
        for row in block.rows:
            yield _row(row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_escape(cell) for cell in cells)} |"


_MARKED: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})
"""Signs that Markdown would take for markup."""


def _escape(text: str) -> str:
    return show_line(text).translate(_MARKED)
