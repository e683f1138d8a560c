"""Evidence into a verdict, by the rules of evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    Attribution,
    Claim,
    Eligibility,
    Entity,
    EntityKind,
    Evidence,
    Flip,
    FlipKind,
    Office,
    PartRead,
    Passage,
    Said,
    SourceMatch,
    Stance,
    Verdict,
    VerdictLabel,
    VoiceKind,
    Weight,
)
from factcheck.values import Span
from factcheck.verdict import Side, find_eligibility, reach_verdict
from tests.bench import make_claim, make_passage, read_parts

UNSAID = SourceMatch(said=Said.NO_SOURCE)
TEXT = "Dunmore Council rebuilt the harbour bridge in 2016."
SUPPORTED, CONTRADICTED, DISPUTED, INSUFFICIENT, NOT_CHECKABLE = VerdictLabel
FOR, AGAINST, NEITHER = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def _evidence(
    stance: Stance = FOR,
    document: str = "a.txt",
    *,
    score: float = 4.0,
    eligibility: Eligibility = Eligibility.INDEPENDENT,
    part: int = 0,
) -> Evidence:
    return Evidence(
        document=document,
        quote=f"{document} says something of its own about the bridge, at some length.",
        span=Span(0, 10),
        stance=stance,
        eligibility=eligibility,
        rule="made/up",
        origin=document,
        weights=(Weight("topic", "same", 1.5), Weight("made/up", "same", score - 1.5)),
        part=part,
        gate="period" if stance is NEITHER else "",
    )


def _reach(*evidence: Evidence, text: str = TEXT) -> Verdict:
    parts = [PartRead.of(part) for part in read_parts(text)]
    return reach_verdict(make_claim(text, speaker="Ann Lee"), parts, evidence, said=UNSAID, cut=False)


@pytest.mark.parametrize(
    ("evidence", "label"),
    [
        ([], INSUFFICIENT),
        ([_evidence(NEITHER)], INSUFFICIENT),
        ([_evidence(FOR)], SUPPORTED),
        ([_evidence(AGAINST)], CONTRADICTED),
        ([_evidence(FOR), _evidence(AGAINST, "b.txt")], DISPUTED),
        ([_evidence(FOR, score=8), _evidence(AGAINST, "b.txt", score=3)], SUPPORTED),
        ([_evidence(FOR, score=3), _evidence(AGAINST, "b.txt", score=8)], CONTRADICTED),
        ([_evidence(FOR), _evidence(FOR, "c.txt"), _evidence(AGAINST, "b.txt")], SUPPORTED),
        ([_evidence(FOR, score=1.0)], INSUFFICIENT),
        ([_evidence(AGAINST, score=1.0)], INSUFFICIENT),
        ([_evidence(FOR), _evidence(AGAINST, "b.txt", score=1.0)], SUPPORTED),
    ],
)
def test_a_verdict_follows_from_its_evidence(evidence: list[Evidence], label: VerdictLabel) -> None:
    assert _reach(*evidence).label is label


@pytest.mark.parametrize("eligibility", [one for one in Eligibility if one is not Eligibility.INDEPENDENT])
@pytest.mark.parametrize("stance", [FOR, AGAINST])
def test_what_is_not_independent_moves_nothing(eligibility: Eligibility, stance: Stance) -> None:
    apart = _evidence(stance, "own.txt", score=9.0, eligibility=eligibility)
    assert _reach(apart).label is INSUFFICIENT
    for other in (FOR, AGAINST):
        alone, beside = _reach(_evidence(other)), _reach(_evidence(other), apart)
        assert (beside.label, beside.margin) == (alone.label, alone.margin)
        assert apart not in (*beside.supporting, *beside.contradicting)


@pytest.mark.parametrize("eligibility", [one for one in Eligibility if one is not Eligibility.INDEPENDENT])
def test_what_is_not_independent_is_still_listed(eligibility: Eligibility) -> None:
    apart = _evidence(FOR, eligibility=eligibility)
    verdict = _reach(apart)
    assert apart in (*verdict.own_words, *verdict.context)


def test_two_articles_of_one_origin_count_once() -> None:
    one, copy = _evidence(FOR, score=4), replace(_evidence(FOR, "copy.txt", score=4), origin="a.txt")
    against = _evidence(AGAINST, "b.txt", score=3)
    assert _reach(one, copy, against).label is _reach(one, against).label is DISPUTED
    assert _reach(one, copy).margin == _reach(one).margin


@given(st.permutations([_evidence(FOR, f"{n}.txt", score=n) for n in range(1, 5)] + [_evidence(AGAINST, "b.txt")]))
def test_the_order_of_evidence_changes_nothing(evidence: list[Evidence]) -> None:
    assert _reach(*evidence) == _reach(*sorted(evidence, key=lambda one: one.document))


def test_both_sides_are_listed_strongest_first() -> None:
    verdict = _reach(_evidence(FOR, "a.txt", score=3), _evidence(FOR, "b.txt", score=5), _evidence(AGAINST, "c.txt"))
    assert [one.document for one in verdict.supporting] == ["b.txt", "a.txt"]
    assert [one.document for one in verdict.contradicting] == ["c.txt"]


def test_a_verdict_on_one_origin_is_fragile() -> None:
    assert _reach(_evidence(FOR)).fragile
    assert not _reach(_evidence(FOR), _evidence(FOR, "b.txt")).fragile
    assert not _reach().fragile


@pytest.mark.parametrize(
    "text",
    [
        "The council will rebuild the harbour bridge.",
        "The council should rebuild the harbour bridge.",
        "In my view the harbour bridge is a fine one.",
        "I hope that the harbour bridge is rebuilt.",
        "Was the harbour bridge rebuilt?",
    ],
)
def test_what_no_record_can_bear_out_is_not_checkable(text: str) -> None:
    verdict = _reach(_evidence(FOR), text=text)
    assert verdict.label is NOT_CHECKABLE
    assert verdict.reason


TWO_PARTS = "Dunmore Council rebuilt the harbour bridge in 2016. It sold the old town hall in 2017."


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        (FOR, FOR, SUPPORTED),
        (FOR, AGAINST, CONTRADICTED),
        (AGAINST, FOR, CONTRADICTED),
        (FOR, NEITHER, INSUFFICIENT),
        (AGAINST, NEITHER, CONTRADICTED),
        (NEITHER, NEITHER, INSUFFICIENT),
    ],
)
def test_a_claim_of_two_parts_stands_only_if_both_do(first: Stance, second: Stance, label: VerdictLabel) -> None:
    verdict = _reach(_evidence(first), _evidence(second, "b.txt", part=1), text=TWO_PARTS)
    assert len(verdict.parts) == 2
    assert verdict.label is label
    assert verdict.margin == pytest.approx(sum(part.margin for part in verdict.parts))


def test_an_opinion_beside_a_fact_is_left_aside() -> None:
    verdict = _reach(_evidence(FOR), text=f"{TEXT} It should be rebuilt again.")
    assert [part.label for part in verdict.parts] == [SUPPORTED, NOT_CHECKABLE]
    assert verdict.label is SUPPORTED


def test_every_verdict_names_its_rule_and_its_reason() -> None:
    for stances in permutations([FOR, AGAINST, NEITHER]):
        for count in range(4):
            verdict = _reach(*(_evidence(stance, f"{stance}.txt") for stance in stances[:count]))
            assert verdict.rule.startswith("verdict/")
            assert verdict.reason.endswith(".")


# --- eligibility ------------------------------------------------------------------------------------

LEE = Claim(id="made-up", text=TEXT, speaker="Ann Lee", source="a.txt")
BRIDGE_BOARD = Office(role="chair", body="Dunmore Bridge Board")
ENTITIES = (
    Entity(name="Ann Lee", kind=EntityKind.PERSON, other_names=("The Bridge Queen",), offices=(BRIDGE_BOARD,)),
    Entity(name="Tom Hart", kind=EntityKind.PERSON, speaks_for=("Ann Lee",)),
    Entity(name="Ben Marsh", kind=EntityKind.PERSON, opposes=("Ann Lee",)),
)


def _passage(speaker: str = "", voice: VoiceKind = VoiceKind.NAMED) -> Passage:
    voice = voice if speaker or voice is not VoiceKind.NAMED else VoiceKind.DOCUMENT
    return replace(make_passage(TEXT), attribution=Attribution(voice=voice, speaker=speaker or None, reason="made up"))


@pytest.mark.parametrize(
    ("speaker", "eligibility"),
    [
        ("", Eligibility.INDEPENDENT),
        ("Ann Lee", Eligibility.OWN_WORDS),
        ("Ms Lee", Eligibility.OWN_WORDS),
        ("Dame Ann Lee", Eligibility.OWN_WORDS),
        ("The Bridge Queen", Eligibility.OWN_WORDS),
        ("the chair", Eligibility.OWN_WORDS),
        ("its chairwoman", Eligibility.OWN_WORDS),
        ("Tom Hart", Eligibility.CLAIMANT_SIDE),
        ("Dunmore Bridge Board", Eligibility.CLAIMANT_SIDE),
        ("Ben Marsh", Eligibility.INDEPENDENT),
        ("the inspector", Eligibility.INDEPENDENT),
        ("Ada Quill", Eligibility.INDEPENDENT),
    ],
)
def test_who_says_so_decides_whether_it_counts(speaker: str, eligibility: Eligibility) -> None:
    found, reason = find_eligibility(_passage(speaker), LEE, UNSAID, Side.of(LEE, ENTITIES))
    assert found is eligibility
    assert bool(reason) is (eligibility is not Eligibility.INDEPENDENT)


def test_a_first_person_who_is_not_named_may_be_the_speaker() -> None:
    passage = _passage(voice=VoiceKind.SELF)
    assert find_eligibility(passage, LEE, UNSAID, Side.of(LEE, ()))[0] is Eligibility.OWN_WORDS


def test_the_claim_itself_in_its_source_is_own_words() -> None:
    said = SourceMatch(said=Said.VERBATIM, span=Span(3, 20))
    assert find_eligibility(_passage(), LEE, said, Side.of(LEE, ()))[0] is Eligibility.OWN_WORDS
    elsewhere = replace(_passage(), document="b.txt")
    assert find_eligibility(elsewhere, LEE, said, Side.of(LEE, ()))[0] is Eligibility.INDEPENDENT


@pytest.mark.parametrize("speaker", ["", "Ann Lee", "Tom Hart"])
def test_a_claim_without_a_speaker_has_no_own_words(speaker: str) -> None:
    claim = make_claim(TEXT)
    assert find_eligibility(_passage(speaker), claim, UNSAID, Side.of(claim, ENTITIES))[0] is Eligibility.INDEPENDENT


# --- what a verdict hangs on --------------------------------------------------------------------------


def _find_flip(verdict: Verdict, kind: FlipKind) -> Flip | None:
    return next((flip for flip in verdict.flips if flip.kind is kind), None)


def test_what_one_quote_less_would_make_of_a_verdict_is_told() -> None:
    flip = _find_flip(_reach(_evidence(FOR)), FlipKind.QUOTES)
    assert flip
    assert (flip.without, flip.verdict) == (("a.txt:0-10",), INSUFFICIENT)


def test_of_two_origins_both_must_go() -> None:
    verdict = _reach(_evidence(FOR), _evidence(FOR, "b.txt"))
    flip = _find_flip(verdict, FlipKind.ORIGINS)
    assert flip
    assert (flip.without, flip.verdict) == (("a.txt", "b.txt"), INSUFFICIENT)
    assert not verdict.fragile


def test_a_second_quote_of_one_origin_leaves_the_verdict_hanging_on_the_origin() -> None:
    second = replace(_evidence(FOR), span=Span(20, 30))
    verdict = _reach(_evidence(FOR), second)
    quotes, origins = _find_flip(verdict, FlipKind.QUOTES), _find_flip(verdict, FlipKind.ORIGINS)
    assert quotes
    assert origins
    assert (quotes.without, origins.without) == (("a.txt:0-10", "a.txt:20-30"), ("a.txt",))
    assert verdict.fragile


@pytest.mark.parametrize(
    ("evidence", "name", "then", "label"),
    [
        ([_evidence(FOR, score=2.4)], "enough", 2.4, SUPPORTED),
        ([_evidence(FOR, score=2.6)], "enough", 2.600001, INSUFFICIENT),
        ([_evidence(FOR, score=3.0), _evidence(AGAINST, "b.txt", score=2.4)], "enough", 2.4, DISPUTED),
        ([_evidence(FOR, score=6.3), _evidence(AGAINST, "b.txt", score=3.0)], "outweighs", 2.100001, DISPUTED),
        ([_evidence(FOR, score=5.7), _evidence(AGAINST, "b.txt", score=3.0)], "outweighs", 1.899999, SUPPORTED),
    ],
)
def test_the_nearest_value_of_a_threshold_that_matters_is_told(
    evidence: list[Evidence], name: str, then: float, label: VerdictLabel
) -> None:
    flips = [flip for flip in _reach(*evidence).flips if flip.without == (name,)]
    assert [(flip.then, flip.verdict) for flip in flips] == [(then, label)]


def test_nothing_to_change_is_nothing_to_tell() -> None:
    assert _reach().flips == ()
    assert _reach(_evidence(NEITHER)).flips == ()


_ANY_EVIDENCE = st.builds(
    _evidence,
    st.sampled_from(Stance),
    st.sampled_from(("a.txt", "b.txt", "c.txt")),
    score=st.sampled_from((1.0, 2.6, 4.0, 8.0)),
    eligibility=st.sampled_from(Eligibility),
)


@given(st.lists(_ANY_EVIDENCE, max_size=12))
def test_what_is_listed_is_enough_to_reach_the_verdict_again(evidence: list[Evidence]) -> None:
    placed = [replace(one, span=Span(place, place + 5)) for place, one in enumerate(evidence)]
    verdict = _reach(*placed)
    assert _reach(*verdict.listed) == verdict
