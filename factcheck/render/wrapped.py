"""Lines and columns on a page with an edge."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.render.lines import Line
    from factcheck.render.look import Look

NARROWEST_TEXT = 16
"""Columns that a text keeps, however deep it is indented: a word a row is worse than a ragged edge."""

_ANY_HEIGHT = 25  # rich ignores a width that comes without a height on dumb terminals


def wrap_lines(lines: Iterable[Line], *, width: int, colour: bool) -> str:
    """Return the lines wrapped at `width` columns, rows hanging beneath the first."""
    return _write(Group(*(_Hanging(line) for line in lines)), width=width, colour=colour)


def draw_grid(
    columns: Iterable[tuple[str, int]], rows: Iterable[Sequence[Sequence[Line]]], *, width: int, look: Look
) -> str:
    """Return a table whose cells are lines, as wide as the page; a column is a heading and a share of it."""
    style = box.HORIZONTALS if look.typographic else box.ASCII2
    table = Table(box=style, expand=True, show_lines=True, padding=(0, 1), header_style="bold")
    for heading, share in columns:
        table.add_column(heading, ratio=share, overflow="fold")
    for row in rows:
        table.add_row(*(Group(*(_Hanging(line) for line in cell)) for cell in row))
    return _write(table, width=width, colour=look.colour)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """A line that wraps at whatever width its place has. Its text is never read as markup."""

    line: Line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = self.line
        margin = " " * (line.indent + cell_len(line.lead))
        room = max(options.max_width - len(margin), NARROWEST_TEXT)
        rows = Text(line.text, style=line.tone.value).wrap(console, room, overflow="fold")
        first = Text(" " * line.indent).append(line.lead, style=line.lead_tone.value)
        for number, row in enumerate(rows or [Text()]):
            start = first if number == 0 else Text(margin)
            yield _trim(start.append_text(row))


def _trim(row: Text) -> Text:
    row.rstrip()
    row.overflow = "ignore"
    row.no_wrap = True
    return row


def _write(content: RenderableType, *, width: int, colour: bool) -> str:
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        height=_ANY_HEIGHT,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(content)
    return "".join(f"{row.rstrip()}\n" for row in page.getvalue().split("\n")[:-1])
