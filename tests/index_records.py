"""A record that is kept and changed under its index, and what it answers, to be held against one built at once."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from factcheck.claims import load_claims
from factcheck.config import Settings
from factcheck.index import INDEXES
from factcheck.index.store import Store
from factcheck.model import Scope
from factcheck.pipeline.find import find_passages
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import verify
from factcheck.render import REPORTS
from factcheck.render.look import Look
from tests.made_up_records import HARBOUR, HARBOUR_CLAIMS, LAKE, UNRELATED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.model import Claim

TEXTS: Final[Mapping[str, str]] = {**HARBOUR, **LAKE, "stamps.txt": UNRELATED}
"""Documents by their paths."""

OTHERWISE: Final = (
    "The Dunmore Post\n\n2 July 2018\n\nDunmore Council had a £44m budget gap in 2016, the auditors said.\n"
)
"""What a document says after it was changed."""

WORDS: Final = ("council budget gap", "bridge", "Ann Lee left", "auditors said", "lake committee sewage")

Answer = tuple[str, tuple[tuple[tuple[str, float, int], ...], ...]]
"""A report as it is written, and what some words find with their scores."""


def open_store(folder: Path) -> Store:
    return Store(folder, INDEXES.load("tantivy"))


def write_texts(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def write_claims(folder: Path, text: str = HARBOUR_CLAIMS) -> Path:
    (folder / "claims.yaml").write_text(text, "utf-8")
    return folder / "claims.yaml"


def read_claims(folder: Path) -> tuple[Claim, ...]:
    return load_claims(write_claims(folder))


def ask(store: Store, claims: tuple[Claim, ...], *, jobs: int = 1, settings: Settings | None = None) -> Answer:
    """What a record answers as it is kept, with nothing read anew."""
    report = verify(claims, store, settings or Settings(), jobs=jobs)
    look = Look(colour=False, typographic=True, why=False)
    written = REPORTS.load("json")(look)(report, width=80)
    return written, find(store)


def find(store: Store) -> tuple[tuple[tuple[str, float, int], ...], ...]:
    """What some words find in a record as it is kept, with their scores."""
    return tuple(_search(store, words) for words in WORDS)


def _search(store: Store, words: str) -> tuple[tuple[str, float, int], ...]:
    hits = find_passages(store, words, scope=Scope(), limit=20).hits
    return tuple((hit.passage.id, hit.score, hit.copies) for hit in hits)


def build_at_once(folders: list[Path], claims: tuple[Claim, ...], place: Path) -> Answer:
    """What an index of some folders answers that was built in one go."""
    shutil.rmtree(place, ignore_errors=True)
    store = open_store(place)
    refresh(store, folders)
    answer = ask(store, claims)
    store.close()
    return answer


def age(folder: Path) -> None:
    """Have all files as they were an hour ago, so that their times tell a later change."""
    for file in folder.rglob("*"):
        status = file.stat()
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns - 3_600_000_000_000))
