"""A claim into its parts, each read with the claim's own date and speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.model import Part
from factcheck.reading.antecedents import Antecedents
from factcheck.reading.compounds import split_compound
from factcheck.reading.due import look_whether_due
from factcheck.reading.name_book import build_name_book
from factcheck.reading.names import find_names
from factcheck.reading.own import find_own
from factcheck.reading.periods import Anchor
from factcheck.reading.resolution import Sentence, resolve
from factcheck.reading.sentence import Setting, read_sentence
from factcheck.reading.sentences import split_sentences
from factcheck.text import fold, tokenize
from factcheck.values import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Entity, Reading
    from factcheck.reading.name_book import NameBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the record tells before a claim is read: who is who, its lower-case words, the speaker's bodies, its day."""

    entities: tuple[Entity, ...] = ()
    words: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()
    as_of: DateRange | None = None


_FIRST_PERSON: Final = re.compile(r"\b(?:I|me|my|myself|we|us|our)\b|\b(?:I|we)'(?:m|re|ve|d|ll)\b", re.IGNORECASE)


def read_claim(claim: Claim, background: Background) -> tuple[Part, ...]:
    """Return the propositions of a claim, at least one: its sentences, and what a compound one is made of.

    "I" and "we" stand for the claim's speaker and the body that the speaker answers for; dates resolve against
    the day it was said. A prediction whose time has come is read by its outcome.
    """
    anchor = Anchor(claim.date.last if claim.date else None, f"the day it was said, {claim.date}" if claim.date else "")
    book = build_name_book(claim.text, background.entities, common=background.words)
    speaker = claim.speaker if claim.speaker and _FIRST_PERSON.search(fold(claim.text)) else ""
    implied = (speaker, *background.bodies) if speaker else ()
    setting = Setting(anchor=anchor, he=speaker, names_before=implied)
    reader = _Reader(setting, book, claim.speaker or "", background.bodies)
    parts = []
    for span in split_sentences(claim.text, Span(0, len(claim.text))):
        for part in _read_propositions(span.of(claim.text), reader):
            reading = part.reading
            if claim.about:
                reading = replace(reading, period=claim.about, period_note="the claim's stated period")
            parts.append(look_whether_due(replace(part, reading=reading), background.as_of))
    return tuple(parts)


class _Reader:
    """Reads the propositions of one claim in order: what one names, a later one may mean by "he"."""

    def __init__(self, setting: Setting, book: NameBook, speaker: str, bodies: Sequence[str]) -> None:
        self._setting, self._speaker, self._bodies = setting, speaker, bodies
        self.book = book
        self._told = Antecedents()

    def read(self, text: str) -> Reading:
        tokens = tokenize(text)
        names = tuple(find_names(tokens, text, self.book))
        own = find_own(text, self._speaker, self._bodies)
        resolved = (*resolve(Sentence(text, tokens, names), self._told), *own)
        self._told.follow(text, tokens, names, ())
        return read_sentence(text, replace(self._setting, names=names, resolved=resolved))


def _read_propositions(text: str, reader: _Reader) -> Iterator[Part]:
    pieces = split_compound(text, find_names(tokenize(text), text, reader.book))
    readings = [reader.read(piece.read_as) for piece in pieces]
    for place, piece in enumerate(pieces):
        yield Part(text=piece.text, reading=_with_period(readings, place))


def _with_period(readings: Sequence[Reading], place: int) -> Reading:
    """A proposition without a date, in the period of the others.

    What was dated before it begins its time: "left in 2016 and led the board". What is dated after it dates both:
    "hired 40 teachers and balanced the budget in 2016".
    """
    reading = readings[place]
    if reading.period:
        return reading
    before = next((one.period for one in reversed(readings[:place]) if one.period), None)
    after = next((one.period for one in readings[place:] if one.period), None)
    if before and before.first:
        begun = DateRange(first=before.first, last=None)
        return replace(reading, period=begun, period_note="from when the claim speaks of before")
    if after and not before:
        return replace(reading, period=after, period_note="as the rest of the claim")
    return reading
