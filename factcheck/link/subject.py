"""Whether a claim and a passage speak of the same persons, bodies and places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import kept_with_lexicon, load_lexicon
from factcheck.model import Comparison, EntityKind, Slot
from factcheck.names import NameMatch, match_names
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import NameMention, Passage, Reading

SAME: Final = "same"
CONTEXT: Final = "context"  # named just before, or what the section is about
PARTIAL: Final = "partial"  # some of the claim's names are there, none is replaced by another
DIFFERENT: Final = "different"  # another name stands where the claim's would
_ASIDE: Final = re.compile(r",? (?:which|who|whose)\b[^,]*,")

MAIN: Final = 2
"""Names that a section is most about, any one of which "the club" may stand for."""

UNNAMED: Final = "unnamed"  # the claim names nobody
UNKNOWN: Final = "unknown"  # whom the claim implies is not seen near the passage


def compare_subject(ours: Reading, theirs: Reading, passage: Passage) -> Comparison:
    """Look for each name of the claim in the passage, then in what the passage stands in.

    The holder of a role that both sides name is what the claim asserts, so it is compared there and not here.
    """
    held = {role.role for role in theirs.roles}
    holders = {role.holder for role in ours.roles if role.role in held}
    wanted = [name for name in ours.names if not is_official(name.name)]
    here = [_called(name, theirs) for name in theirs.named if not _owns(name, theirs)]
    if not wanted:
        return _compare_implied(ours, theirs, here)
    missing = [
        name
        for name in wanted
        if name.name not in holders and not matched(name.name, here) and not _is_described(name.name, passage)
    ]
    absent = [name for name in missing if not matched(name.name, theirs.context_names)]
    outcome = SAME if not missing else CONTEXT
    if absent or (missing and (_is_of_some_body(theirs) or _is_overshadowed(missing, ours, passage))):
        outcome = PARTIAL
    kinds = {name.kind is EntityKind.PERSON for name in missing}
    if not missing and _is_aside(wanted, theirs):
        outcome = DIFFERENT
    gone = len(absent) == len(wanted) or _replaced(kinds, wanted, theirs) or _is_of_a_body(wanted, theirs)
    gone = gone or _is_of_another_sort(missing, theirs)
    if missing and gone:
        outcome = DIFFERENT
    return Comparison(
        slot=Slot.SUBJECT,
        outcome=outcome,
        ours=", ".join(name.name for name in wanted),
        theirs=", ".join(dict.fromkeys(here)),
        note="; ".join(dict.fromkeys(name.resolved_by for name in theirs.named if name.resolved_by)),
    )


def _owns(name: NameMention, reading: Reading) -> bool:
    """Whether a body is only meant as the owner of what is spoken of: "most of the trust's surgery", "its bridge"."""
    if not name.resolved_by or name.kind is EntityKind.PERSON or name in reading.names:
        return False
    written = name.span.of(reading.text).lower()
    return written in _OWNERS or written.endswith(("'s", "’s"))


_OWNERS: Final = frozenset({"its", "their"})


def _is_aside(wanted: Sequence[NameMention], theirs: Reading) -> bool:
    """Whether the claim's names stand only in a clause about somebody else: "Marsh, which neighbours Dunmore, …"."""
    known = [name.name for name in wanted]
    first = next((name for name in theirs.names if name.kind is not EntityKind.THING), None)
    if first is None or matched(first.name, known):
        return False
    clause = _ASIDE.match(theirs.text, first.span.end)
    ours = [name for name in theirs.names if matched(name.name, known)]
    return clause is not None and bool(ours) and all(name.span.end <= clause.end() for name in ours)


def _is_described(name: str, passage: Passage) -> bool:
    """Whether the passage calls a body by what it is: "the council", "the club".

    It does so of a body that stands near and has the word in its name, and of the one its section is most about.
    """
    said = {word for word in load_lexicon().public.generic_bodies if f"the {word}" in passage.text.lower()}
    if not said:
        return False
    if any(one.kind is EntityKind.BODY and not matched(name, [one.name]) for one in passage.resolved):
        return False
    own = {token.lower for token in tokenize(name)} & said
    around = (*passage.names_before, *passage.names_about)
    rivals = [one for one in around if own & {token.lower for token in tokenize(one)} and not matched(name, [one])]
    return not rivals and bool(matched(name, around if own else passage.names_about[:MAIN]))


@kept_with_lexicon
@lru_cache(maxsize=20_000)
def is_official(name: str) -> bool:
    """Whether the name is that of an inspectorate or a court: who found something, not whom it is about."""
    return next(iter(load_lexicon().public.official.find(tokenize(name))), None) is not None


def matched(name: str, others: Iterable[str]) -> str:
    """The first of the other names that may be the same one, "" when none may: Ms Hart is not Tom Hart."""
    return next(
        (other for other in others if match_names(name, other) is not NameMatch.DIFFERENT and _may_be_one(name, other)),
        "",
    )


def _may_be_one(name: str, other: str) -> bool:
    return {_pronoun(name), _pronoun(other)} != {"he", "she"}


def _pronoun(name: str) -> str:
    """The pronoun that a name's title or, without one, its given name shows, "" where neither does."""
    public = load_lexicon().public
    first, _, rest = name.lower().replace(".", "").partition(" ")
    return (public.titles.get(first) or public.given_names.get(first, "")) if rest else ""


def _called(name: NameMention, reading: Reading) -> str:
    """A name with the title before it, where it is a surname alone: "Ms Hart"."""
    title = reading.text[: name.span.start].rpartition(" ")[0].rpartition(" ")[2]
    titled = " " not in name.name and title.lower().strip("(“.") in load_lexicon().public.titles
    return f"{title} {name.name}" if titled else name.name


def persons_among(names: Sequence[NameMention]) -> list[NameMention]:
    """The persons among names, all of them where there is none: "Marsh" beside a person's name is a place."""
    return [name for name in names if name.kind is EntityKind.PERSON] or list(names)


def _is_of_a_body(wanted: Sequence[NameMention], theirs: Reading) -> bool:
    """Whether the claim is of persons alone and the passage begins with a body: what a bank paid its chief did not."""
    if any(name.kind is not EntityKind.PERSON for name in wanted):
        return False
    first = min(theirs.named, key=lambda name: name.span.start, default=None)
    if first is not None and first.span.start == 0:
        return first.kind is EntityKind.BODY
    return _is_of_some_body(theirs)


def _is_of_some_body(theirs: Reading) -> bool:
    """Whether a passage begins with a body that it only calls by its sort: "the bank", "the bank’s reserves"."""
    return bool(_sort_at_first(theirs))


def _sort_at_first(theirs: Reading) -> str:
    """The sort of body that a passage begins with, "" where it begins with none."""
    public = load_lexicon().public
    tokens = tokenize(theirs.text)[:2]
    if len(tokens) < 2 or tokens[0].lower not in _DEFINITE:  # noqa: PLR2004 - an article and a noun
        return ""
    noun = tokens[1].lower.removesuffix("'s").removesuffix("’s")
    return noun if noun in public.generic_bodies or noun in public.sorts else ""


def _is_of_another_sort(missing: Sequence[NameMention], theirs: Reading) -> bool:
    """Whether a passage begins with a body of a sort that others nearby are named as, and none of the claim's is."""
    noun = _sort_at_first(theirs)
    words = load_lexicon().public.sorts.get(noun, frozenset())
    if not words or any(_words_of_sort(name.name, words) for name in missing):
        return False
    return any(_words_of_sort(name, words) for name in theirs.context_names)


def _is_overshadowed(missing: Sequence[NameMention], ours: Reading, passage: Passage) -> bool:
    """Whether the place of a claim only stands around a passage whose section is more about another one."""
    things = [name.name for name in missing if ours.text[: name.span.start].endswith(_WHERE)]
    given = load_lexicon().public.given_names
    main = next((name for name in passage.names_about if name.split(maxsplit=1)[0].lower() not in given), "")
    return bool(main) and any(not matched(name, [main]) for name in things)


_WHERE: Final = (" in ", "In ", " across ", "Across ")


def _words_of_sort(name: str, words: frozenset[str]) -> bool:
    return any(token.stem in words for token in tokenize(name))


_DEFINITE: Final = frozenset({"the", "its", "this"})


def _compare_implied(ours: Reading, theirs: Reading, here: list[str]) -> Comparison:
    """A claim without names is about its speaker, and the body the speaker answers for, where it says "I" or "we"."""
    implied = ours.context_names
    if not implied:
        return Comparison(slot=Slot.SUBJECT, outcome=UNNAMED)
    if any(matched(name, here) for name in implied):
        outcome = SAME
    elif _replaced({False}, [], theirs, known=implied):
        outcome = DIFFERENT
    else:
        outcome = CONTEXT if any(matched(name, theirs.context_names) for name in implied) else UNKNOWN
    ours_named = f"{', '.join(implied)} (implied)"
    return Comparison(slot=Slot.SUBJECT, outcome=outcome, ours=ours_named, theirs=", ".join(dict.fromkeys(here)))


def _replaced(persons: set[bool], wanted: Sequence[NameMention], theirs: Reading, *, known: Sequence[str] = ()) -> bool:
    """Whether the passage names another person, or another body or place, where the claim's own is missing.

    What stands around a passage speaks for it only where the passage itself names no other of the kind;
    `persons` holds which kinds are missing.
    """
    others = [name for name in theirs.named if name.kind is not EntityKind.THING and not is_official(name.name)]
    all_known = [*known, *(name.name for name in wanted)]
    people = [*known, *(name.name for name in persons_among(wanted))]
    kinds = [
        name.kind is EntityKind.PERSON
        for name in others
        if not matched(_called(name, theirs), people if name.kind is EntityKind.PERSON else all_known)
    ]
    return any(kind in persons for kind in kinds)
