"""Sentences that people called checkable or not, held against what factcheck takes for checkable."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.errors import InputError
from factcheck.evaluate.json_lines import read_rows
from factcheck.evaluate.pair_files import read_id
from factcheck.model import Claim
from factcheck.model.evaluation import CheckableEvaluation, CheckableOutcome
from factcheck.model.figures import Confusion
from factcheck.reading import Background, read_claim

if TYPE_CHECKING:
    from pathlib import Path

HALVES: Final = ("developed on", "held back")
"""The halves of a file, by the first bit of what a sentence hashes to: rules are made on the first alone."""

LABELS: Final = ("checkable", "not_checkable")


class SentenceRow(BaseModel):
    """One line of a file of sentences: label 1 is checkable, 0 is not; keys that are not known here are left alone."""

    model_config = ConfigDict(frozen=True)

    text: Annotated[str, Field(min_length=1)]
    label: Literal[0, 1]
    id: Annotated[str, BeforeValidator(read_id)] = ""


def evaluate_checkable(path: Path) -> CheckableEvaluation:
    """Read every sentence of a file as a claim without speaker, date or record: can a part of it be checked?

    Raises:
        FaultsError: some line is no sentence with its label.
        InputError: the file cannot be read, or is empty.
    """
    outcomes = tuple(_read(number, row) for number, row in read_rows(path, SentenceRow))
    if not outcomes:
        raise InputError(f"{path}: holds no sentences", hint="a sentence is a line with text and label, 1 or 0")
    return CheckableEvaluation(
        name=path.stem,
        outcomes=outcomes,
        by_half={half: _count([one for one in outcomes if one.half == half]) for half in HALVES},
    )


def _read(number: int, row: SentenceRow) -> CheckableOutcome:
    forces = [part.reading.force for part in read_claim(Claim(id="sentence", text=row.text), Background())]
    checkable = next((force for force in forces if force.checkable), None)
    return CheckableOutcome(
        half=HALVES[sha256(row.text.encode(errors="surrogatepass")).digest()[0] % 2],
        id=row.id or f"line-{number}",
        gold=row.label == 1,
        said=checkable is not None,
        force=checkable or forces[0],
    )


def _count(outcomes: list[CheckableOutcome]) -> Confusion:
    return Confusion(labels=LABELS, counts=Counter((LABELS[not one.gold], LABELS[not one.said]) for one in outcomes))
