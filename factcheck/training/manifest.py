"""Writes down what an artefact consists of, how it was made, and what it says of some pairs."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.errors import RunError
from factcheck.learned.artefact import (
    EMBEDDINGS,
    ENCODER,
    JUDGE,
    LABELS,
    MANIFEST,
    SCHEMA,
    TOKENIZER,
    Missing,
    read_artefact,
)
from factcheck.learned.pairs import PairScorer
from factcheck.stance.rules import RULES
from factcheck.training.graphs import MAX_TOKENS

if TYPE_CHECKING:
    from pathlib import Path

_FILES: Final = (EMBEDDINGS, ENCODER, JUDGE, TOKENIZER)
_EXAMPLES: Final = 8
"""Pairs whose logits are kept, to the last bit, so that any machine can be held against the one that made them."""


def stamp(folder: Path, *, recipe: str, temperature: float) -> None:
    """Write the manifest of the files in a folder."""
    stated: dict[str, object] = {
        "schema": SCHEMA,
        "labels": LABELS,
        "max_tokens": MAX_TOKENS,
        "temperature": temperature,
        "recipe": recipe,
        "files": {name: sha256((folder / name).read_bytes()).hexdigest() for name in _FILES},
        "examples": [],
    }
    _write(folder, stated)
    _write(folder, stated | {"examples": _judge_examples(folder)})


def _judge_examples(folder: Path) -> list[dict[str, object]]:
    artefact = read_artefact(folder)
    if isinstance(artefact, Missing):
        raise RunError(artefact.reason)
    pairs = [(example.passage, example.claim) for rule in RULES for example in rule.examples][:_EXAMPLES]
    judged = zip(pairs, PairScorer(artefact).weigh(pairs), strict=True)
    return [{"passage": passage, "claim": claim, "logits": logits} for (passage, claim), logits in judged]


def _write(folder: Path, stated: dict[str, object]) -> None:
    (folder / MANIFEST).write_text(json.dumps(stated, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
