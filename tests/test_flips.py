"""What a verdict hangs on is told truly: each change that is told is made, and no other one would do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Eligibility, Evidence, Flip, FlipKind, PartRead, Stance, Verdict, VerdictLabel, Weight
from factcheck.values import DateRange, Span
from factcheck.verdict import reach_verdict
from factcheck.verdict.findings import BAR, find_answer
from tests.bench import make_claim, read_parts
from tests.test_verdict import UNSAID

TEXT = "Dunmore Council rebuilt the harbour bridge in 2016. It sold the old town hall in 2017."
PARTS = [PartRead.of(part) for part in read_parts(TEXT)]

TIMED = Weight("period", "dated", -0.2)
"""What a quote carries that is dated where the claim is not, which counts only where nothing gainsays it."""


@st.composite
def quotes(draw: st.DrawFn) -> Evidence:
    document = draw(st.sampled_from(("a.txt", "b.txt", "c.txt", "d.txt")))
    stance = draw(st.sampled_from((Stance.SUPPORTS, Stance.REFUTES, Stance.REFUTES, Stance.NEUTRAL)))
    timed = draw(st.booleans())
    score = draw(st.sampled_from((1.0, 2.4, 2.5, 2.6, 4.0, 5.0, 8.0)))
    return Evidence(
        document=document,
        quote="It says so.",
        span=Span(0, 11),
        stance=stance,
        eligibility=draw(st.sampled_from((*[Eligibility.INDEPENDENT] * 4, *Eligibility))),
        rule="made/up",
        origin=draw(st.sampled_from((document, "a.txt"))),
        about=DateRange.year(draw(st.sampled_from((2015, 2016)))) if timed else None,
        weights=(*([TIMED] if timed else []), Weight("made/up", "same", score - (TIMED.value if timed else 0.0))),
        gate="period" if stance is Stance.NEUTRAL else "",
        part=draw(st.sampled_from((0, 0, 0, 1))),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[PartRead], list[Evidence]]:
    """Parts of a claim, and quotes on them that stand each in a place of its own."""
    found = draw(st.lists(quotes(), max_size=8))
    placed = [replace(one, span=Span(20 * place, 20 * place + 11)) for place, one in enumerate(found)]
    many = draw(st.sampled_from((1, 2)))
    return PARTS[:many], [one for one in placed if one.part < many]


def reach(parts: list[PartRead], evidence: list[Evidence]) -> Verdict:
    return reach_verdict(make_claim(TEXT), parts, evidence, said=UNSAID, cut=False)


def make_change(flip: Flip, parts: list[PartRead], evidence: list[Evidence]) -> VerdictLabel:
    """The verdict once the change that is told is really made."""
    if flip.kind is FlipKind.THRESHOLD:
        assert flip.then is not None
        (name,) = flip.without
        assert flip.now == getattr(BAR, name)
        return find_answer(parts, evidence, bar=replace(BAR, **{name: flip.then})).label
    gone = set(flip.without)
    by_place = flip.kind is FlipKind.QUOTES
    return reach(parts, [one for one in evidence if (one.place if by_place else one.origin) not in gone]).label


@given(cases())
def test_a_change_that_is_told_makes_the_verdict_that_is_told(case: tuple[list[PartRead], list[Evidence]]) -> None:
    verdict = reach(*case)
    for flip in verdict.flips:
        assert flip.verdict is not verdict.label
        assert make_change(flip, *case) is flip.verdict


@given(cases())
def test_one_quote_or_origin_less_changes_what_is_fragile_and_nothing_else(
    case: tuple[list[PartRead], list[Evidence]],
) -> None:
    parts, evidence = case
    verdict = reach(parts, evidence)
    without = [[other for other in evidence if other.place != one.place] for one in evidence]
    without += [[other for other in evidence if other.origin != one.origin] for one in evidence]
    assert verdict.fragile is any(reach(parts, rest).label is not verdict.label for rest in without)


@given(cases())
def test_no_threshold_nearer_than_the_one_that_is_told_makes_a_difference(
    case: tuple[list[PartRead], list[Evidence]],
) -> None:
    parts, evidence = case
    verdict = reach(parts, evidence)
    told = {flip.without[0]: flip.then for flip in verdict.flips if flip.kind is FlipKind.THRESHOLD}
    for name in ("enough", "outweighs"):
        now, then = getattr(BAR, name), told.get(name)
        away = max(abs(then - now) - 2e-6, 0.0) if then else 100.0  # what is told is a millionth beyond what would do
        for other in (now - away, now - away / 2, now + away / 2, now + away):
            assert find_answer(parts, evidence, bar=replace(BAR, **{name: max(other, 0.01)})).label is verdict.label


@given(cases())
def test_the_margin_of_a_part_is_the_sum_of_what_is_told_of_it(case: tuple[list[PartRead], list[Evidence]]) -> None:
    verdict = reach(*case)
    for place, finding in enumerate(verdict.parts):
        weighing = finding.weighing
        assert weighing is not None
        assert finding.margin == pytest.approx(weighing.pro - weighing.con)
        for side, listed in (
            (weighing.supporting, verdict.supporting),
            (weighing.contradicting, verdict.contradicting),
        ):
            mine = [one for one in listed if one.part == place]
            assert [one.origin for one in side] == sorted({one.origin for one in mine})
            for counted in side:
                best = next(one for one in mine if one.place == counted.quote)
                assert best.origin == counted.origin
                assert counted.score == best.score == max(one.score for one in mine if one.origin == best.origin)
                assert counted.score >= weighing.enough
