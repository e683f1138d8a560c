"""Lines for people, before anybody knows how wide the page is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPOGRAPHY = "✓✗≠–“”·—█░│─"
"""What an encoding must carry for the typographic signs to be used (the last two are a table's rules)."""

UNLIMITED = 0
"""The width of a page without an edge, such as a pipe or a file: nothing is wrapped there."""


class Tone(StrEnum):
    """How a line is coloured where there is colour; what it means is always said in words as well."""

    PLAIN = ""
    STRONG = "bold"
    QUIET = "dim"
    GOOD = "green"
    BAD = "red"
    MIXED = "yellow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `lead` stands before the text, and rows that wrap hang beneath the text's beginning."""

    text: str = ""
    lead: str = ""
    indent: int = 0
    tone: Tone = Tone.PLAIN
    lead_tone: Tone = Tone.PLAIN

    @property
    def plain(self) -> str:
        """The whole line without colour or wrapping."""
        return (" " * self.indent + self.lead + self.text).rstrip()


def lay_out(lines: Iterable[Line], *, width: int, colour: bool) -> str:
    """Return the lines as text ending in a newline, wrapped at `width` columns.

    A page without an edge is no terminal: it gets neither wrapping nor colour.
    """
    if width == UNLIMITED:
        return "".join(f"{line.plain}\n" for line in lines)
    from factcheck.render.wrapped import wrap_lines  # noqa: PLC0415 - rich is not needed in a pipe

    return wrap_lines(lines, width=width, colour=colour)
