"""One run: every claim against the record, here or in processes of their own, and the report on it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.errors import RunError
from factcheck.index.store import Store
from factcheck.lexicon import load_lexicon, use_lexicon
from factcheck.pipeline.crew import share_out
from factcheck.pipeline.look import look_at
from factcheck.pipeline.proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim, Report, Verdict
    from factcheck.pipeline.checker import Checker
    from factcheck.pipeline.grounds import Answer
    from factcheck.pipeline.look import Look
    from factcheck.protocols import Index

Result = TypeVar("Result")

WORTH_A_PROCESS: Final = 200
"""Claims from which on other processes help: two start within 0.8 s, in which one checks as many of the first case."""

_TASK_CLAIMS: Final = 8
"""Claims that are checked in one go: some tenths of a second's work, so that verdicts come as a stream."""


def verify(
    claims: Sequence[Claim],
    store: Store,
    settings: Settings,
    *,
    jobs: int = 1,
    on_claim: Callable[[int, int], None] | None = None,
) -> Report:
    """Hold claims against a record as of its last commit, and return the report.

    `on_claim` is called with the number of claims done and their total, first when none is. A claim alone gets what
    it gets among others, in however many processes.

    Raises:
        InputError: the settings name a publisher that the record has not.
        RunError: nothing in the record fits the settings, or a document that is cited has changed since it was read.
    """
    with look_at(store, settings) as look:
        verdicts = []
        if on_claim:
            on_claim(0, len(claims))
        for verdict in check_all(claims, store, look, jobs=jobs):
            verdicts.append(verdict)
            if on_claim:
                on_claim(len(verdicts), len(claims))
        return look.report(claims, verdicts)


def check_all(claims: Sequence[Claim], store: Store, look: Look, *, jobs: int = 1) -> Iterator[Verdict]:
    """Yield the verdicts on claims in their order, as they come.

    Raises:
        RunError: a document that is cited has changed since it was read.
    """
    if _is_for_one(claims, store, jobs):
        yield from Desk.of(store, look).check(claims)
    else:
        yield from _share_out(claims, store, look, _check_part, jobs=jobs)


def answer_all(claims: Sequence[Claim], store: Store, look: Look, *, jobs: int = 1) -> Iterator[Answer]:
    """Yield the same verdicts, each with what it rests on.

    Raises:
        RunError: a document that is cited has changed since it was read.
    """
    if _is_for_one(claims, store, jobs):
        yield from Desk.of(store, look).answer(claims)
    else:
        yield from _share_out(claims, store, look, _answer_part, jobs=jobs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a process checks claims with."""

    checker: Checker
    proof: Proof

    @classmethod
    def of(cls, store: Store, look: Look) -> Desk:
        """Return what claims are checked with against what is looked at of a store."""
        return cls(checker=look.make_checker(), proof=Proof(store, look.view))

    def check(self, claims: Iterable[Claim]) -> Iterator[Verdict]:
        """Yield the verdicts on claims, whose quotes are confirmed."""
        for claim in claims:
            verdict = self.checker.check(claim)
            self.proof.confirm(verdict)
            yield verdict

    def answer(self, claims: Iterable[Claim]) -> Iterator[Answer]:
        """Yield the same with what each rests on."""
        for claim in claims:
            answer = self.checker.answer(claim)
            self.proof.confirm(answer.verdict)
            yield answer


def _is_for_one(claims: Sequence[Claim], store: Store, jobs: int) -> bool:
    return jobs < 2 or len(claims) < WORTH_A_PROCESS or store.folder is None  # noqa: PLR2004 - one is this process


def _share_out(
    claims: Sequence[Claim], store: Store, look: Look, work: Callable[[Sequence[Claim]], list[Result]], *, jobs: int
) -> Iterator[Result]:
    lexicon = load_lexicon() if load_lexicon().own else None
    known = (store.folder, store.open_index, look.settings, store.generation, lexicon)
    parts = (claims[place : place + _TASK_CLAIMS] for place in range(0, len(claims), _TASK_CLAIMS))
    yield from share_out(parts, work, jobs=jobs, ready=_get_ready, known=known)


_desk: Desk | None = None
_open: ExitStack = ExitStack()
_trouble = ""


def _get_ready(
    folder: Path,
    open_index: Callable[[Path | None], Index],
    settings: Settings,
    generation: str,
    lexicon: Lexicon | None,
) -> None:
    """Make a process ready to check."""
    global _desk, _trouble  # noqa: PLW0603 - a process of its own has no other place for what all its tasks share
    if lexicon:
        _open.enter_context(use_lexicon(lexicon))
    try:
        _desk = _open_desk(Store(folder, open_index), settings, generation)
    except RunError as error:  # an initializer that raises would break the pool, and say nothing of why
        _trouble = error.message


def _open_desk(store: Store, settings: Settings, generation: str) -> Desk:
    look = _open.enter_context(look_at(store, settings))
    if store.generation != generation:
        raise RunError(f"{store.folder}: was written while claims were checked", hint="run it again")
    return Desk.of(store, look)


def _check_part(claims: Sequence[Claim]) -> list[Verdict]:
    return list(_take_desk().check(claims))


def _answer_part(claims: Sequence[Claim]) -> list[Answer]:
    return list(_take_desk().answer(claims))


def _take_desk() -> Desk:
    if _desk is None:
        raise RunError(_trouble, hint="run it again")
    return _desk
