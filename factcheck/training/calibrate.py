"""The temperature by which logits become probabilities that hold (Guo and others 2017, temperature scaling)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TEMPERATURES: Final = np.arange(50, 301) / 100
"""What is tried: from half to three times."""


def find_temperature(logits: NDArray[np.float64], labels: Sequence[int]) -> float:
    """Return the temperature under which logits of shape (pairs, 3) make the labels likeliest."""
    losses = [measure_surprise(logits / temperature, labels) for temperature in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def measure_surprise(logits: NDArray[np.float64], labels: Sequence[int]) -> float:
    """Return the mean negative log-likelihood of labels, in nats.

    >>> round(measure_surprise(np.array([[0.0, 0.0, 0.0]]), [1]), 4)
    1.0986
    """
    most = logits.max(axis=1, keepdims=True)
    whole = most[:, 0] + np.log(np.exp(logits - most).sum(axis=1))
    return float((whole - logits[np.arange(len(labels)), list(labels)]).mean())
