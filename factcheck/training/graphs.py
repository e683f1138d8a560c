"""The graphs of the judge and of the encoder, and the table of words that both share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from onnx import TensorProto

from factcheck.learned.artefact import EMBEDDINGS, LABELS
from factcheck.training.graph import GraphWriter, number
from factcheck.training.network import STEPS, WIDTH, Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factcheck.training.products import Floats, Weights

MAX_TOKENS: Final = 160
"""Word pieces of a pair that the judge reads."""

WORDS: Final = "embeddings.word_embeddings.weight"

_PLACES: Final = 256
"""Word pieces of a text that the encoder reads."""

_HEAD_STEPS: Final = 2.0**20
"""Steps in one of the judge's last weights, whose products are summed."""

_UNIT_STEPS: Final = 2.0**15
"""Steps of the greatest number of a vector."""

_MOST: Final = 127
"""Steps of the greatest number of a word."""

_PLACED: Final = "embeddings.position_embeddings.weight"
_TYPES: Final = "embeddings.token_type_embeddings.weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A network to be written: its weights, and the sizes of what its layers are given."""

    weights: Weights
    sizes: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The words, each in steps of its own size."""

    whole: NDArray[np.int8]
    steps: Floats


def cut_words(weights: Weights) -> Table:
    """Return the words of a network in eight bits."""
    values = weights[WORDS]
    steps = np.abs(values).max(axis=1, keepdims=True) / np.float32(_MOST)
    steps[steps == 0] = 1
    return Table(whole=np.rint(values / steps).astype(np.int8), steps=steps)


def write_judge(source: Source, head: Weights, table: Table) -> bytes:
    """Return the graph from the word pieces of a pair, and which of both texts they are of, to three logits."""
    graph = GraphWriter()
    embedded = _embed(graph, table, source.weights[_PLACED][:MAX_TOKENS])
    embedded = graph.add("Add", embedded, graph.add("Gather", source.weights[_TYPES], "types"))
    first = graph.add("Round", Network(graph, source.weights, source.sizes).write(embedded, first_alone=True))
    weights = np.rint(head["weight"].astype(np.float64) * _HEAD_STEPS)
    products = graph.add("Mul", graph.add("Cast", first, to=TensorProto.DOUBLE), weights)
    logits = graph.add("ReduceSum", products, np.array([1]), keepdims=0)
    logits = graph.add("Mul", logits, np.array(1 / STEPS / _HEAD_STEPS))
    logits = graph.add("Cast", graph.add("Add", logits, head["bias"].astype(np.float64)), to=TensorProto.FLOAT)
    return graph.make(inputs=("ids", "types"), output=logits, shape=(len(LABELS),))


def write_encoder(source: Source, table: Table) -> bytes:
    """Return the graph from the word pieces of a text to a unit vector: the mean of what comes out for them."""
    graph = GraphWriter()
    places = source.weights[_PLACED][:_PLACES] + source.weights[_TYPES][0]
    state = Network(graph, source.weights, source.sizes).write(_embed(graph, table, places))
    total = graph.add("ReduceSum", graph.add("Round", state), np.array([0]), keepdims=0)
    greatest = graph.add("ReduceMax", graph.add("Abs", total), np.array([0]))
    whole = graph.add("Round", graph.add("Mul", graph.add("Div", total, greatest), number(_UNIT_STEPS)))
    whole = graph.add("Cast", whole, to=TensorProto.INT32)  # which knows no -0, that some threads make and others not
    exact = graph.add("Cast", whole, to=TensorProto.DOUBLE)
    length = graph.add("Sqrt", graph.add("ReduceSumSquare", exact, np.array([0])))
    unit = graph.add("Cast", graph.add("Div", exact, length), to=TensorProto.FLOAT)
    return graph.make(inputs=("ids",), output=unit, shape=(WIDTH,))


def _embed(graph: GraphWriter, table: Table, places: Floats) -> str:
    words = graph.refer("words", table.whole, file=EMBEDDINGS, offset=0)
    steps = graph.refer("steps", table.steps, file=EMBEDDINGS, offset=table.whole.nbytes)
    whole = graph.add("Cast", graph.add("Gather", words, "ids"), to=TensorProto.FLOAT)
    embedded = graph.add("Mul", whole, graph.add("Gather", steps, "ids"))
    start, length = np.array([0]), graph.add("Shape", "ids")
    return graph.add("Add", embedded, graph.add("Slice", places, start, length, start))
