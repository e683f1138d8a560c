"""The network of the judge and of the encoder, in whole numbers wherever the order of a sum could show.

A processor is free to add in any order, and with or without rounding between a product and a sum; so no two sorts of
processor give the same sum of fractions. Whole numbers below 2^24 they all add alike, even as floats. So whatever is
summed, the inputs of every product of matrices among it, is put on a grid first; what is left is one operation on one
number at a time, which IEEE 754 settles to the last bit. Exponentials and the like are written as products and sums,
because every processor has its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from onnx import TensorProto

from factcheck.training.graph import FUSED, number
from factcheck.training.products import read_linear, write_product, write_row_product

if TYPE_CHECKING:
    from factcheck.training.graph import GraphWriter
    from factcheck.training.products import Linear, Weights

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6

STEPS: Final = 2.0**11
"""Steps in one of what runs from layer to layer."""

_WHOLE: Final = 2.0**24
"""Below this, floats hold every whole number."""

_ASKING: Final = 2.0**6.5 * (WIDTH / HEADS) ** -0.25
_TELLING: Final = 64.0
_MOST: Final = 511.0
"""Steps in one of queries and keys (38.05), and of values; and the most steps: 32 products of them stay below 2^24.

Seen in the start weights: at most 8.4, and 5.1. With these steps a power of two makes a product the 16th part of what
an exponential is taken of, and so leaves it exact.
"""

_SQUARES: Final = 4
_PARABOLA: Final = 0.47
_LEAST: Final = -0.75
"""An exponential is that of its 16th part x, squared so often; of x it is 1 + x + 0.47 x², down to -0.75.

Within 1.3 % down to a 50th of the greatest; what is below e^-12 is no step anyway.
"""

_LIKENESS: Final = 2.0**-17
"""What turns a product of a query and a key, in their steps, into the 16th part of their likeness."""

_CURVE: Final = (3.86225653e-01, -5.20345393e-02, 4.41260300e-03, -1.49178605e-04)
_CURVE_END: Final = 3.1
"""The normal distribution's share below x is ½ + x (a + b x² + c x⁴ + d x⁶), flat beyond the end.

Fitted so that x times the share is right to 0.0035, which is a tenth of a step of what it is cut into.
"""

_LAST: Final = np.array([-1])


class Network:
    """Writes the layers of one network into a graph.

    `sizes` are the greatest sizes of each input of a layer's products, by the layer's name, as seen in some texts.
    """

    def __init__(self, graph: GraphWriter, weights: Weights, sizes: Weights) -> None:
        self._graph = graph
        self._weights = weights
        self._sizes = sizes

    def write(self, embedded: str, *, first_alone: bool = False) -> str:
        """Add all layers: a row of `WIDTH` numbers for every word in, and one out in steps of `STEPS`.

        Where the first word alone is asked for, the last layer is written for no other.
        """
        state = self._normalise(self._graph.add("Mul", embedded, number(STEPS)), "embeddings.LayerNorm")
        for place in range(LAYERS):
            layer = f"encoder.layer.{place}"
            asking = self._take_first(state) if first_alone and place == LAYERS - 1 else state
            attended = self._attend(asking, state, f"{layer}.attention")
            asking = self._normalise(self._graph.add("Add", attended, asking), f"{layer}.attention.output.LayerNorm")
            fed = self._feed_forward(asking, layer)
            state = self._normalise(self._graph.add("Add", fed, asking), f"{layer}.output.LayerNorm")
        return state

    def _take_first(self, state: str) -> str:
        return self._graph.add("Slice", state, np.array([0]), np.array([1]), np.array([0]))

    def _normalise(self, values: str, name: str) -> str:
        """Take the mean off every row, divide by its deviation, and stretch."""
        graph = self._graph
        whole = graph.add("Round", values)
        mean = graph.add("Round", graph.add("ReduceMean", whole, _LAST))
        centred = graph.add("Sub", whole, mean)
        length = graph.add("ReduceL2", graph.add("Cast", centred, to=TensorProto.DOUBLE), _LAST)
        unit = graph.add("Div", centred, graph.add("Cast", length, to=TensorProto.FLOAT))
        stretch = (self._weights[f"{name}.weight"] * (STEPS * WIDTH**0.5)).astype(np.float32)
        shift = (self._weights[f"{name}.bias"] * STEPS).astype(np.float32)
        return graph.add("Add", graph.add("Mul", unit, stretch), shift)

    def _attend(self, asking: str, state: str, name: str) -> str:
        """Give every word that asks the values of the words that it attends to."""
        graph = self._graph
        if asking == state:
            queries, keys, values = self._cut_parts(state, f"{name}.self", "query", "key", "value")
        else:
            [queries] = self._cut_parts(asking, f"{name}.self", "query")
            keys, values = self._cut_parts(state, f"{name}.self", "key", "value")
        heads_apart = {"transBatchA": 1, "transBatchB": 1, "transB": 1}
        likeness = graph.add("FusedMatMul", queries, keys, alpha=_LIKENESS, domain=FUSED, **heads_apart)
        shares, total = self._share(likeness)
        attended = graph.add("FusedMatMul", shares, values, transBatchB=1, domain=FUSED)
        attended = graph.add("Transpose", graph.add("Div", attended, total), perm=[1, 0, 2])
        attended = graph.add("Reshape", attended, np.array([-1, WIDTH]))
        out = read_linear(self._weights, f"{name}.output.dense")
        return write_product(graph, attended, out.scale(taken=_TELLING, given=STEPS))

    def _cut_parts(self, state: str, name: str, *parts: str) -> list[str]:
        """Return queries, keys or values in whole steps, the heads' parts of every word apart."""
        graph = self._graph
        linear = read_linear(self._weights, *(f"{name}.{part}" for part in parts))
        steps = [_TELLING if part == "value" else _ASKING for part in parts]
        given = np.repeat(np.array(steps, np.float32), WIDTH)
        mixed = graph.add("Round", self._multiply_state(state, linear.scale(given=given), f"{name}.query"))
        mixed = graph.add("Clip", mixed, number(-_MOST), number(_MOST))
        apart = graph.split("Split", mixed, outputs=len(parts), axis=1, num_outputs=len(parts))
        return [graph.add("Reshape", part, np.array([0, HEADS, WIDTH // HEADS])) for part in apart]

    def _share(self, likeness: str) -> tuple[str, str]:
        """Return whole exponentials of how alike each two words are, below the greatest of the row, and their sum."""
        graph = self._graph
        vertex = 0.5 / _PARABOLA
        below = graph.add("Sub", number(vertex), graph.add("ReduceMax", likeness, _LAST))
        grown = graph.add("Max", graph.add("Add", likeness, below), number(vertex + _LEAST))
        grown = graph.add("Add", graph.add("Mul", grown, grown), number(1 / _PARABOLA - vertex**2))
        for _ in range(_SQUARES):
            grown = graph.add("Mul", grown, grown)
        whole = graph.add("Round", graph.add("Mul", grown, self._count_steps(likeness)))
        return whole, graph.add("ReduceSum", whole, _LAST)

    def _count_steps(self, likeness: str) -> str:
        """Return by what an exponential is to be multiplied, so that the sum of a row of values stays whole."""
        graph = self._graph
        length = graph.add("Cast", graph.add("Shape", likeness, start=2), to=TensorProto.FLOAT)
        steps = graph.add("Sub", graph.add("Div", number(_WHOLE / _MOST), length), number(1))
        return graph.add("Mul", steps, number(_PARABOLA**2**_SQUARES))

    def _feed_forward(self, state: str, name: str) -> str:
        inner = read_linear(self._weights, f"{name}.intermediate.dense")
        outer = read_linear(self._weights, f"{name}.output.dense")
        unit = abs(_CURVE[-1]) ** (1 / 7)  # with x in this unit, the last factor of the curve is -1
        values = self._multiply_state(state, inner.scale(given=unit), f"{name}.intermediate.dense")
        return write_row_product(self._graph, self._bend(values, unit), outer.scale(taken=unit, given=STEPS))

    def _bend(self, values: str, unit: float) -> str:
        """Multiply every number by the share of the normal distribution below it (GELU)."""
        graph = self._graph
        near = graph.add("Clip", values, number(-_CURVE_END * unit), number(_CURVE_END * unit))
        square = graph.add("Mul", near, near)
        share = square
        for place, factor in reversed(list(enumerate(_CURVE[:-1]))):
            share = graph.add("Add", share, number(-factor / unit ** (2 * place + 1)))
            share = graph.add("Mul", share, square if place else near)
        return graph.add("Mul", graph.add("Sub", number(0.5), share), values)

    def _multiply_state(self, state: str, linear: Linear, name: str) -> str:
        factors, evened = linear.even_out(self._sizes[name])
        return write_product(self._graph, self._graph.add("Mul", state, factors), evened.scale(taken=STEPS))
