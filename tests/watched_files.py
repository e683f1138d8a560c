"""A record with claims on it that a test edits, followed as it changes and held against a run from nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims import load_claims
from factcheck.config import Settings
from factcheck.errors import FactcheckError, FaultsError
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import verify
from factcheck.render import REPORTS
from factcheck.render.look import Look
from factcheck.watch.files import Watched
from factcheck.watch.follow import Follower, Inputs
from tests.index_records import open_store, write_texts
from tests.made_up_records import HARBOUR, HARBOUR_CLAIMS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.index.store import Store
    from factcheck.model import Report
    from factcheck.watch.follow import Place, Update


@dataclass
class Desk:
    """A folder with a record and claims on it."""

    folder: Path
    settings: Settings = field(default_factory=Settings)

    def __post_init__(self) -> None:
        self.record = write_texts(self.folder / "record", HARBOUR)
        self.claims = self.folder / "claims.yaml"
        self.claims.write_text(HARBOUR_CLAIMS, "utf-8")
        self._store: Store | None = None

    @property
    def watched(self) -> Watched:
        """The claims and the record."""
        return Watched(files=(self.claims,), folders=(self.record,))

    def read(self) -> Inputs:
        """Read all of it as it is now."""
        claims = load_claims(self.claims)
        if self._store:
            self._store.close()
        self._store = open_store(self.folder / "index")
        refresh(self._store, [self.record])
        digests: dict[Place, str] = {("", "claims.yaml"): self.claims.read_text("utf-8")}
        return Inputs(claims=claims, store=self._store, settings=self.settings, digests=digests)

    def write(self, texts: Mapping[str, str]) -> None:
        """Write documents by their paths."""
        write_texts(self.record, texts)

    def edit_claims(self, before: str, after: str) -> None:
        """Put something else in place of what the claims say."""
        text = self.claims.read_text("utf-8")
        assert before in text
        self.claims.write_text(text.replace(before, after), "utf-8")

    def start_from_nothing(self) -> str:
        """What a run says that knows nothing of any other: the report in several formats, or what is wrong."""
        place = self.folder / "fresh"
        shutil.rmtree(place, ignore_errors=True)
        try:
            claims = load_claims(self.claims)
            store = open_store(place)
            refresh(store, [self.record])
            report = verify(claims, store, self.settings)
        except FactcheckError as error:
            return tell(error)
        store.close()
        return write_report(report)


def follow(desk: Desk) -> Follower:
    """Return what follows a desk, which has given its first update."""
    follower = Follower(desk)
    renew(follower)
    return follower


def renew(follower: Follower) -> Update:
    """Return the next update, without waiting for a change."""
    found = follower._try()
    assert not isinstance(found, FactcheckError), found.message
    return found


def answer(follower: Follower) -> str:
    """Return what is said next: the report, or what is wrong."""
    found = follower._try()
    return tell(found) if isinstance(found, FactcheckError) else write_report(found.report)


def write_report(report: Report) -> str:
    """Return a report as programs and as people get it."""
    look = Look(colour=False, typographic=True, why=True)
    return "".join(REPORTS.load(form)(look)(report, width=80) for form in ("json", "jsonl", "table"))


def tell(error: FactcheckError) -> str:
    """Return an error with all its faults."""
    faults = error.faults if isinstance(error, FaultsError) else ()
    return "\n".join([f"error: {error.message}", *(f"{one.line}: {one.message}" for one in faults)])
