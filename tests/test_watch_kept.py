"""Verdicts that stand are not reached anew, and what is said is always what a run from nothing says."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.index import view
from factcheck.link import query_terms
from factcheck.model import Judge
from factcheck.pipeline.checker import Checker
from factcheck.pipeline.look import look_at
from factcheck.watch.follow import Follower, How
from tests.index_records import OTHERWISE, age
from tests.made_up_records import HARBOUR, LAKE, LAKE_CLAIMS, UNRELATED
from tests.pretend_encoder import PretendEncoder
from tests.pretend_models import OverlapModel, put_on_bench
from tests.watched_files import Desk, answer, follow, renew

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.model import Hit, Part

RULES: Final = Settings(judge=Judge.RULES)
PEOPLE: Final = "people:\n  - name: Ann Lee\n    speaks_for: [Dunmore Harbour Board]\n  - name: Tom Hart\n"
DATED: Final = "documents:\n  stamps.txt:\n    published: 2018-02-03\n"
BROKEN: Final = "people:\n  - nobody: at all\n"
WRONG: Final = "The Dunmore Post\n\n2 July 2018\n\nDunmore Council had a £44m budget gap in 2016.\n"
RIGHT: Final = (
    f"{WRONG}\nCorrection: an earlier version of this article said that Dunmore Council had a £44m budget gap in 2016. "
    "It had a £31m gap.\n"
)
TEXTS: Final = (
    WRONG,
    RIGHT,
    *HARBOUR.values(),
    *LAKE.values(),
    UNRELATED,
    OTHERWISE,
    OTHERWISE.replace("44", "31"),
    "",
    "Ann Lee.\n",
)
PATHS: Final = ("post.txt", "blog.txt", "stamps.txt", "copy.txt", "sub/minutes.txt", "odd name é.md", "scan.tiff")
CLAIMS: Final = (
    "  - id: seen\n    text: Dunmore Council had a £44m budget gap in 2016.\n",
    "  - id: will\n    text: The harbour bridge will be repaired by 2019.\n    date: 2018-01\n",
    "  - id: we\n    text: We lost nothing.\n    speaker: Tom Hart\n    source: copy.txt\n",
    LAKE_CLAIMS.removeprefix("claims:\n"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, RULES)


def test_a_document_about_something_else_affects_no_claim(desk: Desk) -> None:
    follower = follow(desk)
    desk.write({"stamps.txt": UNRELATED})
    update = renew(follower)
    assert (update.checked, update.verdicts) == ((), ())
    assert update.changes == (("stamps.txt", How.ADDED),)
    assert [one.path for one in update.report.documents] == ["blog.txt", "post.txt", "report.txt", "stamps.txt"]
    assert answer(follower) == desk.start_from_nothing()


def test_only_claims_on_its_subject_are_affected(desk: Desk) -> None:
    follower = follow(desk)
    desk.write({"late.txt": "The Dunmore Post\n\n2 July 2018\n\nTom Hart resigned in June 2017.\n"})
    update = renew(follower)
    assert "left-hart" in update.checked
    assert not {"gap", "true-gap", "rating"} & set(update.checked)
    assert answer(follower) == desk.start_from_nothing()


BIRDS: Final = "Gulls nest beneath the eaves. Nobody feeds them. They leave at dusk. A few stay. "
GAPS: Final = " ".join(f"Dunmore Council had a budget gap in {year}, the auditors said." for year in range(2001, 2012))
AGENDA: Final = " ".join(
    f"The budget gap was on the agenda of the harbour club on {day} May 2009." for day in range(5, 19)
)


def write_diary(desk: Desk, *sentences: str) -> None:
    desk.write({"diary.txt": f"A diary\n\n1 June 2015\n\n{' '.join(sentences)}\n"})


def test_a_passage_that_only_moved_affects_no_claim_that_does_not_list_it(desk: Desk) -> None:
    write_diary(desk, BIRDS, AGENDA)
    desk.write({"near.txt": f"The Dunmore Post\n\n1 June 2015\n\n{GAPS}\n"})
    follower = Follower(desk)
    gap = renew(follower).report.verdicts[0]
    assert gap.claim.id == "gap"
    assert "diary.txt" not in {one.document for one in gap.listed}
    linked = follower._kept._known.answers[gap.claim].grounds.met[0].linked
    assert sum(passage.startswith("diary.txt:") for passage in linked) == 14
    write_diary(desk, "It rained all day.", BIRDS, AGENDA)
    assert not {"gap", "true-gap"} & set(renew(follower).checked)
    assert answer(follower) == desk.start_from_nothing()
    write_diary(desk, "It rained all day.", BIRDS, AGENDA.replace("16 May", "17 May"))
    assert {"gap", "true-gap"} <= set(renew(follower).checked)
    assert answer(follower) == desk.start_from_nothing()


def test_a_correction_that_comes_retires_what_it_corrects(desk: Desk) -> None:
    desk.write({"gap.txt": WRONG})
    follower = follow(desk)
    desk.write({"gap.txt": RIGHT})
    report = renew(follower).report
    assert [one.retired_quote for one in report.corrections] == ["Dunmore Council had a £44m budget gap in 2016."]
    assert answer(follower) == desk.start_from_nothing()


def test_a_claim_that_is_edited_is_checked_alone(desk: Desk) -> None:
    follower = follow(desk)
    desk.edit_claims("in January 2017", "in January 2018")
    update = renew(follower)
    assert update.checked == ("left",)
    assert [turn.claim for turn in update.turns] == ["left"]
    assert update.changes == (("claims.yaml", How.CHANGED),)
    assert answer(follower) == desk.start_from_nothing()


def test_a_claim_that_has_gone_is_told(desk: Desk) -> None:
    follower = follow(desk)
    desk.claims.write_text(desk.claims.read_text("utf-8").partition("  - id: wish")[0], "utf-8")
    update = renew(follower)
    assert (update.checked, update.gone) == ((), ("wish",))
    assert answer(follower) == desk.start_from_nothing()


def test_who_is_who_affects_every_claim(desk: Desk) -> None:
    follower = follow(desk)
    desk.write({"record.yaml": PEOPLE})
    update = renew(follower)
    assert len(update.checked) == len(update.report.verdicts)
    assert answer(follower) == desk.start_from_nothing()


def test_a_prediction_is_checked_again_when_its_time_has_come(desk: Desk) -> None:
    desk.claims.write_text(f"claims:\n{CLAIMS[1]}{CLAIMS[0]}", "utf-8")
    follower = follow(desk)
    desk.write({"stamps.txt": UNRELATED.replace("7 July 2019", "7 July 2020")})
    assert renew(follower).checked == ("will",)
    assert answer(follower) == desk.start_from_nothing()


def test_a_file_that_was_only_touched_is_no_news(desk: Desk) -> None:
    follower = follow(desk)
    age(desk.record)
    assert not renew(follower).is_news


def act(desk: Desk, chance: random.Random) -> None:
    """Do something to the record or to the claims, some of it wrong."""
    there = sorted(path.relative_to(desk.record).as_posix() for path in desk.record.rglob("*") if path.is_file())
    match chance.choice(("write", "write", "rename", "remove", "state", "state", "claim", "claim", "order", "break")):
        case "write":
            desk.write({chance.choice(PATHS): chance.choice(TEXTS)})
        case "rename":
            (desk.record / chance.choice(there)).replace(desk.record / chance.choice(PATHS[:3]))
        case "remove":
            (desk.record / chance.choice(there)).unlink()
        case "state":
            desk.write({"record.yaml": chance.choice((PEOPLE, PEOPLE, DATED, "", BROKEN))})
        case "claim":
            kept = [one for one in CLAIMS if chance.random() < 0.6]
            desk.claims.write_text("".join(["claims:\n", *kept]), "utf-8")
        case "order":
            rows = desk.claims.read_text("utf-8").split("  - id:")[1:]
            chance.shuffle(rows)
            desk.claims.write_text("".join(["claims:\n", *(f"  - id:{row}" for row in rows)]), "utf-8")
        case _:
            desk.claims.write_text(chance.choice(("claims:\n  - id: half\n    te", "", "- a\n")), "utf-8")


def edit(desk: Desk, seed: int) -> Iterator[str]:
    """Yield after each of some random edits what a run from nothing says."""
    chance = random.Random(seed)
    for _ in range(10):
        for _ in range(chance.randint(1, 2)):
            act(desk, chance)
        if chance.random() < 0.4:
            desk.write(HARBOUR)
        if chance.random() < 0.5:
            age(desk.record)
        yield desk.start_from_nothing()


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_it_says_what_a_run_from_nothing_says(seed: int, desk: Desk) -> None:
    follower = follow(desk)
    for step, wanted in enumerate(edit(desk, seed)):
        assert (step, answer(follower)) == (step, wanted)


@pytest.mark.parametrize(
    "settings",
    [Settings(candidates=5), Settings(), Settings(as_of="2018-05", judge=Judge.MODEL)],
    ids=["where lists are cut", "where some are compared by meaning", "as of a day"],
)
def test_so_it_does_with_a_model_and_an_encoder(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    encoder = PretendEncoder()
    monkeypatch.setattr("factcheck.pipeline.meaning.open_encoder", lambda: encoder)
    monkeypatch.setattr(view, "DEPTH", 3)
    monkeypatch.setattr(view, "WHOLE", 12)
    desk = Desk(tmp_path, settings)
    follower = follow(desk)
    for step, wanted in enumerate(edit(desk, 7)):
        assert (step, answer(follower)) == (step, wanted)


def test_a_nominee_is_what_a_search_finds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    monkeypatch.setattr("factcheck.pipeline.meaning.open_encoder", PretendEncoder)
    monkeypatch.setattr(view, "DEPTH", 3)
    monkeypatch.setattr(view, "WHOLE", 5)
    inputs = desk.read()
    with look_at(inputs.store, Settings()) as look:
        checker = look.make_checker()
        for claim in inputs.claims:
            gathered = checker.gather(claim)
            for part, hits in zip(gathered.parts, gathered.hits, strict=True):
                nominees = look.view.nominate(query_terms(part), limit=400)
                assert {(one.id, one.near) for one in nominees} == {
                    (hit.passage.id, hit.nearness is not None) for hit in hits
                }


def test_the_order_in_which_passages_are_found_changes_no_verdict(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_bench(monkeypatch, OverlapModel())
    desk.write(LAKE)
    wanted = desk.start_from_nothing()
    chance, nominate = random.Random(1), Checker._nominate

    def nominate_in_any_order(self: Checker, part: Part) -> list[Hit]:
        hits = nominate(self, part)
        chance.shuffle(hits)
        return hits

    monkeypatch.setattr(Checker, "_nominate", nominate_in_any_order)
    assert desk.start_from_nothing() == wanted
