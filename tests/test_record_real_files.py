"""What office programs and browsers write: each sentence whole and in order, and nothing that belongs to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from factcheck.reading import read_document
from factcheck.record.intake import read_folder
from tests import real_article, real_office_file
from tests.real_producers import convert, needs_browser, needs_office, print_off

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.model import Document

FORMATS: Final = ("docx", "html", "odt", "pdf", "rtf")
OFFICE_FILES: Final = [f"{name}.{suffix}" for name in ("one", "two") for suffix in FORMATS]
PRINTED: Final = ("one.pdf", "one-with-margins.pdf", "two.pdf", "two-with-margins.pdf")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Document]:
    """The article in one and in two columns, in all formats."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "one.fodt").write_text(real_office_file.as_open_text(), encoding="utf-8")
    (folder / "two.fodt").write_text(real_office_file.as_open_text(columns=2), encoding="utf-8")
    for suffix in FORMATS:
        convert([folder / "one.fodt", folder / "two.fodt"], folder / "record", to=suffix)
    return read(folder / "record")


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Document]:
    """The article as a browser prints it, with what it writes in the margins and without."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "record").mkdir()
    for name, columns in (("one", False), ("two", True)):
        page = folder / f"{name}.html"
        page.write_text(real_article.as_page(columns=columns), encoding="utf-8")
        print_off(page, folder / "record" / f"{name}.pdf", margins=False)
        print_off(page, folder / "record" / f"{name}-with-margins.pdf", margins=True)
    return read(folder / "record")


def read(folder: Path) -> Mapping[str, Document]:
    intake = read_folder(folder)
    assert not intake.skipped
    return {document.path: document for document in intake.documents}


@pytest.fixture(scope="session")
def sentences(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The sentences of the article as plain text has them."""
    folder = tmp_path_factory.mktemp("text")
    (folder / "text.txt").write_text(real_article.as_text(), encoding="utf-8")
    return [text for text in passages(read(folder)["text.txt"]) if text.endswith((".", "”"))]


def passages(document: Document) -> list[str]:
    found = read_document(document)
    assert all(passage.span.of(document.text) == passage.text for passage in found)
    return [passage.text for passage in found]


def check(document: Document, sentences: list[str]) -> None:
    """Hold a document against the article: its sentences in order, its table and headings, and nothing else."""
    found = passages(document)
    assert [text for text in found if text in set(sentences)] == sentences
    headings = {f"{mark}{heading}" for heading, _ in real_article.SECTIONS for mark in ("", "## ")}
    rows = {" ".join(row) for row in real_article.TABLE}
    rows |= {real_office_file.NOTE, f"1{real_office_file.NOTE}"} & set(found)
    rest = {" ".join(text.replace("|", " ").split()) for text in found} - set(sentences) - headings
    assert rest == rows
    assert (document.title.value, document.author.value) == (real_article.TITLE, real_article.AUTHOR)
    assert str(document.published.value) == "2018-06-14"


@needs_office
@pytest.mark.parametrize("name", OFFICE_FILES)
def test_what_an_office_program_writes(office: Mapping[str, Document], sentences: list[str], name: str) -> None:
    check(office[name], sentences)
    assert office[name].text.count(real_office_file.NOTE) == 1


@needs_browser
@pytest.mark.parametrize("name", PRINTED)
def test_what_a_browser_prints(printed: Mapping[str, Document], sentences: list[str], name: str) -> None:
    check(printed[name], sentences)


@needs_office
@pytest.mark.parametrize("name", ["one.pdf", "two.pdf"])
def test_pages_of_an_office_program(office: Mapping[str, Document], name: str) -> None:
    assert pages(office[name])[:2] == [1, 2]
    note = office[name].mark_at(office[name].text.index(real_office_file.NOTE))
    assert note is not None
    assert note.page == 1


@needs_browser
@pytest.mark.parametrize("name", PRINTED)
def test_pages_of_a_browser(printed: Mapping[str, Document], name: str) -> None:
    numbers = pages(printed[name])
    assert len(numbers) > 1
    assert numbers == [*range(1, len(numbers) + 1)]


def pages(document: Document) -> list[int | None]:
    """The pages of a file, those of its first and last sentence being the first and the last."""
    first, last = document.text.index("The harbour wall at Dunmore is"), document.text.index("It put their number")
    numbers = [mark.page for mark in document.marks]
    told = [document.mark_at(first), document.mark_at(last)]
    assert [mark.page for mark in told if mark] == [numbers[0], max(filter(None, numbers))]
    return numbers


RAISED: Final = (
    "<p>The port lost 120<sup>2</sup> jobs by 2015<sup>12</sup>, says a report of its 4<sup>th</sup> chairman.</p>"
    "<p>The quay takes up 10<sup>3</sup> m<sup>2</sup> of the harbour, and the slip the rest of it.</p>"
)
"""Notes and powers behind figures: none is the longer for it."""


@needs_office
@pytest.mark.parametrize("suffix", ["pdf", "docx", "odt", "rtf"])
def test_raised_figures_of_an_office_program_make_no_longer_ones(tmp_path: Path, suffix: str) -> None:
    convert([write_raised(tmp_path)], tmp_path / "record", to=suffix)
    check_raised(tmp_path / "record")


@needs_browser
def test_raised_figures_of_a_browser_make_no_longer_ones(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    print_off(write_raised(tmp_path), tmp_path / "record" / "raised.pdf", margins=True)
    check_raised(tmp_path / "record")


def write_raised(folder: Path) -> Path:
    page = folder / "raised.html"
    page.write_text(f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{RAISED}</body></html>')
    return page


def check_raised(folder: Path) -> None:
    text = " ".join(read_folder(folder).documents[0].text.split())
    assert "The port lost 120^2 jobs by 2015^12, says a report of its 4th chairman." in text
    assert "The quay takes up 10^3 m2 of the harbour" in text
