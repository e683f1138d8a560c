"""Pretend reports as pages, and pages taken apart, for the tests of what a browser shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from lxml import html

from factcheck.model import (
    Basis,
    Eligibility,
    Fact,
    Flip,
    FlipKind,
    Stance,
    VerdictLabel,
    Weight,
)
from factcheck.render.html.page import render_page
from factcheck.values import DateRange, Span
from tests.report_factory import CLAIM, CONTEXT, OUTLINE, OWN_WORDS, REFUTAL, SUPPORT, make_report, make_verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from factcheck.model import Evidence, Outline, Report, Verdict

ADDRESS: Final = "https://tide.example/news/bridge?id=1"


def make_outline(path: str, *, url: str = "", reader: str = "text") -> Outline:
    """Return a document that was read from a file, and perhaps from the web."""
    fact = Fact(value=url, basis=Basis.STATED, source="record.yaml") if url else Fact()
    return replace(OUTLINE, path=path, url=fact, reader=reader)


WEB: Final = make_outline("web/tide.html", url=ADDRESS)
PAPER: Final = make_outline("audit.pdf", url="https://audit.example/report.pdf", reader="pdf")

IN_CONTEXT: Final = replace(
    SUPPORT,
    document=WEB.path,
    prefix="Home | News | Sport\nHarbour bridge opens late\n\n",
    suffix=" It cost £12 million, the audit office found.",
)
"""A quote on the web, with what stands around it."""

ON_PAPER: Final = replace(REFUTAL, document=PAPER.path, page=3)
"""A quote on a page of a PDF file."""

STOPPED: Final = replace(CONTEXT, gate="period", about=DateRange.year(2012), weights=SUPPORT.weights)
"""A quote that a gate kept from counting."""

WEAK: Final = replace(SUPPORT, span=Span(0, 19), quote="Home | News | Sport", weights=(Weight("topic", "weak", 0.5),))
"""A quote that takes a side and does not weigh enough."""

COPY: Final = replace(REFUTAL, span=Span(20, 45), eligibility=Eligibility.SAME_ORIGIN, shared="It cost £12 million")
"""A copy of another quote."""


def make_full_report() -> Report:
    """Return a report with every sort of verdict, and every way not to count."""
    flips = (
        Flip(kind=FlipKind.QUOTES, without=(IN_CONTEXT.place, ON_PAPER.place), verdict=VerdictLabel.INSUFFICIENT),
        Flip(kind=FlipKind.ORIGINS, without=("origin-1",), verdict=VerdictLabel.CONTRADICTED),
        Flip(kind=FlipKind.THRESHOLD, without=("enough",), verdict=VerdictLabel.INSUFFICIENT, now=2.5, then=3.500001),
    )
    disputed = make_verdict(
        supporting=(IN_CONTEXT,), contradicting=(ON_PAPER,), context=(WEAK, COPY, STOPPED), flips=flips
    )
    return make_report(disputed, *_others(), documents=(WEB, PAPER, OUTLINE))


def make_many(claims: int, *, sparse: bool = False) -> Report:
    """Return a report of many claims, each with ten quotes on its four lists, or with five where it is `sparse`."""
    verdicts = [_number(verdict, number) for number, verdict in enumerate(_cycle(claims), 1)]
    if sparse:
        verdicts = [replace(one, supporting=one.supporting[:1], context=one.context[:1]) for one in verdicts]
    return make_report(*verdicts, documents=(WEB, PAPER, OUTLINE))


def show(report: Report) -> HtmlElement:
    """Return the page of a report, taken apart."""
    return html.document_fromstring(render_page(report, width=0).encode(), parser=html.HTMLParser(encoding="utf-8"))


def show_verdict(**changes: object) -> HtmlElement:
    """Return the page on one claim, changed as asked, taken apart."""
    return show(make_report(make_verdict(**changes), documents=(WEB, PAPER, OUTLINE)))  # type: ignore[arg-type]


def show_evidence(evidence: Evidence, *documents: Outline) -> HtmlElement:
    """Return how one quote that supports a claim is shown."""
    report = make_report(make_verdict(supporting=(evidence,)), documents=documents or (WEB, PAPER, OUTLINE))
    return show(report).get_element_by_id("claim-1-for-1")


def _others() -> list[Verdict]:
    """One of each of the other verdicts, of another speaker."""
    claim = replace(CLAIM, id="toll", text="The toll was raised in 2019.", speaker="Tom Hart", date=None, about=None)
    none = {"supporting": (), "contradicting": (), "own_words": (), "fragile": False}
    return [
        make_verdict(VerdictLabel.SUPPORTED, claim=claim, contradicting=()),
        make_verdict(VerdictLabel.CONTRADICTED, claim=replace(claim, id="toll-again"), supporting=(), fragile=False),
        make_verdict(VerdictLabel.INSUFFICIENT, claim=replace(claim, id="ferry"), **none),
        make_verdict(VerdictLabel.NOT_CHECKABLE, claim=replace(claim, id="best"), context=(), **none),
    ]


def _cycle(claims: int) -> list[Verdict]:
    many = make_verdict(
        supporting=(IN_CONTEXT, SUPPORT),
        contradicting=(ON_PAPER, REFUTAL),
        own_words=(OWN_WORDS,),
        context=(WEAK, COPY, STOPPED, CONTEXT, replace(STOPPED, stance=Stance.NEUTRAL)),
    )
    labels = list(VerdictLabel)
    return [replace(many, label=labels[number % len(labels)]) for number in range(claims)]


def _number(verdict: Verdict, number: int) -> Verdict:
    """The verdict on a claim of its own, with quotes of its own words: no two articles are alike."""
    claim = replace(
        verdict.claim,
        id=f"claim-{number}",
        text=f"We opened bridge {number} of the harbour in 2017 for £{number} million.",
        date=DateRange.day(date(2000 + number % 20, 1 + number % 12, 1 + number % 28)),
    )
    quotes = tuple(replace(one, quote=f"{one.quote} Bridge {number}.") for one in verdict.supporting)
    return replace(verdict, claim=claim, supporting=quotes)
