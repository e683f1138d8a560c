"""Where a compound sentence parts, if anywhere.

What is uncertain stays whole: a sentence that is parted wrongly says what nobody said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.clauses import PRONOUNS
from factcheck.reading.governing import has_second_verb, holds_opinion, is_governed
from factcheck.reading.joints import Cut, Group, find_joints
from factcheck.reading.verbs import is_adverb

if TYPE_CHECKING:
    from factcheck.model import NameMention
    from factcheck.reading.clauses import Clause
    from factcheck.reading.joints import Joint, Sentence

STANDING_FOR: Final = frozenset({"it", "they", "this", "these", "those"})
PERSONAL: Final = {"he": "he", "she": "she", "his": "he", "her": "she"}
"""Words that stand for a person, or for what is the person's, and the pronoun that must fit."""

OWNING: Final = frozenset({"its", "their", "his", "her"})
_PREPOSITIONS: Final = frozenset("of for to with by in on at from about among per".split())
_EMBEDDED: Final = PRONOUNS | {"to"}
"""Words within a subject that show its verb to be another clause's: "the time it will take"."""

_SENSING: Final = frozenset(
    "saw felt heard watched thought knew hoped feared wanted believed told made let asked".split()
)
"""Verbs that are followed by another clause without a word between."""

CHANGES: Final = frozenset({"@rise", "@fall", "@improve", "@worsen"})
"""What two things do of which "while" says that they did it at one time, and no more."""


@dataclass(slots=True)
class _Trail:
    """How far the search has come: where the clause begins, and what of it was parted off already."""

    begin: int
    clause: Clause | None = None
    group: Group | None = None
    cuts: list[Cut] = field(default_factory=list)
    listed: list[Cut] = field(default_factory=list)


def find_cuts(sentence: Sentence, begin: int) -> list[Cut]:
    """Return where a sentence parts from a token on, in order; nothing where it is one statement.

    A comma parts only what an "and" goes on with: "opened two schools, hired 40 teachers and balanced the budget".
    """
    trail = _Trail(begin)
    for joint in find_joints(sentence, begin):
        clause = trail.clause or sentence.clauses.find_clause(trail.begin, joint.end)
        if clause is None:
            continue
        group = trail.group or Group(clause.verb, clause.last)
        following = _find_following(sentence, clause, group, joint)
        if following:
            trail.clause, trail.group = clause, following
            trail.listed.append(Cut(joint, clause, group, own=False))
            if joint.word != ",":
                trail.cuts += trail.listed
                trail.listed = []
        elif joint.word != "," and _begins_own(sentence, clause, group, joint):
            trail = _Trail(joint.begin, cuts=[*trail.cuts, Cut(joint, clause, group, own=True)])
    return trail.cuts


def _find_following(sentence: Sentence, clause: Clause, group: Group, joint: Joint) -> Group | None:
    """The group of verbs after a joint with which the subject of the clause before it goes on, None where it does not.

    It must be plain that the verb is finite, and that nothing before it governs it.
    """
    verbs, tokens = sentence.clauses.verbs, sentence.tokens
    at = joint.begin
    while at < len(tokens) - 1 and is_adverb(tokens[at].lower):
        at += 1
    helped = verbs.is_auxiliary(at)
    if not helped and not _may_go_on(sentence, group, joint, at):
        return None
    if joint.word == "," and not (verbs.is_plain(at) or verbs.has_object(at)):
        return None
    if sentence.told and not (helped and verbs.is_auxiliary(group.first)):
        return None
    if is_governed(sentence, clause, group, joint, at) or _resumes(sentence, at):
        return None
    return Group(at, _last_of(sentence, at))


def _last_of(sentence: Sentence, at: int) -> int:
    verbs = sentence.clauses.verbs
    last = at
    while verbs.is_auxiliary(at) and last + 1 < len(sentence.tokens):
        word = sentence.tokens[last + 1].lower
        if not (is_adverb(word) or word in {"been", "be"} or verbs.is_participle(last + 1)):
            break
        last += 1
    return last


def _may_go_on(sentence: Sentence, group: Group, joint: Joint, at: int) -> bool:
    """Whether a word after a joint is a verb of its own, by its form and what stands around it."""
    verbs, tokens = sentence.clauses.verbs, sentence.tokens
    if verbs.is_participle(at) and not verbs.is_verb(at):
        return verbs.is_auxiliary(group.first) and verbs.goes_on_as_a_verb(at)
    alike = group.first == group.last and verbs.is_auxiliary(group.first) and verbs.may_be_adjective(at)
    if not verbs.is_verb(at) or alike:
        return False
    if verbs.is_bare(at):
        return verbs.has_object(at)
    before = tokens[joint.end - 1]
    counted = (
        (before.lower.endswith("s") and not before.lower.endswith(("ss", "ous")))
        or before.capital
        or before.lower[-1].isdigit()
    )
    return verbs.goes_on_as_a_verb(at) or counted


def _resumes(sentence: Sentence, at: int) -> bool:
    """Whether a verb after a comma follows that may be the main one: "opened in 1990 and closed in 2010, was rated"."""
    for place in range(at + 1, len(sentence.tokens)):
        if sentence.tokens[place].lower in {"and", "but", "while", "whereas"} or ";" in sentence.clauses.gap(place):
            return False
        if "," in sentence.clauses.gap(place) and sentence.clauses.verbs.is_auxiliary(place):
            return True
    return False


def _begins_own(sentence: Sentence, clause: Clause, group: Group, joint: Joint) -> bool:
    """Whether a clause with a subject of its own begins after a joint, and stands by itself."""
    end = next((at for at in range(joint.begin + 1, len(sentence.tokens)) if _ends(sentence, at)), len(sentence.tokens))
    after = sentence.clauses.find_clause(joint.begin, end)
    if after is None or holds_opinion(sentence, clause, joint) or _is_told(sentence, clause, group, joint):
        return False
    if joint.word not in {"but", ";"} and has_second_verb(sentence, group, joint):
        return False
    if not joint.strong and sentence.clauses.depends(group.first, joint.end):
        return False
    if joint.word == "while" and not joint.comma:
        return _changes(sentence, group.first, joint.end) and _changes(sentence, joint.begin, end)
    return _is_finite(sentence, after, joint) and _is_known(sentence, clause, group, joint)


def _is_told(sentence: Sentence, clause: Clause, group: Group, joint: Joint) -> bool:
    """Whether what follows a joint may be what somebody says or sees: "said she and colleagues were tired"."""
    if any(":" in sentence.clauses.gap(at) for at in range(clause.begin + 1, joint.end)):
        return True
    verbs = load_lexicon().verbs["reporting"] | load_lexicon().manner.saying | _SENSING
    return not joint.strong and sentence.tokens[group.last].lower in verbs


def _ends(sentence: Sentence, at: int) -> bool:
    gap, word = sentence.clauses.gap(at), sentence.tokens[at].lower
    return ";" in gap or word in {"and", "but", "while", "whereas"}


def _is_finite(sentence: Sentence, after: Clause, joint: Joint) -> bool:
    """Whether the verb after a joint is finite for sure: “the road built in 1990” is no clause."""
    verbs = sentence.clauses.verbs
    subject = sentence.tokens[after.subject : after.verb]
    if subject[0].lower in _PREPOSITIONS or any(token.lower in _EMBEDDED for token in subject[1:]):
        return False
    lone = len(subject) == 1 and not (subject[0].capital or subject[0].lower.endswith("s"))
    if subject[0].lower.endswith("ing") or (lone and verbs.is_bare(after.verb) and subject[0].lower not in PRONOUNS):
        return False
    apart = joint.strong or _follows_date(sentence, joint)
    if (apart and len(subject) > 1) or verbs.is_plain(after.verb) or verbs.has_object(after.verb):
        return True
    person = any(
        name.kind is EntityKind.PERSON and name.span.start == subject[0].start and name.span.end == subject[-1].end
        for name in sentence.names
    )
    return person or subject[0].lower in PRONOUNS | STANDING_FOR


def _follows_date(sentence: Sentence, joint: Joint) -> bool:
    """Whether a date stands right before a joint, with which a thing is not counted: "in 2016 and the road opened"."""
    return any(date.end == sentence.tokens[joint.end - 1].end for date in sentence.clauses.dates)


def _is_known(sentence: Sentence, clause: Clause, group: Group, joint: Joint) -> bool:
    """Whether it is plain whom a pronoun at the head of a clause stands for: the subject before it."""
    word = sentence.tokens[joint.begin].lower
    if word in PERSONAL:
        subject = sentence.tokens[clause.subject : clause.verb]
        same = len(subject) == 1 and subject[0].lower == word
        return same or find_person(sentence, clause, PERSONAL[word]) is not None
    if word in OWNING:
        pronoun = sentence.tokens[clause.subject].lower in PRONOUNS
        return not pronoun and find_person(sentence, clause, "") is None
    if word in STANDING_FOR and sentence.clauses.verbs.is_verb(joint.begin + 1):
        after, before = sentence.tokens[group.last].end, sentence.tokens[joint.end].start
        words = {token.lower for token in sentence.tokens[clause.subject : joint.end]}
        if words & (STANDING_FOR | PRONOUNS) or find_person(sentence, clause, ""):
            return False
        named = [*(name.span for name in sentence.names), *(term.span for term in sentence.terms)]
        return not any(after <= span.start < before for span in named)
    return True


def find_person(sentence: Sentence, clause: Clause, pronoun: str) -> NameMention | None:
    """The person who is all of a clause's subject and whom a pronoun fits, if one is given; None for none."""
    begin, end = sentence.tokens[clause.subject].start, sentence.tokens[clause.verb - 1].end
    for name in sentence.names:
        whole = name.span.end == end or sentence.text[name.span.end :].startswith(",")
        if name.kind is EntityKind.PERSON and name.span.start == begin and whole:
            gender = load_lexicon().public.given_names.get(name.name.split(maxsplit=1)[0].lower(), pronoun)
            return name if gender == pronoun or not pronoun else None
    return None


def _changes(sentence: Sentence, begin: int, end: int) -> bool:
    start, stop = sentence.tokens[begin].start, sentence.tokens[end - 1].end
    return any(term.key in CHANGES and start <= term.span.start < stop for term in sentence.terms)
