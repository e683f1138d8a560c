"""The record as it stood on a day: what came out later is left out, and said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.dates import parse_edtf
from factcheck.errors import RunError
from factcheck.model import Dated, Document, Intake, Section, Skipped
from factcheck.record import find_latest_date, read_as_of
from tests.report_factory import DOCUMENT

SECTION = DOCUMENT.sections[0]


def _section(published: str, heading: str | None = "A heading") -> Section:
    return replace(SECTION, heading=heading, published=_dated(published))


def _document(path: str, published: str, *sections: Section) -> Document:
    return replace(
        DOCUMENT, path=path, published=_dated(published), sections=sections or (_section(published, heading=None),)
    )


def _dated(when: str) -> Dated:
    return Dated(value=parse_edtf(when)) if when else Dated()


def _read(intake: Intake, day: str) -> tuple[list[str], list[str]]:
    """The paths that are left, and what is said of the others."""
    record = read_as_of(intake, parse_edtf(day))
    return [one.path for one in record.documents], [f"{one.path}: {one.reason}" for one in record.skipped]


def test_what_was_published_later_is_left_out_and_listed() -> None:
    intake = Intake(
        documents=(_document("early", "2016-05-01"), _document("late", "2018"), _document("undated", "")),
        skipped=(Skipped(path="scan.tiff", reason="no reader"),),
    )
    kept, told = _read(intake, "2017-12-31")
    assert kept == ["early", "undated"]
    assert told == ["scan.tiff: no reader", "late: published 2018, after 2017-12-31"]


@pytest.mark.parametrize(
    ("published", "day", "kept"),
    [
        ("2016-05-01", "2016-05-01", True),
        ("2016-05-02", "2016-05-01", False),
        ("2016", "2016-05", True),  # it may have been out by then
        ("2016-05-31", "2016-05", True),  # the whole month counts
        ("../2016", "2010", True),  # nobody knows since when
        ("2016-05-01", "2016/..", True),
    ],
)
def test_the_day_itself_and_what_may_have_been_out_stay(published: str, day: str, *, kept: bool) -> None:
    intake = Intake(documents=(_document("always", ""), _document("it", published)))
    assert ("it" in _read(intake, day)[0]) is kept


def test_a_section_with_a_later_date_of_its_own_is_left_out() -> None:
    page = _document("page", "", _section("2015"), _section("2018", "New"), _section("2019", None), _section("", "Any"))
    record = read_as_of(Intake(documents=(page,)), parse_edtf("2017"))
    assert [section.heading for section in record.documents[0].sections] == ["A heading", "Any"]
    assert [skipped.reason for skipped in record.skipped] == [
        "its section “New” was published 2018, after 2017",
        "a section of it was published 2019, after 2017",
    ]


def test_a_page_all_of_whose_sections_came_later_is_left_out_whole() -> None:
    page = _document("page", "", _section("2018"), _section("2019"))
    kept, told = _read(Intake(documents=(_document("always", ""), page)), "2017")
    assert kept == ["always"]
    assert told == ["page: published 2019, after 2017"]


def test_where_nothing_is_left_there_was_nothing_to_look_at() -> None:
    intake = Intake(documents=(_document("a", "2018-03"), _document("b", "2016-02-01/2016-03-01")))
    with pytest.raises(RunError, match="nothing in the record had been published by 2010") as raised:
        read_as_of(intake, parse_edtf("2010"))
    assert raised.value.hint == "the earliest date of publication in it is 2016-02-01: give that day or a later one"


def test_the_latest_date_is_that_of_a_document_or_of_a_section() -> None:
    assert find_latest_date([_document("a", "")]) is None
    assert find_latest_date([_document("a", "2016"), _document("b", "2015-01-01")]) == parse_edtf("2016")
    assert find_latest_date([_document("a", "2016", _section("2018-06"))]) == parse_edtf("2018-06")


def test_what_was_all_out_is_the_same_record() -> None:
    intake = Intake(documents=(_document("a", "2016"), _document("b", "")))
    assert read_as_of(intake, parse_edtf("2016-12-31")) == intake
