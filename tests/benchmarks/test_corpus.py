"""The made-up record that indexes are measured on: whether factcheck reads it as it is meant, and how large it is."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

from factcheck.model import DocumentKind
from factcheck.reading import read_document
from factcheck.record.intake import read_folder
from tests.benchmarks.corpus import PASSAGES_A_FILE, write_corpus
from tests.benchmarks.index_costs import SIZES, find_exponent
from tests.benchmarks.rows import read_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.measure import Note

PAGE: Final = "INDEX.md"
SMALL: Final = 2_000
KEPT: Final = 0.995
"""The share of sentences that factcheck takes for text: the words of a few are by chance those of page furniture."""


def test_factcheck_reads_it_as_it_is_meant(tmp_path: Path) -> None:
    write_corpus(tmp_path, passages=SMALL)
    intake = read_folder(tmp_path)
    assert len(intake.documents) == SMALL // PASSAGES_A_FILE
    for document in intake.documents:
        assert document.kind is DocumentKind.ARTICLE
        assert document.published is not None
        assert document.author is not None
        assert document.publisher is not None
    passages = [passage for document in intake.documents for passage in read_document(document, intake.entities)]
    rows = list(read_corpus(tmp_path))
    assert len(rows) == SMALL
    assert KEPT * SMALL <= len(passages) <= SMALL
    assert {row.speaker for row in rows} - {passage.attribution.speaker for passage in passages} == {""}


def test_a_larger_record_begins_with_the_smaller(tmp_path: Path) -> None:
    for passages in (SMALL, 2 * SMALL):
        write_corpus(tmp_path / str(passages), passages=passages)
    small, large = (sorted((tmp_path / str(passages)).iterdir()) for passages in (SMALL, 2 * SMALL))
    assert [one.read_bytes() for one in small] == [one.read_bytes() for one in large[: len(small)]]


def test_size(note_table: Note, tmp_path: Path) -> None:
    """Distinct words grow with an exponent of about a half: Heaps' law."""
    rows, counts = [], []
    for passages in (SIZES[0] // 10, *SIZES):
        folder = tmp_path / str(passages)
        started = time.perf_counter()
        write_corpus(folder, passages=passages)
        seconds = time.perf_counter() - started
        size, words, distinct = _measure(folder)
        counts.append((words, distinct))
        rows.append((f"{passages:,}", f"{size / 1e6:.1f}", f"{words:,}", f"{distinct:,}", f"{passages / seconds:,.0f}"))
    columns = ("passages", "MB", "words", "distinct words", "written a second")
    note_table("The made-up record", columns, rows)
    exponent = find_exponent([words for words, _ in counts], [distinct for _, distinct in counts])
    assert 0.4 < exponent < 0.65


def _measure(folder: Path) -> tuple[int, int, int]:
    """Bytes, words, and distinct words in small letters."""
    size, words = 0, 0
    distinct: set[str] = set()
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        found = re.findall(r"\w+", text.lower())
        size, words = size + path.stat().st_size, words + len(found)
        distinct.update(found)
    return size, words, len(distinct)
