"""Writes an artefact of two tiny graphs, which tell what they were given: no weights that ship are needed to test."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from factcheck.learned.artefact import EMBEDDINGS, ENCODER, JUDGE, LABELS, MANIFEST, SCHEMA, TOKENIZER

pytest.importorskip("onnx", reason="the extra `test` brings what writes graphs")

from factcheck.training.graph import GraphWriter

if TYPE_CHECKING:
    from pathlib import Path

WORDS: Final = "[UNK] [CLS] [SEP] the council spent five four million pounds nothing auditors said it".split()
MOST: Final = 40
SIZE: Final = 384


def write_artefact(folder: Path, **stated: object) -> Path:
    """Write the files of a tiny artefact; what is named replaces a line of its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / JUDGE).write_bytes(_write_judge())
    (folder / ENCODER).write_bytes(_write_encoder())
    (folder / EMBEDDINGS).write_bytes(b"")
    (folder / TOKENIZER).write_text(json.dumps(_TOKENIZER), encoding="utf-8")
    stamp_tiny(folder, **stated)
    return folder


def stamp_tiny(folder: Path, **stated: object) -> None:
    """Write the manifest of the files that are in a folder."""
    files = (EMBEDDINGS, ENCODER, JUDGE, TOKENIZER)
    manifest: dict[str, object] = {
        "schema": SCHEMA,
        "labels": LABELS,
        "max_tokens": MOST,
        "temperature": 1.0,
        "recipe": "tiny",
        "files": {name: sha256((folder / name).read_bytes()).hexdigest() for name in files},
        "examples": [{"passage": "it said", "claim": "nothing", "logits": [15.0, 9.0, 5.0]}],
    }
    (folder / MANIFEST).write_text(json.dumps(manifest | stated), encoding="utf-8")


def _write_judge() -> bytes:
    """Three numbers: how many word pieces there are, how many are of the first text, how many of the second."""
    graph = GraphWriter()
    one = np.array([1])
    length = graph.add("Shape", "ids")
    second = graph.add("ReduceSum", "types", np.array([0]))
    first = graph.add("Sub", length, second)
    logits = graph.add("Concat", length, first, second, axis=0)
    return graph.make(
        inputs=("ids", "types"), output=graph.add("Cast", graph.add("Mul", logits, one), to=1), shape=(3,)
    )


def _write_encoder() -> bytes:
    """A unit vector with as many equal parts as there are kinds of word pieces."""
    graph = GraphWriter()
    known = graph.add("Gather", np.eye(SIZE, dtype=np.float32), "ids")
    met = graph.add("ReduceMax", known, np.array([0]), keepdims=0)
    return graph.make(
        inputs=("ids",), output=graph.add("Div", met, graph.add("ReduceL2", met, np.array([0]))), shape=(SIZE,)
    )


_TOKENIZER: Final = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "added_tokens": [
        {
            "id": place,
            "content": mark,
            "special": True,
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
        }
        for place, mark in enumerate(WORDS[:3])
    ],
    "normalizer": {"type": "Lowercase"},
    "pre_tokenizer": {"type": "BertPreTokenizer"},
    "post_processor": None,
    "decoder": None,
    "model": {
        "type": "WordLevel",
        "vocab": {word: place for place, word in enumerate(WORDS)},
        "unk_token": "[UNK]",
    },
}
