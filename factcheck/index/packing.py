"""Documents and passages as they are packed into a record file, and read from it again."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

import msgspec

from factcheck.model import (
    Attribution,
    Document,
    DocumentHead,
    Entity,
    Mark,
    NameMention,
    Outline,
    Reading,
    Section,
    SpokenSpan,
    Term,
)
from factcheck.text import fold
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBody:
    """What a document has beside its text and its outline."""

    sections: tuple[Section, ...]
    spoken: tuple[SpokenSpan, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageBody:
    """What a passage has beside its text and what its section has."""

    attribution: Attribution
    names: tuple[NameMention, ...]
    resolved: tuple[NameMention, ...]
    names_before: tuple[str, ...]
    mark: Mark | None


_ENTITIES: Final = msgspec.msgpack.Decoder(tuple[Entity, ...])
_OUTLINES: Final = msgspec.msgpack.Decoder(Outline)
_DOCUMENTS: Final = msgspec.msgpack.Decoder(DocumentBody)
_PASSAGES: Final = msgspec.msgpack.Decoder(PassageBody)
_TOLD: Final = {"text": "", "names": (), "resolved": (), "context_names": ()}
"""What a reading mostly has as its passage has it, with what stands there instead."""

_READINGS: Final = msgspec.msgpack.Decoder(tuple[list[tuple[str, int, int, bool, bool]], list[int], list[str], Reading])
_ABOUTS: Final = msgspec.msgpack.Decoder(tuple[tuple[str, ...], ...])


def pack(content: Outline | DocumentBody | Sequence[Sequence[str]] | Sequence[Entity]) -> bytes:
    """Return something as it is kept."""
    return msgspec.msgpack.encode(content)


def unpack_entities(packed: bytes) -> tuple[Entity, ...]:
    """Return who is who."""
    return _ENTITIES.decode(packed)


def unpack_outline(packed: bytes) -> Outline:
    """Return a document without its text."""
    return _OUTLINES.decode(packed)


def unpack_document(outline: bytes, body: bytes, text: str) -> Document:
    """Return a whole document."""
    head, rest = unpack_outline(outline), _DOCUMENTS.decode(body)
    known = {field.name: getattr(head, field.name) for field in fields(DocumentHead)}
    return Document(**known, text=text, sections=rest.sections, spoken=rest.spoken, marks=rest.marks)


def unpack_about(packed: bytes) -> tuple[tuple[str, ...], ...]:
    """Return the names that each section mentions most."""
    return _ABOUTS.decode(packed)


def unpack_passage(packed: bytes) -> PassageBody:
    """Return what a passage has beside its text."""
    return _PASSAGES.decode(packed)


def pack_passage(passage: Passage) -> bytes:
    """Return what a passage has beside its text, as it is kept."""
    body = PassageBody(
        attribution=passage.attribution,
        names=passage.names,
        resolved=passage.resolved,
        names_before=passage.names_before,
        mark=passage.mark,
    )
    return msgspec.msgpack.encode(body)


def pack_reading(reading: Reading, passage: Passage) -> bytes:
    """Return what was found in a passage, as it is kept: without what the passage has itself, each term once."""
    terms = [(term.key, term.span.start, term.span.end, term.negated, term.denied) for term in reading.terms]
    places = {term: place for place, term in enumerate(reading.terms)}
    topic = [places[term] for term in reading.topic]
    told = [name for name in _TOLD if getattr(reading, name) == getattr(passage, name)]
    bare = {name: _TOLD[name] for name in told}
    keys = reading.keys.difference(term.key for term in reading.terms)
    rest = replace(reading, terms=(), topic=(), keys=keys, **bare)  # type: ignore[arg-type] # each is of its field's type
    return msgspec.msgpack.encode((terms, topic, told, rest))


def unpack_reading(packed: bytes, passage: Passage) -> Reading:
    """Return what was found in a passage."""
    rows, topic, told, rest = _READINGS.decode(packed)
    folded = fold(passage.text)  # as the terms were read off it
    terms = []
    for key, start, end, negated, denied in rows:
        span = Span(start, end)
        terms.append(Term(key=key, surface=span.of(folded), span=span, negated=negated, denied=denied))
    return replace(
        rest,
        terms=tuple(terms),
        topic=tuple([terms[place] for place in topic]),
        keys=rest.keys.union(term.key for term in terms),
        **{name: getattr(passage, name) for name in told},
    )
