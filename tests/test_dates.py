"""Written dates, and dates in files."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.dates import EARLIEST_YEAR, LATEST_YEAR, find_calendar_dates, parse_edtf
from factcheck.values import DateRange

_days = st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31))

periods = st.one_of(
    _days.map(DateRange.day),
    st.builds(DateRange.month, st.integers(EARLIEST_YEAR, LATEST_YEAR), st.integers(1, 12)),
    st.builds(DateRange.year, st.integers(EARLIEST_YEAR, LATEST_YEAR)),
    st.tuples(_days, _days).map(lambda ends: DateRange(first=min(ends), last=max(ends))),
    _days.map(lambda day: DateRange(first=day, last=None)),
    _days.map(lambda day: DateRange(first=None, last=day)),
)


@given(periods)
def test_what_is_written_is_read_back(period: DateRange) -> None:
    assert parse_edtf(str(period)) == period


@given(st.text(max_size=12) | st.text(alphabet="0123456789X-/.?~% ", max_size=24))
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        period = parse_edtf(text)
        assert period.first or period.last
        assert not (period.first and period.last and period.first > period.last)
        assert parse_edtf(str(period)) == DateRange(first=period.first, last=period.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-06", "2018-06-01", "2018-06-30"),
        ("2018-06-14", "2018-06-14", "2018-06-14"),
        (" 2018-06-14 ", "2018-06-14", "2018-06-14"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-XX-XX", "2018-01-01", "2018-12-31"),
        ("2018-06-XX", "2018-06-01", "2018-06-30"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-22", "2018-06-01", "2018-08-31"),
        ("2018-23", "2018-09-01", "2018-11-30"),
        ("2018-24", "2017-12-01", "2019-02-28"),
        ("2014/2016", "2014-01-01", "2016-12-31"),
        ("2014-05/2016-06-02", "2014-05-01", "2016-06-02"),
        ("2014/..", "2014-01-01", None),
        ("2014/", "2014-01-01", None),
        ("../2014", None, "2014-12-31"),
        ("/2014-03", None, "2014-03-31"),
    ],
)
def test_edtf(text: str, first: str | None, last: str | None) -> None:
    period = parse_edtf(text)
    assert (period.first, period.last) == tuple(end and date.fromisoformat(end) for end in (first, last))
    assert not period.approximate


@pytest.mark.parametrize("text", ["2018~", "2018-06?", "2018-06-14%", "2014~/2016", "2014/2016?"])
def test_marks_of_doubt_make_a_period_approximate(text: str) -> None:
    assert parse_edtf(text).approximate


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "/",
        "../..",
        "18",
        "2018-6",
        "2018-13",
        "2018-00",
        "2018-02-30",
        "2018-06-00",
        "2016/2014",
        "1/2/3",
        "0999",
        "2200",
        "-2018",
        "201X-06",
        "2018-XX-05",
        "June 2018",
        "14/06/2018",
        "2018-06-14T10:00",
    ],
)
def test_what_is_no_date_is_refused_with_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("14 June 2018", ["2018-06-14"]),
        ("14th of June, 2018", ["2018-06-14"]),
        ("the 3rd Sept. 2018", ["2018-09-03"]),
        ("June 14, 2018", ["2018-06-14"]),
        ("June 14th 2018", ["2018-06-14"]),
        ("25.Mar 2014", ["2014-03-25"]),
        ("2017-02-19", ["2017-02-19"]),
        ("12/06/2014", ["2014-06-12"]),
        ("12.06.2014", ["2014-06-12"]),
        ("06/14/2018", ["2018-06-14"]),
        ("June 2018", ["2018-06"]),
        ("June of 2018", ["2018-06"]),
        ("Sept 2018 and DECEMBER 2019", ["2018-09", "2019-12"]),
        ("28 February", ["2000-02-28"]),
        ("February 28", ["2000-02-28"]),
        ("29 February 2019", ["2019-02"]),
        ("31 June 2019", ["2019-06"]),
        ("99/99/2019", []),
        ("£5 May 2019", ["2019-05"]),
        ("in June", []),
        ("in 2018", []),
        ("it may 2 or not", []),
        ("the other 12 may leave", []),
        ("they march 20 miles", []),
        ("on 12 may 2016", ["2016-05-12"]),
    ],
)
def test_written_dates(text: str, periods: list[str]) -> None:
    assert [str(written.period(year=2000)) for written in find_calendar_dates(text)] == periods


@given(st.text(alphabet="0123456789 /-.,thofJunemay", max_size=60))
def test_found_dates_are_real_and_apart(text: str) -> None:
    end = 0
    for written in find_calendar_dates(text):
        assert written.span.start >= end
        assert written.period(year=2000) is not None
        end = written.span.end
