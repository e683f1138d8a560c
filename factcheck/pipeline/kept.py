"""Verdicts that are kept from one look at a record to the next, as long as what they rest on stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.pipeline.grounds import Moves, match_passages
from factcheck.pipeline.look import look_at
from factcheck.pipeline.verify import Desk, answer_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Report
    from factcheck.pipeline.grounds import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The report of a run, and the claims of it that were checked; the verdicts on the others stood."""

    report: Report
    checked: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of an earlier look.

    `rules` are what the documents were read by, who judged, and what corrections withdrew; `answers` are by claims,
    `documents` what tells each from any other, and `passages` what tells each passage of it, both by path.
    """

    rules: tuple[object, ...] = ()
    answers: Mapping[Claim, Answer] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)


class KeptVerdicts:
    """Verifies claims again and again, and checks only those whose verdicts may have become others.

    Each report is the one that `verify` would give. What a verdict rests on is `factcheck.pipeline.grounds`: where it
    stands, a run would reach the same verdict again, and where that is not certain, it does.
    """

    def __init__(self) -> None:
        self._known = _Known()

    def verify(
        self,
        claims: Sequence[Claim],
        store: Store,
        settings: Settings,
        *,
        jobs: int = 1,
        on_claim: Callable[[int, int], None] | None = None,
    ) -> Verified:
        """Hold claims against a record as of its last commit. What is kept is as it was where that cannot be done.

        `on_claim` is called with the number of claims done and their total.

        Raises:
            InputError: the settings name a publisher that the record has not.
            RunError: nothing in the record fits the settings, or a cited document has changed since it was read.
        """
        with look_at(store, settings) as look:
            rules = store.fingerprint, look.settings, look.bench.hash, look.encoder, look.withdrawn
            known = self._known if self._known.rules == rules else _Known(rules=rules)
            documents = dict(look.identities)
            changed = {path for path, _ in known.documents.items() ^ documents.items()}
            passages = {path: look.view.hash_passages(path) for path in changed}
            answers = _let_stand(claims, known, _find_moves(known, passages), Desk.of(store, look))
            left = [claim for claim in claims if claim not in answers]
            for claim, answer in zip(left, answer_all(left, store, look, jobs=jobs), strict=True):
                answers[claim] = answer
                if on_claim:
                    on_claim(len(answers), len(claims))
            report = look.report(claims, [answers[claim].verdict for claim in claims])
            there = {path: found for path, found in {**known.passages, **passages}.items() if found}
            self._known = _Known(rules=rules, answers=answers, documents=documents, passages=there)
            return Verified(report=report, checked=tuple(left))


def _find_moves(known: _Known, passages: Mapping[str, Mapping[str, bytes]]) -> Moves:
    """Return what became of the documents that changed, of which the passages are those that they have now."""
    before: dict[str, str] = {}
    for path, now in passages.items():
        before |= match_passages(known.passages.get(path, {}), now)
    return Moves(documents=frozenset(passages), before=before)


def _let_stand(claims: Sequence[Claim], known: _Known, moves: Moves, desk: Desk) -> dict[Claim, Answer]:
    """Return the answers whose verdicts stand, with what they rest on now; their quotes are confirmed anew."""
    standing = {}
    for claim in claims:
        answer = known.answers.get(claim)
        if answer is None or answer.leans_on(moves.documents):
            continue
        grounds = desk.checker.look_again(claim, answer.grounds, moves) if moves.documents else answer.grounds
        if grounds:
            desk.proof.confirm(answer.verdict)
            standing[claim] = replace(answer, grounds=grounds)
    return standing
