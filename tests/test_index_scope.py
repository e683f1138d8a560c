"""A part of a record answers as a record that holds nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.dates import parse_edtf
from factcheck.model import Scope
from factcheck.pipeline.find import find_passages
from factcheck.pipeline.look import look_at
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import verify
from tests.index_records import TEXTS, WORDS, open_store, read_claims, write_texts

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.index.store import Store
    from factcheck.model import Claim, Verdict

DATES: Final = {
    "blog.txt": "2018-01-31",
    "report.txt": "2018-03-03",
    "post.txt": "2018-06-14",
    "stamps.txt": "2019-07-07",
    "sub/minutes.txt": "",  # the day of a meeting is none of publication
    "echo.md": "2020-05-02",
    "late.txt": "2021-01-01",
}
LATE: Final = (
    "The Dunmore Post\n\n1 January 2021\n\n"
    "They say that a lee shore is no place for a marsh, a hart or a quill. Dunmore Council had a £9m budget gap in "
    "2016, a second audit found. Ann Lee left the Dunmore Harbour Board in January 2017.\n"
)
"""What came out last: it says otherwise, and writes without a capital what is a name elsewhere."""


def read(folder: Path, index: Path) -> Store:
    store = open_store(index)
    refresh(store, [folder])
    return store


def give(claims: tuple[Claim, ...], store: Store, settings: Settings) -> list[Verdict]:
    return list(verify(claims, store, settings).verdicts)


@pytest.mark.parametrize("day", sorted(filter(None, DATES.values())))
def test_as_it_stood_on_a_day(day: str, tmp_path: Path) -> None:
    claims = read_claims(tmp_path)
    texts = {**TEXTS, "late.txt": LATE}
    whole = read(write_texts(tmp_path / "whole", texts), tmp_path / "index")
    known = {path: text for path, text in texts.items() if DATES[path] <= day}
    part = read(write_texts(tmp_path / "part", known), tmp_path / "other")
    settings = Settings(as_of=day)
    assert give(claims, whole, settings) == give(claims, part, settings)
    if day == max(DATES.values()):
        assert give(claims, whole, settings) == give(claims, whole, Settings())


def test_words_that_come_out_later_are_not_known_of(tmp_path: Path) -> None:
    whole = read(write_texts(tmp_path / "whole", {**TEXTS, "late.txt": LATE}), tmp_path / "index")
    words = {"lee", "marsh", "hart", "bridge", "council"}
    for day, known in (("2020-12-31", {"bridge"}), ("2021-01-01", words - {"council", "marsh"})):
        with look_at(whole, Settings(as_of=day)) as look:
            assert look.view.find_small_words(words) - {"council"} == known


@pytest.mark.parametrize(("since", "until"), [("2018-03", ""), ("", "2019"), ("2018-02", "2019-12"), ("2020", "2020")])
def test_a_period(since: str, until: str, tmp_path: Path) -> None:
    claims = read_claims(tmp_path)
    whole = read(write_texts(tmp_path / "whole"), tmp_path / "index")
    inside = {
        path: text
        for path, text in TEXTS.items()
        if DATES[path] and (not since or DATES[path] >= since) and (not until or DATES[path][: len(until)] <= until)
    }
    part = read(write_texts(tmp_path / "part", inside), tmp_path / "other")
    settings = Settings(since=since or None, until=until or None)
    now = Settings(as_of=max(DATES[path] for path in inside))
    named = [replace(one, source=one.source if one.source in inside else None) for one in claims]
    kept = tuple(new for new, old in zip(named, claims, strict=True) if new.source == old.source)
    assert give(kept, whole, settings) == give(kept, part, now)
    scope = Scope(since=parse_edtf(since) if since else None, until=parse_edtf(until) if until else None)
    for words in WORDS:
        found = {hit.passage.id for hit in find_passages(whole, words, scope=scope, limit=99).hits}
        assert found == {hit.passage.id for hit in find_passages(part, words, scope=Scope(), limit=99).hits}
