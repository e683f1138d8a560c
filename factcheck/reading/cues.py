"""Cues in unquoted words that name who speaks: "X said", "said X", "according to X", "X's message:"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Attribution, EntityKind, VoiceKind
from factcheck.reading.contents import find_owner
from factcheck.reading.names import find_names
from factcheck.reading.phrases import VAGUE, hides_somebody
from factcheck.reading.saying import find_headline_verbs, find_teller
from factcheck.reading.scene import HONOURS, MESSAGES, NEAR_SUBJECT, Clue, Scene, is_owner
from factcheck.text import fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import NameMention
    from factcheck.reading.name_book import NameBook
    from factcheck.text import Token

_ASIDE: Final = re.compile(r"\([^()]{0,120}\)")
"""A parenthesis, which may part a subject from its verb: "Ann Lee (pictured) said"."""

_CITED: Final = re.compile(r"\((?P<inside>[^()]{3,120})\)\W*\Z")
_SIGNED: Final = re.compile(r"\"\s*-+\s*(?=[^\W\d_])")
_LABEL: Final = re.compile(r"\s*:\s+\S")
_LABELLED: Final = re.compile(r":\s*(?:\"|\Z)")

_OCCASIONS: Final = MESSAGES | frozenset("evidence hansard interview".split())
_LONGEST_PHRASE: Final = 6
"""Words of a source that is no name: "according to figures published by the council"."""

_OPENING_WORDS: Final = 4
"""Words before the first name of a sentence that still make it the subject: "Yesterday the chair, Ann Lee"."""

_FEMALE: Final = frozenset({"her", "hers", "she"})
_MALE: Final = frozenset({"him", "his", "he"})


def find_cue(outside: str, book: NameBook, scene: Scene, *, has_quote: bool) -> Attribution | None:
    """Return the speaker that a sentence names, None where it names none.

    `outside` is the sentence with its quoted words blanked and their marks kept. The scene is led on to the people
    it names.
    """
    folded = fold(outside)
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), folded)
    tokens = tokenize(plain)
    clue = Clue(tokens, plain, tuple(_names(tokens, outside, book)), scene, has_quote=has_quote)
    cue = (
        _unnamed_source(tokens)
        or _according_to(clue)
        or _told(clue)
        or _owned(clue)
        or _label(clue)
        or _labelled(clue)
        or _signed(clue)
        or _cited(folded, outside, book)
    )
    scene.follow(clue, cue.speaker if cue else None)
    return cue


def _names(tokens: Sequence[Token], outside: str, book: NameBook) -> list[NameMention]:
    """The names of a sentence; a verb of saying in capitals, or with one in a headline, ends one: "ANN LEE SAID"."""
    saying = load_lexicon().manner.saying
    found: list[NameMention] = []
    begin = 0
    upper = [at for at, one in enumerate(tokens) if one.text.isupper() and one.lower in saying]
    for place in [*sorted({*upper, *find_headline_verbs(tokens)}), len(tokens)]:
        found.extend(_without_honours(name, book) for name in find_names(tokens[begin:place], outside, book))
        begin = place + 1
    return found


def _without_honours(name: NameMention, book: NameBook) -> NameMention:
    """A name without the letters after it, its span as it was."""
    words = name.name.split()
    while len(words) > 1 and words[-1].lower() in HONOURS:
        words.pop()
    if len(words) == len(name.name.split()):
        return name
    bare = book.resolve(" ".join(words))
    return replace(name, name=bare, kind=book.kinds.get(bare, name.kind))


def _named(speaker: str, cue: str) -> Attribution:
    return Attribution(voice=VoiceKind.NAMED, speaker=speaker, reason=cue)


def _unnamed_source(tokens: Sequence[Token]) -> Attribution | None:
    for first, last, _ in load_lexicon().manner.unnamed.find(tokens):
        words = " ".join(token.text for token in tokens[first:last])
        return Attribution(voice=VoiceKind.UNNAMED, reason=f"nobody is named: “{words}”")
    return None


def _told(clue: Clue) -> Attribution | None:
    """Somebody is said to say it; a pronoun that stands for nobody known leaves it unnamed."""
    told = find_teller(clue)
    if told is None:
        return None
    speaker, verb = told
    if speaker in VAGUE:
        return Attribution(voice=VoiceKind.UNNAMED, reason=f"nobody is named: “{speaker} {verb}”")
    if speaker in {"he", "she", "they"} or hides_somebody(speaker, quoted=clue.has_quote):
        return Attribution(voice=VoiceKind.UNNAMED, reason=f"“{speaker.lower()} {verb}”, and who that is is not said")
    return _named(speaker, f"“{verb}”, said of {speaker}")


def _according_to(clue: Clue) -> Attribution | None:
    tokens = clue.tokens
    for place, token in enumerate(tokens[:-1]):
        if token.lower == "according" and tokens[place + 1].lower == "to":
            speaker = _source(clue, tokens[place + 1].end, tokens[place + 2 : place + 3])
            return _named(speaker, f"“according to {speaker}”") if speaker else None
    return None


def _source(clue: Clue, end: int, following: Sequence[Token]) -> str:
    """Whom "according to" names: a name, whom a pronoun stands for, the name in apposition, or a bare phrase."""
    text = clue.text
    if following and following[0].lower in _FEMALE | _MALE:
        pronoun = "she" if following[0].lower in _FEMALE else "he"
        alone = not text[following[0].end :].lstrip()[:1].isalpha()
        if alone:
            return clue.person(pronoun)
    near = [one for one in clue.names if 0 <= one.span.start - end <= NEAR_SUBJECT]
    inside = [one for one in near if "," not in text[end : one.span.start]]
    free = [one for one in inside if not is_owner(clue, one)] or inside
    if free:
        return free[0].name
    phrase = " ".join(text[end:].split(",", maxsplit=1)[0].split()[:_LONGEST_PHRASE]).rstrip(".")
    for one in near:
        apposed = text[end : one.span.start].count(",") == 1 and text[: one.span.start].rstrip().endswith(",")
        if apposed and text[one.span.end :].lstrip()[:1] in {",", ".", ""}:
            return one.name
    return phrase


def _owned(clue: Clue) -> Attribution | None:
    owned = find_owner(clue)
    return _named(owned[0], f"“{owned[1]}”, of {owned[0]}") if owned else None


def _label(clue: Clue) -> Attribution | None:
    """The person whose name and a colon begin a sentence: "Ann Lee: The bridge is safe."."""
    first = clue.names[0] if clue.names else None
    if first is None or first.kind is not EntityKind.PERSON or not _LABEL.match(clue.text, first.span.end):
        return None
    if len(clue.text[: first.span.start].split()) > 1:
        return None
    name = first.name.title() if first.name.isupper() else first.name
    return _named(name, f"words under the label {name}")


def _labelled(clue: Clue) -> Attribution | None:
    """The person with whom a sentence begins, a colon and a quotation after it: "Ann Lee, on Monday: …".

    Without a quotation, only the writer of a message: "Ann Lee's letter to the board:".
    """
    colon = _LABELLED.search(clue.text)
    if colon is None or not (clue.has_quote or any(token.lower in MESSAGES for token in clue.tokens)):
        return None
    before = [one for one in clue.names if one.span.end <= colon.start() and one.kind is EntityKind.PERSON]
    message = any(token.lower in MESSAGES for token in clue.tokens)
    opening = bool(before) and len(clue.text[: before[0].span.start].split()) <= _OPENING_WORDS
    if before and (message or opening):
        return _named(before[0].name, f"what {before[0].name} is quoted with")
    writer = clue.scene.person("") if message else ""
    return _named(writer, f"the message of {writer}") if writer else None


def _signed(clue: Clue) -> Attribution | None:
    """The name under a quotation: "…" - Ann Lee."""
    dash = _SIGNED.search(clue.text)
    if dash is None:
        return None
    signers = [one for one in clue.names if len(clue.text[dash.end() : one.span.start].split()) <= 1]
    after = [one.name for one in signers if one.span.start >= dash.end() and not is_owner(clue, one)]
    return _named(after[0], f"signed by {after[0]}") if after else None


def _cited(folded: str, outside: str, book: NameBook) -> Attribution | None:
    """The person whom a parenthesis at the end gives as the source: (Ann Lee, speech, 3 May)."""
    cited = _CITED.search(folded)
    if cited is None:
        return None
    inside = tokenize(cited["inside"])
    names = find_names(inside, outside[cited.start("inside") : cited.end("inside")], book)
    occasion = any(token.lower in _OCCASIONS for token in inside)
    return _named(names[0].name, f"cites {names[0].name}") if names and occasion and not names[0].span.start else None
