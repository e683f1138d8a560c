"""HTML made plain, as far as mail needs it: paragraphs on lines of their own, quoted mail behind ">"."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCKS: Final = frozenset(
    "address article blockquote body div dd dl dt footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table"
    " td th tr ul".split()
)
_UNSEEN: Final = frozenset({"head", "script", "style", "template", "title", "noscript"})
_DEEPEST: Final = 20
"""Quotations within each other that are told apart."""

_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def to_text(source: str) -> str:
    """Make HTML plain: blocks stand apart by blank lines, and what a mail quotes has a ">" before each line."""
    reader = _Plain()
    reader.feed(source)
    reader.close()
    reader.end_block()
    return "\n\n".join(reader.blocks)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._pieces: list[str] = []
        self._unseen = self._quoted = 0

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """Begin a block, a quotation or a line."""
        del attrs
        if tag in _BLOCKS:
            self.end_block()
        self._unseen += tag in _UNSEEN
        self._quoted += tag == "blockquote"
        if tag == "br":
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block or a quotation."""
        if tag in _BLOCKS:
            self.end_block()
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._quoted = max(0, self._quoted - (tag == "blockquote"))

    def handle_data(self, data: str) -> None:
        """Take text, its white space as one blank."""
        if not self._unseen:
            self._pieces.append(_SPACE.sub(" ", data))

    def end_block(self) -> None:
        """End the block so far, each of its lines behind the marks of a quotation."""
        lines = [line.strip(" ") for line in "".join(self._pieces).split("\n")]
        self._pieces.clear()
        mark = ">" * min(self._quoted, _DEEPEST) + " " if self._quoted else ""
        if any(lines):
            self.blocks.append("\n".join(f"{mark}{line}" for line in lines))
