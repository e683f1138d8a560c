"""What stands before a joint and may reach over it: another clause, a negation, “to”, an opinion, a shared object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.reading.verbs import DETERMINERS

if TYPE_CHECKING:
    from factcheck.reading.clauses import Clause
    from factcheck.reading.joints import Group, Joint, Sentence

_DENYING: Final = frozenset({"not", "never", "neither", "nobody", "none", "nor", "cannot", "hardly", "barely"})
_HANGING: Final = frozenset("for of to by with from about against into and or".split())


def is_governed(sentence: Sentence, clause: Clause, group: Group, joint: Joint, at: int) -> bool:
    """Whether something before a joint may reach over it: another clause, a negation, “to”, an opinion."""
    verbs, tokens = sentence.clauses.verbs, sentence.tokens
    left = range(group.first, joint.end)
    if sentence.clauses.depends(group.first, joint.end) or holds_opinion(sentence, clause, joint):
        return True
    if _shares_object(sentence, group, joint) or has_second_verb(sentence, group, joint):
        return True
    if verbs.is_auxiliary(at):
        return False
    if _may_describe(sentence, group, joint, at):
        return True
    if any(verbs.is_modal(place) or tokens[place].lower in {"be", "being"} for place in left):
        return True
    if verbs.is_bare(at) and any(_is_infinitive(sentence, place, joint.end) for place in left):
        return True
    return joint.word != "but" and _is_denied(sentence, clause, group, joint)


def holds_opinion(sentence: Sentence, clause: Clause, joint: Joint) -> bool:
    """Whether an opinion begins before a joint that need not end there: "I think the bridge is ugly and cost £3m"."""
    if joint.word in {"but", ";"}:
        return False
    found = load_lexicon().manner.opinions.find(sentence.tokens[clause.begin : joint.end])
    return next(iter(found), None) is not None


def has_second_verb(sentence: Sentence, group: Group, joint: Joint) -> bool:
    """Whether a second verb may rule what follows: "said the council closed the library and cut the grant"."""
    verbs, tokens = sentence.clauses.verbs, sentence.tokens
    for at in range(group.last + 1, joint.end):
        if tokens[at - 1].lower in {"to", "and", "or"}:
            continue
        if verbs.is_plain(at) or (verbs.is_verb(at) and verbs.has_object(at)):
            return True
    return False


def _shares_object(sentence: Sentence, group: Group, joint: Joint) -> bool:
    """Whether what follows may be done to the same thing: "designed and built the bridge", "asked for and got it"."""
    verbs, last = sentence.clauses.verbs, joint.end - 1
    if verbs.takes_no_object(last):
        return False
    return last <= group.last or verbs.is_participle(last) or sentence.tokens[last].lower in _HANGING


def _may_describe(sentence: Sentence, group: Group, joint: Joint, at: int) -> bool:
    """Whether a verb may go on with a description: "is a film directed by Ann Lee and released in 2002"."""
    verbs = sentence.clauses.verbs
    if verbs.is_plain(at) or verbs.has_object(at) or not verbs.is_participle(at):
        return False
    return any(verbs.is_participle(place) and not verbs.has_object(place) for place in range(group.last + 1, joint.end))


def _is_infinitive(sentence: Sentence, at: int, end: int) -> bool:
    if sentence.tokens[at].lower != "to" or at + 1 >= end:
        return False
    after = sentence.tokens[at + 1]
    return after.text[0].isalpha() and not after.capital and after.lower not in DETERMINERS


def _is_denied(sentence: Sentence, clause: Clause, group: Group, joint: Joint) -> bool:
    """Whether the subject or the verb before a joint is denied; "found no fraud" denies only what was found."""
    for at in sentence.negators:
        word = sentence.tokens[at].lower
        denying = word in _DENYING or word.endswith("n't") or (word == "no" and at < group.first)
        if denying and (clause.subject <= at < clause.verb or group.first <= at < joint.end):
            return True
    return False
