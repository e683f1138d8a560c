"""Grades and states on the scale of inspections: 0 inadequate … 4 outstanding."""

from __future__ import annotations

import pytest

from tests.bench import read_text

GRADES = [
    ("Dunmore Hospital was rated good.", ["good 3-3"]),
    ("Dunmore Hospital was rated inadequate.", ["inadequate 0-0"]),
    ("Ofsted judged the school outstanding.", ["outstanding 4-4"]),
    ("The school requires improvement.", ["requires improvement 1-1"]),
    ("The school was rated ‘Good’.", ["Good 3-3"]),
    ("The school was rated “requires improvement”.", ["requires improvement 1-1"]),
    ("Dunmore Hospital was in special measures.", ["special measures 0-0"]),
    ("Dunmore Hospital was placed in special measures.", ["special measures 0-0"]),
    ("Dunmore Hospital came out of special measures.", ["special measures 1-4"]),
    ("Dunmore Hospital was taken out of special measures.", ["special measures 1-4"]),
    ("The school left special measures.", ["special measures 1-4"]),
    ("The school has never been in special measures.", ["special measures 1-4"]),
    ("Dunmore Hospital was not rated good.", ["good 0-2"]),
    ("Dunmore Hospital did not come out of special measures.", ["special measures 0-0"]),
    ("The school was rated good but its nursery inadequate.", ["good 3-3", "inadequate 0-0"]),
    ("It was a good day.", []),
    ("It was an outstanding performance.", []),
    ("The school is no longer inadequate.", ["inadequate 1-4"]),
    ("The school moved from inadequate to good after inspection.", ["good 3-3"]),
    ("The food was good, inspectors said.", []),
    ("Inspectors had a good time.", []),
    ("The regulator listed outstanding debts.", []),
    ("Ofsted called the school ‘good’.", ["good 3-3"]),
    ("The school was judged good for teaching and outstanding for care.", ["good 3-3", "outstanding 4-4"]),
    ("Special measures were a good thing.", ["Special measures 0-0"]),
]


@pytest.mark.parametrize(("text", "grades"), GRADES)
def test_a_sentence_gives_its_grades(text: str, grades: list[str]) -> None:
    assert [f"{one.span.of(text)} {one.low}-{one.high}" for one in read_text(text).grades] == grades


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("Half of the schools were rated good.", True),
        ("Some of the schools were in special measures.", True),
        ("Most of the schools were rated good.", True),
        ("The schools were rated good.", False),
        ("All of the schools were rated good.", False),
    ],
)
def test_a_grade_of_a_part_is_marked(text: str, *, partial: bool) -> None:
    assert [one.partial for one in read_text(text).grades] == [partial]
