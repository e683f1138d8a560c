"""Products with a matrix of weights, in whole numbers of eight bits by seven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.training.graph import FUSED, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from factcheck.training.graph import GraphWriter

    Floats = NDArray[np.float32]
    Weights = Mapping[str, Floats]

_MOST_WEIGHT: Final = 63
"""Weights take seven bits: two products of eight by seven bits, summed, fit the sixteen bits of older processors."""

_ZERO: Final = 24
_MOST: Final = 255
"""Steps of a row's values: `_ZERO` of them below nought, for a GELU goes down to -0.17 and up to some."""

_EVEN: Final = 0.5
"""How much of the differences between inputs is moved into the weights (Xiao and others 2023, SmoothQuant)."""

_LEAST: Final = 1e-4
"""A size below which inputs and weights are as good as nought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """What a layer multiplies by, a column for every number that comes out, and what it then adds."""

    matrix: Floats
    bias: Floats

    def scale(self, *, taken: float = 1.0, given: float | Floats = 1.0) -> Linear:
        """Return the same layer for inputs in `taken` steps to one, and outputs in `given`."""
        return Linear(
            matrix=(self.matrix * (np.float32(given) / np.float32(taken))).astype(np.float32),
            bias=(self.bias * given).astype(np.float32),
        )

    def even_out(self, sizes: Floats) -> tuple[Floats, Linear]:
        """Return factors for inputs whose greatest sizes are given, and the layer for inputs so multiplied.

        A few of the inputs are some forty times the others, and with one scale for all would leave these few steps.
        """
        weights = np.maximum(np.abs(self.matrix).max(axis=1), _LEAST)
        powers = np.log(np.maximum(sizes, _LEAST)) * _EVEN - np.log(weights) * (1 - _EVEN)
        factors = np.exp(powers - powers.mean()).astype(np.float32)
        return 1 / factors, Linear(matrix=self.matrix * factors[:, None], bias=self.bias)


def read_linear(weights: Weights, *names: str) -> Linear:
    """Return layers of that name, side by side."""
    return Linear(
        matrix=np.concatenate([weights[f"{name}.weight"].T for name in names], axis=1),
        bias=np.concatenate([weights[f"{name}.bias"] for name in names]),
    )


def write_product(graph: GraphWriter, values: str, linear: Linear) -> str:
    """Add a product of values of both signs, in steps of a 255th of their range in the text."""
    cut, scale, zero = graph.split("DynamicQuantizeLinear", values, outputs=3)
    return graph.add("Add", _write_whole(graph, (cut, scale, zero), linear), linear.bias)


def write_row_product(graph: GraphWriter, values: str, linear: Linear) -> str:
    """Add a product of values that are hardly below nought, in steps of a share of the greatest of their row."""
    greatest = graph.add("ReduceMax", values, np.array([-1]), keepdims=1)
    step = graph.add("Mul", greatest, number(1 / (_MOST - _ZERO)))
    flat = graph.add("Squeeze", step, np.array([1]))
    zeros = graph.add("Expand", np.array([_ZERO], np.uint8), graph.add("Shape", flat))
    cut = graph.add("QuantizeLinear", values, flat, zeros, axis=0)
    product = _write_whole(graph, (cut, graph.keep(number(1)), graph.keep(np.array(_ZERO, np.uint8))), linear)
    return graph.add("Add", graph.add("Mul", product, step), linear.bias)


def _write_whole(graph: GraphWriter, cut: tuple[str, str, str], linear: Linear) -> str:
    """Multiply whole numbers, given with their scale and their zero, by the weights as whole numbers."""
    values, scale, zero = cut
    scales = np.abs(linear.matrix).max(axis=0) / np.float32(_MOST_WEIGHT)
    scales[scales == 0] = 1
    whole = np.rint(linear.matrix / scales).astype(np.int8)
    none = np.zeros(len(scales), np.int8)
    return graph.add("MatMulIntegerToFloat", values, whole, scale, scales, zero, none, domain=FUSED)
