"""Who does what a verb says: the subject before it, across insertions, or after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.phrases import (
    ANYBODY,
    ARTICLES,
    DOCUMENTS,
    FROM,
    OPPOSED,
    PHRASE_WORDS,
    PREPOSITIONS,
    find_any_phrase,
    find_opening_phrase,
    find_phrase,
    find_writer,
    is_role,
    is_vague,
    write_phrase,
)
from factcheck.reading.scene import HONOURS, MESSAGES, NEAR_SUBJECT, SEPARATOR, Clue, is_owner, is_parted

if TYPE_CHECKING:
    from factcheck.model import NameMention

_WITHIN_SUBJECT: Final = frozenset(
    """long now first even both been has have had also then later however and again previously yesterday today further
    once already reportedly repeatedly would will did does always often never still just""".split()
)
_FINITE: Final = frozenset(
    "is are was were had has have will would could can should may might must did does do had".split()
)
_RELATIVE: Final = frozenset("who whose whom which that".split())
_AFTER_SUBJECT: Final = frozenset(
    """on in at after during as when last yesterday earlier today who to while before via from this and of monday
    tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that may follow an inverted subject without a comma: "said Ann Lee on Monday"."""

_NO_SUBJECT: Final = frozenset("as that of for to in on at by with from during after before when about".split())
_OPENING_WORDS: Final = 4
"""Words before the first name of a sentence that still make it the subject: "Yesterday the chair, Ann Lee"."""


def find_subject(clue: Clue, place: int) -> str:
    """Return the subject before the verb at `place`: a name, or a phrase such as "the council"; "" where none is seen.

    A pronoun that stands for nobody known is returned itself.
    """
    at = _last_of_subject(clue, place)
    if at < 0:
        return ""
    if clue.tokens[at + 1].lower in {"and", "but"}:
        return find_main_subject(clue, place)
    if is_parted(clue, at, place):
        return _across_insertions(clue, clue.tokens[at].end)
    return _ending_at(clue, at)


def find_any_subject(clue: Clue, place: int) -> str:
    """Return the subject before a verb that is certainly one of saying: any noun phrase will do."""
    at = _last_of_subject(clue, place)
    if at < 0 or is_parted(clue, at, place):
        return ""
    return find_opening_phrase(clue, at) or find_any_phrase(clue, at)


def _last_of_subject(clue: Clue, place: int) -> int:
    """The last word before the verb at `place` and what goes with it, as in "has also said"; -1 where none is."""
    at = place - 1
    while at >= 0 and (clue.tokens[at].lower in _WITHIN_SUBJECT or clue.tokens[at].lower.endswith("ly")):
        at -= 1
    return at


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
    role = next((at for at in range(place) if is_role(clue, at) and not is_role(clue, at + 1)), None)
    return write_phrase(clue, role) if role is not None else ""


def _may_act(clue: Clue, name: NameMention) -> bool:
    """Whether a name may be a subject: it owns nothing, hangs on no preposition, and describes no noun after it."""
    before = [token for token in clue.tokens if token.end <= name.span.start]
    role = len(before) > 1 and before[-1].lower in load_lexicon().public.titles and before[-2].lower in PREPOSITIONS
    if is_owner(clue, name) or role or (before and before[-1].lower in PREPOSITIONS):
        return False
    adjective = before and before[-1].text.islower() and before[-1].lower not in load_lexicon().function_words
    if adjective and not SEPARATOR.search(clue.text, before[-1].end, name.span.start):
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
    following = clue.tokens[place + 1 : place + 1 + PHRASE_WORDS]
    owner = next((one for one in clue.names if one.span.start == verb.end + 1 and is_owner(clue, one)), None)
    if owner and any(token.lower in MESSAGES for token in following):
        return owner.name
    if following and following[0].lower in {"he", "she"}:
        return "" if strict and _goes_on(clue, following[0].end) else _pronoun(clue, following[0].lower)
    if following and following[0].lower in ARTICLES:
        last = next((at for at in range(place + 1, place + 1 + len(following)) if is_role(clue, at)), None)
        if last is not None and not (strict and _goes_on(clue, clue.tokens[last].end)):
            return find_writer(clue, last) or write_phrase(clue, last)
        return _anybody_after(clue, place + 1, strict=strict) if clue.has_quote else ""
    return ""


def _anybody_after(clue: Clue, at: int, *, strict: bool) -> str:
    """The noun phrase that begins with the article at `at`, up to a word of grammar or a mark: "said a man in"."""
    function = load_lexicon().function_words
    end = at
    for place in range(at + 1, min(at + PHRASE_WORDS, len(clue.tokens))):
        token = clue.tokens[place]
        if token.lower in function or SEPARATOR.search(clue.text, clue.tokens[place - 1].end, token.start):
            break
        end = place
    if end == at or (strict and _goes_on(clue, clue.tokens[end].end)):
        return ""
    return clue.text[clue.tokens[at].start : clue.tokens[end].end]


def begins_clause(clue: Clue, place: int) -> bool:
    """Whether a comma, a dash or a quotation parts the word at `place` from what is before it."""
    return place == 0 or is_parted(clue, place - 1, place)


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
    if token.text.endswith(("'s", "s'")) and token.lower not in {"he", "she"}:
        return ""
    if is_vague(clue, at):
        return token.lower
    if token.lower in {"who", "which"}:
        return _antecedent(clue, at)
    while at > 0 and token.lower in HONOURS and clue.name_ending(at - 1):
        at -= 1
        token = clue.tokens[at]
    name = clue.name_ending(at)
    if name:
        return _with_head(clue, name)
    if token.lower in {"he", "she", "they"}:
        named = at > 1 and clue.tokens[at - 1].lower == "what" and find_main_subject(clue, at)
        return named or _pronoun(clue, token.lower)
    return _referred(clue, at) or _nameless(clue, at)


def _referred(clue: Clue, at: int) -> str:
    """Whom "it", "the 54-year-old" or "the letter" stand for, of those named before; or ""."""
    token = clue.tokens[at]
    if token.lower == "it":
        return clue.scene.last_speaker or ""
    if token.lower == "old" and at and clue.tokens[at - 1].lower == "year":
        return clue.person("")
    return clue.scene.writer or "" if token.lower in MESSAGES else ""


def _nameless(clue: Clue, at: int) -> str:
    """The phrase of somebody without a name that ends at `at`."""
    if (opening := find_opening_phrase(clue, at)) and is_role(clue, at):
        return opening
    somebody = clue.has_quote and any(one.lower in ANYBODY for one in clue.tokens[max(0, at - 2) : at])
    return find_phrase(clue, at) or (write_phrase(clue, at) if somebody else "")


def _with_head(clue: Clue, name: NameMention) -> str:
    """The name, or what it only belongs to: "a spokesman for Ann Lee", "the council in Marsh"."""
    before = [place for place, token in enumerate(clue.tokens) if token.end <= name.span.start]
    if not before:
        return name.name
    at = before[-1] - 1 if before[-1] and clue.tokens[before[-1]].lower == "the" else before[-1]
    last = clue.tokens[at]
    if last.lower == "and" and (other := clue.name_ending(at - 1) if at else None):
        return f"{other.name} and {name.name}"
    head = at - 1
    if last.lower not in PREPOSITIONS or head < 0:
        return name.name
    owner = clue.name_ending(head)
    if owner and not is_role(clue, head):
        return owner.name
    if clue.tokens[head].lower in MESSAGES:
        return name.name
    if not is_role(clue, head):
        if opening := find_opening_phrase(clue, before[-1] + 1):
            return opening
        return name.name if last.lower in {"by", "on", "at"} else ""
    if clue.tokens[head].lower in DOCUMENTS and last.lower in FROM and name.kind is EntityKind.PERSON:
        return name.name
    if clue.tokens[head].lower in OPPOSED or last.lower not in {"of", "for", "to"}:
        return write_phrase(clue, head)
    return f"{write_phrase(clue, head)} {last.text} {name.name}"


def _antecedent(clue: Clue, at: int) -> str:
    """Whom a "who" at `at` stands for: the name, or the role between commas, before it."""
    if at == 0:
        return ""
    name = clue.name_ending(at - 1)
    if name:
        return "" if is_owner(clue, name) else name.name
    return _across_insertions(clue, clue.tokens[at - 1].end) if is_parted(clue, at - 1, at) else ""


def _across_insertions(clue: Clue, end: int) -> str:
    """The subject that insertions part from its verb: "Ann Lee, chair of the board, of Marsh, said"."""
    bounds = [0, *(mark.end() for mark in SEPARATOR.finditer(clue.text, 0, end))]
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
            if role and clue.tokens[inside[0]].lower not in ARTICLES:
                return role
            role = role or (write_phrase(clue, inside[-1]) if is_role(clue, inside[-1]) else "")
            if len(inside) <= PHRASE_WORDS and clue.tokens[inside[0]].lower in ANYBODY:
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
    """Whether a segment is the name and what leads up to it, rather than a phrase or clause that the name only ends.

    A message of theirs speaks for them: "a letter by Ann Lee".
    """
    before = [clue.tokens[place].lower for place in inside if clue.tokens[place].end <= name.span.start]
    hangs = before[-2:] if before[-1:] == ["the"] else before[-1:]
    if before and before[-1] in FROM and not MESSAGES.isdisjoint(before):
        return True
    return len(before) <= _OPENING_WORDS and PREPOSITIONS.isdisjoint(hangs) and _RELATIVE.isdisjoint(before[:1])


def _opening_name(clue: Clue) -> str:
    """The name with which the sentence begins, a few words aside."""
    first = next((one for one in clue.names if one.kind in {EntityKind.PERSON, EntityKind.BODY}), None)
    if first and not is_owner(clue, first) and len(clue.text[: first.span.start].split()) <= _OPENING_WORDS:
        return first.name
    return _pronoun(clue, clue.tokens[0].lower) if clue.tokens[0].lower in {"he", "she"} else ""
