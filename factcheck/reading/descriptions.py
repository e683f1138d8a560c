"""Whom "its chief executive", "the trust", "the 52-year-old" and "her predecessor" stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.antecedents import Antecedents, stems_of
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import NameMention
    from factcheck.text import Token

Found = tuple[Span, str, EntityKind, str]
"""The span of an expression, the name that it stands for, of what sort that is, and why."""

_ARTICLES: Final = frozenset({"the", "this", "its", "his", "her", "their", "our"})
_RELATIONS: Final = frozenset({"predecessor", "successor"})
_WITHIN: Final = frozenset("new then former current old next first previous ex outgoing".split())
_AGE: Final = re.compile(r"\b[Tt]he (?P<age>\d{1,3}-year-old)\b(?! [a-z]+(?:er|or|ist|man|boy|girl|firm|company)\b)")
_MODIFIERS: Final = 2
"""Words between an article and the role that it belongs to: "the then education secretary"."""

_BOSS: Final = frozenset({"boss", "chief", "head"})
_HEADS: Final = frozenset({"boss", "chief executive", "managing director", "manager", "leader", "head"})
"""Whom "its boss" may mean."""

_KIN: Final = frozenset({"father", "mother", "grandfather", "grandmother"})


def find_described(
    text: str,
    tokens: Sequence[Token],
    names: Sequence[NameMention],
    told: Antecedents,
    person: Callable[[Token], str],
) -> Iterator[Found]:
    """Yield the definite descriptions of a sentence that stand for somebody named before.

    `person` says whom a pronoun of the sentence means, "" where that is not known.
    """
    for match in _AGE.finditer(text):
        yield Span(*match.span()), _by_age(match["age"], told), EntityKind.PERSON, "by age"
    roles = {first: (last, role) for first, last, role in load_lexicon().public.roles.find(tokens)}
    for at, token in enumerate(tokens[:-1]):
        if token.lower in _ARTICLES and not (token.text.isupper() and len(token.text) > 1):
            found = _phrase(tokens, at, roles)
            if found is None or _is_named(text, tokens, names, (at, found[1])):
                continue
            begin, end, role = found
            span = Span(token.start, tokens[end - 1].end)
            noun = tokens[begin]
            if noun.lower in _RELATIONS:
                name = _relation(noun.lower, person(token), told)
                yield span, name, EntityKind.PERSON, "by who came after whom"
            elif role:
                marks = frozenset(one.lower for one in tokens[at + 1 : begin])
                yield span, _holder(role, marks, told), EntityKind.PERSON, "told before to have the office"
            else:
                yield (span, *_called(noun, told))


def _phrase(tokens: Sequence[Token], at: int, roles: dict[int, tuple[int, str]]) -> tuple[int, int, str] | None:
    """The noun of a phrase after an article: its first token, the token after it, and the role that it is."""
    public = load_lexicon().public
    begin = at + 1
    while begin < len(tokens) - 1 and tokens[begin].lower in _WITHIN:
        begin += 1
    for place in range(begin, min(begin + _MODIFIERS + 1, len(tokens))):
        token = tokens[place]
        if place in roles:
            return place, *roles[place]
        if token.lower in _RELATIONS or token.lower in _BOSS:
            return place, place + 1, "boss" if token.lower in _BOSS else ""
        if token.lower in public.sorts or token.lower in public.generic_bodies or token.stem in public.person_nouns:
            return place, place + 1, ""
        if not (token.capital or token.lower in {"based", "then"} or token.text.islower()):
            return None
    return None


def _is_named(text: str, tokens: Sequence[Token], names: Sequence[NameMention], phrase: tuple[int, int]) -> bool:
    """Whether the phrase holds or is followed by the name of whom it speaks, or goes on to say of whom it is one."""
    at, end = phrase
    start, noun, stop = tokens[at].start, tokens[end - 1].start, tokens[end - 1].end
    for name in names:
        if name.span.end > noun and name.span.start < stop and not _is_only(name, tokens[end - 1]):
            return True
        if name.span.start - stop >= 0 and text[stop : name.span.start].strip(" ,") in {"", "Mr", "Mrs", "Ms", "Sir"}:
            return True
        if start < name.span.start and name.span.end <= noun and name.kind is not EntityKind.UNKNOWN:
            return True
    if end >= len(tokens):
        return False
    follows = tokens[end].lower
    kin = tokens[end - 1].lower in _KIN and end + 1 < len(tokens) and tokens[end + 1].text.islower()
    return (follows == "of" and not kin) or follows == "who" or text[stop : tokens[end].start] == "-"


def _is_only(name: NameMention, noun: Token) -> bool:
    """Whether a name is but the noun with a capital: "the Democrat"."""
    return name.span == Span(noun.start, noun.end) and name.kind is not EntityKind.BODY


def _holder(role: str, marks: frozenset[str], told: Antecedents) -> str:
    """The one holder of a role that was told of: the last one, or the one before where it says "former"."""
    roles = _HEADS if role == "boss" else {role}
    held = [one for one in told.roles if one.role in roles and (one.lesser == ("deputy" in role) or not one.lesser)]
    holders = {one.holder for one in held}
    past = {one.holder for one in held if one.former} | (set(told.before.values()) & holders)
    past |= {old for new, old in told.before.items() if new in holders}
    newest = set(told.before) & (holders | {new for new, old in told.before.items() if old in holders})
    if "new" in marks:
        holders = newest
    elif marks & load_lexicon().public.former - {"then"}:
        holders = past or holders
    elif newest:
        holders = newest
    return min(holders) if len(holders) == 1 else ""


def _relation(noun: str, person: str, told: Antecedents) -> str:
    """The predecessor or the successor of a person."""
    if noun == "predecessor":
        return told.before.get(person, "")
    after = [one for one, other in told.before.items() if other == person]
    return after[0] if len(after) == 1 else ""


def _by_age(age: str, told: Antecedents) -> str:
    """Who is of an age; the only person named so far, where nobody's age was told."""
    known = told.described.get(age, set())
    if len(known) == 1:
        return min(known)
    aged = any(word.endswith("-year-old") for word in told.described)
    return "" if aged or known else _only_person(told)


def _only_person(told: Antecedents) -> str:
    """The only person named so far; two words of which nothing is known may be one."""
    people = told.people()
    others = [name for name in told.bodies(others=True) if " " in name and name not in told.bodies()]
    if people:
        return people[0] if len(people) == 1 and not others else ""
    return others[0] if len(others) == 1 else ""


def _called(noun: Token, told: Antecedents) -> tuple[str, EntityKind, str]:
    """Who or what a noun calls so: a body of the sort; a person of whom it was said, or the only one named so far."""
    if noun.stem not in load_lexicon().public.person_nouns:
        return _sort(noun, told), EntityKind.BODY, "the last of the sort before"
    known = sorted(told.described.get(noun.stem, set()) & {*told.people(), *told.bodies(others=True)})
    if known:
        return known[0] if len(known) == 1 else "", EntityKind.PERSON, "told before to be one"
    return _only_person(told), EntityKind.PERSON, "the only person named before"


def _sort(noun: Token, told: Antecedents) -> str:
    """The one body of a sort named last; else who was called so; else the only one that may be of the sort.

    Where the section told of several of the sort, only one of the sentence just before is meant.
    """
    public = load_lexicon().public
    words = public.sorts.get(noun.lower, frozenset()) | {noun.stem}
    several = len({name for one in told.sentences for name in (*one.bodies, *one.others) if stems_of(name) & words}) > 1
    for one in told.sentences[-1:] if several else reversed(told.sentences):
        fitting = [name for name in (*one.bodies, *one.others) if stems_of(name) & words]
        if fitting:
            beside = {*one.others, *one.bodies} - {fitting[0]}
            paired = any(
                f"{a} and {b}" in one.text for name in beside for a, b in ((fitting[0], name), (name, fitting[0]))
            )
            alone = len(fitting) == 1 and not paired and not _has_rival(fitting[0], words, told)
            return fitting[0] if alone else ""
    if several:
        return ""
    known = told.described.get(noun.stem, set()) - set(told.people())
    if known:
        return min(known) if len(known) == 1 else ""
    if noun.lower not in public.sorts:
        return ""
    strange = {word for sort in public.sorts.values() if not sort & words for word in sort}
    left = [name for name in told.bodies(others=True) if not stems_of(name) & strange and name not in told.before]
    return left[0] if len(left) == 1 else ""


def _has_rival(name: str, words: frozenset[str], told: Antecedents) -> bool:
    """Whether another body that may be meant was named before it and as often: a text goes on about its first one."""
    strange = {word for sort in load_lexicon().public.sorts.values() if not sort & words for word in sort}
    order = [one for one in told.bodies(others=True) if " " in one and (one == name or not stems_of(one) & strange)]
    counts = {one: sum(one in {*told_of.bodies, *told_of.others} for told_of in told.sentences) for one in order}
    earlier = order[: order.index(name)] if name in order else []
    return any(counts[one] >= counts[name] for one in earlier)
