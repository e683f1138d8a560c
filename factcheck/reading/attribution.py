"""Who asserts a sentence: the document, a named person or body, or nobody in particular.

Direct quotations (also over paragraphs, and unmarked ones that a colon introduces), mixed ones, indirect speech
and turns of an interview, after the types of quotation in the Gender Gap Tracker (Asr et al. 2021). A sentence
whose speaker cannot be seen is unnamed rather than the document's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Attribution, VoiceKind
from factcheck.reading.cues import find_cue
from factcheck.reading.names import find_names
from factcheck.reading.quotes import Quoted, begins_quoted, blank_quoted, find_quoted
from factcheck.reading.scene import Scene
from factcheck.reading.turns import ASKERS, TURN, is_interview, is_question, name_label, recurring_labels
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.name_book import NameBook
    from factcheck.values import Span

MIXED_WORDS: Final = 4
"""From this many quoted words on, a sentence is the quoted speaker's; fewer are a term in the writer's sentence."""

_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_FIRST_SINGULAR: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]yself)\b")
_LISTED: Final = re.compile(r"\s*(?:[-•*‣▪–—]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s|[a-z])")
"""How an item of a list begins, and a line that goes on with the one before."""

_SPEECH_COLON: Final = re.compile(r"\b(?P<verb>[a-z]+)(?: [\w’']+){0,4}: +(?=[A-Z])")
"""A colon a few words after a verb: "told the board on Monday: The bridge is safe."."""

_SIGNATURE: Final = re.compile(r"\s*[-–—―]+\s*(?=[^\W\d_])")
_BEFORE_SIGNATURE: Final = re.compile(r"[”\"″»](?=\s*[-–—―])")
_LONGEST_SIGNATURE: Final = 10
"""Words of a line that signs the quotation before it: a name, an office and a body."""

_OWN: Final = Attribution()
_UNKNOWN: Final = Attribution(voice=VoiceKind.UNNAMED, reason="a quotation whose speaker is not named")
_SELF: Final = Attribution(voice=VoiceKind.SELF, reason="first person, and who speaks is not named")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph to attribute: its text and its sentences as spans of that text."""

    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A paragraph with its quotations found and, in `outside` and `marked`, blanked; the latter keeps their marks.

    `all_quoted`: it is nothing but a quotation, a few words aside.
    """

    text: str
    sentences: tuple[Span, ...]
    quoted: list[Quoted]
    outside: str
    marked: str
    all_quoted: bool


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
    signed: Attribution | None = None
    listed: bool = False


def attribute_section(
    paragraphs: Sequence[Paragraph], *, book: NameBook, voice: Attribution, interviewee: str | None
) -> list[list[Attribution]]:
    """Return, for each paragraph in order, the attribution of each of its sentences.

    `voice` is whose voice the unquoted text is: the document's own, or the author's of a first-person text.
    `interviewee` is whose the answers are if the section turns out to be an interview.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    flow = _Flow(book, voice, interviewee, Scene(), is_interview(texts), recurring_labels(texts))
    found = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        flow.signed = _signer(following.text, book) if following else None
        found.append(_attribute_paragraph(paragraph, flow))
    return found


def _signer(text: str, book: NameBook) -> Attribution | None:
    """Who signs the quotation before this paragraph: "— Ann Lee, chair"."""
    dash = _SIGNATURE.match(text)
    if dash is None or len(text.split()) > _LONGEST_SIGNATURE:
        return None
    first = next(iter(find_names(tokenize(text), text, book)), None)
    if first is None or first.span.start != dash.end():
        return None
    return Attribution(voice=VoiceKind.NAMED, speaker=first.name, reason=f"signed by {first.name}")


def _signer_within(text: str, book: NameBook) -> Attribution | None:
    """Who signs a paragraph at its own end, behind the last closing mark."""
    marks = list(_BEFORE_SIGNATURE.finditer(text))
    return _signer(text[marks[-1].end() :], book) if marks else None


def _attribute_paragraph(paragraph: Paragraph, flow: _Flow) -> list[Attribution]:
    quoted = find_quoted(paragraph.text)
    outside, marked = blank_quoted(paragraph.text, quoted)
    all_quoted = bool(quoted) and len(outside.split()) <= MIXED_WORDS
    page = _Page(paragraph.text, paragraph.sentences, quoted, outside, marked, all_quoted)
    whole = _turn(page.text, flow) or _carried(page, flow)
    if whole:
        result = [_quoting(page.text, sentence, flow) or whole for sentence in page.sentences]
    else:
        cued = [_cue(page, sentence, flow) for sentence in page.sentences]
        near = _neighbours(cued)
        result = [_attribute_sentence(page, place, cued[place], near[place], flow) for place in range(len(cued))]
        result = _after_colon(page, cued, result)
    _carry_over(page, result, flow)
    return result


def _after_colon(page: _Page, cued: list[Attribution | None], result: list[Attribution]) -> list[Attribution]:
    """Lay the rest of a paragraph in the mouth of whom an unquoted "X said: …" in it names."""
    if page.quoted or ": " not in page.text:
        return result
    found: list[Attribution] = []
    teller: Attribution | None = None
    saying = load_lexicon().manner.saying
    for sentence, cue, one in zip(page.sentences, cued, result, strict=True):
        if cue:
            colon = _SPEECH_COLON.search(sentence.of(page.text))
            teller = cue if colon and colon["verb"] in saying and cue.speaker else None
        found.append(teller if teller and one.voice is VoiceKind.DOCUMENT else one)
    return found


def _quoting(text: str, sentence: Span, flow: _Flow) -> Attribution | None:
    """The speaker whom a sentence inside somebody's speech names in turn, where it holds no first person."""
    said = sentence.of(text)
    return None if _FIRST_PERSON.search(said) else find_cue(said, flow.book, replace(flow.scene), has_quote=False)


def _turn(text: str, flow: _Flow) -> Attribution | None:
    """The speaker of a turn of an interview: by its label, or of an answer to an unlabelled question."""
    label = TURN.match(text)
    if label and _is_turn(label["name"], flow):
        flow.turn = _turn_of(label["name"], flow)
    elif flow.asked and not (flow.turn and flow.labels) and is_question(text):
        flow.turn = _turn_of("A", flow)
        return Attribution(voice=VoiceKind.UNNAMED, reason="a question of the interviewer")
    elif flow.turn and not label and _speaks_of(text, flow.interviewee if flow.asked else flow.turn.speaker):
        flow.turn = None
    return flow.turn


def _is_turn(name: str, flow: _Flow) -> bool:
    known = flow.book.resolve(name.lower().title()) in flow.book.kinds
    return name in flow.labels and (known or name.isupper() or name.upper() in ASKERS or flow.turn is not None)


def _turn_of(label: str, flow: _Flow) -> Attribution:
    if label.upper() in ASKERS:
        return Attribution(voice=VoiceKind.UNNAMED, reason="a question of the interviewer")
    name = flow.interviewee if label == "A" else name_label(label, flow.book)
    if not name:
        return _SELF
    return Attribution(voice=VoiceKind.NAMED, speaker=name, reason=f"a turn of {name} in an interview")


def _speaks_of(text: str, person: str | None) -> bool:
    """Whether a paragraph is about the interviewee rather than by them: the surname, and no first person."""
    return person is not None and person.split()[-1] in text and not _FIRST_PERSON.search(text)


def _carried(page: _Page, flow: _Flow) -> Attribution | None:
    """The speaker of the whole paragraph, where an earlier one settles it."""
    if begins_quoted(page.text) and (signer := _signer_within(page.text, flow.book)):
        return signer
    if flow.open_speaker and begins_quoted(page.text):
        return flow.open_speaker if page.all_quoted else None
    introduced = flow.introduced if not page.quoted else None
    block = flow.block or introduced
    if block is None:
        return None
    item = _LISTED.match(page.text) is not None
    spoken = _FIRST_PERSON.search(page.outside) or introduced or (item and flow.listed)
    if spoken and not _tells_of(page.outside, flow):
        flow.listed = item
        flow.block = (
            block if flow.block else replace(block, reason=f"{block.reason}, in the block that a colon introduces")
        )
        return flow.block
    flow.block = None
    return None


def _tells_of(outside: str, flow: _Flow) -> bool:
    """Whether the paragraph begins with somebody said to say something: the writer is speaking again."""
    return find_cue(outside.split(". ", maxsplit=1)[0], flow.book, replace(flow.scene), has_quote=False) is not None


def _cue(page: _Page, sentence: Span, flow: _Flow) -> Attribution | None:
    has_quote = sentence.of(page.text) != sentence.of(page.outside)
    return find_cue(sentence.of(page.marked), flow.book, flow.scene, has_quote=has_quote)


def _attribute_sentence(
    page: _Page, place: int, here: Attribution | None, near: Attribution | None, flow: _Flow
) -> Attribution:
    sentence = page.sentences[place]
    outside = sentence.of(page.outside)
    words = len(sentence.of(page.text).split()) - len(outside.split())
    if words >= MIXED_WORDS or (words > 0 and len(outside.split()) <= MIXED_WORDS):
        speaker = here or near or _floating(page, flow)
        flow.last_quoted = speaker or flow.last_quoted
        return speaker or _unattributed(page.text, sentence, outside, flow)
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


def _neighbours(cued: list[Attribution | None]) -> list[Attribution | None]:
    """For each sentence of a paragraph the cue of the nearest other one, those before it first."""
    before: list[Attribution | None] = []
    after: list[Attribution | None] = []
    last: Attribution | None = None
    for cue in cued:
        before.append(last)
        last = cue or last
    last = None
    for cue in reversed(cued):
        after.append(last)
        last = cue or last
    return [one or other for one, other in zip(before, reversed(after), strict=True)]


def _floating(page: _Page, flow: _Flow) -> Attribution | None:
    """The speaker of a paragraph that is nothing but a quotation: signed, introduced, or going on speaking."""
    if not page.all_quoted:
        return None
    return flow.signed or flow.introduced or flow.open_speaker or flow.last_quoted


def _carry_over(page: _Page, result: list[Attribution], flow: _Flow) -> None:
    spoken = [one for one in result if one.voice is not VoiceKind.DOCUMENT]
    flow.open_speaker = spoken[-1] if spoken and page.quoted and page.quoted[-1].open else None
    flow.introduced = None
    if page.text.rstrip().endswith(":"):
        last = result[-1] if result else find_cue(page.marked, flow.book, flow.scene, has_quote=False)
        flow.introduced = last if last and last.speaker else None
    if not page.quoted and not spoken:
        flow.last_quoted = None
