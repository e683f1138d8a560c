"""The labelled cases: that they are whole, what factcheck makes of them, and that this gets no worse unseen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.evaluate.run import run_cases
from factcheck.evaluate.sources import Case, find_cases
from factcheck.model import Judge
from factcheck.model.labels import TrapKind
from factcheck.pipeline.judges import appoint
from factcheck.render.evaluation_page import render_markdown

if TYPE_CHECKING:
    from factcheck.model.evaluation import ClaimsEvaluation

CASES: Final = Path(__file__).parent / "cases"
HELD_BACK: Final = Path(__file__).parent / "held_back"
RESULTS: Final = CASES / "RESULTS.md"
COMMAND: Final = "factcheck evaluate tests/cases --format markdown --output tests/cases/RESULTS.md"

RIGHT_BY_RULES: Final = 22
"""Verdicts that the rules alone get right today: to be raised, never lowered."""

KINDS: Final = frozenset({"statement", "query", "altered", "absent"})


def cases(folder: Path) -> list[Case]:
    return find_cases(folder, record=None, otherwise=folder)


@pytest.fixture(scope="module")
def evaluation() -> ClaimsEvaluation:
    """What factcheck makes of the cases as it runs by default."""
    judged = re.search(r"^Judged by (.+)\.$", RESULTS.read_text(encoding="utf-8"), re.MULTILINE)
    if judged and judged[1] != appoint(Judge.RULES).name and appoint(None).pairs is None:
        pytest.skip(f"what is committed was judged by {judged[1]}, and there is no model")
    return run_cases(cases(CASES), Settings())


def committed(name: str) -> list[str]:
    """The cells of one figure as they are committed, a cell a case."""
    found = re.search(rf"^\| {name} \| (.+) \|$", RESULTS.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, name
    return found[1].split(" | ")


def test_there_are_four_cases_and_one_that_is_held_back() -> None:
    assert [case.name for case in cases(CASES)] == ["football", "hospital", "police", "water"]
    assert len(cases(HELD_BACK)) == 1


def test_every_case_is_whole(evaluation: ClaimsEvaluation) -> None:
    for case in evaluation.cases:
        assert len(case.outcomes) == 15, case.name
        assert {one.gold.kind for one in case.outcomes} == KINDS, case.name
        assert {trap.kind for trap in case.traps} == set(TrapKind), case.name
        assert case.skipped == (), case.name
        assert all(one.quotes or one.gold.verdict in {"insufficient", "not_checkable"} for one in case.outcomes)


def test_false_contradictions_do_not_rise(evaluation: ClaimsEvaluation) -> None:
    before = committed("false contradictions")
    now = [figures.false_contradictions for figures in evaluation.by_case.values()]
    assert len(before) == len(now) + 1
    assert all(one <= int(was) for one, was in zip(now, before, strict=False)), (now, before)


def test_the_rules_alone_get_no_worse() -> None:
    figures = run_cases(cases(CASES), Settings(judge=Judge.RULES)).figures
    assert figures.false_contradictions == 0
    assert figures.right >= RIGHT_BY_RULES


def test_right_verdicts_do_not_fall(evaluation: ClaimsEvaluation) -> None:
    before = committed("verdicts right")
    now = [figures.right for figures in evaluation.by_case.values()]
    assert len(before) == len(now) + 1
    assert all(one >= int(was.split("/")[0]) for one, was in zip(now, before, strict=False)), (now, before)


def test_no_own_words_count_and_every_quote_is_verbatim(evaluation: ClaimsEvaluation) -> None:
    assert (evaluation.figures.own_words, evaluation.figures.not_verbatim) == (0, 0)


def test_every_error_has_a_cause(evaluation: ClaimsEvaluation) -> None:
    for case in evaluation.cases:
        for one in case.outcomes:
            assert (one.blame is None) is one.right, one.gold.claim.id
            assert all((quote.cause is None) == (quote.stage == "listed") for quote in one.quotes), one.gold.claim.id


def test_the_committed_results_are_those_of_today(evaluation: ClaimsEvaluation) -> None:
    today = render_markdown(evaluation, None, only_errors=False)
    assert RESULTS.read_text(encoding="utf-8") == today, f"run {COMMAND}"


def test_the_readme_names_the_command() -> None:
    assert COMMAND in (CASES / "README.md").read_text(encoding="utf-8")
