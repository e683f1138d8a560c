"""A claim into its parts, each read with the claim's own date and speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.model import Part
from factcheck.reading.antecedents import Antecedents
from factcheck.reading.name_book import build_name_book
from factcheck.reading.names import find_names
from factcheck.reading.own import find_own
from factcheck.reading.periods import Anchor
from factcheck.reading.resolution import Sentence, resolve
from factcheck.reading.sentence import Setting, read_sentence
from factcheck.reading.sentences import split_sentences
from factcheck.text import fold, tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from factcheck.model import Claim, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the record tells before a claim is read: who is who, its lower-case words, the speaker's bodies."""

    entities: tuple[Entity, ...] = ()
    words: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()


_FIRST_PERSON: Final = re.compile(r"\b(?:I|me|my|myself|we|us|our)\b|\b(?:I|we)'(?:m|re|ve|d|ll)\b", re.IGNORECASE)


def read_claim(claim: Claim, background: Background) -> tuple[Part, ...]:
    """Return the checkable propositions of a claim, at least one: its sentences.

    "I" and "we" stand for the claim's speaker and the body that the speaker answers for; dates resolve against
    the day it was said.
    """
    anchor = Anchor(claim.date.last if claim.date else None, f"the day it was said, {claim.date}" if claim.date else "")
    book = build_name_book(claim.text, background.entities, common=background.words)
    speaker = claim.speaker if claim.speaker and _FIRST_PERSON.search(fold(claim.text)) else ""
    implied = (speaker, *background.bodies) if speaker else ()
    parts = []
    told = Antecedents()
    for span in split_sentences(claim.text, Span(0, len(claim.text))):
        text = span.of(claim.text)
        tokens = tokenize(text)
        names = tuple(find_names(tokens, text, book))
        own = find_own(text, claim.speaker or "", background.bodies)
        resolved = (*resolve(Sentence(text, tokens, names), told), *own)
        told.follow(text, tokens, names, ())
        setting = Setting(anchor=anchor, names=names, resolved=resolved, he=speaker, names_before=implied)
        reading = read_sentence(text, setting)
        if claim.about:
            reading = replace(reading, period=claim.about, period_note="the claim's stated period")
        parts.append(Part(text=text, reading=reading))
    return tuple(parts)
