"""The labelled data of the folder FACTCHECK_DATA, where there is one: that it is read, and answered with care."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.evaluate.attribution_files import load_articles
from factcheck.evaluate.attributions import HALVES, evaluate_attributions
from factcheck.evaluate.closed_files import load_benchmark
from factcheck.evaluate.run import run_pairs
from factcheck.evaluate.sample import Draw
from factcheck.model import Stance
from factcheck.model.figures import Quotation

if TYPE_CHECKING:
    from factcheck.model.evaluation import PairsEvaluation

DATA: Final = Path(os.environ.get("FACTCHECK_DATA", ""))

pytestmark = pytest.mark.skipif(not os.environ.get("FACTCHECK_DATA"), reason="FACTCHECK_DATA names no folder")

SETS: Final = ("fever_symmetric", "vitaminc_sample", "fm2")
LEAST_PRECISION: Final = 0.9
"""Share of what is called contradicted that must be: today all of it is."""


@pytest.fixture(scope="module")
def evaluations() -> list[PairsEvaluation]:
    return [run_pairs(DATA / f"{name}.jsonl", Settings(), draw=Draw(sample=300)) for name in SETS]


def test_pairs_are_read(evaluations: list[PairsEvaluation]) -> None:
    assert all(one.figures["rules"].pairs == 300 for one in evaluations)


def test_what_is_called_contradicted_is(evaluations: list[PairsEvaluation]) -> None:
    confusions = [one.figures["rules"].three_way for one in evaluations]
    said = sum(one.said(Stance.REFUTES) for one in confusions)
    assert said
    assert sum(one.count(Stance.REFUTES, Stance.REFUTES) for one in confusions) >= LEAST_PRECISION * said


def test_the_closed_record_is_read() -> None:
    benchmark = load_benchmark(DATA)
    assert benchmark.name == "scifact"
    assert len(benchmark.abstracts) > 5000
    assert sum(len(claim.evidence) for claim in benchmark.claims) > 700


LEAST_F1: Final = {Quotation.DIRECT: 0.75, Quotation.INDIRECT: 0.6}
"""F1 of attributions with the right source, on the half that no rule was made on: a little below what it is today."""


def test_who_says_what_is_found() -> None:
    held_back = evaluate_attributions("polnear", load_articles(DATA)).by_half[HALVES[1]]
    for kind, least in LEAST_F1.items():
        assert (held_back.attributions[kind].f1 or 0.0) >= least
