"""Decisions files: what is read, what is told at which place, and what is added without losing anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.decision_file import add_decision
from factcheck.claims.decisions import load_decisions, read_decisions
from factcheck.errors import FaultsError, InputError
from factcheck.model import Decision, Tie, VerdictLabel
from factcheck.placed.tree import read_tree
from factcheck.render.look import Look
from factcheck.render.table import make_table
from factcheck.report.rows import VerdictRow
from factcheck.values import Span
from tests.report_factory import CLAIM, REFUTAL, SUPPORT, make_report, make_verdict

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.claims.decisions import Decisions

VERDICT: Final = make_verdict(VerdictLabel.DISPUTED)

DECISION: Final = Decision(
    claim=CLAIM.id,
    decision=VerdictLabel.CONTRADICTED,
    reason="The audit has another figure.",
    by="Ann Lee",
    date=date(2018, 6, 14),
    evidence=VERDICT.evidence_id,
)

FILE: Final = f"""\
# what the desk decided
decisions:
  - claim: {CLAIM.id}      # looked at twice
    decision: contradicted
    reason: The audit has another figure.
    by: Ann Lee
    date: 2018-06-14
    evidence: "{VERDICT.evidence_id}"
"""

ROW: Final = "- claim: a\n  decision: supported\n  reason: R\n  by: B\n  date: 2018-01-02\n"


def read(text: str) -> Decisions:
    return read_decisions(read_tree(text), path="decisions.yaml")


def told(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(FaultsError) as caught:
        read(text)
    return [(one.line, one.column, one.message) for one in caught.value.faults]


def add(text: str, decision: Decision = DECISION) -> str:
    return add_decision(text, decision, path="decisions.yaml")


# --- what is read -----------------------------------------------------------------------------------


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(FILE, encoding="utf-8")
    assert load_decisions(path).listed == (DECISION,)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "decisions:\n", "decisions: []\n"])
def test_an_empty_file_holds_none(text: str) -> None:
    assert read(text).listed == ()


def test_evidence_may_be_left_out() -> None:
    assert read("decisions:\n" + ROW).listed[0].evidence == ""


def test_all_faults_are_told_at_their_places() -> None:
    text = (
        "decisions:\n"
        "  - claim: a\n"
        "    decision: wrong\n"
        "    reason: R\n"
        "    by: ''\n"
        "    date: 14 June\n"
        "  - claim: b\n"
        "    verdict: supported\n"
        "    decision: not-checkable\n"
        "    reason: R\n"
        "    date: 2018-02-30\n"
        "    evidence: abc\n"
        "  - nothing\n"
    )
    assert told(text) == [
        (3, 5, "“wrong” is no decision"),
        (5, 5, "by: it is empty"),
        (6, 5, "date: “14 June” is no day; write it as in 2018-06-14"),
        (7, 5, "“by” is missing"),
        (8, 5, "there is no “verdict” here"),
        (9, 5, "“not-checkable” is no decision"),
        (11, 5, "date: “2018-02-30” is no day; write it as in 2018-06-14"),
        (12, 5, "evidence: “abc” is no evidence_id, of 16 figures and letters, which a report has of each verdict"),
        (13, 5, "“the entry” has entries of its own"),
    ]


def test_a_label_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(FaultsError) as caught:
        read("decisions:\n" + ROW.replace("supported", "true"))
    assert "'supported', 'contradicted', 'disputed', 'insufficient' or 'not_checkable'" in caught.value.faults[0].hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "the file has no “decisions” list"),
        ("decisions: a\n", "“decisions” is a list"),
        ("decision:\n" + ROW, "there is no entry “decision”"),
        ("decisions: *a\n", "the alias *a is not allowed"),
        ("decisions:\n\t- a\n", "not valid YAML: a tab cannot indent"),
    ],
)
def test_another_file_is_refused(text: str, message: str) -> None:
    assert [one for _, _, one in told(text)] == [message]


def test_decisions_on_claims_that_there_are_not_are_told_together() -> None:
    decisions = read("decisions:\n" + ROW + ROW.replace("claim: a", "claim: bridge-on-tme") + ROW)
    decisions.check_claims({"a", "bridge-on-tme"})
    with pytest.raises(FaultsError) as caught:
        decisions.check_claims({"bridge-on-time"})
    faults = caught.value.faults
    assert [(one.line, one.column) for one in faults] == [(2, 3), (7, 3), (12, 3)]
    assert faults[1].hint == "did you mean “bridge-on-time”?"
    assert all(one.hint for one in faults)


# --- how a decision stands to the evidence ------------------------------------------------------------


def tie_of(**changes: object) -> Tie:
    verdict = read(FILE).set_beside(make_verdict(VerdictLabel.DISPUTED, **changes))
    assert verdict.decided is not None
    return verdict.decided.tie


def test_a_decision_is_stale_once_what_counted_has_changed() -> None:
    assert tie_of() is Tie.CURRENT
    assert tie_of(supporting=()) is Tie.STALE
    assert tie_of(contradicting=(replace(REFUTAL, quote="It cost £13 million."),)) is Tie.STALE
    assert tie_of(supporting=(replace(SUPPORT, document="other.txt"),)) is Tie.STALE
    assert tie_of(claim=replace(CLAIM, text="We opened it in 2018.")) is Tie.STALE


def test_it_is_not_where_a_quote_moved_or_something_came_that_does_not_count() -> None:
    assert tie_of(supporting=(replace(SUPPORT, span=Span(1, 75), weights=()),)) is Tie.CURRENT
    assert tie_of(own_words=(), context=()) is Tie.CURRENT
    assert tie_of(supporting=(SUPPORT, SUPPORT)) is Tie.CURRENT


def test_a_decision_moves_nothing_else_in_a_verdict() -> None:
    decided = read(FILE).set_beside(VERDICT)
    assert replace(decided, decided=None) == VERDICT
    other = make_verdict(claim=replace(CLAIM, id="another"))
    assert read(FILE).set_beside(other) is other


def test_of_two_decisions_the_later_stands_and_both_are_kept() -> None:
    earlier = FILE[FILE.index("  - claim") :].replace("06-14", "06-13").replace("contradicted", "disputed")
    same_day = FILE[FILE.index("  - claim") :].replace("contradicted", "supported")
    decided = read(FILE + earlier + same_day).set_beside(VERDICT).decided
    assert decided is not None
    assert decided.standing.decision is VerdictLabel.SUPPORTED
    assert [one.decision.value for one in decided.earlier] == ["disputed", "contradicted"]


def test_it_is_shown_beside_the_verdict_and_in_full_where_somebody_asks_why() -> None:
    later = FILE[FILE.index("  - claim") :].replace("06-14", "06-15").replace(VERDICT.evidence_id, "0" * 16)
    report = make_report(read(FILE + later).set_beside(VERDICT))
    line = "contradicted, by Ann Lee on 2018-06-15: The audit has another figure. "
    stale = "(stale: the evidence under it has changed since; 1 earlier decision kept)"
    assert f"    Decision: {line}{stale}\n" in make_table(Look())(report, width=0)
    shown = make_table(Look(why=True))(report, width=0)
    assert f"    Decision: {line}{stale}\n" in shown
    first = "contradicted, by Ann Lee on 2018-06-14: The audit has another figure. (on the evidence listed here)"
    assert f"    Decided before: {first}\n" in shown
    assert "Decision" in make_table(Look())(report, width=160)


def test_the_report_has_it_by_its_names() -> None:
    row = VerdictRow.of(read(FILE).set_beside(VERDICT)).model_dump(mode="json", by_alias=True)
    assert row["evidence_id"] == VERDICT.evidence_id
    assert row["verdict"] == "disputed"
    assert row["decision"] == {
        "decision": "contradicted",
        "reason": "The audit has another figure.",
        "by": "Ann Lee",
        "date": "2018-06-14",
        "evidence": VERDICT.evidence_id,
        "tie": "current",
        "earlier": [],
    }
    assert VerdictRow.of(VERDICT).decision is None


# --- what is added --------------------------------------------------------------------------------------


def test_a_file_is_begun() -> None:
    assert add("") == FILE.replace("# what the desk decided\n", "").replace("      # looked at twice", "").replace(
        "reason: The audit has another figure.", 'reason: "The audit has another figure."'
    ).replace("by: Ann Lee", 'by: "Ann Lee"')


@pytest.mark.parametrize(
    "text",
    [
        FILE,
        FILE.removesuffix("\n"),
        FILE.replace("\n", "\r\n"),
        FILE + "\n# the end\n\n",
        "\ufeff" + FILE,
        "decisions:\n",
        "# nothing yet",
        "decisions:\n" + ROW,
        "decisions:\n" + "".join(f"       {line}\n" for line in ROW.splitlines()),
        "decisions:\n  - {claim: a, decision: supported, reason: R, by: B, date: 2018-01-02}\n",
        "decisions:\n" + ROW.replace("reason: R", "reason: |\n    R\n    and R"),
        "---\ndecisions:\n" + ROW,
    ],
)
def test_nothing_is_lost_and_no_character_changes(text: str) -> None:
    before = read(text.removeprefix("\ufeff")).listed
    once = add(text)
    assert once.startswith(text)
    assert ("\r\n" in once) == ("\r\n" in text)
    twice = add(once, replace(DECISION, claim="null", reason="“a”: [b] #c\n- d\\ \t\u2028\u202e👍"))
    assert twice.startswith(once)
    listed = read(twice.removeprefix("\ufeff")).listed
    assert [one.claim for one in listed] == [*(one.claim for one in before), CLAIM.id, "null"]
    assert listed[-1].reason == "“a”: [b] #c\n- d\\ \t\u2028\u202e👍"
    assert "\u202e" not in twice


@pytest.mark.parametrize("text", ["decisions: []\n", "{decisions: []}", "decisions:\n" + ROW + "...\n"])
def test_where_nothing_can_be_added_it_says_what_to_write(text: str) -> None:
    with pytest.raises(InputError, match="nothing can be added at the end") as caught:
        add(text)
    assert f"claim: {CLAIM.id}; decision: contradicted" in caught.value.hint


def test_a_file_with_faults_is_left_alone() -> None:
    with pytest.raises(FaultsError):
        add("decisions:\n  - claim: a\n")


_words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(lambda text: text == text.strip())


@settings(deadline=None)
@given(reason=_words, by=_words, claim=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_whatever_is_added_is_read_back(reason: str, by: str, claim: str) -> None:
    decision = replace(DECISION, reason=reason, by=by, claim=claim)
    assert read(add(FILE, decision)).listed == (DECISION, decision)
