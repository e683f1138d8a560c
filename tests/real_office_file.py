"""The made-up article as an office program keeps it: one file of OpenDocument markup."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from tests.real_article import AUTHOR, DATE_LINE, HEAD, SECTIONS, TABLE, TITLE

NOTE: Final = "Report on the harbour wall of the Dunmore Port Office, page 12."
"""It stands at the foot of the first page, where a sentence goes on over the page."""

_SPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
)
_STYLES: Final = """<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Liberation Serif"
 fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:text-align="justify"/>
</style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties
 fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
</office:styles>"""


def as_open_text(*, columns: int = 1) -> str:
    """The article with a running head, numbered pages of A5, and its sections in columns."""
    body = [
        f'<text:p text:style-name="Title">{escape(TITLE)}</text:p>',
        f'<text:p text:style-name="Standard">By {AUTHOR}</text:p>',
        f'<text:p text:style-name="Standard">{DATE_LINE}</text:p>',
        '<text:section text:style-name="Columns" text:name="Article">',
    ]
    for place, (heading, paragraphs) in enumerate(SECTIONS):
        body.append(f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{escape(heading)}</text:h>')
        body += [f'<text:p text:style-name="Text_20_body">{_set_note(text)}</text:p>' for text in paragraphs]
        body += [_table()] if not place else []
    body.append("</text:section>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{escape(TITLE)}</dc:title><meta:initial-creator>{AUTHOR}</meta:initial-creator>"
        f"<dc:creator>{AUTHOR}</dc:creator><dc:date>2018-06-13T09:00:00</dc:date></office:meta>"
        f"{_STYLES}{_pages(columns)}<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    )


def _set_note(text: str) -> str:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f'<text:p text:style-name="Footnote">{NOTE}</text:p></text:note-body></text:note>'
    )
    return escape(text).replace("made fit.", f"made fit.{note}")


def _table() -> str:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in TABLE
    )
    return f'<table:table><table:table-column table:number-columns-repeated="{len(TABLE[0])}"/>{rows}</table:table>'


def _pages(columns: int) -> str:
    return f"""<office:automatic-styles><style:style style:name="Columns" style:family="section">
<style:section-properties>
<style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:page-layout style:name="Small"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="17cm"
 fo:margin="1.5cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Small">
<style:header><text:p text:style-name="Header">{HEAD}</text:p></style:header>
<style:footer><text:p text:style-name="Footer">Page <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>"""
