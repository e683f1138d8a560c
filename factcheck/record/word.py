"""Word files (.docx): the text as it stands with all changes accepted, tables row by row, notes at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Skipped
from factcheck.record.assembly import raised_after
from factcheck.record.markup import read_tags
from factcheck.record.office import Flow, Paragraph, extract
from factcheck.record.zipped import open_zip, read_named_part

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.model import Extracted

_PREFIXES: Final = {
    "wordprocessingml/2006/main": "w",
    "ooxml/wordprocessingml/main": "w",  # the strict form of the standard
    "markup-compatibility/2006": "mc",
}
_UNSEEN: Final = frozenset("w:del w:moveFrom w:rPrChange w:pPrChange w:instrText mc:Fallback".split())
"""Elements whose content is not in the text: what was deleted or moved away, former looks, field codes, and the
second form of a drawing, which repeats the first."""

_SIGNS: Final = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-"}
_NOTES: Final = frozenset({"w:footnote", "w:endnote"})
_HEADING: Final = re.compile(r"heading ?([1-6])\Z", re.IGNORECASE)
_TITLE: Final = frozenset({"title"})
_LIST: Final = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_LEVELS: Final = frozenset({"w:vertAlign", "w:position"})
"""How high a run is set: in a word, or in half points, with a sign before them where it is lowered."""

_OFF: Final = frozenset({"0", "false", "off"})
_COMMENTS: Final = "word/comments.xml"


class WordFile:
    """Reads a Word file; a heading has a "#" before it, an item of a list a "-"."""

    name = "word"

    def read(self, path: Path) -> Extracted:
        """Return the text with the file's title, who saved it and when, and pages where Word has left them.

        Raises:
            InputError: it is no Word file, damaged, locked, or a bomb.
        """
        with open_zip(path, what="Word file") as archive:
            body = read_named_part(archive, "word/document.xml")
            if body is None:
                raise InputError("is no Word file: it has no part word/document.xml")
            styles = _Styles()
            read_tags(read_named_part(archive, "word/styles.xml") or b"<none/>", styles, prefixes=_PREFIXES)
            paragraphs = _read_text(body, styles.names)
            for part in ("word/footnotes.xml", "word/endnotes.xml"):
                paragraphs += _read_text(read_named_part(archive, part) or b"<none/>", styles.names)
            comments = Skipped(path="comments", reason="remarks in the margin are no part of the text")
            return extract(
                paragraphs,
                properties=read_named_part(archive, "docProps/core.xml"),
                skipped=(comments,) if _COMMENTS in archive.namelist() else (),
            )


def _read_text(content: bytes, styles: dict[str, str]) -> list[Paragraph]:
    body = _Body(styles)
    read_tags(content, body, prefixes=_PREFIXES)
    return body.flow.done


class _Styles:
    """Reads what the styles are called: their ids are in the language of whoever wrote the file."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif name == "w:name" and self._style:
            self.names[self._style] = attributes.get("w:val", "")

    def end(self, name: str) -> None:
        if name == "w:style":
            self._style = ""

    def data(self, text: str) -> None:
        """Styles hold no text."""


class _Draft:
    """A paragraph while it is read; one in a text box stands within another."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.mark = ""

    def add(self, text: str, *, raised: bool) -> None:
        before = self.pieces[-1] if self.pieces else ""
        self.pieces += [raised_after(before, text), text] if raised else [text]

    @property
    def text(self) -> str:
        return self.mark + "".join(self.pieces).strip()


class _Body:
    """Reads the paragraphs of a part."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.flow = Flow()
        self._styles = styles
        self._drafts: list[_Draft] = []
        self._unseen = 0
        self._in_text = self._in_run = self._hidden = self._raised = False
        self._page = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        separator = name in _NOTES and attributes.get("w:type", "normal") != "normal"
        if self._unseen or name in _UNSEEN or separator:
            self._unseen += 1
        elif name == "w:p":
            self._drafts.append(_Draft())
        elif name == "w:tr":
            self.flow.begin_row()
        elif name == "w:tc":
            self.flow.begin_cell()
        elif self._drafts:
            self._start_within(name, attributes)

    def _start_within(self, name: str, attributes: Mapping[str, str]) -> None:
        draft, value = self._drafts[-1], attributes.get("w:val", "")
        if name == "w:r":
            self._in_run, self._hidden, self._raised = True, False, False
        elif name == "w:t":
            self._in_text = not self._hidden
        elif name in _SIGNS and self._in_run and not self._hidden:
            draft.pieces.append(_SIGNS[name])
        elif name == "w:vanish" and self._in_run:
            self._hidden = value not in _OFF
        elif name in _LEVELS and self._in_run:
            self._raised = value == "superscript" or value.isdecimal()
        elif name == "w:lastRenderedPageBreak":
            self._page = max(self._page, 1) + 1
        elif name == "w:pStyle":
            draft.mark = _mark(self._styles.get(value, value)) or draft.mark
        elif name == "w:numPr":
            draft.mark = draft.mark or "- "

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
        elif name == "w:p" and self._drafts:
            draft = self._drafts.pop()
            self.flow.add(draft.text if draft.text != draft.mark else "", page=self._page)
        elif name == "w:tr":
            self.flow.end_row()
        elif name == "w:t":
            self._in_text = False
        elif name == "w:r":
            self._in_run = False

    def data(self, text: str) -> None:
        if self._in_text and not self._unseen and self._drafts:
            self._drafts[-1].add(text.replace("\n", " "), raised=self._raised)
            self._raised = False


def _mark(style: str) -> str:
    """What stands before a paragraph of a style: signs that the text itself would have."""
    heading = _HEADING.match(style)
    if heading:
        return "#" * int(heading[1]) + " "
    if style.lower() in _TITLE:
        return "# "
    return "- " if _LIST.match(style) else ""
