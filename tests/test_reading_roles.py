"""Who holds which role in which body."""

from __future__ import annotations

import pytest

from tests.bench import read_text, with_faults

BOARD = "harbour board"
COUNCIL = "Dunmore Council"

HELD = [
    ("Ann Lee is chair of the harbour board.", "chair", "Ann Lee", BOARD),
    ("Ann Lee, chair of the harbour board, left.", "chair", "Ann Lee", BOARD),
    ("Ann Lee, who has served as chair of the harbour board since 2014, left.", "chair", "Ann Lee", BOARD),
    ("The harbour board is chaired by Ann Lee.", "chair", "Ann Lee", BOARD),
    ("The harbour board is chaired by Sir Tom Hart.", "chair", "Tom Hart", BOARD),
    ("Ann Lee chairs the harbour board.", "chair", "Ann Lee", BOARD),
    ("Ann Lee chaired the harbour board.", "chair", "Ann Lee", BOARD),
    ("Ann Lee replaced Tom Hart as chair of the harbour board.", "chair", "Ann Lee", BOARD),
    ("Ann Lee succeeded Tom Hart as chair of the harbour board.", "chair", "Ann Lee", BOARD),
    ("Ann Lee and Tom Hart, chair of the harbour board, left.", "chair", "Tom Hart", BOARD),
    ("Ann Lee left. She is chair of the harbour board.", "chair", "Ann Lee", BOARD),
    ("Dunmore Council chief executive Ann Lee left.", "chief executive", "Ann Lee", COUNCIL),
    ("Ann Lee was appointed chief executive of Dunmore Council.", "chief executive", "Ann Lee", COUNCIL),
    ("Ann Lee became leader of Dunmore Council in 2016.", "leader", "Ann Lee", COUNCIL),
    ("Ann Lee, finance director of Dunmore Council, left.", "finance director", "Ann Lee", COUNCIL),
    ("The chair of the harbour board, Ann Lee, left.", "chair", "Ann Lee", BOARD),
    ("Dunmore Council’s chief executive, Ann Lee, left.", "chief executive", "Ann Lee", COUNCIL),
    ("Tom Hart was replaced as chair of the harbour board by Ann Lee.", "chair", "Ann Lee", BOARD),
]

UNHELD = [
    ("The chair left.",),
    ("Ann Lee met the chair of the harbour board.",),
    ("Ann Lee told the chair of the harbour board.",),
    ("Ann Lee sat on a chair.",),
    ("Ann Lee is not chair of the harbour board.",),
    ("Ann Lee was never chair of the harbour board.",),
    ("Ann Lee wants to be chair of the harbour board.",),
    ("Ann Lee failed to become chair of the harbour board.",),
    ("Ann Lee’s chair broke.",),
]


@pytest.mark.parametrize(
    ("text", "role", "holder", "body"),
    with_faults(
        HELD,
        {
            "The chair of the harbour board, Ann Lee, left.": "an apposition after the body is not read",
            "Tom Hart was replaced as chair of the harbour board by Ann Lee.": "“replaced by” is read the wrong way",
        },
    ),
)
def test_a_role_has_its_holder_and_its_body(text: str, role: str, holder: str, body: str) -> None:
    found = [one for one in read_text(text).roles if not one.former or holder == "Ann Lee"]
    assert [(one.role, one.holder) for one in found] == [(role, holder)]
    bodies = " ".join([*found[0].bodies, *(key.removeprefix("@") for key in found[0].body)])
    assert body in bodies


@pytest.mark.parametrize(
    "text",
    with_faults(
        UNHELD,
        {
            "Ann Lee wants to be chair of the harbour board.": "a role that is wanted is held",
            "Ann Lee’s chair broke.": "a piece of furniture is a role",
        },
    ),
)
def test_a_role_that_nobody_holds_has_no_holder(text: str) -> None:
    assert read_text(text).roles == ()


@pytest.mark.parametrize("mark", ["former", "ex", "outgoing", "retired", "then"])
def test_a_former_holder_is_marked(mark: str) -> None:
    assert [role.former for role in read_text(f"Ann Lee, {mark} chair of the harbour board, left.").roles] == [True]


@pytest.mark.parametrize("mark", ["deputy", "acting", "interim", "shadow", "vice"])
def test_a_lesser_holder_is_marked(mark: str) -> None:
    assert [role.lesser for role in read_text(f"Ann Lee, {mark} chair of the harbour board, left.").roles] == [True]


def test_a_full_holder_has_no_marks() -> None:
    role = read_text("Ann Lee, chair of the harbour board, left.").roles[0]
    assert (role.former, role.lesser) == (False, False)
