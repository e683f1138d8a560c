"""Lines that are there to give a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.dates import find_calendar_dates
from factcheck.record.authors import is_byline, is_person_name
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.dates import CalendarDate
    from factcheck.values import DateRange

LONGEST_DATE_LINE: Final = 180
"""Characters: a by-line with a name, two dates and their times fits; a sentence seldom does."""

PREFIX_REACH: Final = 60
"""Characters at the start of a line in which a labelled date may stand before the text."""

_FEWEST_WORDS_AFTER: Final = 6
"""Words that must follow a date at the start of a line for them to be its text."""

_SHORT_LABEL: Final = 3
"""Words in a part set off by a bar or a dot: "News", "Press release", "Opinion and comment"."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_UPDATED: Final = r"(?:last\s+)?(?:updated?|modified|edited|reviewed|changed|revised|amended)"
_PUBLISHED: Final = (
    r"(?:(?:first|originally)\s+)?(?:published?|publication|posted|issued|released?|created|added|uploaded)"
)
_LABEL: Final = re.compile(rf"\b(?:(?P<updated>{_UPDATED}|next review)|(?P<published>{_PUBLISHED}))\b", re.IGNORECASE)
_NOISE: Final = re.compile(
    rf"\b(?:{_UPDATED}|{_PUBLISHED}|written|filed|archived?)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|(?<!\d)T?[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:\s?[ap]\.?m\b)?(?:\s?[+-]\d\d:?\d\d)?"
    r"|\b1?\d\s?[ap]\.?m\b"
    r"|\b(?:gmt|bst|utc|cet|cest|e[sd]t|p[sd]t|hrs|ago|z)\b"
    r"|\b(?:date|dated|time|on|at|in|the|of|this|page|article|story|post)\b"
    r"|\b\d+ ?(?:min(?:ute)?s?)(?: read)?\b"
    r"|[^\w\s|/·•,&'-]+|_",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"(?:{_PUBLISHED}|{_UPDATED}|date)(?: on| at| date)?\s*:?\Z", re.IGNORECASE)
_LONGEST_LABEL: Final = 25
_SEPARATOR: Final = re.compile(r"[|/·•,]|\s-+(?=\s|\Z)|\A\s*-")
_PREFIX: Final = re.compile(rf"\W*(?:{_PUBLISHED}|{_UPDATED}|date)(?: on| at| date)?[\s:]+", re.IGNORECASE)
_CLOCK_AFTER: Final = re.compile(
    r"(?:[\sT,]+(?:at )?[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?\s?(?:[ap]m|Z)?)?[\s:|.-]+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """What a date line says: `rest` is what it holds besides, often "By" and a name."""

    period: DateRange
    published: bool  # labelled as the date of publication
    updated: bool  # labelled as the date of a change
    rest: str


def read_date_line(text: str) -> DateLine | None:
    """Read a line that holds a date and next to nothing else; None for any other line.

    Where it gives several, the one labelled as publication wins, and one labelled as a change loses.
    """
    if len(text) > LONGEST_DATE_LINE or not _YEAR.search(text):
        return None
    plain = fold(text)
    dates = [date for date in find_calendar_dates(plain) if date.year is not None]
    rest = _rest(plain, dates) if dates else None
    if rest is None:
        return None
    labels = [_label(plain, dates, number=number) for number in range(len(dates))]
    order = {"published": 2, "": 1, "updated": 0}
    best = max(range(len(dates)), key=lambda number: (order[labels[number]], -number))
    period = dates[best].period()
    if period is None:
        return None
    return DateLine(
        period=period,
        published=labels[best] == "published",
        updated=labels[best] == "updated",
        rest=rest,
    )


def is_bare_label(text: str) -> bool:
    """Whether a line is nothing but the label of a date on the next line ("Published", "Updated:")."""
    return len(text) <= _LONGEST_LABEL and bool(_BARE.match(text))


def prefix_end(text: str) -> int:
    """Where the text of a line begins that opens with a labelled date ("date 2017-02-19 Text …"), else 0."""
    label = _PREFIX.match(text)
    if not label or not _YEAR.search(text, label.end(), PREFIX_REACH):
        return 0
    first = next(iter(find_calendar_dates(text[label.end() : PREFIX_REACH])), None)
    if first is None or first.year is None or text[label.end() : label.end() + first.span.start].strip():
        return 0
    end = label.end() + first.span.end
    gap = _CLOCK_AFTER.match(text, end)
    rest = text[gap.end() :] if gap else ""
    if not gap or len(rest[:200].split()) < _FEWEST_WORDS_AFTER or not (rest[0].isupper() or rest[0] in "\"'“‘"):
        return 0
    return gap.end()


def _label(plain: str, dates: list[CalendarDate], *, number: int) -> str:
    """Which label stands nearest before a date, after the date before it."""
    start = dates[number - 1].span.end if number else 0
    matches = list(_LABEL.finditer(plain, start, dates[number].span.start))
    return (matches[-1].lastgroup or "") if matches else ""


def _rest(plain: str, dates: list[CalendarDate]) -> str | None:
    """What is left without dates, times and labels; None when that makes the line more than a date line."""
    pieces, last = [], 0
    for date in dates:
        pieces.append(plain[last : date.span.start])
        last = date.span.end
    bare = _NOISE.sub(" ", " ".join((*pieces, plain[last:])))
    parts = [part for part in (" ".join(part.split()).strip("-& ") for part in _SEPARATOR.split(bare)) if part]
    if not parts:
        return ""
    barred = bool(re.search(r"[|·•]", plain))
    if is_byline(parts[0]) or all(
        is_person_name(part) or (barred and len(part.split()) <= _SHORT_LABEL) for part in parts
    ):
        return ", ".join(parts)
    return None
