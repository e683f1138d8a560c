"""What a gate asked for and what it met, in words: why a passage that came near does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.model import UNREAD, Force, Slot, VoiceKind
from factcheck.stance.gates import ANY_PERIOD, STATED
from factcheck.stance.model import READ_AT_MOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.model import DateMention, GradeMention, Judgement, Link, QuantityMention, RoleMention

    _Mentions: TypeAlias = tuple[QuantityMention | GradeMention | RoleMention | DateMention, ...]


def tell_gate(link: Link, judgement: Judgement) -> tuple[str, str]:
    """Return what the gate that stopped a passage needed, and what was there; "" for what was not there at all.

    Both are "" where no gate is shut.
    """
    if judgement.needed:
        return judgement.needed, judgement.there
    tell = _TELL.get(judgement.gate)
    return tell(link) if tell else ("", "")


def _tell_subject(link: Link) -> tuple[str, str]:
    compared = link.comparison(Slot.SUBJECT)
    return compared.ours or "somebody or something that is named", compared.theirs


def _tell_period(link: Link) -> tuple[str, str]:
    ours, published = link.part.reading, link.passage.published
    if link.outcome(Slot.DIRECTION) == "in-turn":
        return "the same day, since the one may follow the other", link.comparison(Slot.PERIOD).theirs
    event, compared = link.comparison(Slot.EVENT), link.comparison(Slot.PERIOD)
    if ours.force is Force.DUE and compared.outcome in ANY_PERIOD:
        begun = f"published when {ours.period} had begun, and to speak against it when that was over"
        return begun if ours.period else "a time to come about in", f"published {published}" if published else ""
    compared = event if event.outcome == "other-date" else compared
    return compared.ours or "a time", compared.theirs


def _tell_measure(link: Link) -> tuple[str, str]:
    measure, topic, grade = (link.comparison(slot) for slot in (Slot.MEASURE, Slot.TOPIC, Slot.GRADE))
    if measure.outcome not in {"", "same"}:
        return measure.ours, measure.theirs
    if grade.outcome == "unclear":
        return f"{grade.ours}, of the same thing at the same time", grade.theirs
    strange = link.comparison(Slot.RESIDUE).theirs
    if strange and topic.outcome in STATED:
        return "nothing narrower than the claim", strange
    return topic.ours or _list_topic(link), topic.theirs


def _tell_force(link: Link) -> tuple[str, str]:
    ours, theirs, voice = link.part.reading, link.reading, link.passage.attribution
    if not ours.force.checkable:
        return "a claim that can be checked", f"{ours.force.value} (“{ours.cue}”)"
    if voice.voice is VoiceKind.UNNAMED:
        return "somebody who can be held to it", voice.reason
    if theirs.force is not Force.ASSERTED:
        return "an assertion that it is so", f"{theirs.force.value} (“{theirs.cue}”)" if theirs.cue else theirs.force
    if voice.speaker:
        return "that it was done, told by somebody else than whom it is about", voice.speaker
    return "that it was done", "a decision to do it"


def _tell_polarity(link: Link) -> tuple[str, str]:
    turned, denied = link.comparison(Slot.DIRECTION), link.comparison(Slot.POLARITY)
    if turned.outcome:
        return turned.ours, turned.theirs
    return "the same denied, or asserted, on both sides", denied.theirs or "as much for it as against it"


_ASSERTED: Final = (Slot.QUANTITY, Slot.GRADE, Slot.STREAK, Slot.ROLE, Slot.EVENT, Slot.EXTREME, Slot.RANK)
"""The slots that a claim may assert a value of."""

_ALIKE: Final = frozenset({"equal", "within", "same", "same-holder", "same-date", "same-event", "same-life"})


def _tell_unit(link: Link) -> tuple[str, str]:
    """The first value of the claim's that the passage has otherwise, or else all that it lacks."""
    for compared in link.comparisons:
        if compared.slot in _ASSERTED and compared.ours and compared.outcome not in _ALIKE:
            return compared.ours, compared.theirs
    ours = link.part.reading
    mentions: _Mentions = (*ours.quantities, *ours.grades, *ours.roles, *ours.dates)
    return _join(one.span.of(ours.text) for one in mentions) or "the same names in the same order", ""


def _tell_scope(link: Link) -> tuple[str, str]:
    compared = link.comparison(Slot.SCOPE)
    return compared.ours, compared.theirs


def _tell_topic(link: Link) -> tuple[str, str]:
    compared = link.comparison(Slot.TOPIC)
    alike = bool(compared.ours) and compared.ours.lower() == compared.theirs.lower()
    return compared.ours or _list_topic(link), "these words, put together otherwise" if alike else compared.theirs


def _tell_unread(link: Link) -> tuple[str, str]:
    del link
    return f"one of the nearest {READ_AT_MOST} readings", "one that is further off"


_TELL: Final[dict[str, Callable[[Link], tuple[str, str]]]] = {
    "subject": _tell_subject,
    "period": _tell_period,
    "measure": _tell_measure,
    "force": _tell_force,
    "polarity": _tell_polarity,
    "unit": _tell_unit,
    "scope": _tell_scope,
    "topic": _tell_topic,
    UNREAD: _tell_unread,
}


def _list_topic(link: Link) -> str:
    """What a part is about, all of it where that is no more than names and values."""
    return _join(term.surface for term in link.part.reading.topic) or link.part.text


def _join(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
