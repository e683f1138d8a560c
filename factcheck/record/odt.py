"""OpenDocument texts (.odt): the text as it stands with all changes accepted, tables row by row, notes at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.record.assembly import raised_after
from factcheck.record.markup import read_tags
from factcheck.record.office import Flow, extract
from factcheck.record.zipped import open_zip, read_named_part

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.model import Extracted

_PREFIXES: Final = {
    "xmlns:text:1.0": "text",
    "xmlns:table:1.0": "table",
    "xmlns:office:1.0": "office",
    "xmlns:style:1.0": "style",
    "xmlns:manifest:1.0": "manifest",
}
_UNSEEN: Final = frozenset("text:tracked-changes office:annotation text:note-citation office:forms".split())
"""Elements whose content is not in the text: deletions are kept here, and so are remarks in the margin."""

_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
_SIGNS: Final = {"text:line-break": "\n", "text:tab": "\t"}
_RAISED: Final = ("super", *"123456789")
"""How the position of raised text begins: in words, or by how many parts of a hundred."""

_MOST_SPACES: Final = 100
_SPACE: Final = re.compile(r"[ \t\r\n]+")
"""White space of the file itself: several stand for one blank."""


class OpenText:
    """Reads an OpenDocument text; a heading has a "#" before it, an item of a list a "-"."""

    name = "odt"

    def read(self, path: Path) -> Extracted:
        """Return the text with the file's title, who made it, and when it was saved.

        Raises:
            InputError: it is no OpenDocument text, damaged, locked, or a bomb.
        """
        with open_zip(path, what="OpenDocument text") as archive:
            content = read_named_part(archive, "content.xml")
            if content is None:
                raise InputError("is no OpenDocument text: it has no part content.xml")
            if b"encryption-data" in (read_named_part(archive, "META-INF/manifest.xml") or b""):
                raise InputError("locked by a password")
            body = _Body()
            read_tags(content, body, prefixes=_PREFIXES)
            properties = read_named_part(archive, "meta.xml")
            return extract([*body.flow.done, *body.notes.done], properties=properties, skipped=())


class _Body:
    """Reads the paragraphs of a text; those of notes are kept apart."""

    def __init__(self) -> None:
        self.flow, self.notes = Flow(), Flow()
        self._drafts: list[list[str]] = []
        self._unseen = self._in_note = self._in_list = 0
        self._style = ""
        self._high: set[str] = set()
        self._raised = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unseen or name in _UNSEEN:
            self._unseen += 1
        elif name in _PARAGRAPHS:
            self._drafts.append([self._mark(name, attributes)])
        elif name == "table:table-row":
            self._here.begin_row()
        elif name == "table:table-cell":
            self._here.begin_cell()
        elif name.startswith("style:"):
            self._read_style(name, attributes)
        else:
            self._raised = name == "text:span" and attributes.get("text:style-name", "") in self._high
            self._in_note += name == "text:note"
            self._in_list += name == "text:list-item"
            sign = _sign(name, attributes)
            if self._drafts and sign:
                self._drafts[-1].append(sign)

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
        elif name in _PARAGRAPHS:
            mark, *pieces = self._drafts.pop()
            text = "".join(pieces).strip()
            self._here.add(mark + text if text else "")
        elif name == "table:table-row":
            self._here.end_row()
        else:
            self._in_note -= name == "text:note"
            self._in_list -= name == "text:list-item"

    def data(self, text: str) -> None:
        if self._drafts and not self._unseen:
            draft = self._drafts[-1]
            draft.append((raised_after(draft[-1], text) if self._raised else "") + _SPACE.sub(" ", text))
            self._raised = False

    def _read_style(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note which styles raise their text."""
        if name == "style:style":
            self._style = attributes.get("style:name", "")
        elif attributes.get("style:text-position", "-").startswith(_RAISED):
            self._high.add(self._style)

    @property
    def _here(self) -> Flow:
        return self.notes if self._in_note else self.flow

    def _mark(self, name: str, attributes: Mapping[str, str]) -> str:
        if name == "text:h":
            level = attributes.get("text:outline-level", "1")
            return "#" * (int(level) if level in set("123456") else 1) + " "
        return "- " if self._in_list and not self._in_note else ""


def _sign(name: str, attributes: Mapping[str, str]) -> str:
    if name == "text:s":
        count = attributes.get("text:c", "1")
        return " " * min(int(count) if count.isascii() and count.isdigit() else 1, _MOST_SPACES)
    return _SIGNS.get(name, "")
