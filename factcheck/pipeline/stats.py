"""What a record covers: when it speaks and when it is silent, and who brought it out."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Amount, Stats
from factcheck.values import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Outline, Skipped


def take_stats(outlines: Sequence[Outline], skipped: Sequence[Skipped]) -> Stats:
    """Count what some documents cover."""
    dated: list[tuple[DateRange | None, Outline, int]] = [
        (section.published.value or outline.published.value, outline, section.passages)
        for outline in outlines
        for section in outline.sections
    ]
    exact = [(when, one, count) for when, one, count in dated if when and _month(when)]
    vague = [(when, one, count) for when, one, count in dated if when and not _month(when)]
    named = [outline for outline in outlines if outline.publisher.value]
    return Stats(
        total=Amount(len(outlines), sum(outline.passages for outline in outlines)),
        sections=len(dated),
        months=_count((_month(when), one, count) for when, one, count in exact),
        vague=_count((str(when), one, count) for when, one, count in vague),
        undated=_add((one, count) for when, one, count in dated if when is None),
        publishers=_count((one.publisher.value or "", one, one.passages) for one in named),
        unnamed=_add((one, one.passages) for one in outlines if not one.publisher.value),
        silent=tuple(_find_silence([when for when, _, _ in exact], [when for when, _, _ in vague])),
        skipped=len(skipped),
    )


def _month(when: DateRange) -> str:
    """The month in which a date lies whole, "" where it does not."""
    if when.first and when.last and (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first:%Y-%m}"
    return ""


def _count(counted: Iterable[tuple[str, Outline, int]]) -> dict[str, Amount]:
    documents: dict[str, set[str]] = {}
    passages: Counter[str] = Counter()
    for name, outline, count in counted:
        documents.setdefault(name, set()).add(outline.path)
        passages[name] += count
    return {name: Amount(len(paths), passages[name]) for name, paths in sorted(documents.items())}


def _add(counted: Iterable[tuple[Outline, int]]) -> Amount:
    listed = list(counted)
    return Amount(len({outline.path for outline, _ in listed}), sum(count for _, count in listed))


def _find_silence(exact: Sequence[DateRange], vague: Sequence[DateRange]) -> Iterator[DateRange]:
    """Yield the runs of months between the first and the last in which nothing is known to have come out.

    A date that is not known to the month may lie in any of its months: they are not called silent.
    """
    spoken = sorted({_number(when.first) for when in exact if when.first})
    for before, after in pairwise(spoken):
        run: list[int] = []
        for month in range(before + 1, after + 1):
            if month < after and not any(_may_lie(when, month) for when in vague):
                run.append(month)
            elif run:
                yield DateRange(first=_first(run[0]), last=DateRange.month(*split_month(run[-1])).last)
                run = []


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def split_month(number: int) -> tuple[int, int]:
    """The year and the month of a count of months.

    >>> split_month(2016 * 12 + 2)
    (2016, 3)
    """
    return number // 12, number % 12 + 1


def _first(number: int) -> date:
    return date(*split_month(number), 1)


def _may_lie(when: DateRange, month: int) -> bool:
    first = _number(when.first) if when.first else 0
    last = _number(when.last) if when.last else month
    return first <= month <= last
