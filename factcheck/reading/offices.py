"""What a record tells of somebody's offices: the roles they are called by and the body they answer for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.model import EntityKind, Office
from factcheck.names import NameMatch, match_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Reading

Ranked = TypeVar("Ranked", str, tuple[str, str])

BESIDE: Final = 2
"""How often a body must be named beside somebody of whose body nothing is told before it counts as theirs."""


def find_offices(readings: Iterable[Reading], person: str) -> tuple[Office, ...]:
    """Return the roles and bodies in which sentences speak of a person, the most frequent first.

    Offices with a body come first. Where no body is told, the one most often named beside the person stands in,
    with the role "".
    """
    held: Counter[tuple[str, str]] = Counter()
    beside: Counter[str] = Counter()
    for reading in readings:
        if any(match_names(name.name, person) is NameMatch.SAME for name in reading.names):
            beside.update(name.name for name in reading.names if name.kind is EntityKind.BODY)
        for role in reading.roles:
            if not role.former and match_names(role.holder, person) is not NameMatch.DIFFERENT:
                held[role.role, next(iter(role.bodies), "")] += 1
    offices = [Office(role=role, body=body or None) for (role, body), _ in _ranked(held)]
    if not any(office.body for office in offices):
        offices += [Office(role="", body=body) for body, count in _ranked(beside)[:1] if count >= BESIDE]
    return tuple(sorted(offices, key=lambda office: office.body is None))


def _ranked(counts: Counter[Ranked]) -> list[tuple[Ranked, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
