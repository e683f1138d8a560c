"""What a record covers: months, longer periods, publishers, and the months in which nothing came out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factcheck.dates import parse_edtf
from factcheck.model import Amount, Dated, Fact, Outline
from factcheck.pipeline.stats import take_stats
from factcheck.render.lines import lay_out
from factcheck.render.stats import list_stats, render_stats
from tests.report_factory import OUTLINE, SKIPPED


def outline(path: str, *published: str, publisher: str = "") -> Outline:
    """A document of a section a date, each of three passages; "" is no date."""
    sections = tuple(
        replace(OUTLINE.sections[0], published=Dated(value=parse_edtf(one)) if one else Dated()) for one in published
    )
    return replace(OUTLINE, path=path, published=Dated(), publisher=Fact(value=publisher or None), sections=sections)


def silences(*published: str) -> list[str]:
    stats = take_stats([outline(str(number), one) for number, one in enumerate(published)], [])
    return [str(one) for one in stats.silent]


@pytest.mark.parametrize(
    ("published", "silent"),
    [
        ((), []),
        (("2016-03-01",), []),
        (("2016-03-31", "2016-04-01"), []),
        (("2016-03-01", "2016-05-01"), ["2016-04"]),
        (("2016-11-01", "2017-02-01"), ["2016-12-01/2017-01-31"]),
        (("2015-03", "2016-01", "2016-01-09", "2016-03"), ["2015-04-01/2015-12-31", "2016-02"]),
        (("2015-12-01", "2016", "2017-02-01"), ["2017-01"]),  # it may have come out in any month of 2016
        (("2015-01-01", "../2016", "2017-02-01"), ["2017-01"]),
        (("", "2016-03-01", "", "2016-05-01"), ["2016-04"]),
    ],
)
def test_a_month_is_silent_where_nothing_can_have_come_out(published: tuple[str, ...], silent: list[str]) -> None:
    assert silences(*published) == silent


def test_a_document_counts_in_each_month_of_its_sections_and_once_in_all() -> None:
    stats = take_stats([outline("a", "2016-03-01", "2016-03-09", "2016-04"), outline("b", "2016-03", "")], SKIPPED)
    assert stats.total == Amount(2, 15)
    assert stats.months == {"2016-03": Amount(2, 9), "2016-04": Amount(1, 3)}
    assert stats.undated == Amount(1, 3)
    assert (stats.sections, stats.skipped) == (5, 1)


def test_a_section_without_a_date_has_that_of_its_document() -> None:
    dated = replace(outline("a", ""), published=Dated(value=parse_edtf("2016-03")))
    assert take_stats([dated], []).months == {"2016-03": Amount(1, 3)}


def test_publishers_are_counted_and_who_is_not_told_too() -> None:
    stats = take_stats([outline("a", "2016", publisher="Harbour News"), outline("b", "2016/2017")], [])
    assert stats.publishers == {"Harbour News": Amount(1, 3)}
    assert stats.unnamed == Amount(1, 3)
    assert stats.vague == {"2016": Amount(1, 3), "2016-01-01/2017-12-31": Amount(1, 3)}


def test_people_and_programs_are_told_the_same() -> None:
    stats = take_stats([outline("a", "2016-03-01", publisher="Harbour News"), outline("b", "2016-06")], SKIPPED)
    shown = lay_out(list_stats(stats), width=0, colour=False)
    assert shown.startswith("2 documents, 2 sections, 6 passages, 1 skipped\n")
    assert "Silent:\n- from 2016-04 to 2016-05\n" in shown
    assert "  Harbour News          1          3  ▇" in shown
    told = json.loads(render_stats(stats))
    assert told["schema"] == "factcheck.stats/1"
    assert told["silent"] == ["2016-04-01/2016-05-31"]
    assert told["months"] == {name: {"documents": 1, "passages": 3} for name in ("2016-03", "2016-06")}
    assert told["without_publisher"] == {"documents": 1, "passages": 3}


def test_an_empty_part_of_a_record_is_told_in_one_line() -> None:
    assert lay_out(list_stats(take_stats([], [])), width=0, colour=False) == (
        "0 documents, 0 sections, 0 passages, 0 skipped\n"
    )
