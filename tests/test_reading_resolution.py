"""Whom and what a pronoun, a surname, a role or a description stands for, in a text and in a claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading import Background, read_claim, read_passage
from factcheck.values import Span
from tests.bench import make_claim, make_passages
from tests.tables import count_faults, read_table

if TYPE_CHECKING:
    from factcheck.model import Reading

TABLE = "resolutions.txt"
_OF_A_CLAIM = re.compile(r"\[(?P<speaker>[^;\]]+)(?:; (?P<body>[^\]]+))?\] (?P<claim>.*)")
_TITLE = re.compile(r"(?:Dr|Sir) ")


def _reading_of(text: str) -> Reading:
    own = _OF_A_CLAIM.match(text)
    if own is None:
        return read_passage(make_passages(text.replace(" // ", "\n"))[-1])
    claim = make_claim(own["claim"], speaker=_TITLE.sub("", own["speaker"]))
    return read_claim(claim, Background(bodies=(own["body"],) if own["body"] else ()))[-1].reading


def _resolve(text: str, expression: str) -> tuple[set[str], set[str]]:
    """What an expression of the last sentence is resolved to, and what it is as a name."""
    reading = _reading_of(text)
    found = re.search(rf"\b{re.escape(expression)}(?!\w)", reading.text)
    assert found, reading.text
    span = Span(*found.span())
    over = [one for one in reading.named if one.span.overlaps(span) and one.span.end >= span.end]
    exact = [one for one in over if one.span == span] or over
    return {one.name for one in exact if one.resolved_by}, {one.name for one in exact}


@pytest.mark.parametrize(("text", "expression", "name"), read_table(TABLE, columns=3))
def test_an_expression_stands_for_whom_it_means(text: str, expression: str, name: str) -> None:
    resolved, named = _resolve(text, expression)
    expected = set() if name == "-" else {name}
    assert (resolved or named & expected) == expected


def test_at_most_one_row_in_ten_is_a_known_fault() -> None:
    faults, rows = count_faults(TABLE)
    assert rows >= 80
    assert faults * 10 <= rows


def test_a_resolution_says_what_it_rests_on() -> None:
    reading = _reading_of("Ann Lee joined Dunmore Council in 2014. She left the council in 2016.")
    assert [(one.name, one.resolved_by) for one in reading.resolved] == [
        ("Ann Lee", "“She” is Ann Lee, the only person before whom it fits"),
        ("Dunmore Council", "“the council” is Dunmore Council, the last of the sort before"),
    ]


@given(st.text(alphabet=st.sampled_from("Ann Lee she He the council, its Mr. 52-year-old (ABC) ' & \n"), max_size=80))
def test_any_text_is_resolved_within_its_bounds(text: str) -> None:
    for passage in make_passages(text):
        for one in passage.resolved:
            assert passage.text[one.span.start : one.span.end]
            assert one.name
