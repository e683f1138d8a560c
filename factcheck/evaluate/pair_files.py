"""Files of labelled pairs → PairSets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.errors import FaultsError, InputError
from factcheck.evaluate.json_lines import read_rows
from factcheck.model import Skipped, Stance
from factcheck.model.labels import Pair, PairSet
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIX: Final = ".jsonl"

LABELS: Final = {
    "supports": Stance.SUPPORTS,
    "support": Stance.SUPPORTS,
    "supported": Stance.SUPPORTS,
    "entailment": Stance.SUPPORTS,
    "refutes": Stance.REFUTES,
    "refute": Stance.REFUTES,
    "refuted": Stance.REFUTES,
    "contradict": Stance.REFUTES,
    "contradiction": Stance.REFUTES,
    "nei": Stance.NEUTRAL,
    "not enough info": Stance.NEUTRAL,
    "not enough evidence": Stance.NEUTRAL,
    "neutral": Stance.NEUTRAL,
}
"""The labels of public sets by what they mean, in small letters with spaces."""

CONFLICTING: Final = frozenset({"conflicting", "disputed", "conflicting evidence/cherrypicking"})
"""Labels of pairs whose evidence says both: no one stance is right."""


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _read_label(value: object) -> str:
    label = str(value).replace("_", " ").strip().lower()
    if label in LABELS or label in CONFLICTING:
        return label
    raise ValueError(f"there is no label {value!r}; labels are SUPPORTS, REFUTES, NEI")


class PairRow(BaseModel):
    """One line of a file of pairs; keys that are not known here are left alone."""

    model_config = ConfigDict(frozen=True)

    claim: Annotated[str, Field(min_length=1)]
    evidence: Annotated[tuple[str, ...], BeforeValidator(_as_list)]
    label: Annotated[str, BeforeValidator(_read_label)]
    id: Annotated[str, BeforeValidator(str)] = ""
    doc_id: Annotated[str, BeforeValidator(str)] = ""
    binary: bool = False


def load_pairs(path: Path) -> PairSet:
    """Load the pairs of one file: JSON lines with `claim`, `evidence` (a text or a list of them) and `label`.

    A pair without evidence, or with a label that says both, is left out and counted. `binary: true` says that people
    labelled only whether the evidence supports.

    Raises:
        FaultsError: some line is no pair; holds all of them up to a limit.
        InputError: the file cannot be read, or has no pairs.
    """
    pairs: list[Pair] = []
    left_out = Counter[str]()
    for number, row in read_rows(path, PairRow):
        evidence = tuple(text.strip() for text in row.evidence if text.strip())
        if not evidence:
            left_out["without evidence"] += 1
        elif row.label in CONFLICTING:
            left_out["labelled as conflicting"] += 1
        else:
            pairs.append(
                Pair(
                    id=row.id or f"line-{number}",
                    claim=row.claim,
                    evidence=evidence,
                    stance=LABELS[row.label],
                    binary=row.binary,
                    group=row.doc_id,
                )
            )
    if not pairs:
        raise InputError(f"{path}: holds no pairs that can be used", hint="a pair has a claim, evidence and a label")
    told = (f"{count:,} {'pair' if count == 1 else 'pairs'} {why}" for why, count in sorted(left_out.items()))
    return PairSet(
        name=path.stem,
        pairs=tuple(_grouped(pairs)),
        left_out=tuple(Skipped(path=path.name, reason=one) for one in told),
    )


def load_pair_sets(folder: Path) -> tuple[list[PairSet], list[Skipped]]:
    """Load every file of pairs under a folder; a file of something else is skipped, with the reason."""
    sets: list[PairSet] = []
    skipped: list[Skipped] = []
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        name = path.relative_to(folder).as_posix()
        try:
            found = load_pairs(path)
        except FaultsError as error:
            first = error.faults[0]
            skipped.append(Skipped(path=name, reason=f"no pairs: line {first.line}: {first.message}"))
        except InputError as error:
            skipped.append(Skipped(path=name, reason=error.message.removeprefix(f"{path}: ")))
        else:
            sets.append(PairSet(name=name.removesuffix(SUFFIX), pairs=found.pairs, left_out=found.left_out))
    return sets, skipped


def _grouped(pairs: list[Pair]) -> Iterator[Pair]:
    """Give pairs without a document the group of all that share a claim or evidence with them, over any chain."""
    from dataclasses import replace  # noqa: PLC0415

    leader: dict[str, str] = {}

    def find(text: str) -> str:
        while leader.setdefault(text, text) != text:
            leader[text] = leader[leader[text]]
            text = leader[text]
        return text

    for pair in pairs:
        if not pair.group:
            leader[find(fold_loosely(pair.claim))] = find(fold_loosely(" ".join(pair.evidence)))
    for pair in pairs:
        yield pair if pair.group else replace(pair, group=find(fold_loosely(pair.claim)))
