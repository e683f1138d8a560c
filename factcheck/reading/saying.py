"""Verbs of saying: which of a sentence lays its words in somebody's mouth, and whose."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.reading.contents import CONTENT_NOUNS
from factcheck.reading.scene import is_owner
from factcheck.reading.subjects import begins_clause, find_inverted, find_main_subject, find_subject
from factcheck.text import stem

if TYPE_CHECKING:
    from factcheck.reading.scene import Clue

_TAKES_THING: Final = frozenset(
    map(stem, "describe call thank urge accuse praise criticise defend ask underline emphasise".split())
)
"""Verbs of saying that take a thing as well as a clause: without "that" the writer tells of an act."""

_TAKES_CLAUSE: Final = frozenset(
    map(stem, "announce report confirm point note repeat reiterate post reveal underline answer".split())
)
"""Verbs that take either, and whose clause may go without "that": "confirmed the bridge was safe"."""

_CLAUSE_OPENERS: Final = frozenset("that he she they it how there why".split())
_FINITE: Final = frozenset(
    "is are was were had has have will would could can cannot should may might must did does do won't wasn't".split()
)
_CLAUSE_ENDS: Final = frozenset("which who whose after before when while as because".split())
_VERBAL: Final = ("d", "s", "t")
"""Ends of a verb that somebody is the subject of: "agreed", "feels", "felt"; a bare form follows "to" or a modal."""

_UNSAID: Final = frozenset("declined declines refused refuses".split())

_FINDING: Final = frozenset(
    """found finds showed shows shown proved proves ensured ensures meant means knew knows learned learnt heard saw sees
    discovered decided established determined ruled concluded voted""".split()
)
"""Verbs with "that" by which somebody establishes a thing rather than says it."""

_BE: Final = frozenset("is are was were be been being".split())
_REACH: Final = 12
"""Words after a verb within which a clause without "that" has shown its own verb."""


def find_teller(clue: Clue) -> tuple[str, str] | None:
    """Return who is said to say a sentence and the verb, None where nobody is.

    The speaker is "he", "she" or "they" where that stands for nobody known.
    """
    saying = load_lexicon().manner.saying
    for place, token in enumerate(clue.tokens):
        if token.lower not in saying or (token.capital and place and not token.text.isupper()):
            continue
        if place and clue.tokens[place - 1].lower in _BE:
            speaker = _passive(clue, place)
        elif not clue.has_quote and not _holds_words(clue, place):
            continue
        else:
            speaker = _teller(clue, place)
        if speaker:
            return speaker, token.text
    return _any_verb(clue)


def _any_verb(clue: Clue) -> tuple[str, str] | None:
    """Who does whatever verb stands before "that": "Ann Lee agreed that"; to find or to see is not to say."""
    words = load_lexicon().function_words
    for place, token in enumerate(clue.tokens[1:-1], 1):
        if (
            clue.tokens[place + 1].text != "that"
            or token.lower in words | _FINDING
            or not token.lower.endswith(_VERBAL)
        ):
            continue
        before = clue.tokens[place - 1].lower
        if before not in {"it", "they", "and", "but", "to"} and (speaker := find_subject(clue, place)):
            return speaker, token.text
    return None


def _teller(clue: Clue, place: int) -> str:
    """Whose verb of saying stands at `place`: a participle's is the subject of the sentence."""
    before = clue.tokens[place - 1].lower if place else ""
    if (
        clue.tokens[place].lower.endswith("ing")
        and not begins_clause(clue, place)
        and before not in {"as", "by", "and"}
    ):
        return ""
    if before in {"and", "but"} and not clue.tokens[place].lower.endswith((*_VERBAL, "wrote", "swore", "ing")):
        return ""
    if before == "to" and place > 1 and clue.tokens[place - 2].lower in _UNSAID:
        return ""
    if clue.tokens[place].lower.endswith("ing") or before == "to":
        return find_main_subject(clue, place)
    return (
        find_inverted(clue, place, strict=True)
        or find_subject(clue, place)
        or (find_inverted(clue, place, strict=False) if clue.has_quote else "")
    )


def _passive(clue: Clue, place: int) -> str:
    """The agent of "it was claimed by Ann Lee that"."""
    by = place + 1
    if by >= len(clue.tokens) or clue.tokens[by].lower != "by" or not (clue.has_quote or clue.tokens[0].lower == "it"):
        return ""
    return find_inverted(clue, by, strict=False)


def _holds_words(clue: Clue, place: int) -> bool:
    """Whether words follow the verb, or it reports an act: "confirmed he was leaving", "announced his retirement"."""
    verb = clue.tokens[place].stem
    if place and clue.tokens[place - 1].lower == "to":
        near = {token.lower for token in clue.tokens[place + 1 : place + 4]}
        return bool(near & _CLAUSE_OPENERS) or _bare_clause_follows(clue, place)
    if verb not in _TAKES_THING | _TAKES_CLAUSE:
        return True
    after = clue.tokens[place + 1 : place + _REACH]
    if any(token.lower in _CLAUSE_OPENERS for token in after[:2]) or (
        verb == "point" and after and after[0].lower == "out"
    ):
        return True
    if any(one.lower in CONTENT_NOUNS and two.lower == "that" for one, two in pairwise(after)):
        return True
    return verb in _TAKES_CLAUSE and _bare_clause_follows(clue, place)


def _bare_clause_follows(clue: Clue, place: int) -> bool:
    """Whether a clause without "that" follows: a subject and its own verb, before any inner clause."""
    tokens = clue.tokens[place + 1 : place + _REACH]
    subject = next(
        (one for one in clue.names if tokens and one.span.start == tokens[0].start and not is_owner(clue, one)), None
    )
    for token in tokens:
        if token.lower in _CLAUSE_ENDS or "," in clue.text[clue.tokens[place].end : token.start]:
            return False
        if token.lower in _FINITE:
            return True
        if subject and token.start == subject.span.end + 1 and token.text.islower():
            return token.lower not in load_lexicon().function_words
    return False
