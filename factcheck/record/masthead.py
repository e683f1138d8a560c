"""What a document is called, and who published it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Basis, BlockKind, Fact
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.record.layout import Layout
    from factcheck.record.lines import Line

_CAPITAL: Final = r"[A-Z0-9][\w'&.-]*"
_SITE: Final = rf"{_CAPITAL}(?:\s+(?:(?:of|the|and|for|in|on|&)\s+)*{_CAPITAL}){{0,5}}"
_HOMEPAGE: Final = (
    re.compile(rf"(?P<site>{_SITE})\s*[|»>›-]\s*(?i:home ?page|home)\Z"),
    re.compile(rf"(?i:home ?page|home)\s*[|»›-]\s*(?P<site>{_SITE})\Z"),
)
_PLAIN: Final = (
    re.compile(rf"(?i:you have landed on)\s+(?:the\s+)?(?P<site>{_SITE})\s+(?i:website|site|home ?page)\b"),
    re.compile(rf"(?i:cookies on)\s+(?:the\s+)?(?P<site>{_SITE})(?:\s+(?:website|site))?\W*\Z"),
    re.compile(
        rf"(?:©|\(c\)|(?i:copyright))(?:\s|©|\(c\)|(?i:copyright)|:|,|(?:19|20)\d\d"
        rf"|-)*(?:the\s+)?(?P<site>{_SITE}?)"
        r"(?:\s+(?:19|20)\d\d|\s*[.,|]|\s+(?i:all rights)|\s*\Z)"
    ),
    re.compile(rf"(?i:comments on this).*?\bnot (?:those of )?(?:the )?(?P<site>{_SITE}?)[.,]"),
)
_UNDERSTANDS: Final = re.compile(
    rf"\b[Tt]he (?P<site>{_CAPITAL}(?: {_CAPITAL}){{1,3}}) (?:understands|can (?:exclusively )?reveal"
    rf"|has learned)\b"
)
_TITLE_LINE: Final = re.compile(rf"(?P<title>.{{15,200}}?)\s+(?:\||-|»)\s+(?P<site>{_SITE})\Z")

_LONGEST_NOTICE: Final = 400
"""Characters of the longest line in which a site is looked for by name."""


def find_title(layout: Layout) -> Fact:
    """The headline, with its line; unknown where there is none."""
    if layout.headline is None:
        return Fact()
    line = layout.lines[layout.headline]
    return _fact(_clean_title(line.text), line, where="the headline")


def find_publisher(layout: Layout) -> Fact:
    """The site or paper, where the page says it plainly: in its bar, its notices or its small print."""
    for line in layout.lines[: layout.body]:
        for pattern in _HOMEPAGE:
            if len(line.text) <= _LONGEST_NOTICE and (match := pattern.match(fold(line.text))):
                return _fact(_verbatim(match, line), line, where="the site's own bar")
    for pattern in _PLAIN:
        for index in layout.indexes(BlockKind.FURNITURE):
            line = layout.lines[index]
            if len(line.text) <= _LONGEST_NOTICE and (match := pattern.match(fold(line.text))):
                return _fact(_verbatim(match, line), line, where="a notice of the site")
    return _from_text(layout)


def _from_text(layout: Layout) -> Fact:
    """What "the Lantern News understands" gives away."""
    for index in layout.indexes(BlockKind.PARAGRAPH):
        line = layout.lines[index]
        match = _UNDERSTANDS.search(line.text)
        if match:
            return _fact(_verbatim(match, line), line, where=f"“{match[0]}”")
    return _from_title(layout)


def _from_title(layout: Layout) -> Fact:
    """The last name after a bar or dash in a title line, where the headline is the rest of it."""
    if layout.headline is None:
        return Fact()
    headline = fold(layout.lines[layout.headline].text)
    for index, line in enumerate(layout.lines[: layout.body]):
        match = _TITLE_LINE.match(fold(line.text)) if len(line.text) <= _LONGEST_NOTICE else None
        if match and ("|" in match[0] or index != layout.headline) and match[0].startswith(headline):
            return _fact(_verbatim(match, line), line, where="after the title")
    return Fact()


def _clean_title(text: str) -> str:
    match = _TITLE_LINE.match(fold(text))
    title = text[: match.end("title")] if match and "|" in match[0] else text
    return title.lstrip("# ")


def _verbatim(match: re.Match[str], line: Line) -> str:
    return line.text[match.start("site") : match.end("site")].rstrip(".,")


def _fact(value: str, line: Line, *, where: str) -> Fact:
    return Fact(value=value, basis=Basis.INFERRED, source=f"line {line.number}: {where}")
