"""Cues in unquoted words that name who speaks: "X said", "said X", "according to X", "X's message:"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Attribution, EntityKind, VoiceKind
from factcheck.reading.names import NameBook, find_names
from factcheck.text import fold, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import NameMention
    from factcheck.text import Token

_MESSAGE: Final = frozenset("message statement letter blog post email memo speech column tweet article".split())
_REPORTING_NOUNS: Final = frozenset(
    """spokesperson spokesman spokeswoman leader minister ministers critics opponents officials official inspectors
    inspector report reports sources source residents campaigners union unions officers director chair chairman
    chairwoman boss bosses executive councillor mp mps manager letter review auditors experts document minutes
    figures insiders insider analysts lawyers staff company watchdog regulator""".split()
)
_NEEDS_THAT: Final = frozenset(
    map(
        stem,
        "announce describe call thank urge accuse praise criticise defend ask report confirm point note".split(),
    )
)
"""Verbs of saying that take a thing as well as a clause: without "that" the writer tells of an act."""

_WITHIN_SUBJECT: Final = frozenset(
    """has have had also then later however and again previously yesterday today further once already reportedly
    repeatedly""".split()
)
_BE: Final = frozenset("is are was were be been being".split())
_NEAR_SUBJECT: Final = 40
"""Code points between an inverted verb and its subject: "said the council's new leader, Ann Lee"."""

_OPENING_WORDS: Final = 4
"""Words before the first name of a sentence that still make it the subject: "Yesterday the chair, Ann Lee"."""


@dataclass(slots=True)
class Scene:
    """Whom the sentences so far have left in mind: the last person named and the last one who spoke."""

    last_person: str | None = None
    last_speaker: str | None = None


def find_cue(outside: str, book: NameBook, scene: Scene, *, has_quote: bool) -> Attribution | None:
    """Return the speaker that a sentence names, None where it names none.

    `outside` is the sentence with its quoted words blanked. The scene is led on to the people it names.
    """
    plain = fold(outside)
    tokens = tokenize(plain)
    names = find_names(tokens, outside, book)
    cue = (
        _unnamed_source(tokens)
        or _according_to(tokens, plain, names)
        or _said(tokens, plain, names, scene, has_quote=has_quote)
        or (_message(tokens, names, scene) if plain.rstrip().endswith(":") else None)
    )
    people = [name.name for name in names if name.kind is EntityKind.PERSON]
    scene.last_person = people[0] if people else scene.last_person
    scene.last_speaker = cue.speaker if cue and cue.speaker else scene.last_speaker
    return cue


def _named(speaker: str, cue: str) -> Attribution:
    return Attribution(voice=VoiceKind.NAMED, speaker=speaker, reason=cue)


def _unnamed_source(tokens: Sequence[Token]) -> Attribution | None:
    for first, last, _ in load_lexicon().manner.unnamed.find(tokens):
        words = " ".join(token.text for token in tokens[first:last])
        return Attribution(voice=VoiceKind.UNNAMED, reason=f"nobody is named: “{words}”")
    return None


def _according_to(tokens: Sequence[Token], text: str, names: list[NameMention]) -> Attribution | None:
    for place, token in enumerate(tokens[:-1]):
        if token.lower == "according" and tokens[place + 1].lower == "to":
            end = tokens[place + 1].end
            phrase = " ".join(text[end:].split(",", maxsplit=1)[0].split()[:6]).rstrip(".")
            after = [
                name.name
                for name in names
                if 0 <= name.span.start - end <= _NEAR_SUBJECT and "," not in text[end : name.span.start]
            ]
            speaker = after[0] if after else phrase
            return _named(speaker, f"“according to {speaker}”") if speaker else None
    return None


def _said(
    tokens: Sequence[Token], text: str, names: list[NameMention], scene: Scene, *, has_quote: bool
) -> Attribution | None:
    saying = load_lexicon().manner.saying
    for place, token in enumerate(tokens):
        if token.lower not in saying or token.capital or (place and tokens[place - 1].lower in _BE):
            continue
        if not has_quote and token.stem in _NEEDS_THAT and not _clause_follows(tokens, place):
            continue
        speaker = _subject(tokens, place, text, names, scene)
        if not speaker and has_quote:
            speaker = _inverted(tokens, place, text, names, scene)
        if speaker == _NOBODY:
            return Attribution(voice=VoiceKind.UNNAMED, reason=f"“they {token.text}”, and who they are is not said")
        if speaker:
            return _named(speaker, f"“{token.text}”, said of {speaker}")
    return None


_NOBODY: Final = "they"


def _clause_follows(tokens: Sequence[Token], place: int) -> bool:
    """Whether "that" or a new subject follows: "confirmed he was leaving", not "announced his retirement"."""
    return any(
        token.lower in {"that", "he", "she", "they", "it", "how", "there"} for token in tokens[place + 1 : place + 3]
    )


def _subject(tokens: Sequence[Token], place: int, text: str, names: list[NameMention], scene: Scene) -> str:
    """The subject of the verb at `place`, "" where none is seen, `_NOBODY` for a "they" that stands for nobody."""
    at = place - 1
    while at >= 0 and (tokens[at].lower in _WITHIN_SUBJECT or tokens[at].lower.endswith("ly")):
        at -= 1
    if at < 0:
        return ""
    ending = [name.name for name in names if name.span.end == tokens[at].end]
    if ending and not _is_possessive(tokens[at]):
        return ending[0]
    if tokens[at].lower in {"he", "she"}:
        return scene.last_person or ""
    if tokens[at].lower in {"i", "we", "you", "who", "which"}:
        return ""
    if tokens[at].lower in {"they", "it"}:
        return scene.last_speaker or (_NOBODY if tokens[at].lower == "they" else "")
    if "," in text[tokens[at].end : tokens[place].start]:
        inserted = _before_comma(tokens, place, text, names, scene)
        if inserted:
            return inserted
    if tokens[at].lower in _REPORTING_NOUNS or tokens[at].lower in load_lexicon().public.generic_bodies:
        return text[_phrase_start(tokens, at) : tokens[at].end]
    return ""


def _is_possessive(token: Token) -> bool:
    return token.text.endswith(("'s", "’s"))


def _phrase_start(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase that ends at `at` begins: at its article, when one stands near."""
    for place in range(at, max(-1, at - 5), -1):
        if tokens[place].lower in {"a", "an", "the", "one"}:
            return tokens[place].start
    return tokens[at].start


def _before_comma(tokens: Sequence[Token], place: int, text: str, names: list[NameMention], scene: Scene) -> str:
    """The subject that an inserted phrase parts from its verb: "Ann Lee, chair of the board, said"."""
    verb = tokens[place].start
    subjects = [name for name in names if name.span.end <= verb and name.kind in {EntityKind.PERSON, EntityKind.BODY}]
    if subjects and (
        len(text[: subjects[0].span.start].split()) <= _OPENING_WORDS or "," in text[: subjects[0].span.start]
    ):
        return subjects[0].name
    if tokens[0].lower in {"he", "she"}:
        return scene.last_person or ""
    first = next((token for token in tokens[:place] if token.lower in _REPORTING_NOUNS), None)
    return (
        text[tokens[0].start : first.end] if first and first.start < (text.find(",") if "," in text else verb) else ""
    )


def _inverted(tokens: Sequence[Token], place: int, text: str, names: list[NameMention], scene: Scene) -> str:
    """The subject after the verb: "said Ann Lee", "said the chair, Ann Lee"."""
    end = tokens[place].end
    after = [name for name in names if 0 <= name.span.start - end <= _NEAR_SUBJECT]
    if after and not {"as", "that", "of", "for", "to", "in"} & set(text[end : after[0].span.start].lower().split()):
        return after[0].name
    follows = tokens[place + 1 : place + 2]
    return (scene.last_person or "") if follows and follows[0].lower in {"he", "she"} else ""


def _message(tokens: Sequence[Token], names: list[NameMention], scene: Scene) -> Attribution | None:
    """The writer of a message that a colon introduces."""
    if not any(token.lower in _MESSAGE for token in tokens):
        return None
    people = [name.name for name in names if name.kind is EntityKind.PERSON]
    speaker = people[0] if people else scene.last_person
    return _named(speaker, f"the message of {speaker}") if speaker else None
