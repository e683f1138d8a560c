"""The report as Markdown, read as a page reads it: nothing of a document is markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.model import Decided, Decision, Fact, Skipped, Tie, VerdictLabel
from factcheck.render.harmless import show_line
from factcheck.render.look import Look
from factcheck.render.report_markdown import escape, make_markdown
from tests.hostile_texts import HOSTILE
from tests.report_factory import CLAIM, OUTLINE, SUPPORT, make_report, make_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from factcheck.model import Report

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def render(report: Report) -> str:
    return make_markdown(Look())(report, width=80)


def tokens_of(written: str) -> list[Token]:
    return [one for token in READER.parse(written) for one in (token, *(token.children or ()))]


def sorts(tokens: Iterable[Token]) -> set[str]:
    return {token.type for token in tokens}


def text_of(inline: Token) -> str:
    return "".join("\n" if one.type in {"softbreak", "hardbreak"} else one.content for one in inline.children or ())


def quotes_of(written: str) -> list[str]:
    """The first line of every blockquote, as a page shows it."""
    tokens = READER.parse(written)
    places = [place for place, token in enumerate(tokens) if token.type == "blockquote_open"]
    return [text_of(tokens[place + 2]) for place in places]


def test_the_table_has_a_row_for_each_claim_and_the_quotes_are_blocks() -> None:
    written = render(make_report(*(make_verdict(label) for label in VerdictLabel)))
    rows = [token for token in READER.parse(written) if token.type == "tr_open"]
    assert len(rows) == 1 + len(VerdictLabel)
    assert quotes_of(written)[:2] == [
        "“The bridge opened in May 2017, four months after the date in the contract.”",
        "“It cost £12 million, the audit office found.”",
    ]
    assert len(quotes_of(written)) == 4 * len(VerdictLabel)
    assert "stopped by period\\: 2012" not in written
    assert "stopped by period: 2012 is not 2017" in written


def test_a_source_is_named_and_linked_where_it_has_an_address() -> None:
    linked = replace(OUTLINE, url=Fact(value="https://tide.example/a?b=1#c"))
    written = render(make_report(make_verdict(), documents=(linked,)))
    assert "— “Harbour bridge opens late”, The Daily Tide, 2017-06-01; the document's own voice" in written
    links = [token.attrs["href"] for token in tokens_of(written) if token.type == "link_open"]
    assert set(links) == {"https://tide.example/a?b=1#c"}
    hostile = replace(OUTLINE, url=Fact(value="javascript:alert(1)"))
    assert "link_open" not in sorts(tokens_of(render(make_report(make_verdict(), documents=(hostile,)))))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_text_wherever_they_stand(text: str) -> None:
    decision = Decision(claim="a", decision=VerdictLabel.DISPUTED, reason=text, by=text, date=date(2018, 6, 14))
    verdict = make_verdict(
        claim=replace(CLAIM, text=text, speaker=text, source=text),
        reason=text,
        supporting=(replace(SUPPORT, quote=text, note=text, gate=text, speaker=text, attribution=text),),
        decided=Decided(standing=decision, tie=Tie.STALE),
    )
    outline = replace(OUTLINE, title=Fact(value=text), publisher=Fact(value=text))
    report = make_report(verdict, documents=(outline,), skipped=(Skipped(path=text, reason=text),), limits=(text,))
    written = render(report)
    written.encode("utf-8")
    plain = render(make_report(make_verdict(decided=verdict.decided)))
    assert sorts(tokens_of(written)) <= sorts(tokens_of(plain))
    assert quotes_of(written)[0].split() == f"“{show_line(text)}”".split()
    assert not {"\x1b", "\u202e", "\x9b", "\x00"} & set(written)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_text_in_a_line_and_in_a_table(text: str) -> None:
    line = show_line(text)
    inline = READER.parseInline(f"“{escape(text)}”")[0]
    assert sorts(inline.children or ()) <= {"text", "text_special"}
    assert text_of(inline).split(" ") == f"“{line}”".split(" ")
    table = READER.parse(f"| a | b |\n| --- | --- |\n| “{escape(text)}” | c |\n")
    assert [token.type for token in table].count("td_open") == 2


def test_bare_addresses_are_broken_up() -> None:
    assert escape("http://a.example www.b.example WWW.c.example mailto:d") == (
        "http\\://a.example www\\.b.example WWW\\.c.example mailto\\:d"
    )


def test_a_decision_stands_beside_the_verdict() -> None:
    decision = Decision(
        claim=CLAIM.id, decision=VerdictLabel.CONTRADICTED, reason="It cost more.", by="Ann Lee", date=date(2018, 6, 14)
    )
    written = render(make_report(make_verdict(decided=Decided(standing=decision, tie=Tie.STALE))))
    assert "| ≠ disputed | contradicted, stale |" in written
    told = "contradicted, by Ann Lee on 2018-06-14: It cost more. (stale: the evidence under it has changed since)"
    assert f"- **Decision:** {told}\n" in written


def test_a_report_without_claims_has_its_limits() -> None:
    written = render(make_report())
    assert "- no claims\n" in written
    assert "  - Only English is read.\n" in written
