"""What a browser shows of a page, as blocks of text in order: paragraphs, headings, list items, rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.record.assembly import raised_after

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
_UNSEEN: Final = frozenset(
    "applet area audio base button canvas datalist embed head iframe input link map math meta noframes noscript object "
    "script select style svg template textarea title video".split()
)
"""Elements whose content is no text of the page: code, controls, what stands in for what cannot be shown."""

_TAKEN_BACK: Final = frozenset({"del", "s", "strike", "rp", "rt"})
"""Elements whose text the page itself takes back or only spells out: struck out, it is no evidence."""

_HIDING: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))", re.IGNORECASE)
_HIDDEN_CLASSES: Final = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "element-invisible"}
)
_COMMENTS: Final = frozenset(
    {"comments", "comment-list", "commentlist", "comments-area", "comments-section", "disqus_thread", "respond"}
)
"""Classes and ids under which pages keep what their readers write."""

_CELL_LENGTH: Final = 200
"""Characters of the longest cell of a table of facts; longer ones hold text that a table only arranges."""

_NOTE_MARK: Final = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s*\Z")
_SPACE: Final = re.compile(r"[ \r\n\f\t]+")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
"""Soft hyphens and joiners, which say where a word may be broken and are not seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """A block of a page: `tag` is the element that it ends or begins; lines within are those of the page."""

    text: str
    tag: str


def drop_hidden(tree: HtmlElement) -> None:
    """Take out of a page what it hides, takes back or marks as a note, and what its readers write.

    What a style sheet hides is taken for visible.
    """
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.getparent() is not None and _is_hidden(element):
            element.drop_tree()


def find_blocks(tree: HtmlElement) -> list[PageBlock]:
    """Return the text of a page, block by block; white space is as a browser shows it."""
    writer = _Writer()
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        element, left = stack.pop()
        if left:
            writer.leave(element)
        elif isinstance(element.tag, str) and element.tag not in _UNSEEN:
            writer.enter(element)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        writer.write(element.tail if element is not tree else None)
    writer.end_block("body")
    return writer.blocks


class _Writer:
    """Takes down text as it is met, and ends a block where a browser would begin a new line."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self._pieces: list[str] = []
        self._row: HtmlElement | None = None
        self._preformatted = 0

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._pieces.append(" " if self._row is not None else "\n")
        elif tag == "q":
            self._pieces.append("“")
        elif tag == "sup" and self._pieces:
            self._pieces.append(raised_after(self._pieces[-1], "".join(element.itertext())))
        elif tag in _BLOCKS:
            self._break(tag)
            self._preformatted += tag == "pre"
            if tag == "tr" and self._row is None and _is_row(element):
                self._row = element
        self.write(element.text)

    def leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q":
            self._pieces.append("”")
        elif element is self._row:
            self._row = None
            self.end_block(tag)
        elif tag in {"td", "th"} and self._row is not None:
            self._pieces.append("\t")
        elif tag in _BLOCKS:
            self._preformatted -= tag == "pre"
            self._break(tag)

    def write(self, text: str | None) -> None:
        if text:
            shown = text.translate(_INVISIBLE)
            self._pieces.append(shown if self._preformatted else _SPACE.sub(" ", shown))

    def _break(self, tag: str) -> None:
        if self._row is None:
            self.end_block(tag)
        else:
            self._pieces.append(" ")

    def end_block(self, tag: str) -> None:
        """Keep what was written as blocks: an empty line within, as of two breaks in a row, parts them."""
        written = "".join(self._pieces)
        self._pieces.clear()
        for part in re.split(r"\n[ \t]*\n", written):
            lines = (re.sub(r" +", " ", re.sub(r" *\t\s*", "\t", line)).strip() for line in part.split("\n"))
            text = "\n".join(line for line in lines if line)
            if text:
                self.blocks.append(PageBlock(text=text, tag=tag))


def _is_row(row: HtmlElement) -> bool:
    """Whether a row is one of a table of facts: short cells, nothing in them that has lines of its own."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2 or next(row.iter("table", "ul", "ol", "h1", "h2", "h3"), None) is not None:  # noqa: PLR2004
        return False
    return all(len("".join(cell.itertext())) <= _CELL_LENGTH and len(list(cell.iter("p", "div"))) < 2 for cell in cells)  # noqa: PLR2004


def _is_hidden(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in _TAKEN_BACK or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or _HIDING.search(element.get("style") or ""):
        return True
    names = {*(element.get("class") or "").lower().split(), (element.get("id") or "").lower()}
    if tag not in {"html", "body", "article"} and names & (_HIDDEN_CLASSES | _COMMENTS):
        return True
    return (tag == "sup" and _is_note_mark(element)) or (tag == "a" and _leads_back(element))


def _is_note_mark(element: HtmlElement) -> bool:
    """Whether a raised figure leads to a footnote, rather than being a power."""
    text = "".join(element.itertext())
    linked = next(element.iter("a"), None) is not None or (
        element.getparent() is not None and element.getparent().tag == "a"
    )
    return bool(_NOTE_MARK.match(text)) and (linked or text.strip()[:1] in {"[", "("})


def _leads_back(link: HtmlElement) -> bool:
    """Whether a figure that begins a note leads back to where the text calls for it: it is not the note's own."""
    parent = link.getparent()
    begins = parent is not None and parent[0] is link and not (parent.text or "").strip()
    inside = (link.get("href") or "").startswith("#")
    return inside and begins and bool((link.tail or "").strip()) and bool(_NOTE_MARK.match("".join(link.itertext())))
