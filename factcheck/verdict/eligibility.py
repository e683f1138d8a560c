"""Which evidence may move a verdict: the speaker's own words and side may not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import Eligibility, VoiceKind
from factcheck.names import NameMatch, match_names
from factcheck.text import tokenize
from factcheck.verdict.mouth import find_mouth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Claim, Entity, Office, Passage, SourceMatch


_NAME: Final = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*")
_AGAINST: Final = frozenset("critic critics opponent opponents rival rivals predecessor successor".split())
"""Who belongs to somebody and does not speak for them."""

_SPOKEN: Final = ("a quotation", "“he ", "“she ", "“the ", "“his ", "“her ")
"""How the reasons of unnamed words begin that one person spoke; a rumour is nobody's, and its reason another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who stands where on one claim: every name of its speaker, of those for the speaker, and of those against.

    `roles` are what the speaker is called instead of by name ("the chief executive"), `bodies` those that the
    speaker heads: their word for him is his own side's.
    """

    speaker: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    allies: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    heads_unnamed: bool = False
    """Whether the speaker heads something of which the record does not say what it is."""

    @classmethod
    def of(cls, claim: Claim, entities: Iterable[Entity], offices: Iterable[Office] = ()) -> Side:
        """Read the sides off the claim's speaker, what the record states of people, and offices seen in its text."""
        if claim.speaker is None:
            return cls()
        everyone = tuple(entities)
        own = tuple(entity for entity in everyone if _is(claim.speaker, entity.names))
        speaker = (claim.speaker, *(name for entity in own for name in entity.names))
        held = (*offices, *(office for entity in own for office in entity.offices))
        bodies = tuple(office.body for office in held if office.body)
        return cls(
            speaker=speaker,
            roles=frozenset(office.role for office in held if office.role),
            allies=(
                *bodies,
                *(name for one in everyone if _any(one.speaks_for, speaker) for name in one.names),
            ),
            opponents=tuple(name for one in everyone if _any(one.opposes, speaker) for name in one.names),
            heads_unnamed=any(office.role in _HEADS for office in held) and not any(o.role and o.body for o in held),
        )


def find_eligibility(
    passage: Passage, claim: Claim, said: SourceMatch, side: Side, *, withdrawn: str = ""
) -> tuple[Eligibility, str]:
    """Return whether a passage may move the claim's verdict, and why not in a phrase.

    A claim without a speaker has no own words: whoever said it, it is somebody else's. What was `withdrawn`, and by
    what, is told in a phrase: it is nobody's any more.
    """
    if withdrawn:
        return Eligibility.RETRACTED, withdrawn
    if claim.speaker is None:
        return Eligibility.INDEPENDENT, ""
    own = _own_words(passage, side)
    if own:
        return Eligibility.OWN_WORDS, f"{claim.speaker}’s own words: {own}"
    if said.span is not None and claim.source == passage.document and said.span.overlaps(passage.span):
        return Eligibility.OWN_WORDS, "the claim itself, where it was said"
    doubt = _doubtful_words(passage, side)
    if doubt:
        return Eligibility.OWN_WORDS, f"may be {claim.speaker}’s own words: {doubt}"
    ally = _own_side(passage, side)
    if ally:
        return Eligibility.CLAIMANT_SIDE, f"{ally} speaks for {claim.speaker}"
    return Eligibility.INDEPENDENT, ""


def _own_words(passage: Passage, side: Side) -> str:
    """How the passage is known to be the speaker's own, or nothing."""
    voice = passage.attribution
    if voice.speaker and any(_is(one, side.speaker) for one in voice.speaker.split(" and ")):
        return voice.reason
    if voice.voice is VoiceKind.DOCUMENT and passage.author and _is(passage.author, side.speaker):
        return "the author of the text"
    if voice.speaker and _is_role(voice.speaker, side.roles):
        return f"“{voice.speaker}” says so"
    return ""


def _doubtful_words(passage: Passage, side: Side) -> str:
    """How the passage may be the speaker's own though nobody is named, or nothing."""
    voice = passage.attribution
    unnamed = voice.voice is VoiceKind.UNNAMED and voice.reason.startswith(_SPOKEN)
    near = _stands_near(passage, side.speaker)
    if voice.voice is VoiceKind.SELF or (unnamed and near):
        return voice.reason
    if voice.voice is VoiceKind.DOCUMENT or (near and voice.speaker and not _NAME.search(voice.speaker)):
        mouth = find_mouth(passage, lambda name: _is(name, side.speaker), near=near)
        return f"“{mouth}”" if mouth else ""
    return ""


def _own_side(passage: Passage, side: Side) -> str:
    """Who on the speaker's own side says so, or nothing."""
    voice = passage.attribution
    if voice.speaker and (_is(voice.speaker, side.allies) or _speaks_for(voice.speaker, side.speaker)):
        return voice.speaker
    if voice.speaker and side.heads_unnamed and _may_be_own_body(voice.speaker, passage, side):
        return voice.speaker
    if voice.voice is VoiceKind.DOCUMENT and passage.author and _is(passage.author, side.allies):
        return passage.author
    return ""


def _may_be_own_body(phrase: str, passage: Passage, side: Side) -> bool:
    """Whether “the charity” or its spokesman says so where the section names a speaker who heads one.

    The spokesman of whatever the section is most about may be that of the speaker's own.
    """
    if not _stands_near(passage, side.speaker):
        return False
    words = [token.lower for token in tokenize(phrase)]
    public = load_lexicon().public
    called = words[-1:] and words[-1] in (public.generic_bodies | public.sorts.keys()) - _WATCHING
    name = _NAME.search(phrase.partition(" for ")[2])
    mouth = bool(load_lexicon().manner.mouthpieces & set(words)) and name is not None
    return bool(called) or (mouth and name is not None and _is(name[0], passage.names_about[:1]))


_HEADS: Final = frozenset(
    "boss manager leader head chair founder owner president director mayor chancellor principal superintendent".split()
) | {"chief executive", "managing director", "director general"}
"""Whoever has such a role speaks for what it is a role of."""

_WATCHING: Final = frozenset(
    "regulator watchdog commission government panel union party newspaper force agency".split()
)
"""Bodies that speak about others."""


def _stands_near(passage: Passage, speaker: tuple[str, ...]) -> bool:
    """Whether the passage or its section names the claim's speaker, whose unnamed words it may then hold."""
    here = (name.name for name in passage.names)
    return any(_is(name, speaker) for name in (*here, *passage.names_before, *passage.names_about))


def _speaks_for(phrase: str, speaker: tuple[str, ...]) -> bool:
    """Whether somebody without a name is only known by whom they belong to: "Ann Lee’s lawyer", not her critics."""
    words = {token.lower for token in tokenize(phrase)}
    return not words & _AGAINST and any(_is(name[0], speaker) for name in _NAME.finditer(phrase))


def _is_role(phrase: str, roles: frozenset[str]) -> bool:
    """Whether a speaker without a name is called by one of the roles: "its chief executive"."""
    tokens = tokenize(phrase)
    if any(token.capital for token in tokens[1:]):
        return False
    return any(role in roles for _, _, role in load_lexicon().public.roles.find(tokens))


def _is(name: str, names: Iterable[str]) -> bool:
    """Whether a name may stand for one of the names; when in doubt it does, since own words must never count."""
    return any(match_names(name, other) is not NameMatch.DIFFERENT for other in names)


def _any(names: Iterable[str], others: tuple[str, ...]) -> bool:
    return any(_is(name, others) for name in names)
