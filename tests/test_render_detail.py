"""The view of somebody who asks why."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from factcheck.model import (
    Counted,
    Finding,
    Flip,
    FlipKind,
    Force,
    PartRead,
    Said,
    SourceMatch,
    VerdictLabel,
    Weighing,
    Weight,
)
from factcheck.render.detail import list_similar
from factcheck.render.lines import lay_out
from factcheck.render.look import Look
from factcheck.render.reasons import tell_flip
from factcheck.render.table import make_table
from factcheck.render.waterfall import draw_waterfall
from factcheck.values import DateRange
from factcheck.verdict.findings import Bar
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


# --- how a claim was read, weighed, and what it hangs on ----------------------------------------------

PART = PartRead(
    text="We opened it in 2017 for £9 million",
    read_as="We opened the harbour bridge in 2017 for £9 million",
    resolved=("“We” is Dunmore Council, for which its speaker answers",),
    force=Force.DUE,
    cue="will",
    note="a prediction whose time has come",
    about=DateRange.year(2017),
    about_from="the claim's stated period",
    names=("Dunmore Council",),
    quantities=("£9 million",),
    grades=("good",),
)
WEIGHING = Weighing(
    supporting=(Counted(origin="a.txt", quote="a.txt:47-121", score=3.5),),
    contradicting=(
        Counted(origin="b.txt", quote="b.txt:0-40", score=2.6),
        Counted(origin="c.txt", quote="c.txt:7-60", score=2.9),
    ),
    enough=2.5,
    outweighs=2.0,
)
FINDING = Finding(part=PART, label=VerdictLabel.DISPUTED, rule="verdict/both-sides", reason="Both.", weighing=WEIGHING)


@pytest.mark.parametrize(
    "line",
    [
        "(read as: We opened the harbour bridge in 2017 for £9 million)",
        "read so: “We” is Dunmore Council, for which its speaker answers\n",
        "speaks of 2017, the claim's stated period\n",
        "figures: £9 million\n",
        "grades: good\n",
        "names: Dunmore Council\n",
        "put as due, by “will”; it is a prediction whose time has come\n",
        "for it: +3.50 by a.txt:47-121\n",
        "against it: +5.50, from +2.60 by b.txt:0-40, +2.90 by c.txt:7-60\n",
        "a quote counts from +2.50 on, the best of each origin once; one side wins where it is 2 times as heavy",
        "as the other; here the heavier is 1.57 times as heavy\n",
    ],
)
def test_a_part_says_how_it_was_read_and_what_its_sides_come_to(line: str) -> None:
    assert line in explain(parts=(FINDING,))


def test_a_side_without_a_quote_says_so() -> None:
    empty = replace(WEIGHING, supporting=(), contradicting=())
    shown = explain(parts=(replace(FINDING, weighing=empty),))
    assert "for it: nothing that counts\n" in shown
    assert "times as heavy as the other\n" in shown


def test_what_cannot_be_checked_was_not_weighed() -> None:
    assert "a quote counts from" not in explain(parts=(replace(FINDING, weighing=None),))


@pytest.mark.parametrize(
    ("flip", "told"),
    [
        (
            Flip(kind=FlipKind.QUOTES, without=("a.txt:1-9",), verdict=VerdictLabel.INSUFFICIENT),
            "- insufficient, without one quote: a.txt:1-9 (fragile)\n",
        ),
        (
            Flip(kind=FlipKind.ORIGINS, without=("a.txt", "b.txt"), verdict=VerdictLabel.DISPUTED),
            "- disputed, without these 2 origins: a.txt, b.txt\n",
        ),
        (
            Flip(
                kind=FlipKind.THRESHOLD, without=("enough",), verdict=VerdictLabel.INSUFFICIENT, now=2.5, then=2.600001
            ),
            "- insufficient, if a quote counted from +2.600001 on, and not from +2.5\n",
        ),
        (
            Flip(
                kind=FlipKind.THRESHOLD, without=("outweighs",), verdict=VerdictLabel.SUPPORTED, now=2.0, then=1.899999
            ),
            "- supported, if one side had to be 1.899999 times as heavy as the other, and not 2\n",
        ),
    ],
)
def test_what_would_change_a_verdict_is_told_in_words(flip: Flip, told: str) -> None:
    shown = explain(flips=(flip,))
    assert "It would be another verdict:\n" in shown
    assert told in shown


def test_every_threshold_that_is_told_of_has_words() -> None:
    for field in fields(Bar):
        flip = Flip(kind=FlipKind.THRESHOLD, without=(field.name,), verdict=VerdictLabel.SUPPORTED, now=2.0, then=1.0)
        assert "times as heavy" in tell_flip(flip) or "counted from" in tell_flip(flip)


def test_where_nothing_would_change_it_that_is_told() -> None:
    assert "It would be another verdict: by no quote or origin less, and at no other threshold\n" in explain(flips=())


def test_a_gate_is_told_in_words_with_what_it_asked_for() -> None:
    stopped = replace(CONTEXT, gate="period", needed="2017", there="2012")
    assert "stopped by period: it speaks of another time; needed: 2017; there: 2012\n" in explain(context=(stopped,))
    bare = replace(CONTEXT, gate="unit", needed="£9 million", there="")
    told = "stopped by unit: it leaves out the figure, grade or date; needed: £9 million; there: nothing\n"
    assert told in explain(context=(bare,))


def test_what_no_gate_stopped_says_why_it_was_left_aside() -> None:
    weak = replace(SUPPORT, weights=(Weight("topic", "fair", 1.0),))
    shown = explain(parts=(FINDING,), context=(weak, SUPPORT))
    assert "not counted: too weak: +1.00, where a quote counts from +2.50 on\n" in shown
    assert "not counted: speaks of some time, where the claim names none" in shown
    assert "not counted: " not in explain(parts=(FINDING,), context=())


def draw(*values: float, width: int = 0) -> list[str]:
    weights = tuple(Weight("topic", str(place), value) for place, value in enumerate(values))
    lines = draw_waterfall(replace(SUPPORT, weights=weights), Look().symbols, indent=0, width=width)
    return [line.plain for line in lines]


def test_a_waterfall_begins_each_bar_where_the_last_one_ended() -> None:
    assert draw(2.0, 2.0, -1.0) == [
        "                sum weight",
        "██████        +2.00  +2.00  topic: 0",
        "      ██████  +4.00  +2.00  topic: 1",
        "         ░░░  +3.00  -1.00  topic: 2",
        "                     +3.00  together",
    ]


def test_a_waterfall_may_begin_below_nought_and_show_the_smallest_step() -> None:
    shown = draw(-1.0, 100.0, 0.01, 0.0)
    assert shown[1].startswith("░ ")
    assert shown[3][:12].count("█") == 1
    assert shown[4][:12].strip() == ""


def test_a_sum_that_comes_to_nought_is_not_below_it() -> None:
    assert " +0.00  -0.30  topic: 2" in draw(0.1, 0.2, -0.3)[3]


def test_a_narrow_page_has_no_bars_and_a_narrower_one_no_sums() -> None:
    assert draw(2.0, -0.5, width=60) == [
        "   sum weight",
        " +2.00  +2.00  topic: 0",
        " +1.50  -0.50  topic: 1",
        "        +1.50  together",
    ]
    assert draw(2.0, -0.5, width=50) == [" +2.00  topic: 0", " -0.50  topic: 1", " +1.50  together"]
    assert draw(2.0, -0.5, width=72) == draw(2.0, -0.5)


def test_signs_that_a_page_cannot_carry_are_not_drawn() -> None:
    lines = draw_waterfall(SUPPORT, Look(typographic=False).symbols, indent=0, width=0)
    assert all(line.plain.isascii() for line in lines)


@pytest.mark.parametrize("raw", ["\x1b]0;title\x07", "\u2067hidden"])
def test_what_was_read_of_a_hostile_claim_is_never_obeyed(raw: str) -> None:
    part = replace(PART, resolved=(raw,), cue=raw, note=raw, about_from=raw, names=(raw,), quantities=(raw,))
    counted = (Counted(origin=raw, quote=raw, score=3.0),)
    finding = replace(FINDING, part=part, weighing=replace(WEIGHING, supporting=counted))
    flip = Flip(kind=FlipKind.ORIGINS, without=(raw, raw), verdict=VerdictLabel.DISPUTED)
    stopped = replace(CONTEXT, gate="period", needed=raw, there=raw)
    shown = explain(parts=(finding,), flips=(flip,), context=(stopped,))
    assert not {"\x1b", "\x07", "\u2067"} & set(shown)
