"""Names in text, their kinds, and whom a short form stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Entity, EntityKind
from factcheck.reading import read_document
from tests.bench import make_document, make_passages, with_faults

NAMES = [
    ("Ann Lee left.", "Ann Lee/person"),
    ("Ms Lee met Ann Lee.", "Ann Lee/person; Ann Lee/person"),
    ("Ann Lee left. Lee came.", "Ann Lee/person; Ann Lee/person"),
    ("Ann Lee left. Ann came.", "Ann Lee/person; Ann Lee/person"),
    ("Ann Lee met Tom Lee. Then Lee left.", "Ann Lee/person; Tom Lee/person; Lee/person"),
    ("Ann Lee and Tom Hart left.", "Ann Lee/person; Tom Hart/person"),
    ("Sir Tom Hart left.", "Tom Hart/person"),
    ("Dr. Lee left.", "Lee/person"),
    ("Ex-chair Ann Lee left.", "Ann Lee/person"),
    ("Ann O’Neill left.", "Ann O’Neill/person"),
    ("Ann Lee’s bridge fell.", "Ann Lee/person"),
    ("Zbigniew Kowal said so. Then Mr Kowal left.", "Zbigniew Kowal/person; Zbigniew Kowal/person"),
    ("However, Ann Lee left.", "Ann Lee/person"),
    ("Yesterday Ann Lee left.", "Ann Lee/person"),
    ("On Monday in May Ann Lee left.", "Ann Lee/person"),
    ("In Dunmore, Ann Lee left.", "Dunmore/unknown; Ann Lee/person"),
    ("Dunmore City Council left.", "Dunmore City Council/body"),
    ("The University of Dunmore left.", "University of Dunmore/body"),
    ("The Dunmore Post said so.", "Dunmore Post/body"),
    ("Dunmore Council chief executive Ann Lee left.", "Dunmore Council/body; Ann Lee/person"),
    ("The vote went to NATO.", "NATO/body"),
    ("Bridges fell. The bridges were old.", ""),
    ("I met Ann.", "Ann/person"),
    ("It fell on Friday 3 June at Easter.", ""),
    ("King’s College Hospital closed.", "King’s College Hospital/body"),
    ("A&B Ltd left.", "A B Ltd/body"),
    ("The Department for Roads and Bridges left.", "Department for Roads and Bridges/body"),
    ("Jean de la Cour left.", "Jean de la Cour/person"),
    ("Ludwig van Marsh left.", "Ludwig van Marsh/unknown"),
    ("Mr Harts left. Tom Hart came.", "Harts/person; Tom Hart/person"),
]

FAULTS = {
    "King’s College Hospital closed.": "a name that begins with a possessive loses its first word",
    "A&B Ltd left.": "a name that begins with one letter loses it",
    "The Department for Roads and Bridges left.": "“and” parts the name of a body that has a body's word before it",
    "Jean de la Cour left.": "a particle parts a person's name",
    "Ludwig van Marsh left.": "a particle parts a person's name",
    "Mr Harts left. Tom Hart came.": "another surname one letter away is taken for a slip of the pen",
}


def _names(text: str) -> str:
    return "; ".join(f"{name.name}/{name.kind}" for passage in make_passages(text) for name in passage.names)


@pytest.mark.parametrize(
    ("text", "names"),
    with_faults(NAMES, FAULTS),
)
def test_a_text_has_its_names(text: str, names: str) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "he"),
    [
        ("Ann Lee left. She was glad.", "Ann Lee"),
        ("Ann Lee met Tom Hart. He was glad.", "Tom Hart"),
        ("Ann Lee met Tom Hart. She was glad.", "Ann Lee"),
        ("Ann Lee left. The bridge fell. She was glad.", "Ann Lee"),
        ("Ann Lee left. He was glad.", ""),
        ("The bridge fell. She was glad.", ""),
        ("Ann Lee left. The bridge fell.", ""),
    ],
)
def test_a_pronoun_stands_for_the_person_it_fits(text: str, he: str) -> None:
    assert make_passages(text)[-1].he == he


def test_the_users_record_says_who_is_who() -> None:
    queen = Entity(name="Ann Lee", kind=EntityKind.PERSON, other_names=("The Bridge Queen", "Bridge Queen"))
    passages = read_document(make_document("In 2016 the Bridge Queen left."), [queen])
    assert [(name.name, name.kind) for name in passages[0].names] == [("Ann Lee", EntityKind.PERSON)]


words = st.sampled_from(
    "Ann Lee Ms of the and Dunmore Council ’s - & . , I left bridge Monday Sir É (Lab) chair".split()
)


@given(st.lists(words, max_size=15).map(" ".join))
def test_any_text_gives_names_in_order_inside_it(text: str) -> None:
    for passage in make_passages(text):
        end = 0
        for name in passage.names:
            assert name.span.start >= end
            assert name.span.of(passage.text)
            assert name.name
            end = name.span.end
