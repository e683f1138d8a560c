"""Decisions as schema.org's ClaimReview, field by field, and what keeps one from being published."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from factcheck.dates import parse_edtf
from factcheck.errors import FaultsError, InputError
from factcheck.model import Decided, Decision, Eligibility, Fact, Tie, VerdictLabel
from factcheck.render.look import Imprint, Look
from factcheck.render.report_claimreview import RATINGS, make_claimreview, shorten
from tests.hostile_texts import HOSTILE
from tests.report_factory import CLAIM, OUTLINE, OWN_WORDS, SUPPORT, make_report, make_verdict

if TYPE_CHECKING:
    from factcheck.model import Report, Verdict

LOOK: Final = Look(imprint=Imprint(name="The Dunmore Desk", url="https://desk.example/checks"))

DECISION: Final = Decision(
    claim=CLAIM.id,
    decision=VerdictLabel.CONTRADICTED,
    reason="The audit has another figure.",
    by="Ann Lee",
    date=date(2018, 6, 14),
)

WORK: Final = {
    "@type": "CreativeWork",
    "name": "Harbour bridge opens late",
    "url": "https://tide.example/bridge",
    "publisher": {"@type": "Organization", "name": "The Daily Tide"},
    "datePublished": "2017-06-01",
}


def decide(tie: Tie = Tie.CURRENT, **changes: object) -> Verdict:
    return make_verdict(VerdictLabel.SUPPORTED, **{"decided": Decided(standing=DECISION, tie=tie), **changes})


def review(*verdicts: Verdict) -> list[dict[str, Any]]:
    outline = replace(OUTLINE, url=Fact(value="https://tide.example/bridge"))
    written = make_claimreview(LOOK)(make_report(*verdicts, documents=(outline,)), width=80)
    content = json.loads(written)
    assert set(content) == {"@context", "@graph"}
    assert content["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = content["@graph"]
    return graph


def refuse(report: Report) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        make_claimreview(LOOK)(report, width=0)
    assert "--claim ID publishes one" in caught.value.hint
    return [(fault.message, fault.hint) for fault in caught.value.faults]


# --- field by field -------------------------------------------------------------------------------------


def test_a_review_has_every_field_by_its_name() -> None:
    one = review(decide())[0]
    page = f"https://desk.example/checks/{CLAIM.id}"
    assert set(one) == {
        "@type", "@id", "url", "author", "datePublished", "claimReviewed", "itemReviewed", "reviewRating", "reviewBody",
        "citation",
    }  # fmt: skip
    assert (one["@type"], one["@id"], one["url"]) == ("ClaimReview", f"{page}#review", page)
    assert one["author"] == {
        "@type": "Organization",
        "name": "The Dunmore Desk",
        "url": "https://desk.example/checks",
    }
    assert one["datePublished"] == "2018-06-14"
    assert one["claimReviewed"] == CLAIM.text
    assert one["itemReviewed"] == {
        "@type": "Claim",
        "@id": f"{page}#claim",
        "text": CLAIM.text,
        "author": {"@type": "Person", "name": "Ada Quill"},
        "datePublished": "2018-03-02",
        "firstAppearance": {"@type": "CreativeWork", "name": "news/speech.txt"},
        "appearance": [WORK],
    }


def test_the_rating_is_the_decision_in_words_and_never_the_verdict_or_a_number() -> None:
    for label, rating in RATINGS.items():
        decided = Decided(standing=replace(DECISION, decision=label), tie=Tie.CURRENT)
        told = review(decide(decided=decided))[0]["reviewRating"]
        assert told == {"@type": "Rating", "alternateName": rating, "ratingExplanation": DECISION.reason}
    assert RATINGS.keys() == set(VerdictLabel)


def test_the_quotes_of_both_sides_are_cited_with_their_sources() -> None:
    one = review(decide())[0]
    assert [quote["text"] for quote in one["citation"]] == [
        SUPPORT.quote,
        "It cost £12 million, the audit office found.",
    ]
    assert all(quote["@type"] == "Quotation" and quote["isPartOf"] == WORK for quote in one["citation"])
    assert one["reviewBody"] == (
        "The audit has another figure.\n\n"
        f"For the claim:\n“{SUPPORT.quote}” (“Harbour bridge opens late”, The Daily Tide, 2017-06-01)\n\n"
        "Against the claim:\n“It cost £12 million, the audit office found.” "
        "(“Harbour bridge opens late”, The Daily Tide, page 3, 2017-06-01)"
    )


def test_what_is_not_known_is_left_out() -> None:
    claim = replace(CLAIM, speaker=None, date=parse_edtf("2018~"), source=None)
    bare = decide(claim=claim, supporting=(), contradicting=(), own_words=())
    one = review(bare)[0]
    assert set(one["itemReviewed"]) == {"@type", "@id", "text"}
    assert (one["citation"], one["reviewBody"]) == ([], DECISION.reason)


@pytest.mark.parametrize(
    ("speaker", "sort"),
    [("Ada Quill", "Person"), ("Cllr Tom Hart", "Person"), ("Dunmore City Council", "Organization")],
)
def test_who_made_a_claim_is_a_person_or_a_body(speaker: str, sort: str) -> None:
    one = review(decide(claim=replace(CLAIM, speaker=speaker)))[0]
    assert one["itemReviewed"]["author"] == {"@type": sort, "name": speaker}


def test_a_source_may_be_an_address() -> None:
    one = review(decide(claim=replace(CLAIM, source="https://a.example/speech")))[0]
    assert one["itemReviewed"]["firstAppearance"] == {"@type": "CreativeWork", "url": "https://a.example/speech"}


def test_only_the_speakers_own_words_and_echoes_are_other_appearances() -> None:
    side = replace(OWN_WORDS, eligibility=Eligibility.CLAIMANT_SIDE)
    copy = replace(OWN_WORDS, eligibility=Eligibility.SAME_ORIGIN)
    assert "appearance" not in review(decide(own_words=(side, copy)))[0]["itemReviewed"]
    echo = replace(OWN_WORDS, eligibility=Eligibility.ECHO)
    assert review(decide(own_words=(side, echo)))[0]["itemReviewed"]["appearance"] == [WORK]


@pytest.mark.parametrize("text", ["a" * 74, "a" * 75, "word " * 40, "A claim, " * 9, "  two\nlines  "])
def test_a_long_claim_is_told_in_fewer_than_75_characters_and_stands_whole_beside(text: str) -> None:
    one = review(decide(claim=replace(CLAIM, text=text)))[0]
    told = one["claimReviewed"]
    assert told == shorten(text)
    assert len(told) < 75
    assert told == " ".join(text.split()) or (told.endswith("…") and text.startswith(told[:-1]))
    assert one["itemReviewed"]["text"] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_of_a_document_ends_the_script_of_a_page(text: str) -> None:
    decided = Decided(standing=replace(DECISION, reason=text), tie=Tie.CURRENT)
    verdict = decide(claim=replace(CLAIM, text=text), supporting=(replace(SUPPORT, quote=text),), decided=decided)
    written = make_claimreview(LOOK)(make_report(verdict), width=0)
    assert not set("<>&\x1b\u202e") & set(written)
    assert json.loads(written)["@graph"][0]["citation"][0]["text"] == text


# --- what is refused ------------------------------------------------------------------------------------


def test_without_a_publisher_nothing_is_begun() -> None:
    with pytest.raises(InputError, match="needs the name of a publisher and a base URL") as caught:
        make_claimreview(Look())
    assert "--publisher-name" in caught.value.hint
    assert "--base-url" in caught.value.hint


def test_every_claim_without_a_decision_or_with_a_stale_one_is_told() -> None:
    others = [decide(claim=replace(CLAIM, id=name)) for name in ("a", "b")]
    report = make_report(
        replace(others[0], decided=None),
        decide(),
        replace(others[1], decided=Decided(standing=DECISION, tie=Tie.STALE)),
    )
    first, second = refuse(report)
    assert first[0] == "“a”: nobody decided on it"
    assert first[1].startswith("factcheck decide a --decision")
    assert second[0] == ("“b”: the decision by Ann Lee of 2018-06-14 is stale: the evidence under it has changed since")


def test_a_decision_that_is_not_tied_to_evidence_is_published() -> None:
    assert len(review(decide(Tie.UNTIED))) == 1


def test_two_runs_write_the_same() -> None:
    report = make_report(decide())
    assert make_claimreview(LOOK)(report, width=0) == make_claimreview(LOOK)(report, width=0)
