"""The temperature that is found is the one by which logits were spoiled."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.training.calibrate import find_temperature, measure_surprise


@pytest.mark.parametrize("temperature", [0.7, 1.0, 1.8])
def test_the_temperature_is_found_again(temperature: float) -> None:
    draw = np.random.default_rng(1)
    logits = draw.normal(size=(20_000, 3)) * 2
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    labels = [int(draw.choice(3, p=row)) for row in shares]
    assert find_temperature(logits * temperature, labels) == pytest.approx(temperature, abs=0.06)


def test_what_is_sure_and_right_surprises_least() -> None:
    sure, unsure = np.array([[9.0, 0.0, 0.0]]), np.array([[1.0, 0.0, 0.0]])
    assert measure_surprise(sure, [0]) < measure_surprise(unsure, [0]) < measure_surprise(sure, [1])
