"""The dates of a life, as they stand behind a name: "Ann Lee (3 May 1930 – 9 June 2001)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.link.subject import matched
from factcheck.model import Comparison, Slot
from factcheck.values import DateRange, PeriodRelation, compare_periods

if TYPE_CHECKING:
    from factcheck.model import DateMention, Reading

ENDS: Final = {"@born": "first", "@die": "last"}
"""Which end of a life an event is."""

LIFE: Final = range(10 * 365, 120 * 366)
"""Days that a life may have lasted whose two dates are told: what is shorter is a term of office."""

_OPENS: Final = re.compile(r"\((?:[^()]{0,80}[;,:\]]\s*)?\Z")
_BORN: Final = re.compile(r"\((?:[^()]{0,20}\s)?(?:born|n[ée]e|b\.)\s", re.IGNORECASE)
_CLOSES: Final = re.compile(r"\s*\)")


def compare_life(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare a birth or death that the claim dates with the dates of a life: "same-life" or "other-life".

    None where the claim dates neither, or no life stands behind one of its names.
    """
    event = next((term for term in ours.terms if term.key in ENDS and not term.negated), None)
    life = find_life(ours, theirs) if event and len(ours.dates) == 1 else None
    if event is None or life is None or (life.period.days == 1 and ENDS[event.key] != "first"):
        return None
    day = getattr(life.period, ENDS[event.key])
    told = DateRange.day(day)
    apart = {PeriodRelation.BEFORE, PeriodRelation.AFTER}
    outcome = "other-life" if compare_periods(ours.dates[0].period, told) in apart else "same-life"
    wanted = str(ours.dates[0].period)
    note = f"“{event.surface}”: claim {wanted} against passage {told}"
    return Comparison(slot=Slot.EVENT, outcome=outcome, ours=wanted, theirs=str(told), note=note)


def find_life(ours: Reading, theirs: Reading) -> DateMention | None:
    """The dates of a life behind a name that is one of the claim's."""
    known = [name.name for name in ours.names]
    for mention in theirs.dates:
        opening = _OPENS.search(theirs.text[: mention.span.start])
        if opening is None or not _CLOSES.match(theirs.text, mention.span.end):
            continue
        before = [name for name in theirs.names if name.span.end <= opening.start()]
        born = mention.period.days == 1 and _BORN.match(theirs.text, opening.start())
        if before and matched(before[-1].name, known) and (born or (mention.period.days or 0) in LIFE):
            return mention
    return None
