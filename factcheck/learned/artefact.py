"""Finds the files of the learned judge, whole and unchanged, or says in words why there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGED: Final = Path(__file__).parent / "artefact"
"""Where the files lie in an installed package."""

JUDGE: Final = "judge.onnx"
ENCODER: Final = "encoder.onnx"
EMBEDDINGS: Final = "embeddings.bin"
TOKENIZER: Final = "tokenizer.json"
MANIFEST: Final = "manifest.json"

LIBRARIES: Final = ("numpy", "onnxruntime", "tokenizers")
"""What runs the model; an ordinary installation has them."""

SCHEMA: Final = "factcheck.artefact/1"
LABELS: Final = ("supports", "refutes", "neutral")
"""What the judge's three numbers stand for, in their order."""

_JUDGE_FILES: Final = (JUDGE, EMBEDDINGS, TOKENIZER)
_ENCODER_FILES: Final = (ENCODER, EMBEDDINGS, TOKENIZER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair, and what the judge says of it before it is calibrated."""

    passage: str
    claim: str
    logits: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """Files that were found whole, and what their manifest says.

    `judge_hash` changes with anything that may change a judge's score, `encoder_hash` with anything that may change a
    vector; `recipe` names how the judge was trained. `examples` are what the judge said where it was made, and must say
    everywhere.
    """

    folder: Path
    recipe: str
    max_tokens: int
    temperature: float
    judge_hash: str
    encoder_hash: str
    examples: tuple[Example, ...]

    def path(self, name: str) -> Path:
        """Return where one of the files lies."""
        return self.folder / name


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """There is no learned judge: `reason` says why, in words that can end a sentence."""

    reason: str


Found: TypeAlias = Artefact | Missing


@lru_cache(maxsize=8)
def find_artefact(folder: Path = PACKAGED) -> Found:
    """Look for the files of that folder; what was found in it once holds for the whole process."""
    return read_artefact(folder)


def read_artefact(folder: Path) -> Found:
    """Read every file of that folder, to see that it is what was shipped; nothing is imported."""
    absent = [name for name in LIBRARIES if find_spec(name) is None]
    if absent:
        return Missing(reason=f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not installed")
    try:
        manifest = _read_manifest(folder / MANIFEST)
        sums = {name: _check_file(folder / name, manifest.sums) for name in (*_JUDGE_FILES, ENCODER)}
    except _UnusableError as error:
        return Missing(reason=str(error))
    return Artefact(
        folder=folder,
        recipe=manifest.recipe,
        max_tokens=manifest.max_tokens,
        temperature=manifest.temperature,
        judge_hash=_join(*(sums[name] for name in _JUDGE_FILES), str(manifest.max_tokens), str(manifest.temperature)),
        encoder_hash=_join(*(sums[name] for name in _ENCODER_FILES)),
        examples=manifest.examples,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    recipe: str
    max_tokens: int
    temperature: float
    sums: Mapping[str, str]
    examples: tuple[Example, ...]


class _UnusableError(Exception):
    """Why the files cannot be used."""


def _read_manifest(path: Path) -> _Manifest:
    try:
        stated = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _UnusableError("this copy of factcheck came without the model’s files") from error
    except (OSError, RecursionError, ValueError) as error:
        raise _UnusableError(f"the model’s {path.name} cannot be read") from error
    try:
        if stated["schema"] != SCHEMA or tuple(stated["labels"]) != LABELS:
            raise _UnusableError(f"the model’s {path.name} is of another version of factcheck")
        return _Manifest(
            recipe=str(stated["recipe"]),
            max_tokens=int(stated["max_tokens"]),
            temperature=_read_positive(stated["temperature"]),
            sums={str(name): str(told) for name, told in stated["files"].items()},
            examples=tuple(_read_example(example) for example in stated["examples"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _UnusableError(f"the model’s {path.name} is damaged") from error


def _read_positive(stated: float) -> float:
    number = float(stated)
    if not 0 < number < inf:
        raise ValueError
    return number


def _read_example(stated: Mapping[str, object]) -> Example:
    logits = stated["logits"]
    if not isinstance(logits, list):
        raise TypeError
    return Example(
        passage=str(stated["passage"]), claim=str(stated["claim"]), logits=tuple(float(logit) for logit in logits)
    )


def _check_file(path: Path, sums: Mapping[str, str]) -> str:
    """Return the checksum of a file that is the one of the manifest."""
    try:
        found = sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise _UnusableError(f"the model’s {path.name} is missing") from error
    except OSError as error:
        raise _UnusableError(f"the model’s {path.name} cannot be read") from error
    if sums.get(path.name) != found:
        raise _UnusableError(f"the model’s {path.name} is damaged")
    return found


def _join(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
