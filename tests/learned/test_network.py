"""The network in whole numbers says what the network in fractions says, and the same bits on any number of threads."""

from __future__ import annotations

from math import erf
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

pytest.importorskip("onnx", reason="the extra `test` brings what writes graphs")

from onnxruntime import InferenceSession, SessionOptions

from factcheck.training.graph import GraphWriter
from factcheck.training.network import LAYERS, STEPS, WIDTH, Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

INNER: Final = 4 * WIDTH
WORDS: Final = 30
HEADS: Final = 12
SEEN: Final = ("attention.self.query", "intermediate.dense")


@pytest.fixture(name="weights", scope="module")
def draw_weights() -> dict[str, Floats]:
    """Weights as large as those of trained networks, with one input that grows above the others."""
    chance = np.random.default_rng(1)
    shapes = {
        "attention.self.query": (WIDTH, WIDTH),
        "attention.self.key": (WIDTH, WIDTH),
        "attention.self.value": (WIDTH, WIDTH),
        "attention.output.dense": (WIDTH, WIDTH),
        "intermediate.dense": (INNER, WIDTH),
        "output.dense": (WIDTH, INNER),
    }
    weights: dict[str, Floats] = {}
    for place in range(LAYERS):
        layer = f"encoder.layer.{place}"
        for name, shape in shapes.items():
            weights[f"{layer}.{name}.weight"] = chance.normal(0, 0.05, shape).astype(np.float32)
            weights[f"{layer}.{name}.bias"] = chance.normal(0, 0.1, shape[0]).astype(np.float32)
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            weights |= _draw_norm(f"{layer}.{name}", chance)
    return weights | _draw_norm("embeddings.LayerNorm", chance)


@pytest.fixture(name="embedded", scope="module")
def draw_words() -> Floats:
    return np.random.default_rng(2).normal(0, 1, (WORDS, WIDTH)).astype(np.float32)


def test_the_layers_say_what_fractions_say(weights: dict[str, Floats], embedded: Floats) -> None:
    sizes: dict[str, Floats] = {}
    expected = _think(weights, embedded, sizes)
    found = _run(_write(weights, sizes, embedded), threads=1)
    assert found.shape == expected.shape
    assert _differ(found, expected) < 0.06


def test_the_first_word_alone_says_what_it_says_among_all(weights: dict[str, Floats], embedded: Floats) -> None:
    sizes: dict[str, Floats] = {}
    expected = _think(weights, embedded, sizes)
    found = _run(_write(weights, sizes, embedded, first_alone=True), threads=1)
    assert found.shape == (1, WIDTH)
    assert _differ(found, expected[:1]) < 0.06


def test_threads_change_no_bit_and_files_are_the_same_twice(weights: dict[str, Floats], embedded: Floats) -> None:
    sizes: dict[str, Floats] = {}
    _think(weights, embedded, sizes)
    graph = _write(weights, sizes, embedded)
    assert _write(weights, sizes, embedded) == graph
    assert np.array_equal(_run(graph, threads=1), _run(graph, threads=3))


def _draw_norm(name: str, chance: np.random.Generator) -> dict[str, Floats]:
    stretch = chance.normal(1, 0.1, WIDTH).astype(np.float32)
    stretch[7] = 2
    return {f"{name}.weight": stretch, f"{name}.bias": chance.normal(0, 0.1, WIDTH).astype(np.float32)}


def _write(
    weights: dict[str, Floats], sizes: dict[str, Floats], embedded: Floats, *, first_alone: bool = False
) -> bytes:
    graph = GraphWriter()
    words = graph.add("Gather", embedded, "ids")
    return graph.make(
        inputs=("ids",),
        output=Network(graph, weights, sizes).write(words, first_alone=first_alone),
        shape=(None, WIDTH),
    )


def _run(graph: bytes, *, threads: int) -> Floats:
    options = SessionOptions()
    options.intra_op_num_threads = threads
    session = InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    output: Floats = session.run(None, {"ids": np.arange(WORDS)})[0]
    return output / np.float32(STEPS)


def _differ(found: Floats, expected: Floats) -> float:
    return float(np.linalg.norm(found - expected) / np.linalg.norm(expected))


def _think(weights: dict[str, Floats], embedded: Floats, sizes: dict[str, Floats]) -> Floats:
    """The same network as it is usually written down; notes how large the inputs of its products are."""
    state = _normalise(weights, embedded, "embeddings.LayerNorm")
    for place in range(LAYERS):
        layer = f"encoder.layer.{place}"
        sizes[f"{layer}.{SEEN[0]}"] = np.abs(state).max(axis=0)
        queries, keys, values = (
            _multiply(weights, state, f"{layer}.attention.self.{part}").reshape(WORDS, HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        likeness = queries @ keys.transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS)
        shares = np.exp(likeness - likeness.max(axis=-1, keepdims=True))
        attended = (shares / shares.sum(axis=-1, keepdims=True) @ values).transpose(1, 0, 2).reshape(WORDS, WIDTH)
        told = _multiply(weights, attended, f"{layer}.attention.output.dense")
        state = _normalise(weights, told + state, f"{layer}.attention.output.LayerNorm")
        sizes[f"{layer}.{SEEN[1]}"] = np.abs(state).max(axis=0)
        inner = _multiply(weights, state, f"{layer}.intermediate.dense")
        bent = inner * (1 + np.vectorize(erf)(inner / np.sqrt(2))) / 2
        told = _multiply(weights, bent, f"{layer}.output.dense")
        state = _normalise(weights, told + state, f"{layer}.output.LayerNorm")
    return state


def _multiply(weights: dict[str, Floats], values: Floats, name: str) -> Floats:
    product: Floats = values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return product


def _normalise(weights: dict[str, Floats], values: Floats, name: str) -> Floats:
    centred = values - values.mean(axis=-1, keepdims=True)
    unit: Floats = centred / centred.std(axis=-1, keepdims=True)
    return unit * weights[f"{name}.weight"] + weights[f"{name}.bias"]
