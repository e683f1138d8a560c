"""Whether ordering by meaning brings what was labelled to the front, and what it costs.

It needs the files of the encoder; with `FACTCHECK_DATA` it tells of SciFact's sentences too. "Words" is the order of
the index, in which a word counts by how rare it is in the record. The sum adds up a share of the words, in which
nothing of the record counts, the cosine of the meaning, and a share of the cosine of the heading: its shares stand in
`factcheck/index/meaning.py`, and the other rows show what other shares find. Of a small record all passages that share
a word are compared, of a large one the first fifty.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from factcheck.evaluate.closed_files import load_benchmark
from factcheck.evaluate.gold import load_gold
from factcheck.evaluate.stages import covers
from factcheck.evaluate.texts import make_document
from factcheck.index.aside import Aside
from factcheck.index.meaning import DEPTH, HEADING, WORDS, Meaning, Sought
from factcheck.index.view import View
from factcheck.model import Claim, Intake
from factcheck.pipeline.checker import Checker
from factcheck.pipeline.held import hold
from factcheck.pipeline.meaning import open_encoder, open_meaning
from factcheck.record.intake import read_folder
from factcheck.stance import RuleModel, choose_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.index.store import Store
    from factcheck.model import Hit, Nearness
    from factcheck.model.labels import GoldQuote
    from factcheck.protocols import Encoder
    from tests.benchmarks.measure import Note

PAGE: Final = "MEANING.md"
ROOT: Final = Path(__file__).parent.parent.parent
DATA: Final = os.environ.get("FACTCHECK_DATA", "")
DEPTHS: Final = (1, 3, 5, 8, 10, 20, 50)
CASES: Final = {
    **{path.parent.name: (path, path.parent / "record") for path in sorted(ROOT.glob("tests/cases/*/gold.yaml"))},
    "example": (ROOT / "tests" / "gold" / "rogers.yaml", ROOT / "seeds"),
}

pytestmark = pytest.mark.skipif(open_encoder() is None, reason="the files of the encoder are not there")


class Found(NamedTuple):
    """What one part of a claim found, and which labels each hit shows."""

    hits: Sequence[Hit]
    labels: Sequence[Sequence[object]]


class Labelled(NamedTuple):
    """A claim with the number of its labels, and what its parts found."""

    labels: int
    parts: Sequence[Found]


def weigh(nearness: Nearness, words: float, heading: float) -> float:
    return nearness.words * words / WORDS + nearness.meaning + nearness.heading * heading / HEADING


ORDERS: Final[dict[str, Callable[[Hit], tuple[bool, float]]]] = {
    "words": lambda hit: (False, -hit.score),
    "meaning": lambda hit: (hit.nearness is None, -(hit.nearness.meaning if hit.nearness else hit.score)),
    "the sum": lambda hit: hit.place[:2],
    **{
        f"{words} words + meaning + {heading} heading": lambda hit, words=words, heading=heading: (  # type: ignore[misc]
            hit.nearness is None,
            -(weigh(hit.nearness, words, heading) if hit.nearness else hit.score),
        )
        for words, heading in ((0.75, 0.0), (0.5, 0.25), (1.0, 0.25), (0.75, 0.5))
    },
}


def test_quotes_of_the_cases(note_table: Note) -> None:
    claims = [claim for gold, record in CASES.values() for claim in find_quotes(gold, record)]
    note_ranks(note_table, f"{sum(one.labels for one in claims)} labelled quotes of {len(claims)} claims", claims)


@pytest.mark.skipif(not DATA, reason="FACTCHECK_DATA names no folder")
def test_sentences_of_scifact(note_table: Note) -> None:
    claims = list(find_sentences(Path(DATA)))
    told = f"{sum(one.labels for one in claims)} sentences of SciFact that {len(claims)} claims rest on"
    note_ranks(note_table, told, claims)


def test_costs(note_table: Note, tmp_path: Path) -> None:
    encoder = open_encoder.__wrapped__()  # one that remembers nothing of the other tests
    assert encoder
    started = time.process_time()
    encoder.encode(["Nothing was said."])
    opened = time.process_time() - started
    hits = list_hits(ROOT / "tests" / "cases" / "water" / "record", DEPTH)
    near = Sought(text="The company spilled more sewage in 2022.", share=lambda _: 0.5)
    cold = time_order(encoder, tmp_path / "cold", hits, near)
    kept = time_order(SilentEncoder(encoder), tmp_path / "cold", hits, near)
    rows = [
        ("opening the encoder", f"{opened * 1000:.0f}"),
        (f"{len(hits)} passages for the first time", f"{cold * 1000:.0f}"),
        ("a passage", f"{cold * 1000 / len(hits):.1f}"),
        (f"{len(hits)} passages whose directions were set aside", f"{kept * 1000:.1f}"),
    ]
    note_table("What comparing by meaning costs, on one thread", ("what", "processor ms"), rows)


class SilentEncoder:
    """An encoder that compares, and has nothing to encode."""

    def __init__(self, encoder: Encoder) -> None:
        self.hash = encoder.hash
        self.compare = encoder.compare

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return nothing for no text."""
        assert not texts
        return []


def time_order(encoder: Encoder, file: Path, hits: Sequence[Hit], near: Sought) -> float:
    meaning = Meaning(encoder, Aside(file, most=10_000))
    started = time.process_time()
    meaning.order(hits, near, depth=DEPTH)
    return time.process_time() - started


def list_hits(record: Path, count: int) -> list[Hit]:
    view = View(hold(read_folder(record)))
    return view.search(["compani", "water", "spill", "said", "year", "river"], limit=count)[:count]


@contextmanager
def check_by_meaning(store: Store, intake: Intake) -> Iterator[Checker]:
    with store.looked_at(), open_meaning(store) as meaning:
        rules = RuleModel(choose_rules(()))
        yield Checker(View(store, meaning=meaning), rules, entities=intake.entities, as_of=None, limit=400)


def find_quotes(labels: Path, record: Path) -> Iterator[Labelled]:
    intake = read_folder(record)
    gold = load_gold(labels, {document.path: document.text for document in intake.documents})
    with check_by_meaning(hold(intake), intake) as checker:
        for one in gold.claims:

            def show(hit: Hit, quotes: Sequence[GoldQuote] = one.quotes) -> list[object]:
                span, document = hit.passage.span, hit.passage.document
                return [number for number, quote in enumerate(quotes) if covers(span, document, gold=quote)]

            yield Labelled(len(one.quotes), find(checker, one.claim, show))


def find_sentences(folder: Path) -> Iterator[Labelled]:
    benchmark = load_benchmark(folder, "scifact")
    documents = tuple(make_document(one.id, one.sentences, title=one.title) for one in benchmark.abstracts)
    spans = {one.path: [block.span for block in one.sections[0].blocks] for one in documents}
    places = {
        one.id: [place for place, text in enumerate(one.sentences) if text.strip()] for one in benchmark.abstracts
    }
    intake = Intake(documents=documents)
    with check_by_meaning(hold(intake), intake) as checker:
        for claim in benchmark.claims:
            wanted = {
                (name, place) for name, known in claim.evidence.items() for place in set().union(*known.rationales)
            }

            def show(hit: Hit, wanted: set[tuple[str, int]] = wanted) -> Iterable[object]:
                name = hit.passage.document
                standing = zip(places[name], spans[name], strict=True)
                return wanted & {(name, place) for place, span in standing if span.overlaps(hit.passage.span)}

            if wanted:
                yield Labelled(len(wanted), find(checker, Claim(id=claim.id, text=claim.text), show))


def find(checker: Checker, claim: Claim, show: Callable[[Hit], Iterable[object]]) -> list[Found]:
    return [Found(hits, [list(show(hit)) for hit in hits]) for hits in checker.trace(claim).hits]


def note_ranks(note_table: Note, heading: str, claims: Sequence[Labelled]) -> None:
    total = sum(claim.labels for claim in claims)
    rows = []
    for name, order in ORDERS.items():
        ranks = [rank for claim in claims for rank in rank_labels(claim, order)]
        shares = (sum(rank <= depth for rank in ranks) / total for depth in DEPTHS)
        rows.append((name, *(f"{share:.1%}" for share in shares)))
    note_table(f"{heading}: how many are among the first", ("order", *map(str, DEPTHS)), rows)


def rank_labels(claim: Labelled, order: Callable[[Hit], tuple[bool, float]]) -> Iterable[int]:
    """The best place of each label in the list of any part."""
    best: defaultdict[object, int] = defaultdict(lambda: 10_000)
    for part in claim.parts:
        ranked = sorted(
            zip(part.hits, part.labels, strict=True), key=lambda pair: (*order(pair[0]), pair[0].passage.id)
        )
        for place, (_, labels) in enumerate(ranked, 1):
            for label in labels:
                best[label] = min(best[label], place)
    return best.values()
