"""Who and what a made-up record speaks of: persons, places, bodies and papers, all invented."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

_GIVEN: Final = (
    "Ann Tom Mary John Susan Peter Helen Paul Carol Brian Ruth Simon Joan Alan Emma Keith Laura Nigel Clare Martin "
    "Rosa Daniel Fiona Gavin Irene Joseph Karen Leon Maria Oscar Priya Ravi Sarah Trevor Ursula Victor Wendy Yusuf "
    "Zara Hugh".split()
)
_SURNAMES: Final = "Lee Hart Quill Doyle Frost Pike Rudd Sharp Tull Vane Wren Yates".split()
_BEGINNINGS: Final = "Dun Mar Thorn Ash Brook Cold East Fair Green Harb Kings Lang Mill Oak Pen Rose".split()
_ENDINGS: Final = "more ley ton field wick ham worth by ford stead".split()
_BODIES: Final = (
    "Council;Hospital Trust;Port Authority;College;Library Board;Police Board;Water Company;Housing Association;"
    "Chamber of Trade;Schools Forum".split(";")
)
_PAPERS: Final = "Gazette Courier Mercury Chronicle Herald Examiner Observer Argus".split()


@cache
def list_persons() -> tuple[str, ...]:
    """Return full names, each of two words; the first are spoken of the most."""
    surnames = [*_SURNAMES, *(f"{beginning}{ending}" for beginning, ending in product(_BEGINNINGS, _ENDINGS))]
    names = [f"{given} {surname}" for surname in surnames for given in _GIVEN]
    step = 911  # prime to the number of names: neighbours share no name
    return tuple(names[number * step % len(names)] for number in range(len(names)))


@cache
def _person_shares() -> tuple[float, ...]:
    return tuple(accumulate(1 / rank for rank in range(1, len(list_persons()) + 1)))


def draw_persons(chance: random.Random, count: int) -> list[str]:
    """Draw different persons: some are in every paper, most in next to none, by a Zipf law as words are."""
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        drawn.update(dict.fromkeys(chance.choices(list_persons(), cum_weights=_person_shares(), k=count)))
    return list(drawn)[:count]


def draw_place(chance: random.Random) -> str:
    """Draw the name of a town."""
    return f"{chance.choice(_BEGINNINGS)}{chance.choice(_ENDINGS)}"


def draw_bodies(chance: random.Random, place: str, count: int) -> list[str]:
    """Draw different bodies of a place."""
    return [f"{place} {body}" for body in chance.sample(_BODIES, k=count)]


def draw_paper(chance: random.Random, place: str) -> str:
    """Draw a paper of a place."""
    return f"{place} {chance.choice(_PAPERS)}"
