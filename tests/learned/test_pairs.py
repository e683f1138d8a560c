"""A pair is put together as the judge was taught it, and is scored alone however many are asked for."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.errors import RunError
from factcheck.learned import Artefact, PairScore
from factcheck.learned.artefact import JUDGE, TOKENIZER, read_artefact
from factcheck.learned.pairs import UNREAD, PairScorer
from tests.tiny_artefact import MOST, stamp_tiny, write_artefact

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASSAGE: Final = "The council spent four million pounds, auditors said."
CLAIM: Final = "It spent five million."


@pytest.fixture(name="scorer")
def make_scorer(tmp_path: Path) -> PairScorer:
    return open_scorer(write_artefact(tmp_path))


def open_scorer(folder: Path) -> PairScorer:
    found = read_artefact(folder)
    assert isinstance(found, Artefact)
    return PairScorer(found)


def test_the_passage_comes_first_with_a_start_and_two_ends(scorer: PairScorer) -> None:
    assert scorer.weigh([(PASSAGE, CLAIM)]) == [(18, 12, 6)]
    assert scorer.weigh([(CLAIM, PASSAGE)]) == [(18, 7, 11)]


def test_what_the_manifest_says_is_what_is_said(scorer: PairScorer, tmp_path: Path) -> None:
    found = read_artefact(tmp_path)
    assert isinstance(found, Artefact)
    (example,) = found.examples
    assert scorer.weigh([(example.passage, example.claim)]) == [(6, 4, 2)]


def test_of_a_long_passage_the_end_is_cut_and_never_the_claim(scorer: PairScorer) -> None:
    assert scorer.weigh([(PASSAGE * 50, CLAIM)]) == [(MOST, MOST - 6, 6)]
    assert scorer.weigh([(PASSAGE * 50, "it " * 21)]) == [(MOST, MOST - 22, 22)]


def test_a_claim_that_leaves_no_room_for_a_passage_is_not_judged(scorer: PairScorer) -> None:
    assert scorer.weigh([(PASSAGE, "it " * 22), (PASSAGE, CLAIM)]) == [None, (18, 12, 6)]
    assert scorer.score([(PASSAGE, "it " * 22)]) == [UNREAD]


def test_nothing_asked_for_is_nothing_said_and_nothing_opened(tmp_path: Path) -> None:
    (write_artefact(tmp_path) / JUDGE).write_bytes(b"no graph")
    stamp_tiny(tmp_path)
    assert open_scorer(tmp_path).score([]) == []


def test_a_pair_is_scored_alone_as_among_others(scorer: PairScorer) -> None:
    pairs = [(PASSAGE, CLAIM), (CLAIM, PASSAGE), ("", ""), (PASSAGE * 9, CLAIM), (PASSAGE, CLAIM)]
    alone = [scorer.score([pair])[0] for pair in pairs]
    assert scorer.score(pairs) == alone
    assert scorer.score(pairs[::-1]) == alone[::-1]


@pytest.mark.parametrize("temperature", [1.0, 2.5])
def test_scores_are_calibrated_probabilities(tmp_path: Path, temperature: float) -> None:
    scorer = open_scorer(write_artefact(tmp_path, temperature=temperature))
    grown = [exp(logit / temperature) for logit in (6, 4, 2)]
    supports, refutes, neutral = (round(one / sum(grown), 6) for one in grown)
    assert scorer.score([("it said", "nothing")]) == [PairScore(supports=supports, refutes=refutes, neutral=neutral)]


def test_probabilities_do_not_overflow(tmp_path: Path) -> None:
    scorer = open_scorer(write_artefact(tmp_path, temperature=0.001))
    assert scorer.score([("it said", "nothing")]) == [PairScore(supports=1.0, refutes=0.0, neutral=0.0)]


@pytest.mark.parametrize("mark", ["[SEP]", "[CLS]"])
def test_a_mark_in_a_text_is_so_many_letters(scorer: PairScorer, mark: str) -> None:
    assert scorer.weigh([(mark, "it")]) == [(7, 5, 2)]


def test_halves_of_a_surrogate_pair_are_read_over(scorer: PairScorer) -> None:
    assert scorer.weigh([("it \ud83d said", "it")]) == scorer.weigh([("it ? said", "it")])


def test_a_graph_that_does_not_open_is_told_in_words(tmp_path: Path) -> None:
    (write_artefact(tmp_path) / JUDGE).write_bytes(b"no graph")
    stamp_tiny(tmp_path)
    with pytest.raises(RunError, match=r"judge\.onnx does not open") as caught:
        open_scorer(tmp_path).score([(PASSAGE, CLAIM)])
    assert "--judge rules" in caught.value.hint


@pytest.mark.parametrize("change", [lambda text: text.replace("[SEP]", "[END]"), lambda _text: "{}"])
def test_a_tokenizer_of_another_kind_is_told_in_words(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = write_artefact(tmp_path) / TOKENIZER
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    stamp_tiny(tmp_path)
    with pytest.raises(RunError, match=r"tokenizer\.json"):
        open_scorer(tmp_path).score([(PASSAGE, CLAIM)])
