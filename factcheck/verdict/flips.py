"""What a verdict hangs on: the smallest changes that would make it another one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.model import Flip, FlipKind
from factcheck.verdict.findings import BAR, counts, find_answer, find_counted, is_eligible, strongest, weigh_sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.model import Evidence, PartRead, VerdictLabel
    from factcheck.verdict.findings import Bar

_DECIMALS: Final = 6
"""Scores are compared to so many places; a threshold is moved by less than that."""


def find_flips(parts: Sequence[PartRead], evidence: Sequence[Evidence]) -> tuple[Flip, ...]:
    """Return the smallest change of each kind that would alter the verdict, where there is one.

    Quotes and origins are taken away, one where one suffices, or else the strongest of a side first. A threshold is
    moved to the nearest value, below or above, that makes a difference.
    """
    label = find_answer(parts, evidence).label

    def answer(rest: Sequence[Evidence], bar: Bar = BAR) -> VerdictLabel | None:
        found = find_answer(parts, rest, bar=bar).label
        return None if found is label else found

    found = (
        _take_away(FlipKind.QUOTES, parts, evidence, answer),
        _take_away(FlipKind.ORIGINS, parts, evidence, answer),
        _move("enough", BAR.enough, _list_scores(evidence), lambda to: answer(evidence, replace(BAR, enough=to))),
        _move(
            "outweighs",
            BAR.outweighs,
            _list_ratios(parts, evidence),
            lambda to: answer(evidence, replace(BAR, outweighs=to)),
        ),
    )
    return tuple(flip for flip in found if flip)


_NAMES: Final[dict[FlipKind, Callable[[Evidence], str]]] = {
    FlipKind.QUOTES: lambda one: one.place,
    FlipKind.ORIGINS: lambda one: one.origin,
}


def _take_away(
    kind: FlipKind,
    parts: Sequence[PartRead],
    evidence: Sequence[Evidence],
    answer: Callable[[Sequence[Evidence]], VerdictLabel | None],
) -> Flip | None:
    """One quote or origin less; where that is not enough, the strongest of a side together, as few as will do."""
    name = _NAMES[kind]
    singles = [[one] for one in dict.fromkeys(name(one) for one in strongest(evidence) if counts(one))]
    for names in [*singles, *sorted(_list_runs(parts, evidence, name), key=len)]:
        verdict = answer([one for one in evidence if not (counts(one) and name(one) in names)])
        if verdict:
            return Flip(kind=kind, without=tuple(sorted(names)), verdict=verdict)
    return None


def _list_runs(
    parts: Sequence[PartRead], evidence: Sequence[Evidence], name: Callable[[Evidence], str]
) -> Iterator[list[str]]:
    """The first two, three and so on of what stands on one side of one part, strongest first."""
    for place in range(len(parts)):
        counted = find_counted(place, evidence)
        for stance in sorted({one.stance for one in counted}):
            names = list(dict.fromkeys(name(one) for one in strongest(counted) if one.stance is stance))
            yield from (names[:many] for many in range(2, len(names) + 1))


def _list_scores(evidence: Sequence[Evidence]) -> Iterator[float]:
    """What "enough" would have to be for a quote to count or to count no more."""
    for one in evidence:
        if is_eligible(one):
            yield round(one.score, _DECIMALS)
            yield round(one.score + 10**-_DECIMALS, _DECIMALS)


def _list_ratios(parts: Sequence[PartRead], evidence: Sequence[Evidence]) -> Iterator[float]:
    """What "outweighs" would have to be for the two sides of a part to be weighed otherwise."""
    for place in range(len(parts)):
        weighing = weigh_sides(find_counted(place, evidence))
        pro, con = weighing.pro, weighing.con
        if pro and con:
            ratio = max(pro, con) / min(pro, con)
            yield round(ratio - 10**-_DECIMALS, _DECIMALS)
            yield round(ratio + 10**-_DECIMALS, _DECIMALS)


def _move(
    name: str, now: float, values: Iterable[float], answer: Callable[[float], VerdictLabel | None]
) -> Flip | None:
    """The nearest value of a threshold at which the verdict is another one."""
    for then in sorted(set(values), key=lambda value: (abs(value - now), value)):
        if then > 0 and (verdict := answer(then)):
            return Flip(kind=FlipKind.THRESHOLD, without=(name,), verdict=verdict, now=now, then=then)
    return None
