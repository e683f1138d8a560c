"""The page for a browser: what stands on it, and that it can be read by anybody."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from factcheck.dates import parse_edtf
from factcheck.model import (
    GATES,
    Correction,
    Decided,
    Decision,
    Difference,
    Flip,
    FlipKind,
    Inconsistency,
    OwnStatement,
    Said,
    SourceMatch,
    Tie,
    VerdictLabel,
)
from factcheck.render import REPORTS
from factcheck.render.html.page import render_page
from factcheck.render.html.periods import spell_period
from factcheck.render.look import Look
from factcheck.values import DateRange, Span
from tests.pages import (
    IN_CONTEXT,
    STOPPED,
    make_full_report,
    show,
    show_evidence,
    show_verdict,
)
from tests.report_factory import CLAIM, SUPPORT, TEXT, make_report, make_verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def said(element: HtmlElement) -> str:
    """The text of an element, its white space as a reader sees it."""
    return " ".join(element.text_content().split())


def by_class(element: HtmlElement, name: str) -> list[HtmlElement]:
    return element.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")  # type: ignore[no-any-return]


# --- the page as a whole -----------------------------------------------------------------------------


def test_the_same_report_gives_the_same_bytes_on_any_page() -> None:
    make = REPORTS.load("html")
    plain = make(Look(typographic=False))(make_full_report(), width=40)
    assert plain == make(Look(colour=True, why=True))(make_full_report(), width=0)
    assert plain.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert plain.endswith("</html>\n")


def test_the_policy_names_the_style_and_the_script_and_allows_nothing_else() -> None:
    page = show(make_full_report())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,), (script,) = page.xpath("//style/text()"), page.xpath("//script/text()")
    allowed = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert allowed.pop("style-src") == fingerprint(style)
    assert allowed.pop("script-src") == fingerprint(script)
    assert allowed == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_nothing_on_the_page_needs_what_the_policy_forbids() -> None:
    page = show(make_full_report())
    assert not page.xpath("//@style | //@src | //@srcset | //@background | //link | //iframe | //object | //base")
    assert [name for one in page.iter() for name in one.attrib if name.startswith("on")] == []
    assert all(re.match(r"#|https?://", address) for address in page.xpath("//@href"))


@pytest.mark.parametrize("name", ["style.css", "filter.js"])
def test_what_the_page_carries_cannot_end_its_element_and_loads_nothing(name: str) -> None:
    content = files("factcheck.render.html").joinpath(name).read_bytes().decode()
    assert "</" not in content
    assert "\r" not in content
    assert not re.search(r"url\(|@import|fetch|XMLHttp|import\(|eval|innerHTML|document\.write", content)


def test_every_id_stands_once_and_every_link_into_the_page_leads_somewhere() -> None:
    page = show(make_full_report())
    ids = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    links = {address[1:] for address in page.xpath("//@href") if address.startswith("#")}
    named = {name for names in page.xpath("//@aria-labelledby") for name in names.split()}
    assert links | named | set(page.xpath("//@for")) <= set(ids)


def test_headings_go_down_one_level_at_a_time_and_landmarks_have_names() -> None:
    page = show(make_full_report())
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [len(page.xpath(f"/html/body/{name}")) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert all(one.get("aria-label") or one.get("aria-labelledby") for one in page.iter("nav", "article", "form"))


def test_a_report_on_nothing_is_a_page_too() -> None:
    page = show(make_report(documents=(), skipped=(), limits=(), as_of=None, config={}))
    assert "No claim was checked." in said(page)
    assert "The record holds no document." in said(page)
    assert "Nothing was skipped." in said(page)
    assert page.find(".//form") is None


# --- the summary and the list ------------------------------------------------------------------------


def test_the_summary_counts_verdicts_and_names_the_run() -> None:
    report = replace(make_full_report(), config={"judge": "both", "index": "tantivy"})
    summary = show(report).get_element_by_id("summary")
    tallies = [said(one) for one in summary.xpath(".//ul[@class='tallies']/li")]
    signs = ["1✓Supported", "1✗Contradicted", "1≠Disputed", "1?Insufficient", "1–Not checkable"]
    assert tallies == signs
    for fact in (
        "the rules, and the learned model where they are silent",
        "index tantivy; judge both",
        "31 December 2018",
        f"{report.report_id} by factcheck 0.1.0",
        "2 verdicts hang on a single quote or origin.",
    ):
        assert fact in said(summary)


def test_every_claim_is_a_row_with_its_verdict_and_the_way_to_its_article() -> None:
    page = show(make_full_report())
    rows = page.xpath("//table[@class='claims']/tbody/tr")
    assert [row.get("data-verdict") for row in rows] == [
        "disputed",
        "supported",
        "contradicted",
        "insufficient",
        "not_checkable",
    ]
    first = rows[0]
    assert said(first.find("th/a")) == CLAIM.text
    assert [said(cell) for cell in first] == [
        "1",
        f"{CLAIM.text}Ada Quill, 2 March 2018",
        "≠Disputed fragile",
        "1",
        "1",
    ]
    assert page.get_element_by_id(first.find("th/a").get("href")[1:]).tag == "article"
    assert [row.get("data-documents") for row in rows] == ["1 2 3", "3", "3", "3", ""]


def test_filters_offer_what_there_is_and_are_hidden_until_a_script_runs() -> None:
    form = show(make_full_report()).get_element_by_id("filters")
    assert form.get("hidden") is not None
    assert form.xpath(".//select[@id='speaker']/option/text()") == ["any", "Ada Quill", "Tom Hart"]
    assert len(form.xpath(".//input[@name='verdict']")) == len(VerdictLabel)
    alone = show(make_report(make_verdict())).get_element_by_id("filters")
    assert alone.xpath(".//select") == []
    assert alone.xpath(".//input[@name='verdict']/@value") == ["disputed"]


# --- a claim -----------------------------------------------------------------------------------------


def test_a_quote_is_marked_among_what_stands_around_it() -> None:
    quote = show_evidence(IN_CONTEXT)
    assert [one.text_content() for one in quote.iter("mark")] == [IN_CONTEXT.quote]
    assert quote.find("blockquote").text_content() == TEXT[:166].replace("\n\n", "\n")


def test_what_stands_around_is_cut_between_words_and_the_quote_never() -> None:
    word = "harbour " * 40
    long = replace(IN_CONTEXT, prefix=word, suffix=f" {word}", quote="The bridge opened. " * 60)
    block = show_evidence(long).find("blockquote")
    before, after = block.text, block.find("mark").tail
    assert block.find("mark").text_content() == long.quote
    assert re.fullmatch(r"… (harbour )+", before)
    assert re.fullmatch(r"( harbour)+ …", after)
    assert max(len(before), len(after)) < 170


def test_a_quote_says_who_published_it_who_asserts_it_and_where_it_stands() -> None:
    told = said(show_evidence(replace(IN_CONTEXT, document="news/bridge.txt", page=3, speaker="Ann Lee")))
    for fact in (
        "For 1",
        "Harbour bridge opens late, The Daily Tide, page 3, 1 June 2017",
        "Asserted by Ann Lee; independent; speaks of May 2017.",
        "May 2017 lies within 2017",
        "Weighs +3.50, supports by date/same-year",
        "Stands in news/bridge.txt, characters 47 to 121",
        "of one origin with origin-1",
    ):
        assert fact in told


def test_weights_add_up_in_a_table_with_both_values() -> None:
    table = show_evidence(SUPPORT).find(".//table")
    rows = [[said(cell) for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Weight", "The claim has", "The passage has", "Value"],
        ["topic: same measure", "the bridge opened", "the bridge opened", "+1.50"],
        ["date: same year", "2017", "May 2017", "+2.10"],
        ["speaker: own voice", "", "", "−0.10"],
        ["together", "+3.50"],
    ]


def test_weights_that_moved_nothing_are_told_in_a_sentence() -> None:
    quote = show(make_full_report()).get_element_by_id("claim-1-aside-3")
    assert quote.find(".//table") is None
    assert said(quote.find("details/p")) == (
        "topic: same measure +1.50 (claim: the bridge opened, passage: the bridge opened); "
        "date: same year +2.10 (claim: 2017, passage: May 2017); speaker: own voice −0.10; together +3.50."
    )


def test_each_bar_begins_where_the_one_before_ended() -> None:
    bars = show_evidence(SUPPORT).xpath(".//table//rect")
    ends = [(number(one.get("x")), number(one.get("x")) + number(one.get("width"))) for one in bars]
    (_, first), second, (third, _), total = ends
    assert second[0] == pytest.approx(first, abs=0.02)
    assert third == pytest.approx(number(bars[3].get("width")), abs=0.02)  # what takes away ends where the sum does
    assert total[0] == 0
    assert [one.get("class") for one in bars] == ["up", "up", "down", "sum"]
    assert all(0 <= place <= 100.01 for pair in ends for place in pair)


def number(share: str) -> float:
    return float(share.removesuffix("%"))


def test_the_times_are_drawn_and_told_alike() -> None:
    article = show_verdict().get_element_by_id("claim-1")
    picture = article.find(".//svg[@role='img']")
    told = picture.find("desc").text_content().split("; ")
    assert told[0] == "Claim: speaks of 2017, said 2 March 2018"
    assert told[1] == "For 1: speaks of May 2017, published 1 June 2017"
    assert [said(one) for one in article.xpath(".//figure//li")] == told
    assert len(picture.findall("circle")) == len(told) == 5
    assert list(picture.xpath("./text[@class='year']/text()")) == ["2017", "2018", "2019"]


@pytest.mark.parametrize(
    "about",
    [
        *map(parse_edtf, ("2016-05/..", "../2016", "1066/2016", "2016~")),
        DateRange.year(1),
        DateRange.day(date.max),
        DateRange(first=None, last=None),
    ],
    ids=str,
)
def test_any_time_has_a_place_in_the_picture(about: DateRange) -> None:
    article = show_verdict(claim=replace(CLAIM, about=about)).get_element_by_id("claim-1")
    shapes = article.xpath(".//svg[@role='img']//rect")
    places = [number(one.get("x")) + number(one.get("width")) for one in shapes]
    assert all(0 <= place <= 100 for place in places)
    assert len(article.xpath(".//svg[@role='img']/text[@class='year']")) <= 9


def test_a_claim_and_quotes_without_dates_have_no_picture() -> None:
    bare = replace(SUPPORT, about=None, published=None)
    claim = replace(CLAIM, about=None, date=None)
    lists = {"contradicting": (), "own_words": (), "context": (), "parts": ()}
    article = show_verdict(claim=claim, supporting=(bare,), **lists).get_element_by_id("claim-1")
    assert article.find(".//figure") is None
    assert "undated" in said(article)


def test_parts_are_told_as_they_were_read() -> None:
    told = said(show_verdict().get_element_by_id("claim-1"))
    assert "Period2017 (“in 2017”)" in told
    assert "NamesDunmore Council" in told
    assert "Stands for“We” is Dunmore Council, for which its speaker answers" in told
    (finding,) = make_verdict().parts
    several = show_verdict(parts=(finding, replace(finding, label=VerdictLabel.INSUFFICIENT)))
    answers = [said(one) for one in several.xpath("//ol[@class='parts']/li/p[2]")]
    assert answers[1] == "?Insufficient One origin says so. finding/one-side, margin +3.50"


def test_what_the_verdict_hangs_on_is_told_with_the_way_to_the_quotes() -> None:
    page = show(make_full_report())
    told = said(page.get_element_by_id("claim-1"))
    assert "Without the quotes For 1 and Against 1, it would be insufficient." in told
    assert "Without the origin origin-1, it would be contradicted." in told
    assert "If the threshold “enough” were just above 3.5 instead of 2.5, it would be insufficient." in told
    steady = show_verdict(flips=())
    assert "No quote or origin taken away, and no threshold moved" in said(steady)
    gone = Flip(kind=FlipKind.QUOTES, without=("gone.txt:0-4",), verdict=VerdictLabel.SUPPORTED)
    assert "Without the quote gone.txt:0-4, it would be supported." in said(show_verdict(flips=(gone,)))


def test_what_did_not_count_says_what_stopped_it() -> None:
    article = show(make_full_report()).get_element_by_id("claim-1")
    apart = [said(one) for one in by_class(article, "name")]
    assert apart == [
        "For 1",
        "Against 1",
        "Own words 1 · supports · set apart: the speaker's own words",
        "Not counted 1 · supports · too weak, or too unsure of its time, to move the verdict",
        "Not counted 2 · contradicts · set apart: a copy of another source",
        "Not counted 3 · stopped by period: it speaks of another time",
    ]
    folded = [said(one) for one in article.xpath(".//section[@class='apart']/details/summary")]
    assert folded == [
        "1 passage: 1 the speaker's own words",
        "3 passages: 1 too weak; 1 a copy of another source; 1 stopped by period",
    ]


def test_a_gate_without_words_of_ours_is_named() -> None:
    page = show_verdict(context=(replace(STOPPED, gate="period: 2012 is not 2017"),))
    assert "Not counted 1 · stopped by period: 2012 is not 2017" in said(page)
    assert said(page.get_element_by_id("reading")).count("it speaks of another time.") == 1
    assert GATES.keys() >= {"subject", "period", "measure", "force", "polarity", "unit", "scope", "topic", "unsure"}


def test_a_claim_that_is_not_in_its_source_is_doubted_in_plain_sight() -> None:
    altered = SourceMatch(said=Said.ALTERED, difference="opened [-a-] {+the+} bridge")
    (warned,) = by_class(show_verdict(said=altered, candidates_cut=False), "warned")
    assert said(warned).startswith("In its source with other words, [-there-] {+here+} (news/speech.txt): opened [-a-]")


def test_the_record_and_what_was_not_looked_at_are_told() -> None:
    page = show(make_full_report())
    record, limits = said(page.get_element_by_id("record")), said(page.get_element_by_id("limits"))
    assert "Published1 June 2017 (inferred: a dateline on line 3)" in record
    assert f"SHA-256{'a' * 64}" in record
    for fact in ("scan.tiff: no reader for .tiff files", "Only English is read.", "1 document without a publication"):
        assert fact in limits


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("2016", "2016"),
        ("2016-05", "May 2016"),
        ("2016-05-03", "3 May 2016"),
        ("2014/2016", "2014 to 2016"),
        ("2014-02/2016-03", "1 February 2014 to 31 March 2016"),
        ("2014-02-03/..", "from 3 February 2014 on"),
        ("../2016-03-01", "until 1 March 2016"),
        ("2016-05~", "about May 2016"),
    ],
)
def test_periods_are_spelt_out(written: str, spelt: str) -> None:
    assert spell_period(parse_edtf(written)) == spelt


def test_a_period_without_ends_is_any_time() -> None:
    assert spell_period(DateRange(first=None, last=None)) == "at any time"
    assert spell_period(DateRange.day(date(800, 12, 25))) == "25 December 800"


def test_the_page_of_the_command_is_that_of_the_renderer() -> None:
    report = make_full_report()
    assert REPORTS.load("html")(Look())(report, width=0) == render_page(report, width=0)


# --- what people decided, what was withdrawn, and what a speaker said otherwise -----------------------


def test_a_decision_stands_beside_the_verdict() -> None:
    decision = Decision(
        claim=CLAIM.id, decision=VerdictLabel.DISPUTED, reason="Two <audits>.", by="Tom Hart", date=date(2018, 7, 1)
    )
    page = show_verdict(decided=Decided(standing=decision, tie=Tie.STALE))
    (told,) = by_class(page, "decision")
    assert said(told).startswith("Decision: disputed, by Tom Hart on 2018-07-01: Two <audits>. (stale")


def test_corrections_and_own_words_that_differ_have_a_section_where_there_are_any() -> None:
    correction = Correction(
        document="notes.txt",
        span=Span(0, 9),
        quote="",
        corrects="page.txt",
        retired=(Span(3, 9),),
        retired_quote="It <cost>.",
    )
    early = OwnStatement(words="It cost £9m.", date=DateRange.year(2016), claim="early")
    late = OwnStatement(words="It cost £12m.", document="page.txt", span=Span(4, 17))
    differ = Difference(first=0, second=1, rule="quantity/other-value", ours="£9m", theirs="£12m")
    topic = Inconsistency(speaker="Ann Lee", topic="bridge cost", statements=(early, late), differences=(differ,))
    page = show(make_report(make_verdict(), corrections=(correction,), self_consistency=(topic,)))
    (withdrawn,) = page.xpath("//section[@id='corrections']")
    (own,) = page.xpath("//section[@id='own-words']")
    assert "notes.txt corrects page.txt, where it retires “It <cost>.”" in said(withdrawn)
    assert "undated: It cost £12m. — page.txt, characters 4-17" in said(own)
    assert "1 and 2: £9m against £12m, by the rule quantity/other-value" in said(own)
    assert page.xpath("//nav//a[@href='#corrections']")
    plain = show(make_report(make_verdict()))
    assert not plain.xpath("//section[@id='corrections' or @id='own-words']")
    assert not plain.xpath("//nav//a[@href='#own-words']")
