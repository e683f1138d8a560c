"""Events that happen once: whether a passage tells of the claim's, and when it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import load_lexicon
from factcheck.link.life import ENDS, compare_life
from factcheck.link.subject import matched, persons_among
from factcheck.model import Comparison, EntityKind, Slot
from factcheck.names import name_words
from factcheck.values import PeriodRelation, Span, compare_periods

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import DateMention, NameMention, Passage, Reading, Term
    from factcheck.values import DateRange

REACH: Final = 80
"""Code points between an event's word and its date, or who it happened to: within a clause."""

OTHER_CLAUSE: Final = 40
"""Code points that an "and" or a semicolon adds to a distance: what is beyond it belongs to another event."""

_BEST_FIRST: Final = ("same-date", "same-life", "same-event", "other-date", "other-life", "unclear", "other-subject")


def compare_event(ours: Reading, theirs: Reading, passage: Passage) -> Comparison | None:
    """Compare whether and when an event happened.

    "same-event" when the claim names no date, "same-date" when each date of the claim meets one of the passage,
    "other-date" when an event that a person undergoes once is plainly dated apart, "unclear" when it may be dated
    apart or only some dates meet, "other-subject" when it happened to another.
    """
    events = load_lexicon().frames
    mine = {term.key for term in ours.terms if term.key in events and not term.negated}
    told = [term for term in theirs.terms if term.key in mine and not term.negated]
    found = [(term, date) for term in told if (date := _date_of(term, theirs)) is not None or not ours.dates]
    compared = [_compare(ours, theirs, passage, one) for one in found] or _others(ours, theirs, passage)
    life = compare_life(ours, theirs)
    if life is not None:
        return life
    return min(compared, key=lambda one: _BEST_FIRST.index(one.outcome), default=None)


def _others(ours: Reading, theirs: Reading, passage: Passage) -> list[Comparison]:
    """What a claim denies of somebody, where it happened to another alone: that denies nothing of the claim."""
    denied = {term.key for term in ours.terms if term.negated and term.key in load_lexicon().frames}
    told = [term for term in theirs.terms if term.key in denied and not term.negated]
    compared = [_compare(ours, theirs, passage, (term, None)) for term in told]
    return compared if all(one.outcome == "other-subject" for one in compared) else []


def find_party(event: Term, reading: Reading) -> str:
    """Return to whom an event happens, by its frame: the name of a fit kind that stands nearest, "" where none does.

    A name of no known kind may be a body's, or the place of what happens to a thing.
    """
    happens = load_lexicon().frames[event.key].happens
    fit = happens | ({EntityKind.UNKNOWN.value} if "body" in happens and "thing" not in happens else set())
    fitting = [name for name in reading.named if name.kind.value in fit]
    nearest = _nearest(fitting, event, reading)
    return nearest.name if nearest else ""


def _date_of(event: Term, reading: Reading) -> DateMention | None:
    """The date nearest to an event's word within its clause, unless another event's word is nearer to it."""
    near = [date for date in reading.dates if _distance(event.span, date.span, reading.text) <= REACH]
    rivals = [term for term in reading.terms if term.key in load_lexicon().frames and term.span != event.span]
    mine = [
        date
        for date in near
        if all(
            _distance(event.span, date.span, reading.text) <= _distance(rival.span, date.span, reading.text)
            for rival in rivals
        )
    ]
    return min(mine, key=lambda date: _distance(event.span, date.span, reading.text), default=None)


def _distance(a: Span, b: Span, text: str) -> int:
    """Code points between two spans, more where another clause begins between them."""
    low, high = min(a.end, b.end), max(a.start, b.start)
    between = text[low:high]
    return max(high - low, 0) + OTHER_CLAUSE * (" and " in between or ";" in between or " – " in between)


def _compare(ours: Reading, theirs: Reading, passage: Passage, found: tuple[Term, DateMention | None]) -> Comparison:
    event, date = found
    wanted = ", ".join(str(mention.period) for mention in ours.dates)
    return Comparison(
        slot=Slot.EVENT,
        outcome=_when(ours, theirs, event, date) if _takes_part(ours, theirs, passage, event) else "other-subject",
        ours=wanted,
        theirs=str(date.period) if date else "",
        note=f"“{event.surface}”{_hold_dates(wanted, date) if date else ''}",
    )


def _hold_dates(wanted: str, date: DateMention) -> str:
    """The dates of both sides, and how the passage's was resolved."""
    told = f"passage {date.period}{f' ({date.note})' if date.note else ''}"
    return f": claim {wanted} against {told}" if wanted else f": {told}"


def _when(ours: Reading, theirs: Reading, event: Term, date: DateMention | None) -> str:
    if date is None or not ours.dates:
        return "other-date" if date and _names_another_month(ours, theirs, event, date) else "same-event"
    since = [mention for mention in theirs.dates if mention.span.of(theirs.text).lower().startswith("since")]
    spoken = [mention.period for mention in theirs.dates if mention not in since or mention == date]
    met = [any(_meet(mention.period, one) for one in spoken) for mention in ours.dates]
    if any(_meet(mention.period, date.period) for mention in ours.dates):
        return "same-date" if all(met) else "unclear"
    return "other-date" if not any(met) and _is_plain(ours, theirs, event, date) else "unclear"


def _names_another_month(ours: Reading, theirs: Reading, event: Term, date: DateMention) -> bool:
    """Whether the claim has an event in a month of any year, and the passage plainly in another one."""
    months = {MONTHS[word] for word in ours.qualifiers if word in MONTHS}
    first, last = date.period.first, date.period.last
    if not months or first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return False
    return first.month not in months and _is_plain(ours, theirs, event, date)


def _is_plain(ours: Reading, theirs: Reading, event: Term, date: DateMention) -> bool:
    """Whether an event that a person undergoes once is dated by nothing but the date.

    Between the event's word and its date may stand who it happened to and where, if the claim says the same; any
    other word may own the date ("her departure was announced in May") or narrow the event ("left the meeting").
    """
    frame = load_lexicon().frames[event.key]
    certain = frame.is_of_things or (event.key in ENDS and _is_its_subject(event.key, ours))
    single = frame.single and (certain or _is_persons(ours))
    if not single and not (_is_first(event.key, ours) and _is_first(event.key, theirs)):
        return False
    low, high = min(event.span.end, date.span.end), max(event.span.start, date.span.start)
    known = [name.name for name in ours.names]
    names = [name for name in theirs.names if low <= name.span.start and name.span.end <= high]
    terms = [term for term in theirs.terms if low <= term.span.start and term.span.end <= high]
    named = {word for name in known for word in name_words(name)}
    generic = load_lexicon().public.generic_bodies & named
    between = theirs.text[low:high].lower()
    return (
        all(matched(name.name, known) for name in names)
        and all(term.key in ours.keys or term.surface.lower() in generic for term in terms)
        and not any(f" {word} " in f" {between} " for word in ("for", "that", "why", "which", "who"))
        and not theirs.text[date.span.start : date.span.end].lower().startswith("since")
    )


def _is_its_subject(event: str, reading: Reading) -> bool:
    """Whether a name stands right before a birth or death: whoever has one is a person."""
    words = [term for term in reading.terms if term.key == event]
    pairs = [(name.span, term.span) for name in reading.names for term in words if name.span.end <= term.span.start]
    gaps = [reading.text[name.end : term.start] for name, term in pairs]
    return any(gap.strip() in {"", "was", "is", "had", "has"} for gap in gaps)


def _is_first(event: str, reading: Reading) -> bool:
    """Whether an event is the first of its sort, which happens once: "first released", "was first elected"."""
    return any(
        term.key == event and reading.text[: term.span.start].rstrip().lower().endswith(" first")
        for term in reading.terms
    )


def _is_persons(ours: Reading) -> bool:
    return any(name.kind is EntityKind.PERSON for name in ours.names) or (not ours.names and bool(ours.context_names))


def _meet(ours: DateRange, theirs: DateRange) -> bool:
    return compare_periods(ours, theirs) not in {PeriodRelation.BEFORE, PeriodRelation.AFTER}


def _takes_part(ours: Reading, theirs: Reading, passage: Passage, event: Term) -> bool:
    """Whether whoever stands nearest to the event's word is one of the claim's, or its pronoun stands for one.

    Where the claim names persons, only persons are looked at: a place nearby is where it happened. Somebody whose
    son or deputy it happened to takes no part, nor does one whom an inserted clause names.
    """
    wanted = [name.name for name in persons_among(ours.names)] or list(ours.context_names)
    persons = any(name.kind is EntityKind.PERSON for name in ours.names)
    beside = [name for name in theirs.named if _may_take_part(name, persons=persons)]
    nearest = _nearest(beside, event, theirs)
    if nearest is not None:
        return (
            bool(matched(nearest.name, wanted))
            and not _is_owner(nearest, event, theirs)
            and not _is_kin(nearest, theirs.text)
            and not _leaves_another(event, ours, theirs)
            and not (len(beside) > 1 and _is_inserted(nearest, event, theirs.text))
        )
    return not wanted or bool(passage.he and matched(passage.he, wanted))


def _nearest(names: Iterable[NameMention], event: Term, reading: Reading) -> NameMention | None:
    """The name that stands nearest to an event's word within its clause."""
    nearest = min(names, key=lambda name: _distance(name.span, event.span, reading.text), default=None)
    return nearest if nearest and _distance(nearest.span, event.span, reading.text) <= REACH else None


def _is_owner(name: NameMention, event: Term, theirs: Reading) -> bool:
    """Whether a possessive owns something else than the event: "Ann Lee's son was born"."""
    if name.span.end > event.span.start or theirs.text[name.span.end - 2 : name.span.end] not in {"'s", "’s"}:
        return False
    return any(name.span.end <= term.span.start and term.span.end <= event.span.start for term in theirs.terms)


_LEFT: Final = re.compile(r"\s+(?:his|her|their|an?)\s+(?P<noun>[a-z]+)")
_POSTS: Final = frozenset("post job role position office seat employer place".split())


def _leaves_another(event: Term, ours: Reading, theirs: Reading) -> bool:
    """Whether somebody left what is no office and no body: "left his wife"."""
    left = _LEFT.match(theirs.text, event.span.end) if event.key in _LEAVING else None
    if left is None or left["noun"] in _POSTS:
        return False
    public = load_lexicon().public
    known = left["noun"] in public.generic_bodies or left["noun"] in public.sorts
    return not known and not any(term.surface.lower() == left["noun"] for term in ours.terms)


_LEAVING: Final = frozenset({"@leave"})

_KIN: Final = re.compile(
    r"\b(?:father|mother|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|nephew|niece|grand\w+|namesake)"
    r"(?:, |,? also | called | named | )\Z",
    re.IGNORECASE,
)
"""What stands before the name of somebody's kin, who may have the same name."""


def _is_kin(name: NameMention, text: str) -> bool:
    """Whether a name is brought in as that of somebody's kin: "his father, also Tom Hart, died"."""
    return _KIN.search(text[: name.span.start].replace(", also ", ", ")) is not None


def _is_inserted(name: NameMention, event: Term, text: str) -> bool:
    """Whether a clause between commas names somebody before the event: "Tom Hart, who replaced Ann Lee, resigned"."""
    return (
        name.span.end <= event.span.start
        and text[name.span.end : name.span.end + 1] == ","
        and ", who" in text[: name.span.start]
    )


def _may_take_part(name: NameMention, *, persons: bool) -> bool:
    return name.kind is EntityKind.PERSON if persons else name.kind is not EntityKind.THING
