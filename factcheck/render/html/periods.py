"""Periods as people write them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from factcheck.values import DateRange

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # in any locale
)


def spell_period(period: DateRange) -> str:
    """Return a period in words, as short as it allows.

    >>> from factcheck.dates import parse_edtf
    >>> [spell_period(parse_edtf(text)) for text in ("2016~", "2014/2016", "2016-05/..")]
    ['about 2016', '2014 to 2016', 'from 1 May 2016 on']
    """
    if period.approximate:
        return f"about {spell_period(replace(period, approximate=False))}"
    first, last = period.first, period.last
    if first and last:
        return _spell_range(period, first, last)
    if first:
        return f"from {_spell_day(first)} on"
    return f"until {_spell_day(last)}" if last else "at any time"


def _spell_range(period: DateRange, first: date, last: date) -> str:
    if str(period) == f"{first.year:04d}":
        return f"{first.year}"
    if str(period) == f"{first:%Y-%m}":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return _spell_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year} to {last.year}"
    return f"{_spell_day(first)} to {_spell_day(last)}"


def _spell_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
