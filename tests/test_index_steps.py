"""A record grown step by step, in any order, with any number of jobs, answers as one that was built at once."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Settings
from factcheck.errors import FaultsError
from factcheck.pipeline import reads, verify
from factcheck.pipeline import refresh as refreshing
from factcheck.pipeline.check import check_record
from factcheck.pipeline.refresh import refresh
from tests.index_records import (
    OTHERWISE,
    TEXTS,
    age,
    ask,
    build_at_once,
    open_store,
    read_claims,
    write_texts,
)

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Claim
    from tests.index_records import Answer

STATED = "documents:\n  stamps.txt:\n    publisher: The Dunmore Post\n    published: 2018-02-03\n"
PATHS = (*TEXTS, "copy.txt", "sub/deep/other.txt", "odd name é.md")
CONTENTS = (*TEXTS.values(), OTHERWISE, OTHERWISE.replace("44", "45"), "", "Der Rat hatte im Jahr 2016 ein Loch.\n")


def test_every_document_by_itself_in_any_order(tmp_path: Path) -> None:
    folder, claims = tmp_path / "record", read_claims(tmp_path)
    folder.mkdir()
    answers = []
    for order in (sorted(TEXTS), sorted(TEXTS, reverse=True)):
        for file in filter(os.path.isfile, folder.rglob("*")):
            file.unlink()
        store = open_store(tmp_path / f"index-of-{order[0].replace('/', '-')}")
        for path in order:
            write_texts(folder, {path: TEXTS[path]})
            refresh(store, [folder])
        answers.append(ask(store, claims))
        store.close()
    assert answers == [build_at_once([folder], claims, tmp_path / "fresh")] * 2


def act(folder: Path, chance: random.Random) -> None:
    """Do something to a folder: write, change, change back, rename, remove or state something."""
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    documents = [path for path in there if path != "record.yaml"]
    match chance.choice(("write", "write", "rename", "remove", "state", "touch", "back")):
        case "write":
            write_texts(folder, {chance.choice(PATHS): chance.choice(CONTENTS)})
        case "rename" if documents:
            other = folder / chance.choice(PATHS)
            other.parent.mkdir(parents=True, exist_ok=True)
            (folder / chance.choice(documents)).replace(other)
        case "remove" if len(there) > 2:
            (folder / chance.choice(there)).unlink()
        case "state" if "stamps.txt" in there:
            write_texts(folder, {"record.yaml": STATED})
        case "touch" if documents:
            os.utime(folder / chance.choice(documents))
        case "back":
            write_texts(folder, {chance.choice(tuple(TEXTS)): TEXTS["post.txt"]})
        case _:
            pass
    write_texts(folder, {"report.txt": TEXTS["report.txt"]})


def try_at_once(folder: Path, claims: tuple[Claim, ...], place: Path) -> Answer | str:
    """What an index answers that was built at once, or the faults for which it is not built."""
    try:
        return build_at_once([folder], claims, place)
    except FaultsError as error:
        return "\n".join(fault.message for fault in error.faults)


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_changes(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "BATCH", 10)
    chance = random.Random(seed)
    folder, claims = write_texts(tmp_path / "record"), read_claims(tmp_path)[:3]
    store = open_store(tmp_path / "index")
    refresh(store, [folder])
    for step in range(12):
        for _ in range(chance.randint(1, 3)):
            act(folder, chance)
        if chance.random() < 0.5:
            age(folder)
        wanted = try_at_once(folder, claims, tmp_path / "fresh")
        if isinstance(wanted, str):
            with pytest.raises(FaultsError) as raised:
                refresh(store, [folder])
            assert [fault.message for fault in raised.value.faults] == wanted.split("\n")
            continue
        refresh(store, [folder])
        if chance.random() < 0.3:
            store.close()
            store = open_store(tmp_path / "index")
        assert (step, ask(store, claims)) == (step, wanted)
        assert (step, list(check_record(store))) == (step, [])
    store.close()


def test_processes_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, claims = write_texts(tmp_path / "record"), read_claims(tmp_path)
    wanted = build_at_once([folder], claims, tmp_path / "fresh")
    for module in (reads, verify):
        monkeypatch.setattr(module, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(reads, "_TASK_FILES", 2)
    monkeypatch.setattr(verify, "_TASK_CLAIMS", 3)
    store = open_store(tmp_path / "index")
    refresh(store, [folder], jobs=2)
    assert ask(store, claims, jobs=2) == wanted
    assert ask(store, claims, jobs=1) == wanted
    settings = Settings(since="2018-02")
    assert ask(store, claims, jobs=2, settings=settings) == ask(store, claims, settings=settings)
    store.close()


def test_a_file_and_several_folders_are_one_record(tmp_path: Path) -> None:
    claims = read_claims(tmp_path)
    both = write_texts(tmp_path / "both")
    one = write_texts(tmp_path / "one", {path: TEXTS[path] for path in ("post.txt", "blog.txt", "stamps.txt")})
    other = write_texts(tmp_path / "other", {path: TEXTS[path] for path in ("echo.md", "sub/minutes.txt")})
    alone = write_texts(tmp_path / "third", {"report.txt": TEXTS["report.txt"]}) / "report.txt"
    store = open_store(tmp_path / "index")
    for place in (other, alone, one):
        refresh(store, [place])
    assert ask(store, claims) == build_at_once([both], claims, tmp_path / "fresh")
    store.close()


def test_what_has_not_changed_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_texts(tmp_path / "record")
    age(folder)
    store = open_store(tmp_path / "index")
    monkeypatch.setattr("factcheck.pipeline.tasks.SETTLED", 0)  # the times of a change are never an hour old
    refresh(store, [folder])
    generation = store.generation

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError

    monkeypatch.setattr("factcheck.pipeline.compare.hash_file", refuse)
    monkeypatch.setattr("factcheck.pipeline.reads.read_file", refuse)
    refresh(store, [folder])
    assert store.generation == generation
    store.close()
