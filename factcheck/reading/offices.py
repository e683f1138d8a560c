"""What a record tells of somebody's offices: the roles they are called by and the body they answer for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind, Office
from factcheck.names import NameMatch, match_names
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Reading

Ranked = TypeVar("Ranked", str, tuple[str, str])

AROUND: Final = 3
"""Names of its section, those mentioned most, among which a sentence's body is looked for."""

_MEETING: Final = frozenset("committee panel board forum cabinet meeting inquiry commission".split())
"""What somebody sits on or appears before."""

BESIDE: Final = 2
"""How often a body must be named beside somebody of whose body nothing is told before it counts as theirs."""


def find_offices(readings: Iterable[Reading], person: str) -> tuple[Office, ...]:
    """Return the roles and bodies in which sentences speak of a person, the most frequent first.

    Offices with a body come first. Where no body is told, the one most often named or meant beside the person stands
    in, with the role "", unless another of its sort is told of there too.
    """
    held: Counter[tuple[str, str]] = Counter()
    beside: Counter[str] = Counter()
    named: set[str] = set()
    around: set[str] = set()
    for reading in readings:
        if any(match_names(name.name, person) is not NameMatch.DIFFERENT for name in reading.named):
            beside.update(_bodies_near(reading))
            named.update(name.name for name in reading.named)
            around.update(reading.context_names)
        for role in reading.roles:
            if not role.former and match_names(role.holder, person) is not NameMatch.DIFFERENT:
                held[role.role, next(iter(role.bodies), "")] += 1
    offices = [Office(role=role, body=body or None) for (role, body), _ in _ranked(held)]
    if not any(office.body for office in offices):
        told = [body for body, count in _ranked(beside) if count >= BESIDE and body in named]
        offices += [Office(role="", body=body) for body in told[:1] if not _has_rival(body, named | around)]
    return tuple(sorted(offices, key=lambda office: office.body is None))


def _has_rival(body: str, names: Iterable[str]) -> bool:
    """Whether another name is that of a body of one sort: between two banks, a bank's chief may be of either."""
    sort = tokenize(body)[-1].stem
    others = (name for name in names if name and match_names(name, body) is NameMatch.DIFFERENT)
    return any(sort in {token.stem for token in tokenize(name)} for name in others)


def _bodies_near(reading: Reading) -> set[str]:
    """The bodies that a sentence names or means and that its section is most about, but for who watches or reports."""
    here = {name.name for name in reading.named if name.kind is not EntityKind.PERSON}
    names = here.union(reading.context_names[:AROUND])
    return {name for name in names if _is_body(name) and not _stands_apart(name)}


def _is_body(name: str) -> bool:
    """Whether a name shows that a body has it: "Marsh Water", "Dunmore Town"."""
    public = load_lexicon().public
    words = tokenize(name)
    if len(words) == 1 and words[0].lower in public.body_words:
        return False  # "Police", "Council": any of them
    club = bool(words) and words[-1].stem in public.sorts["club"]
    return club or any(word.lower in public.body_words for word in words)


def _stands_apart(name: str) -> bool:
    """Whether a body is an inspectorate, a court, a newspaper or a meeting: nobody answers for those."""
    public = load_lexicon().public
    tokens = tokenize(name)
    meets = tokens[-1].lower in _MEETING or name.isupper()
    paper = any(token.stem in public.sorts["newspaper"] for token in tokens)
    return meets or paper or next(iter(public.official.find(tokens)), None) is not None


def _ranked(counts: Counter[Ranked]) -> list[tuple[Ranked, int]]:
    """Those whose name shows a body first, and of these the most frequent."""
    return sorted(counts.items(), key=lambda item: (not _is_body(_body_of(item[0])), -item[1], item[0]))


def _body_of(held: str | tuple[str, str]) -> str:
    return held if isinstance(held, str) else held[1]
