"""What was named to be evaluated: a file of labelled claims, a folder of cases, or labelled pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.evaluate.pair_files import SUFFIX, find_pair_files

if TYPE_CHECKING:
    from pathlib import Path

GOLD_FILE: Final = "gold.yaml"
"""The labelled claims of a case, in the case's own folder."""

RECORD: Final = "record"
"""The folder of a case's documents."""

YAML: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file of labelled claims and the folder of documents that they are held against."""

    name: str
    gold: Path
    record: Path


def is_pairs(path: Path) -> bool:
    """Whether a path names labelled pairs: a file of JSON lines, or a folder of such.

    Raises:
        InputError: a folder holds both pairs and cases.
    """
    if not exists(path) or not path.is_dir():
        return path.suffix.lower() == SUFFIX
    pairs, golds = find_pair_files(path), _find_gold(path)
    if pairs and golds:
        told = f"{path}: holds both labelled claims ({golds[0].name}) and pairs ({pairs[0].name})"
        raise InputError(told, hint="name the file or the folder that is meant")
    return bool(pairs)


def exists(path: Path) -> bool:
    """Whether there is such a path; a name that is too long to be one is none."""
    try:
        return path.exists()
    except OSError:
        return False


def find_cases(path: Path, *, record: Path | None, otherwise: Path) -> list[Case]:
    """Return the cases that a path names: a file of labelled claims, a case's folder, or a folder of cases.

    The documents stand in `record` beside the labels, unless they are named; where there are none, in `otherwise`.

    Raises:
        InputError: there is nothing there to evaluate, or one record is named for several cases.
    """
    if not exists(path):
        raise InputError(f"{path}: there is no such file or folder", hint="name labelled claims or pairs")
    if path.is_file():
        if path.suffix.lower() not in YAML:
            hint = "labelled claims are a .yaml file, labelled pairs a .jsonl file"
            raise InputError(f"{path}: is neither labelled claims nor pairs", hint=hint)
        name = path.resolve().parent.name if path.name == GOLD_FILE else path.stem
        return [Case(name=name, gold=path, record=record or _record_beside(path, otherwise))]
    golds = _find_gold(path)
    if not golds:
        hint = f"a case is {GOLD_FILE} beside {RECORD}/, here or one folder down; labelled pairs are .jsonl files"
        raise InputError(f"{path}: holds nothing to evaluate", hint=hint)
    if record and len(golds) > 1:
        raise InputError(f"--record names one record, and {path} holds {len(golds)} cases", hint="leave it out")
    return [
        Case(name=gold.resolve().parent.name, gold=gold, record=record or _record_beside(gold, otherwise))
        for gold in golds
    ]


def _find_gold(folder: Path) -> list[Path]:
    own = folder / GOLD_FILE
    return [own] if own.is_file() else sorted(folder.glob(f"*/{GOLD_FILE}"))


def _record_beside(gold: Path, otherwise: Path) -> Path:
    beside = gold.parent / RECORD
    return beside if beside.is_dir() else otherwise
