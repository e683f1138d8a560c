"""PDF files: the text layer, page by page, in the order in which people read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Basis, Dated, Extracted, Fact
from factcheck.record.authors import is_person_name
from factcheck.record.page_facts import read_declared
from factcheck.record.pdf_paragraphs import write_text
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pypdfium2 import PdfDocument

    from factcheck.record.pdf_lines import PdfLine

_UNKNOWN_LETTERS: Final = 0.3
"""Share of characters without a meaning from which a text layer is taken for unreadable: a symbol or two is usual."""

_TOP: Final = 2000
"""Characters at the top of a text in which its title stands."""

_PRINTED: Final = re.compile(r"mozilla|chrom|skia|firefox|safari|webkit|quartz|wkhtml|print|scan", re.IGNORECASE)
"""Makers that write down what is shown or lies before them: their day is that of a visit, not of the text."""

_ENCRYPTED: Final = (4, 5)
"""What pdfium answers where a password, or a way of encryption that it does not know, stands before the text."""


class PdfFile:
    """Reads a PDF file; running heads and page numbers are left out, lines are joined to paragraphs.

    A word that a line's end parts is one again. What is in pictures is not read, and `name` says on which pages
    there was nothing else.
    """

    def __init__(self) -> None:
        self.name = "pdf"

    def read(self, path: Path) -> Extracted:
        """Return the text with a mark where each page begins, and what the file says of itself.

        Raises:
            InputError: it is encrypted, broken, or has no text layer.
        """
        document = _open(path)
        try:
            pages = _read_pages(document)
            told = document.get_metadata_dict()
        finally:
            document.close()
        empty = [str(number) for number, columns in enumerate(pages, 1) if not columns]
        if len(empty) == len(pages):
            raise InputError("no text layer (a scan?): run text recognition over it first")
        if empty:
            self.name = f"pdf, but for {'page' if len(empty) == 1 else 'pages'} {', '.join(empty)} without a text layer"
        text, marks = write_text(pages)
        _check_letters(text)
        return Extracted(text=text, marks=marks, title=_title(told, text), author=_author(told), presumed=_made(told))


def _open(path: Path) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - slow, and met here only

    content = path.read_bytes()
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if getattr(error, "err_code", None) in _ENCRYPTED:
            raise InputError("encrypted: it opens only with a password") from None
        what = "a broken PDF file" if b"%PDF-" in content[:1024] else "not a PDF file, whatever its name"
        raise InputError(what) from None


def _read_pages(document: PdfDocument) -> list[list[list[PdfLine]]]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    from factcheck.record.pdf_columns import find_columns  # noqa: PLC0415

    try:
        return [find_columns(document, number) for number in range(len(document))]
    except PdfiumError:
        raise InputError("a broken PDF file: one of its pages cannot be loaded") from None


def _check_letters(text: str) -> None:
    unknown = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if unknown > _UNKNOWN_LETTERS * len(text):
        raise InputError("its letters cannot be told: the fonts in it do not say which they are")


def _title(told: Mapping[str, str], text: str) -> Fact:
    """The title of the file, where its text bears it out: many are those of a template or an older file."""
    title = " ".join(told.get("Title", "").split())
    if title and fold_loosely(title) in fold_loosely(" ".join(text[:_TOP].split())):
        return Fact(value=title, basis=Basis.INFERRED, source="the file's own title")
    return Fact()


def _author(told: Mapping[str, str]) -> Fact:
    """The author of the file, where it is a person's name: many are those of a firm or an account."""
    author = " ".join(told.get("Author", "").split())
    return (
        Fact(value=author, basis=Basis.INFERRED, source="the file's own author") if is_person_name(author) else Fact()
    )


def _made(told: Mapping[str, str]) -> Dated:
    """When the file was made, which its text may be older than; when it was printed off tells nothing."""
    if _PRINTED.search(f"{told.get('Creator', '')} {told.get('Producer', '')}"):
        return Dated()
    digits = re.sub(r"\AD:", "", told.get("CreationDate", ""))[:8]
    period = read_declared(digits)
    source = "the day on which the file was made; its text gives no date"
    return Dated(value=period, basis=Basis.INFERRED, source=source) if period else Dated()
