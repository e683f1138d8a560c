"""What the pronouns of a proposition stand for in the one before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.reading.verbs import PLACING, Verbs, is_adverb
from factcheck.text import tokenize

if TYPE_CHECKING:
    from factcheck.reading.joints import Cut, Sentence

_OBJECT: Final = re.compile(r"(?<=\S )(?:it|them)\b(?!')", re.IGNORECASE)
_STANDING: Final = frozenset({"it", "them"})
_NAMELESS: Final = _STANDING | frozenset("me him us her you not no every nothing none one what".split())
_MANY: Final = frozenset("people children men women police staff".split())


def find_object(text: str, sentence: Sentence, cut: Cut) -> str:
    """Return what the verb before a cut is done to, "" where nothing follows it but when, where and how."""
    tokens, begin, end = sentence.tokens, cut.group.last + 1, cut.joint.begin
    dates = {date.start for date in sentence.clauses.dates}
    last = begin
    if tokens[begin].lower in _NAMELESS:
        return tokens[begin].text if tokens[begin].lower in _STANDING else ""
    while last < min(end, cut.joint.end) and not (
        tokens[last].lower in PLACING - {"of"} or tokens[last].start in dates or is_adverb(tokens[last].lower)
    ):
        last += 1
        if last < end and any(mark in sentence.clauses.gap(last) for mark in ',;:-()"'):
            break
    return text[tokens[begin].start : tokens[last - 1].end] if last > begin else ""


def stand_in(own: str, thing: str) -> str | None:
    """Return a proposition with `thing` where a pronoun stands for it; None where it stands for something unknown.

    A pronoun that stood for something unknown before stands for it still: nothing is lost.
    """
    tokens = tokenize(own)
    verbs = Verbs(own, tokens)
    if any(one.lower in _STANDING and _may_do(verbs, at) for at, one in enumerate(tokens[1:-1], 2)):
        return None
    pronouns = {match[0].lower() for match in _OBJECT.finditer(own)}
    if not pronouns or pronouns == {thing.lower()}:
        return own
    if not thing or thing.lower() in _STANDING or pronouns != {"them" if _is_plural(thing) else "it"}:
        return None
    return _OBJECT.sub(lambda _: thing, own)


def _may_do(verbs: Verbs, at: int) -> bool:
    """Whether a word after a pronoun may be what it does, so that the pronoun is a subject: "it says"."""
    word = verbs.tokens[at].lower
    return verbs.is_verb(at) or (word.endswith("s") and word not in PLACING)


def _is_plural(thing: str) -> bool:
    first, last = thing.split(maxsplit=1)[0].lower(), thing.rsplit(maxsplit=1)[-1].lower()
    return last in _MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and first not in {"a", "an"})
