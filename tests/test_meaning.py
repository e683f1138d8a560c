"""What is looked at is ordered by meaning as well, and nothing but the order depends on it."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import run
from factcheck.config import Settings
from factcheck.index.aside import Aside
from factcheck.index.meaning import HEADING, WORDS, Meaning, Sought
from factcheck.index.view import View
from factcheck.model import Claim, Judge, Scope
from factcheck.pipeline.checker import Checker
from factcheck.pipeline.find import find_passages
from factcheck.pipeline.held import hold
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import verify
from factcheck.record.intake import read_folder
from factcheck.stance import RuleModel, choose_rules
from tests.index_records import open_store, read_claims, write_texts
from tests.made_up_records import HARBOUR, UNRELATED
from tests.pretend_encoder import PretendEncoder
from tests.pretend_models import OverlapModel, put_on_bench

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.index.store import Store
    from factcheck.model import Hit, Report

GAP = "Dunmore Council had a shortfall of £31m in 2016."
NEAR = Sought(text=GAP, share=lambda hit: float("gap" in hit.passage.text))
NOWHERE = Aside(None, most=1)


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> PretendEncoder:
    """Put an encoder there for all that asks for one."""
    pretended = PretendEncoder()
    monkeypatch.setattr("factcheck.pipeline.meaning.open_encoder", lambda: pretended)
    return pretended


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "record")


def search(folder: Path, *words: str, limit: int = 400) -> list[Hit]:
    return View(hold(read_folder(folder))).search(words or ("council", "budget", "dunmor", "bridg"), limit=limit)


def read_kept(folder: Path, tmp_path: Path) -> Store:
    store = open_store(tmp_path / "index")
    refresh(store, [folder])
    return store


def ids(hits: list[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


# --- the order, and its parts -----------------------------------------------------------------------


def test_what_means_the_same_comes_first(folder: Path) -> None:
    hits = search(folder)
    ordered = Meaning(PretendEncoder(), NOWHERE).order(hits, NEAR, depth=400)
    assert sorted(ids(ordered)) == sorted(ids(hits))
    assert "budget gap in 2016" in ordered[0].passage.text
    assert [hit.place for hit in ordered] == sorted(hit.place for hit in ordered)


def test_nearness_is_the_sum_of_its_parts(folder: Path) -> None:
    encoder = PretendEncoder()
    for hit in Meaning(encoder, NOWHERE).order(search(folder), NEAR, depth=400):
        assert hit.nearness
        mine, text, heading = encoder.encode([GAP, hit.passage.text, hit.heading])
        cosine, above = encoder.compare(mine, [text, heading])
        assert hit.heading
        assert hit.nearness.words == WORDS * NEAR.share(hit)
        assert hit.nearness.meaning == round(cosine, 3)
        assert hit.nearness.heading == round(HEADING * above, 3)
        assert hit.nearness.total == hit.nearness.words + hit.nearness.meaning + hit.nearness.heading


def test_a_passage_stands_in_for_the_heading_that_it_lacks(folder: Path) -> None:
    bare = [replace(hit, heading="") for hit in search(folder)]
    for hit in Meaning(PretendEncoder(), NOWHERE).order(bare, NEAR, depth=400):
        assert hit.nearness
        assert hit.nearness.heading == pytest.approx(HEADING * hit.nearness.meaning, abs=0.001)


def test_wordings_count_once_and_what_is_beyond_stays_as_it_was(folder: Path) -> None:
    write_texts(folder, {"copy.txt": HARBOUR["report.txt"], "more.txt": HARBOUR["report.txt"]})
    hits = search(folder)
    ordered = Meaning(PretendEncoder(), NOWHERE).order(hits, NEAR, depth=4)
    compared = [hit for hit in ordered if hit.nearness]
    assert len({hit.passage.text for hit in compared}) == 4
    assert len(compared) == 6
    assert ordered[:6] == compared
    assert ordered[6:] == [hit for hit in hits if hit.passage.id not in ids(compared)]


def test_nothing_is_ordered_where_nothing_was_found() -> None:
    encoder = PretendEncoder()
    assert Meaning(encoder, NOWHERE).order([], NEAR, depth=5) == []
    assert encoder.asked == []


# --- directions that are set aside -------------------------------------------------------------------


def test_directions_are_made_once_and_by_content(folder: Path, tmp_path: Path) -> None:
    encoder = PretendEncoder()
    hits = search(folder)
    first = Meaning(encoder, Aside(tmp_path / "aside.sqlite", most=1000)).order(hits, NEAR, depth=400)
    assert len(encoder.asked) == len(set(encoder.asked))
    encoder.asked.clear()
    moved = [replace(hit, passage=replace(hit.passage, id=f"other/{hit.passage.id}")) for hit in hits]
    again = Meaning(encoder, Aside(tmp_path / "aside.sqlite", most=1000)).order(moved, NEAR, depth=400)
    assert encoder.asked == []
    assert [hit.nearness for hit in again] == [hit.nearness for hit in first]
    other = PretendEncoder("another")
    Meaning(other, Aside(tmp_path / "aside.sqlite", most=1000)).order(hits, NEAR, depth=400)
    assert other.asked


def test_the_same_order_whatever_is_set_aside_and_in_whatever_company(folder: Path, tmp_path: Path) -> None:
    hits = search(folder)
    alone = Meaning(PretendEncoder(), NOWHERE).order(hits, NEAR, depth=400)
    aside = Aside(tmp_path / "aside.sqlite", most=1000)
    for seed in range(3):
        some = random.Random(seed).sample(hits, k=len(hits) // 2)
        Meaning(PretendEncoder(), aside).order(some, NEAR, depth=400)
        assert Meaning(PretendEncoder(), aside).order(hits, NEAR, depth=400) == alone
    (tmp_path / "aside.sqlite").write_bytes(b"no tables")
    assert Meaning(PretendEncoder(), Aside(tmp_path / "aside.sqlite", most=1000)).order(hits, NEAR, depth=400) == alone


def test_directions_lie_beside_the_record_file_and_may_be_lost(
    folder: Path, tmp_path: Path, encoder: PretendEncoder
) -> None:
    store = read_kept(folder, tmp_path)
    first = find_passages(store, GAP, scope=Scope(), limit=20)
    assert encoder.asked
    encoder.asked.clear()
    assert find_passages(read_kept(folder, tmp_path), GAP, scope=Scope(), limit=20) == first
    assert encoder.asked == []
    for file in (tmp_path / "index").glob("directions.sqlite*"):
        file.unlink()
    assert find_passages(store, GAP, scope=Scope(), limit=20) == first
    assert encoder.asked


def test_only_what_was_found_costs_anything(folder: Path, tmp_path: Path, encoder: PretendEncoder) -> None:
    store = read_kept(folder, tmp_path)
    assert encoder.asked == []
    assert not (tmp_path / "index" / "directions.sqlite").exists()
    store.close()


# --- verdicts ----------------------------------------------------------------------------------------


def check(folder: Path, claims: tuple[Claim, ...], *, judge: Judge | None = None) -> Report:
    return verify(claims, hold(read_folder(folder)), Settings(judge=judge))


def labels(report: Report) -> list[tuple[str, str, float]]:
    return [(verdict.label.value, verdict.rule, verdict.margin) for verdict in report.verdicts]


def test_the_rules_alone_ask_for_no_meaning(folder: Path, tmp_path: Path, encoder: PretendEncoder) -> None:
    report = check(folder, read_claims(tmp_path), judge=Judge.RULES)
    assert encoder.asked == []
    assert "encoder" not in report.config


def test_rules_judge_the_same_in_any_order(folder: Path, tmp_path: Path) -> None:
    """Meaning orders what is looked at; what the rules say of all of it does not depend on the order."""
    store, claims = hold(read_folder(folder)), read_claims(tmp_path)
    model = RuleModel(choose_rules(()))
    views = View(store), View(store, meaning=Meaning(PretendEncoder(), NOWHERE))
    plain, ordered = (Checker(view, model, entities=(), as_of=None, limit=400) for view in views)
    for claim in claims:
        assert ordered.trace(claim).hits[0] != plain.trace(claim).hits[0]
        assert ordered.check(claim) == plain.check(claim)


def test_the_model_reads_the_nearest(folder: Path, monkeypatch: pytest.MonkeyPatch, encoder: PretendEncoder) -> None:
    model = put_on_bench(monkeypatch, OverlapModel())
    monkeypatch.setattr("factcheck.stance.model.READ_AT_MOST", 1)
    report = check(folder, (Claim(id="gap", text=GAP),), judge=Judge.MODEL)
    assert report.config["encoder"] == encoder.hash
    assert model.asked
    assert all("budget gap" in passage for passage, _ in model.asked)


def test_what_is_about_something_else_changes_no_verdict(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoder: PretendEncoder
) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    claims = read_claims(tmp_path)
    before = check(folder, claims)
    for number in range(8):
        write_texts(folder, {f"stamps-{number}.txt": UNRELATED.replace("1", str(number))})
    assert labels(check(folder, claims)) == labels(before)
    assert encoder.asked


def test_a_claim_alone_gets_what_it_gets_among_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoder: PretendEncoder
) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    claims = read_claims(tmp_path)
    store = read_kept(folder, tmp_path)
    among = verify(claims[::-1], store, Settings()).verdicts[::-1]
    assert tuple(verify((one,), store, Settings()).verdicts[0] for one in claims) == among
    assert encoder.asked


# --- searching ---------------------------------------------------------------------------------------


def test_a_search_of_a_small_record_finds_what_means_the_same(tmp_path: Path, encoder: PretendEncoder) -> None:
    note = "The Dunmore Post\n\n2 July 2018\n\nA deficit grew.\n\nIt rained all day on the green hills of the north.\n"
    folder = write_texts(tmp_path / "note", {"note.txt": note})
    found = find_passages(hold(read_folder(folder)), "shortfall", scope=Scope(), limit=20)
    assert [hit.passage.text for hit in found.hits] == ["A deficit grew."]
    assert found.hits[0].score == 0
    assert encoder.asked


def test_what_shares_no_word_lies_in_the_scope_too(folder: Path, tmp_path: Path, encoder: PretendEncoder) -> None:
    store = read_kept(folder, tmp_path)
    (folder / "report.txt").unlink()
    refresh(store, [folder])
    with store.looked_at():
        meaning = Meaning(encoder, NOWHERE)
        all_of_it = View(store, meaning=meaning).look_through(["gap"], near=NEAR)
        said = View(store, scope=Scope(speakers=frozenset({"Ann Lee"})), meaning=meaning).look_through([], near=NEAR)
        assert len(all_of_it) == store.count_indexed()
    assert {hit.score > 0 for hit in all_of_it} == {True, False}
    assert {hit.passage.attribution.speaker for hit in said} == {"Ann Lee"}
    assert sorted(ids(said)) == sorted(
        hit.passage.id for hit in all_of_it if hit.passage.attribution.speaker == "Ann Lee"
    )


def test_a_search_of_a_large_record_keeps_to_what_shares_a_word(
    folder: Path, monkeypatch: pytest.MonkeyPatch, encoder: PretendEncoder
) -> None:
    monkeypatch.setattr("factcheck.index.view.WHOLE", 3)
    monkeypatch.setattr("factcheck.index.view.DEPTH", 2)
    found = find_passages(hold(read_folder(folder)), "council deficit", scope=Scope(), limit=20)
    assert len(found.hits) > 2
    assert all(hit.score > 0 for hit in found.hits)
    assert sum(hit.nearness is not None for hit in found.hits) == 2
    assert encoder.asked


def test_a_search_tells_programs_the_parts_of_its_order(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], encoder: PretendEncoder
) -> None:
    command = ["record", "search", GAP, "--record", str(folder), "--index", str(tmp_path / "index"), "--format", "json"]
    assert run(command) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    sums = [hit["nearness"]["sum"] for hit in hits]
    assert sums == sorted(sums, reverse=True)
    for hit in hits:
        parts = hit["nearness"]
        assert parts["sum"] == pytest.approx(parts["words"] + parts["meaning"] + parts["heading"], abs=0.0005)
    assert encoder.asked


def test_without_an_encoder_a_search_is_what_it_was(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.pipeline.meaning.open_encoder", lambda: None)
    command = ["record", "search", GAP, "--record", str(folder), "--index", str(tmp_path / "index"), "--format", "json"]
    assert run(command) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert "nearness" not in hits[0]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert not list((tmp_path / "index").glob("directions*"))
