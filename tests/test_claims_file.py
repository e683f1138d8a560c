"""The claims file of this repository: every quote stands in its source."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from factcheck.claims import load_claims
from factcheck.dates import parse_edtf
from factcheck.model import Claim, Document, Said
from factcheck.said import find_said
from tests.report_factory import make_bare

ROOT = Path(__file__).parent.parent
CLAIMS = load_claims(ROOT / "claims.yaml")

FEWEST = 25
DATES = {
    "000_417b8fa95f3b9015.txt": {"2018-06"},
    "001_952ef4fb6bde512b.txt": {"2014-03-25"},
    "002_537b1502175584c2.txt": {"2017-02-19"},
    "003_fdd5a8e5a0caba8d.txt": {"2015-11~", "2016-01-21", "2016-05~"},
    "004_3f16903a40b21a72.txt": {"2015-01"},
}


def read_seed(name: str) -> Document:
    return make_bare((ROOT / "seeds" / name).read_bytes().decode("utf-8"), path=name)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_stands_in_its_source(claim: Claim) -> None:
    assert claim.source is not None
    document = read_seed(claim.source)
    assert (claim.quote or claim.text).rstrip(".").removeprefix("The ") in document.text
    if claim.quote:
        assert claim.quote in document.text
    found = find_said(claim, document)
    assert found.said in {Said.VERBATIM, Said.TRIMMED}
    assert found.span is not None
    assert "goes on" not in found.difference
    assert "figure" not in found.difference
    assert "negation" not in found.difference


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_says_who_when_where_and_on_what(claim: Claim) -> None:
    assert claim.speaker == "Mark Rogers"
    assert claim.topics
    assert claim.source in DATES
    assert claim.date in {parse_edtf(written) for written in DATES[claim.source]}


def test_there_are_enough_of_every_source_and_no_two_are_alike() -> None:
    assert len(CLAIMS) >= FEWEST
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)
    assert len({claim.text for claim in CLAIMS}) == len(CLAIMS)
    assert min(Counter(claim.source for claim in CLAIMS).values()) >= 3
    assert {claim.source for claim in CLAIMS} == {path.name for path in (ROOT / "seeds").iterdir()}


def test_the_claim_on_special_measures_is_there_word_for_word() -> None:
    (claim,) = (claim for claim in CLAIMS if claim.id == "half-out-of-special-measures")
    assert claim.quote is None
    assert claim.text == (
        "By 2016 the improvements I made had taken half of those children’s services out of special measures."
    )
