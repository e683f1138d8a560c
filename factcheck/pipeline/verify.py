"""One run: every claim against the record, here or in processes of their own, and the report on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import RunError
from factcheck.index.store import Store
from factcheck.lexicon import load_lexicon, use_lexicon
from factcheck.pipeline.crew import share_out
from factcheck.pipeline.look import look_at
from factcheck.pipeline.proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim, Report, Verdict
    from factcheck.pipeline.look import Look
    from factcheck.protocols import Index

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
    if jobs < 2 or len(claims) < WORTH_A_PROCESS or store.folder is None:  # noqa: PLR2004 - one is this process
        checker, proof = look.make_checker(), Proof(store, look.view)
        for claim in claims:
            verdict = checker.check(claim)
            proof.confirm(verdict)
            yield verdict
        return
    lexicon = load_lexicon() if load_lexicon().own else None
    known = (store.folder, store.open_index, look.settings, store.generation, lexicon)
    parts = (claims[place : place + _TASK_CLAIMS] for place in range(0, len(claims), _TASK_CLAIMS))
    yield from share_out(parts, _check_part, jobs=jobs, ready=_get_ready, known=known)


class _Desk:
    """What a process of its own checks claims with."""

    def __init__(
        self, folder: Path, open_index: Callable[[Path | None], Index], settings: Settings, generation: str
    ) -> None:
        self.store = Store(folder, open_index)
        self._look = look_at(self.store, settings)
        look = self._look.__enter__()
        if self.store.generation != generation:
            raise RunError(f"{folder}: was written while claims were checked", hint="run it again")
        self.checker = look.make_checker()
        self.proof = Proof(self.store, look.view)


_desk: _Desk | None = None
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
        use_lexicon(lexicon).__enter__()
    try:
        _desk = _Desk(folder, open_index, settings, generation)
    except RunError as error:  # an initializer that raises would break the pool, and say nothing of why
        _trouble = error.message


def _check_part(claims: Sequence[Claim]) -> list[Verdict]:
    if _desk is None:
        raise RunError(_trouble, hint="run it again")
    verdicts = []
    for claim in claims:
        verdict = _desk.checker.check(claim)
        _desk.proof.confirm(verdict)
        verdicts.append(verdict)
    return verdicts
