"""The view of somebody who asks why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Said, SourceMatch, VerdictLabel
from factcheck.render.detail import list_similar
from factcheck.render.lines import lay_out
from factcheck.render.look import Look
from factcheck.render.table import make_table
from tests.report_factory import CLAIM, CONTEXT, SUPPORT, make_report, make_verdict


def explain(**changes: object) -> str:
    return make_table(Look(why=True))(make_report(make_verdict(**changes)), width=0)  # type: ignore[arg-type]


def test_every_weight_is_shown_with_both_values_and_their_sum() -> None:
    shown = explain()
    for line in (
        " +1.50  topic: same measure; claim: the bridge opened; passage: the bridge opened\n",
        " +2.10  date: same year; claim: 2017; passage: May 2017\n",
        " -0.10  speaker: own voice\n",
        " +3.50  together\n",
    ):
        assert line in shown


def test_a_quote_says_where_it_stands_who_asserts_it_and_by_which_rule() -> None:
    shown = explain()
    for line in (
        "news/bridge.txt, page 3, characters 122-166; speaks of 2017-05; of one origin with origin-1\n",
        "asserted by the audit office (“found” after its name); independent, with an interest in",
        "contradicts, by the rule quantity/different-value, part 1\n",
        "£12 million is not £9 million\n",
        "asserted by Ada Quill; the speaker's own words\n",
        "the document's own voice; independent\n",
    ):
        assert line in shown


def test_a_passage_that_did_not_count_names_the_gate() -> None:
    assert f"stopped by {CONTEXT.gate}\n" in explain()


def test_the_verdict_names_its_rule_its_margin_and_its_parts() -> None:
    shown = explain()
    assert "Rule: verdict/disputed, margin +0.40; fragile: " in shown
    assert "1. ✓ supported  We opened the harbour bridge in 2017 — One origin says so. (finding/one-side, " in shown


def test_nothing_is_left_out_on_a_terminal() -> None:
    many = tuple(replace(SUPPORT, quote=f"Quote {number}.") for number in range(8))
    report = make_report(make_verdict(supporting=many))
    shown = make_table(Look(why=True))(report, width=80)
    assert all(f"“Quote {number}.”" in shown for number in range(8))
    assert "8 passages from 1 origin" in shown


def test_empty_sides_say_so() -> None:
    shown = explain(supporting=(), contradicting=(), own_words=(), context=(), label=VerdictLabel.INSUFFICIENT)
    assert "Supported by: nothing that counts\n" in shown
    assert "Considered, did not count: nothing\n" in shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [(None, "Said: no source is named\n"), ("a.txt", "Said: its source, a.txt, is not in the record\n")],
)
def test_a_source_that_cannot_be_looked_at_says_why(source: str | None, shown: str) -> None:
    assert shown in explain(claim=replace(CLAIM, source=source), said=SourceMatch(said=Said.NO_SOURCE))


def test_claims_worded_alike_come_with_their_likeness() -> None:
    shown = lay_out(list_similar([(CLAIM, 91.6)], Look()), width=0, colour=False)
    assert f"   92 % {CLAIM.text}\n" in shown
    assert "bridge-on-time · Ada Quill, 2018-03-02" in shown


def test_no_claims_worded_alike_take_no_room() -> None:
    assert list_similar([], Look()) == []


@pytest.mark.parametrize("raw", ["\x1b]0;title\x07", "\u2067hidden"])
def test_text_from_documents_is_never_obeyed(raw: str) -> None:
    evidence = replace(SUPPORT, note=raw, gate=raw, attribution=raw, origin=raw, document=raw, speaker=raw)
    weight = replace(SUPPORT.weights[0], ours=raw, theirs=raw, level=raw)
    shown = explain(context=(evidence,), supporting=(replace(evidence, weights=(weight,)),))
    assert not {"\x1b", "\x07", "\u2067"} & set(shown)
