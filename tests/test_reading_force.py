"""With what force a sentence speaks, and what its negations reach."""

from __future__ import annotations

import pytest

from factcheck.model import Force
from tests.bench import read_text, with_faults
from tests.tables import count_faults, read_table

TABLE = "force.txt"

NEGATED = [
    ("Ann Lee signed the contract.", "", ""),
    ("Ann Lee did not sign the contract.", "sign contract", "sign"),
    ("Ann Lee hasn’t signed the contract.", "signed contract", "signed"),
    ("Ann Lee can't sign the contract.", "sign contract", "sign"),
    ("Ann Lee never signed the contract, but Tom Hart did.", "signed contract", "signed"),
    ("Ann Lee failed to sign the contract.", "sign contract", "sign"),
    ("Ann Lee refused to sign the contract.", "sign contract", "sign"),
    ("Ann Lee denied signing the contract.", "signing contract", "signing"),
    ("Ann Lee has yet to sign the contract.", "sign contract", "sign"),
    ("Ann Lee is unable to sign.", "sign", "sign"),
    ("Without a contract, Ann Lee rebuilt the bridge.", "contract", "contract"),
    ("Ann Lee did not deny that the bridge was unsafe.", "", ""),
    ("No contract was signed.", "contract signed", "contract"),
    ("Nobody signed the contract.", "signed contract", "signed"),
    ("Neither bridge was rebuilt.", "bridge rebuilt", "bridge"),
    ("Not only did Ann Lee sign the contract.", "", ""),
    ("There is no doubt that the bridge fell.", "", ""),
    ("The bridge lacks a railing.", "railing", "railing"),
    ("The bridge is far from safe.", "safe", "safe"),
    ("The bridge is no longer safe.", "safe", "safe"),
    ("The bridge was rebuilt, not the road.", "road", "road"),
    ("The bridge was never rebuilt because nobody paid.", "rebuilt paid", "rebuilt paid"),
]

FORCES = [
    ("The bridge was rebuilt.", Force.ASSERTED),
    ("The bridge reopened in May.", Force.ASSERTED),
    ("The bridge must cost £3m.", Force.ASSERTED),
    ("The bridge was to be rebuilt.", Force.ASSERTED),
    ("The bridge may have been rebuilt.", Force.HEDGED),
    ("The bridge could be rebuilt.", Force.HEDGED),
    ("The bridge might fall.", Force.HEDGED),
    ("The bridge was apparently rebuilt.", Force.HEDGED),
    ("The bridge was allegedly rebuilt.", Force.HEDGED),
    ("The bridge is likely to be rebuilt.", Force.HEDGED),
    ("The bridge is rumoured to be unsafe.", Force.HEDGED),
    ("The bridge would have cost £3m.", Force.UNREALISED),
    ("It appears that the bridge was rebuilt.", Force.HEDGED),
    ("The bridge will be rebuilt.", Force.PREDICTED),
    ("The bridge is set to be rebuilt.", Force.PREDICTED),
    ("The bridge is going to be rebuilt in 2030.", Force.PREDICTED),
    ("Ann Lee plans to rebuild the bridge.", Force.PREDICTED),
    ("The bridge should be rebuilt.", Force.REQUIRED),
    ("We need to rebuild the bridge.", Force.REQUIRED),
    ("In my view the bridge is fine.", Force.JUDGED),
    ("I hope the bridge is rebuilt.", Force.WISHED),
    ("The bridge deserves a prize.", Force.JUDGED),
    ("Was the bridge rebuilt?", Force.ASKED),
    ("“Was the bridge rebuilt?”", Force.ASKED),
    ("Will Hart rebuilt the bridge.", Force.ASSERTED),
    ("The bridge, which will be painted, was rebuilt by Marsh Water in 2016.", Force.ASSERTED),
    ("If the bridge had been rebuilt, it would stand.", Force.UNREALISED),
    ("The bridge was unlikely to have been rebuilt.", Force.HEDGED),
    ("Ann Lee, who may resign in May, rebuilt the bridge.", Force.HEDGED),
]


@pytest.mark.parametrize(
    ("text", "negated", "denied"),
    with_faults(
        NEGATED,
        {
            "The bridge was never rebuilt because nobody paid.": "of two negations that touch, one denies nothing",
            "Ann Lee never signed the contract, but Tom Hart did.": "a “but” after a negation lets it deny nothing",
            "Nobody signed the contract.": "“nobody” denies nothing",
        },
    ),
)
def test_a_negation_reaches_what_it_binds_to(text: str, negated: str, denied: str) -> None:
    terms = read_text(text).terms
    assert " ".join(term.surface for term in terms if term.negated) == negated
    assert " ".join(term.surface for term in terms if term.denied) == denied


def test_a_negation_ends_with_its_clause() -> None:
    terms = read_text("Ann Lee did not sign the contract, although Tom Hart rebuilt the bridge.").terms
    assert [term.surface for term in terms if not term.negated] == ["rebuilt", "bridge"]


@pytest.mark.parametrize(("text", "force"), FORCES)
def test_a_sentence_speaks_with_its_force(text: str, force: Force) -> None:
    reading = read_text(text)
    assert reading.force is force
    assert bool(reading.cue) is (force is not Force.ASSERTED)


@pytest.mark.parametrize("text", [text for text, force in FORCES if force is not Force.ASSERTED])
def test_the_cue_stands_in_the_sentence(text: str) -> None:
    assert read_text(text).cue.lower() in text.lower()


@pytest.mark.parametrize(("text", "force", "denied", "tone"), read_table(TABLE, columns=4))
def test_force_negation_and_tone(text: str, force: str, denied: str, tone: str) -> None:
    reading = read_text(text)
    assert reading.force == force
    assert reading.tone == ("none" if tone == "-" else tone)
    if denied == "-":
        assert not [term.surface for term in reading.terms if term.denied]
    else:
        assert denied in {term.surface.lower() for term in reading.terms if term.negated}


def test_at_most_one_row_in_ten_is_a_known_fault() -> None:
    faults, rows = count_faults(TABLE)
    assert rows >= 80
    assert faults * 10 <= rows
