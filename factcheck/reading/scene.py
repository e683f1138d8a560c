"""What the cues of a sentence are read from: its words, its names, and whom earlier sentences left in mind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind

if TYPE_CHECKING:
    from factcheck.model import NameMention
    from factcheck.text import Token

MESSAGES: Final = frozenset("message statement letter blog post email memo speech column tweet article".split())
"""What somebody writes or delivers, so that its words are theirs."""

NEAR_SUBJECT: Final = 40
"""Code points between a verb or "according to" and its name: "said the council's new leader, Ann Lee"."""

HONOURS: Final = frozenset("mp mps mep msp ms obe cbe mbe kc qc jp dl".split())
"""Letters after a name, which are no part of it: "Ann Lee OBE said"."""

SEPARATOR: Final = re.compile(r",|\s-+\s|\"|;|:")
"""What parts clauses, insertions and quotations."""

_REMEMBERED: Final = 4
"""People that a pronoun may stand for: those named last; nobody is called "she" over more heads."""

_WRITING: Final = frozenset("wrote writes written posted penned published sent issued tweeted emailed".split())


@dataclass(slots=True)
class Scene:
    """Whom the sentences so far have left in mind: the people named last, who spoke last, and who wrote last."""

    people: tuple[str, ...] = ()
    last_speaker: str | None = None
    writer: str | None = None
    titled: dict[str, str] = field(default_factory=dict)

    def person(self, pronoun: str) -> str:
        """The person named last whom a pronoun fits; any pronoun but "he" and "she" fits all; "" where none is."""
        other = {"he": "she", "she": "he"}.get(pronoun, "-")
        return next((one for one in self.people if _fits(one, pronoun) and self.titled.get(one) != other), "")

    def follow(self, clue: Clue, speaker: str | None) -> None:
        """Go on by one sentence, in which `speaker` was found to speak."""
        people = [name.name for name in clue.names if name.kind is EntityKind.PERSON]
        self.titled |= {name.name: pronoun for name in clue.names if (pronoun := _title(clue, name))}
        self.people = tuple(dict.fromkeys([*people, *self.people]))[:_REMEMBERED]
        if any(token.lower in MESSAGES or token.lower in _WRITING for token in clue.tokens):
            speaker = speaker or (people[0] if people else None)
            self.writer = speaker or self.writer
        self.last_speaker = speaker or self.last_speaker


def _title(clue: Clue, name: NameMention) -> str:
    """The pronoun that the title before a name shows, "" where there is none: nobody says "she" of Lord Hart."""
    word = next((token.lower for token in clue.tokens if token.end == name.span.start - 1), "")
    return load_lexicon().public.titles.get(word, "")


def _fits(person: str, pronoun: str) -> bool:
    other = {"he": "she", "she": "he"}.get(pronoun)
    return not other or load_lexicon().public.given_names.get(person.split(maxsplit=1)[0].lower()) != other


@dataclass(frozen=True, slots=True)
class Clue:
    """One sentence to find a speaker in.

    `text` has quoted words and parentheses blanked and is folded; the spans of `tokens` and `names` are its own.
    """

    tokens: tuple[Token, ...]
    text: str
    names: tuple[NameMention, ...]
    scene: Scene
    has_quote: bool

    def person(self, pronoun: str) -> str:
        """Whom a pronoun stands for: somebody whom earlier sentences named, else one whom this one does; or ""."""
        return self.scene.person(pronoun) or self.person_here(pronoun)

    def person_here(self, pronoun: str) -> str:
        """The first person of this sentence whom a pronoun fits, as in "In her letter Ann Lee says"; or ""."""
        people = (name.name for name in self.names if name.kind is EntityKind.PERSON)
        return next((one for one in people if _fits(one, pronoun)), "")

    def name_ending(self, at: int) -> NameMention | None:
        """The name whose last word is the token at `at`."""
        end = self.tokens[at].end
        return next((name for name in self.names if _ends_at(self.text, name.span.end, end)), None)


def is_parted(clue: Clue, first: int, last: int) -> bool:
    """Whether a comma, a dash or a quotation stands between two tokens."""
    return bool(SEPARATOR.search(clue.text, clue.tokens[first].end, clue.tokens[last].start))


def _ends_at(text: str, name: int, token: int) -> bool:
    """Whether a name that ends at `name` has `token` for its end, a last part after a hyphen included: "Geun-hye"."""
    return name == token or (name < token and text[name] == "-" and text[name + 1 : token].isalpha())


def is_owner(clue: Clue, name: NameMention) -> bool:
    """Whether a name owns what follows it: "Ann Lee's"."""
    return clue.text[name.span.start : name.span.end].endswith(("'s", "s'"))
