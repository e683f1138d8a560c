"""What a verdict hangs on, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import FlipKind
from factcheck.render.harmless import show_line
from factcheck.render.html.elements import Markup, isolate, join, make
from factcheck.render.wording import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Flip, Verdict
    from factcheck.render.html.exhibits import Exhibit, Side

STEADY = "No quote or origin taken away, and no threshold moved, would make it another one."


def tell_flips(verdict: Verdict, exhibits: Mapping[Side, Sequence[Exhibit]]) -> Markup:
    """Return the smallest change of each kind that would make it another verdict."""
    if not verdict.flips:
        return make("p", STEADY)
    places = {one.evidence.place: one for side in exhibits.values() for one in side}
    return make("ul", *(make("li", _tell(flip, places)) for flip in verdict.flips), class_="plain")


def _tell(flip: Flip, places: Mapping[str, Exhibit]) -> Markup:
    answer = make("strong", word(flip.verdict))
    if flip.kind is FlipKind.THRESHOLD:
        moved = f"If the threshold “{show_line(' '.join(flip.without))}” were {_figure(flip.then)}"
        return join((f"{moved} instead of {_figure(flip.now)}, it would be ", answer, "."))
    named = [_name(one, places) for one in flip.without]
    what = "the origin" if flip.kind is FlipKind.ORIGINS else "the quote"
    what += "s" if len(named) > 1 else ""
    return join((f"Without {what} ", _enumerate(named), ", it would be ", answer, "."))


def _name(place: str, places: Mapping[str, Exhibit]) -> Markup:
    exhibit = places.get(place)
    return make("a", exhibit.name, href=f"#{exhibit.anchor}") if exhibit else isolate(show_line(place))


def _enumerate(named: Sequence[Markup]) -> Markup:
    """All of them, as in "one, two and three"."""
    *others, last = named
    led = [part for one in others for part in (one, ", ")][:-1]
    return join((*led, " and ", last)) if led else last


def _figure(value: float | None) -> str:
    """A threshold to two places; one that is moved past them by a hair says to which side."""
    if value is None:
        return "another"
    near = round(value, 2)
    side = "just above " if near < value else "just below " if near > value else ""
    return f"{side}{near:g}"
