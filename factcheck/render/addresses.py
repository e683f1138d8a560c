"""Addresses of documents, as programs on the web write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Outline

_WEB: Final = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
"""An address by the characters of RFC 3986, so that nothing else can come with it."""


def is_web_address(text: str) -> bool:
    """Whether a text is an address on the web, and nothing besides.

    >>> is_web_address("https://desk.example/a?b=1"), is_web_address("javascript:x"), is_web_address("https://a b")
    (True, False, False)
    """
    return _WEB.fullmatch(text) is not None


def write_reference(path: str) -> str:
    """Return the path of a document as a relative reference of RFC 3986, counted from the folder of the record.

    >>> write_reference("news/a b: 1.txt")
    'news/a%20b%3A%201.txt'
    """
    return quote(path.encode("utf-8", errors="surrogatepass"), safe="/")


def find_address(document: Outline | None) -> str:
    """Return where a document stands on the web, "" where nobody knows."""
    url = document.url.value if document else None
    return url if url and is_web_address(url) else ""


def by_path(documents: Iterable[Outline]) -> Mapping[str, Outline]:
    """Return documents by their paths."""
    return {document.path: document for document in documents}
