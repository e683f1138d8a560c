"""Values that compare: spans of text, ranges of dates, quantities."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (in) to `end` (out) of a text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> Span:
        """The same span counted from a point `by` code points earlier."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]


class Taken:
    """Places of a text that are taken, which can be asked quickly whether they leave a span free."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1].end:
                self._spans[-1] = Span(self._spans[-1].start, max(self._spans[-1].end, span.end))
            else:
                self._spans.append(span)
        self._ends = [span.end for span in self._spans]

    def overlaps(self, span: Span) -> bool:
        """Whether one of them shares at least one code point with a span: of those, the first that ends behind it."""
        place = bisect_right(self._ends, span.start)
        return place < len(self._spans) and self._spans[place].start < span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """Days `first` to `last`, both in; None is an open end. `approximate` marks "around 2016"."""

    first: date | None
    last: date | None
    approximate: bool = False

    @classmethod
    def day(cls, day: date) -> DateRange:
        """The range of one day."""
        return cls(first=day, last=day)

    @classmethod
    def month(cls, year: int, month: int) -> DateRange:
        """The days of a calendar month."""
        nxt = date(year + month // 12, month % 12 + 1, 1)
        return cls(first=date(year, month, 1), last=nxt - timedelta(days=1))

    @classmethod
    def year(cls, year: int) -> DateRange:
        """The days of a calendar year."""
        return cls(first=date(year, 1, 1), last=date(year, 12, 31))

    def __str__(self) -> str:
        """ISO 8601, as short as the range allows: a year, a month, a day or an interval."""
        if self.first is None or self.last is None:
            return f"{self.first or '..'}/{self.last or '..'}"
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first, self.last) == (date(self.first.year, 1, 1), date(self.first.year, 12, 31)):
            return f"{self.first.year:04d}"
        if (self.first, self.last) == _month_ends(self.first):
            return f"{self.first:%Y-%m}"
        return f"{self.first}/{self.last}"

    @property
    def edtf(self) -> str:
        """ISO 8601, with EDTF's mark where it is approximate; `factcheck.dates.parse_edtf` reads it back.

        >>> DateRange(first=date(2016, 1, 1), last=date(2016, 12, 31), approximate=True).edtf
        '2016~'
        """
        written = str(replace(self, approximate=False))  # so that an approximate year is as short as any other
        if not self.approximate:
            return written
        return f"{written}~" if self.last else written.replace("/", "~/", 1)

    @property
    def days(self) -> int | None:
        """How many days the range holds, None when an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def _month_ends(day: date) -> tuple[date | None, date | None]:
    month = DateRange.month(day.year, day.month)
    return month.first, month.last


class PeriodRelation(StrEnum):
    """How period A lies to period B (Allen's thirteen relations, folded to what the gates ask)."""

    EQUAL = "equal"
    WITHIN = "within"  # A during, starts or finishes B
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"  # a period is missing


def compare_periods(ours: DateRange | None, theirs: DateRange | None) -> PeriodRelation:
    """Relate two periods by Allen's interval algebra (1983), folded to seven outcomes."""
    if ours is None or theirs is None:
        return PeriodRelation.UNKNOWN
    a, b = _bounds(ours), _bounds(theirs)
    if a == b:
        return PeriodRelation.EQUAL
    if a[1] < b[0]:
        return PeriodRelation.BEFORE
    if a[0] > b[1]:
        return PeriodRelation.AFTER
    if b[0] <= a[0] and a[1] <= b[1]:
        return PeriodRelation.WITHIN
    if a[0] <= b[0] and b[1] <= a[1]:
        return PeriodRelation.CONTAINS
    return PeriodRelation.OVERLAPS


def _bounds(period: DateRange) -> tuple[date, date]:
    return period.first or date.min, period.last or date.max


class Bound(StrEnum):
    """How a stated figure bounds the true one."""

    EXACT = "exact"
    ABOUT = "about"  # around, some, roughly
    AT_LEAST = "at_least"  # more than, over, at least
    AT_MOST = "at_most"  # up to, less than, under, nearly


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """`low` to `high` (equal for a single figure) of `unit`: an ISO 4217 code, "percent", or a counted noun's stem.

    `digits` is the number of significant digits as written, which says how far it may have been rounded;
    a counted thing is rounded only where it ends in noughts.
    """

    low: Decimal
    high: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    digits: int = 1
    counted: bool = False


class QuantityRelation(StrEnum):
    """The outcome of holding one quantity against another."""

    EQUAL = "equal"
    WITHIN = "within"  # theirs lies in what ours allows: it bears ours out
    COMPATIBLE = "compatible"  # bounds or rounding leave room for both
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"  # other units


ABOUT_TOLERANCE = Decimal("0.1")
"""How far "around 70" may lie from the true figure: a tenth, the coarsest rounding that one digit carries."""


BASES: Final = {
    "kilotonne": ("tonne", Decimal(1000)),
    "kg": ("tonne", Decimal("0.001")),
    "megalitre": ("litre", Decimal(1_000_000)),
    "km": ("metre", Decimal(1000)),
    "cm": ("metre", Decimal("0.01")),
    "mile": ("metre", Decimal("1609.344")),
    "foot": ("metre", Decimal("0.3048")),
    "inch": ("metre", Decimal("0.0254")),
    "acre": ("hectare", Decimal("0.40468564")),
    "gigawatt": ("megawatt", Decimal(1000)),
    "hour": ("minut", Decimal(60)),
    "week": ("day", Decimal(7)),
    "year": ("month", Decimal(12)),
    "decad": ("month", Decimal(120)),
}
"""What a unit is in another, by which two quantities meet: the international yard and pound agreement of 1959 and the
BIPM's SI brochure (2019) for lengths and areas; months and years are those of the calendar, days are not."""


def in_base_unit(quantity: Quantity) -> Quantity:
    """Return a quantity in the unit in which it meets others of its sort."""
    base = BASES.get(quantity.unit)
    if base is None:
        return quantity
    unit, factor = base
    return replace(quantity, low=quantity.low * factor, high=quantity.high * factor, unit=unit)


def in_one_unit(ours: Quantity, theirs: Quantity) -> tuple[Quantity, Quantity]:
    """Return two quantities in the unit in which they meet, as they are where they share one."""
    return (ours, theirs) if ours.unit == theirs.unit else (in_base_unit(ours), in_base_unit(theirs))


def compare_quantities(ours: Quantity, theirs: Quantity) -> QuantityRelation:
    """Compare two quantities of one measure by value, bound and stated rounding, each in a unit that both have."""
    ours, theirs = in_one_unit(ours, theirs)
    if ours.unit != theirs.unit:
        return QuantityRelation.INCOMPARABLE
    if (ours.low, ours.high) == (theirs.low, theirs.high) and _same_bound(ours.bound, theirs.bound):
        return QuantityRelation.EQUAL
    (a_low, a_high), (b_low, b_high) = find_reach(ours), find_reach(theirs)
    strict = ours.bound in {Bound.AT_LEAST, Bound.AT_MOST} and ours.low == theirs.low
    if a_low <= b_low and b_high <= a_high and not strict:
        return QuantityRelation.WITHIN
    if a_low <= b_high and b_low <= a_high:
        return QuantityRelation.COMPATIBLE
    return QuantityRelation.DIFFERENT


def _same_bound(ours: Bound, theirs: Bound) -> bool:
    """Whether two bounds say the same of one figure; "about 70" and "70" do."""
    return ours is theirs or {ours, theirs} <= {Bound.EXACT, Bound.ABOUT}


def find_reach(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest true value that the wording allows, infinite where it sets no bound."""
    slack = _rounding(quantity)
    if quantity.bound is Bound.ABOUT:
        slack = max(slack, abs(quantity.high) * ABOUT_TOLERANCE)
    low, high = quantity.low - slack, quantity.high + slack
    if quantity.bound is Bound.AT_LEAST:
        high = Decimal("Infinity")
    elif quantity.bound is Bound.AT_MOST:
        low = Decimal("-Infinity")
    return low, high


def _rounding(quantity: Quantity) -> Decimal:
    """Half a unit of the last digit as written, and never more than a tenth of the figure."""
    if quantity.low != quantity.high or quantity.high == 0:
        return Decimal(0)
    last_digit = Decimal(1).scaleb(quantity.high.adjusted() - quantity.digits + 1)
    if quantity.counted and last_digit <= 1:
        return Decimal(0)
    return min(last_digit / 2, abs(quantity.high) * ABOUT_TOLERANCE)
