"""Directions are packed in eight bits a number, and compared as nearly as the numbers that they were made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from factcheck.learned import find_artefact
from factcheck.pipeline import meaning

np = pytest.importorskip("numpy")

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.learned import Artefact
    from factcheck.learned.directions import DirectionEncoder

TEXTS = ["the bridge", "a bridge", "the lake", "nothing of that"]


class SeededEncoder:
    """Gives every text a direction of chance, the same every time, and notes what it was given."""

    hash = "seeded"

    def __init__(self, _artefact: Artefact, *, threads: int) -> None:
        assert threads == 1
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> object:
        """Return a row of numbers for every text."""
        self.asked += texts
        rows = np.array([np.random.default_rng(len(text)).normal(size=384) for text in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> DirectionEncoder:
    directions = pytest.importorskip("factcheck.learned.directions", exc_type=ImportError)
    monkeypatch.setattr(directions, "TextEncoder", SeededEncoder)
    return cast("DirectionEncoder", directions.DirectionEncoder(cast("Artefact", None)))


def test_cosines_of_packed_directions_are_those_of_the_numbers(encoder: DirectionEncoder) -> None:
    one, *others = encoder.encode(TEXTS)
    exact = SeededEncoder(cast("Artefact", None), threads=1).encode(TEXTS)
    wanted = (exact[1:] @ exact[0]).tolist()  # type: ignore[index]
    assert encoder.compare(one, others) == pytest.approx(wanted, abs=0.005)
    assert encoder.compare(one, [one]) == [1.0]
    assert {len(packed) for packed in (one, *others)} == {384}


def test_a_text_alone_gets_what_it_gets_among_others(encoder: DirectionEncoder) -> None:
    among = encoder.encode(TEXTS)
    assert [encoder.encode([text])[0] for text in TEXTS] == among
    assert encoder.encode(TEXTS[::-1]) == among[::-1]
    for text in TEXTS[1:]:
        mine, other = encoder.encode([TEXTS[0], text])
        assert encoder.compare(mine, [other])[0] == encoder.compare(mine, among)[TEXTS.index(text)]


def test_a_text_is_encoded_once_in_a_process(encoder: DirectionEncoder) -> None:
    encoder.encode(TEXTS)
    encoder.encode(TEXTS * 2)
    assert cast("SeededEncoder", encoder._encoder).asked == TEXTS


def test_the_hash_tells_how_directions_are_packed(encoder: DirectionEncoder) -> None:
    assert encoder.hash == "seeded/int8"


def test_directions_come_of_the_files_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = pytest.importorskip("tests.tiny_artefact")
    opened = meaning.open_encoder.__wrapped__
    monkeypatch.setattr(meaning, "find_artefact", lambda: find_artefact(tmp_path / "nowhere"))
    assert opened() is None
    monkeypatch.setattr(meaning, "find_artefact", lambda: find_artefact(tiny.write_artefact(tmp_path)))
    encoder = opened()
    assert encoder
    texts = ["the council", "nothing auditors said", "the council spent five million pounds"]
    among = encoder.encode(texts)
    assert [encoder.encode([text])[0] for text in texts] == among
    assert encoder.compare(among[0], among)[0] == 1.0
