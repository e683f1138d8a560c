"""Whether a claim and a passage speak of the same time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from factcheck.model import Comparison, Slot
from factcheck.values import DateRange, PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.model import Passage, Reading

SAME: Final = "same"
NEAR: Final = "near"  # by the sentence before, or by the publication date alone
OPEN: Final = "open"  # neither side says when
UNKNOWN: Final = "unknown"  # the claim says when, the passage does not
OTHER: Final = "other"
PART: Final = "part"  # one period is a part of the other
DATED: Final = "dated"  # the passage says when, and nothing says when the claim means

AFTERWARDS: Final = timedelta(days=184)
"""How long after a period a report without dates of its own may still speak of it: half a year."""

AROUND: Final = timedelta(days=550)
"""How far from the day it was said a claim without a period may be checked: a year and a half on either side."""


def compare_period(ours: Reading, theirs: Reading, passage: Passage, said: DateRange | None) -> Comparison:
    """Compare the periods spoken of; without one in the text, the clock of publication stands in."""
    spoken = [mention.period for mention in theirs.dates]
    inherited = [theirs.period] if theirs.period and not spoken else []
    wanted = [mention.period for mention in ours.dates] or ([ours.period] if ours.period else [])
    if wanted:
        outcome = _explicit(wanted, spoken, inherited, passage.published)
    elif said is None:
        outcome = DATED if spoken else OPEN
    else:
        reach = _widen(said, AROUND, AROUND)
        where = spoken or inherited or ([passage.published] if passage.published else [])
        outcome = OPEN if not where else NEAR if any(_meet(reach, period) for period in where) else OTHER
    return Comparison(
        slot=Slot.PERIOD,
        outcome=outcome,
        ours=", ".join(map(str, wanted)) or (f"said {said}" if said else ""),
        theirs=", ".join(dict.fromkeys(map(str, spoken or inherited)))
        or (f"published {passage.published}" if passage.published else ""),
        note=theirs.period_note,
    )


def _explicit(
    wanted: list[DateRange], spoken: list[DateRange], inherited: list[DateRange], published: DateRange | None
) -> str:
    """A period that the passage states decides; one that it goes on in, from the sentence before, only suggests."""
    if spoken:
        if len(spoken) > 1 and _hull(spoken) == _hull(wanted):
            return SAME  # "from 31 in 2019 to 44 in 2022" against "between 2019 and 2022"
        relations = [_relate(ours, theirs) for ours in wanted for theirs in spoken]
        return next((outcome for outcome in (SAME, PART) if outcome in relations), OTHER)
    if inherited:
        return NEAR if any(_meet(ours, theirs) for ours in wanted for theirs in inherited) else UNKNOWN
    if published is None:
        return UNKNOWN
    if all(compare_periods(ours, published) is PeriodRelation.AFTER for ours in wanted):
        return OTHER
    return NEAR if any(_meet(_widen(ours, timedelta(0), AFTERWARDS), published) for ours in wanted) else UNKNOWN


def _hull(periods: list[DateRange]) -> tuple[date | None, date | None]:
    """From the first day of any to the last; None where an end is open."""
    firsts, lasts = [one.first for one in periods], [one.last for one in periods]
    first = None if None in firsts else min(day for day in firsts if day)
    return first, None if None in lasts else max(day for day in lasts if day)


def _relate(ours: DateRange, theirs: DateRange) -> str:
    """A day in the period, or the same period, is the same time; a part of it, or a longer one, is only a part."""
    if not _meet(ours, theirs):
        return OTHER
    equal = compare_periods(ours, theirs) is PeriodRelation.EQUAL
    return SAME if equal or theirs.days == 1 or ours.days == 1 else PART


def _meet(ours: DateRange, theirs: DateRange) -> bool:
    return compare_periods(ours, theirs) not in {
        PeriodRelation.BEFORE,
        PeriodRelation.AFTER,
        PeriodRelation.UNKNOWN,
    }


def _widen(period: DateRange, before: timedelta, after: timedelta) -> DateRange:
    first = period.first and (period.first - before if period.first - date.min > before else date.min)
    last = period.last and (period.last + after if date.max - period.last > after else date.max)
    return DateRange(first=first, last=last)
