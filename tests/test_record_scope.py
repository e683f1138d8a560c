"""The record as it stood on a day: what came out later is left out, and said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.dates import parse_edtf
from factcheck.errors import RunError
from factcheck.model import Dated, Fact, Outline, Scope, SectionOutline
from factcheck.record.scope import find_latest_date, narrow
from tests.report_factory import OUTLINE

SECTION = OUTLINE.sections[0]


def _section(published: str, heading: str | None = "A heading") -> SectionOutline:
    return replace(SECTION, heading=heading, published=_dated(published))


def _document(path: str, published: str, *sections: SectionOutline) -> Outline:
    return replace(
        OUTLINE, path=path, published=_dated(published), sections=sections or (_section(published, heading=None),)
    )


def _dated(when: str) -> Dated:
    return Dated(value=parse_edtf(when)) if when else Dated()


def _read(documents: list[Outline], day: str) -> tuple[list[str], list[str]]:
    """The paths that are left, and what is said of the others."""
    kept, left = narrow(documents, Scope(as_of=parse_edtf(day)))
    return [one.path for one in kept], [f"{one.path}: {one.reason}" for one in left]


def test_what_was_published_later_is_left_out_and_listed() -> None:
    record = [_document("early", "2016-05-01"), _document("late", "2018"), _document("undated", "")]
    kept, told = _read(record, "2017-12-31")
    assert kept == ["early", "undated"]
    assert told == ["late: published 2018, after 2017-12-31"]


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
    record = [_document("always", ""), _document("it", published)]
    assert ("it" in _read(record, day)[0]) is kept


def test_a_section_with_a_later_date_of_its_own_is_left_out() -> None:
    page = _document("page", "", _section("2015"), _section("2018", "New"), _section("2019", None), _section("", "Any"))
    kept, left = narrow([page], Scope(as_of=parse_edtf("2017")))
    assert [section.heading for section in kept[0].sections] == ["A heading", "Any"]
    assert [skipped.reason for skipped in left] == [
        "its section “New” was published 2018, after 2017",
        "a section of it was published 2019, after 2017",
    ]


def test_a_page_all_of_whose_sections_came_later_is_left_out_whole() -> None:
    page = _document("page", "", _section("2018"), _section("2019"))
    kept, told = _read([_document("always", ""), page], "2017")
    assert kept == ["always"]
    assert told == ["page: published 2019, after 2017"]


def test_where_nothing_is_left_there_was_nothing_to_look_at() -> None:
    record = [_document("a", "2018-03"), _document("b", "2016-02-01/2016-03-01")]
    with pytest.raises(RunError, match="nothing in the record had been published by 2010") as raised:
        narrow(record, Scope(as_of=parse_edtf("2010")))
    assert raised.value.hint == "the earliest date of publication in it is 2016-02-01: give that day or a later one"


def test_the_latest_date_is_that_of_a_document_or_of_a_section() -> None:
    assert find_latest_date([_document("a", "")]) is None
    assert find_latest_date([_document("a", "2016"), _document("b", "2015-01-01")]) == parse_edtf("2016")
    assert find_latest_date([_document("a", "2016", _section("2018-06"))]) == parse_edtf("2018-06")


def test_what_was_all_out_is_the_same_record() -> None:
    record = [_document("a", "2016"), _document("b", "")]
    assert narrow(record, Scope(as_of=parse_edtf("2016-12-31"))) == (record, [])


@pytest.mark.parametrize(
    ("published", "since", "until", "why"),
    [
        ("2016-05-01", "2016-05-01", "", ""),
        ("2016-04-30", "2016-05", "", "published 2016-04-30, before 2016-05"),
        ("2016", "2016-05", "2016-06", ""),  # it may have come out then
        ("2016-07-01", "2016-05", "2016-06", "published 2016-07-01, after 2016-06"),
        ("", "2016-05", "", "not dated, and a period was asked for"),
        ("", "", "2016-05", "not dated, and a period was asked for"),
        ("", "", "", ""),
    ],
)
def test_a_period_leaves_out_what_cannot_lie_in_it(published: str, since: str, until: str, why: str) -> None:
    scope = Scope(since=parse_edtf(since) if since else None, until=parse_edtf(until) if until else None)
    other = _document("other", "2016-05-31")
    kept, left = narrow([_document("it", published), other], scope)
    assert [one.path for one in kept] == (["other"] if why else ["it", "other"])
    assert [one.reason for one in left] == ([why] if why else [])


def test_publishers_are_those_that_were_asked_for() -> None:
    named = replace(_document("a", "2016"), publisher=Fact(value="Harbour  News"))
    kept, left = narrow([named, _document("b", "2016")], Scope(publishers=frozenset({"harbour news"})))
    assert [one.path for one in kept] == ["a"]
    assert [one.path for one in left] == ["b"]
