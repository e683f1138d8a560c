"""Files of labelled pairs → PairSets."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.errors import Fault, FaultsError, InputError
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


def read_label(value: object) -> str:
    """Return a label in the form in which it is known here.

    Raises:
        ValueError: it is none.
    """
    label = str(value).replace("_", " ").strip().lower()
    if label in LABELS or label in CONFLICTING:
        return label
    raise ValueError(f"there is no label {value!r}; labels are SUPPORTS, REFUTES, NEI")


def _strip(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def read_id(value: object) -> object:
    """Return an id as text: null is none, a number its figures; anything else is left to be refused."""
    if value is None:
        return ""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


class PairRow(BaseModel):
    """One line of a file of pairs; keys that are not known here are left alone."""

    model_config = ConfigDict(frozen=True)

    claim: Annotated[str, BeforeValidator(_strip), Field(min_length=1)]
    evidence: Annotated[tuple[str, ...] | None, BeforeValidator(_as_list)] = None
    label: Annotated[str, BeforeValidator(read_label)]
    id: Annotated[str, BeforeValidator(read_id)] = ""
    doc_id: Annotated[str, BeforeValidator(read_id)] = ""
    binary: bool = False


def load_pairs(path: Path, *, whole: bool = False) -> PairSet:
    """Load the pairs of one file: JSON lines with `claim`, `evidence` (a text or a list of them) and `label`.

    A row without the key `evidence` has the sentences of its document, `doc_id`, in the corpus beside the file
    (NAME_corpus.jsonl); with `whole`, every row has. A pair without evidence, or with a label that says both, is left
    out and counted; an id that was there before gets a number. `binary: true` says that people labelled only whether
    the evidence supports.

    Raises:
        FaultsError: some line is no pair; holds all of them up to a limit.
        InputError: the file cannot be read, or has no pairs.
    """
    pairs: list[Pair] = []
    left_out, ids = Counter[str](), Counter[str]()
    documents: dict[str, tuple[str, ...]] | None = None
    for number, row in read_rows(path, PairRow):
        given = None if whole else row.evidence
        if given is None:
            documents = _read_documents(path) if documents is None else documents
            given = documents.get(row.doc_id, ())
        evidence = tuple(text.strip() for text in given if text.strip())
        why = "without evidence" if not evidence else "labelled as conflicting" if row.label in CONFLICTING else ""
        if why:
            left_out[why] += 1
        else:
            name = row.id or f"line-{number}"
            ids[name] += 1
            pairs.append(_to_pair(row, evidence, name if ids[name] == 1 else f"{name} ({ids[name]})"))
    if not pairs:
        raise InputError(f"{path}: holds no pairs that can be used", hint=_WHAT_PAIRS_ARE)
    told = (f"{count:,} {'pair' if count == 1 else 'pairs'} {why}" for why, count in sorted(left_out.items()))
    return PairSet(
        name=path.stem,
        pairs=tuple(_grouped(pairs)),
        left_out=tuple(Skipped(path=path.name, reason=one) for one in told),
    )


def _to_pair(row: PairRow, evidence: tuple[str, ...], name: str) -> Pair:
    stance = LABELS[row.label]
    return Pair(id=name, claim=row.claim, evidence=evidence, stance=stance, binary=row.binary, group=row.doc_id)


class _DocumentRow(BaseModel):
    doc_id: Annotated[str, BeforeValidator(read_id)]
    sentences: tuple[str, ...]


def _read_documents(path: Path) -> dict[str, tuple[str, ...]]:
    """The sentences of the documents beside a file of pairs.

    Raises:
        FaultsError: there are none, and so the pairs have no evidence.
    """
    corpus = path.with_name(f"{path.stem}_corpus{SUFFIX}")
    if not corpus.is_file():
        hint = f"add it to each row, or the documents as {corpus.name}"
        raise FaultsError(str(path), [Fault(line=1, column=1, message="the row has no “evidence”", hint=hint)])
    return {row.doc_id: row.sentences for _, row in read_rows(corpus, _DocumentRow)}


def load_pair_sets(folder: Path, *, whole: bool = False) -> tuple[list[PairSet], list[Skipped]]:
    """Load every file of pairs under a folder, as `load_pairs` does; one of something else is skipped, with the reason.

    Raises:
        InputError: no file holds pairs.
    """
    sets: list[PairSet] = []
    skipped: list[Skipped] = []
    for path in find_pair_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            found = load_pairs(path, whole=whole)
        except FaultsError as error:
            first = error.faults[0]
            skipped.append(Skipped(path=name, reason=f"no pairs: line {first.line}: {first.message}"))
        except InputError as error:
            skipped.append(Skipped(path=name, reason=error.message.removeprefix(f"{path}: ")))
        else:
            sets.append(PairSet(name=name[: -len(SUFFIX)], pairs=found.pairs, left_out=found.left_out))
    if not sets:
        told = "; ".join(f"{one.path}: {one.reason}" for one in skipped)
        raise InputError(f"{folder}: no file in it holds pairs ({told})", hint=_WHAT_PAIRS_ARE)
    return sets, skipped


def find_pair_files(folder: Path) -> list[Path]:
    """Return the files of JSON lines under a folder, in the order of their paths."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() == SUFFIX and path.is_file())


_WHAT_PAIRS_ARE: Final = "a pair is a line with claim, evidence and label (SUPPORTS, REFUTES, NEI)"


def _grouped(pairs: list[Pair]) -> Iterator[Pair]:
    """Give all pairs one group that share a document, a claim or a sentence of evidence, over any chain of them."""
    leader: dict[str, str] = {}

    def find(text: str) -> str:
        while leader.setdefault(text, text) != text:
            leader[text] = leader[leader[text]]
            text = leader[text]
        return text

    for pair in pairs:
        claim = find(f"claim {fold_loosely(pair.claim)}")
        shared = [f"evidence {fold_loosely(text)}" for text in pair.evidence]
        shared += [f"document {pair.group}"] if pair.group else []
        for text in shared:
            leader[find(text)] = claim
            claim = find(claim)
    for pair in pairs:
        yield replace(pair, group=find(f"claim {fold_loosely(pair.claim)}"))
