"""States on scales and events as frames, as sentences of general English speak of them, and how two compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from factcheck.lexicon import load_lexicon
from factcheck.link.event import find_party
from factcheck.model import Slot, Stance
from factcheck.stance import RuleModel
from tests.bench import judge, make_link, read_text
from tests.tables import HERE, count_faults, read_table

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

    from factcheck.model import GradeMention

TABLE: Final = "frames_scales.txt"
PUBLISHED: Final = "2018-06-14"
RECORD: Final = (HERE / TABLE).read_text(encoding="utf-8")
"""What the record of the table holds: all of it."""

REFUTING: Final = frozenset({"other", "part"})
"""How two states compare that contradict."""

MOST_FAULTS: Final = 0.1


def rows(kind: str) -> list[ParameterSet]:
    found = read_table(TABLE, columns=4)
    return [pytest.param(*row.values[1:], marks=row.marks) for row in found if row.values[0] == kind]


def write_grade(mention: GradeMention) -> str:
    scale = next(scale for scale in load_lexicon().public.scales if scale.name == mention.scale)
    return f"{scale.name}: {scale.name_levels(mention.low, mention.high)}{' (part)' if mention.partial else ''}"


@pytest.mark.parametrize(("text", "expected", "_"), rows("state"))
def test_the_states_of_a_sentence(text: str, expected: str, _: str) -> None:
    assert "; ".join(map(write_grade, read_text(text).grades)) == expected


def write_frames(text: str) -> str:
    reading = read_text(text)
    events = [term for term in reading.terms if term.key in load_lexicon().frames]
    return "; ".join(f"{event.key.removeprefix('@')}, {find_party(event, reading)}".strip() for event in events)


@pytest.mark.parametrize(("text", "expected", "_"), rows("frame"))
def test_the_frames_of_a_sentence(text: str, expected: str, _: str) -> None:
    assert write_frames(text) == expected


@pytest.mark.parametrize(("claim", "passage", "expected"), rows("compare"))
def test_two_states_compare(claim: str, passage: str, expected: str) -> None:
    link = make_link(claim, passage, published=PUBLISHED, record=RECORD)
    assert ((link.outcome(Slot.GRADE) if link else "") or "none") == expected
    judgement = judge(claim, passage, RuleModel(), published=PUBLISHED)
    assert (judgement.stance is Stance.REFUTES) == (expected in REFUTING)


def test_the_table_is_long_and_mostly_solved() -> None:
    faults, count = count_faults(TABLE)
    assert count >= 80
    assert faults <= MOST_FAULTS * count
