"""Sees how large the numbers are that a network's products are given, to even them out before they are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from factcheck.stance.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.training.products import Floats, Weights

SEEN: Final = ("attention.self.query", "intermediate.dense")
"""Layers whose inputs differ in size: what they are given was stretched, and some of it forty times as far."""

_GRADES: Final = 4
"""Sizes told apart between a number and its double."""

_LEAST: Final = 2.0**-10
"""A size below which inputs are as good as nought."""


def see_sizes(folder: Path, tokenizer: Path) -> Weights:
    """Return the greatest size of every input of each such layer, over the examples of the rules of stance.

    Which inputs are large is a matter of the network more than of the text: any English shows it.
    """
    network = BertModel.from_pretrained(folder, add_pooling_layer=False).eval()
    sizes: dict[str, Floats] = {}
    for name, layer in network.named_modules():
        if name.endswith(SEEN):
            layer.register_forward_pre_hook(lambda _layer, given, name=name: _note(sizes, name, given[0]))
    cut = Tokenizer.from_file(str(tokenizer))
    cut.no_padding()
    for rule in RULES:
        for example in rule.examples:
            coded = cut.encode(example.passage, example.claim)
            with torch.inference_mode():
                network(input_ids=torch.tensor([coded.ids]), token_type_ids=torch.tensor([coded.type_ids]))
    return {name: _coarsen(seen) for name, seen in sizes.items()}


def _coarsen(sizes: Floats) -> Floats:
    """Keep of sizes what no processor's way of adding changes."""
    grades = np.rint(np.log2(np.maximum(sizes, _LEAST)) * _GRADES)
    coarse: Floats = np.exp2(grades / _GRADES).astype(np.float32)
    return coarse


def _note(sizes: dict[str, Floats], name: str, given: torch.Tensor) -> None:
    seen = given.abs().amax(dim=(0, 1)).numpy()
    sizes[name] = np.maximum(sizes.get(name, seen), seen)
