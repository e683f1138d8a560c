"""What is kept of passages and of what was found in them is read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.index.packing import pack_reading, unpack_reading
from factcheck.index.view import View
from factcheck.pipeline.held import hold
from factcheck.reading import read_document, read_passage
from factcheck.record.intake import read_folder
from factcheck.text import tokenize

ROOT = Path(__file__).parent.parent
RECORDS = [ROOT / "seeds", *sorted(ROOT.glob("tests/cases/*/record"))]


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.parent.name)
def test_what_was_found_is_read_back_as_it_was(folder: Path) -> None:
    intake = read_folder(folder)
    passages = [one for document in intake.documents for one in read_document(document, intake.entities)]
    assert passages
    for passage in passages:
        reading = read_passage(passage)
        assert unpack_reading(pack_reading(reading, passage), passage) == reading


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.parent.name)
def test_a_passage_comes_out_of_the_record_as_it_went_in(folder: Path) -> None:
    intake = read_folder(folder)
    known = {one.id: one for document in intake.documents for one in read_document(document, intake.entities)}
    view = View(hold(intake))
    words = {token.stem for passage in known.values() for token in tokenize(passage.text)}
    hits = view.search(sorted(words), limit=2 * len(known))
    assert len(hits) > len(known) / 2
    for hit in hits:
        assert hit.passage == known[hit.passage.id]
        assert hit.reading == read_passage(hit.passage)
