"""Who holds which role in which body: "X, chair of Y", "Y's chair X", "Y is chaired by X", "X was chair of Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind, RoleMention
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import NameMention, Term
    from factcheck.text import Token

_BE: Final = frozenset(
    """is was are were be been being become became becomes remains remained as named appointed elected serves served
    made""".split()
)
_REPLACING: Final = frozenset("from replace replaces replaced replacing succeed succeeds succeeded succeeding".split())
_NATIONAL: Final = ("ian", "ish", "ese", "ean")
_OF: Final = frozenset({"of", "at", "for", "in"})
_VERBS: Final = frozenset({"chair", "chairs", "chaired", "chairing"})
REACH: Final = 9
"""Tokens between a name and a role that may still belong together ("X was yesterday appointed the interim …")."""


def find_roles(
    text: str, tokens: Sequence[Token], names: Sequence[NameMention], terms: Sequence[Term], he: str
) -> tuple[RoleMention, ...]:
    """Find who holds which role. `he` is whom a personal pronoun of the sentence stands for, "" when unknown."""
    public = load_lexicon().public
    found: list[RoleMention] = []
    for first, last, name in public.roles.find(tokens):
        place = _Place(text, tokens, first, last)
        role = _qualified(name, tokens[max(0, first - 3) : first])
        holder, stated = _holder(place, names, he)
        if not holder or _is_denied(place, terms):
            continue
        bodies, body = _body(place, names, terms, holder)
        marks = {token.lower for token in tokens[max(0, first - 3) : first]}
        found.append(
            RoleMention(
                span=Span(tokens[first].start, tokens[last - 1].end),
                role=role,
                holder=holder,
                body=body,
                bodies=bodies,
                former=bool(marks & public.former),
                lesser=bool(marks & public.lesser),
                stated=stated,
            )
        )
    return tuple(found)


def _is_denied(place: _Place, terms: Sequence[Term]) -> bool:
    """Whether a negation reaches the role: "has not been invited to chair the board"."""
    return any(term.negated and place.start <= term.span.start < place.end for term in terms)


def _qualified(role: str, before: Sequence[Token]) -> str:
    """The role with "opposition" or a party before it, which makes it another one."""
    parties = load_lexicon().public.parties
    mark = next((token.lower for token in before if token.lower == "opposition" or token.lower in parties), "")
    return f"{mark} {role}" if mark else role


class _Place:
    """A role phrase among its neighbours."""

    def __init__(self, text: str, tokens: Sequence[Token], first: int, last: int) -> None:
        self.text, self.tokens, self.first, self.last = text, tokens, first, last
        self.start, self.end = tokens[first].start, tokens[last - 1].end

    def gap_after(self, name: NameMention) -> str:
        return self.text[self.end : name.span.start]

    def gap_before(self, name: NameMention) -> str:
        return self.text[name.span.end : self.start]

    def next_word(self) -> str:
        return self.tokens[self.last].lower if self.last < len(self.tokens) else ""


def _holder(place: _Place, names: Sequence[NameMention], he: str) -> tuple[str, bool]:
    """Who holds the role, and whether the sentence states it ("X is chair") or mentions it ("the chair, X")."""
    people = [name for name in names if _may_hold(place.text, name)]
    after = [name for name in people if name.span.start >= place.end]
    before = [name for name in people if name.span.end <= place.start]
    if place.next_word() == "by":
        near = bool(after) and len(place.gap_after(after[0]).split()) <= 3  # noqa: PLR2004 - "by Sir"
        return (after[0].name, True) if near else ("", False)
    if after and _adjoins(place, after[0]):
        return after[0].name, False
    if he and _pronoun_links(place):
        return he, True
    for name in reversed(before[-2:]):  # "X, the chief executive of Y's board": the nearer may be inside the phrase
        gap = place.gap_before(name)
        if (
            _links(gap)
            or _is_made(place.text, name, gap)
            or (not gap.strip() and place.tokens[place.first].lower in _VERBS)
        ):
            return name.name, not gap.lstrip().startswith(",")
    return "", False


def _adjoins(place: _Place, name: NameMention) -> bool:
    """Whether the name follows the role at once, but for a title: "chair Sir Ann Lee", not "chair Eastmere's board"."""
    gap = place.gap_after(name)
    owner = place.text[name.span.end - 2 : name.span.end] in {"'s", "’s"}
    titles = load_lexicon().public.titles
    inserted = gap.startswith(", ") and place.text[name.span.end : name.span.end + 1] in {",", "."}
    gap = gap[1:] if inserted else gap
    return not owner and "," not in gap and all(word.strip(".").lower() in titles for word in gap.split())


def _may_hold(text: str, name: NameMention) -> bool:
    """Whether a name may be a holder's: no body's, no nationality, nobody whom the holder takes over "from"."""
    if name.kind is EntityKind.BODY or (" " not in name.name and name.name.endswith(_NATIONAL)):
        return False
    return not any(word.lower() in _REPLACING for word in text[: name.span.start].split()[-3:])


def _links(gap: str) -> bool:
    """Whether the words between a name and a role bind them: an apposition's comma, or a form of "to be"."""
    words = gap.replace(",", " , ").split()
    if len(words) > REACH or any(mark in gap for mark in ".;:()"):
        return False
    lowered = [word.lower() for word in words]
    if lowered[:1] == [","]:
        relative = lowered[1:2] == ["who"] and "as" in lowered
        return "," not in lowered[1:] and (
            relative or not any(word in {"and", "who", "said", "but"} for word in lowered)
        )
    return bool(_BE & set(lowered)) or (bool(lowered) and lowered[-1] in {"to", "will"})


def _is_made(text: str, name: NameMention, gap: str) -> bool:
    """Whether somebody is put into the role: "made Ann Lee its chair", "appointed Ann Lee chair"."""
    before = text[: name.span.start].lower().split()[-1:]
    return set(before) <= _MAKING and bool(before) and set(gap.lower().split()) <= {"its", "their", "as", "the", "new"}


_MAKING: Final = frozenset("made appointed named elected hired chose chosen".split())


def _pronoun_links(place: _Place) -> bool:
    window = place.tokens[max(0, place.first - REACH) : place.first]
    for offset in range(len(window) - 1, -1, -1):
        if window[offset].lower in {"he", "she", "i"}:
            gap = place.text[window[offset].end : place.start]
            return "," not in gap and (
                bool(_BE & {token.lower for token in window[offset:]}) or place.tokens[place.first].lower in _VERBS
            )
    return False


def _body(
    place: _Place, names: Sequence[NameMention], terms: Sequence[Term], holder: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The body in which the role is held, as names and as keys: after "of" or the verb, else before the role."""
    is_verb = place.tokens[place.first].lower in _VERBS
    passive = is_verb and place.next_word() == "by"
    if passive:
        low, high = 0, place.start
    elif place.next_word() in _OF or is_verb:
        low, high = place.end, _phrase_end(place)
    else:
        low, high = _phrase_begin(place, names, holder), place.start
    around = (name for name in names if low <= name.span.start and name.span.end <= high + 1)
    bodies = tuple(name.name for name in around if name.name != holder and name.kind is not EntityKind.THING)
    keys = tuple(term.key for term in terms if low <= term.span.start and term.span.end <= high)
    return bodies, keys


def _phrase_end(place: _Place) -> int:
    stop = place.last
    while stop < min(len(place.tokens), place.last + REACH):
        gap = place.text[place.tokens[stop - 1].end : place.tokens[stop].start]
        if any(mark in gap for mark in ",;:.()–—\n") or place.tokens[stop].lower in {
            "who",
            "which",
            "since",
            "between",
            "from",
            "until",
            "when",
            "while",
            "before",
            "after",
            "and",
            "to",
        }:
            break
        stop += 1
    return place.tokens[stop - 1].end


def _phrase_begin(place: _Place, names: Sequence[NameMention], holder: str) -> int:
    """Where the noun phrase before the role begins: after its comma or verb."""
    begin = place.start
    for at in range(place.first - 1, max(-1, place.first - 7), -1):
        gap = place.text[place.tokens[at].end : begin]
        if any(mark in gap for mark in ",;:.()") or place.tokens[at].lower in _BE:
            break
        begin = place.tokens[at].start
    own = [name.span.end for name in names if name.name == holder and name.span.end <= place.start]
    return max([begin, *own])
