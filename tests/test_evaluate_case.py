"""Verdicts held against labels: what is right, what is found, and what an error is laid to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.config import Settings
from factcheck.evaluate.case import evaluate_case
from factcheck.evaluate.figures import figure_claims
from factcheck.evaluate.gold import find_spans
from factcheck.model import Claim, Intake, Said, SourceMatch, Stance, Verdict, VerdictLabel
from factcheck.model.evaluation import Cause, ClaimOutcome, Stage
from factcheck.model.labels import Gold, GoldClaim, GoldQuote, OwnWords, Trap, TrapKind
from tests.bench import make_claim, make_document

REPORT = (
    "Dunmore Council rebuilt the harbour bridge in 2016.\n"
    "Ann Lee said: “Dunmore Council mended the sea wall in 2017.”\n"
    "Dunmore Council was fined £5m in 2018.\n"
    "Marsh Water may have dug the lake.\n"
    "The Harbour Hospital was rated inadequate in 2016.\n"
)
SUPPORTED, CONTRADICTED = VerdictLabel.SUPPORTED, VerdictLabel.CONTRADICTED
DISPUTED, INSUFFICIENT, NOT_CHECKABLE = VerdictLabel.DISPUTED, VerdictLabel.INSUFFICIENT, VerdictLabel.NOT_CHECKABLE


def quote(text: str, side: Stance) -> GoldQuote:
    return GoldQuote(document="a.txt", text=text, spans=find_spans(text, REPORT), side=side)


def label(text: str, verdict: VerdictLabel, *quotes: GoldQuote, speaker: str = "") -> GoldClaim:
    claim = make_claim(text, speaker=speaker, date="2019")
    return GoldClaim(claim=claim, verdict=verdict, accept=frozenset({verdict}), quotes=quotes)


def evaluate(
    *claims: GoldClaim, own_words: tuple[OwnWords, ...] = (), traps: tuple[Trap, ...] = ()
) -> list[ClaimOutcome]:
    gold = Gold(claims=claims, own_words=own_words, traps=traps)
    intake = Intake(documents=(make_document(REPORT, published="2019"),))
    return list(evaluate_case("made-up", gold, intake, Settings()).outcomes)


def cause_of(one: ClaimOutcome) -> Cause | None:
    return one.blame.cause if one.blame else None


def test_a_quote_that_is_listed_is_found() -> None:
    wanted = quote("rebuilt the harbour bridge in 2016", Stance.SUPPORTS)
    [one] = evaluate(label("Dunmore Council rebuilt the harbour bridge in 2016.", SUPPORTED, wanted))
    assert one.right
    assert (one.listed, one.beside, one.wrong_side, one.own_words, one.garbled) == (1, (), (), (), ())
    assert [(found.stage, found.cause, found.why) for found in one.quotes] == [(Stage.LISTED, None, "")]
    assert one.blame is None


def test_a_listed_quote_without_a_label_stands_beside() -> None:
    [one] = evaluate(label("Dunmore Council rebuilt the harbour bridge in 2016.", INSUFFICIENT))
    assert not one.right
    assert len(one.beside) == 1
    assert cause_of(one) is Cause.STANCE
    figures = figure_claims([one], ())
    assert (figures.beside, figures.beside_silent, figures.false_contradictions) == (1, 1, 0)


def test_a_listed_quote_with_the_other_label_is_on_the_wrong_side() -> None:
    wanted = quote("rebuilt the harbour bridge in 2016", Stance.REFUTES)
    [one] = evaluate(label("Dunmore Council rebuilt the harbour bridge in 2016.", CONTRADICTED, wanted))
    assert len(one.wrong_side) == 1
    [followed] = one.quotes
    assert (followed.stage, followed.cause) == (Stage.LINKED, Cause.STANCE)
    assert followed.why.startswith("said to be on the other side by ")
    assert figure_claims([one], ()).missed_contradictions == 1


def test_labelled_own_words_that_count_are_seen() -> None:
    own = OwnWords(speaker="Ann Lee", document="a.txt", span=None)
    claim = label("Dunmore Council rebuilt the harbour bridge in 2016.", INSUFFICIENT, speaker="Ann Lee")
    [one] = evaluate(claim, own_words=(own,))
    assert len(one.own_words) == 1
    assert cause_of(one) is Cause.ATTRIBUTION
    [other] = evaluate(claim, own_words=(replace(own, speaker="Tom Hart"),))
    assert other.own_words == ()
    [elsewhere] = evaluate(claim, own_words=(replace(own, span=find_spans("fined £5m", REPORT)[0]),))
    assert elsewhere.own_words == ()


def test_a_trap_that_was_walked_into_says_why() -> None:
    text = "Dunmore Council rebuilt the harbour bridge in 2016."
    trap = Trap(
        kind=TrapKind.LOOK_ALIKE, document="a.txt", text=text, spans=find_spans(text, REPORT), claims=("made-up",)
    )
    [one] = evaluate(label(text, INSUFFICIENT), traps=(trap,))
    assert cause_of(one) is Cause.RESOLUTION
    assert one.blame
    assert one.blame.why.endswith("labelled as a trap, look-alike")
    [other] = evaluate(label(text, INSUFFICIENT), traps=(replace(trap, claims=("another",)),))
    assert cause_of(other) is Cause.STANCE


@pytest.mark.parametrize(
    ("claim", "wanted", "stage", "cause"),
    [
        ("Zebras graze.", "rebuilt the harbour bridge", Stage.PASSAGE, Cause.RETRIEVAL),
        ("Dunmore Council sold a ferry.", "rebuilt the harbour bridge", Stage.RETRIEVED, Cause.RETRIEVAL),
        ("Dunmore Council sold the harbour bridge.", "rebuilt the harbour bridge", Stage.LINKED, Cause.STANCE),
        ("Dunmore Council rebuilt the harbour bridge in 2011.", "the harbour bridge in 2016", Stage.LINKED, Cause.TIME),
    ],
)
def test_a_lost_quote_is_laid_to_the_stage_that_lost_it(claim: str, wanted: str, stage: Stage, cause: Cause) -> None:
    [one] = evaluate(label(claim, SUPPORTED, quote(wanted, Stance.SUPPORTS)))
    [followed] = one.quotes
    assert (followed.stage, followed.cause) == (stage, cause), followed.why
    assert cause_of(one) is cause
    assert one.blame
    assert one.blame.lost_after is stage
    assert wanted in one.blame.why


def test_a_copy_is_lost_to_the_verdict() -> None:
    text = "Dunmore Council rebuilt the harbour bridge in 2016."
    wanted = GoldQuote(document="b.txt", text=text, spans=find_spans(text, REPORT), side=Stance.SUPPORTS)
    documents = (make_document(REPORT, published="2019"), make_document(REPORT, published="2019", path="b.txt"))
    case = evaluate_case(
        "made-up", Gold(claims=(label(text, SUPPORTED, wanted),)), Intake(documents=documents), Settings()
    )
    [followed] = case.outcomes[0].quotes
    assert (followed.stage, followed.cause, followed.why) == (Stage.JUDGED, Cause.VERDICT, "taken for a copy of a.txt")


def test_words_of_the_speaker_are_lost_to_attribution() -> None:
    wanted = quote("mended the sea wall in 2017", Stance.SUPPORTS)
    claim = label("Dunmore Council mended the sea wall in 2017.", SUPPORTED, wanted, speaker="Ann Lee")
    [one] = evaluate(claim)
    assert (one.quotes[0].stage, one.quotes[0].cause) == (Stage.JUDGED, Cause.ATTRIBUTION)


def test_a_quote_that_no_passage_holds_is_lost_at_once() -> None:
    wanted = GoldQuote(document="a.txt", text=REPORT, spans=find_spans(REPORT, REPORT), side=Stance.SUPPORTS)
    [one] = evaluate(label("Dunmore Council rebuilt the harbour bridge in 2016.", SUPPORTED, wanted))
    assert (one.quotes[0].stage, one.quotes[0].cause) == (Stage.LOST, Cause.RETRIEVAL)


def test_only_quotes_of_the_side_that_was_missing_are_to_blame() -> None:
    near = quote("rebuilt the harbour bridge", Stance.SUPPORTS)
    far = quote("may have dug the lake", Stance.REFUTES)
    [one] = evaluate(label("Dunmore Council sold the harbour bridge.", CONTRADICTED, near, far))
    assert [found.stage for found in one.quotes] == [Stage.LINKED, Stage.RETRIEVED]
    assert cause_of(one) is Cause.RETRIEVAL
    assert one.blame
    assert "dug the lake" in one.blame.why


def test_what_cannot_be_checked_is_a_matter_of_stance() -> None:
    [one] = evaluate(label("Dunmore will be the finest harbour.", SUPPORTED))
    assert one.verdict.label is NOT_CHECKABLE
    assert cause_of(one) is Cause.STANCE


# --- counting, on verdicts as they are given -------------------------------------------------------------


def outcome(gold: VerdictLabel, said: VerdictLabel, *accept: VerdictLabel) -> ClaimOutcome:
    claim = Claim(id="x", text="It rained.")
    verdict = Verdict(
        claim=claim, said=SourceMatch(said=Said.NO_SOURCE), label=said, rule="", reason="", margin=1.0, fragile=False
    )
    return ClaimOutcome(gold=GoldClaim(claim=claim, verdict=gold, accept=frozenset({gold, *accept})), verdict=verdict)


@pytest.mark.parametrize(
    ("gold", "said", "accept", "false"),
    [
        (SUPPORTED, CONTRADICTED, (), True),
        (INSUFFICIENT, DISPUTED, (), True),
        (NOT_CHECKABLE, CONTRADICTED, (), True),
        (INSUFFICIENT, CONTRADICTED, (CONTRADICTED,), False),
        (CONTRADICTED, DISPUTED, (), False),
        (DISPUTED, CONTRADICTED, (), False),
        (SUPPORTED, INSUFFICIENT, (), False),
    ],
)
def test_what_a_false_contradiction_is(
    gold: VerdictLabel, said: VerdictLabel, accept: tuple[VerdictLabel, ...], *, false: bool
) -> None:
    assert outcome(gold, said, *accept).false_contradiction is false


def test_verdicts_by_hand() -> None:
    outcomes = [
        outcome(CONTRADICTED, CONTRADICTED),
        outcome(CONTRADICTED, DISPUTED, DISPUTED),
        outcome(CONTRADICTED, SUPPORTED),
        outcome(SUPPORTED, CONTRADICTED),
        outcome(INSUFFICIENT, CONTRADICTED, CONTRADICTED),
        outcome(INSUFFICIENT, INSUFFICIENT),
    ]
    figures = figure_claims(outcomes, ())
    assert (figures.claims, figures.right) == (6, 4)
    assert (figures.false_contradictions, figures.missed_contradictions) == (1, 1)
    assert figures.precision_contradicted == 2 / 3
    assert figures.recall_contradicted == 1 / 3
    assert figures.confusion.count("contradicted", "supported") == 1
    assert figures.confusion.accuracy == 4 / 6


def test_perfect_verdicts_and_empty_ones() -> None:
    labels = (SUPPORTED, CONTRADICTED, DISPUTED, INSUFFICIENT, NOT_CHECKABLE)
    perfect = figure_claims([outcome(one, one) for one in labels], ())
    assert (perfect.right, perfect.precision_contradicted, perfect.recall_contradicted) == (5, 1.0, 1.0)
    assert perfect.confusion.macro_f1 == 1.0
    empty = figure_claims([outcome(one, INSUFFICIENT) for one in labels], ())
    assert (empty.right, empty.precision_contradicted, empty.recall_contradicted) == (1, None, 0.0)
    assert empty.false_contradictions == 0
    nothing = figure_claims([], ())
    assert (nothing.claims, nothing.precision_contradicted, nothing.confusion.accuracy) == (0, None, None)
