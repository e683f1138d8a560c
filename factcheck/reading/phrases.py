"""Noun phrases that say who or what speaks, where no name does: "the council", "residents of Marsh", "a report"."""

from __future__ import annotations

from typing import Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind
from factcheck.reading.scene import MESSAGES, Clue, is_owner, is_parted
from factcheck.text import tokenize

PREPOSITIONS: Final = frozenset("of for to with by in from at on near against about".split())

ARTICLES: Final = frozenset("a an the one its their another".split())

FROM: Final = frozenset({"from", "by", "of"})
"""What stands between a message and its writer."""

ANYBODY: Final = frozenset("a an another one".split())
"""Articles of somebody not spoken of before, and so of nobody known: "a neighbour said"."""

PHRASE_WORDS: Final = 5
"""Words of a noun phrase without a name, its article included."""

OPPOSED: Final = frozenset("critics critic opponents opponent rivals rival".split())
"""Who stands against those they are named with, and so speaks for somebody else."""

DOCUMENTS: Final = frozenset(
    """report reports review audit audits survey surveys study studies inquiry investigation analysis assessment
    inspection judgment judgement ruling minutes figures statistics records papers document documents transcript
    article paper survey poll polls census accounts letter notice statement email filing findings researchers
    research""".split()
)
"""What is written or found out by somebody, and says so in its own name: "the audit found that"."""

_SPEAKERS: Final = DOCUMENTS | frozenset(
    """spokesperson spokesman spokeswoman spokespeople leader leaders minister ministers officials official inspectors
    inspector sources source residents resident campaigners union unions officers director chair chairman chairwoman
    boss bosses executive executives councillor councillors mp mps manager managers auditors auditor experts expert
    insiders insider analysts analyst lawyers lawyer staff company watchdog regulator police adviser advisers aide
    aides friends judge judges court jury prosecutors doctors teachers scientists economists critics critic
    opponents opponent""".split()
)
"""Nouns of those who speak, however they are called else."""

_INSPECTING: Final = frozenset("inspectors auditors investigators inspector auditor watchdog judge judges".split())

_PARTICIPLES: Final = ("ed", "ing", "seen", "written", "sent", "drawn", "made", "given")
_CLAUSES: Final = frozenset("who which that whose when while as is are was were has have had".split())
_BELONGING: Final = frozenset({"of", "for", "to"})
_LONGEST_SUBJECT: Final = 8
"""Words of a subject with all that hangs on it; of a longer one only its head is written down."""

_PERSONS: Final = ("man", "woman", "mother", "father", "politician", "veteran", "campaigner", "author", "candidate")
"""How nouns for one person end that stand for somebody named before."""

VAGUE: Final = frozenset(
    """some many others several most few critics opponents supporters observers insiders experts detractors
    sceptics""".split()
)
"""Who is nobody in particular where no article or name comes with it: "some say", "critics say"."""

_NO_NOUN: Final = frozenset("this that these those which who what there here please let not".split())
_WITHOUT_NOUN: Final = ("ly", "ing")


def is_vague(clue: Clue, at: int) -> bool:
    """Whether the token at `at` is a subject that is nobody in particular: "some", "critics" without an article."""
    before = clue.tokens[at - 1].lower if at else ""
    return clue.tokens[at].lower in VAGUE and before not in {*ARTICLES, *PREPOSITIONS}


def is_role(clue: Clue, at: int) -> bool:
    """Whether the token at `at` is a noun for somebody or some body that speaks."""
    public = load_lexicon().public
    token = clue.tokens[at]
    return (
        token.lower in _SPEAKERS
        or token.lower in public.generic_bodies
        or next(iter(public.roles.find(clue.tokens[at : at + 1])), None) is not None
    )


def find_phrase(clue: Clue, at: int) -> str:
    """Return the noun phrase that ends at `at`, with what it belongs to: "the chair of the board"; "" for no role."""
    if not is_role(clue, at):
        return ""
    near = range(at, max(0, at - PHRASE_WORDS), -1)
    first = next((place for place in near if clue.tokens[place].lower in ARTICLES), 1)
    written = clue.tokens[first - 2].lower in DOCUMENTS
    within = clue.tokens[first - 1].lower in (PREPOSITIONS if written else PREPOSITIONS - {"by"})
    if not within or first == 1 or not is_role(clue, first - 2):
        return write_phrase(clue, at)
    head = write_phrase(clue, first - 2)
    belongs = {"of", "for", "by", "from"} if written else {"of", "for"}
    if clue.tokens[first - 1].lower not in belongs or clue.tokens[first - 2].lower in OPPOSED | MESSAGES:
        return head
    return head + clue.text[clue.tokens[first - 2].end : clue.tokens[at].end]


def write_phrase(clue: Clue, at: int) -> str:
    """Return the noun phrase that ends at `at`, from its article or owner on when near; the owner of a message."""
    end = clue.tokens[at].end
    for place in range(at, max(-1, at - PHRASE_WORDS), -1):
        token = clue.tokens[place]
        if first := _joined(clue, place):
            return first
        if token.lower in {"her", "his"} and (person := clue.person("she" if token.lower == "her" else "he")):
            return f"{person}’s{clue.text[token.end : end]}"
        name = clue.name_ending(place) if place < at else None
        if name and is_owner(clue, name):
            if any(one.lower in MESSAGES for one in clue.tokens[place + 1 : at + 1]):
                return name.name
            return f"{name.name}’s{clue.text[name.span.end : end]}"
        if token.lower == "whose" and place and (name := clue.name_ending(place - 1)):
            return name.name
        if token.lower in ARTICLES:
            return clue.text[token.start : end]
    return find_any_phrase(clue, at) or clue.text[clue.tokens[at].start : end]


def find_any_phrase(clue: Clue, at: int) -> str:
    """Return the noun phrase of whatever noun is at `at`, "" where it seems to be none: "the city", "union leaders".

    Without an article it must begin its clause.
    """
    function = load_lexicon().function_words
    token = clue.tokens[at]
    if token.lower in function | _NO_NOUN or token.lower.endswith(_WITHOUT_NOUN) or not token.text[0].isalpha():
        return ""
    for place in range(at, max(-1, at - PHRASE_WORDS), -1):
        here = clue.tokens[place]
        if first := _joined(clue, place):
            return first
        if here.lower in ARTICLES | {"his", "her"}:
            return clue.text[here.start : token.end]
        if here.lower in function or (place < at and is_parted(clue, place, place + 1)):
            return ""
        if place == 0 or is_parted(clue, place - 1, place):
            return clue.text[here.start : token.end]
    return ""


def find_writer(clue: Clue, at: int) -> str:
    """Return whose a message at `at` is: "a letter from Ann Lee"; or ""."""
    if clue.tokens[at].lower not in MESSAGES or at + 1 >= len(clue.tokens) or clue.tokens[at + 1].lower not in FROM:
        return ""
    start = clue.tokens[at + 1].end + 1
    return next((one.name for one in clue.names if one.span.start == start), "")


def find_opening_phrase(clue: Clue, last: int) -> str:
    """Return the subject with what hangs on it that begins a sentence and ends at `last`: "a report by the board".

    It is cut before a participle, and before a person whom it does not belong to: "a book about Ann Lee".
    """
    function = load_lexicon().function_words
    lower = [token.lower for token in clue.tokens[: last + 1]]
    if is_vague(clue, 0):
        return lower[0]
    begins = lower[0] in ARTICLES or (lower[0] not in function | _NO_NOUN and not lower[0].endswith(_WITHOUT_NOUN))
    inner = next((at for at, word in enumerate(lower) if at and word in PREPOSITIONS), 0)
    named = inner and clue.name_ending(inner - 1) is not None and not is_role(clue, inner - 1)
    owned = any(is_owner(clue, one) and one.span.end < clue.tokens[inner].start for one in clue.names)
    if not begins or not inner or named or owned or any(is_parted(clue, at, at + 1) for at in range(last)):
        return ""
    cut = next((at for at in range(1, last + 1) if _ends_phrase(lower, at)), last + 1)
    persons = (one.span.start < clue.tokens[cut - 1].end for one in clue.names if one.kind is EntityKind.PERSON)
    if (lower[inner] not in _BELONGING and any(persons)) or cut > _LONGEST_SUBJECT:
        cut = inner
    return clue.text[clue.tokens[0].start : clue.tokens[cut - 1].end]


def _ends_phrase(lower: list[str], at: int) -> bool:
    """Whether a participle or a clause goes on from the noun before the word at `at`."""
    return lower[at] in _CLAUSES or (lower[at].endswith(_PARTICIPLES) and lower[at - 1] not in ARTICLES)


def finds_out(phrase: str) -> bool:
    """Whether a phrase names a document or a body, which finds things out and tells them, rather than a person."""
    words = {token.lower for token in tokenize(phrase)}
    return bool(words & (DOCUMENTS | load_lexicon().public.body_words | _INSPECTING))


def _joined(clue: Clue, at: int) -> str:
    """Who speaks with somebody of theirs, whose pronoun is at `at`: "Ann Lee and her deputy"; or ""."""
    if at < 2 or clue.tokens[at].lower not in {"his", "her"} or clue.tokens[at - 1].lower != "and":  # noqa: PLR2004
        return ""
    first = clue.name_ending(at - 2)
    return first.name if first else ""


def hides_somebody(phrase: str, *, quoted: bool) -> bool:
    """Whether a phrase stands for one person whom it does not name, and who may be anybody: "the businessman".

    Who is quoted is a person whatever the noun; else it must be a noun for one.
    """
    tokens = tokenize(phrase)
    inner = next((at for at, token in enumerate(tokens) if at and token.lower in PREPOSITIONS), len(tokens))
    last = tokens[inner - 1].lower
    known = last in _SPEAKERS | MESSAGES or last in load_lexicon().public.body_words or _is_plural(last)
    named = known or any(one.capital for one in tokens[1:])
    return tokens[0].lower in {"the", "his", "her"} and not named and (quoted or last.endswith(_PERSONS))


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
