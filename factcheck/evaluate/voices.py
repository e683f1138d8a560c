"""Whether the voice that factcheck gives a sentence is that of a source as people marked it.

A source with a name or a noun, or what commas part of it, is ours where one of the two phrases has no telling word that
the other lacks ("Ann Lee", "Ms Lee, the chair"), unless ours only belongs to it ("a spokesman for Ann Lee"). Labels do
not say whom a pronoun stands for, so a speaker of ours is taken whom it fits ("he" and "she": a person of whom no given
name says otherwise) and who stands in the text shortly before it, or is the last source before it that is marked by
name; for "who" and "which", who stands in its own sentence. An unnamed voice of ours is right where no source is marked
or the source has no name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import VoiceKind
from factcheck.names import name_words
from factcheck.text import fold, tokenize

if TYPE_CHECKING:
    from factcheck.model import Passage
    from factcheck.values import Span

REACH: Final = 800
"""Code points before a pronoun in which its speaker must be named: two or three paragraphs."""

_GENDER: Final = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_RELATIVE: Final = frozenset("who which that whose".split())
_PRONOUNS: Final = frozenset("i you we they it their its my our your us them me himself herself themselves".split())
_BELONGS: Final = frozenset("of for to from by with in at".split())
"""What parts the head of a phrase from what it belongs to."""


def is_voice_of(passage: Passage, source: Span | None, text: str, *, named: Span | None = None) -> bool:
    """Return whether a passage's voice is that of the source at a place of its text, None where no source is marked.

    `named` is the last source before it that is no pronoun.
    """
    voice = passage.attribution
    if voice.voice is VoiceKind.DOCUMENT:
        return False
    if source is None or voice.speaker is None:
        return voice.speaker is None and (source is None or not _has_name(source.of(text)))
    speakers = voice.speaker.split(" and ")
    if not is_pronoun(source.of(text)):
        return any(_is_source(one, source.of(text)) for one in speakers)
    pronoun = source.of(text).lower()
    relative = pronoun in _RELATIVE
    before = text[passage.span.start if relative else max(0, source.start - REACH) : passage.span.end]
    known = named.of(text) if named and not relative else ""
    return any(_fits(one, pronoun) and (_stands_in(one, before) or _is_source(one, known)) for one in speakers)


def is_pronoun(source: str) -> bool:
    """Whether a source is a pronoun, and so stands for another."""
    tokens = tokenize(source)
    return len(tokens) == 1 and tokens[0].lower in {*_GENDER, *_RELATIVE, *_PRONOUNS}


def _is_source(speaker: str, source: str) -> bool:
    return any(_is_phrase_of(speaker, one) for one in (source, *source.split(",")))


def _has_name(source: str) -> bool:
    """Whether a source is more than an unnamed one: it has a capital inside, or is a pronoun, which stands for one."""
    return is_pronoun(source) or any(token.capital for token in tokenize(source)[1:])


def _is_phrase_of(speaker: str, source: str) -> bool:
    """Whether a speaker has every telling word of a source, or a source those of the speaker at its head."""
    ours, theirs = set(name_words(fold(speaker))), set(name_words(fold(source)))
    return bool(ours and theirs) and (theirs <= ours or (ours <= theirs and _is_head(speaker, source)))


def _stands_in(speaker: str, text: str) -> bool:
    """Whether the last word of a name or phrase occurs in a text."""
    words = name_words(fold(speaker))
    return bool(words) and words[-1] in {token.lower for token in tokenize(text)}


def _fits(speaker: str, pronoun: str) -> bool:
    gender = _GENDER.get(pronoun)
    known = load_lexicon().public.given_names.get(speaker.split(maxsplit=1)[0].lower())
    return gender is None or (speaker[0].isupper() and known in {None, gender})


def _is_head(speaker: str, source: str) -> bool:
    """Whether a speaker is what a source is, rather than what it belongs to: "for Ann Lee", "Ann Lee's lawyer"."""
    ours = name_words(fold(speaker))
    tokens = tokenize(source)
    place = next((at for at, token in enumerate(tokens) if token.lower == ours[0]), 0)
    last = next((token for token in tokens if token.lower == ours[-1]), tokens[place])
    return not (place and tokens[place - 1].lower in _BELONGS) and not last.text.endswith(("'s", "’s"))
