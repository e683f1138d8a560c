"""Every verdict reached again from what the report lists under it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck.model import SourceMatch, find_tie
from factcheck.model.recheck import Discrepancy
from factcheck.report.fields import LISTS, dump, list_evidence, tell_differences, write_value, write_way
from factcheck.report.nouns import to_claim, to_evidence, to_part
from factcheck.report.row import DECIMALS
from factcheck.report.rows import VerdictRow
from factcheck.verdict import reach_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.report.fields import Way
    from factcheck.report.rows import EvidenceRow

_REACHED: Final = ("verdict", "rule", "reason", "margin", "fragile", "flips", "parts", "evidence_id")
"""What of a verdict follows from its quotes and from how its parts were read."""

_NO_LIST: Final = "none"
"""Where a quote is listed that bears on nothing."""


def list_ways(number: int, row: VerdictRow) -> Iterator[tuple[Way, EvidenceRow]]:
    """Yield every quote of a verdict with its way, `number` being the place of the verdict in the report."""
    for name, place, one in list_evidence(row):
        yield ("verdicts", number, name, place), one


def check_verdict(number: int, row: VerdictRow) -> Iterator[Discrepancy]:
    """Yield what of a verdict does not follow from what is listed under it."""
    tell = partial(Discrepancy, claim=row.claim.id)
    unreadable = list(_find_unreadable(number, row, tell))
    yield from unreadable
    yield from _check_parts(number, row, tell)
    yield from _check_evidence(number, row, tell)
    if unreadable:
        return  # there is nothing to reach a verdict from
    again = _reach_again(row)
    stands, found = dump(row), dump(again)
    for name in _REACHED:
        told = f"the {name} {'are' if name.endswith('s') else 'is'} not what follows from what is listed"
        yield from tell_differences(stands[name], found[name], ("verdicts", number, name), partial(tell, told=told))
    yield from _check_lists(number, row, again, tell)
    yield from _check_decision(number, row, again, tell)


def _find_unreadable(number: int, row: VerdictRow, tell: Callable[..., Discrepancy]) -> Iterator[Discrepancy]:
    """What there must be for a verdict: parts, dates that can be read, and quotes on parts that are there."""
    read: list[tuple[Way, Callable[[], object]]] = [(("verdicts", number, "claim"), partial(to_claim, row.claim))]
    read += [(("verdicts", number, "parts", place), partial(to_part, one)) for place, one in enumerate(row.parts)]
    read += [(way, partial(to_evidence, one)) for way, one in list_ways(number, row)]
    if row.decision:
        decided = row.decision, *row.decision.earlier
        read += [(("verdicts", number, "decision"), partial(date.fromisoformat, one.date)) for one in decided]
    for way, make in read:
        try:
            make()
        except ValueError as error:
            yield tell(told=f"a date cannot be read: {error}", field=write_way(way))
    if not row.parts:
        yield tell(told="the claim has no part to reach a verdict on", field=write_way(("verdicts", number, "parts")))
    for way, one in list_ways(number, row):
        if not 0 <= one.part < len(row.parts):
            told = f"the quote is on a part that the claim has not: it has {len(row.parts)}, counted from 0"
            yield tell(told=told, field=write_way((*way, "part")), document=one.document, stands=str(one.part))


def _check_parts(number: int, row: VerdictRow, tell: Callable[..., Discrepancy]) -> Iterator[Discrepancy]:
    for place, one in enumerate(row.parts):
        way = ("verdicts", number, "parts", place, "part")
        if one.part not in row.claim.text:
            told = "the part does not stand in the claim"
            yield tell(told=told, field=write_way(way), stands=one.part, found=row.claim.text)


def _check_evidence(number: int, row: VerdictRow, tell: Callable[..., Discrepancy]) -> Iterator[Discrepancy]:
    """What each quote says of itself: its length, its score, and that it is listed once."""
    seen: dict[tuple[str, int, int, int], str] = {}
    for way, one in list_ways(number, row):
        mine = partial(tell, document=one.document)
        if one.end - one.start != len(one.quote):
            told = "the offsets are not as far apart as the quote is long"
            length = f"{one.start} to {one.end}"
            yield mine(
                told=told, field=write_way((*way, "end")), stands=length, found=f"{len(one.quote):,} code points"
            )
        total = round(sum(weight.value for weight in one.weights), DECIMALS) + 0.0
        if total != one.score:
            told = "the score is not the sum of the weights"
            field = write_way((*way, "score"))
            yield mine(told=told, field=field, stands=write_value(one.score), found=write_value(total))
        key = (one.document, one.start, one.end, one.part)
        if key in seen:
            yield mine(told=f"the quote is listed twice, first at {seen[key]}", field=write_way(way), stands=one.quote)
        seen.setdefault(key, write_way(way))


def _reach_again(row: VerdictRow) -> VerdictRow:
    """Reach a verdict from all the quotes that are listed, wherever they are listed."""
    verdict = reach_verdict(
        to_claim(row.claim),
        [to_part(one) for one in row.parts],
        [to_evidence(one) for _, _, one in list_evidence(row)],
        said=SourceMatch(said=row.said, difference=row.said_difference),
        cut=row.candidates_cut,
    )
    return VerdictRow.of(verdict)


def _check_lists(
    number: int, row: VerdictRow, again: VerdictRow, tell: Callable[..., Discrepancy]
) -> Iterator[Discrepancy]:
    """Which list each quote belongs in, and in which order."""
    belongs = {_key(one): way[2] for way, one in list_ways(number, again)}
    for way, one in list_ways(number, row):
        found = str(belongs.get(_key(one), _NO_LIST))
        if found != way[2]:
            told = f"the quote is listed as {way[2]}, where it does not belong"
            yield tell(told=told, field=write_way(way), document=one.document, stands=str(way[2]), found=found)
    for name in LISTS:
        ours, theirs = ([_key(one) for one in getattr(side, name)] for side in (row, again))
        if ours != theirs and sorted(ours) == sorted(theirs):
            told = f"the quotes under {name} are not in their order, strongest first"
            yield tell(
                told=told,
                field=write_way(("verdicts", number, name)),
                stands="; ".join(map(_name, getattr(row, name))),
                found="; ".join(map(_name, getattr(again, name))),
            )


def _check_decision(
    number: int, row: VerdictRow, again: VerdictRow, tell: Callable[..., Discrepancy]
) -> Iterator[Discrepancy]:
    """Whether a decision stands to the evidence as the report says; that it was made is taken as it stands."""
    one = row.decision
    if one is None:
        return
    tie = find_tie(one.evidence, again.evidence_id)
    if one.tie is not tie:
        told = "the decision stands otherwise to what is listed"
        yield tell(told=told, field=write_way(("verdicts", number, "decision", "tie")), stands=one.tie, found=tie)


def _key(one: EvidenceRow) -> tuple[str, int, int, int]:
    return one.document, one.start, one.end, one.part


def _name(one: EvidenceRow) -> str:
    return f"{one.document}:{one.start}-{one.end}"
