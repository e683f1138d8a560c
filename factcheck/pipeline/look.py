"""What of a record a run looks at, as of one commit."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.dates import parse_edtf
from factcheck.errors import InputError
from factcheck.index.rows import list_outlines
from factcheck.index.view import View
from factcheck.model import Coverage, Report, Scope
from factcheck.near import suggest_name
from factcheck.pipeline.checker import Checker
from factcheck.pipeline.consistency import compare_own_words
from factcheck.pipeline.corrections import settle_corrections
from factcheck.pipeline.fingerprint import list_own
from factcheck.pipeline.inputs import Inputs, write_config
from factcheck.pipeline.judges import appoint
from factcheck.pipeline.meaning import open_meaning
from factcheck.pipeline.scores import ASIDE, MOST
from factcheck.record.scope import find_latest_date, narrow
from factcheck.stance import RuleModel, choose_rules
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.config import Settings
    from factcheck.index.store import Store
    from factcheck.model import Claim, Entity, Outline, Skipped, Verdict
    from factcheck.pipeline.corrections import Withdrawn
    from factcheck.pipeline.judges import Bench
    from factcheck.protocols import StanceModel
    from factcheck.values import DateRange

LIMIT: Final = "Only the documents of the record were looked at; nothing else was asked."
"""What holds of every run, whoever judges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The documents that a run looks at, in the order of their paths, and what it does not look at.

    `settings` name the judge that was appointed to the `bench`; `encoder` is the hash of what compares by meaning, ""
    where nothing does. `withdrawn` is what corrections took out. `identities` hash the documents of the whole record,
    as they were read.
    """

    settings: Settings
    bench: Bench
    model: StanceModel
    view: View
    outlines: tuple[Outline, ...]
    skipped: tuple[Skipped, ...]
    entities: tuple[Entity, ...]
    as_of: DateRange | None
    encoder: str
    withdrawn: Withdrawn
    identities: tuple[tuple[str, str], ...]

    def make_checker(self) -> Checker:
        """Return what claims are checked with one by one."""
        limit = self.settings.candidates
        checker = Checker(self.view, self.model, entities=self.entities, as_of=self.as_of, limit=limit)
        checker.withdrawn = self.withdrawn
        return checker

    def hash_inputs(self, claims: Sequence[Claim]) -> str:
        """Hash inputs, configuration, rules and version: the same run has the same id, wherever it is done."""
        inputs = Inputs(
            settings=self._list_settings(),
            identities=self.identities,
            entities=self.entities,
            skipped=self.skipped,
        )
        return inputs.hash_with(claims)

    def report(self, claims: Sequence[Claim], verdicts: Sequence[Verdict]) -> Report:
        """Return the report on claims and their verdicts."""
        settings = self._list_settings()
        return Report(
            report_id=self.hash_inputs(claims),
            version=__version__,
            config=write_config(settings),
            as_of=self.as_of,
            documents=self.outlines,
            verdicts=tuple(verdicts),
            skipped=self.skipped,
            coverage=take_coverage(self.outlines, [verdict.candidates_cut for verdict in verdicts]),
            limits=(LIMIT, self.bench.limit),
            corrections=self.withdrawn.corrections,
            self_consistency=compare_own_words(
                verdicts,
                read=self.make_checker().read,
                rules=RuleModel(choose_rules(self.settings.disable)),
                entities=self.entities,
            ),
        )

    def _list_settings(self) -> dict[str, object]:
        """The settings, and the hashes of the learned model, the encoder and the files of a user's own lexicon."""
        more = {"model": self.bench.hash, "encoder": self.encoder, "lexicon": list_own()}
        return self.settings.model_dump() | {name: value for name, value in more.items() if value}


@contextmanager
def look_at(store: Store, settings: Settings) -> Iterator[Look]:
    """Look at what of a record the settings take in, as of its last commit, while a `with` lasts.

    Raises:
        InputError: the settings name a publisher that the record has not.
        RunError: nothing in the record fits the settings, or the learned model that they ask for is not there.
    """
    bench = appoint(settings.judge)
    with (
        store.looked_at(),
        closing(store.open_aside(ASIDE, most=MOST)) as aside,
        open_meaning(store, asked=bench.pairs is not None) as meaning,
    ):
        listed = list(list_outlines(store.connection))
        outlines = [outline for outline, _ in listed]
        scope = read_scope(settings, outlines)
        kept, left = (outlines, []) if scope.whole else narrow(outlines, scope)
        view = View(store, scope=scope, outlines=None if scope.whole else kept, meaning=meaning)
        yield Look(
            settings=settings.model_copy(update={"judge": bench.judge}),
            bench=bench,
            model=bench.seat(settings.disable, aside),
            view=view,
            outlines=tuple(kept),
            skipped=(*store.list_skipped(), *left),
            entities=tuple(one for names in store.list_folders().values() for one in names),
            as_of=scope.as_of or find_latest_date(kept),
            encoder=meaning.hash if meaning else "",
            withdrawn=settle_corrections(view, kept),
            identities=tuple((outline.path, identity) for outline, identity in listed),
        )


def read_scope(settings: Settings, outlines: Iterable[Outline]) -> Scope:
    """Return the part of a record that the settings take in.

    Raises:
        InputError: they name a publisher that the record has not.
    """
    publishers = {fold_loosely(outline.publisher.value or ""): outline.publisher.value for outline in outlines}
    for name in settings.publishers:
        if fold_loosely(name) not in publishers:
            known = [name for name in publishers.values() if name]
            hint = suggest_name(name, among=known, otherwise="factcheck record stats lists the publishers")
            raise InputError(f"no document of the record is published by “{name}”", hint=hint)
    return Scope(
        as_of=parse_edtf(settings.as_of) if settings.as_of else None,
        since=parse_edtf(settings.since) if settings.since else None,
        until=parse_edtf(settings.until) if settings.until else None,
        publishers=frozenset(map(fold_loosely, settings.publishers)) or None,
    )


def take_coverage(outlines: Sequence[Outline], cut: Sequence[bool]) -> Coverage:
    """Count what was looked at; `cut` says of each claim whether a list of its candidates was."""
    sections = [section for outline in outlines for section in outline.sections]
    return Coverage(
        documents=len(outlines),
        sections=len(sections),
        passages=sum(section.passages for section in sections),
        own_voice_passages=sum(section.own_voice for section in sections),
        furniture_blocks=sum(section.furniture for section in sections),
        undated_documents=sum(outline.published.value is None for outline in outlines),
        claims=len(cut),
        candidates_cut=sum(cut),
    )
