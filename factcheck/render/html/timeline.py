"""When it was: the period that a claim speaks of, when it was said, and the times of its quotes, on a line of years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.render.html.elements import NOTHING, Markup, join, make
from factcheck.render.html.exhibits import Side
from factcheck.render.html.periods import spell_period
from factcheck.render.html.waterfall import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Verdict
    from factcheck.render.html.exhibits import Exhibit
    from factcheck.values import DateRange

MOST_TICKS: Final = 7
"""Years that are written on the line at most: so many have room side by side on a telephone."""

_LABELS: Final = 24.0
"""Where the line begins, as a share of the width: what is left of it is for the names of the rows."""

_RIGHT: Final = 98.0
"""Where it ends; a mark at the end has room to be whole."""

_ROW: Final = 24
_HEAD: Final = 26
"""Heights, of a row and of the years above them, in the pixels of a style sheet."""

_SHORTEST: Final = 0.8
"""The width of what is shorter, a day or a month, so that it can be seen."""

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

_CLASSES: Final = {Side.FOR: "for", Side.AGAINST: "against", Side.OWN: "own", Side.ASIDE: "aside"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """A row: the period that something speaks of, and the day on which it was said or published."""

    name: str
    sort: str
    about: DateRange | None
    told: DateRange | None

    @property
    def text(self) -> str:
        """The same in words."""
        told = f"{'said' if self.sort == 'claim' else 'published'} {spell_period(self.told)}" if self.told else ""
        about = f"speaks of {spell_period(self.about)}" if self.about else ""
        return ", ".join(filter(None, (about, told))) or "no date is known"


def draw_timeline(verdict: Verdict, exhibits: Mapping[Side, Sequence[Exhibit]], *, claim: int) -> Markup:
    """Return the picture with the same facts in words beneath, nothing where nothing has a date."""
    rows = [*_claim_rows(verdict), *(_row(one) for side in exhibits.values() for one in side)]
    axis = Axis.of([period for row in rows for period in (row.about, row.told) if period])
    if axis is None:
        return NOTHING
    told = "; ".join(f"{row.name}: {row.text}" for row in rows)
    title, description = f"claim-{claim}-times", f"claim-{claim}-times-told"
    height = _HEAD + _ROW * len(rows)
    picture = make(
        "svg",
        make("title", "The times of the claim and of its evidence", id=title),
        make("desc", told, id=description),
        axis.draw(height),
        join(_draw_row(row, axis, top=_HEAD + _ROW * place) for place, row in enumerate(rows)),
        role="img",
        aria_labelledby=f"{title} {description}",
        height=height,
        class_="timeline",
    )
    listed = [make("li", f"{row.name}: {row.text}") for row in rows]
    words = make("details", make("summary", "The same dates in words"), make("ul", *listed, class_="plain"))
    legend = make("figcaption", "Bar: the time spoken of. Dot: when it was said or published.")
    return make("figure", picture, legend, words, class_="times")


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A line of whole years, `first` to `last`, the beginning of one to the beginning of another."""

    first: int
    last: int

    @classmethod
    def of(cls, periods: Iterable[DateRange]) -> Axis | None:
        """Return the line that holds every end which is known, None where there is none."""
        days = [day for period in periods for day in (period.first, period.last) if day]
        if not days:
            return None
        last = min(max(days).year + 1, date.max.year)
        return cls(first=min(min(days).year, last - 1), last=last)

    def place(self, day: date, *, after: bool = False) -> float:
        """Where a day begins, or ends, as a share of the width of the picture."""
        begin = date(self.first, 1, 1).toordinal()
        length = date(self.last, 1, 1).toordinal() - begin
        return min(_LABELS + (_RIGHT - _LABELS) * (day.toordinal() + after - begin) / length, _RIGHT)

    def draw(self, height: int) -> Markup:
        """Return the years with a line each."""
        step = next((step for step in _STEPS if (self.last - self.first) / step <= MOST_TICKS), _STEPS[-1])
        years = [year for year in range(self.first, self.last + 1) if year % step == 0 or step == 1]
        return join(self._draw_year(year, height) for year in years)

    def _draw_year(self, year: int, height: int) -> Markup:
        x = percent(self.place(date(year, 1, 1)))
        line = make("line", x1=x, x2=x, y1=_HEAD - 6, y2=height)
        return join((line, make("text", f"{year}", x=x, y=_HEAD - 11, text_anchor="middle", class_="year")))


def _claim_rows(verdict: Verdict) -> list[Times]:
    """The claim, with a row for every part that speaks of a time of its own."""
    claim = verdict.claim
    abouts = list(dict.fromkeys(finding.part.about for finding in verdict.parts if finding.part.about))
    about = claim.about or (abouts[0] if len(abouts) == 1 else None)
    rows = [Times(name="Claim", sort="claim", about=about, told=claim.date)]
    if len(abouts) > 1:
        parts = ((number, finding.part.about) for number, finding in enumerate(verdict.parts, 1))
        rows += [Times(name=f"Part {number}", sort="claim", about=period, told=None) for number, period in parts]
    return rows


def _row(exhibit: Exhibit) -> Times:
    one = exhibit.evidence
    return Times(name=exhibit.name, sort=_CLASSES[exhibit.side], about=one.about, told=one.published)


def _draw_row(row: Times, axis: Axis, *, top: int) -> Markup:
    middle = top + _ROW // 2
    parts = [make("text", row.name, x=0, y=middle + 4)]
    if row.about:
        parts.append(_draw_bar(row.about, axis, top=top, of=row.sort))
    if row.told and (day := row.told.first or row.told.last):
        whole = row.told.first and row.told.last
        last = row.told.last if whole and row.told.last else day
        x = (axis.place(day) + axis.place(last, after=True)) / 2
        parts.append(make("circle", cx=percent(x), cy=middle, r=4.5, class_=row.sort))
    return join(parts)


def _draw_bar(period: DateRange, axis: Axis, *, top: int, of: str) -> Markup:
    """A bar; one whose ends are open or vague has a broken edge."""
    start = axis.place(period.first) if period.first else _LABELS
    end = axis.place(period.last, after=True) if period.last else _RIGHT
    vague = period.approximate or not (period.first and period.last)
    return make(
        "rect",
        x=percent(start),
        y=top + 6,
        width=percent(max(end - start, _SHORTEST)),
        height=_ROW - 12,
        rx=2,
        class_=f"{of} vague" if vague else of,
    )
