"""What a document calls whom: which short form, acronym or misspelling stands for which full name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.names import find_names
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Entity, NameMention

MISSPELT: Final = 1
"""A titled surname one edit from the only known one is taken for a slip of the pen ("Mr Roberts's" / "Mr Robert's")."""

LONGEST_PERSON: Final = 4
"""Words of a person's full name at the most."""

LONG_WORD: Final = 5
"""Letters from which a word of a name may be misspelt: one edit of a shorter one makes another name ("Lee", "Lea")."""

_ACRONYM: Final = re.compile(r"\s\((?P<short>[A-Z][A-Za-z&]{1,6})\)")
_SMALL: Final = frozenset({"of", "for", "and", "the"})
_LEAST_INITIALS: Final = 3
"""Letters of an acronym that is known by its initials alone; two stand for too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameBook:
    """What a document calls whom.

    `full` maps a short name to the one full name it can stand for, `shared` one that several persons bear to all of
    them; `pronouns` has "he" or "she" of the persons whose titles tell.
    """

    full: dict[str, str] = field(default_factory=dict)
    shared: dict[str, frozenset[str]] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, EntityKind] = field(default_factory=dict)
    common: frozenset[str] = frozenset()

    def resolve(self, name: str, *, titled: bool = False, pronoun: str = "") -> str:
        """Return the full name that `name` stands for, `name` itself where none is known or two would do.

        `pronoun` is "he" or "she" where a title before the name tells: "Mrs Hart" is no James Hart.
        """
        known = self.full.get(name.lower())
        if known and self._fits(known, pronoun):
            return known
        if titled and name.lower() in self.shared:
            return self._by_title(name, pronoun)
        if known or not titled:
            return name
        near = {
            full for short, full in self.full.items() if DamerauLevenshtein.distance(short, name.lower()) <= MISSPELT
        }
        return near.pop() if len(near) == 1 and self._fits(min(near), pronoun) else name

    def _fits(self, person: str, pronoun: str) -> bool:
        known = self.pronouns.get(person) or load_lexicon().public.given_names.get(person.split(maxsplit=1)[0].lower())
        return not pronoun or known in {None, "", pronoun} or self.kinds.get(person) is not EntityKind.PERSON

    def _by_title(self, name: str, pronoun: str) -> str:
        """The one of several persons of a name whom a title fits; a surname comes before a first name."""
        fitting = {one for one in self.shared[name.lower()] if self._fits(one, pronoun)}
        surnamed = {one for one in fitting if one.split()[-1].lower() == name.lower()}
        chosen = surnamed or fitting
        return min(chosen) if len(chosen) == 1 else name


def build_name_book(text: str, entities: Iterable[Entity] = (), *, common: frozenset[str] = frozenset()) -> NameBook:
    """Collect the names of a document: persons by full name, with their surnames and first names, bodies with acronyms.

    A longer name is a person's where its last word also stands alone, as surnames do. `common` are words known
    to be no names, beside those that the text itself has in lower case. Names that the user's record file states
    come first. A short name that two full ones share resolves to neither without a title that tells them apart.
    """
    tokens = tokenize(text)
    book = NameBook(common=common | frozenset(token.lower for token in tokens if token.text.islower()))
    mentions = find_names(tokens, text, book)
    kinds: dict[str, EntityKind] = {}
    full: defaultdict[str, set[str]] = defaultdict(set)
    persons = _surnames(text, mentions) | {mention.name.lower() for mention in mentions if " " not in mention.name}
    for mention in mentions:
        words = mention.name.split()
        known = mention.kind is EntityKind.PERSON or (
            mention.kind is EntityKind.UNKNOWN and words[-1].lower() in persons
        )
        if known and 1 < len(words) <= LONGEST_PERSON:
            kinds[mention.name] = EntityKind.PERSON
    variants = _find_variants(kinds)
    for name in kinds:
        for short in (name.split()[0].lower(), name.split()[-1].lower()):
            full[short].add(variants.get(name, name))
    for name, first in variants.items():
        full[name.lower()] = {first}
    _add_acronyms(text, mentions, full)
    pronouns = _pronouns(text, mentions)
    _add_entities(entities, full, kinds)
    return NameBook(
        full={short: min(names) for short, names in full.items() if len(names) == 1},
        shared={short: frozenset(names) for short, names in full.items() if len(names) > 1},
        pronouns=pronouns,
        kinds=kinds,
        common=book.common,
    )


def _surnames(text: str, mentions: Iterable[NameMention]) -> frozenset[str]:
    """Last words of names that a title or a verb of saying shows to be persons' somewhere in the text."""
    saying = load_lexicon().manner.saying
    found = set()
    for mention in mentions:
        after = text[mention.span.end : mention.span.end + 30].split()
        before = text[max(0, mention.span.start - 30) : mention.span.start].split()
        says = (after and after[0] in saying) or (
            before and before[-1] in {"said", "says", "added", "executive", "director", "chair"}
        )
        if mention.kind is EntityKind.PERSON or (says and mention.kind is EntityKind.UNKNOWN):
            found.add(mention.name.split()[-1].lower())
    return frozenset(found)


def _find_variants(persons: Iterable[str]) -> dict[str, str]:
    """Other spellings and short forms of persons' names, each with the form that came first."""
    firsts: list[str] = []
    found: dict[str, str] = {}
    for name in persons:
        alike = [first for first in firsts if _is_variant(name.lower().split(), first.lower().split())]
        if len(alike) == 1:
            found[name] = alike[0]
        else:
            firsts.append(name)
    return found


def _is_variant(a: list[str], b: list[str]) -> bool:
    """Whether two full names are one: "Steven Hart" and "Stephen Hart", "Ann MacKay" and "Ann McKay", "Bob Hart"."""
    if len(a) != len(b) or len(a) != 2:  # noqa: PLR2004 - a first name and a surname
        return False
    if a[1] == b[1]:
        short = load_lexicon().public.short_names
        return _is_misspelt(a[0], b[0]) or a[0] in short.get(b[0], ()) or b[0] in short.get(a[0], ())
    return a[0] == b[0] and _is_misspelt(a[1], b[1])


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two words differ as spellings of one name do: in an edit, or "Steven" / "Stephen", "Mac" / "Mc"."""
    a, b = (_SOUNDS.sub(_sound, word) for word in (one, other))
    if a == b:
        return True
    long = min(len(one), len(other)) >= LONG_WORD
    pronouns = load_lexicon().public.given_names
    named = one in pronouns and other in pronouns and one[0] != other[0]
    return long and not named and one[0] == other[0] and DamerauLevenshtein.distance(one, other) <= MISSPELT


_SOUNDS: Final = re.compile(r"\Amac|ph|\Ac(?=a)|(.)\1|ah\Z|y")


def _sound(match: re.Match[str]) -> str:
    return {"mac": "mc", "ph": "v", "c": "k", "ah": "a", "y": "i"}.get(match[0]) or match[1]


def _add_acronyms(text: str, mentions: Iterable[NameMention], full: defaultdict[str, set[str]]) -> None:
    """Acronyms in brackets after a body's name, and those that its initials make."""
    for mention in mentions:
        if mention.kind is EntityKind.PERSON or " " not in mention.name:
            continue
        bracketed = _ACRONYM.match(text, mention.span.end)
        initials = "".join(word[0] for word in mention.name.split() if word.lower() not in _SMALL)
        if bracketed:
            full[bracketed["short"].lower()] = {mention.name}
        elif len(initials) >= _LEAST_INITIALS and mention.kind is EntityKind.BODY:
            full[initials.lower()].add(mention.name)


def _pronouns(text: str, mentions: Iterable[NameMention]) -> dict[str, str]:
    """Whether "he" or "she" fits the persons whose titles tell."""
    titles = load_lexicon().public.titles
    found: dict[str, str] = {}
    for mention in mentions:
        before = text[max(0, mention.span.start - 12) : mention.span.start].split()
        pronoun = titles.get(before[-1].strip(".").lower(), "") if before else ""
        if pronoun and " " in mention.name:
            found.setdefault(mention.name, pronoun)
    return found


def _add_entities(entities: Iterable[Entity], full: defaultdict[str, set[str]], kinds: dict[str, EntityKind]) -> None:
    for entity in entities:
        kinds[entity.name] = entity.kind
        for name in entity.names:
            full[name.lower()] = {entity.name}
        if entity.kind is EntityKind.PERSON:
            full[entity.name.split()[-1].lower()].add(entity.name)
