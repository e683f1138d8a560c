"""The verdicts in the form of AVeriTeC, field by field."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.model import Fact, VerdictLabel
from factcheck.render.look import Look
from factcheck.render.report_averitec import make_averitec
from tests.report_factory import CLAIM, OUTLINE, SUPPORT, TEXT, make_report, make_verdict

if TYPE_CHECKING:
    from factcheck.model import Report


def render(report: Report) -> list[dict[str, Any]]:
    written = make_averitec(Look())(report, width=80)
    content: list[dict[str, Any]] = json.loads(written)
    return content


def test_every_claim_has_its_answer_by_the_names_of_the_task() -> None:
    answers = render(make_report(*(make_verdict(label) for label in VerdictLabel)))
    assert all(set(one) == {"claim_id", "claim", "pred_label", "evidence"} for one in answers)
    assert [(one["claim_id"], one["pred_label"]) for one in answers] == [
        (0, "Supported"),
        (1, "Refuted"),
        (2, "Conflicting Evidence/Cherrypicking"),
        (3, "Not Enough Evidence"),
        (4, "Not Enough Evidence"),
    ]
    assert render(make_report()) == []


def test_evidence_is_what_counted_as_questions_and_answers() -> None:
    around = replace(SUPPORT, prefix=TEXT[27:47], suffix=TEXT[121:140])
    linked = replace(OUTLINE, url=Fact(value="https://tide.example/bridge"))
    first, second = render(make_report(make_verdict(supporting=(around,)), documents=(linked,)))[0]["evidence"]
    assert first == {
        "question": "Is it so that “We opened the harbour bridge in 2017”?",
        "answer": SUPPORT.quote,
        "url": "https://tide.example/bridge",
        "scraped_text": TEXT[27:140],
    }
    assert second["answer"] == "It cost £12 million, the audit office found."
    assert render(make_report(make_verdict()))[0]["evidence"][0]["url"] == "news/bridge.txt"


@pytest.mark.parametrize(
    ("ids", "numbers"), [(("7", "0"), [7, 0]), (("7", "b"), [0, 1]), (("07", "7"), [0, 1]), (("7", "x-1"), [0, 1])]
)
def test_claims_that_have_numbers_keep_them(ids: tuple[str, ...], numbers: list[int]) -> None:
    verdicts = [make_verdict(claim=replace(CLAIM, id=name)) for name in ids]
    assert [one["claim_id"] for one in render(make_report(*verdicts))] == numbers
