"""Which passage says what a correction says was wrong: one that says that and little else, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Force, VoiceKind
from factcheck.names import NameMatch, match_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Hit
    from factcheck.values import DateRange, Quantity, Span

SHARE: Final = 0.5
"""Share of a passage's content words that a correction must call wrong: a sentence that says much more is not retired,
since what else it says may be right."""

TELLING: Final = 3
"""Content words that make up for a figure, a date or a name: fewer may stand in any sentence of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What some words of a text are made of: content words as concept keys, and the values that they have."""

    keys: frozenset[str] = frozenset()
    negated: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    quantities: frozenset[Quantity] = frozenset()
    periods: frozenset[DateRange] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def values(self) -> frozenset[object]:
        """All of its values: figures, dates and names."""
        return frozenset((*self.quantities, *self.periods, *self.names))

    @classmethod
    def of(cls, spans: Sequence[Span], hits: Iterable[Hit]) -> Content:
        """Return what the words in some spans of a document are made of, by what was read in its passages."""
        parts = [part for hit in hits for span in spans if (part := _cut(hit, span))]
        return cls(
            keys=frozenset().union(*(part.keys for part in parts)),
            negated=frozenset().union(*(part.negated for part in parts)),
            qualifiers=frozenset().union(*(part.qualifiers for part in parts)),
            quantities=frozenset().union(*(part.quantities for part in parts)),
            periods=frozenset().union(*(part.periods for part in parts)),
            names=frozenset().union(*(part.names for part in parts)),
        )

    def with_values_of(self, other: Content) -> Content:
        """Return it with the values of another in place of its own of the same sort: "£12m" in place of "£10m".

        Nothing, where it has several of a sort: which of them is meant is not certain.
        """
        ours, theirs = (self.quantities, self.periods, self.names), (other.quantities, other.periods, other.names)
        if any(new and len(old) > 1 for old, new in zip(ours, theirs, strict=True)):
            return Content()
        return Content(
            keys=self.keys | other.keys,
            negated=self.negated | other.negated,
            qualifiers=self.qualifiers | other.qualifiers,
            quantities=other.quantities or self.quantities,
            periods=other.periods or self.periods,
            names=other.names or self.names,
        )


def _cut(hit: Hit, span: Span) -> Content | None:
    """What of a passage lies in a span of its document."""
    passage, reading = hit.passage, hit.reading
    if not passage.span.overlaps(span):
        return None
    inside = span.shift(-passage.span.start)
    terms = [term for term in reading.terms if inside.contains(term.span)]
    figures = [one for one in reading.quantities if inside.contains(one.span)]
    return Content(
        keys=frozenset(term.key for term in terms if not any(one.span.overlaps(term.span) for one in figures)),
        negated=frozenset(term.key for term in terms if term.negated),
        qualifiers=reading.qualifiers,
        quantities=frozenset(one.quantity for one in figures),
        periods=frozenset(one.period for one in reading.dates if inside.contains(one.span)),
        names=frozenset(one.name for one in reading.names if inside.contains(one.span)),
    )


def find_stating(wrong: Content, hits: Iterable[Hit]) -> list[Hit]:
    """Return the passages that say what was wrong, outright, in the document's own voice, and little else."""
    if not (wrong.keys or wrong.names) or not (wrong.values or len(wrong.keys) >= TELLING):
        return []
    return [hit for hit in hits if _states(hit, wrong)]


def has_value(values: Iterable[object], hits: Iterable[Hit]) -> bool:
    """Whether a passage has one of some values."""
    wanted = frozenset(values)
    return any(not wanted.isdisjoint(_whole(hit).values) for hit in hits)


def _states(hit: Hit, wrong: Content) -> bool:
    reading, there = hit.reading, _whole(hit)
    if reading.force is not Force.ASSERTED or hit.passage.attribution.voice is not VoiceKind.DOCUMENT:
        return False
    shared = wrong.keys & there.keys
    if (wrong.keys and not shared) or not wrong.keys <= there.keys | reading.context_terms:
        return False
    if wrong.quantities != there.quantities or there.qualifiers - wrong.qualifiers:
        return False
    if wrong.keys & wrong.negated != wrong.keys & there.negated:
        return False
    times = there.periods or ({reading.period} if reading.period else frozenset())
    if not wrong.periods <= times or not all(_is_named(name, hit) for name in wrong.names):
        return False
    return len(shared) >= SHARE * len(there.keys)


def _is_named(name: str, hit: Hit) -> bool:
    return any(match_names(name, one.name) is not NameMatch.DIFFERENT for one in hit.reading.named)


def _whole(hit: Hit) -> Content:
    return _cut(hit, hit.passage.span) or Content()
