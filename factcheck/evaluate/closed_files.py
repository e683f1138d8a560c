"""A folder with claims and a corpus → a Benchmark, in the layout of SciFact's release or as pairs beside a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.errors import InputError
from factcheck.evaluate.json_lines import read_rows
from factcheck.evaluate.pair_files import LABELS, SUFFIX, PairRow, read_id, read_label
from factcheck.evaluate.sources import exists
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

    doc_id: Annotated[str, BeforeValidator(read_id), Field(min_length=1)]
    title: str = ""
    sentences: tuple[str, ...] = Field(validation_alias=AliasChoices("sentences", "abstract"))


class _RationaleRow(BaseModel):
    sentences: Annotated[frozenset[int], Field(min_length=1)]
    label: Annotated[str, BeforeValidator(read_label)]


class _ClaimRow(BaseModel):
    """A claim of SciFact's own release."""

    id: Annotated[str, BeforeValidator(read_id), Field(min_length=1)]
    claim: Annotated[str, Field(min_length=1)]
    evidence: dict[str, tuple[_RationaleRow, ...]]


def load_benchmark(folder: Path, claims: str | None = None) -> Benchmark:
    """Load a benchmark: `corpus.jsonl` beside `claims_dev.jsonl`, or `NAME_corpus.jsonl` beside `NAME.jsonl`.

    `claims` names the file of claims where there are several, by its path or its name without the suffix.

    Raises:
        InputError: the folder holds no such files, or several.
        FaultsError: a file has faults.
    """
    if not exists(folder) or not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder", hint="name the folder of claims and corpus")
    found = _find_claims(folder)
    path = _choose(found, claims, folder)
    abstracts = _read_abstracts(found[path])
    if found[path].stem == CORPUS:
        return Benchmark(
            name=path.stem, claims=tuple(_read_release(path, abstracts)), abstracts=tuple(abstracts.values())
        )
    return _read_pairs(path, abstracts)


def _read_abstracts(path: Path) -> dict[str, Abstract]:
    abstracts: dict[str, Abstract] = {}
    for number, row in read_rows(path, _AbstractRow):
        if row.doc_id in abstracts:
            raise InputError(f"{path}:{number}: the document {row.doc_id} stands there twice", hint="keep one")
        abstracts[row.doc_id] = Abstract(id=row.doc_id, title=row.title, sentences=row.sentences)
    return abstracts


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
    claims: dict[str, ResearchClaim] = {}
    for number, row in read_rows(path, _ClaimRow):
        where = f"{path}:{number}"
        if row.id in claims:
            raise InputError(f"{where}: the claim {row.id} stands there twice", hint="keep one")
        evidence = {name: _know(rows, name, abstracts, where=where) for name, rows in row.evidence.items() if rows}
        claims[row.id] = ResearchClaim(id=row.id, text=row.claim, evidence=evidence)
    return list(claims.values())


def _know(rows: tuple[_RationaleRow, ...], name: str, abstracts: dict[str, Abstract], *, where: str) -> Known:
    """What one abstract is known to say, of the rationales that say so."""
    if name not in abstracts:
        raise InputError(f"{where}: the corpus has no abstract {name}")
    stances = {LABELS.get(row.label) for row in rows}
    stance = next(iter(stances))
    if len(stances) > 1 or stance is None or stance is Stance.NEUTRAL:
        raise InputError(f"{where}: the abstract {name} needs one label, SUPPORT or CONTRADICT")
    most = max(max(row.sentences) for row in rows)
    if most >= len(abstracts[name].sentences) or min(min(row.sentences) for row in rows) < 0:
        raise InputError(f"{where}: the abstract {name} has no sentence {most}; they count from 0")
    return Known(stance=stance, rationales=tuple(row.sentences for row in rows))


def _read_pairs(path: Path, abstracts: dict[str, Abstract]) -> Benchmark:
    """Read rows of a claim and an abstract each; rows of one claim's text are one claim, and so are their sentences."""
    claims: dict[str, ResearchClaim] = {}
    lost = 0
    for number, row in read_rows(path, PairRow):
        claim = claims.setdefault(row.claim, ResearchClaim(id=row.id or f"line-{number}", text=row.claim))
        abstract = abstracts.get(row.doc_id)
        if abstract is None:
            raise InputError(f"{path}:{number}: the corpus has no document {row.doc_id or 'without a doc_id'}")
        stance = LABELS.get(row.label, Stance.NEUTRAL)
        places = _find_sentences(row.evidence or (), abstract)
        if stance is Stance.NEUTRAL or not places:
            lost += bool(row.evidence)
            continue
        known = claim.evidence.get(abstract.id)
        if known and known.stance is not stance:
            told = f"{path}:{number}: the document {abstract.id} supports and refutes one claim"
            raise InputError(told, hint="a document has one label for a claim")
        rationales = (*(known.rationales if known else ()), *(frozenset({place}) for place in places))
        claim.evidence[abstract.id] = Known(stance=stance, rationales=tuple(dict.fromkeys(rationales)))
    note = "its rows do not say which sentences belong together: each is taken for a rationale of its own"
    note += f"; {lost:,} rows with evidence have no such label, or sentences that are not in the corpus" if lost else ""
    return Benchmark(name=path.stem, claims=tuple(claims.values()), abstracts=tuple(abstracts.values()), note=note)


def _find_sentences(evidence: tuple[str, ...], abstract: Abstract) -> list[int]:
    numbers = {fold_loosely(sentence): number for number, sentence in enumerate(abstract.sentences)}
    return sorted({numbers[folded] for one in evidence if (folded := fold_loosely(one)) in numbers})
