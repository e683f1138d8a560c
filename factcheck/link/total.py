"""What a passage's figures come to: the sum of its parts, or the share that one is of another."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.lexicon import load_lexicon
from factcheck.link.arithmetic import reckon
from factcheck.link.others import find_tied
from factcheck.link.topic import weight_of
from factcheck.model import Comparison, Slot
from factcheck.values import Quantity, compare_quantities

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.model import QuantityMention, Reading

PERCENT: Final = "percent"

_NEXT: Final = re.compile(r"[^.;:()]{0,60}?(?:,|\band\b)(?:\s+(?:and|another|a further))?\s*\Z", re.IGNORECASE)
"""What stands between a part and the next one: "on schools and", "on schools, and another"."""

_OUT_OF: Final = re.compile(r"[^.;:(),]{0,40}?\s(?:out\s+)?of(?:\s+(?:the|its|their|his|her|our|a total of))?\s*\Z")
"""What stands between a part and its whole: "38 of its 171 posts", "12 desks out of 20"."""

_TENTH: Final = "0.1"


class Result(NamedTuple):
    """What two or more figures come to, how it was reckoned, and the keys of what they are of."""

    size: Quantity
    sum: str
    keys: frozenset[str]


def compare_total(ours: Reading, theirs: Reading) -> Comparison | None:
    """Compare the claim's one figure with what the passage's figures come to (a QuantityRelation).

    A sum counts where the claim names all that its parts are for, a share where it names what is counted. None where
    the passage holds the claim's figure itself, or nothing comes to one of its sort.
    """
    stated = [one for one in ours.quantities if not one.quantity.counted]
    if len(stated) != 1 or len(theirs.quantities) < 2:  # noqa: PLR2004 - a sum has two parts
        return None
    mine = stated[0]
    found = find_share(theirs) if mine.quantity.unit == PERCENT else find_sum(theirs, mine.quantity.unit)
    if found is None or not found.keys or not found.keys <= ours.keys or _is_told(mine, theirs):
        return None
    if not _telling(mine) <= found.keys | {key for one in theirs.quantities for key in one.measure}:
        return None
    relation = compare_quantities(mine.quantity, found.size)
    written = mine.span.of(ours.text)
    note = f"claim {written} against passage {found.sum}: {reckon(mine.quantity, found.size)}"
    return Comparison(slot=Slot.TOTAL, outcome=relation.value, ours=written, theirs=found.sum, note=note)


def _telling(mention: QuantityMention) -> frozenset[str]:
    """The words of a figure's measure that tell it from another: all but light ones and verbs of measuring."""
    verbs = load_lexicon().measure_verbs
    return frozenset(key for key in mention.measure if weight_of(key) == 1.0 and key not in verbs)


def _is_told(mine: QuantityMention, theirs: Reading) -> bool:
    """Whether the passage tells an amount of the claim's sort that is none of the parts: it may be the whole."""
    parts = _parts(theirs, mine.quantity.unit)
    return any(one.quantity.unit == mine.quantity.unit and one not in parts for one in theirs.quantities)


def find_sum(reading: Reading, unit: str) -> Result | None:
    """The sum of the parts that a sentence tells in a row: "£3m on schools and £2m on roads"."""
    parts = _parts(reading, unit)
    if not parts:
        return None
    keys = frozenset(find_tied(reading, part) for part in parts)
    if "" in keys or len(keys) != len(parts):
        return None
    total = sum((part.quantity.low for part in parts[1:]), parts[0].quantity.low)
    size = Quantity(low=total, high=total, unit=unit, digits=max(part.quantity.digits for part in parts))
    written = " + ".join(part.span.of(reading.text) for part in parts)
    return Result(size, f"{written} = {_in_words(total, unit)}", keys | {parts[0].measure[0]})


def _parts(reading: Reading, unit: str) -> list[QuantityMention]:
    """All amounts of a unit that follow one another in a row; none where one of them is no plain amount."""
    amounts = [one for one in reading.quantities if one.quantity.unit == unit]
    plain = all(one.quantity.low == one.quantity.high and one.measure and one.quantity.low > 0 for one in amounts)
    joined = all(_NEXT.match(reading.text[a.span.end : b.span.start]) for a, b in pairwise(amounts))
    return amounts if plain and joined and len(amounts) > 1 and unit != PERCENT else []


def find_share(reading: Reading) -> Result | None:
    """The share that one count is of another, in percent: "38 of its 171 posts" are 22.2 %."""
    for part, whole in pairwise(reading.quantities):
        counts = part.quantity.unit and part.quantity.unit == whole.quantity.unit and whole.quantity.counted
        exact = part.quantity.low == part.quantity.high and whole.quantity.low == whole.quantity.high
        between = reading.text[part.span.end : whole.span.start]
        if not counts or not exact or part.quantity.low > whole.quantity.low or not _OUT_OF.fullmatch(between):
            continue
        share = (part.quantity.low / whole.quantity.low * 100).quantize(type(part.quantity.low)(_TENTH))
        size = Quantity(low=share, high=share, unit=PERCENT, digits=3)
        told = f"{part.span.of(reading.text)} of {whole.span.of(reading.text)} = {share} %"
        return Result(size, told, _telling(part))
    return None


def _in_words(total: Decimal, unit: str) -> str:
    """A sum as a reader writes it: in millions from a million on."""
    million = 1_000_000
    return f"{total / million:f} million {unit}" if total >= million else f"{total:,f} {unit}"
