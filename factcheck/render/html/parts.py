"""The parts of a claim, how each was read, and what the evidence says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Force
from factcheck.render.harmless import show_line
from factcheck.render.html.elements import NOTHING, Markup, isolate, join, make
from factcheck.render.html.periods import spell_period
from factcheck.render.html.verdicts import show_label
from factcheck.render.html.waterfall import write_value
from factcheck.render.reasons import tell_weighing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, PartRead, Verdict


def show_parts(verdict: Verdict) -> Markup:
    """Return the parts in their order, each with its own answer where there are several."""
    if not verdict.parts:
        return NOTHING
    several = len(verdict.parts) > 1
    listed = (make("li", _show_part(finding, several=several)) for finding in verdict.parts)
    return make("ol" if several else "ul", *listed, class_="parts")


def _show_part(finding: Finding, *, several: bool) -> Markup:
    part = finding.part
    facts = [join((make("dt", name), make("dd", isolate(show_line(told))))) for name, told in _list_facts(part)]
    answer = (
        make(
            "p",
            show_label(finding.label),
            " ",
            isolate(show_line(finding.reason)),
            make("span", f" {show_line(finding.rule)}, margin {write_value(finding.margin)}", class_="quiet"),
        )
        if several
        else None
    )
    weighing = finding.weighing
    told = tell_weighing(weighing) if weighing and (weighing.pro or weighing.con) else ()
    sums = make("ul", *(make("li", isolate(one)) for one in told), class_="quiet") if told else None
    whole = (make("p", show_line(part.text), dir="auto", class_="part"), answer, make("dl", *facts))
    return join((*whole, sums))


def _list_facts(part: PartRead) -> Iterator[tuple[str, str]]:
    """What was found in it, as a name and what was found; what was not found is left out."""
    if part.read_as != part.text:
        yield "Read as", part.read_as
    if part.about:
        yield "Period", spell_period(part.about) + (f" ({part.about_from})" if part.about_from else "")
    listed = (("Names", part.names), ("Amounts", part.quantities), ("Grades", part.grades))
    yield from ((name, ", ".join(found)) for name, found in listed if found)
    if part.resolved:
        yield "Stands for", "; ".join(part.resolved)
    if part.force is not Force.ASSERTED:
        yield "Force", part.force.value + (f", by “{part.cue}”" if part.cue else "")
    if part.note:
        yield "Note", part.note
