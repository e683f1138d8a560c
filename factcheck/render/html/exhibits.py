"""The quotes of a verdict with the names by which a page speaks of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence, Verdict


class Side(StrEnum):
    """Where a quote is listed."""

    FOR = "For"
    AGAINST = "Against"
    OWN = "Own words"
    ASIDE = "Not counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A quote with its place on the page: the side it is listed on and its number there, both from 1."""

    evidence: Evidence
    claim: int
    side: Side
    number: int

    @property
    def name(self) -> str:
        """What it is called, as in "Against 2"."""
        return f"{self.side.value} {self.number}"

    @property
    def anchor(self) -> str:
        """Its id in the page."""
        return f"claim-{self.claim}-{self.side.name.lower()}-{self.number}"


def list_exhibits(verdict: Verdict, *, claim: int) -> dict[Side, tuple[Exhibit, ...]]:
    """Return the quotes of a verdict by side, numbered in the order in which it lists them."""
    listed: dict[Side, Sequence[Evidence]] = {
        Side.FOR: verdict.supporting,
        Side.AGAINST: verdict.contradicting,
        Side.OWN: verdict.own_words,
        Side.ASIDE: verdict.context,
    }
    return {
        side: tuple(
            Exhibit(evidence=one, claim=claim, side=side, number=number) for number, one in enumerate(quotes, 1)
        )
        for side, quotes in listed.items()
    }
