"""Word, OpenDocument and rich text: what is in the text, what is not, and what the file's properties are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.index.keeping import outline_document
from factcheck.model import DocumentKind
from factcheck.record.intake import read_folder
from factcheck.record.scope import find_latest_date
from tests.made_up_files import (
    SENTENCE,
    WORD,
    core,
    paragraphs,
    skipped,
    word_paragraph,
    write_open_text,
    write_word,
)
from tests.real_producers import convert, needs_office

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document

SAVED = "last saved then, so written by then; the text names no date"


def _read(folder: Path) -> Document:
    return read_folder(folder).documents[0]


def test_headings_lists_and_rows_of_a_word_file(tmp_path: Path) -> None:
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    cells = "".join(f"<w:tc>{word_paragraph(text)}</w:tc>" for text in ("Year", "Cost", ""))
    body = (
        word_paragraph("What the quay cost", properties='<w:pStyle w:val="berschrift1"/>')
        + word_paragraph(SENTENCE)
        + word_paragraph("the first thing", properties="<w:numPr/>")
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    write_word(tmp_path / "a.docx", body, styles=styles)
    document = _read(tmp_path)
    assert document.reader == "word"
    assert document.text.split("\n\n") == ["# What the quay cost", SENTENCE, "- the first thing", "Year | Cost"]
    assert document.sections[0].heading == "What the quay cost"


def test_deleted_text_is_no_text_and_inserted_text_is(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The quay cost </w:t></w:r><w:del><w:r><w:delText>£9 million</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>£4 million</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> in all</w:t></w:r>'
        "<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>It was paid.</w:t></w:r></w:p>"
    )
    write_word(tmp_path / "a.docx", body)
    assert _read(tmp_path).text == "The quay cost £4 million in all.\n\nIt was paid."


def test_notes_stand_at_the_end_and_remarks_are_told_as_skipped(tmp_path: Path) -> None:
    note = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator">{word_paragraph("x")}</w:footnote>'
    note += f"<w:footnote>{word_paragraph('See the accounts.')}</w:footnote></w:footnotes>"
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment>{word_paragraph("Is this so?")}</w:comment></w:comments>'
    write_word(tmp_path / "a.docx", word_paragraph(SENTENCE), footnotes=note, comments=comments)
    intake = read_folder(tmp_path)
    assert intake.documents[0].text == f"{SENTENCE}\n\nSee the accounts."
    assert skipped(intake) == {"a.docx/comments": "remarks in the margin are no part of the text"}


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{word_paragraph('A box beside the text.')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        f"</mc:AlternateContent></w:r><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    )
    write_word(tmp_path / "a.docx", body)
    assert _read(tmp_path).text == f"A box beside the text.\n\n{SENTENCE}"


def test_a_page_laid_out_by_a_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    cell = word_paragraph(SENTENCE) + word_paragraph("It was opened in May.")
    write_word(
        tmp_path / "a.docx", f"<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{word_paragraph('Notes')}</w:tc></w:tr></w:tbl>"
    )
    assert _read(tmp_path).text.split("\n\n") == [SENTENCE, "It was opened in May.", "Notes"]


def test_pages_are_told_where_word_left_them(tmp_path: Path) -> None:
    turned = f"<w:p><w:r><w:lastRenderedPageBreak/><w:t>{SENTENCE}</w:t></w:r></w:p>"
    write_word(tmp_path / "a.docx", word_paragraph("Short.") + turned)
    document = _read(tmp_path)
    marks = [(mark.start, mark.page) for mark in document.marks]
    assert marks == [(document.text.index(SENTENCE), 2)]


def test_the_day_of_saving_is_only_the_latest_day(tmp_path: Path) -> None:
    properties = core(author="Ann Lee", modified="2020-03-04T10:00:00Z", title="The quay")
    write_word(tmp_path / "a.docx", word_paragraph(SENTENCE), core=properties)
    document = _read(tmp_path)
    assert (document.title.value, document.author.value) == ("The quay", "Ann Lee")
    assert (str(document.published.value), document.published.source) == ("../2020-03-04", SAVED)
    assert find_latest_date([outline_document(document, ())]) is None


def test_a_date_and_an_author_in_the_text_come_before_the_properties(tmp_path: Path) -> None:
    body = "".join(map(word_paragraph, ("Quay is sinking", "By Jo Marsh", "3 May 2017", SENTENCE)))
    write_word(tmp_path / "a.docx", body, core=core(author="Ann Lee", modified="2020-03-04T10:00:00Z"))
    document = _read(tmp_path)
    assert (document.author.value, str(document.published.value)) == ("Jo Marsh", "2017-05-03")


def test_whoever_typed_a_statement_is_not_its_author(tmp_path: Path) -> None:
    body = "".join(
        map(word_paragraph, ("I rebuilt the quay in 2016 and I am proud of it.", "I shall do it again for us."))
    )
    write_word(tmp_path / "a.docx", body, core=core(author="Jo Marsh", modified="2020-03-04T10:00:00Z"))
    document = _read(tmp_path)
    assert document.kind is DocumentKind.FIRST_PERSON
    assert document.author.value is None


@pytest.mark.parametrize("author", ["python-docx", "Microsoft Office User", "Admin", ""])
def test_a_program_is_no_author(tmp_path: Path, author: str) -> None:
    write_word(tmp_path / "a.docx", word_paragraph(SENTENCE), core=core(author=author, modified="soon"))
    document = _read(tmp_path)
    assert document.author.value is None
    assert document.published.value is None


def test_an_open_document(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:deletion><text:p>It cost £9m.</text:p></text:deletion></text:tracked-changes>"
        '<text:h text:outline-level="2">The quay</text:h>'
        "<text:p>The quay<text:s text:c='2'/>cost\n £4 million<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>See the accounts.</text:p></text:note-body></text:note>."
        "<office:annotation><text:p>Really?</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>one thing</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>2016</text:p></table:table-cell>"
        "<table:table-cell><text:p>4 %</text:p></table:table-cell></table:table-row></table:table>"
    )
    meta = (
        "<office:meta><dc:title>Quay</dc:title><dc:creator>Ann Lee</dc:creator>"
        "<dc:date>2020-03-04T10:00:00</dc:date></office:meta>"
    )
    write_open_text(tmp_path / "a.odt", body, meta=meta)
    document = _read(tmp_path)
    expected = ["## The quay", "The quay  cost £4 million.", "- one thing", "2016 | 4 %", "See the accounts."]
    assert document.text.split("\n\n") == expected
    assert (document.title.value, document.author.value, str(document.published.value)) == (
        "Quay",
        "Ann Lee",
        "../2020-03-04",
    )


RICH = rb"""{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\info{\title Quay}{\author Ann Lee}
{\revtim\yr2020\mo3\dy4}}
{\*\generator Some Writer;}{\header Page head}
\pard The caf\'e9 paid \u163?40,000\'96\u-10179?\u-8704? {\deleted gone }kept.
{\footnote\pard See the accounts.} More.\par{\pict 00ff}\trowd\intbl 2016\cell 4 %\cell\row\pard After{\v hidden} the
 \ldblquote table\rdblquote .\par}"""


def test_rich_text(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(RICH)
    document = _read(tmp_path)
    assert document.text.split("\n\n") == [
        "The café paid £40,000–😀 kept. More.",
        "2016 | 4 %",
        "After the “table”.",
        "See the accounts.",
    ]
    assert (document.title.value, document.author.value, str(document.published.value)) == (
        "Quay",
        "Ann Lee",
        "../2020-03-04",
    )


def test_rich_text_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(
        b"{\\rtf1\\ansi\\ansicpg1250 The \\'9akoda was sold in 2016, the board said on Monday.\\par}"
    )
    assert _read(tmp_path).text.startswith("The škoda")


def test_what_python_docx_writes_is_read(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    written = docx.Document()
    written.add_heading("The quay", 0)
    written.add_paragraph(SENTENCE)
    written.add_paragraph("one thing", style="List Bullet")
    table = written.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2016", "4 %"
    written.save(tmp_path / "a.docx")
    document = _read(tmp_path)
    assert document.text.split("\n\n") == ["# The quay", SENTENCE, "- one thing", "2016 | 4 %"]
    assert document.author.value is None


@pytest.mark.parametrize("level", ['vertAlign w:val="superscript"', 'position w:val="6"'])
def test_a_raised_figure_of_a_word_file_makes_no_longer_one(tmp_path: Path, level: str) -> None:
    raised = f"<w:r><w:rPr><w:{level}/></w:rPr><w:t>2</w:t></w:r>"
    runs = f"<w:r><w:t>It lost 120</w:t></w:r>{raised}<w:r><w:t> of its 4 m</w:t></w:r>{raised}"
    write_word(tmp_path / "a.docx", f"<w:p>{runs}</w:p>")
    assert _read(tmp_path).text == "It lost 120^2 of its 4 m2"


@pytest.mark.parametrize(("level", "sign"), [("super 58%", "^"), ("33% 80%", "^"), ("sub 58%", ""), ("-8% 80%", "")])
def test_a_raised_figure_of_an_open_document_makes_no_longer_one(tmp_path: Path, level: str, sign: str) -> None:
    body = (
        f'<style:style style:name="T1"><style:text-properties style:text-position="{level}"/></style:style>'
        '<text:p>It lost 120<text:span text:style-name="T1">2</text:span> jobs.</text:p>'
    )
    write_open_text(tmp_path / "a.odt", body)
    assert _read(tmp_path).text == f"It lost 120{sign}2 jobs."


def test_a_note_of_rich_text_that_programs_may_pass_over_is_read(tmp_path: Path) -> None:
    note = r"{\super\chftn{\*\footnote\chftn\pard\plain See the accounts.}}"
    (tmp_path / "a.rtf").write_text(
        rf"{{\rtf1\ansi {{\*\unheard of}}It cost £4 million.{note} It is shut.\par}}", "cp1252"
    )
    assert _read(tmp_path).text.split("\n\n") == ["It cost £4 million. It is shut.", "See the accounts."]


@pytest.mark.parametrize("level", [r"{\super 2}", r"\super 2\nosupersub ", r"{\up6 2}"])
def test_a_raised_figure_of_rich_text_makes_no_longer_one(tmp_path: Path, level: str) -> None:
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi It lost 120{level} jobs of 4\sub 3\par}}")
    assert _read(tmp_path).text == "It lost 120^2 jobs of 43"


@needs_office
@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf"])
def test_what_libre_office_writes_is_read(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "plain.txt").write_text(SENTENCE, encoding="utf-8")
    convert([tmp_path / "plain.txt"], tmp_path / "out", to=suffix)
    assert paragraphs(_read(tmp_path / "out")) == [SENTENCE]
