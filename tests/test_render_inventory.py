"""The record as people and programs look it over."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factcheck.model import Block, BlockKind, Dated, Mark
from factcheck.render.inventory import list_record, show_document
from factcheck.render.inventory_json import render_document, render_record
from factcheck.render.lines import Line, lay_out
from factcheck.values import Span
from tests.report_factory import DOCUMENT, OUTLINE, SKIPPED, TEXT


def write(lines: list[Line], *, width: int = 0) -> str:
    return lay_out(lines, width=width, colour=False)


def test_each_fact_says_where_it_comes_from() -> None:
    shown = write(list_record([OUTLINE], SKIPPED))
    for line in (
        "news/bridge.txt\n",
        "    kind       article (inferred)\n",
        "    title      Harbour bridge opens late (inferred: the first heading)\n",
        "    publisher  The Daily Tide (stated: record.yaml)\n",
        "    author     (unknown)\n",
        "    published  2017-06-01 (inferred: a dateline on line 3)\n",
        "    text       1 section, 3 blocks, 1 of them page furniture; read as text\n",
    ):
        assert line in shown


def test_what_was_skipped_is_listed_with_its_reason() -> None:
    assert write(list_record([OUTLINE], SKIPPED)).endswith(
        "1 document, 1 skipped\n  - skipped scan.tiff: no reader for .tiff files\n"
    )


def test_an_empty_record_says_so() -> None:
    assert write(list_record([], [])) == "0 documents, 0 skipped\n"


def test_a_fact_that_was_looked_for_in_vain_says_where() -> None:
    outline = replace(OUTLINE, published=Dated(source="two dates that differ"))
    shown = write(list_record([outline], []))
    assert "published  (unknown: two dates that differ)\n" in shown


def test_every_block_is_marked_and_nothing_is_cut() -> None:
    shown = write(show_document(DOCUMENT))
    for line in (
        "Section 1 of 1, characters 0-214: Harbour bridge opens late\n",
        "    furniture (a row of links), characters 0-19\n    | Home | News | Sport\n",
        "    heading (short and without a full stop), characters 20-45\n    | Harbour bridge opens late\n",
        "    paragraph, characters 47-213\n    | The bridge opened in May 2017",
        "    spoken     characters 180-190 by Ada Quill (stated)\n",
    ):
        assert line in shown
    for row in filter(None, TEXT.split("\n")):
        assert f"| {row}\n" in shown


def test_text_in_no_block_and_in_no_section_is_shown_too() -> None:
    first = Block(span=Span(0, 19), kind=BlockKind.PARAGRAPH)
    section = replace(DOCUMENT.sections[0], span=Span(0, 121), blocks=(first,))
    shown = write(show_document(replace(DOCUMENT, sections=(section,))))
    assert "in no block, so not read" in shown
    assert "Outside every section\n" in shown
    for row in ("Harbour bridge opens late", "It cost £12 million", "Mayor Ada Quill"):
        assert f"| {row}" in shown or f"| {' '}{row}" in shown


@pytest.mark.parametrize("width", [0, 80])
def test_text_from_documents_is_never_obeyed(width: int) -> None:
    text = "\x1b[2J[red]x[/red]\r\nb\rc\u202e" + TEXT
    block = Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH)
    section = replace(DOCUMENT.sections[0], span=Span(0, len(text)), blocks=(block,), heading="\x1b[2J")
    shown = write(show_document(replace(DOCUMENT, text=text, sections=(section,), path="\x1bp")), width=width)
    assert "    | \\x1b[2J[red]x[/red]\n    | b\\x0dc\\u202eHome" in shown
    assert not {"\x1b", "\r", "\u202e"} & set(shown)


def test_the_record_as_json_holds_the_same_facts() -> None:
    shown = json.loads(render_record([OUTLINE], SKIPPED))
    assert shown["schema"] == "factcheck.record/1"
    assert shown["skipped"] == [{"path": "scan.tiff", "reason": "no reader for .tiff files"}]
    document = shown["documents"][0]
    assert document["publisher"] == {"value": "The Daily Tide", "basis": "stated", "source": "record.yaml"}
    assert document["kind"] == {"value": "article", "basis": "inferred"}
    assert (document["blocks"], document["furniture"]) == (3, 1)
    assert document["sections"][0]["published"]["value"] == "2017-06-01"


def test_a_document_as_json_holds_all_its_text() -> None:
    shown = json.loads(render_document(DOCUMENT))
    assert shown["schema"] == "factcheck.document/1"
    for block in shown["sections"][0]["blocks"]:
        assert TEXT[block["start"] : block["end"]] == block["text"]
    assert [block["kind"] for block in shown["sections"][0]["blocks"]] == [
        "furniture",
        "heading",
        "paragraph",
    ]
    assert shown["spoken"] == [
        {"start": 180, "end": 190, "speaker": "Ada Quill", "known": True, "source": "record.yaml"}
    ]


def test_a_block_says_on_which_page_it_begins() -> None:
    last = DOCUMENT.sections[-1].blocks[-1].span
    document = replace(DOCUMENT, marks=(Mark(start=0, page=1), Mark(start=last.start, page=2)))
    assert ", page 1, characters 0-" in write(show_document(document))
    pages = [
        block["page"] for section in json.loads(render_document(document))["sections"] for block in section["blocks"]
    ]
    assert pages[0] == 1
    assert pages[-1] == 2


def test_a_block_of_a_table_says_in_which_row_it_stands() -> None:
    document = replace(DOCUMENT, marks=(Mark(start=0, row=12),))
    assert ", row 12, characters 0-" in write(show_document(document))
    blocks = json.loads(render_document(document))["sections"][0]["blocks"]
    assert (blocks[0]["page"], blocks[0]["row"]) == (None, 12)


def test_a_block_of_a_recording_says_at_what_time_it_begins() -> None:
    document = replace(DOCUMENT, marks=(Mark(start=0, time="1:02"),))
    assert ", at 1:02, characters 0-" in write(show_document(document))
