"""The end of the page: the documents, what was skipped, what was not looked at, and how to read it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import GATES
from factcheck.render.consistency import tell_difference, tell_place
from factcheck.render.harmless import show_line
from factcheck.render.html.addresses import find_address
from factcheck.render.html.elements import NOTHING, Markup, isolate, join, make
from factcheck.render.html.periods import spell_period
from factcheck.render.lines import UNLIMITED
from factcheck.render.look import TYPOGRAPHIC
from factcheck.render.summary import describe_corrections, list_gaps

if TYPE_CHECKING:
    from factcheck.model import Inconsistency, Outline, Report

_READING: Final = (
    "Only independent evidence moves a verdict.",
    "The speaker’s own words, and reports that merely repeat them, are listed apart and never count.",
    "Copies and rewrites of one text are one origin, and count once.",
    "A passage about another time, another body or another measure is context, not a contradiction.",
    "“Insufficient” says that this record does not settle a claim. It does not say that the claim is false.",
    "Every quote stands word for word in its document, at the characters named; around it is what stands there.",
    "Characters that would turn or hide text are written out, as in \\u202e.",
    "A weight is what one comparison adds or takes away; a quote weighs the sum of its weights.",
)


def list_documents(report: Report) -> Markup:
    """Return the record, a document an item, by which anybody can tell whether they hold the same files."""
    items = [_show_document(document) for document in report.documents]
    return make("ol", *items, class_="documents") if items else make("p", "The record holds no document.")


def list_skipped(report: Report) -> Markup:
    """Return what was not checked, with the reason."""
    items = [
        make("li", make("code", show_line(one.path)), ": ", isolate(show_line(one.reason))) for one in report.skipped
    ]
    return make("ul", *items) if items else make("p", "Nothing was skipped.")


def list_limits(report: Report) -> Markup:
    """Return what was not looked at, or only in part, and what such a run cannot do."""
    told = [*list_gaps(report.coverage), *report.limits]
    return make("ul", *(make("li", isolate(show_line(one))) for one in told)) if told else make("p", "None are known.")


def list_corrections(report: Report) -> Markup:
    """Return what each correction retires, or why it retires nothing; no HTML where there is none."""
    told = describe_corrections(report, TYPOGRAPHIC, UNLIMITED)
    return make("ul", *(make("li", isolate(show_line(one))) for one in told)) if told else NOTHING


def list_own_words(report: Report) -> Markup:
    """Return, topic by topic, where a speaker's own words differ over time; no HTML where they do not."""
    return join(_show_topic(one) for one in report.self_consistency)


def explain_reading() -> Markup:
    """Return the rules by which the page is to be read."""
    gates = [join((make("dt", name), make("dd", f"it {told}."))) for name, told in GATES.items()]
    rules = make("ul", *(make("li", rule) for rule in _READING))
    return join((rules, make("h3", "What stops a passage from counting"), make("dl", *gates, class_="facts")))


def _show_topic(one: Inconsistency) -> Markup:
    topic = f", on “{one.topic}”" if one.topic else ""
    said = (
        make(
            "li",
            make("span", f"{spell_period(said.date) if said.date else 'undated'}: ", class_="quiet"),
            make("q", show_line(said.words), dir="auto"),
            make("span", isolate(f" — {tell_place(said)}"), class_="quiet"),
        )
        for said in one.statements
    )
    differ = (make("li", isolate(tell_difference(difference))) for difference in one.differences)
    heading = make("h3", isolate(show_line(f"{one.speaker}{topic}")))
    return join((heading, make("ol", *said), make("p", "They differ:"), make("ul", *differ)))


def _show_document(document: Outline) -> Markup:
    title = document.title.value
    address = find_address(document.url.value)
    named = make("cite", isolate(show_line(title)), dir="auto") if title else make("code", show_line(document.path))
    facts = [join((make("dt", name), make("dd", told))) for name, told in _list_facts(document)]
    if address:
        facts.append(join((make("dt", "Address"), make("dd", make("a", address, href=address, rel="noopener")))))
    return make("li", make("p", named), make("dl", *facts, class_="facts"))


def _list_facts(document: Outline) -> list[tuple[str, Markup]]:
    dated = document.published.value
    published = spell_period(dated) if dated else "not known"
    source = f" ({document.published.basis.value}: {show_line(document.published.source)})" if dated else ""
    facts = [("Publisher", document.publisher.value), ("Author", document.author.value)]
    told = [(name, isolate(show_line(value))) for name, value in facts if value]
    told.append(("Published", isolate(published + source)))
    told.append(("Kind", isolate(f"{document.kind.value.replace('_', ' ')}; {document.passages:,} passages")))
    told.append(("File", make("code", show_line(document.path))))
    return [*told, ("SHA-256", make("code", show_line(document.sha256)))]
