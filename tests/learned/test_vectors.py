"""A text has one vector, of length one, whatever is encoded beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from factcheck.learned import Artefact
from factcheck.learned.artefact import read_artefact
from factcheck.learned.vectors import SIZE, TextEncoder
from tests.tiny_artefact import write_artefact

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="encoder")
def make_encoder(tmp_path: Path) -> TextEncoder:
    found = read_artefact(write_artefact(tmp_path))
    assert isinstance(found, Artefact)
    return TextEncoder(found)


def test_every_text_has_a_row_of_length_one(encoder: TextEncoder) -> None:
    rows = encoder.encode(["it said nothing", "", "The council!"])
    assert rows.shape == (3, SIZE)
    assert rows.dtype == np.float32
    assert np.allclose((rows**2).sum(axis=1), 1)
    assert encoder.encode([]).shape == (0, SIZE)


def test_a_text_is_encoded_alone_as_among_others(encoder: TextEncoder) -> None:
    texts = ["it said nothing", "", "The council spent four million.", "it said nothing"]
    alone = [encoder.encode([text])[0].tobytes() for text in texts]
    assert [row.tobytes() for row in encoder.encode(texts)] == alone
    assert [row.tobytes() for row in encoder.encode(texts[::-1])] == alone[::-1]


def test_of_a_long_text_the_end_is_cut(encoder: TextEncoder) -> None:
    start = "it said " * 127
    assert encoder.encode([start + "nothing"]).tobytes() == encoder.encode([start]).tobytes()
    assert encoder.encode([start[3:] + "nothing"]).tobytes() != encoder.encode([start]).tobytes()
