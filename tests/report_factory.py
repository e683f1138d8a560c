"""Pretend reports for the tests of what people and programs see: nothing in them is true of anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from factcheck.index.keeping import outline_document
from factcheck.model import (
    Basis,
    Block,
    BlockKind,
    Claim,
    Coverage,
    Dated,
    Document,
    DocumentKind,
    Eligibility,
    Evidence,
    Fact,
    Finding,
    Intake,
    PartRead,
    Report,
    Said,
    Section,
    Skipped,
    SourceMatch,
    SpokenSpan,
    Stance,
    Verdict,
    VerdictLabel,
    Weight,
)
from factcheck.values import DateRange, Span

TEXT: Final = (
    "Home | News | Sport\n"
    "Harbour bridge opens late\n"
    "\n"
    "The bridge opened in May 2017, four months after the date in the contract. "
    "It cost £12 million, the audit office found.\n"
    "Mayor Ada Quill said the bridge was a triumph.\n"
)


def make_bare(text: str, *, path: str = "page.txt") -> Document:
    """Return a document of which nothing is known but its text."""
    return Document(
        path=path,
        sha256="",
        text=text,
        text_sha256="",
        reader="text",
        title=Fact(),
        publisher=Fact(),
        author=Fact(),
        published=Dated(),
        url=Fact(),
        kind=DocumentKind.OTHER,
        kind_basis=Basis.UNKNOWN,
        sections=(),
    )


DOCUMENT: Final = Document(
    path="news/bridge.txt",
    sha256="a" * 64,
    text=TEXT,
    text_sha256="b" * 64,
    reader="text",
    title=Fact(value="Harbour bridge opens late", basis=Basis.INFERRED, source="the first heading"),
    publisher=Fact(value="The Daily Tide", basis=Basis.STATED, source="record.yaml"),
    author=Fact(),
    published=Dated(value=DateRange.day(date(2017, 6, 1)), basis=Basis.INFERRED, source="a dateline on line 3"),
    url=Fact(),
    kind=DocumentKind.ARTICLE,
    kind_basis=Basis.INFERRED,
    sections=(
        Section(
            span=Span(0, len(TEXT)),
            heading="Harbour bridge opens late",
            published=Dated(value=DateRange.day(date(2017, 6, 1)), basis=Basis.INFERRED, source="its dateline"),
            author=Fact(),
            blocks=(
                Block(span=Span(0, 19), kind=BlockKind.FURNITURE, reason="a row of links"),
                Block(span=Span(20, 45), kind=BlockKind.HEADING, reason="short and without a full stop"),
                Block(span=Span(47, len(TEXT) - 1), kind=BlockKind.PARAGRAPH),
            ),
        ),
    ),
    spoken=(SpokenSpan(span=Span(180, 190), speaker="Ada Quill"),),
)

SKIPPED: Final = (Skipped(path="scan.tiff", reason="no reader for .tiff files"),)

OUTLINE: Final = replace(
    (_outline := outline_document(DOCUMENT, ())), sections=(replace(_outline.sections[0], passages=3, own_voice=2),)
)
"""The same as lists and reports have it, with three passages."""

WEIGHTS: Final = (
    Weight("topic", "same measure", 1.5, "the bridge opened", "the bridge opened"),
    Weight("date", "same year", 2.1, "2017", "May 2017"),
    Weight("speaker", "own voice", -0.1),
)

SUPPORT: Final = Evidence(
    document="news/bridge.txt",
    quote="The bridge opened in May 2017, four months after the date in the contract.",
    span=Span(47, 121),
    stance=Stance.SUPPORTS,
    eligibility=Eligibility.INDEPENDENT,
    rule="date/same-year",
    published=DateRange.day(date(2017, 6, 1)),
    about=DateRange.month(2017, 5),
    origin="origin-1",
    weights=WEIGHTS,
    note="May 2017 lies within 2017",
)

REFUTAL: Final = replace(
    SUPPORT,
    stance=Stance.REFUTES,
    rule="quantity/different-value",
    quote="It cost £12 million, the audit office found.",
    span=Span(122, 166),
    speaker="the audit office",
    attribution="“found” after its name",
    resolved=("“it” is Dunmore Council, the only body just before",),
    interested=True,
    page=3,
    note="£12 million is not £9 million",
)

OWN_WORDS: Final = replace(
    SUPPORT,
    quote="Mayor Ada Quill said the bridge was a triumph.",
    span=Span(167, 213),
    eligibility=Eligibility.OWN_WORDS,
    speaker="Ada Quill",
)

CONTEXT: Final = replace(
    SUPPORT,
    stance=Stance.NEUTRAL,
    rule="none",
    gate="period: 2012 is not 2017",
    note="another bridge year",
    weights=(),
)

CLAIM: Final = Claim(
    id="bridge-on-time",
    text="We opened the harbour bridge in 2017 for £9 million.",
    quote="opened the harbour bridge in 2017",
    speaker="Ada Quill",
    date=DateRange.day(date(2018, 3, 2)),
    source="news/speech.txt",
    about=DateRange.year(2017),
)


def make_verdict(label: VerdictLabel = VerdictLabel.DISPUTED, **changes: object) -> Verdict:
    """Return a verdict with a quote on each side, changed as asked."""
    verdict = Verdict(
        claim=CLAIM,
        said=SourceMatch(said=Said.VERBATIM, span=Span(4, 37)),
        label=label,
        rule=f"verdict/{label}",
        reason="One source confirms the year; the audit office names another cost.",
        margin=0.4,
        fragile=True,
        parts=(
            Finding(
                part=PartRead(
                    text="We opened the harbour bridge in 2017",
                    read_as="We opened the harbour bridge in 2017",
                    resolved=("“We” is Dunmore Council, for which its speaker answers",),
                    about=DateRange.year(2017),
                    about_from="“in 2017”",
                    names=("Dunmore Council",),
                ),
                label=VerdictLabel.SUPPORTED,
                rule="finding/one-side",
                reason="One origin says so.",
                margin=3.5,
            ),
        ),
        supporting=(SUPPORT,),
        contradicting=(REFUTAL,),
        own_words=(OWN_WORDS,),
        context=(CONTEXT,),
    )
    return replace(verdict, **changes)  # type: ignore[arg-type] # the fields are as many types as names


def make_report(*verdicts: Verdict, **changes: object) -> Report:
    """Return a report on these verdicts, changed as asked."""
    report = Report(
        report_id="f" * 16,
        version="0.1.0",
        config={"as_of": "2018-12-31", "stance": "rules"},
        as_of=DateRange.day(date(2018, 12, 31)),
        documents=(OUTLINE,),
        verdicts=verdicts,
        skipped=SKIPPED,
        coverage=Coverage(
            documents=1,
            sections=1,
            passages=3,
            own_voice_passages=2,
            furniture_blocks=1,
            undated_documents=1,
            claims=len(verdicts),
            candidates_cut=1,
        ),
        limits=("Only English is read.",),
    )
    return replace(report, **changes)  # type: ignore[arg-type] # the fields are as many types as names


def make_intake() -> Intake:
    """Return a record of one document, with one file skipped."""
    return Intake(documents=(DOCUMENT,), skipped=SKIPPED)
