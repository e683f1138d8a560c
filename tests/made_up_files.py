"""Files of the formats that are read, made for the tests part by part."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document, Intake

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE: Final = "The harbour board spent £4 million on the quay in 2016, its accounts show."


def skipped(intake: Intake) -> dict[str, str]:
    """What was skipped, and why."""
    return {skip.path: skip.reason for skip in intake.skipped}


def paragraphs(document: Document) -> list[str]:
    """What of a document is neither furniture nor heading."""
    return [
        block.span.of(document.text)
        for section in document.sections
        for block in section.blocks
        if block.kind.value == "paragraph"
    ]


def write_zip(path: Path, parts: dict[str, str | bytes]) -> Path:
    """Write a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def word_part(body: str) -> str:
    """The main part of a Word file."""
    return f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def word_paragraph(text: str, *, properties: str = "") -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def write_word(path: Path, body: str, **parts: str) -> Path:
    """Write a Word file; further parts by their names without `word/` and `.xml`, and `core` for the properties."""
    named = {("docProps/core.xml" if name == "core" else f"word/{name}.xml"): text for name, text in parts.items()}
    return write_zip(path, {"word/document.xml": word_part(body), **named})


def core(*, author: str, modified: str, title: str = "") -> str:
    """The properties of a Word file."""
    return (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><t:modified>{modified}</t:modified>"
        "</c:coreProperties>"
    )


def write_open_text(path: Path, body: str, *, meta: str = "") -> Path:
    """Write an OpenDocument text."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "text", "table", "meta")
    )
    content = f"<office:document-content{spaces}><office:body><office:text>{body}</office:text></office:body>"
    parts: dict[str, str | bytes] = {"content.xml": f"{content}</office:document-content>"}
    if meta:
        dc = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        parts["meta.xml"] = f"<office:document-meta{spaces}{dc}>{meta}</office:document-meta>"
    return write_zip(path, parts)
