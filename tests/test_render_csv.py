"""The report as CSV: every quote a row, nothing cut, nothing that runs."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Decided, Decision, Tie, VerdictLabel
from factcheck.render.look import Look
from factcheck.render.report_csv import COLUMNS, guard, make_csv, render_csv
from tests.hostile_texts import HOSTILE
from tests.report_factory import CLAIM, SUPPORT, TEXT, make_report, make_verdict

ESCAPE: Final = re.compile(r"\\(?:\\|x([0-9a-f]{2})|u([0-9a-f]{4}))")


def rows_of(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline=""), strict=True))


def undo(field: str) -> str:
    """Take back what guards a field, as its documentation says."""
    return ESCAPE.sub(lambda found: chr(int(found[1] or found[2] or "5c", 16)), field.removeprefix("'"))


def test_every_quote_is_a_row_and_a_claim_without_quotes_has_one() -> None:
    bare = make_verdict(VerdictLabel.INSUFFICIENT, supporting=(), contradicting=(), own_words=(), context=())
    written = make_csv(Look())(make_report(make_verdict(), bare), width=80)
    rows = rows_of(written)
    assert [row["side"] for row in rows] == ["supporting", "contradicting", "own_words", "context", ""]
    assert [row["verdict"] for row in rows] == ["disputed"] * 4 + ["insufficient"]
    assert written.splitlines()[0] == ",".join(COLUMNS)
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows[:3])
    assert rows[1]["page"] == "3"
    assert rows[1]["publisher"] == "The Daily Tide"
    assert (rows[4]["quote"], rows[4]["start"], rows[4]["decision"]) == ("", "", "")


def test_rows_end_as_the_standard_says_and_there_is_no_mark_at_the_beginning() -> None:
    written = render_csv(make_report(make_verdict()), width=0)
    assert written.startswith("claim_id,")
    assert written.endswith("\r\n")
    assert written.count("\r\n") == written.count("\n") == 5
    assert render_csv(make_report(), width=0) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_whole_and_run_nowhere(text: str) -> None:
    verdict = make_verdict(claim=replace(CLAIM, text=text), reason=text, supporting=(replace(SUPPORT, quote=text),))
    written = render_csv(make_report(verdict), width=0)
    written.encode("utf-8")
    assert not {"\x1b", "\u202e", "\x9b", "\x00"} & set(written)
    row = rows_of(written)[0]
    assert [undo(row[name]) for name in ("claim", "reason", "quote")] == [text] * 3


@pytest.mark.parametrize(
    "text",
    ["=1", "+1", "-1", "@a", "\t1", "\r\n1", "\n1", "  =1", "\u00a0=1", "\u200b=1", "\ufeff@a", "＝1", "﹣1", "−1"],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "£9 million", "– dash", "“=1”", "(+1)", "a\tb", "two\nlines"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guard(text) == text


@settings(deadline=None)
@given(st.text())
def test_a_guarded_text_can_be_read_back(text: str) -> None:
    assert undo(guard(text)) == text


def test_numbers_are_numbers() -> None:
    verdict = make_verdict(margin=-0.30000000000000004)
    assert rows_of(render_csv(make_report(verdict), width=0))[0]["margin"] == "-0.3"


def test_a_decision_stands_beside_the_verdict() -> None:
    decision = Decision(
        claim=CLAIM.id, decision=VerdictLabel.CONTRADICTED, reason="=Looked.", by="Ann Lee", date=date(2018, 6, 14)
    )
    verdict = make_verdict(decided=Decided(standing=decision, tie=Tie.UNTIED))
    row = rows_of(render_csv(make_report(verdict), width=0))[0]
    told = [row[f"decision{name}"] for name in ("", "_reason", "_by", "_date", "_tie")]
    assert told == ["contradicted", "'=Looked.", "Ann Lee", "2018-06-14", "untied"]
    assert row["verdict"] == "disputed"
