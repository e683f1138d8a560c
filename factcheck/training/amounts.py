"""Made-up pairs about amounts, whose label follows from arithmetic.

Labelled sets have few claims with bounds ("more than £40 million"), rounding and ranges; here they are made from
wordings on both sides, drawn apart, so that the words do not tell the label.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.training.examples import Example, Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

BODIES: Final = (
    *("Marsh Council", "Dunmore Council", "the Hallam Trust", "Ashby Water", "the Norland Police", "the city"),
    *("the Riverside Hospital", "the Department for Transport", "the Harlow Museum", "Kestrel Energy", "Tarn Rail"),
    *("the university", "Oakfield Academy", "the ministry", "the housing association", "the county", "the charity"),
    *("the national park", "Elmwood College"),
)
YEARS: Final = tuple(range(2003, 2025))

MEASURES: Final = (
    ("spending on roads", "£", " million"),
    ("the budget gap", "£", " million"),
    ("the deficit", "$", " million"),
    ("income from parking", "£", " million"),
    ("the cost of the new bridge", "£", " million"),
    ("the grant to libraries", "€", " million"),
    ("the number of officers", "", ""),
    ("the number of complaints", "", ""),
    ("the waiting list", "", " people"),
    ("the number of job cuts", "", ""),
    ("staff sickness", "", " days"),
    ("the share of bins collected on time", "", " per cent"),
    ("turnout", "", " per cent"),
    ("unemployment", "", "%"),
    ("the pass rate", "", "%"),
    ("the number of homes built", "", ""),
    ("the vacancy rate", "", "%"),
)
"""What is measured, with what stands before and after its figures."""

_FORMS: Final = (
    "In {year} {measure} at {body} {verb} {amount}.",
    "{measure} at {body} {verb} {amount} in {year}.",
    "{body} put {measure} for {year} at {amount}.",
    "For {body}, {measure} {verb} {amount} in {year}.",
    "{measure} {verb} {amount} at {body} in the year {year}.",
)
_VERBS: Final = ("was", "was", "stood at", "came to", "amounted to")
_NEARNESS: Final = (1.0, 1.0, 1.0, 0.97, 1.04, 0.8, 1.25, 0.5, 1.6, 2.2)
"""What the passage's amount is of the claim's."""

ELSEWHERE: Final = 0.1
"""Share of the pairs whose passage is of another body; as many are of another measure, and of another year."""

_ROUND_ABOUT: Final = 0.07
"""How far off "about" may be, as a share: wider than rounding, so that a near figure bears it out."""

_JUST_OVER: Final = 1.0001
"""What is more than an amount is this share of it at the least."""

_ABOUT: Final = ("about", "around", "some", "roughly")
_NO_END: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Said:
    """An amount as it is said: what it may be at the least and at the most, the words, and what it is `about`."""

    low: float
    high: float
    words: str
    about: float = 0.0


@dataclass(frozen=True, slots=True)
class _Fact:
    body: str
    measure: str
    year: int


def make_amount(draw: Random) -> Example:
    """Return a pair about one amount; of another body, measure or year the passage says nothing."""
    measure, before, unit = draw.choice(MEASURES)
    fact = _Fact(draw.choice(BODIES), measure, draw.choice(YEARS))
    value = _draw_value(draw, unit)
    ours = _say(draw, value, before, unit)
    theirs = _say(draw, value * draw.choice(_NEARNESS), before, unit)
    other = _miss(draw, fact)
    label = compare_amounts(ours, theirs) if other == fact else Label.NEUTRAL
    return Example(
        source="made/amount", passage=_tell(draw, other, theirs.words), claim=_tell(draw, fact, ours.words), label=label
    )


def compare_amounts(ours: Said, theirs: Said) -> Label:
    """Return what one amount says of another: within it supports, outside refutes, anything else leaves open.

    About as much is as much.
    """
    if theirs.about and ours.low <= theirs.about <= ours.high:
        return Label.SUPPORTS
    if theirs.low >= ours.low and theirs.high <= ours.high:
        return Label.SUPPORTS
    return Label.REFUTES if theirs.high < ours.low or theirs.low > ours.high else Label.NEUTRAL


def begin(text: str) -> str:
    """Return a sentence with a capital."""
    return text[0].upper() + text[1:]


def _miss(draw: Random, fact: _Fact) -> _Fact:
    """The fact that the passage speaks of, mostly the claim's own."""
    drawn = draw.random()
    if drawn < ELSEWHERE:
        return _Fact(draw.choice(BODIES), fact.measure, fact.year)
    if drawn < 2 * ELSEWHERE:
        return _Fact(fact.body, draw.choice(MEASURES)[0], fact.year)
    if drawn < 3 * ELSEWHERE:
        return _Fact(fact.body, fact.measure, draw.choice(YEARS))
    return fact


def _draw_value(draw: Random, unit: str) -> float:
    if unit in {"%", " per cent"}:
        return round(draw.uniform(3, 45), 1)
    return float(draw.choice((draw.randint(3, 40), draw.randint(40, 990), draw.randint(1, 90) * 10)))


def _say(draw: Random, value: float, before: str, unit: str) -> Said:
    """An amount as it is said: exactly, about, with a bound, or between two."""
    shown = round(value, draw.choice((0, 1))) if value < 100 else round(value)  # noqa: PLR2004 - cents of hundreds
    figure = f"{before}{shown:,g}{unit}"
    near = shown * _ROUND_ABOUT
    forms: tuple[Callable[[], Said], ...] = (
        lambda: Said(shown, shown, figure),
        lambda: Said(shown, shown, figure),
        lambda: Said(shown - near, shown + near, f"{draw.choice(_ABOUT)} {figure}", about=shown),
        lambda: Said(shown * _JUST_OVER, _NO_END, f"{draw.choice(('more than', 'over', 'upwards of'))} {figure}"),
        lambda: Said(0, shown / _JUST_OVER, f"{draw.choice(('less than', 'under', 'below', 'fewer than'))} {figure}"),
        lambda: draw.choice((Said(shown, _NO_END, f"at least {figure}"), Said(0, shown, f"no more than {figure}"))),
        lambda: _between(draw, shown, before, unit),
    )
    return draw.choice(forms)()


def _between(draw: Random, low: float, before: str, unit: str) -> Said:
    high = round(low * draw.uniform(1.1, 1.5)) + 1
    return Said(low, high, f"between {before}{low:,g} and {before}{high:,g}{unit}")


def _tell(draw: Random, fact: _Fact, amount: str) -> str:
    form, verb = draw.choice(_FORMS), draw.choice(_VERBS)
    return begin(form.format(year=fact.year, measure=fact.measure, body=fact.body, verb=verb, amount=amount))
