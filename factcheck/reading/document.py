"""A document into passages: sentences with who asserts them and what they need to be read in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Attribution, BlockKind, DocumentKind, EntityKind, Passage, VoiceKind, find_he
from factcheck.reading.antecedents import Antecedents
from factcheck.reading.attribution import Paragraph, attribute_section
from factcheck.reading.name_book import build_name_book
from factcheck.reading.names import find_names, name_counts
from factcheck.reading.notices import read_blocks
from factcheck.reading.resolution import Sentence, resolve
from factcheck.reading.roles import find_roles
from factcheck.reading.sentences import split_sentences
from factcheck.reading.told import Told
from factcheck.text import fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Block, Document, Entity, NameMention, Section
    from factcheck.reading.name_book import NameBook
    from factcheck.text import Token
    from factcheck.values import Span

BEFORE: Final = 3
"""Sentences of context that a passage carries: a pronoun rarely reaches further back."""

ABOUT: Final = 40
"""Names of its section that a passage carries at the most, those mentioned most first."""


def read_document(document: Document, entities: Iterable[Entity] = ()) -> tuple[Passage, ...]:
    """Return the citable passages of a document in order: every sentence that is neither furniture nor heading."""
    text = "\n".join(
        block.span.of(document.text)
        for section in document.sections
        for block in section.blocks
        if block.kind is not BlockKind.FURNITURE
    )
    book = build_name_book(text, entities)
    told = Told(document.spoken, book)
    found: list[Passage] = []
    for number, section in enumerate(document.sections):
        found.extend(_read_section(document, section, number, told))
    return tuple(found)


def _read_section(document: Document, section: Section, number: int, told: Told) -> Iterator[Passage]:
    book = told.book
    read = list(read_blocks(document, section))
    blocks = [block for block, _ in read]
    sentences = [draft.spans if draft else _sentences(document, block) for block, draft in read]
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
            passage = place.passage(span, told.voice_of(span, attribution), trail, book)
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
        tokens = tokenize(text)
        names = tuple(find_names(tokens, text, book))
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
            resolved=trail.resolve(text, tokens, names),
            before=tuple(trail.before[-BEFORE:]),
            names_before=trail.names,
            names_about=self.about,
            mark=self.document.mark_at(span.start),
        )


class _Trail:
    """What the sentences so far have told: what stands just before, and whom and what a later one can mean."""

    def __init__(self) -> None:
        self.before: list[str] = []
        self.names: tuple[str, ...] = ()
        self._told = Antecedents()

    def resolve(self, text: str, tokens: tuple[Token, ...], names: tuple[NameMention, ...]) -> tuple[NameMention, ...]:
        """Whom the pronouns and descriptions of a sentence stand for; then go on by that sentence."""
        resolved = resolve(Sentence(text, tokens, names), self._told)
        roles = find_roles(fold(text), tokens, names, (), find_he(text, resolved))
        self._told.follow(text, tokens, names, roles)
        return resolved

    def follow(self, passage: Passage) -> None:
        """Go on by one sentence."""
        self.before.append(passage.text)
        self.names = tuple(dict.fromkeys(name.name for name in passage.names)) or self.names


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
