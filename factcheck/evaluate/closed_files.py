"""A folder with claims and a corpus → a Benchmark, in the layout of SciFact's release or as pairs beside a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.errors import InputError
from factcheck.evaluate.json_lines import read_rows
from factcheck.evaluate.pair_files import LABELS, SUFFIX, PairRow
from factcheck.model import Stance
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from pathlib import Path

CORPUS: Final = "corpus"
BENCHMARK: Final = "scifact"
"""The benchmark that is meant where a folder holds several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstract:
    """A document of the corpus by its sentences."""

    id: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What one abstract is known to say of a claim; each rationale is a set of sentences that together show it."""

    stance: Stance
    rationales: tuple[frozenset[int], ...]


@dataclass(slots=True, kw_only=True)
class ResearchClaim:
    """A claim with what is known of it, by the id of the abstract."""

    id: str
    text: str
    evidence: dict[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A closed record and the claims on it; `note` says what of the labels is not as the paper has it."""

    name: str
    claims: tuple[ResearchClaim, ...]
    abstracts: tuple[Abstract, ...]
    note: str = ""


class _AbstractRow(BaseModel):
    model_config = ConfigDict(frozen=True)

    doc_id: Annotated[str, BeforeValidator(str)]
    title: str = ""
    sentences: tuple[str, ...] = Field(validation_alias=AliasChoices("sentences", "abstract"))


class _RationaleRow(BaseModel):
    sentences: frozenset[int]
    label: str


class _ClaimRow(BaseModel):
    """A claim of SciFact's own release."""

    id: Annotated[str, BeforeValidator(str)]
    claim: str
    evidence: dict[str, list[_RationaleRow]]


def load_benchmark(folder: Path, claims: str | None = None) -> Benchmark:
    """Load a benchmark: `corpus.jsonl` beside `claims_dev.jsonl`, or `NAME_corpus.jsonl` beside `NAME.jsonl`.

    `claims` names the file of claims where there are several, by its path or its name without the suffix.

    Raises:
        InputError: the folder holds no such files, or several.
        FaultsError: a file has faults.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder", hint="name the folder of claims and corpus")
    found = _find_claims(folder)
    path = _choose(found, claims, folder)
    abstracts = {
        row.doc_id: Abstract(id=row.doc_id, title=row.title, sentences=row.sentences)
        for _, row in read_rows(found[path], _AbstractRow)
    }
    if found[path].stem == CORPUS:
        return Benchmark(
            name=path.stem, claims=tuple(_read_release(path, abstracts)), abstracts=tuple(abstracts.values())
        )
    return Benchmark(
        name=path.stem,
        claims=tuple(_read_pairs(path, abstracts)),
        abstracts=tuple(abstracts.values()),
        note="its rows do not say which sentences belong together: each is taken for a rationale of its own",
    )


def _find_claims(folder: Path) -> dict[Path, Path]:
    """Files of claims with the corpus of each."""
    found: dict[Path, Path] = {}
    for corpus in sorted(folder.glob(f"*{CORPUS}{SUFFIX}")):
        if corpus.stem == CORPUS:
            found |= dict.fromkeys(sorted(folder.glob(f"claims*{SUFFIX}")), corpus)
        else:
            beside = corpus.with_name(f"{corpus.stem.removesuffix(f'_{CORPUS}')}{SUFFIX}")
            found |= {beside: corpus} if beside.is_file() else {}
    return found


def _choose(found: dict[Path, Path], claims: str | None, folder: Path) -> Path:
    """The file of claims that was named, or the one that there is, or the one that is meant by custom."""
    names = {path.stem: path for path in found}
    if claims is not None:
        path = names.get(claims) or next((one for one in found if one.name == claims or str(one) == claims), None)
        if path is None:
            hint = f"there are {', '.join(sorted(names))}" if names else "put a corpus beside it: NAME_corpus.jsonl"
            raise InputError(f"{folder}: there are no claims “{claims}” with a corpus", hint=hint)
        return path
    chosen = next((names[name] for name in (BENCHMARK, "claims_dev", "claims") if name in names), None)
    if chosen or len(found) == 1:
        return chosen or next(iter(found))
    if found:
        hint = f"name one: factcheck evaluate {min(names)} --data {folder}"
        raise InputError(f"{folder}: holds several benchmarks: {', '.join(sorted(names))}", hint=hint)
    hint = "it needs corpus.jsonl beside claims_dev.jsonl, or NAME_corpus.jsonl beside NAME.jsonl"
    raise InputError(f"{folder}: holds no claims with a corpus", hint=hint)


def _read_release(path: Path, abstracts: dict[str, Abstract]) -> list[ResearchClaim]:
    claims = []
    for number, row in read_rows(path, _ClaimRow):
        evidence = {}
        for name, rationales in row.evidence.items():
            if name not in abstracts:
                raise InputError(f"{path}:{number}: the corpus has no abstract {name}")
            stance = LABELS.get(rationales[0].label.lower()) if rationales else None
            if stance in {Stance.SUPPORTS, Stance.REFUTES}:
                evidence[name] = Known(stance=stance, rationales=tuple(one.sentences for one in rationales))
        claims.append(ResearchClaim(id=row.id, text=row.claim, evidence=evidence))
    return claims


def _read_pairs(path: Path, abstracts: dict[str, Abstract]) -> list[ResearchClaim]:
    """Read rows of a claim and an abstract each; rows of one claim's text are one claim."""
    claims: dict[str, ResearchClaim] = {}
    for number, row in read_rows(path, PairRow):
        claim = claims.setdefault(row.claim, ResearchClaim(id=row.id or f"line-{number}", text=row.claim))
        abstract = abstracts.get(row.doc_id)
        if abstract is None:
            raise InputError(f"{path}:{number}: the corpus has no document {row.doc_id or 'without a doc_id'}")
        stance = LABELS.get(row.label, Stance.NEUTRAL)
        places = _find_sentences(row.evidence, abstract)
        if stance is not Stance.NEUTRAL and places:
            rationales = tuple(frozenset({place}) for place in places)
            claim.evidence[abstract.id] = Known(stance=stance, rationales=rationales)
    return list(claims.values())


def _find_sentences(evidence: tuple[str, ...], abstract: Abstract) -> list[int]:
    numbers = {fold_loosely(sentence): number for number, sentence in enumerate(abstract.sentences)}
    return sorted({numbers[folded] for one in evidence if (folded := fold_loosely(one)) in numbers})
