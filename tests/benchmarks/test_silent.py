"""How many claims are called contradicted by records that say nothing of them.

Each record is made of the fifty sentences nearest to a claim among those of other documents, from the pairs that the
model did not learn from; a few of them may say something of the claim all the same, so that the true share is lower.
It needs `FACTCHECK_DATA` and the model's files.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.evaluate.texts import make_document
from factcheck.learned import Missing, find_artefact
from factcheck.model import Claim, Intake, Judge, VerdictLabel
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify

if TYPE_CHECKING:
    from factcheck.model import Verdict
    from tests.benchmarks.measure import Note

PAGE: Final = "SILENT.md"
DATA: Final = os.environ.get("FACTCHECK_DATA", "")
SETS: Final = ("fever", "fever_nei_claims", "fm2", "scifact", "healthver")
CLAIMS: Final = 200
NEAREST: Final = 50

pytestmark = [
    pytest.mark.skipif(not DATA, reason="FACTCHECK_DATA names no folder"),
    pytest.mark.skipif(isinstance(find_artefact(), Missing), reason="the model's files are not there"),
]


def test_silent_records(note_table: Note) -> None:
    rows = []
    for name, records in list_records().items():
        counts = {judge: Counter(ask(claim, record, judge).label for claim, record in records) for judge in Judge}
        for judge, count in counts.items():
            said = [str(count[label]) for label in (VerdictLabel.CONTRADICTED, VerdictLabel.SUPPORTED)]
            rows.append((name, judge.value, str(len(records)), *said))
    note_table(
        f"Verdicts on records of {NEAREST} silent passages",
        ("claims of", "judge", "claims", "contradicted", "supported"),
        rows,
    )


def list_records() -> dict[str, list[tuple[str, list[str]]]]:
    """Claims of each set with the sentences that are nearest to them."""
    from factcheck.training.sets import load_sets  # noqa: PLC0415 - these need what is there to train
    from factcheck.training.silent import SilentPassages  # noqa: PLC0415
    from factcheck.training.splits import split_rows  # noqa: PLC0415

    _, held = split_rows(load_sets(Path(DATA)))
    chosen = [row for row in held if row.set in SETS]
    pool = {(row.doc_id, one) for row in chosen for one in (*row.evidence, *row.distractors) if len(one) > 40}
    passages = SilentPassages(sorted(pool), nearest=NEAREST)
    records = {}
    for name in SETS:
        rows = [row for row in chosen if row.set == name]
        rows = rows[:: max(1, len(rows) // CLAIMS)][:CLAIMS]
        found = passages.find([row.claim for row in rows], [row.doc_id for row in rows])
        own = [set(row.evidence) for row in rows]
        records[name] = [
            (row.claim, [one for one in near if one not in seen])
            for row, near, seen in zip(rows, found, own, strict=True)
        ]
    return records


def ask(claim: str, record: list[str], judge: Judge) -> Verdict:
    documents = tuple(make_document(f"{place}.txt", [text]) for place, text in enumerate(record))
    return verify([Claim(id="silent", text=claim)], hold(Intake(documents=documents)), Settings(judge=judge)).verdicts[
        0
    ]
