"""How the weights of a quote add up: a table in which each weight is drawn from where the one before ended."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_line
from factcheck.render.html.elements import Markup, isolate, join, make

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Evidence, Verdict, Weight

_MINUS: Final = str.maketrans("-", "−")

_COLUMNS: Final = make(
    "tr",
    make("th", "Weight", scope="col"),
    make("th", "The claim has", scope="col"),
    make("th", "The passage has", scope="col"),
    make("th", "Value", scope="col"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The sums that a picture has room for; one for all quotes on a claim, so that they can be compared by eye."""

    low: float
    high: float

    @classmethod
    def of(cls, verdict: Verdict) -> Scale:
        """Return the scale on which every sum has its place that the weights of its quotes come to on their way."""
        sums = [0.0, *(each for one in verdict.listed for each in _sums(one))]
        return cls(low=min(sums), high=max(sums))

    def place(self, value: float) -> float:
        """Where a sum lies between the ends, from 0 to 100."""
        span = self.high - self.low
        return 100 * (value - self.low) / span if span else 0.0


def draw_waterfall(evidence: Evidence, scale: Scale, *, name: str) -> Markup:
    """Return the weights of a quote one by one, with what each compares, and their sum."""
    ends = _sums(evidence)
    rows = [
        make(
            "tr",
            make("th", f"{show_line(weight.name)}: {show_line(weight.level)}", scope="row"),
            make("td", isolate(show_line(weight.ours))),
            make("td", isolate(show_line(weight.theirs))),
            make("td", _bar(start, end, scale, of="down" if end < start else "up"), write_value(weight.value)),
        )
        for weight, start, end in zip(evidence.weights, [0.0, *ends], ends, strict=False)
    ]
    total = make(
        "tr",
        make("th", "together", scope="row", colspan=3),
        make("td", _bar(0.0, evidence.score, scale, of="sum"), write_value(evidence.score)),
    )
    parts = (make("thead", _COLUMNS), make("tbody", *rows), make("tfoot", total))
    return make("table", *parts, class_="waterfall", aria_label=f"How the weights of {name} add up")


def tell_weights(evidence: Evidence) -> str:
    """Return the same in a sentence, for a quote that moved nothing."""
    told = [
        f"{show_line(weight.name)}: {show_line(weight.level)} {write_value(weight.value)}{_tell_both(weight)}"
        for weight in evidence.weights
    ]
    return f"{'; '.join(told)}; together {write_value(evidence.score)}."


def _tell_both(weight: Weight) -> str:
    held = (("claim", weight.ours), ("passage", weight.theirs))
    told = ", ".join(f"{side}: {show_line(value)}" for side, value in held if value)
    return f" ({told})" if told else ""


def write_value(value: float) -> str:
    """Return a weight or a sum with its sign, which is a true minus below nought."""
    return f"{round(value, 2) + 0.0:+.2f}".translate(_MINUS)  # + 0.0: no nought below nought


def _sums(evidence: Evidence) -> list[float]:
    return list(accumulate(weight.value for weight in evidence.weights))


def _bar(start: float, end: float, scale: Scale, *, of: str) -> Markup:
    """A bar between two sums; the figure stands beside it, so nobody need see it."""
    low, high = scale.place(min(start, end)), scale.place(max(start, end))
    bar = make("rect", x=percent(low), width=percent(high - low), height="100%", class_=of)
    return make("svg", bar, aria_hidden="true")


def percent(value: float) -> str:
    """Return a share of the width of a picture: places in it are shares, so that it fits any screen."""
    return f"{round(value, 2) + 0.0:g}%"


def draw_tally(counts: Iterable[tuple[str, int]]) -> Markup:
    """Return counts as one bar, a piece each by the name of its class; they stand beside it in figures."""
    listed = [(name, number) for name, number in counts if number]
    total = sum(number for _, number in listed)
    ends = list(accumulate(number for _, number in listed))
    pieces = (
        make("rect", x=percent(100 * (end - number) / total), width=percent(100 * number / total), class_=name)
        for (name, number), end in zip(listed, ends, strict=True)
    )
    return make("svg", join(pieces), class_="tally", aria_hidden="true")
