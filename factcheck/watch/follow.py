"""Verdicts again each time that a file changed, and what kept them from being reached anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.errors import FactcheckError, FaultsError, RunError
from factcheck.index.schema import explain
from factcheck.pipeline.kept import KeptVerdicts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Report, Skipped, Verdict, VerdictLabel
    from factcheck.watch.files import Watched

Place = tuple[str, ...]
"""A file, by what it belongs to and its path there, which stands last."""

Progress = Callable[[], AbstractContextManager[Callable[[int, int], None] | None]]
"""What is entered for a call that takes how many of how many are done, None where nobody wants to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a run takes; `digests` tell the single files that it was read from from what they were before."""

    claims: Sequence[Claim]
    store: Store
    settings: Settings
    digests: Mapping[Place, str]


class Source(Protocol):
    """Where the inputs of a run come from."""

    @property
    def watched(self) -> Watched:
        """The files that they are read from: whichever there are now."""
        ...

    def read(self) -> Inputs:
        """Read what has changed.

        Raises:
            FactcheckError: something cannot be used as it is now.
        """
        ...


class How(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Change(NamedTuple):
    """A file that is not as it was."""

    path: str
    how: How


class Turn(NamedTuple):
    """A claim that got another verdict than before."""

    claim: str
    before: VerdictLabel
    now: VerdictLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A report, and what is new in it: `verdicts` are those that differ from the last ones, in whatever they tell.

    `checked` are the ids of the claims that were checked for it, `gone` of those that are no longer there; `skipped` is
    what was looked at before, or was not there.
    """

    report: Report
    checked: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    turns: tuple[Turn, ...] = ()
    gone: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether anything changed since the last one."""
        return bool(self.changes or self.checked or self.gone)


class Follower:
    """Follows the files of a source: iterating yields an update, and another each time that one of them changed.

    What keeps an update from being made is yielded in its place, once until files change again; the verdicts before
    it stay the last good ones. `progress` is entered while claims are checked, for a call that takes how many are done.
    """

    def __init__(self, source: Source, *, jobs: int = 1, progress: Progress = nullcontext) -> None:
        self._source = source
        self._jobs = jobs
        self._progress = progress
        self._kept = KeptVerdicts()
        self._digests: Mapping[Place, str] = {}
        self._verdicts: Mapping[str, Verdict] = {}
        self._skipped: Sequence[Skipped] = ()

    def __iter__(self) -> Iterator[Update | FactcheckError]:
        """Follow the files for as long as somebody asks on.

        Raises:
            FactcheckError: no report can be made as things are at the start.
        """
        seen = self._source.watched.look()
        yield self._renew()
        trouble: FactcheckError | None = None
        told, patient = "", True
        while True:
            before, seen = seen, self._source.watched.wait(seen, again=isinstance(trouble, RunError))
            found = self._try()
            if isinstance(found, Update):
                if told or found.is_news:
                    yield found
                trouble, told, patient = None, "", True
                continue
            trouble = found
            if patient and self._source.watched.look().stamps != seen.stamps:
                patient = False  # something was there by half
                continue
            patient = True
            if told != _tell(found) or before.stamps != seen.stamps:
                told = _tell(found)
                yield found

    def _try(self) -> Update | FactcheckError:
        try:
            return self._renew()
        except FactcheckError as error:
            return error
        except OSError as error:  # a folder that goes while it is read
            return RunError(f"{error.filename or 'a file'}: cannot be read: {error.strerror}")
        except Exception as error:
            told = explain(error)
            if told is None:
                raise
            return told

    def _renew(self) -> Update:
        inputs = self._source.read()
        with self._progress() as on_claim:
            verified = self._kept.verify(
                inputs.claims, inputs.store, inputs.settings, jobs=self._jobs, on_claim=on_claim
            )
        report = verified.report
        digests = {**inputs.digests, **_list_digests(inputs.store)}
        verdicts = {verdict.claim.id: verdict for verdict in report.verdicts}
        update = Update(
            report=report,
            checked=tuple(claim.id for claim in verified.checked),
            changes=tuple(_find_changes(self._digests, digests)) if self._digests else (),
            verdicts=tuple(one for name, one in verdicts.items() if one != self._verdicts.get(name)),
            turns=tuple(_find_turns(self._verdicts, verdicts)),
            gone=tuple(name for name in self._verdicts if name not in verdicts),
            skipped=tuple(one for one in report.skipped if one not in self._skipped) if self._digests else (),
        )
        self._digests, self._verdicts, self._skipped = digests, verdicts, report.skipped
        return update


def _list_digests(store: Store) -> dict[Place, str]:
    """Return the files of a record, each with what tells it from what it was before."""
    files = store.list_files().items()
    return {place: f"{file.size} {file.sha256}" if file.sha256 else file.stated for place, file in files}


def _find_changes(before: Mapping[Place, str], now: Mapping[Place, str]) -> Iterator[Change]:
    for place in sorted(before.keys() | now.keys(), key=lambda place: (place not in before, place[::-1])):
        if place not in now:
            yield Change(place[-1], How.REMOVED)
        elif place not in before:
            yield Change(place[-1], How.ADDED)
        elif before[place] != now[place]:
            yield Change(place[-1], How.CHANGED)


def _find_turns(before: Mapping[str, Verdict], now: Mapping[str, Verdict]) -> Iterator[Turn]:
    for name, verdict in now.items():
        earlier = before.get(name)
        if earlier and earlier.label is not verdict.label:
            yield Turn(name, earlier.label, verdict.label)


def _tell(error: FactcheckError) -> str:
    """What tells an error from another one."""
    return f"{error.message} {error.faults if isinstance(error, FaultsError) else ''}"
