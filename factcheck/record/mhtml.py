"""Web pages saved with all that belongs to them in one file, as browsers do."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.record.html import WebPage, decode_page

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

    from factcheck.model import Extracted


class SavedPage:
    """Reads the page of an MHTML file; what is saved beside it (pictures, styles, frames) is left alone."""

    def __init__(self) -> None:
        self.name = "mhtml"

    def read(self, path: Path) -> Extracted:
        """Return the main text of the page, and what its markup and the file say of it.

        Raises:
            InputError: there is no page in it, or the page cannot be read.
        """
        message = message_from_bytes(path.read_bytes())
        page = _find_page(message)
        content = page.get_payload(decode=True)
        if not isinstance(content, bytes):
            raise InputError("a broken MHTML file: its page cannot be decoded")
        address = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
        reader = WebPage()
        extracted = reader.read_page(decode_page(content, told=page.get_content_charset() or ""), address=address)
        self.name = reader.name.replace("html", "mhtml")
        return extracted


def _find_page(message: Message) -> Message:
    """The first part that is a page: the others are its frames."""
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return part
    raise InputError("an MHTML file without a page in it")
