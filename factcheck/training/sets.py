"""The labelled sets, their licences, and what each is used for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.training.examples import Label, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LABELS: Final = {"SUPPORTS": Label.SUPPORTS, "REFUTES": Label.REFUTES, "NEI": Label.NEUTRAL}


class Use(StrEnum):
    """What a set may be used for: weights that ship are trained on openly licensed sets alone."""

    TRAIN = "train"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """A set of labelled pairs.

    `share` of it is held out to measure, and at most `a_round` of its pairs are learned from in one round. `confirmed`
    is whether the licence was read in the set's own repository. `binary`: its neutral pairs are only "not supported".
    """

    name: str
    licence: str
    a_round: int
    share: float = 0.05
    use: Use = Use.TRAIN
    confirmed: bool = True
    binary: bool = False


_WIKIPEDIA: Final = "CC BY-SA 3.0"

SETS: Final = (
    LabelledSet(name="fever", licence=_WIKIPEDIA, a_round=5_000, share=0.12),
    LabelledSet(name="fever_nei_claims", licence=_WIKIPEDIA, a_round=4_000, share=0.06),
    LabelledSet(name="fever_symmetric", licence=_WIKIPEDIA, a_round=619, share=0.35),
    LabelledSet(name="vitaminc_sample", licence=_WIKIPEDIA, a_round=300, share=0.6),
    LabelledSet(name="fm2", licence="Apache-2.0", a_round=1_200, share=0.3),
    LabelledSet(name="scifact", licence="CC BY 4.0", a_round=1_300, share=0.25),
    LabelledSet(name="wice", licence="ODC-By", a_round=349, share=0.5),
    LabelledSet(name="infotabs", licence="Apache-2.0", a_round=5_000, share=0.04),
    LabelledSet(name="factcheck_bench", licence="Apache-2.0", a_round=1_200, share=0.12),
    LabelledSet(name="scitab", licence="MIT", a_round=200, share=0.2),
    LabelledSet(name="nli/mnli", licence="mixed, open", a_round=11_000, share=0.04, confirmed=False),
    LabelledSet(name="nli/snli", licence="CC BY-SA 4.0", a_round=3_000, share=0.03, confirmed=False),
    LabelledSet(name="nli/feverous", licence=_WIKIPEDIA, a_round=2_200, share=0.1, confirmed=False),
    LabelledSet(name="nli/check_covid", licence="MIT", a_round=1_100, share=0.15),
    LabelledSet(name="nli/negation_nli", licence="MIT", a_round=1_500, binary=True),
    LabelledSet(name="nli/scone", licence="CC0-1.0", a_round=1_200, binary=True),
    LabelledSet(name="nli/breaking_nli", licence="CC BY-SA 4.0", a_round=1_200),
    LabelledSet(name="nli/cad_nli", licence="Apache-2.0", a_round=2_500),
    LabelledSet(name="nli/med", licence="CC BY-SA 4.0", a_round=1_000, binary=True),
    LabelledSet(name="nli/help", licence="CC BY-SA 4.0", a_round=800, binary=True),
    LabelledSet(name="nli/begin", licence="CC BY 4.0", a_round=900, binary=True),
    LabelledSet(name="nli/conjnli", licence="MIT", a_round=1_000),
    LabelledSet(name="nli/temporal_nli", licence="MIT", a_round=700),
    LabelledSet(name="nli/tabfact_pairs", licence="CC BY 4.0", a_round=400, confirmed=False),
    LabelledSet(name="nli/exfever", licence="MIT", a_round=500),
    LabelledSet(name="healthver", licence="none stated", a_round=0, share=1, use=Use.MEASURE),
    LabelledSet(name="climate_fever", licence="none stated", a_round=0, share=1, use=Use.MEASURE),
    LabelledSet(name="covidfact", licence="none stated", a_round=0, share=1, use=Use.MEASURE),
    LabelledSet(name="citation_integrity", licence="none stated", a_round=0, share=1, use=Use.MEASURE),
)
"""Every set that is used. Rounds were sized so that claims about the world outweigh captions and templates, and so that
a run ends within two hours on two cores. Left out are explanations that leak the answer (creak), whole meetings
(summedits), and swaps of word order (paws_wiki), of which six layers learned nothing."""


def load_sets(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of every set by its name.

    Raises:
        InputError: a set is not there, or a line of it cannot be read; the message says which.
    """
    abstracts = _read_abstracts(folder)
    return {one.name: [_with_distractors(row, abstracts) for row in _read_rows(folder, one)] for one in SETS}


def _read_rows(folder: Path, one: LabelledSet) -> Iterator[Row]:
    path = folder / f"{one.name}.jsonl"
    for number, line in enumerate(_read_lines(path), 1):
        try:
            entry = json.loads(line)
            label = LABELS.get(entry["label"])
            evidence = tuple(sentence.strip() for sentence in entry["evidence"] if sentence.strip())
            if label is not None and entry["claim"].strip():
                yield Row(
                    set=one.name,
                    claim=entry["claim"].strip(),
                    evidence=evidence,
                    label=label,
                    doc_id=entry.get("doc_id", ""),
                    binary=one.binary or bool(entry.get("binary")),
                    distractors=tuple(entry.get("retrieved", ())),
                )
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{path}:{number}: this is no labelled pair: {error}") from error


def _read_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", hint="name the folder of all the sets") from error


def _read_abstracts(folder: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """The sentences of whole documents by set and document, of the sets that have them."""
    found = {}
    for name, prefix in (("scifact", ""), ("wice", "wice-")):
        for line in _read_lines(folder / f"{name}_corpus.jsonl"):
            entry = json.loads(line)
            found[name, entry["doc_id"].removeprefix(prefix)] = tuple(entry["sentences"])
    return found


def _with_distractors(row: Row, documents: Mapping[tuple[str, str], tuple[str, ...]]) -> Row:
    """A row with what else stands in the document of its evidence."""
    whole = documents.get((row.set, row.doc_id.removeprefix("wice-")), ())
    if not whole:
        return row
    rest = tuple(sentence for sentence in whole if sentence not in row.evidence)
    return Row(
        set=row.set,
        claim=row.claim,
        evidence=row.evidence,
        label=row.label,
        doc_id=row.doc_id,
        binary=row.binary,
        distractors=rest,
    )
