"""One claim on the page: the answer, both sides of the evidence, and everything that led there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import Eligibility, Said
from factcheck.render.harmless import show_line
from factcheck.render.html.addresses import find_address, name_host
from factcheck.render.html.elements import NOTHING, Markup, escape, isolate, join, make
from factcheck.render.html.exhibits import Side, list_exhibits
from factcheck.render.html.hangs import tell_flips
from factcheck.render.html.parts import show_parts
from factcheck.render.html.periods import spell_period
from factcheck.render.html.quotes import Setting, show_quote
from factcheck.render.html.timeline import draw_timeline
from factcheck.render.html.verdicts import show_label
from factcheck.render.html.waterfall import Scale, write_value
from factcheck.render.wording import CUT_SHORT, ELIGIBILITY, count, count_origins, describe_decision, describe_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Claim, Outline, Verdict
    from factcheck.render.html.exhibits import Exhibit

NOTHING_COUNTS: Final = "Nothing that counts."

FRAGILE: Final = "Fragile: one quote or origin less would make it another verdict."


def show_claim(verdict: Verdict, documents: Mapping[str, Outline], *, number: int) -> Markup:
    """Return the article on a claim; `number` is its place on the page, from 1."""
    setting = Setting(documents=documents, scale=Scale.of(verdict))
    exhibits = list_exhibits(verdict, claim=number)
    return make(
        "article",
        _head(verdict, number=number),
        make(
            "div",
            _show_side("Supports it", exhibits[Side.FOR], setting, class_="for"),
            _show_side("Contradicts it", exhibits[Side.AGAINST], setting, class_="against"),
            class_="sides",
        ),
        _under("When", draw_timeline(verdict, exhibits, claim=number)),
        make(
            "div",
            _under("How it was read", show_parts(verdict)),
            _under("What the verdict hangs on", tell_flips(verdict, exhibits)),
            class_="pair",
        ),
        _show_apart("Own words and echoes, set apart", exhibits[Side.OWN], setting),
        _show_apart("Considered, did not count", exhibits[Side.ASIDE], setting),
        make("p", make("a", "Back to the list of claims", href="#claims"), class_="back"),
        id=f"claim-{number}",
        aria_labelledby=f"claim-{number}-text",
        class_=f"claim {verdict.label}",
    )


def describe_claimant(claim: Claim) -> Markup:
    """Return who made a claim and when."""
    speaker = isolate(show_line(claim.speaker)) if claim.speaker else "speaker unknown"
    return join((speaker, f", {spell_period(claim.date)}" if claim.date else None))


def _head(verdict: Verdict, *, number: int) -> Markup:
    claim = verdict.claim
    heading = make(
        "h3",
        make("span", make("span", "Claim ", class_="unseen"), f"{number}", make("span", ". ", class_="unseen")),
        make("q", show_line(claim.text), dir="auto"),
        id=f"claim-{number}-text",
    )
    facts = [describe_claimant(claim)]
    facts += [escape(f"about {spell_period(claim.about)}")] if claim.about else []
    facts += [isolate(", ".join(map(show_line, claim.topics)))] if claim.topics else []
    facts.append(make("code", show_line(claim.id)))
    listed = [part for fact in facts for part in (fact, " · ")][:-1]
    return make("header", heading, make("p", *listed, class_="meta"), *_answer(verdict))


def _answer(verdict: Verdict) -> Iterator[Markup]:
    yield make("p", show_label(verdict.label), " ", isolate(show_line(verdict.reason)), class_="answer")
    rule = f"By the rule {show_line(verdict.rule)}; margin {write_value(verdict.margin)}."
    yield make("p", make("strong", f"{FRAGILE} ") if verdict.fragile else None, rule, class_="quiet")
    yield make("p", *_tell_said(verdict), class_="warned" if verdict.said.said in _DOUBTFUL else "quiet")
    if verdict.decided:
        yield make("p", make("strong", "Decision: "), isolate(describe_decision(verdict.decided)), class_="decision")
    if verdict.candidates_cut:
        yield make("p", f"Note: {CUT_SHORT}.", class_="warned")


_DOUBTFUL: Final = frozenset({Said.ALTERED, Said.NOT_FOUND})
"""What a reader should know of a claim before relying on the verdict."""


def _tell_said(verdict: Verdict) -> Iterator[str]:
    """Whether it was said so, with the words of its source, and the way there where that is on the web."""
    claim = verdict.claim
    told = describe_said(verdict.said, claim)
    yield isolate(f"{told[0].upper()}{told[1:]}.")
    if claim.quote and claim.quote != claim.text:
        yield " “"
        yield make("bdi", show_line(claim.quote))
        yield "”"
    if address := find_address(claim.source):
        yield " "
        yield make("a", f"See {name_host(address)}", href=address, rel="noopener")


def _show_side(heading: str, exhibits: Sequence[Exhibit], setting: Setting, *, class_: str) -> Markup:
    side = [exhibit.evidence for exhibit in exhibits]
    quotes = make("ul", *(show_quote(one, setting) for one in exhibits), class_="quotes")
    counted = make("span", f" {count_origins(side)}", class_="quiet")
    title = make("h4", heading, counted if side else None)
    return make("section", title, quotes if side else make("p", NOTHING_COUNTS, class_="none"), class_=class_)


def _under(heading: str, content: Markup) -> Markup:
    return make("section", make("h4", heading), content) if content else NOTHING


def _show_apart(heading: str, exhibits: Sequence[Exhibit], setting: Setting) -> Markup:
    """Quotes that did not count, folded up, with what stopped them in the line that is seen."""
    if not exhibits:
        return NOTHING
    stopped = Counter(_name_stop(one) for one in exhibits)
    told = "; ".join(f"{number} {name}" for name, number in stopped.items())
    summary = make("summary", f"{count(len(exhibits), 'passage')}: {told}")
    quotes = make("ul", *(show_quote(one, setting) for one in exhibits), class_="quotes")
    return make("section", make("h4", heading), make("details", summary, quotes), class_="apart")


def _name_stop(exhibit: Exhibit) -> str:
    evidence = exhibit.evidence
    if evidence.gate:
        return f"stopped by {show_line(evidence.gate)}"
    if exhibit.side is Side.ASIDE and evidence.eligibility is Eligibility.INDEPENDENT:
        return "too weak"
    return ELIGIBILITY[evidence.eligibility]
