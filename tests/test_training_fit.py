"""What is learned, and what is not: with torch alone, on tensors made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.training.examples import Label

if TYPE_CHECKING:
    from factcheck.training.fit import Coded

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")


def code(label: Label, *, binary: bool = False) -> Coded:
    from factcheck.training.fit import Coded  # noqa: PLC0415 - not without torch

    return Coded(ids=[1, 2], segments=[0, 1], label=int(label), binary=binary)


def measure(logits: list[float], pair: Coded, *, smoothing: float = 0.0) -> float:
    from factcheck.training.fit import measure_loss  # noqa: PLC0415 - not without torch

    return float(measure_loss(torch.tensor([logits]), [pair], smoothing=smoothing))


def test_not_supported_may_be_refuted_or_left_open() -> None:
    logits = [0.0, 6.0, 0.0]
    assert measure(logits, code(Label.NEUTRAL, binary=True)) < 0.01
    assert measure(logits, code(Label.NEUTRAL)) > 1


def test_a_binary_support_is_a_support() -> None:
    logits = [3.0, 0.0, 0.0]
    plain, binary = code(Label.SUPPORTS), code(Label.SUPPORTS, binary=True)
    assert measure(logits, plain, smoothing=0.05) == measure(logits, binary, smoothing=0.05)
