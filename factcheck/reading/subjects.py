"""Who does what a verb says: the subject before it, across insertions, or after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.scene import HONOURS, MESSAGES, NEAR_SUBJECT, Clue, is_owner

if TYPE_CHECKING:
    from factcheck.model import NameMention

_REPORTING_NOUNS: Final = frozenset(
    """spokesperson spokesman spokeswoman leader minister ministers critics opponents officials official inspectors
    inspector report reports sources source residents campaigners union unions officers director chair chairman
    chairwoman boss bosses executive councillor mp mps manager letter review auditors experts document minutes
    figures insiders insider analysts lawyers staff company watchdog regulator statement email""".split()
)
_OPPOSED: Final = frozenset("critics critic opponents opponent rivals rival".split())
_WITHIN_SUBJECT: Final = frozenset(
    """has have had also then later however and again previously yesterday today further once already reportedly
    repeatedly would will did does always often never still just""".split()
)
_PREPOSITIONS: Final = frozenset("of for to with by in from at on near against about".split())
_FINITE: Final = frozenset(
    "is are was were had has have will would could can should may might must did does do had".split()
)
_AFTER_SUBJECT: Final = frozenset(
    """on in at after during as when last yesterday earlier today who to while before via from this and of monday
    tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that may follow an inverted subject without a comma: "said Ann Lee on Monday"."""

_NO_SUBJECT: Final = frozenset("as that of for to in".split())
_SEPARATOR: Final = re.compile(r",|\s-+\s|\"|;|:")
_ARTICLES: Final = frozenset("a an the one its their".split())
_ANYBODY: Final = frozenset("a an another one".split())
"""Articles of somebody not spoken of before, and so of nobody known: "a neighbour said"."""

_PHRASE_WORDS: Final = 5
"""Words of a noun phrase without a name, its article included."""

_OPENING_WORDS: Final = 4
"""Words before the first name of a sentence that still make it the subject: "Yesterday the chair, Ann Lee"."""


def find_subject(clue: Clue, place: int) -> str:
    """Return the subject before the verb at `place`: a name, or a phrase such as "the council"; "" where none is seen.

    A pronoun that stands for nobody known is returned itself.
    """
    at = place - 1
    while at >= 0 and (clue.tokens[at].lower in _WITHIN_SUBJECT or clue.tokens[at].lower.endswith("ly")):
        at -= 1
    if at < 0:
        return ""
    if clue.tokens[at + 1].lower in {"and", "but"}:
        return find_main_subject(clue, place)
    if _SEPARATOR.search(clue.text, clue.tokens[at].end, clue.tokens[place].start):
        return _across_insertions(clue, clue.tokens[at].end)
    return _ending_at(clue, at)


def find_main_subject(clue: Clue, place: int) -> str:
    """Return the subject of the sentence whose participle stands at `place`: "Ann Lee hit back, stating"."""
    verb = clue.tokens[place].start
    names = [one for one in clue.names if one.span.end <= verb and _may_act(clue, one)]
    named = (
        one for kind in (EntityKind.PERSON, EntityKind.BODY, EntityKind.UNKNOWN) for one in names if one.kind is kind
    )
    first = next(named, None)
    pronoun = next((one for one in clue.tokens[:place] if one.lower in {"he", "she", "they"}), None)
    if any(one.lower in {"i", "we"} and (first is None or one.start < first.span.start) for one in clue.tokens[:place]):
        return ""
    if pronoun and (first is None or pronoun.start < first.span.start):
        return _pronoun(clue, pronoun.lower)
    if first:
        return first.name
    role = next((at for at in range(place) if _is_role(clue, at) and not _is_role(clue, at + 1)), None)
    return _phrase(clue, role) if role is not None else ""


def _may_act(clue: Clue, name: NameMention) -> bool:
    """Whether a name may be a subject: it owns nothing, hangs on no preposition, and describes no noun after it."""
    before = [token for token in clue.tokens if token.end <= name.span.start]
    role = len(before) > 1 and before[-1].lower in load_lexicon().public.titles and before[-2].lower in _PREPOSITIONS
    if is_owner(clue, name) or role or (before and before[-1].lower in _PREPOSITIONS):
        return False
    adjective = before and before[-1].text.islower() and before[-1].lower not in load_lexicon().function_words
    if adjective and not _SEPARATOR.search(clue.text, before[-1].end, name.span.start):
        return name.kind is EntityKind.PERSON
    return name.kind in {EntityKind.PERSON, EntityKind.BODY} or not before


def find_inverted(clue: Clue, place: int, *, strict: bool) -> str:
    """Return the subject after the verb at `place`: "said Ann Lee", "said the chair, Ann Lee".

    `strict`: only where the verb begins its clause and no verb of the name's own follows it.
    """
    verb = clue.tokens[place]
    if strict and not begins_clause(clue, place):
        return ""
    name = next(
        (one for one in clue.names if 0 <= one.span.start - verb.end <= NEAR_SUBJECT and not is_owner(clue, one)), None
    )
    if name and not _NO_SUBJECT & set(clue.text[verb.end : name.span.start].lower().split()):
        return "" if strict and _goes_on(clue, name.span.end) else name.name
    following = clue.tokens[place + 1 : place + 1 + _PHRASE_WORDS]
    if following and following[0].lower in {"he", "she"}:
        return "" if strict and _goes_on(clue, following[0].end) else _pronoun(clue, following[0].lower)
    if following and following[0].lower in _ARTICLES:
        last = next((at for at in range(place + 1, place + 1 + len(following)) if _is_role(clue, at)), None)
        if last is not None and not (strict and _goes_on(clue, clue.tokens[last].end)):
            return clue.text[following[0].start : clue.tokens[last].end]
    return ""


def begins_clause(clue: Clue, place: int) -> bool:
    """Whether a comma, a dash or a quotation parts the word at `place` from what is before it."""
    return place == 0 or bool(_SEPARATOR.search(clue.text, clue.tokens[place - 1].end, clue.tokens[place].start))


def _goes_on(clue: Clue, end: int) -> bool:
    """Whether what ends at `end` has a verb of its own: "said Ann Lee was wrong", not "said Ann Lee on Monday"."""
    following = next((token for token in clue.tokens if token.start >= end), None)
    if following is None:
        return False
    if re.search(r"[,.;:\"?!]|\s-+\s", clue.text[end : following.start]):
        return following.lower in _FINITE
    return following.lower not in _AFTER_SUBJECT and following.lower not in HONOURS


def _pronoun(clue: Clue, pronoun: str) -> str:
    """Whom a pronoun stands for; the pronoun itself where that is nobody known."""
    if pronoun == "they":
        return clue.scene.last_speaker or pronoun
    return clue.person(pronoun) or pronoun


def _ending_at(clue: Clue, at: int) -> str:
    """The subject whose last word is the token at `at`."""
    token = clue.tokens[at]
    if token.text.endswith(("'s", "s'")):
        return ""
    while at > 0 and token.lower in HONOURS and clue.name_ending(at - 1):
        at -= 1
        token = clue.tokens[at]
    name = clue.name_ending(at)
    if name:
        return _with_head(clue, name)
    if token.lower in {"he", "she", "they"}:
        return _pronoun(clue, token.lower)
    if token.lower == "it":
        return clue.scene.last_speaker or ""
    if token.lower == "old" and at and clue.tokens[at - 1].lower == "year":
        return clue.person("")
    if token.lower in MESSAGES and clue.scene.writer:
        return clue.scene.writer
    somebody = clue.has_quote and any(one.lower in _ANYBODY for one in clue.tokens[max(0, at - 2) : at])
    return find_phrase(clue, at) or (_phrase(clue, at) if somebody else "")


def _with_head(clue: Clue, name: NameMention) -> str:
    """The name, or what it only belongs to: "a spokesman for Ann Lee", "the council in Marsh"."""
    before = [place for place, token in enumerate(clue.tokens) if token.end <= name.span.start]
    if not before:
        return name.name
    last = clue.tokens[before[-1]]
    if last.lower == "and" and (other := clue.name_ending(before[-1] - 1) if before[-1] else None):
        return f"{other.name} and {name.name}"
    head = before[-1] - 1
    if last.lower not in _PREPOSITIONS or head < 0:
        return name.name
    owner = clue.name_ending(head)
    if owner:
        return owner.name
    if clue.tokens[head].lower in MESSAGES:
        return name.name
    if not _is_role(clue, head):
        return name.name if last.lower in {"by", "on", "at"} else ""
    if clue.tokens[head].lower in _OPPOSED or last.lower not in {"of", "for"}:
        return _phrase(clue, head)
    return f"{_phrase(clue, head)} {last.text} {name.name}"


def _is_role(clue: Clue, at: int) -> bool:
    """Whether the token at `at` is a noun for somebody or some body that speaks."""
    public = load_lexicon().public
    token = clue.tokens[at]
    return (
        token.lower in _REPORTING_NOUNS
        or token.lower in public.generic_bodies
        or next(iter(public.roles.find(clue.tokens[at : at + 1])), None) is not None
    )


def find_phrase(clue: Clue, at: int) -> str:
    """Return the noun phrase that ends at `at`, with what it belongs to: "the chair of the board"; "" for no role."""
    if not _is_role(clue, at):
        return ""
    near = range(at, max(0, at - _PHRASE_WORDS), -1)
    first = next((place for place in near if clue.tokens[place].lower in _ARTICLES), 1)
    within = clue.tokens[first - 1].lower in _PREPOSITIONS - {"by"}
    if not within or first == 1 or not _is_role(clue, first - 2):
        return _phrase(clue, at)
    head = _phrase(clue, first - 2)
    if clue.tokens[first - 1].lower not in {"of", "for"} or clue.tokens[first - 2].lower in _OPPOSED | MESSAGES:
        return head
    return head + clue.text[clue.tokens[first - 2].end : clue.tokens[at].end]


def _phrase(clue: Clue, at: int) -> str:
    """The noun phrase that ends at `at`, from its article or owner on when one stands near; the owner of a message."""
    end = clue.tokens[at].end
    for place in range(at, max(-1, at - _PHRASE_WORDS), -1):
        token = clue.tokens[place]
        if token.lower in {"her", "his"} and (person := clue.person("she" if token.lower == "her" else "he")):
            return f"{person}’s{clue.text[token.end : end]}"
        name = clue.name_ending(place) if place < at else None
        if name and is_owner(clue, name):
            if clue.tokens[at].lower in MESSAGES:
                return name.name
            return f"{name.name}’s{clue.text[name.span.end : end]}"
        if token.lower in _ARTICLES:
            return clue.text[token.start : end]
    return clue.text[clue.tokens[at].start : end]


def _across_insertions(clue: Clue, end: int) -> str:
    """The subject that insertions part from its verb: "Ann Lee, chair of the board, of Marsh, said"."""
    bounds = [0, *(mark.end() for mark in _SEPARATOR.finditer(clue.text, 0, end))]
    role = somebody = ""
    for start in reversed(bounds):
        inside = [place for place, token in enumerate(clue.tokens) if start <= token.start and token.end <= end]
        if inside:
            last = clue.tokens[inside[-1]]
            name = clue.name_ending(inside[-1])
            if name and not is_owner(clue, name) and _is_whole(clue, inside, name):
                return name.name
            if last.lower in {"he", "she"} and len(inside) == 1:
                return _pronoun(clue, last.lower)
            if role:
                return role
            role = _phrase(clue, inside[-1]) if _is_role(clue, inside[-1]) else ""
            if len(inside) <= _PHRASE_WORDS and clue.tokens[inside[0]].lower in _ANYBODY:
                somebody = clue.text[clue.tokens[inside[0]].start : last.end]
        end = _before(clue.text, start)
    return role or somebody or _opening_name(clue)


def _before(text: str, start: int) -> int:
    """Where the segment before the one at `start` ends: before its separator."""
    end = start - 1
    while end > 0 and not text[end - 1].isalnum() and text[end - 1] not in "'.":
        end -= 1
    return max(end, 0)


def _is_whole(clue: Clue, inside: list[int], name: NameMention) -> bool:
    """Whether a segment is the name and what leads up to it, rather than a phrase that the name only ends."""
    before = [clue.tokens[place] for place in inside if clue.tokens[place].end <= name.span.start]
    return len(before) <= _OPENING_WORDS and not (before and before[-1].lower in _PREPOSITIONS)


def _opening_name(clue: Clue) -> str:
    """The name with which the sentence begins, a few words aside."""
    first = next((one for one in clue.names if one.kind in {EntityKind.PERSON, EntityKind.BODY}), None)
    if first and not is_owner(clue, first) and len(clue.text[: first.span.start].split()) <= _OPENING_WORDS:
        return first.name
    return _pronoun(clue, clue.tokens[0].lower) if clue.tokens[0].lower in {"he", "she"} else ""
