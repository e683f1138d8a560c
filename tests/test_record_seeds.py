"""The five seed documents: what is read off each, and offsets that hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factcheck.model import BlockKind, Document, DocumentKind
from factcheck.record.intake import read_folder

SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def _documents() -> dict[str, Document]:
    return {document.path[:3]: document for document in read_folder(SEEDS).documents}


def _texts(number: str, kind: BlockKind) -> list[str]:
    document = _documents()[number]
    blocks = [block for section in document.sections for block in section.blocks if block.kind is kind]
    return [block.span.of(document.text) for block in blocks]


@pytest.mark.parametrize(
    ("number", "published"),
    [("000", "2018-06-14"), ("001", "2014-03-25"), ("002", "2017-02-19"), ("004", "2015-01-27")],
)
def test_the_date_of_publication(number: str, published: str) -> None:
    document = _documents()[number]
    assert str(document.published.value) == published
    assert len(document.sections) == 1
    assert document.sections[0].published == document.published


def test_the_source_of_a_date_names_its_line() -> None:
    source = _documents()["000"].published.source
    assert source == "line 8: “Thursday 14 June 2018”, under the headline"


def test_a_list_of_columns_is_three_sections_by_one_author() -> None:
    document = _documents()["003"]
    assert document.kind is DocumentKind.FIRST_PERSON
    assert document.author.value == "Mark Rogers"
    assert document.author.source == "line 3: “Mark Rogers articles published elsewhere.”"
    dates = [str(section.published.value) if section.published.value else None for section in document.sections]
    assert dates == [None, "2016-01-21", None]
    assert document.published.value is None
    headings = [(section.heading or "").replace("\xa0", " ") for section in document.sections]
    assert headings == [
        "“Long ago life was clean.”",
        "This intervention is about rehabilitation",
        "Facing up to the post Paris challenges",
    ]


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_reports_are_articles(number: str) -> None:
    assert _documents()[number].kind is DocumentKind.ARTICLE


@pytest.mark.parametrize(
    ("number", "publisher"),
    [
        ("000", "Bailiwick Express"),
        ("001", "The Chamberlain Files"),
        ("002", "Birmingham Mail"),
        ("003", None),
        ("004", "The Chamberlain Files"),
    ],
)
def test_the_publisher(number: str, publisher: str | None) -> None:
    assert _documents()[number].publisher.value == publisher


@pytest.mark.parametrize(
    ("number", "furniture"),
    [
        ("000", "Monday 27 June 2022"),
        ("000", "I thought that Mr. Parker was supposed to be cutting costs not increasing them."),
        ("000", "Pictured: Mr Rogers' career portfolio."),
        ("001", "Last week, Mayor Andy Street highlighted air quality as one of the issues which needs"),
        ("001", "Our community"),
        ("002", "date 2017-02-19"),
        ("003", "This article first appeared in the Local Government Chronicle on 21 January 2016"),
        ("003", "Image via Twitter from Charlotte Marshall"),
        ("004", "Similar Articles"),
        ("004", "powered by MailChimp!"),
    ],
)
def test_furniture(number: str, furniture: str) -> None:
    assert furniture in _texts(number, BlockKind.FURNITURE)


@pytest.mark.parametrize(
    ("number", "count", "first", "last"),
    [
        ("000", 15, "A former UK local government leader", "Applications for the long-term job"),
        ("001", 20, "Mark Rogers, Birmingham city council’s", "Sir Albert warned:"),
        ("002", 31, "Birmingham City Council has been plunged", "But 14 months on,"),
        ("003", 27, "It’s been a particularly tough", "So, as we move forward"),
        ("004", 20, "Birmingham city council must show", "What it is most important to do"),
    ],
)
def test_the_text_is_all_there_and_nothing_else(number: str, count: int, first: str, last: str) -> None:
    paragraphs = _texts(number, BlockKind.PARAGRAPH)
    assert len(paragraphs) == count
    assert paragraphs[0].startswith(first)
    assert paragraphs[-1].startswith(last)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_blocks_are_in_order_stripped_and_apart(number: str) -> None:
    document = _documents()[number]
    end = 0
    for section in document.sections:
        for block in section.blocks:
            content = block.span.of(document.text)
            assert block.span.start >= end
            assert section.span.contains(block.span)
            assert content == content.strip() != ""
            end = block.span.end
