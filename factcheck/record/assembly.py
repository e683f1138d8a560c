"""A text put together from pieces of a file, with what each piece is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.model import Basis, Block, BlockKind, Dated, Fact, Section
from factcheck.record.lines import find_lines
from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURE_AT_END: Final = re.compile(r"\d[.,]?\Z")

PARAGRAPHS: Final = "\n\n"
"""What stands between two pieces: a blank line, so that no line is taken to go on with the one before."""


@dataclass(slots=True)
class Assembly:
    """The pieces so far and the length of their text."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str, *, gap: str = PARAGRAPHS) -> Span:
        """Add a piece behind a gap, and return where in the text it stands."""
        if self.pieces:
            self.pieces.append(gap)
            self.length += len(gap)
        self.pieces.append(piece)
        start, self.length = self.length, self.length + len(piece)
        return Span(start, self.length)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a format tells of a section."""

    published: Dated
    author: Fact
    heading: str | None = None


def lay_section(piece: str, span: Span, *, head: Head, furniture: Sequence[tuple[Span, str]] = ()) -> Section:
    """Lay out a piece that holds nothing but text: each of its lines, hard-wrapped ones joined, is a paragraph.

    `furniture` are spans of the whole text that are none, each with its reason.
    """
    blocks = []
    for line in find_lines(piece):
        place = line.span.shift(span.start)
        reason = next((why for part, why in furniture if part.overlaps(place)), "")
        kind = BlockKind.FURNITURE if reason else BlockKind.PARAGRAPH
        blocks.append(Block(span=place, kind=kind, reason=reason))
    return Section(span=span, heading=head.heading, published=head.published, author=head.author, blocks=tuple(blocks))


def tell(value: str | None, source: str) -> Fact:
    """Make a fact of what a format says, on one line; none of nothing."""
    plain = " ".join((value or "").split())
    return Fact(value=plain, basis=Basis.INFERRED, source=source) if fold(plain).strip() else Fact()


def raised_after(before: str, raised: str) -> str:
    """What stands between a text and what is raised after it, as notes and powers are: a figure is no longer for them.

    >>> raised_after("in 2016", "12"), raised_after("in 2016,", "3"), raised_after("the 4", "th")
    ('^', '^', '')
    """
    return "^" if _FIGURE_AT_END.search(before) and raised[:1].isdigit() else ""


def mend(text: str) -> str:
    r"""Join the halves of characters that a format writes in two, and replace a half that stands alone.

    >>> mend("a" + chr(0xD83D) + chr(0xDE00)), mend("a" + chr(0xD83D))
    ('a😀', 'a�')
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
