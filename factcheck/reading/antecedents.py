"""Whom and what the sentences of a section have told of so far: what a later "she" or "the trust" can stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind, RoleMention
from factcheck.text import stem, tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import NameMention
    from factcheck.text import Token

NEAR: Final = 3
"""Sentences before that a pronoun reaches back over: it rarely reaches further."""

_AGED: Final = re.compile(r",\s+(?:aged\s+)?(?P<age>\d{1,3})\b(?=[,.;)]|\s+(?:and|is|was|from|who)\b)")
_APPOSED: Final = re.compile(r",\s+(?:an?|the)\s+(?P<words>[\w\s'’-]{3,50}?)(?=[,.;]|\s+(?:in|of|from|who|which)\b)")
"""What is said of somebody right after the name: "Ann Lee, a former teacher from Marsh,"."""

_SUCCEEDED: Final = frozenset("succeeded succeeds succeed replaced replaces replace".split())
_PLACE: Final = re.compile(r"\b(?:in|at|from|near|to|of|for|outside|around|across|between)(?: the)?\s*\Z")
"""What stands before a name that says where something is."""


@dataclass(slots=True)
class Mentioned:
    """Whom one sentence names, in order: persons, bodies, and what may be either or a place."""

    text: str = ""
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(slots=True)
class Antecedents:
    """What a section has told of, sentence by sentence.

    `described` maps a word said of somebody ("regulator", "52-year-old") to the names of whom it was said, `before` a
    person to the predecessor in an office, `pronouns` a person to "he" or "she" where a title or name shows it.
    """

    sentences: list[Mentioned] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    described: dict[str, set[str]] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)

    def fits(self, person: str, pronoun: str) -> bool:
        """Whether "he" or "she" may be said of a person."""
        known = self.pronouns.get(person) or load_lexicon().public.given_names.get(person.split(maxsplit=1)[0].lower())
        return known in {None, "", pronoun}

    def people(self) -> tuple[str, ...]:
        """All persons named so far, the first named first."""
        return tuple(dict.fromkeys(person for one in self.sentences for person in one.people))

    def bodies(self, *, others: bool = False) -> tuple[str, ...]:
        """All bodies named so far, with `others` also what may be one, the first named first."""
        named = (name for one in self.sentences for name in (*one.bodies, *(one.others if others else ())))
        return tuple(dict.fromkeys(named))

    def follow(
        self, text: str, tokens: Sequence[Token], names: Sequence[NameMention], roles: Sequence[RoleMention]
    ) -> None:
        """Go on by one sentence with the names and roles found in it."""
        self.sentences.append(sort_names(text, names))
        self.roles.extend(role for role in roles if role.holder)
        self.roles.extend(_held_by_verb(tokens, names))
        for name in names:
            self._note_title(name, tokens)
            self._note_description(name, text)
        self._note_succession(text, names)

    def _note_title(self, name: NameMention, tokens: Sequence[Token]) -> None:
        public = load_lexicon().public
        before = next((token for token in reversed(tokens) if token.end <= name.span.start), None)
        if before is None or name.span.start - before.end > 2:  # noqa: PLR2004 - a full stop and a space
            return
        word = before.lower.strip(".")
        pronoun = public.titles.get(word) or public.gendered.get(word)
        if pronoun:
            self.pronouns.setdefault(name.name, pronoun)
        if before.text.islower() and word not in public.titles:
            self.described.setdefault(before.stem, set()).add(name.name)

    def _note_description(self, name: NameMention, text: str) -> None:
        aged = _AGED.match(text, name.span.end)
        if aged:
            self.described.setdefault(f"{aged['age']}-year-old", set()).add(name.name)
        apposed = _APPOSED.match(text, name.span.end)
        if apposed is None:
            return
        for token in tokenize(apposed["words"]):
            self.described.setdefault(token.stem, set()).add(name.name)
            pronoun = load_lexicon().public.gendered.get(token.lower)
            if pronoun:
                self.pronouns.setdefault(name.name, pronoun)

    def _note_succession(self, text: str, names: Sequence[NameMention]) -> None:
        """Who came after whom: "Hart succeeded Lee", "Lee was leader until 2018, when Hart took over"."""
        people = [name for name in names if may_be_person(name)]
        for one, other in pairwise(people):
            between = text[one.span.end : other.span.start].lower()
            words = frozenset(between.split())
            after = text[other.span.end :]
            new_first = (words & _SUCCEEDED and "by" not in words) or "took over from" in between
            new_last = ("when" in words and " took over" in after) or ("appointed" in words and _IN_PLACE.match(after))
            if new_first:
                self.before.setdefault(one.name, other.name)
            elif new_last:
                self.before.setdefault(other.name, one.name)


_IN_PLACE: Final = re.compile(r"\s+in (?:his|her|their) place")


def _held_by_verb(tokens: Sequence[Token], names: Sequence[NameMention]) -> Iterator[RoleMention]:
    """The roles that verbs tell of: "Tom Hart led the council", "is run by Tom Hart"."""
    verbs = load_lexicon().public.role_verbs
    for at, token in enumerate(tokens):
        role = verbs.get(token.lower)
        if role is None:
            continue
        passive = at + 1 < len(tokens) and tokens[at + 1].lower == "by"
        near = tokens[at + 1].end + 1 if passive else token.start - 1
        for name in names:
            if may_be_person(name) and near in {name.span.start, name.span.end}:
                yield RoleMention(span=Span(token.start, token.end), role=role, holder=name.name)


def may_be_person(name: NameMention) -> bool:
    """Whether a name is a person's, or two words of which nothing is known."""
    return name.kind is EntityKind.PERSON or (name.kind is EntityKind.UNKNOWN and " " in name.name)


def sort_names(text: str, names: Sequence[NameMention]) -> Mentioned:
    """The names of a sentence by what has them; a place that a preposition marks as one is left out."""
    apart = [one for one in names if one.kind is not EntityKind.UNKNOWN or _may_act(text, one)]
    return Mentioned(
        text=text,
        people=tuple(dict.fromkeys(one.name for one in apart if one.kind is EntityKind.PERSON)),
        bodies=tuple(dict.fromkeys(one.name for one in apart if one.kind is EntityKind.BODY)),
        others=tuple(dict.fromkeys(one.name for one in apart if one.kind is EntityKind.UNKNOWN)),
    )


def stems_of(name: str) -> frozenset[str]:
    """The stems of a name's words."""
    return frozenset(stem(token.lower) for token in tokenize(name))


def _may_act(text: str, name: NameMention) -> bool:
    """Whether an unknown name may be somebody's: no place that a preposition marks, and no nationality."""
    national = " " not in name.name and (name.name.endswith(_NATIONAL) or name.name.lower() in _NATIONS)
    return not national and not _PLACE.search(text[: name.span.start])


_NATIONAL: Final = ("ian", "ish", "ese", "ean", "can")
_NATIONS: Final = frozenset("german french dutch greek swiss czech thai welsh".split())
