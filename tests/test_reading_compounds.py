"""Claims of general English, with the propositions that they are made of and what of them can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from factcheck.dates import parse_edtf
from factcheck.model import Force
from factcheck.reading import Background, read_claim
from tests.bench import make_claim, read_parts
from tests.tables import count_faults, read_table

if TYPE_CHECKING:
    from factcheck.model import Part

COMPOUNDS: Final = read_table("compounds.txt", columns=2)
CHECKABILITY: Final = read_table("checkability.txt", columns=5)
WORDS: Final = " ".join(str(row.values[0]) for row in [*COMPOUNDS, *CHECKABILITY])
"""What the record of both tables holds: words that stand there without a capital are no names."""

KINDS: Final = {
    Force.DUE: "due",
    Force.PREDICTED: "prediction",
    Force.JUDGED: "opinion",
    Force.WISHED: "wish",
    Force.REQUIRED: "norm",
    Force.ASKED: "question",
}


def read(text: str) -> tuple[Part, ...]:
    return read_parts(text, record=WORDS)


@pytest.mark.parametrize(("claim", "expected"), COMPOUNDS)
def test_a_compound_claim_has_parts(claim: str, expected: str) -> None:
    assert " // ".join(part.text.removesuffix(".") for part in read(claim)) == expected.removesuffix(".")


@pytest.mark.parametrize("claim", [str(row.values[0]) for row in COMPOUNDS])
def test_a_part_stands_in_its_claim_in_order(claim: str) -> None:
    at = 0
    for part in read(claim):
        at = claim.index(part.text, at) + len(part.text)


@pytest.mark.parametrize(("text", "said", "as_of", "kind", "cue"), CHECKABILITY)
def test_what_a_claim_says_can_be_checked_or_not(text: str, said: str, as_of: str, kind: str, cue: str) -> None:
    background = Background(
        words=frozenset(word for word in WORDS.split() if word.islower()), as_of=parse_edtf(as_of) if as_of else None
    )
    reading = read_claim(make_claim(text, date=said), background)[0].reading
    assert KINDS.get(reading.force, "checkable") == kind
    assert cue == "" or reading.cue.lower() == cue.lower()


READ_AS = [
    ("Ann Lee closed the library and cut the grant by half.", "Ann Lee cut the grant by half."),
    ("In 2016 we opened two schools and balanced the budget.", "In 2016 we balanced the budget."),
    ("In 2016 we opened two schools and in 2017 we balanced the budget.", "in 2017 we balanced the budget."),
    ("In 2016 the council opened a school and the trust sold a field.", "In 2016 the trust sold a field."),
    ("Marsh Water was fined £5m in 2019 and ordered to repay it.", "Marsh Water was ordered to repay £5m."),
    ("Tom Hart was elected in 2010 and resigned in 2014.", "Tom Hart resigned in 2014."),
    ("The library closed in 2016 and it was sold in 2018.", "The library was sold in 2018."),
    ("Ann Lee founded the charity, and she left it in 2016.", "Ann Lee left the charity in 2016."),
    ("Ann Lee, the chair, signed the contract and paid the bill.", "Ann Lee, the chair, paid the bill."),
    ("He said that the bridge was closed and the road was sold.", "the road was sold."),
    (
        "In 2016 the council opened a school, and in 2017 the trust sold a field and bought a hall.",
        "in 2017 the trust bought a hall.",
    ),
    ("In 2016 we opened two schools, hired 40 teachers in 2017 and balanced the budget.", "we balanced the budget."),
    ("In Dunmore crime fell in 2016, but burglary rose in 2017.", "burglary rose in 2017 in Dunmore."),
    ("In 2016 we opened two schools and will open two more.", "we will open two more."),
    ("In 2016 we opened a school, and the memory is still with me.", "the memory is still with me."),
    ("The 2020 total fell and burglary rose.", "burglary rose."),
    ("Ann Lee founded the charity and Tom Hart left it in 2016.", "Tom Hart left the charity in 2016."),
    ("The board sold two halls and its chair resigned.", "The board’s chair resigned."),
    ("Ann Lee won the seat in 2010, held it in 2015 and lost it in 2019.", "Ann Lee lost the seat in 2019."),
    ("In Dunmore, crime fell in 2016, but burglary rose in 2017.", "In Dunmore, burglary rose in 2017."),
    ("Crime fell in Dunmore in 2016, but burglary rose.", "burglary rose in Dunmore."),
    ("We opened two schools in Dunmore and hired 40 teachers.", "We hired 40 teachers in Dunmore."),
    ("Ann Lee opened two schools in Dunmore and hired 40 teachers.", "Ann Lee hired 40 teachers."),
    ("We opened two schools in Dunmore and hired 40 teachers in Marsh.", "We hired 40 teachers in Marsh."),
    ("We left Dunmore Council and opened a school in Marsh.", "We opened a school in Marsh."),
]


@pytest.mark.parametrize(("claim", "expected"), READ_AS)
def test_the_last_part_is_read_with_what_it_leans_on(claim: str, expected: str) -> None:
    assert read(claim)[-1].reading.text == expected


PERIODS = [
    ("In 2016 we opened two schools and balanced the budget.", ["2016", "2016"]),
    ("He left in 2016 and joined Marsh Council in 2017.", ["2016", "2017"]),
    ("Ann Lee hired 40 teachers and balanced the budget in 2016.", ["2016", "2016"]),
    ("Ann Lee left the council in 2016 and led the inquiry.", ["2016", "2016-01-01/.."]),
    ("Ann Lee left the council and led the inquiry.", ["None", "None"]),
]


@pytest.mark.parametrize(("claim", "expected"), PERIODS)
def test_a_part_without_a_date_is_in_the_time_of_the_others(claim: str, expected: list[str]) -> None:
    assert [str(part.reading.period) for part in read(claim)] == expected


@pytest.mark.parametrize("name", ["compounds.txt", "checkability.txt"])
def test_a_table_is_long_and_mostly_solved(name: str) -> None:
    faults, rows = count_faults(name)
    assert rows >= 60
    assert faults <= rows / 10
