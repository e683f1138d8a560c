"""From where on the learned judge may be believed: what `factcheck/stance/thresholds.py` was set by.

Everything is measured on what the judge did not learn from, as it judges beside the rules: behind the same gates, on at
most eight passages of a part of a claim, the surest of which counts for the claim. A silent record is made of the fifty
sentences nearest to a claim among those of other documents; a few of them do say something of the claim, so that the
true share is lower. Of a labelled pair the evidence is the whole record. It needs `FACTCHECK_DATA`, the model's files,
and the extra `evaluate`.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from factcheck.config import Settings
from factcheck.evaluate.texts import make_document
from factcheck.learned import Missing, find_artefact
from factcheck.model import Claim, Intake, Judge, Stance
from factcheck.pipeline.held import hold
from factcheck.pipeline.look import look_at
from factcheck.stance import model
from factcheck.training.examples import Label, Row
from factcheck.training.sets import load_sets
from factcheck.training.silent import SilentPassages
from factcheck.training.splits import split_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.measure import Note

PAGE: Final = "THRESHOLDS.md"
DATA: Final = os.environ.get("FACTCHECK_DATA", "")
THRESHOLDS: Final = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
NEAREST: Final = 50
SILENT: Final = ("fever", "fever_nei_claims", "fm2", "scifact", "healthver")
LABELLED: Final = (
    *("fever", "fever_symmetric", "fm2", "vitaminc_sample", "scifact", "wice", "nli/check_covid"),
    *("healthver", "climate_fever", "covidfact"),
)
CLAIMS: Final = 200
"""Claims of each set, at the most."""

LONGEST: Final = 330
"""Characters of a claim, above which it is left out as it is in training."""

TOLD: Final = {Stance.REFUTES: ("REFUTES_AT", Label.REFUTES), Stance.SUPPORTS: ("SUPPORTS_AT", Label.SUPPORTS)}

pytestmark = [
    pytest.mark.skipif(not DATA, reason="FACTCHECK_DATA names no folder"),
    pytest.mark.skipif(isinstance(find_artefact(), Missing), reason="the model's files are not there"),
]


class Case(NamedTuple):
    """A claim with a record, and what the record says of it."""

    claim: str
    record: Sequence[str]
    label: Label


@pytest.mark.parametrize("stance", TOLD)
def test_silent_records(stance: Stance, note_table: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = []
    for name, cases in list_silent().items():
        sure = [judge(case, stance, monkeypatch) for case in cases]
        rows.append((name, str(len(cases)), *(str(sum(one >= at for one in sure)) for at in THRESHOLDS)))
    heading = f"Claims of which the model says that silent records {stance.value[:-1]} them, by threshold"
    note_table(heading, ("claims of", "claims", *map(str, THRESHOLDS)), rows)


@pytest.mark.parametrize("stance", TOLD)
def test_labelled_pairs(stance: Stance, note_table: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    _, wanted = TOLD[stance]
    rows = []
    for name, cases in list_labelled().items():
        sure = [(judge(case, stance, monkeypatch), case.label is wanted) for case in cases]
        told = [[right for one, right in sure if one >= at] for at in THRESHOLDS]
        rows.append((name, str(sum(right for _, right in sure)), *(f"{sum(one)}/{len(one)}" for one in told)))
    heading = f"Pairs of which the model says “{stance.value}” behind the gates, how many rightly, by threshold"
    note_table(heading, ("pairs of", f"labelled {stance.value}", *map(str, THRESHOLDS)), rows)


def judge(case: Case, stance: Stance, monkeypatch: pytest.MonkeyPatch) -> float:
    """How sure the model is of a stance, of the passage of which it is surest; 0 where no gate is open."""
    for name, _ in TOLD.values():
        monkeypatch.setattr(model, name, -1.0 if name == TOLD[stance][0] else 2.0)
    documents = tuple(make_document(f"{place}.txt", [text]) for place, text in enumerate(case.record))
    with look_at(hold(Intake(documents=documents)), Settings(judge=Judge.BOTH)) as look:
        evidence = look.make_checker().trace(Claim(id="one", text=case.claim)).evidence
    weights = [weight for one in evidence for weight in one.weights if weight.name == "model"]
    return max((float(weight.theirs) for weight in weights), default=0.0)


def list_silent() -> dict[str, list[Case]]:
    rows = [row for row in list_held_out() if row.set in SILENT]
    pool = {(row.doc_id, one) for row in rows for one in (*row.evidence, *row.distractors) if len(one) > 40}
    passages = SilentPassages(sorted(pool), nearest=NEAREST)
    cases = {}
    for name in SILENT:
        chosen = draw([row for row in rows if row.set == name])
        found = passages.find([row.claim for row in chosen], [row.doc_id for row in chosen])
        cases[name] = [
            Case(row.claim, [one for one in near if one not in row.evidence], Label.NEUTRAL)
            for row, near in zip(chosen, found, strict=True)
        ]
    return cases


def list_labelled() -> dict[str, list[Case]]:
    rows = [row for row in list_held_out() if row.evidence and len(row.claim) < LONGEST]
    return {
        name: [Case(row.claim, [" ".join(row.evidence)], row.label) for row in draw(rows, name)] for name in LABELLED
    }


def draw(rows: Sequence[Row], name: str = "") -> list[Row]:
    """Claims of a set that differ, spread over it."""
    different = list({row.claim: row for row in rows if name in {"", row.set}}.values())
    return different[:: max(1, len(different) // CLAIMS)][:CLAIMS]


@cache
def list_held_out() -> tuple[Row, ...]:
    return tuple(split_rows(load_sets(Path(DATA)))[1])
