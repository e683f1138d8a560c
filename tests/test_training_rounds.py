"""Rounds are drawn of every set, the same at every turn, and long evidence is cut to what the claim asks for."""

from __future__ import annotations

from collections import Counter

from factcheck.training.examples import Label, Row
from factcheck.training.rounds import LONGEST_CLAIM, MADE, MOST_CHARACTERS, Rounds, focus

TOWNS = ("Marsh", "Dunmore", "Hallam", "Ashby", "Norland", "Harlow", "Kestrel", "Tarn", "Elmwood", "Oakfield")


def make_rows() -> list[Row]:
    """Claims of ten towns, each with a passage of its own page and another sentence that stands on it."""
    rows = [
        Row(
            set="fm2",
            claim=f"The bridge at {town} was opened in {1990 + number}.",
            evidence=(f"The old bridge of the town of {town} was opened to traffic in {1990 + number}.",),
            label=Label.SUPPORTS,
            doc_id=town,
            distractors=(f"The harbour of {town} was dredged and its quays were rebuilt that year.",),
        )
        for number, town in enumerate(TOWNS)
    ]
    return [*rows, Row(set="fever_nei_claims", claim="The bridge at Marsh is red.", evidence=(), label=Label.NEUTRAL)]


def test_a_round_is_the_same_every_time_and_differs_from_the_next() -> None:
    drawn = Rounds(make_rows(), seed=1)
    assert drawn.draw(0) == Rounds(make_rows(), seed=1).draw(0)
    assert drawn.draw(0) != drawn.draw(1)


def test_every_claim_comes_with_a_silent_passage_of_its_page_or_a_near_one() -> None:
    examples = Rounds(make_rows(), seed=1).draw(0)
    silent = [one for one in examples if one.source in {"fm2/silent", "fever_nei_claims/silent"}]
    assert len(silent) == len(TOWNS) + 1
    assert {one.label for one in silent} == {Label.NEUTRAL}
    own = {row.claim: row.evidence for row in make_rows()}
    assert all(one.passage not in own[one.claim] for one in silent if one.claim in own)


def test_contrasts_keep_company_with_what_they_were_made_of() -> None:
    sources = Counter(one.source for one in Rounds(make_rows(), seed=1).draw(0))
    assert sources["fm2"] == len(TOWNS)
    assert sources["fm2/year"] > 0
    assert sources["fm2/year"] % 3 == 0
    assert sum(count for source, count in sources.items() if source.startswith("made/")) == MADE


def test_a_claim_that_leaves_no_room_is_left_out() -> None:
    long = Row(set="fm2", claim="Marsh. " * LONGEST_CLAIM, evidence=("Yes, Marsh.",), label=Label.SUPPORTS)
    examples = Rounds([*make_rows(), long], seed=1).draw(0)
    assert all(len(one.claim) < 2 * LONGEST_CLAIM for one in examples)


def test_long_evidence_keeps_what_shares_the_claims_words_in_its_order() -> None:
    filler = ["The weather was fine and the fields were green for most of that long year."] * 10
    told = focus("The dam fell in May.", [*filler[:5], "In May the dam fell.", *filler[5:], "The dam was old."])
    assert len(told) <= MOST_CHARACTERS
    assert told.index("In May the dam fell.") < told.index("The dam was old.")


def test_short_evidence_stays_as_it_is() -> None:
    assert focus("The dam fell.", ["It fell.", "It was old."]) == "It fell. It was old."
