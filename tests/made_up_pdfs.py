"""PDF files as producers make them, with pages, columns, running heads and what else a test asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fpdf import FPDF
from fpdf.fonts import TTFFont
from matplotlib import get_data_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FONT = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
"""A free font with curly quotes and the pound sign, which comes with what draws the plots."""

LINE = 5
"""Millimetres from line to line."""


class MadePdf(FPDF):
    """A file of A4 pages with a running head and a page number, where they are given."""

    def __init__(self, *, head: str = "", numbered: bool = False, password: str = "") -> None:
        super().__init__()
        self._head, self._numbered = head, numbered
        if password:
            self.set_encryption(owner_password=f"{password} of the owner", user_password=password)
        self.set_creation_date(datetime(2020, 2, 3, tzinfo=UTC))
        self.add_font("free", fname=FONT)
        self.set_font("free", size=11)
        self.add_page()

    def header(self) -> None:
        """Write the running head."""
        if self._head:
            self.cell(0, LINE, self._head, new_x="LMARGIN", new_y="NEXT")
            self.ln(LINE)

    def footer(self) -> None:
        """Write the number of the page."""
        if self._numbered:
            self.set_y(-15)
            self.cell(0, LINE, f"Page {self.page_no()}", align="C")

    def write_paragraphs(self, paragraphs: Iterable[str], *, align: str = "L") -> None:
        """Write paragraphs as the page wraps them, with space between."""
        for paragraph in paragraphs:
            self.multi_cell(0, LINE, paragraph, align=align, new_x="LMARGIN", new_y="NEXT")
            self.ln(LINE / 2)

    def write_lines(self, lines: Sequence[str], *, x: float = 10, y: float = 30) -> None:
        """Write lines as they are, one under the other."""
        for place, line in enumerate(lines):
            self.text(x, y + LINE * place, line)


def save(made: FPDF, path: Path) -> Path:
    """Write a file, and return where."""
    made.output(str(path))
    for font in made.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()  # which its maker leaves open
    return path
