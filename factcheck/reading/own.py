"""The first person of a claim: "I" is its speaker, "we" and "this city" the body that the speaker answers for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind, NameMention
from factcheck.reading.antecedents import stems_of
from factcheck.reading.quotes import find_quoted
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHY: Final = {EntityKind.PERSON: "who said it", EntityKind.BODY: "for which its speaker answers"}
_SINGULAR: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)\b")
_PLURAL: Final = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|[Oo]urs|[Oo]urselves)\b")
_HERE: Final = re.compile(
    r"\b[Tt]his (?P<sort>[a-z]+)\b|\b[Tt]he (?P<run>[a-z]+) (?:that |which )?I (?:run|ran|lead|led|chair|chaired)\b"
)
_COUNTRY: Final = frozenset({"country", "nation"})
_GOVERNMENT: Final = frozenset({"govern", "republ", "kingdom"})
_PLACES: Final = frozenset({"town", "village", "county", "borough", "region"})
"""What a speaker's council or government is of, though its name may not say so."""


def find_own(text: str, speaker: str, bodies: Sequence[str]) -> tuple[NameMention, ...]:
    """Find the expressions of a claim that stand for its speaker and for the body that the speaker answers for.

    Inside quotation marks "I" is somebody else. Without a body, "we" stands for nobody known.
    """
    return tuple(sorted(_find(text, speaker, bodies), key=lambda one: one.span))


def _find(text: str, speaker: str, bodies: Sequence[str]) -> Iterator[NameMention]:
    quoted = [one.span for one in find_quoted(text)]
    body = bodies[0] if bodies else ""
    for match in _SINGULAR.finditer(text) if speaker else ():
        span = Span(*match.span())
        if not any(one.overlaps(span) for one in quoted):
            yield _mention(text, span, speaker, EntityKind.PERSON)
    for match in _PLURAL.finditer(text) if body else ():
        yield _mention(text, Span(*match.span()), body, EntityKind.BODY)
    for match in _HERE.finditer(text) if body else ():
        if _is_of_sort(match["sort"] or match["run"], body):
            yield _mention(text, Span(*match.span()), body, EntityKind.BODY)


def _is_of_sort(noun: str, body: str) -> bool:
    """Whether a body, or the place that it governs, may be called so: "this town" of Marsh Town Council."""
    words = stems_of(body)
    sort = load_lexicon().public.sorts.get(noun, frozenset())
    if noun in _COUNTRY:
        return bool(words & (_GOVERNMENT | sort))
    return bool(words & sort) or (noun in _PLACES and "council" in words)


def _mention(text: str, span: Span, name: str, kind: EntityKind) -> NameMention:
    return NameMention(span=span, name=name, kind=kind, resolved_by=f"“{span.of(text)}” is {name}, {_WHY[kind]}")
