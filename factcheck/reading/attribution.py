"""Who asserts a sentence: the document, a named person or body, or nobody in particular.

Direct quotations (also over paragraphs, and unmarked ones that a colon introduces), mixed ones, indirect speech
and turns of an interview, after the types of quotation in the Gender Gap Tracker (Asr et al. 2021). A sentence
whose speaker cannot be seen is unnamed rather than the document's own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.model import Attribution, VoiceKind
from factcheck.reading.cues import Scene, find_cue
from factcheck.reading.quotes import Quoted, begins_quoted, find_quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.names import NameBook
    from factcheck.values import Span

MIXED_WORDS: Final = 4
"""From this many quoted words on, a sentence is the quoted speaker's; fewer are a term in the writer's sentence."""

QUESTIONS: Final = 3
"""Paragraphs that are a bare question, from which on a text is an interview; a rhetorical one or two are style."""

_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_FIRST_SINGULAR: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]yself)\b")
_TURN: Final = re.compile(r"(?P<name>Q|A|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?: \([^)\n]{1,60}\))?\s*:\s+(?=\S)")
_OWN: Final = Attribution()
_UNKNOWN: Final = Attribution(voice=VoiceKind.UNNAMED, reason="a quotation whose speaker is not named")
_SELF: Final = Attribution(voice=VoiceKind.SELF, reason="first person, and who speaks is not named")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph to attribute: its text and its sentences as spans of that text."""

    text: str
    sentences: tuple[Span, ...]


@dataclass(slots=True)
class _Flow:
    """What carries over from one paragraph to the next."""

    book: NameBook
    voice: Attribution
    interviewee: str | None
    scene: Scene
    asked: bool
    labels: frozenset[str]
    open_speaker: Attribution | None = None
    introduced: Attribution | None = None
    block: Attribution | None = None
    turn: Attribution | None = None
    last_quoted: Attribution | None = None


def attribute_section(
    paragraphs: Sequence[Paragraph], *, book: NameBook, voice: Attribution, interviewee: str | None
) -> list[list[Attribution]]:
    """Return, for each paragraph in order, the attribution of each of its sentences.

    `voice` is whose voice the unquoted text is: the document's own, or the author's of a first-person text.
    `interviewee` is whose the answers are if the section turns out to be an interview.
    """
    asked = sum(_is_question(paragraph.text) for paragraph in paragraphs) >= QUESTIONS
    flow = _Flow(book, voice, interviewee, Scene(), asked, _recurring_labels(paragraphs))
    return [_attribute_paragraph(paragraph, flow) for paragraph in paragraphs]


def _recurring_labels(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The labels that begin more than one paragraph: turns recur, captions and headings with a colon do not."""
    counts = Counter(label["name"] for paragraph in paragraphs if (label := _TURN.match(paragraph.text)))
    return frozenset(name for name, count in counts.items() if count > 1)


def _is_question(text: str) -> bool:
    return text.rstrip().endswith("?") and not find_quoted(text)


def _attribute_paragraph(paragraph: Paragraph, flow: _Flow) -> list[Attribution]:
    quoted = find_quoted(paragraph.text)
    whole = _turn(paragraph.text, flow) or _carried(paragraph.text, flow, quoted)
    if whole:
        result = [_quoting(paragraph.text, sentence, flow) or whole for sentence in paragraph.sentences]
    else:
        cued = [_cue(paragraph.text, sentence, quoted, flow) for sentence in paragraph.sentences]
        result = [_attribute_sentence(paragraph, place, quoted, cued, flow) for place in range(len(cued))]
    _carry_over(paragraph, quoted, result, flow)
    return result


def _quoting(text: str, sentence: Span, flow: _Flow) -> Attribution | None:
    """The speaker whom a sentence inside somebody's speech names in turn, where it holds no first person."""
    said = sentence.of(text)
    return None if _FIRST_PERSON.search(said) else find_cue(said, flow.book, replace(flow.scene), has_quote=False)


def _turn(text: str, flow: _Flow) -> Attribution | None:
    """The speaker of a turn of an interview: by its label, or of an answer to an unlabelled question."""
    label = _TURN.match(text)
    if label and _is_turn(label["name"], flow):
        flow.turn = _turn_of(label["name"], flow)
    elif flow.asked and not flow.turn and _is_question(text):
        flow.turn = _turn_of("A", flow)
        return Attribution(voice=VoiceKind.UNNAMED, reason="a question of the interviewer")
    elif flow.turn and flow.asked and not label and _speaks_of(text, flow.interviewee):
        flow.turn = None
        flow.asked = False
    return flow.turn


def _is_turn(name: str, flow: _Flow) -> bool:
    known = flow.book.resolve(name.lower().title()) in flow.book.kinds
    return name in flow.labels and (known or name.isupper() or flow.turn is not None)


def _turn_of(label: str, flow: _Flow) -> Attribution:
    name = flow.interviewee if label == "A" else flow.book.resolve(label.title() if label.isupper() else label)
    if not name:
        return _SELF
    if label == "Q":
        return Attribution(voice=VoiceKind.UNNAMED, reason="a question of the interviewer")
    return Attribution(voice=VoiceKind.NAMED, speaker=name, reason=f"a turn of {name} in an interview")


def _speaks_of(text: str, person: str | None) -> bool:
    """Whether a paragraph is about the interviewee rather than by them: the surname, and no first person."""
    return person is not None and person.split()[-1] in text and not _FIRST_PERSON.search(text)


def _carried(text: str, flow: _Flow, quoted: list[Quoted]) -> Attribution | None:
    """The speaker of the whole paragraph, where an earlier one settles it."""
    if flow.open_speaker and begins_quoted(text):
        return flow.open_speaker if _all_quoted(text, quoted) else None
    block = flow.block or (flow.introduced if not quoted else None)
    if block is None:
        return None
    outside = _outside(text, quoted)
    if _FIRST_PERSON.search(outside) and not _tells_of(outside, flow):
        flow.block = (
            block if flow.block else replace(block, reason=f"{block.reason}, in the block that a colon introduces")
        )
        return flow.block
    flow.block = None
    return None


def _tells_of(outside: str, flow: _Flow) -> bool:
    """Whether the paragraph begins with somebody said to say something: the writer is speaking again."""
    return find_cue(outside.split(". ", maxsplit=1)[0], flow.book, replace(flow.scene), has_quote=False) is not None


def _all_quoted(text: str, quoted: list[Quoted]) -> bool:
    return len(_outside(text, quoted).split()) <= MIXED_WORDS


def _outside(text: str, quoted: Sequence[Quoted]) -> str:
    """The text with quoted spans blanked, so that offsets stay true."""
    for quote in quoted:
        text = text[: quote.span.start] + " " * len(quote.span) + text[quote.span.end :]
    return text


def _cue(text: str, sentence: Span, quoted: list[Quoted], flow: _Flow) -> Attribution | None:
    has_quote = any(quote.span.overlaps(sentence) for quote in quoted)
    return find_cue(sentence.of(_outside(text, quoted)), flow.book, flow.scene, has_quote=has_quote)


def _attribute_sentence(
    paragraph: Paragraph, place: int, quoted: list[Quoted], cued: list[Attribution | None], flow: _Flow
) -> Attribution:
    sentence = paragraph.sentences[place]
    outside = sentence.of(_outside(paragraph.text, quoted))
    words = len(sentence.of(paragraph.text).split()) - len(outside.split())
    here = cued[place]
    if words >= MIXED_WORDS or (words > 0 and len(outside.split()) <= MIXED_WORDS):
        speaker = here or _neighbour(place, cued) or _floating(paragraph, quoted, flow)
        flow.last_quoted = speaker or flow.last_quoted
        return speaker or _unattributed(paragraph.text, sentence, outside, flow)
    if here:
        return here
    if flow.voice.voice is VoiceKind.DOCUMENT and _FIRST_SINGULAR.search(outside):
        return _SELF
    return flow.voice


def _unattributed(text: str, sentence: Span, outside: str, flow: _Flow) -> Attribution:
    """Quoted words that nobody is named for: mostly quoted, they are somebody's; else the writer's sentence."""
    if flow.voice.voice is not VoiceKind.DOCUMENT:
        return flow.voice
    if _FIRST_PERSON.search(sentence.of(text)):
        return _SELF
    return _UNKNOWN if len(outside.split()) * 2 <= len(sentence.of(text).split()) else _OWN


def _neighbour(place: int, cued: list[Attribution | None]) -> Attribution | None:
    """The cue of the nearest sentence of the same paragraph, the one before it first."""
    before = next((cue for cue in reversed(cued[:place]) if cue), None)
    return before or next((cue for cue in cued[place + 1 :] if cue), None)


def _floating(paragraph: Paragraph, quoted: list[Quoted], flow: _Flow) -> Attribution | None:
    """The speaker of a paragraph that is nothing but a quotation: introduced by a colon, or going on speaking."""
    if not _all_quoted(paragraph.text, quoted):
        return None
    return flow.introduced or flow.open_speaker or flow.last_quoted


def _carry_over(paragraph: Paragraph, quoted: list[Quoted], result: list[Attribution], flow: _Flow) -> None:
    spoken = [one for one in result if one.voice is not VoiceKind.DOCUMENT]
    flow.open_speaker = spoken[-1] if spoken and quoted and quoted[-1].open else None
    introduces = paragraph.text.rstrip().endswith(":") and bool(result and result[-1].speaker)
    flow.introduced = result[-1] if introduces else None
    if not quoted and not spoken:
        flow.last_quoted = None
