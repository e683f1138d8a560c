"""Made-up pages of different kinds: date, author, kind, and what is text and what is furniture."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.model import BlockKind, Document, DocumentKind, Extracted
from factcheck.record.document import Source, build_document
from tests.record_pages import PAGES


@cache
def _page(name: str) -> Document:
    return build_document(
        Source(path=f"{name}.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=PAGES[name]))
    )


def _texts(document: Document, kind: BlockKind) -> list[str]:
    return [
        block.span.of(document.text) for section in document.sections for block in section.blocks if block.kind is kind
    ]


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("local_paper", "2019-03-12"),
        ("broadcaster", "2016-05-13"),
        ("council", "2019-03-12"),
        ("blog", "2016-03-03"),
        ("column", "2019-02-28"),
        ("agency", "2019-05-03"),
        ("interview", "2020-05-03"),
        ("statement", "2018-06-14"),
        ("government", "2015-06-03"),
        ("trade_press", "2018-07-02"),
        ("markdown", "2019-03-12"),
        ("readers", "2019-03-12"),
    ],
)
def test_the_date_of_publication(name: str, published: str) -> None:
    assert str(_page(name).published.value) == published


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("local_paper", "Omar Sayle"),
        ("broadcaster", None),
        ("blog", "Marjorie Oakes"),
        ("column", "Ines Calder"),
        ("interview", "Lena Frost"),
        ("archive", "Piet Larssen"),
        ("statement", "Ruth Abara"),
        ("trade_press", "Jo Marsh"),
        ("markdown", "Ada Poe"),
    ],
)
def test_the_author(name: str, author: str | None) -> None:
    assert _page(name).author.value == author


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("local_paper", DocumentKind.ARTICLE),
        ("broadcaster", DocumentKind.ARTICLE),
        ("council", DocumentKind.ARTICLE),
        ("agency", DocumentKind.ARTICLE),
        ("blog", DocumentKind.FIRST_PERSON),
        ("column", DocumentKind.FIRST_PERSON),
        ("archive", DocumentKind.FIRST_PERSON),
        ("statement", DocumentKind.FIRST_PERSON),
        ("interview", DocumentKind.TRANSCRIPT),
    ],
)
def test_the_kind(name: str, kind: DocumentKind) -> None:
    assert _page(name).kind is kind


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("local_paper", "Council chief to leave after three years in post"),
        ("broadcaster", "Northshire hospital trust fined over patient falls"),
        ("council", "Council tax to rise by 2.9 per cent"),
        ("blog", "What we got wrong about buses"),
        ("column", "Why I stopped chairing meetings"),
        ("agency", "School board votes to close two campuses"),
        ("interview", "Five minutes with the harbour master"),
        ("government", "Free childcare doubled for working parents"),
        ("trade_press", "Whitfield quits Eastmere for regulator role"),
        ("markdown", "Ten years of the harbour trust"),
    ],
)
def test_the_title(name: str, title: str) -> None:
    assert _page(name).title.value == title


@pytest.mark.parametrize(
    ("name", "openings"),
    [
        (
            "local_paper",
            [
                "Dana Whitfield will",
                "The chief",
                "Dana Whitfield joined",
                "She said",
                "The council’s",
                "Oppos",
            ],
        ),
        ("broadcaster", ["A hospital", "Northshire", "Inspectors", "Chief executive", "The judge"]),
        ("council", ["Councillors", "The decision", "Among", "- £2", "- £400", "- 12", "Leader"]),
        ("blog", ["When I became", "Our subsidy", "“You cannot"]),
        ("column", ["After eleven", "My board", "But we"]),
        ("agency", ["LAKETON", "Superintendent", "Parents"]),
        ("archive", ["This week", "There will", "I know", "But the"]),
        ("statement", ["I want", "We asked", "I have"]),
        ("trade_press", ["Eastmere Council's", "Dana", "She has"]),
        ("markdown", ["The trust", "It bought", "By 2014"]),
        ("readers", ["The trust", "Two of", "The county", "Bo Lund, its"]),
    ],
)
def test_the_text_is_all_there_and_nothing_else(name: str, openings: list[str]) -> None:
    paragraphs = _texts(_page(name), BlockKind.PARAGRAPH)
    assert len(paragraphs) == len(openings)
    for paragraph, opening in zip(paragraphs, openings, strict=True):
        assert paragraph.startswith(opening)


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("trade_press", "Council Weekly"),
        ("council", "Westmarsh Council"),
        ("agency", "Laketon Herald"),
        ("blog", None),
    ],
)
def test_the_publisher(name: str, publisher: str | None) -> None:
    assert _page(name).publisher.value == publisher


def test_an_archive_with_dated_posts_is_a_section_each() -> None:
    sections = _page("archive").sections
    assert [section.heading for section in sections] == ["A budget for the young", "Why the bridge must wait"]
    assert [str(section.published.value) for section in sections] == ["2014-04-03", "2014-01-12"]


def test_a_page_of_its_own_date_is_not_dated_by_its_visit() -> None:
    text = (
        "Friday 10 June 2022\nChoose a location\n\nHarbour wall to be rebuilt\n\n"
        "The harbour wall is to be rebuilt at a cost of £3 million, the port has said.\n\n"
        "Work on the wall will begin in the spring and is to take two years, it added.\n"
    )
    document = build_document(Source(path="a.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=text)))
    assert document.published.value is None
    assert document.published.source.startswith("undated")


def test_a_date_in_running_text_dates_nothing() -> None:
    text = (
        "Harbour wall to be rebuilt\n\nThe harbour wall fell on 3 May 2017 in a storm, the port has said.\n\n"
        "Work on the wall will begin on 9 June 2018 and is to take two years, it added.\n"
    )
    document = build_document(Source(path="a.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=text)))
    assert document.published.value is None
    assert document.published.source == "undated; the latest date mentioned is 2018-06-09"


def test_words_quoted_without_marks_are_not_the_papers_own() -> None:
    quoted = "I have made it clear that we must rebuild this service from the ground up, and I mean to do so.\n\n"
    text = (
        "The head of the port has set out her plans for the harbour in a letter to staff.\n\n"
        "She wrote in the letter that the wall would come first:\n\n" + quoted * 4
    )
    document = build_document(Source(path="a.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=text)))
    assert document.kind is DocumentKind.ARTICLE


def test_a_counter_above_a_short_text_does_not_end_it() -> None:
    text = (
        "Harbour wall to be rebuilt\nThe port has found the money at last, it said on Monday morning.\n"
        "12 Comments\nThe harbour wall is to be rebuilt at a cost of £3 million, the port has said.\n"
        "Work on the wall will begin in the spring and is to take two years, it added.\n"
    )
    document = build_document(Source(path="a.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=text)))
    assert len(_texts(document, BlockKind.PARAGRAPH)) == 3


def test_an_inspection_report_is_a_report() -> None:
    text = (
        "Lower Marsh Children’s Home\nInspection report\nInspected on 3 May 2017\n"
        "We found that the home did not keep records of medicines that it gave to children.\n"
        "We rated the home inadequate overall because leaders had not acted on our last report.\n"
    )
    document = build_document(Source(path="a.txt", sha256="0" * 64, reader="plain", extracted=Extracted(text=text)))
    assert document.kind is DocumentKind.REPORT
