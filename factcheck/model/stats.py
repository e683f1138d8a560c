"""What a record covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.values import DateRange


class Amount(NamedTuple):
    """How much there is of something; a document of several months counts in each."""

    documents: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What a record covers.

    `months` are those of publication, in order, for sections dated to the month; `vague` are longer periods. `silent`
    are the stretches of whole months between the first and the last in which nothing came out.
    """

    total: Amount
    sections: int
    months: dict[str, Amount]
    vague: dict[str, Amount]
    undated: Amount
    publishers: dict[str, Amount]
    unnamed: Amount
    silent: tuple[DateRange, ...]
    skipped: int
