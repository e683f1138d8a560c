"""Compound claims and predictions held against tiny records: which part falls, and what is left aside."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Final

import pytest

from factcheck.config import Settings
from factcheck.model import Intake, Verdict, VerdictLabel
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from tests.bench import make_claim, make_document
from tests.tables import HERE

SUPPORTED, CONTRADICTED, DISPUTED, INSUFFICIENT, NOT_CHECKABLE = VerdictLabel


def check(claim: str, *record: str, date: str = "", published: str = "2018-06-14", as_of: str = "") -> Verdict:
    """The verdict on a claim against documents of one sentence or a few; "2015: text" is published then."""
    documents = []
    for number, text in enumerate(record):
        year, colon, rest = text.partition(": ")
        dated = (year, rest) if colon and year.replace("-", "").isdigit() else (published, text)
        documents.append(make_document(dated[1], path=f"{number}.txt", published=dated[0]))
    store = hold(Intake(documents=tuple(documents)))
    return verify([make_claim(claim, date=date)], store, Settings(as_of=as_of or None)).verdicts[0]


SCHOOLS = "Dunmore Council opened two schools in 2016."
TEACHERS = "Dunmore Council hired 40 teachers in 2016."
FEWER = "Dunmore Council hired 25 teachers in 2016."
BOTH = "In 2016 Dunmore Council opened two schools and hired 40 teachers."


def labels(verdict: Verdict) -> list[VerdictLabel]:
    return [part.label for part in verdict.parts]


def test_all_parts_are_borne_out() -> None:
    verdict = check(BOTH, SCHOOLS, TEACHERS)
    assert labels(verdict) == [SUPPORTED, SUPPORTED]
    assert verdict.label is SUPPORTED


def test_one_part_falls_and_is_named() -> None:
    verdict = check(BOTH, SCHOOLS, FEWER)
    assert labels(verdict) == [SUPPORTED, CONTRADICTED]
    assert verdict.label is CONTRADICTED
    assert "“hired 40 teachers.”" in verdict.reason
    assert verdict.parts[1].part.read_as == "In 2016 Dunmore Council hired 40 teachers."
    assert [one.quote for one in verdict.contradicting] == [FEWER]


def test_one_part_borne_out_is_not_enough() -> None:
    verdict = check(BOTH, SCHOOLS)
    assert labels(verdict) == [SUPPORTED, INSUFFICIENT]
    assert verdict.label is INSUFFICIENT
    assert "“hired 40 teachers.”" in verdict.reason


@pytest.mark.parametrize(("record", "label"), [(SCHOOLS, SUPPORTED), ("Marsh has a lake.", INSUFFICIENT)])
def test_an_opinion_is_left_aside_and_named(record: str, label: VerdictLabel) -> None:
    verdict = check("Dunmore Council opened two schools in 2016 and is the finest in the country.", record)
    assert labels(verdict) == [label, NOT_CHECKABLE]
    assert verdict.label is label
    assert "Left aside, “is the finest in the country.”: It is an opinion (“the finest”)" in verdict.reason


UNSPLIT = [
    ("Ann Lee did not close the library and cut the grant.", "Ann Lee did not cut the grant."),
    ("Ann Lee promised to open a school and cut the grant.", "Ann Lee did not cut the grant."),
    ("If Ann Lee closed the library and cut the grant, the town will suffer.", "Ann Lee did not cut the grant."),
    ("The school that Ann Lee opened in 2016 and closed in 2017 was rated good.", "Ann Lee did not close the school."),
    ("Tom Hart said Ann Lee closed the library and cut the grant.", "Ann Lee did not cut the grant."),
    ("Tom Hart left the board when Ann Lee resigned and joined Marsh Council.", "Tom Hart never joined Marsh Council."),
]


@pytest.mark.parametrize(("claim", "record"), UNSPLIT)
def test_what_may_be_one_statement_is_not_contradicted_by_half(claim: str, record: str) -> None:
    verdict = check(claim, record)
    assert len(verdict.parts) == 1
    assert verdict.label is not CONTRADICTED


def test_a_part_is_about_the_subject_of_the_whole() -> None:
    verdict = check(
        "Ann Lee closed the library in 2016 and cut the grant by half in 2017.",
        "Tom Hart cut the grant by a quarter in 2017.",
    )
    assert labels(verdict) == [INSUFFICIENT, INSUFFICIENT]


def test_a_part_is_about_the_time_of_the_whole() -> None:
    verdict = check(BOTH, SCHOOLS, "Dunmore Council hired 25 teachers in 2014.")
    assert labels(verdict) == [SUPPORTED, INSUFFICIENT]


ROWS: Final = tuple(
    tuple(cell.strip() for cell in line.split(" | "))
    for line in (HERE / "near_misses.txt").read_text("utf-8").splitlines()
    if " | " in line and not line.startswith(("! ", "#"))
)[::9]
"""Every ninth near miss: claims that their passages do not contradict."""


@pytest.mark.parametrize(("one", "other"), list(pairwise(ROWS)))
def test_two_claims_joined_fall_only_where_one_of_them_falls(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    claims, record = (one[0], other[0]), (one[1], other[1])
    alone = {check(claim, *record).label for claim in claims}
    if CONTRADICTED not in alone:
        joined = f"{claims[0].removesuffix('.')}, and {_uncapitalised(claims[1])}"
        assert check(joined, *record).label is not CONTRADICTED


def _uncapitalised(claim: str) -> str:
    first, _, rest = claim.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "In", "A", "Not", "One", "Ten", "On", "By"} else claim


WILL = "Dunmore Council will hire 40 teachers in 2016."


@pytest.mark.parametrize(
    ("record", "label"),
    [
        (f"2017: {TEACHERS}", SUPPORTED),
        (f"2017: {FEWER}", CONTRADICTED),
        ("2014: Dunmore Council will hire 40 teachers in 2016.", INSUFFICIENT),
        ("2014: Dunmore Council will hire 25 teachers in 2016.", INSUFFICIENT),
        ("2017: Dunmore Council may have hired 25 teachers in 2016.", INSUFFICIENT),
        ("2017: Dunmore Council hired 25 teachers in 2015.", INSUFFICIENT),
    ],
)
def test_a_prediction_whose_time_has_come_is_checked_by_its_outcome(record: str, label: VerdictLabel) -> None:
    verdict = check(WILL, record, "2018: Marsh has a lake.", date="2014")
    assert verdict.label is label
    assert "It is a prediction whose time has come: “will”, 2016." in verdict.reason


def test_what_is_said_before_the_time_is_over_contradicts_no_prediction() -> None:
    claim = "Unemployment in Dunmore will fall below 4% by 2016."
    verdict = check(claim, "2015: Unemployment in Dunmore was 5% in 2015.", "2018: Marsh has a lake.", date="2014")
    assert verdict.label is INSUFFICIENT


@pytest.mark.parametrize(
    ("as_of", "latest", "told"),
    [("", "2015", "the record reaches to 2015"), ("2015-03", "2018", "the record reaches to 2015-03")],
)
def test_a_prediction_whose_time_has_not_come_says_so(as_of: str, latest: str, told: str) -> None:
    verdict = check(WILL, f"{latest}: {TEACHERS}", "2013: It rained.", date="2014", as_of=as_of)
    assert verdict.label is NOT_CHECKABLE
    assert verdict.reason == f"It is a prediction (“will”) for 2016, and {told}: not checkable yet."


@pytest.mark.parametrize(
    "claim", ["Dunmore Council will hire 40 teachers.", "Ann Lee plans to hire 40 teachers in 2016."]
)
def test_what_has_no_time_or_is_only_meant_stays_a_prediction(claim: str) -> None:
    assert check(claim, TEACHERS, FEWER, date="2014").label is NOT_CHECKABLE


NEGATIONS = [
    (WILL, "Dunmore Council will not hire 40 teachers in 2016."),
    (BOTH, "In 2016 Dunmore Council did not open two schools and did not hire 40 teachers."),
]


@pytest.mark.parametrize(("claim", "negation"), NEGATIONS)
@pytest.mark.parametrize("record", list(combinations((SCHOOLS, TEACHERS, FEWER), 2)))
def test_a_claim_and_its_negation_are_never_both_supported(claim: str, negation: str, record: tuple[str, str]) -> None:
    answers = [check(text, *record, date="2014").label for text in (claim, negation)]
    assert answers != [SUPPORTED, SUPPORTED]
