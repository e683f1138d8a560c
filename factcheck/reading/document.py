"""A document into passages: sentences with who asserts them and what they need to be read in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Attribution, BlockKind, DocumentKind, EntityKind, Passage, VoiceKind
from factcheck.reading.attribution import Paragraph, attribute_section
from factcheck.reading.names import build_name_book, find_names, name_counts
from factcheck.reading.sentences import split_sentences
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Block, Document, Entity, NameMention, Section
    from factcheck.reading.names import NameBook
    from factcheck.values import Span

BEFORE: Final = 3
"""Sentences of context that a passage carries: a pronoun rarely reaches further back."""

ABOUT: Final = 40
"""Names of its section that a passage carries at the most, those mentioned most first."""

_MALE: Final = frozenset({"he", "him", "his"})
_FEMALE: Final = frozenset({"she", "her", "hers"})


def read_document(document: Document, entities: Iterable[Entity] = ()) -> tuple[Passage, ...]:
    """Return the citable passages of a document in order: every sentence that is neither furniture nor heading."""
    text = "\n".join(
        block.span.of(document.text)
        for section in document.sections
        for block in section.blocks
        if block.kind is not BlockKind.FURNITURE
    )
    book = build_name_book(text, entities)
    found: list[Passage] = []
    for number, section in enumerate(document.sections):
        found.extend(_read_section(document, section, number, book))
    return tuple(found)


def _read_section(document: Document, section: Section, number: int, book: NameBook) -> Iterator[Passage]:
    blocks = [block for block in section.blocks if block.kind is not BlockKind.FURNITURE]
    sentences = [_sentences(document, block) for block in blocks]
    paragraphs = [
        Paragraph(block.span.of(document.text), tuple(one.shift(-block.span.start) for one in ends))
        for block, ends in zip(blocks, sentences, strict=True)
    ]
    titles = (section.heading, document.title.value, document.publisher.value)
    text = "\n".join([*filter(None, titles), *(paragraph.text for paragraph in paragraphs)])
    counted = sorted(name_counts(text, book).items(), key=lambda item: (-item[1], item[0]))
    voices = attribute_section(
        paragraphs,
        book=book,
        voice=_voice(document, section),
        interviewee=_main_person(counted, section, book),
    )
    place = _Place(document, section, number, tuple(name for name, _ in counted[:ABOUT]))
    trail = _Trail()
    for spans, attributions in zip(sentences, voices, strict=True):
        for span, attribution in zip(spans, attributions, strict=True):
            passage = place.passage(span, _stated(document, span) or attribution, trail, book)
            trail.follow(passage)
            yield passage


def _sentences(document: Document, block: Block) -> list[Span]:
    """A heading has no sentences to cite; what it asks or introduces still matters to those after it."""
    return [] if block.kind is BlockKind.HEADING else split_sentences(document.text, block.span)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the passages of one section share."""

    document: Document
    section: Section
    number: int
    about: tuple[str, ...]

    def passage(self, span: Span, attribution: Attribution, trail: _Trail, book: NameBook) -> Passage:
        text = span.of(self.document.text)
        names = tuple(find_names(tokenize(text), text, book))
        return Passage(
            id=f"{self.document.path}:{span.start}-{span.end}",
            document=self.document.path,
            span=span,
            text=text,
            section=self.number,
            published=self.section.published.value or self.document.published.value,
            attribution=attribution,
            author=self.section.author.value or self.document.author.value,
            names=names,
            he=_subject_of(names, text) or trail.person(text),
            before=tuple(trail.before[-BEFORE:]),
            names_before=trail.names,
            names_about=self.about,
        )


def _subject_of(names: tuple[NameMention, ...], text: str) -> str:
    """The person whom the sentence itself names before its first personal pronoun, "" where there is none."""
    pronoun = next((token.start for token in tokenize(text) if token.lower in _MALE | _FEMALE), None)
    if pronoun is None:
        return ""
    before = [name.name for name in names if name.kind is EntityKind.PERSON and name.span.end <= pronoun]
    return before[0] if before else ""


class _Trail:
    """What the sentences so far have named: whom and what a pronoun can stand for."""

    def __init__(self) -> None:
        self.before: list[str] = []
        self.names: tuple[str, ...] = ()
        self._people: list[str] = []

    def person(self, text: str) -> str:
        """Whom the personal pronouns of a text stand for: the person last made the subject whom they fit."""
        used = {token.lower for token in tokenize(text)}
        if not used & (_MALE | _FEMALE):
            return ""
        for person in self._people:
            gender = load_lexicon().public.given_names.get(person.split()[0].lower(), "")
            if not (gender == "he" and used & _FEMALE) and not (gender == "she" and used & _MALE):
                return person
        return ""

    def follow(self, passage: Passage) -> None:
        """Go on by one sentence: the people it names, its subject first, come before earlier ones."""
        self.before.append(passage.text)
        self.names = tuple(dict.fromkeys(name.name for name in passage.names)) or self.names
        here = [name.name for name in passage.names if name.kind is EntityKind.PERSON]
        self._people = list(dict.fromkeys([*here, *self._people]))[:BEFORE]


def _main_person(counted: list[tuple[str, int]], section: Section, book: NameBook) -> str | None:
    """Whom an interview is with: the person that it names most, its author aside."""
    people = [name for name, _ in counted if book.kinds.get(name) is EntityKind.PERSON and name != section.author.value]
    return people[0] if people else None


def _voice(document: Document, section: Section) -> Attribution:
    """Whose voice the unquoted text is."""
    if document.kind is not DocumentKind.FIRST_PERSON:
        return Attribution()
    author = section.author.value or document.author.value
    if author is None:
        return Attribution(voice=VoiceKind.SELF, reason="a first-person text whose author is not known")
    return Attribution(voice=VoiceKind.NAMED, speaker=author, reason=f"a first-person text by {author}")


def _stated(document: Document, span: Span) -> Attribution | None:
    for spoken in document.spoken:
        if spoken.span.overlaps(span):
            if spoken.speaker is None:
                return Attribution(reason="the document's own voice, as record.yaml states")
            return Attribution(voice=VoiceKind.NAMED, speaker=spoken.speaker, reason="record.yaml states the speaker")
    return None
