"""Which figures of a passage are of something else than the claim speaks of: another thing, a part, another time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.link.topic import weight_of
from factcheck.values import PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.model import QuantityMention, Reading, Term

_TIED: Final = re.compile(
    r"\s*(?:on|to|for|in|from|by|at|among)\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?", re.IGNORECASE
)
"""What ties a figure to what it is for: "£3m on schools"."""

_PART_OF: Final = re.compile(
    r"\b(?:of (?:which|whom|these|those|them)|including)\s+(?:(?:about|around|some|nearly|almost)\s+)?\Z", re.IGNORECASE
)
"""What makes a figure a part of the one before it."""


def is_of_another(other: QuantityMention, ours: Reading, theirs: Reading) -> bool:
    """Whether a figure of the passage is for something else, or a part, while the claim speaks of another figure's.

    Of "£9m on salaries and £5m on grants" the £9m are not for grants; of "£3m, of which £1m was owed to staff" the
    £1m are not what was owed.
    """
    if _PART_OF.search(theirs.text, max(0, other.span.start - PART_REACH), other.span.start):
        clause = _clause_after(other, theirs)
        return any(weight_of(term.key) == 1.0 and term.key not in ours.keys for term in clause)
    rivals = [one for one in theirs.quantities if one is not other and one.quantity.unit == other.quantity.unit]
    return find_tied(theirs, other) not in ours.keys and any(find_tied(theirs, one) in ours.keys for one in rivals)


PART_REACH: Final = 30
"""Code points before a figure in which "of which" stands."""


_NOT: Final = re.compile(
    r"(?:\b(?:not|never)|n[’']t)(?!\s+(?:more|less|fewer|only|just|under|over|below|above|until|least|long)\b)"
    r"(?:\s+(?!(?:and|but|or|because|while)\b)[\w’'-]+){0,5}\s*\Z",
    re.IGNORECASE,
)
"""What denies the figure after it: "was not 6 per cent", "did not rise by 15 per cent"."""

NOT_REACH: Final = 60
"""Code points before a figure in which what denies it stands."""


def is_not_so_much(mention: QuantityMention, reading: Reading) -> bool:
    """Whether it is a figure that a sentence denies: of how much it is then, it tells nothing."""
    return _NOT.search(reading.text[max(0, mention.span.start - NOT_REACH) : mention.span.start]) is not None


_WHEN: Final = re.compile(r"[\w\s%]{0,30}?\b(?:in|during|for|on|at|by)(?: the| the end of)?\s+\Z", re.IGNORECASE)
"""What stands between a figure and its own date: "6.1 per cent in"."""


def is_of_another_time(other: QuantityMention, ours: Reading, theirs: Reading) -> bool:
    """Whether a figure of the passage has a date of its own, among several, that none of the claim's meets."""
    if len(theirs.dates) < 2 or not ours.dates:  # noqa: PLR2004 - with one date the period gates
        return False
    rivals = [one.span.start for one in theirs.quantities if one.span.start >= other.span.end]
    for date in theirs.dates:
        own = date.span.start >= other.span.end and not any(at < date.span.start for at in rivals)
        if own and _WHEN.fullmatch(theirs.text, other.span.end, date.span.start):
            relations = {compare_periods(mine.period, date.period) for mine in ours.dates}
            return relations <= {PeriodRelation.BEFORE, PeriodRelation.AFTER}
    return False


def _clause_after(mention: QuantityMention, reading: Reading) -> list[Term]:
    """The words that stand after a figure in its clause."""
    end = min(
        (at for mark in ",.;:" if (at := reading.text.find(mark, mention.span.end)) >= 0), default=len(reading.text)
    )
    return [term for term in reading.terms if mention.span.end <= term.span.start < end]


def find_tied(reading: Reading, mention: QuantityMention) -> str:
    """The key of the word that a figure is tied to, "" where there is none."""
    tied = _TIED.match(reading.text, mention.span.end)
    return next((term.key for term in reading.terms if tied and term.span.start == tied.end()), "")
