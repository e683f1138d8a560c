"""A speaker's own words over time, where they differ: what was said when, where, and how two of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import date_or

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Difference, Inconsistency, OwnStatement
    from factcheck.render.look import Symbols


def list_inconsistencies(found: Sequence[Inconsistency], symbols: Symbols) -> list[Line]:
    """Return a block for each topic on which a speaker's own words differ, nothing where none do."""
    if not found:
        return []
    heading = "Own words that differ (they move no verdict):"
    return [
        Line(text=heading, tone=Tone.STRONG),
        *(line for one in found for line in _list_topic(one, symbols)),
        Line(),
    ]


def tell_place(said: OwnStatement) -> str:
    """Return where something was said: the claim, or the document and the characters."""
    claim = [f"the claim {show_line(said.claim)}"] if said.claim else []
    where = [show_line(said.document)] if said.document else []
    span = [f"characters {said.span.start}-{said.span.end}"] if said.span else []
    return ", ".join([*claim, *where, *span]) or "no source is named"


def tell_difference(one: Difference) -> str:
    """Return which two statements differ, in what, and by which rule."""
    values = f": {show_line(one.ours)} against {show_line(one.theirs)}" if one.ours or one.theirs else ""
    return f"{one.first + 1} and {one.second + 1}{values}, by the rule {show_line(one.rule)}"


def _list_topic(one: Inconsistency, symbols: Symbols) -> list[Line]:
    topic = f", on {symbols.quote(show_line(one.topic))}" if one.topic else ""
    lines = [Line(text=f"{show_line(one.speaker)}{topic}", indent=2, tone=Tone.STRONG)]
    for number, said in enumerate(one.statements, 1):
        lead = f"{number}. {date_or(said.date, 'undated')}  "
        lines.append(Line(text=symbols.quote(show_line(said.words)), lead=lead, indent=4))
        lines.append(Line(text=tell_place(said), lead=f"{symbols.dash} ", indent=4 + len(lead), tone=Tone.QUIET))
    return [*lines, *(_compare(difference) for difference in one.differences)]


def _compare(one: Difference) -> Line:
    return Line(text=tell_difference(one), lead="differ: ", indent=4, lead_tone=Tone.MIXED)
