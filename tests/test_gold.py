"""The example record against labels that people gave: verdicts, quotes, and the speaker's own words."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile, copytree
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Settings
from factcheck.evaluate.run import run_cases
from factcheck.evaluate.sources import Case
from factcheck.model import Judge

if TYPE_CHECKING:
    from factcheck.model.evaluation import CaseEvaluation
    from factcheck.model.figures import CaseFigures

LEAST_RIGHT = 19
"""Verdicts that are right today, of 19: to be raised, never lowered."""

LEAST_QUOTES = 17
"""Labelled quotes that are listed on their side today, of 22: likewise."""

HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=["as it is", "with what a reader states of it", "by the rules alone"])
def evaluated(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CaseEvaluation, CaseFigures]:
    folder = HERE.parent / "seeds"
    if request.param == "with what a reader states of it":
        folder = copytree(folder, tmp_path_factory.mktemp("stated") / "seeds")
        copyfile(HERE / "gold" / "record.yaml", folder / "record.yaml")
    settings = Settings(judge=Judge.RULES if request.param == "by the rules alone" else None)
    evaluation = run_cases([Case(name="seeds", gold=HERE / "gold" / "rogers.yaml", record=folder)], settings)
    return evaluation.cases[0], evaluation.figures


def test_the_labels_are_whole(evaluated: tuple[CaseEvaluation, CaseFigures]) -> None:
    assert (evaluated[1].claims, evaluated[1].quotes) == (19, 22)


def test_most_verdicts_are_right(evaluated: tuple[CaseEvaluation, CaseFigures]) -> None:
    case, figures = evaluated
    wrong = [f"{one.gold.claim.id}: {one.verdict.label}" for one in case.outcomes if not one.right]
    assert figures.right >= LEAST_RIGHT, "; ".join(wrong)


def test_no_contradiction_is_false(evaluated: tuple[CaseEvaluation, CaseFigures]) -> None:
    assert evaluated[1].false_contradictions == 0


def test_no_own_words_count_and_every_quote_is_verbatim(evaluated: tuple[CaseEvaluation, CaseFigures]) -> None:
    assert (evaluated[1].own_words, evaluated[1].not_verbatim, evaluated[1].wrong_side) == (0, 0, 0)


def test_enough_of_the_labelled_quotes_are_found(evaluated: tuple[CaseEvaluation, CaseFigures]) -> None:
    case, figures = evaluated
    missed = [quote.gold.text for one in case.outcomes for quote in one.quotes if quote.cause]
    assert figures.quotes_found >= LEAST_QUOTES, "\n".join(missed)
