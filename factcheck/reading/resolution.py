"""Whom and what a sentence means by a pronoun or a description, where the sentences before say so.

What two candidates fit stays unresolved: a wrong name is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import PERSONAL, EntityKind, NameMention
from factcheck.reading.antecedents import NEAR, Antecedents, Mentioned, may_be_person, sort_names
from factcheck.reading.descriptions import Found, find_described
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.text import Token

_THING: Final = frozenset({"it", "its", "itself"})
_GROUP: Final = frozenset({"they", "them", "their", "theirs"})
_OPENING: Final = frozenset("when while as before after since although though if until once in under during".split())
"""How a clause begins that may have its pronoun before its name: "When he was leader, Tom Hart …"."""

_DEEDS: Final = frozenset(
    """said says plans planned wants wanted employs employed serves served spent spends paid pays cut raised agreed
    approved published hired appointed launched built builds bought sold owes owed owns owned announced promised won
    signed made makes offered gave never treated""".split()
)
"""What a body does and a thing does not, after "it"."""

_STATES: Final = frozenset(
    "has had have will would runs ran closed lost failed missed left joined faced now also later".split()
)
"""What either may do: "it has closed" is the body where nothing else was spoken of."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to resolve: its text, its words and the names that it spells out."""

    text: str
    tokens: tuple[Token, ...]
    names: tuple[NameMention, ...]


def resolve(sentence: Sentence, told: Antecedents) -> tuple[NameMention, ...]:
    """Return a mention for each expression that stands for somebody told of, with the reason in `resolved_by`."""
    found = [
        *_find_pronouns(sentence, told),
        *find_described(
            sentence.text, sentence.tokens, sentence.names, told, lambda token: _person(token, sentence, told)
        ),
    ]
    return tuple(
        NameMention(span=span, name=name, kind=kind, resolved_by=f"“{span.of(sentence.text)}” is {name}, {why}")
        for span, name, kind, why in sorted(found)
        if name
    )


def _find_pronouns(sentence: Sentence, told: Antecedents) -> Iterator[Found]:
    for at, token in enumerate(sentence.tokens):
        span = Span(token.start, token.end)
        if token.lower in PERSONAL:
            yield span, _person(token, sentence, told), EntityKind.PERSON, "the only person before whom it fits"
        elif token.lower in _THING:
            yield span, _body(at, sentence, told), EntityKind.BODY, "the only body just before"
        elif token.lower in _GROUP:
            yield span, _group(at, sentence, told), EntityKind.BODY, "the only body just before"


def _person(token: Token, sentence: Sentence, told: Antecedents) -> str:
    """The one person whom "he" or "she" fits in the nearest sentence that names any whom it fits."""
    pronoun = PERSONAL.get(token.lower, "")
    here = [one for one in sentence.names if may_be_person(one)]
    before = told.sentences[: -NEAR - 1 : -1]
    later = [one.name for one in here if one.span.start > token.end]
    groups = [
        [one.name for one in here if one.span.end <= token.start],
        *(one.people for one in before),
        *([name for name in one.others if " " in name] for one in before),
        later[:1] if sentence.tokens[0].lower in _OPENING else [],
    ]
    for people in groups:
        fitting = {person for person in people if told.fits(person, pronoun)}
        if fitting:
            return fitting.pop() if len(fitting) == 1 else ""
    return ""


def _body(at: int, sentence: Sentence, told: Antecedents) -> str:
    """The one body that "it" or "its" can stand for: in its own sentence, or else in the one before."""
    token = sentence.tokens[at]
    here = sort_names(sentence.text, [name for name in sentence.names if name.span.end <= token.start])
    last = told.sentences[-1] if told.sentences else Mentioned()
    after = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
    if token.lower == "it" and after not in _DEEDS:
        alone = len(last.bodies) == 1 and after in _STATES and not (here.bodies or here.people)
        return last.bodies[0] if alone and " a " not in last.text and " an " not in last.text else ""
    for one in (here, last):
        if one.bodies or one.people or one.others:
            named = one.bodies or (() if one.people else one.others)
            first = token.lower == "it" and named and one.text.removeprefix("The ").startswith(named[0])
            return named[0] if len(named) == 1 or first else ""
    return ""


def _group(at: int, sentence: Sentence, told: Antecedents) -> str:
    """The one body or band that "they" can stand for, where no several people were spoken of."""
    token = sentence.tokens[at]
    begun = [name for name in sentence.names if name.span.end <= token.start]
    last = told.sentences[-1] if told.sentences else Mentioned()
    if any(one.kind is EntityKind.BODY for one in begun) or len(last.people) > 1:
        return ""
    named = last.bodies or last.others
    first = last.text.split(maxsplit=1)[0] if last.text else ""
    plural = first.endswith("s") and not any(first in name for name in named)
    return named[0] if len(named) == 1 and not plural else ""
