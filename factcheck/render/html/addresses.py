"""Where a quote can be read in its place on the web.

A page is led into by a text fragment (WICG, "URL Fragment Text Directives"), a PDF file by its page. What has no
address on the web gets none here: a path is shown as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence, Outline

LONGEST_EXACT: Final = 300
"""Up to so many characters a browser is given the whole quote to find, as Chromium does where it makes such links."""

ENDS: Final = 5
"""Words that the beginning and the end of a longer quote are found by."""

FEW: Final = 6
"""A quote of fewer words may stand elsewhere too, and is looked for with the words around it."""

_PDF: Final = "pdf"
"""The name of the reader of PDF files."""

_KEPT: Final = "!$&'()*+,;=:@/?%~#[]"
"""What an address keeps as it is, beside letters and figures (RFC 3986); "%" because it is escaped already."""


def find_address(written: str | None) -> str | None:
    """Return an address on the web as a browser takes it, None for whatever else stands in its place."""
    text = (written or "").strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or re.search(r"[\x00-\x20\x7f-\x9f\\]", text):
        return None
    scheme, rest = text.split(":", 1)
    return f"{scheme.lower()}:{quote(rest, safe=_KEPT, errors='replace')}"


def name_host(address: str) -> str:
    """Return the host of an address, which people know a source by."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def point_to(evidence: Evidence, document: Outline | None) -> str | None:
    """Return the address of a quote in its document, None where the document has none on the web."""
    address = find_address(document.url.value) if document else None
    if document is None or address is None:
        return None
    if document.reader == _PDF:
        return f"{address.split('#')[0]}#page={evidence.page}" if evidence.page else address
    directive = write_directive(evidence.quote, prefix=evidence.prefix, suffix=evidence.suffix)
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}" if directive else address


def write_directive(text: str, *, prefix: str = "", suffix: str = "") -> str:
    """Return what a browser is to find, escaped: a text of one block whole, any other by its ends.

    >>> write_directive("Well-run, at last.")
    'Well%2Drun%2C%20at%20last.'
    """
    lines = [line.split() for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    whole = " ".join(lines[0])
    if len(lines) == 1 and len(whole) <= LONGEST_EXACT:
        return _set_among(whole, prefix, suffix) if len(lines[0]) < FEW else _escape(lines[0])
    first, last = lines[0][:ENDS], lines[-1][-ENDS:]
    if len(lines) == 1 and len(lines[0]) <= len(first) + len(last):
        return _escape(lines[0])
    return f"{_escape(first)},{_escape(last)}"


def _set_among(text: str, prefix: str, suffix: str) -> str:
    """A short text with the words around it in its own block. What stands at the far end may be half a word."""
    before, after = prefix.splitlines(keepends=True)[-1:], suffix.splitlines(keepends=True)[:1]
    ahead = before[0].split() if before and not before[0].endswith("\n") else []
    behind = after[0].split() if after else []
    ahead = ahead[1:] if before == [prefix] else ahead
    behind = behind[:-1] if after == [suffix] and not suffix.endswith("\n") else behind
    led = f"{_escape(ahead[-ENDS:])}-," if ahead else ""
    followed = f",-{_escape(behind[:ENDS])}" if behind else ""
    return f"{led}{_escape([text])}{followed}"


def _escape(words: Sequence[str]) -> str:
    """Escape all that has a meaning in a directive: "&", "," and, unlike elsewhere in an address, "-"."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
