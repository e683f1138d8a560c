"""The claims of a report checked anew, by its own settings: what it says of every quote must come out the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.errors import InputError
from factcheck.index import INDEXES
from factcheck.index.store import Store
from factcheck.model.recheck import Discrepancy
from factcheck.pipeline.inputs import read_config
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import verify
from factcheck.report.fields import dump, tell_differences
from factcheck.report.nouns import to_claim
from factcheck.report.rows import to_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.report.rows import ReportRow


_BESIDE: Final = ("corrections", "self_consistency")
"""What a run tells beside its verdicts, of the record and the speakers as a whole."""


def refuse_other_version(report: ReportRow) -> None:
    """Refuse a report that another version wrote, which may judge otherwise.

    Raises:
        InputError: it is one.
    """
    if report.tool.version != __version__:
        told = f"factcheck {report.tool.version} wrote the report, and this is {__version__}, which may judge otherwise"
        raise InputError(told, hint=f"install factcheck {report.tool.version}, or leave --anew out")


def check_anew(report: ReportRow, folders: Sequence[Path], *, jobs: int = 1) -> Iterator[Discrepancy]:
    """Yield what comes out otherwise where the claims are checked anew; nothing that was kept is looked at.

    The report must be of this version and hold otherwise: its settings are a run's, its documents those of the folders.

    Raises:
        RunError: the learned model that the settings name is not there.
    """
    store = Store(None, INDEXES.load(report.config["index"]))  # a report that holds names all that a run has
    refresh(store, folders, jobs=jobs)
    settings, _ = read_config(report.config, store.list_publishers())
    again = to_row(verify([to_claim(row.claim) for row in report.verdicts], store, settings, jobs=jobs))
    tell = partial(Discrepancy, told="this comes out otherwise where the claims are checked anew")
    yield from tell_differences({**report.config}, {**again.config}, ("config",), tell)
    for number, (ours, theirs) in enumerate(zip(report.verdicts, again.verdicts, strict=True)):
        way = ("verdicts", number)
        stands = dump(ours) | {"decision": None}  # people made it: no run gives one
        yield from tell_differences(stands, dump(theirs), way, partial(tell, claim=ours.claim.id))
    written, found = dump(report), dump(again)
    for name in _BESIDE:
        yield from tell_differences(written[name], found[name], (name,), tell)
