"""Where the time of a run goes, stage by stage, and whether it grows with the text and no faster."""

from __future__ import annotations

import random
import statistics
import time
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.claims import load_claims
from factcheck.config import Settings
from factcheck.model import Claim
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.reading import read_document
from factcheck.reading.periods import Anchor, find_periods
from factcheck.reading.quantities import find_quantities
from factcheck.reading.terms import find_terms
from factcheck.record.intake import read_folder
from factcheck.text import fold, tokenize
from tests.benchmarks.measure import time_call

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Intake, Passage
    from tests.benchmarks.measure import Note

Made = TypeVar("Made")

ROOT: Final = Path(__file__).parent.parent.parent
SIZES: Final = (1, 2, 4)
"""Megabytes of made-up articles."""

PLACES: Final = "Eastmere Quayside Northby Fellside Harwick Ottersby".split()
BODIES: Final = "council trust port hospital college library".split()
SENTENCES: Final = (
    "The {body} in {place} spent £{number} million on its buildings in {year}, auditors said.",
    "It had {number} vacancies by the end of {year}, more than in any year since the {body} was founded.",
    "“We have not cut a single service,” the leader of {place} {body} told the meeting on Tuesday.",
    "Inspectors rated the {body} good in March {year}, and the {place} office was closed {number} months later.",
    "Nobody from the {body} would say why the repairs took {number} weeks, or who had agreed to pay for them.",
)
REPEATED: Final = "The Eastmere council cut 40 jobs in 2016, auditors said. "


def test_stages(note_table: Note) -> None:
    claims = load_claims(ROOT / "claims.yaml")
    intake = read_folder(ROOT / "seeds")
    passages = _read(intake)
    held = hold(intake)
    stages = {
        "load_claims": lambda: load_claims(ROOT / "claims.yaml"),
        "read_folder": lambda: read_folder(ROOT / "seeds"),
        "read_document, all": lambda: _read(intake),
        f"hold, {len(passages)} passages": lambda: hold(intake),
        f"verify, {len(claims)} claims": lambda: verify(claims, held, Settings()),
    }
    rows = [(name, *(f"{spent:.1f}" for spent in time_call(call, runs=5))) for name, call in stages.items()]
    note_table("Stages on the example, in one process", ("stage", "first, ms", "warm, ms"), rows)


def test_dates_and_amounts(note_table: Note) -> None:
    """Finding dates and amounts, against cutting the same sentences into words, which everything must do."""
    folders = [ROOT / "seeds", *sorted(ROOT.glob("tests/cases/*/record"))]
    texts = [fold(passage.text) for folder in folders for passage in _read(read_folder(folder))]
    tokens = [tokenize(text) for text in texts]
    terms = [find_terms(text, words, []) for text, words in zip(texts, tokens, strict=True)]
    anchor = Anchor(date(2018, 6, 14), "a day")

    def cut() -> None:
        tokenize.cache_clear()
        for text in texts:
            tokenize(text)

    def find() -> None:
        find_periods.cache_clear()
        for text, words, content in zip(texts, tokens, terms, strict=True):
            taken = [mention.span for mention in find_periods(text, anchor)]
            find_quantities(text, words, content, taken)

    spent = {"cut into words": min(time_call(cut, runs=7)), "find dates and amounts": min(time_call(find, runs=7))}
    base = spent["cut into words"]
    rows = [(name, f"{len(texts) / one * 1000:,.0f}", f"{one / base:.1f}×") for name, one in spent.items()]
    note_table(f"Dates and amounts of {len(texts):,} sentences", ("step", "sentences a second", "ratio"), rows)


def test_claims_one_by_one(note_table: Note) -> None:
    claims = load_claims(ROOT / "claims.yaml")
    held = hold(read_folder(ROOT / "seeds"))
    moments: list[float] = []
    verify(claims, held, Settings(), on_claim=lambda _done, _all: moments.append(time.perf_counter()))
    spent = [(after - before) * 1000 for before, after in pairwise(moments)]
    figures = (spent[0], statistics.median(spent), statistics.quantiles(spent, n=20)[-1], sum(spent))
    columns = ("claims", "first, ms", "median, ms", "95th of 100, ms", "all, ms")
    note_table(
        "Search, link and judge, claim by claim", columns, [(str(len(spent)), *(f"{one:.1f}" for one in figures))]
    )


def test_time_grows_with_the_text_and_no_faster(note_table: Note, tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = []
    first: list[float] = []
    for megabytes in SIZES:
        folder = tmp_path / str(megabytes)
        folder.mkdir()
        _write_articles(folder / "articles.txt", size=megabytes * 1_000_000)
        intake, folder_time = _timed(partial(read_folder, folder))
        passages, reading_time = _timed(partial(_read, intake))
        _, holding_time = _timed(partial(hold, intake))
        spent = [folder_time, reading_time, holding_time]
        first = first or spent
        grown = (f"{seconds:.2f} ({seconds / base:.1f}×)" for seconds, base in zip(spent, first, strict=True))
        rows.append((f"{megabytes} MB", str(len(passages)), *grown))
    columns = ("text", "passages", "read_folder, s", "read_document, s", "hold (read, keep, index), s")
    note_table("Growth with the size of one document", columns, rows)


def test_the_same_sentence_again_and_again(note_table: Note, tmp_path: Path) -> None:
    """A line that repeats one sentence costs what its length does, and gives one quote."""
    rows: list[tuple[str, ...]] = []
    for megabytes in SIZES:
        folder = tmp_path / str(megabytes)
        folder.mkdir()
        (folder / "line.txt").write_text(REPEATED * (megabytes * 1_000_000 // len(REPEATED)), encoding="utf-8")
        intake, folder_time = _timed(partial(read_folder, folder))
        claim = Claim(id="jobs", text=REPEATED.replace("40", "50"))
        report, checked = _timed(partial(verify, [claim], hold(intake), Settings()))
        quotes = len(report.verdicts[0].contradicting)
        figures = (f"{folder_time:.2f}", f"{checked:.2f}", str(quotes))
        rows.append((f"{megabytes} MB", str(report.coverage.passages), *figures))
    columns = ("text", "passages", "read_folder, s", "verify, one claim, s", "quotes")
    note_table("One line of one sentence", columns, rows)


def _read(intake: Intake) -> list[Passage]:
    return [passage for document in intake.documents for passage in read_document(document, intake.entities)]


def _timed(call: Callable[[], Made]) -> tuple[Made, float]:
    started = time.perf_counter()
    made = call()
    return made, time.perf_counter() - started


def _write_articles(path: Path, *, size: int) -> None:
    """Write articles of five to nine paragraphs, the same ones every time, until the text has that size."""
    chance = random.Random(0)
    with path.open("w", encoding="utf-8") as file:
        while file.tell() < size:
            place, body = chance.choice(PLACES), chance.choice(BODIES)
            file.write(f"{place} {body} in {chance.randint(2001, 2019)}\n\n")
            for _ in range(chance.randint(5, 9)):
                file.write(f"{_paragraph(chance, place=place, body=body)}\n\n")


def _paragraph(chance: random.Random, *, place: str, body: str) -> str:
    facts = {"place": place, "body": body}
    return " ".join(
        sentence.format(number=chance.randint(2, 90), year=chance.randint(2001, 2019), **facts)
        for sentence in chance.sample(SENTENCES, k=3)
    )
