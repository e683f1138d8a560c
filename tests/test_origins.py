"""Copies and rewrites of one text are one origin; what a document adds, or tells in its own words, is its own."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.dates import parse_edtf
from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    Eligibility,
    Evidence,
    Intake,
    PartRead,
    Said,
    SourceMatch,
    Stance,
    VerdictLabel,
    Weight,
)
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.reading import read_document
from factcheck.render.detail import make_detail
from factcheck.render.look import Look
from factcheck.values import Span
from factcheck.verdict import Texts, mark_origins, reach_verdict
from tests.bench import make_claim, make_document, read_parts
from tests.made_up_articles import CLOSED, LEAD, LEADER, LIGHTLY_REWRITTEN, LOCAL, OWN_WORDS, SPOKEN, SURVEY, WIRE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

INDEPENDENT, SAME_ORIGIN = Eligibility.INDEPENDENT, Eligibility.SAME_ORIGIN
LEEWAY: Final = 3.0
"""How much longer than its length a text may take: clocks are coarse."""


def _record(texts: Mapping[str, str]) -> dict[str, Document]:
    return {path: make_document(text, path=path) for path, text in texts.items()}


def _quote(document: Document, quote: str, *, stance: Stance = Stance.SUPPORTS, published: str = "") -> Evidence:
    start = document.text.index(quote)
    return Evidence(
        document=document.path,
        quote=quote,
        span=Span(start, start + len(quote)),
        stance=stance,
        eligibility=INDEPENDENT,
        rule="made/up",
        published=parse_edtf(published) if published else None,
    )


def _mark(texts: Mapping[str, str], quotes: Iterable[tuple[str, str]]) -> list[Evidence]:
    """Mark quotes, each of a document, in the order of the documents' names."""
    record = _record(texts)
    evidence = [_quote(record[path], quote) for path, quote in quotes]
    return mark_origins(evidence, texts=Texts(record))


def _sentences(text: str) -> list[str]:
    return [passage.text for passage in read_document(make_document(text))]


def _with(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def _cut(text: str, *, share: float, seed: int) -> str:
    """A text that lacks a share of its words, drawn by chance: the first of no paragraph, and no two that are near."""
    chance = random.Random(seed)
    kept = APART

    def drop(word: re.Match[str]) -> str:
        nonlocal kept
        dropped = kept >= APART and chance.random() < share
        kept = 0 if dropped else kept + 1
        return "" if dropped else word[0]

    return re.sub(r"(?<= )[\w,£]+ ", drop, text)


APART: Final = 5
"""Words between two that are dropped, at the least: a sentence that lost a fifth of its words is another sentence."""


# --- quotes by themselves ----------------------------------------------------------------------------

LONG = "The harbour bridge was rebuilt in 2016 at a cost of £12m, the audit office found in its report."


def _quoted(document: str, quote: str, published: str = "", stance: Stance = Stance.SUPPORTS) -> Evidence:
    return replace(
        _quote(make_document(quote, path=document), quote, stance=stance, published=published),
        weights=(Weight("topic", "same", 1.5), Weight("made/up", "same", 2.5)),
    )


def test_a_copy_has_the_origin_of_the_earliest() -> None:
    marked = mark_origins(
        [
            _quoted("late.txt", LONG, "2018"),
            _quoted("early.txt", LONG, "2016"),
            _quoted("edited.txt", LONG.replace("found", "has found"), "2017"),
            _quoted("undated.txt", LONG),
        ]
    )
    by_document = {one.document: one for one in marked}
    assert {one.origin for one in marked} == {"early.txt"}
    assert by_document["early.txt"].eligibility is Eligibility.INDEPENDENT
    assert all(
        by_document[name].eligibility is Eligibility.SAME_ORIGIN for name in ("late.txt", "edited.txt", "undated.txt")
    )


def test_texts_of_their_own_keep_their_origins() -> None:
    other = "Nobody knew in 2015 who would pay for the work on the old bridge at the harbour mouth."
    marked = mark_origins([_quoted("a.txt", LONG), _quoted("b.txt", other)])
    assert {one.origin for one in marked} == {"a.txt", "b.txt"}
    assert all(one.eligibility is Eligibility.INDEPENDENT for one in marked)


@pytest.mark.parametrize(("old", "new"), [("£12m", "£31m"), ("was rebuilt", "was not rebuilt"), ("2016", "2011")])
def test_what_says_otherwise_is_no_copy(old: str, new: str) -> None:
    marked = mark_origins(
        [_quoted("a.txt", LONG, "2016"), _quoted("b.txt", LONG.replace(old, new), "2017", Stance.REFUTES)]
    )
    assert all(one.eligibility is Eligibility.INDEPENDENT for one in marked)


def test_own_words_stay_own_words() -> None:
    own = replace(_quoted("b.txt", LONG, "2018"), eligibility=Eligibility.OWN_WORDS)
    marked = mark_origins([_quoted("a.txt", LONG, "2016"), own])
    assert [one.eligibility for one in sorted(marked, key=lambda one: one.document)][1] is Eligibility.OWN_WORDS


def test_an_article_that_copies_the_speakers_own_words_is_no_origin_of_its_own() -> None:
    own = replace(_quoted("blog.txt", LONG, "2016"), eligibility=Eligibility.OWN_WORDS)
    marked = mark_origins([own, _quoted("news.txt", LONG, "2017")])
    parts = [PartRead.of(part) for part in read_parts(LONG)]
    verdict = reach_verdict(make_claim(LONG), parts, marked, said=SourceMatch(said=Said.NO_SOURCE), cut=False)
    assert verdict.label is VerdictLabel.INSUFFICIENT
    assert marked[1].eligibility is Eligibility.ECHO


@pytest.mark.parametrize(
    ("quote", "published", "stance", "eligibility"),
    [
        (LONG, "2017", Stance.SUPPORTS, Eligibility.ECHO),
        (LONG, "", Stance.SUPPORTS, Eligibility.ECHO),
        (LONG.replace("found", "has found"), "2017", Stance.SUPPORTS, Eligibility.ECHO),
        (LONG, "2015", Stance.SUPPORTS, Eligibility.INDEPENDENT),
        (LONG, "2017", Stance.REFUTES, Eligibility.INDEPENDENT),
        (LONG.replace("£12m", "£31m"), "2017", Stance.SUPPORTS, Eligibility.INDEPENDENT),
        ("The bridge was rebuilt by the council.", "2017", Stance.SUPPORTS, Eligibility.INDEPENDENT),
    ],
)
def test_what_repeats_the_speaker_is_an_echo(
    quote: str, published: str, stance: Stance, eligibility: Eligibility
) -> None:
    marked = mark_origins([_quoted("news.txt", quote, published, stance)], words=LONG, since=parse_edtf("2016"))
    assert marked[0].eligibility is eligibility


def test_without_words_of_the_speaker_nothing_is_an_echo() -> None:
    assert mark_origins([_quoted("news.txt", LONG, "2017")])[0].eligibility is Eligibility.INDEPENDENT


@given(st.permutations([_quoted(f"{n}.txt", LONG if n % 2 else LONG[::-1], str(2010 + n)) for n in range(5)]))
def test_the_order_of_evidence_changes_no_origin(evidence: list[Evidence]) -> None:
    origins = {one.document: (one.origin, one.eligibility) for one in mark_origins(evidence)}
    again = mark_origins(sorted(evidence, key=lambda one: one.document))
    assert origins == {one.document: (one.origin, one.eligibility) for one in again}


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (LONG, LONG.removesuffix(".")),
        (LONG.replace("audit office", "auditors"), "The harbour bridge was rebuilt in 2016 at a cost of £12m, the"),
        (
            LONG.replace("harbour ", ""),
            "bridge was rebuilt in 2016 at a cost of £12m, the audit office found in its report",
        ),
    ],
)
def test_a_copied_sentence_shows_the_words_that_it_shares(other: str, shared: str) -> None:
    copy = mark_origins([_quoted("a.txt", LONG, "2016"), _quoted("b.txt", other, "2017")])[1]
    assert copy.shared == shared
    assert copy.shared in other
    assert copy.note == f"shares {len(shared.split())} words in a row with a.txt: “{shared}”"


# --- one text, carried by two documents -------------------------------------------------------------

REWRITTEN: Final = list(zip(_sentences(WIRE), _sentences(LIGHTLY_REWRITTEN), strict=True))
SHORTER: Final = SURVEY.replace(", and that nobody had asked why the first estimate was so low", "")
LONGER: Final = CLOSED.replace("trade.", "trade, and the ferry ran empty for most of that time too.")
FREELY: Final = (
    "While its piers were rebuilt the bridge stayed closed for nineteen months, and a survey by the chamber of trade "
    "says that traders on the quay lost a third of custom."
)
JOINED: Final = f"{LEAD.removesuffix('.')}, and t{SURVEY[1:]}"
LED: Final = LEAD.replace("the audit office said on Tuesday", "and why is told in a report")
SPELT: Final = LEAD.replace("£12m", "£12 million")
COPIES: Final = [
    ("word for word", WIRE, LEAD, LEAD),
    ("another headline and byline", _with("Bridge bill doubles", "By Ben Marsh", WIRE), SURVEY, SURVEY),
    ("an agency's credit", _with(WIRE, "(PA)"), CLOSED, CLOSED),
    *((f"rewritten, sentence {n}", LIGHTLY_REWRITTEN, *pair) for n, pair in enumerate(REWRITTEN)),
    ("a lead of another wording", _with(LED, SURVEY, CLOSED), LEAD, LED),
    ("a paragraph added at the end", _with(WIRE, LOCAL), CLOSED, CLOSED),
    ("a paragraph added in the middle", _with(LEAD, LOCAL, SURVEY, CLOSED), CLOSED, CLOSED),
    ("paragraphs added at the head", _with(LOCAL, LOCAL[::-1], WIRE), LEAD, LEAD),
    ("sentences left out", _with(LEAD, CLOSED), CLOSED, CLOSED),
    ("a sentence cut short", _with(LEAD, SHORTER, CLOSED), SURVEY, SHORTER),
    ("a clause of its own at the end", _with(LEAD, SURVEY, LONGER), CLOSED, LONGER),
    ("clauses in another order", _with(LEAD, SURVEY, FREELY), CLOSED, FREELY),
    ("two sentences as one", _with(JOINED, CLOSED), SURVEY, JOINED),
    ("paragraphs in another order", _with(CLOSED, LEADER, LEAD, SURVEY), SURVEY, SURVEY),
    ("all in one paragraph", WIRE.replace("\n\n", " "), SURVEY, SURVEY),
    (
        "other quotation marks",
        WIRE.replace("“", '"').replace("”", '"'),
        SPOKEN,
        SPOKEN.replace("“", '"').replace("”", '"'),
    ),
    ("an amount spelt otherwise", _with(SPELT, SURVEY, CLOSED), LEAD, SPELT),
    ("upper case", WIRE.replace(LEAD, LEAD.upper()), LEAD, LEAD.upper()),
]


@pytest.mark.parametrize(("text", "quote", "copy"), [row[1:] for row in COPIES], ids=[row[0] for row in COPIES])
def test_what_comes_from_one_text_is_one_origin(text: str, quote: str, copy: str) -> None:
    first, second = _mark({"a.txt": WIRE, "b.txt": text}, [("a.txt", quote), ("b.txt", copy)])
    assert (first.origin, first.eligibility) == ("a.txt", INDEPENDENT)
    assert (second.origin, second.eligibility) == ("a.txt", SAME_ORIGIN)
    assert second.shared
    assert second.shared in text
    assert f" with a.txt: “{second.shared}”" in second.note


# --- two documents of their own ---------------------------------------------------------------------

REPHRASED: Final = "Traders on the quay lost a third of custom while the bridge was shut for nineteen months, they say."
OWN_LEAD: Final = "Shopkeepers by the water told the Post that the bridge had cost the town £12m in 2016."
FIGURES: Final = "For £12m the town got a bridge in 2016, and a report."
NAMES: Final = "Nobody at the Dunmore harbour board had read the report of the audit office in 2016."
OFFICIAL: Final = (
    "“The council has failed those who pay for it, and it must not be let near another bridge until it learns,” the "
    "audit office said."
)
ABOUT_US: Final = (
    "The Dunmore Post belongs to its readers and is printed twice a week. If you have seen a mistake in this article, "
    "write to the editor at the address on page two, and we shall look into it within seven days of your letter."
)
SHIPS: Final = "The harbour master counted forty ships in May, three fewer than he had counted the year before that."
OWNS: Final = [
    ("its own reporting beside the wire", _with(WIRE, LOCAL, OWN_LEAD), LEAD, OWN_LEAD),
    ("its own reporting before the wire", _with(OWN_LEAD, WIRE), LEAD, OWN_LEAD),
    ("its own reporting between", _with(LEAD, SURVEY, REPHRASED, LEADER), LEADER, REPHRASED),
    ("its own reporting of what the wire tells", _with(WIRE, REPHRASED), LEAD, REPHRASED),
    *((f"a report of its own, {n}", text, LEAD, _sentences(text)[0]) for n, text in enumerate(OWN_WORDS)),
    ("the same figures", _with(FIGURES, LOCAL), LEAD, FIGURES),
    ("the same names of bodies", _with(NAMES, LOCAL), LEAD, NAMES),
    ("another figure", WIRE.replace("£12m", "£31m"), LEAD, LEAD.replace("£12m", "£31m")),
    ("another year", WIRE.replace("2016", "2011"), LEAD, LEAD.replace("2016", "2011")),
    ("a title alone", _with("Dunmore Council spent £12m on the harbour bridge", FIGURES), LEAD, FIGURES),
    ("one quotation of the same speaker", _with(OWN_LEAD, SPOKEN, LOCAL), LEAD, OWN_LEAD),
    ("another document altogether", SHIPS, LEAD, SHIPS),
]


@pytest.mark.parametrize(("text", "quote", "own"), [row[1:] for row in OWNS], ids=[row[0] for row in OWNS])
def test_what_a_document_says_itself_is_its_own(text: str, quote: str, own: str) -> None:
    for marked in (
        _mark({"a.txt": WIRE, "b.txt": text}, [("a.txt", quote), ("b.txt", own)]),
        _mark({"b.txt": WIRE, "a.txt": text}, [("a.txt", own), ("b.txt", quote)]),
    ):
        assert [(one.origin, one.eligibility, one.shared) for one in marked] == [
            ("a.txt", INDEPENDENT, ""),
            ("b.txt", INDEPENDENT, ""),
        ]


@pytest.mark.parametrize(
    "common",
    [pytest.param(OFFICIAL, id="an official sentence"), pytest.param(ABOUT_US, id="what the paper says of itself")],
)
def test_one_thing_in_common_leaves_all_else_its_own(common: str) -> None:
    ours, theirs = OWN_WORDS[1], OWN_WORDS[5]
    texts = {"a.txt": _with(common, ours, common), "b.txt": _with(theirs, common)}
    pairs = [(one, other) for one in _sentences(ours) for other in _sentences(theirs)]
    for one, other in pairs:
        marked = _mark(texts, [("a.txt", one), ("b.txt", other)])
        assert [two.origin for two in marked] == ["a.txt", "b.txt"]


def test_an_official_sentence_that_two_documents_quote_counts_once() -> None:
    texts = {"a.txt": _with(OWN_WORDS[1], OFFICIAL), "b.txt": _with(OFFICIAL, OWN_WORDS[5])}
    own = [("a.txt", _sentences(OWN_WORDS[1])[0]), ("b.txt", _sentences(OWN_WORDS[5])[0])]
    marked = _mark(texts, [*own, ("a.txt", OFFICIAL), ("b.txt", OFFICIAL)])
    assert {one.origin for one in marked if one.quote != OFFICIAL} == {"a.txt", "b.txt"}
    assert {one.origin for one in marked if one.quote == OFFICIAL} == {"a.txt"}
    assert [one.document for one in marked if one.eligibility is SAME_ORIGIN] == ["b.txt"]


def test_furniture_and_headings_are_no_shared_text() -> None:
    record = _record({"a.txt": WIRE, "b.txt": _with(WIRE, OWN_LEAD)})
    for kind in (BlockKind.FURNITURE, BlockKind.HEADING):
        aside = {}
        for path, document in record.items():
            section = document.sections[0]
            blocks = tuple(
                replace(block, kind=block.kind if block.span.of(document.text) in {LEAD, OWN_LEAD} else kind)
                for block in section.blocks
            )
            aside[path] = replace(document, sections=(replace(section, blocks=blocks),))
        evidence = [_quote(aside["a.txt"], LEAD), _quote(aside["b.txt"], OWN_LEAD)]
        assert not any(one.shared for one in mark_origins(evidence, texts=Texts(aside)))


def test_two_documents_of_unknown_publishers_are_two_origins() -> None:
    record = _record({"a.txt": OWN_WORDS[0], "b.txt": OWN_WORDS[1]})
    assert all(document.publisher.value is None for document in record.values())
    evidence = [_quote(document, _sentences(document.text)[0]) for document in record.values()]
    assert {one.origin for one in mark_origins(evidence, texts=Texts(record))} == {"a.txt", "b.txt"}


def test_reports_of_one_event_share_no_text() -> None:
    record = _record({f"{n}.txt": text for n, text in enumerate(OWN_WORDS)})
    texts = Texts(record)
    for one, other in combinations(record.values(), 2):
        for quote in _sentences(one.text):
            assert texts.compare(_quote(one, quote), _quote(other, _sentences(other.text)[0])) is None


# --- which origin -----------------------------------------------------------------------------------


def test_a_document_has_an_origin_for_each_of_its_texts() -> None:
    texts = {"a.txt": WIRE, "b.txt": _with(OWN_LEAD, LOCAL, LIGHTLY_REWRITTEN)}
    copy = _sentences(LIGHTLY_REWRITTEN)[3]
    marked = _mark(texts, [("a.txt", CLOSED), ("b.txt", OWN_LEAD), ("b.txt", copy)])
    assert [(one.origin, one.eligibility) for one in marked] == [
        ("a.txt", INDEPENDENT),
        ("b.txt", INDEPENDENT),
        ("a.txt", SAME_ORIGIN),
    ]


def test_two_sentences_of_one_text_in_two_documents_have_one_origin() -> None:
    first, second = _mark({"a.txt": WIRE, "b.txt": _with(WIRE, LOCAL)}, [("a.txt", LEAD), ("b.txt", CLOSED)])
    assert (second.origin, second.eligibility) == (first.origin, INDEPENDENT)
    assert "words in a row with a.txt" in second.note


def test_the_earliest_document_is_the_origin() -> None:
    record = _record({"a.txt": WIRE, "b.txt": LIGHTLY_REWRITTEN, "c.txt": _with(WIRE, LOCAL)})
    quotes = {"a.txt": LEAD, "b.txt": _sentences(LIGHTLY_REWRITTEN)[0], "c.txt": LEAD}
    dates = {"a.txt": "2018", "b.txt": "2017", "c.txt": ""}
    evidence = [_quote(record[path], quote, published=dates[path]) for path, quote in quotes.items()]
    marked = {one.document: one for one in mark_origins(evidence, texts=Texts(record))}
    assert {one.origin for one in marked.values()} == {"b.txt"}
    assert [path for path, one in marked.items() if one.eligibility is INDEPENDENT] == ["b.txt"]


def test_what_says_otherwise_in_a_rewrite_is_no_copy() -> None:
    otherwise = CLOSED.replace("was closed", "was never closed")
    record = _record({"a.txt": WIRE, "b.txt": WIRE.replace(CLOSED, otherwise)})
    evidence = [_quote(record["a.txt"], CLOSED), _quote(record["b.txt"], otherwise, stance=Stance.REFUTES)]
    assert all(one.eligibility is INDEPENDENT for one in mark_origins(evidence, texts=Texts(record)))


def test_a_rewrite_of_the_speakers_own_text_is_an_echo() -> None:
    record = _record({"a.txt": WIRE, "b.txt": LIGHTLY_REWRITTEN})
    own = replace(_quote(record["a.txt"], CLOSED), eligibility=Eligibility.OWN_WORDS)
    echo = _quote(record["b.txt"], _sentences(LIGHTLY_REWRITTEN)[3])
    assert [one.eligibility for one in mark_origins([own, echo], texts=Texts(record))] == [
        Eligibility.OWN_WORDS,
        Eligibility.ECHO,
    ]


def test_a_copy_of_a_sentence_on_one_part_of_a_claim_leaves_the_other_part_alone() -> None:
    record = _record({"a.txt": WIRE, "b.txt": WIRE.replace(CLOSED, FREELY)})
    first = _quote(record["a.txt"], CLOSED)
    second = replace(_quote(record["b.txt"], _sentences(record["b.txt"].text)[3]), part=1)
    assert all(one.eligibility is INDEPENDENT for one in mark_origins([first, second], texts=Texts(record)))


def test_the_run_that_is_shown_is_the_writers_and_no_quotation() -> None:
    copy = _mark({"a.txt": WIRE, "b.txt": LIGHTLY_REWRITTEN}, [("a.txt", CLOSED), ("b.txt", REWRITTEN[3][1])])[1]
    assert copy.shared == "piers were rebuilt, and traders on the quay lost a third of their custom"
    assert copy.note == f"shares 14 words in a row with a.txt: “{copy.shared}”"


def test_a_long_shared_run_is_shown_to_the_end_of_a_word() -> None:
    line = "the word after the other goes on " * 40
    long = f"Once {line.strip()} until it stops."
    second = _mark({"a.txt": long, "b.txt": f"{long} Then more."}, [("a.txt", long), ("b.txt", long)])[1]
    assert len(second.shared) <= 200
    assert long.startswith(f"{second.shared} ")
    assert second.note.startswith("shares 284 words in a row with a.txt: “Once the word")


# --- the whole way ----------------------------------------------------------------------------------

CLAIM: Final = Claim(id="bridge", text="Dunmore Council spent £9m on the harbour bridge in 2016.")


def _verify(texts: Mapping[str, str]) -> tuple[str, float, list[Evidence], str]:
    record = tuple(
        replace(one, published=make_document("", published="2018-06-14").published) for one in _record(texts).values()
    )
    report = verify([CLAIM], hold(Intake(documents=record)), Settings())
    verdict = report.verdicts[0]
    shown = make_detail(Look())(report, width=0)
    return verdict.label, verdict.margin, [*verdict.contradicting, *verdict.context], shown


def test_a_rewrite_counts_once_and_shows_why() -> None:
    alone = _verify({"a.txt": WIRE})
    label, margin, evidence, shown = _verify({"a.txt": WIRE, "b.txt": _with(LIGHTLY_REWRITTEN, LOCAL)})
    assert alone[0] == "contradicted"
    assert (label, margin) == alone[:2]
    copy = next(one for one in evidence if one.document == "b.txt" and one.eligibility is SAME_ORIGIN)
    assert copy.shared in LIGHTLY_REWRITTEN
    assert f"words in a row with a.txt: “{copy.shared}”" in shown


@given(st.permutations(["wire", "light", "local", "own", "other"]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_documents_changes_nothing(order: list[str]) -> None:
    texts = {
        "wire": WIRE,
        "light": LIGHTLY_REWRITTEN,
        "local": _with(WIRE, OWN_LEAD, LOCAL),
        "own": OWN_WORDS[1],
        "other": OWN_WORDS[4],
    }
    quotes = {"wire": LEAD, "light": _sentences(LIGHTLY_REWRITTEN)[0], "local": OWN_LEAD} | {
        name: _sentences(texts[name])[0] for name in ("own", "other")
    }
    record = _record({name: texts[name] for name in order})
    marked = mark_origins([_quote(record[name], quotes[name]) for name in order], texts=Texts(record))
    assert {one.document: one.origin for one in marked} == {**{name: name for name in texts}, "wire": "light"}
    assert marked == mark_origins([_quote(record[name], quotes[name]) for name in sorted(order)], texts=Texts(record))


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_copy_with_words_dropped_is_grouped(seed: int) -> None:
    copy = _cut(WIRE, share=0.05, seed=seed)
    for quote, other in zip(_sentences(WIRE), _sentences(copy), strict=True):
        first, second = _mark({"a.txt": WIRE, "b.txt": copy}, [("a.txt", quote), ("b.txt", other)])
        assert (second.origin, second.eligibility) == (first.origin, SAME_ORIGIN)


SYLLABLES: Final = "ba be bo da de do fa fe fo ga ge go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro".split()


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_paraphrase_in_other_words_is_never_grouped(seed: int) -> None:
    chance = random.Random(seed)
    others: dict[str, str] = {}

    def rephrase(word: re.Match[str]) -> str:
        return others.setdefault(word[0], "".join(chance.choices(SYLLABLES, k=3)))

    paraphrase = re.sub(r"[A-Za-z]{2,}", rephrase, WIRE)
    for quote, other in zip(_sentences(WIRE), paraphrase.split("\n\n"), strict=True):
        marked = _mark({"a.txt": WIRE, "b.txt": paraphrase}, [("a.txt", quote), ("b.txt", other)])
        assert [one.origin for one in marked] == ["a.txt", "b.txt"]


@given(st.sampled_from(["0.txt", "m.txt", "z.txt"]), st.sampled_from([WIRE, LIGHTLY_REWRITTEN, *OWN_WORDS]))
@settings(max_examples=12, deadline=None)
def test_a_copy_of_a_document_changes_no_verdict(path: str, text: str) -> None:
    texts = {"a.txt": text, "b.txt": LIGHTLY_REWRITTEN}
    assert _verify({**texts, path: text})[:2] == _verify(texts)[:2]


@given(st.sampled_from(["0.txt", "m.txt", "z.txt"]), st.sampled_from([SHIPS, ABOUT_US, LOCAL]))
@settings(max_examples=9, deadline=None)
def test_a_document_about_something_else_changes_nothing(path: str, text: str) -> None:
    texts = {"a.txt": WIRE, "b.txt": LIGHTLY_REWRITTEN, "c.txt": OWN_WORDS[1]}
    assert _verify({**texts, path: text})[:3] == _verify(texts)[:3]


# --- long and hostile texts -------------------------------------------------------------------------


def _time(one: str, other: str, quote: str) -> float:
    record = _record({"a.txt": one, "b.txt": other})
    evidence = [_quote(record["a.txt"], quote), _quote(record["b.txt"], quote)]
    started = time.process_time()
    mark_origins(evidence, texts=Texts(record))
    return time.process_time() - started


HOSTILE: Final = {
    "one sentence again and again": f"{LEAD} ",
    "one word again and again": "the " * 40,
    "a text again and again": f"{WIRE}\n\n",
    "quotation marks": "“" * 200 + "the bridge was closed ",
    "sentences that begin alike": "".join(f"The council of the harbour spent £{n}m. " for n in range(40)),
}


@pytest.mark.parametrize("text", list(HOSTILE.values()), ids=list(HOSTILE))
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    short, long = (f"{CLOSED}\n\n{text * (size // len(text))}" for size in (250_000, 1_000_000))
    spent = min(_time(short, short, CLOSED) for _ in range(2))
    assert _time(long, long, CLOSED) <= 4 * LEEWAY * spent + 0.1


def test_hundreds_of_bulletins_of_one_form_are_their_own_and_compared_in_seconds() -> None:
    record = _record({f"{n}.txt": WIRE.replace("£12m", f"£{n}m") for n in range(400)})
    evidence = [_quote(document, _sentences(document.text)[0]) for document in record.values()]
    started = time.process_time()
    marked = mark_origins(evidence, texts=Texts(record))
    assert time.process_time() - started < 15
    assert {one.document for one in marked} == {one.origin for one in marked}


def test_a_very_long_document_is_compared_in_seconds() -> None:
    chance = random.Random(5)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(20_000)]
    lines = (" ".join(chance.choices(words, k=60)) for _ in range(12_500))
    long = "\n".join([*lines, LIGHTLY_REWRITTEN])
    assert len(long) > 5_000_000
    assert _time(f"{long}\n{CLOSED}", WIRE, CLOSED) < 20
    repeated = f"{LEAD} " * 50_000
    assert _time(repeated, repeated, LEAD) < 20
