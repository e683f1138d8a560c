"""Web pages, saved as they were sent or as one MHTML file: the visible text of their main part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Extracted
from factcheck.record.plain import decode

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

_DECLARED: Final = re.compile(
    rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]+)|<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)",
    re.IGNORECASE,
)
_DECLARED_REACH: Final = 4096
"""Bytes within which a page says how it is encoded: four times what the HTML standard allows."""

_WINDOWS: Final = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii"})
"""Labels that browsers read as Windows-1252, which is what such pages are written in (WHATWG, Encoding)."""

_REFRESH: Final = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)

_STUB_LENGTH: Final = 300
"""Characters: a page that sends its reader on says so in a line or two."""

WHOLE: Final = "html, the whole page"
"""The name of the reader where no main text could be told from the rest."""


class WebPage:
    """Reads a web page; what is hidden, scripts and readers' comments are no part of its text."""

    def __init__(self) -> None:
        self.name = "html"

    def read(self, path: Path) -> Extracted:
        """Return the main text of a page, a line a paragraph, and what its markup says of it.

        Where no main text is found, the text is all that is visible, and `name` says so.

        Raises:
            InputError: it is no text, has no text, or only leads to other pages.
        """
        return self.read_page(decode_page(path.read_bytes()))

    def read_page(self, markup: str, *, address: str = "") -> Extracted:
        """Read a decoded page; `address` is where it was saved from.

        Raises:
            InputError: it has no text, or only leads to other pages.
        """
        from factcheck.record.page_blocks import drop_hidden, find_blocks  # noqa: PLC0415 - lxml is slow, and met here only
        from factcheck.record.page_facts import tell_facts  # noqa: PLC0415
        from factcheck.record.page_main import find_main  # noqa: PLC0415

        tree = _parse(markup)
        drop_hidden(tree)
        told = tell_facts(tree, address=address)
        elsewhere = _find_elsewhere(tree)
        blocks = find_blocks(tree)
        if sum(len(block.text) for block in blocks) < (_STUB_LENGTH if elsewhere else 1):
            raise InputError(elsewhere or "a page without text")
        main = find_main(tree, blocks)
        if not main:
            self.name = WHOLE
        text = "\n\n".join(block.text for block in main or blocks) + "\n"
        return Extracted(
            text=text,
            title=told.title,
            publisher=told.publisher,
            author=told.author,
            published=told.published,
            presumed=told.presumed,
            url=told.url,
        )


def decode_page(content: bytes, *, told: str = "") -> str:
    """Decode a page: as UTF-8 where it is that, else as `told` by whoever sent it, else as it declares.

    Raises:
        InputError: the bytes are no text, or no encoding fits.
    """
    try:
        content.decode()
    except UnicodeDecodeError:
        declared = _DECLARED.search(content[:_DECLARED_REACH])
        label = told or (next(part for part in declared.groups() if part).decode() if declared else "")
        encoding = "cp1252" if label.lower() in _WINDOWS else label
        try:
            if encoding and b"\0" not in content:
                return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass  # the label is wrong, and the bytes are looked at themselves
    return decode(content)


def _parse(markup: str) -> HtmlElement:
    """Parse a page; the parser is given bytes because it refuses a decoded page that names its encoding."""
    from lxml import etree, html  # noqa: PLC0415 - slow

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(markup.encode(errors="replace"), parser=parser)
    except etree.ParserError:
        raise InputError("a page without text") from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError("a page nested too deep to be read whole")
    return tree


def _find_elsewhere(tree: HtmlElement) -> str:
    """Why a page with little text has no more, "" where nothing tells."""
    frames = [str(frame.get("src")) for frame in tree.iter("frame") if frame.get("src")]
    if frames:
        return f"a page of frames: its text is in other files ({', '.join(frames)})"
    for meta in tree.iter("meta"):
        target = _REFRESH.search(meta.get("content") or "")
        if target and (meta.get("http-equiv") or "").lower() == "refresh":
            return f"a page that only leads on to {target[1].strip()}"
    return ""
