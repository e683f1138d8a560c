"""Verbs of saying: which of a sentence lays its words in somebody's mouth, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.reading.phrases import ARTICLES, DOCUMENTS, finds_out
from factcheck.reading.reported import NOT_INVERTED, REACH, bare_clause_follows, holds_words
from factcheck.reading.scene import MESSAGES, is_parted
from factcheck.reading.subjects import (
    begins_clause,
    find_any_subject,
    find_inverted,
    find_main_subject,
    find_subject,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.scene import Clue
    from factcheck.text import Token

_NOUNS_TOO: Final = frozenset(
    """claim claims state states tweet tweets post posts point points report reports note notes call calls estimate
    estimates answer answers comment comments promise promises pledge pledges boast boasts remark remarks stress
    stresses reply replies repeat repeats praise say thought vow vows cry cries hint hints""".split()
)
"""Forms of verbs of saying that are nouns as well, as after an article."""

_BEFORE_NOUN: Final = frozenset(
    """a an the this that these those its his her their our my your no any some each every of in on by for with from
    such many several two three four series new recent""".split()
)

_VERBAL: Final = ("d", "s", "t")
"""Ends of a verb that somebody is the subject of: "agreed", "feels", "felt"; a bare form follows "to" or a modal."""

_UNSAID: Final = frozenset("declined declines refused refuses".split())

_NOBODY: Final = frozenset({"neither", "nobody", "none"})

_SHOWING: Final = frozenset(
    "found finds find showed shows show shown showing ruled rules reveals revealed concluded concludes".split()
)
"""Verbs by which a document or a body, though no person, says what it found out."""

_LEARNING: Final = frozenset({"learned", "learnt", "understands"})
"""Verbs by which a body, such as a newspaper, says at the end of a sentence that it vouches for it."""

_FINDING: Final = frozenset(
    """found finds showed shows shown proved proves ensured ensures meant means knew knows learned learnt heard saw sees
    discovered decided established determined ruled concluded voted""".split()
)
"""Verbs with "that" by which somebody establishes a thing rather than says it."""

_BE: Final = frozenset("is are was were be been being".split())

_IS: Final = ("'s", "'re", "'m", "’s", "’re", "’m")

_HEADLINE: Final = 0.7
"""Share of words with a capital from which on a sentence is a headline, whose verbs have capitals too."""

_ANYBODY: Final = ("a ", "an ")


def find_teller(clue: Clue) -> tuple[str, str] | None:
    """Return who is said to say a sentence and the verb, None where nobody is.

    The speaker is "he", "she" or "they" where that stands for nobody known.
    """
    manner = load_lexicon().manner
    for verbs in (manner.saying, manner.calling) if clue.has_quote else (manner.saying,):
        for place, token in enumerate(clue.tokens):
            lower = not token.capital or place == 0 or token.text.isupper()
            if token.lower in verbs and lower and (speaker := _said_by(clue, place)):
                return speaker, token.text
    for place in find_headline_verbs(clue.tokens):
        if speaker := _said_by(clue, place):
            return speaker, clue.tokens[place].text
    return _any_verb(clue) or _finder(clue)


def find_headline_verbs(tokens: Sequence[Token]) -> list[int]:
    """Return where a headline, whose words have capitals, has verbs of saying with one: "Bridge Is Safe, Lee Says"."""
    lexicon = load_lexicon()
    told = [token for token in tokens if token.lower not in lexicon.function_words]
    if len(told) <= 1 or sum(token.capital for token in told) < _HEADLINE * len(told):
        return []
    verbs = lexicon.manner.saying - _NOUNS_TOO
    return [at for at, one in enumerate(tokens) if at and one.capital and one.lower in verbs]


def _said_by(clue: Clue, place: int) -> str:
    """Who says something with the verb at `place`, "" where nobody does."""
    if clue.tokens[0].lower in _NOBODY and not is_parted(clue, 0, place):
        return ""
    at = place - 1
    while at > 0 and clue.tokens[at].lower.endswith("ly"):
        at -= 1
    before = clue.tokens[at] if place else None
    adjoins = before is not None and not begins_clause(clue, at + 1)
    if before and adjoins and before.lower in _BE:
        progressive = clue.tokens[place].lower.endswith("ing")
        if not progressive:
            return _passive(clue, place)
        return find_subject(clue, at) if clue.has_quote or holds_words(clue, place) else ""
    verb = clue.tokens[place].lower
    nouns = _BEFORE_NOUN if verb in _NOUNS_TOO else ARTICLES
    if adjoins and before and before.lower in nouns and not verb.endswith("ing"):
        return ""
    return _teller(clue, place) if clue.has_quote or holds_words(clue, place) else ""


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
    noun = clue.tokens[place].lower in _NOUNS_TOO
    if before in MESSAGES and clue.tokens[place].lower == "posted":
        return ""
    participle = clue.tokens[place].lower.endswith("ing") and not begins_clause(clue, place)
    if participle and place and clue.tokens[place - 1].text.endswith(_IS):
        return find_subject(clue, place)
    if participle and before not in {"as", "by", "and"} and not _quotes_after(clue, place):
        return ""
    if participle and clue.name_ending(place - 1):
        return find_subject(clue, place)
    if before in {"and", "but"} and not clue.tokens[place].lower.endswith((*_VERBAL, "wrote", "swore", "ing")):
        return ""
    if before == "to" and place > 1 and clue.tokens[place - 2].lower in _UNSAID:
        return ""
    if clue.tokens[place].lower.endswith("ing") or before == "to":
        return find_main_subject(clue, place)
    gives_name = clue.tokens[place].lower in load_lexicon().manner.calling
    inverts = clue.tokens[place].stem not in NOT_INVERTED and not gives_name
    found = (find_inverted(clue, place, strict=True) if inverts else "") or find_subject(clue, place)
    if noun:
        return "" if found.startswith(_ANYBODY) else found
    after = find_inverted(clue, place, strict=False) if clue.has_quote and inverts else ""
    return found or after or find_any_subject(clue, place)


def _quotes_after(clue: Clue, place: int) -> bool:
    """Whether a quotation follows the verb at once: "asking, “Is it safe?”"."""
    return clue.text[clue.tokens[place].end :].lstrip(" ,:")[:1] == '"'


def _passive(clue: Clue, place: int) -> str:
    """The agent of "it was claimed by Ann Lee that"."""
    by = place + 1
    if by >= len(clue.tokens) or clue.tokens[by].lower != "by":
        return ""
    that = any(token.lower == "that" for token in clue.tokens[by : by + REACH])
    return find_inverted(clue, by, strict=False) if clue.has_quote or that else ""


def _finder(clue: Clue) -> tuple[str, str] | None:
    """What document or body is said to have found what the sentence tells: "the audit found that"."""
    for place, token in enumerate(clue.tokens):
        if token.lower not in _SHOWING | _LEARNING or not place:
            continue
        follows = place + 1 < len(clue.tokens) and (
            clue.tokens[place + 1].text == "that" or bare_clause_follows(clue, place)
        )
        ends = place + 1 == len(clue.tokens) and place > 1
        follows = follows and token.lower not in _LEARNING
        if (follows or ends) and (finder := _found_by(clue, place)):
            written = any(one.lower in DOCUMENTS for one in clue.tokens[:place])
            return (finder, token.text) if written or finds_out(finder) else None
    return None


def _found_by(clue: Clue, place: int) -> str:
    return find_subject(clue, place) or find_any_subject(clue, place)
