"""A quote on the page: in its context, with its source, who asserts it, what it weighs, and what stopped it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Eligibility, Stance
from factcheck.render.harmless import show_line, show_lines
from factcheck.render.html.addresses import name_host, point_to
from factcheck.render.html.elements import NOTHING, Markup, isolate, join, make
from factcheck.render.html.exhibits import Side
from factcheck.render.html.periods import spell_period
from factcheck.render.html.waterfall import draw_waterfall, tell_weights, write_value
from factcheck.render.reasons import tell_gate
from factcheck.render.wording import ELIGIBILITY, STANCES, describe_voice, name_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Evidence, Outline
    from factcheck.render.html.exhibits import Exhibit
    from factcheck.render.html.waterfall import Scale

SHOWN_AROUND: Final = 160
"""Code points of its document that are shown on either side of a quote: two lines or three of a column."""

_EMPTY_LINES: Final = re.compile(r"\s*\n\s*")

TOO_LITTLE: Final = "too weak, or too unsure of its time, to move the verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a quote needs of all around it: the documents by path, and the scale of the weights on its claim."""

    documents: Mapping[str, Outline]
    scale: Scale


def show_quote(exhibit: Exhibit, setting: Setting) -> Markup:
    """Return a quote as an item of a list."""
    evidence = exhibit.evidence
    return make(
        "li",
        make("p", make("b", exhibit.name), *_stopped(exhibit), class_="name"),
        show_in_context(evidence),
        _cite(evidence, setting.documents.get(evidence.document)),
        make("p", _tell_voice(evidence), class_="voice"),
        make("p", isolate(show_line(evidence.note)), class_="note") if evidence.note else None,
        _weigh(exhibit, setting.scale),
        id=exhibit.anchor,
        class_="quote",
    )


def show_in_context(evidence: Evidence) -> Markup:
    """Return the quote, marked, among what stands around it in its document: line by line, without empty ones."""
    before, after = (_EMPTY_LINES.sub("\n", around) for around in (evidence.prefix.lstrip(), evidence.suffix.rstrip()))
    before = before if len(before) <= SHOWN_AROUND else f"… {_from_word(before[-SHOWN_AROUND:])}"
    after = after if len(after) <= SHOWN_AROUND else f"{_to_word(after[:SHOWN_AROUND])} …"
    marked = make("mark", _lines(evidence.quote))
    return make("blockquote", _lines(before), marked, _lines(after), dir="auto")


def _from_word(text: str) -> str:
    words = text.split(maxsplit=1)
    return words[1] if len(words) > 1 else text


def _to_word(text: str) -> str:
    words = text.rsplit(maxsplit=1)
    return words[0] if len(words) > 1 else text


def _lines(text: str) -> str:
    return "\n".join(show_lines(text))


def _stopped(exhibit: Exhibit) -> tuple[str | None, ...]:
    """What kept a quote from counting, after its name."""
    evidence = exhibit.evidence
    if exhibit.side in {Side.FOR, Side.AGAINST}:
        return ()
    if evidence.gate:
        gate, _, told = tell_gate(evidence).partition(": ")
        return " · stopped by ", make("strong", gate), isolate(f": {told}") if told else ""
    if evidence.eligibility is not Eligibility.INDEPENDENT:
        return f" · {STANCES[evidence.stance]} · set apart: ", make("strong", ELIGIBILITY[evidence.eligibility])
    return f" · {STANCES[evidence.stance]} · ", TOO_LITTLE


def _cite(evidence: Evidence, document: Outline | None) -> Markup:
    """Who published it, under which title, when, and where it can be read."""
    title = document and document.title.value
    publisher = document and document.publisher.value
    named = [make("cite", isolate(show_line(title)), dir="auto")] if title else []
    named += [isolate(show_line(publisher))] if publisher else []
    named = named or [make("code", show_line(evidence.document))]
    place = name_place(evidence)
    dated = spell_period(evidence.published) if evidence.published else "undated"
    facts = [*named, *([isolate(show_line(place))] if place else []), dated]
    listed = [part for fact in facts for part in (fact, ", ")][:-1]
    address = point_to(evidence, document)
    link = (". ", make("a", f"Read it at {name_host(address)}", href=address, rel="noopener")) if address else ()
    return make("p", *listed, *link, class_="source")


def _tell_voice(evidence: Evidence) -> Markup:
    voice = describe_voice(evidence)
    about = f"; speaks of {spell_period(evidence.about)}" if evidence.about else ""
    return join((isolate(voice[:1].upper() + voice[1:]), about, "."))


def _weigh(exhibit: Exhibit, scale: Scale) -> Markup:
    evidence = exhibit.evidence
    head = make("summary", "Weighs ", make("b", write_value(evidence.score)), _name_rule(evidence))
    weights = NOTHING
    if evidence.weights and exhibit.side in {Side.FOR, Side.AGAINST}:
        weights = draw_waterfall(evidence, scale, name=exhibit.name)
    elif evidence.weights:
        weights = make("p", isolate(tell_weights(evidence)))
    return make("details", head, weights, make("p", isolate(f"{'; '.join(_list_facts(evidence))}."), class_="voice"))


def _name_rule(evidence: Evidence) -> str:
    """The rule that said so, or that would have."""
    if not evidence.rule:
        return ""
    rule = show_line(evidence.rule)
    return f"; {rule} did not apply" if evidence.stance is Stance.NEUTRAL else f", {STANCES[evidence.stance]} by {rule}"


def _list_facts(evidence: Evidence) -> list[str]:
    where = f"{show_line(evidence.document)}, characters {evidence.span.start} to {evidence.span.end}"
    facts = [f"Stands in {where}; held against part {evidence.part + 1} of the claim"]
    facts += [f"read so: {show_line('; '.join(evidence.resolved))}"] if evidence.resolved else []
    if evidence.origin and evidence.origin != evidence.document:
        shared = f", with which it shares “{show_line(evidence.shared)}”" if evidence.shared else ""
        facts.append(f"of one origin with {show_line(evidence.origin)}{shared}")
    return facts
