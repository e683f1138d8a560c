"""What a report says of its record as a whole: which documents, what was left out, how much there is, and its id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.errors import RunError
from factcheck.model.recheck import Discrepancy
from factcheck.pipeline.inputs import Inputs, read_config, write_config
from factcheck.pipeline.look import read_scope, take_coverage
from factcheck.record.scope import find_latest_date, narrow
from factcheck.report.fields import dump, tell_differences, write_way
from factcheck.report.nouns import to_claim
from factcheck.report.rows import CoverageRow, DocumentRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.config import Settings
    from factcheck.model import Outline, Scope, Skipped
    from factcheck.pipeline.again import Rereading
    from factcheck.recheck.documents import Documents
    from factcheck.report.json_text import Json
    from factcheck.report.rows import ReportRow

_ID: Final = re.compile(r"[0-9a-f]{16}\Z")

_HASHES: Final = ("sha256", "text_sha256")
"""What of a document is told where its quotes are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """A record as it is now, as far as the settings of a report take it in."""

    settings: Settings
    hashed: Mapping[str, object]
    scope: Scope
    kept: tuple[Outline, ...]
    left: tuple[Skipped, ...]


def check_record(report: ReportRow, documents: Documents, again: Rereading) -> Iterator[Discrepancy]:
    """Yield what the report says of its record that is not so, when all its documents were checked."""
    yield from (Discrepancy(told=fault) for fault in again.faults)
    yield from _check_sums(report)
    if not _ID.match(report.report_id):
        told = "a report is known by 16 hexadecimal digits"
        yield Discrepancy(told=told, field="report_id", stands=report.report_id)
    try:
        now = _look_now(report, documents)
    except ValueError as error:
        told = f"no run has these settings: {error}"
        yield Discrepancy(told=told, field="config", stands=", ".join(f"{k}: {v}" for k, v in report.config.items()))
        return
    if report.tool.version == __version__:
        told = "a run with these settings writes them otherwise"
        tell = partial(Discrepancy, told=told)
        yield from tell_differences(report.config, write_config(now.hashed), ("config",), tell)
    lists = list(_check_lists(report, documents, now))
    yield from lists
    yield from _check_facts(report, documents, now)
    yield from _check_skipped(report, [*again.skipped, *now.left])
    if not (lists or documents.changed):
        yield from _check_whole(report, documents, again, now)


def _look_now(report: ReportRow, documents: Documents) -> Now:
    """Take in of the record what the settings of the report do.

    Raises:
        ValueError: a run has no such settings.
    """
    outlines = [documents.seen[path][0] for path in sorted(documents.seen)]
    publishers = {outline.publisher.value for outline in outlines if outline.publisher.value}
    settings, hashed = read_config(report.config, publishers)
    scope = read_scope(settings, outlines)
    try:
        kept, left = (outlines, []) if scope.whole else narrow(outlines, scope)
    except RunError:  # nothing fits any more: then every document of the report is left out
        kept, left = [], []
    return Now(settings=settings, hashed=hashed, scope=scope, kept=tuple(kept), left=tuple(left))


def _check_lists(report: ReportRow, documents: Documents, now: Now) -> Iterator[Discrepancy]:
    """Whether the report lists the documents that the settings take in, in the order of their paths, each once."""
    listed = [row.path for row in report.record]
    kept = {outline.path for outline in now.kept}
    for path in sorted(kept - set(listed)):
        told = "the record has a document that the report does not list"
        yield Discrepancy(told=told, field="record", document=path, found=documents.seen[path][0].sha256)
    for place, path in enumerate(listed):
        if path in documents.seen and path not in kept:
            told = "the settings of the report leave the document out"
            yield Discrepancy(told=told, field=write_way(("record", place)), document=path, stands=path)
    if listed != sorted(set(listed)):
        told = "the documents are not listed in the order of their paths, each once"
        yield Discrepancy(told=told, field="record", stands=", ".join(listed), found=", ".join(sorted(set(listed))))


def _check_facts(report: ReportRow, documents: Documents, now: Now) -> Iterator[Discrepancy]:
    """Whether what is known of each document is what is read off it now."""
    kept = {outline.path: outline for outline in now.kept if outline.path not in documents.changed}
    for place, row in enumerate(report.record):
        if row.path in kept:
            apart = {*_HASHES, *(() if documents.read_alike else ("passages",))}
            stands = {name: value for name, value in dump(row).items() if name in DocumentRow.model_fields}
            found = dump(DocumentRow.of(kept[row.path]))
            tell = partial(Discrepancy, told="something else is read off the document", document=row.path)
            yield from tell_differences(_without(stands, apart), _without(found, apart), ("record", place), tell)


def _without(content: Mapping[str, Json], names: set[str]) -> dict[str, Json]:
    return {name: value for name, value in content.items() if name not in names}


def _check_skipped(report: ReportRow, now: list[Skipped]) -> Iterator[Discrepancy]:
    """Whether what was not looked at is what is not looked at now."""
    ours = [(one.path, one.reason) for one in report.skipped]
    theirs = [(one.path, one.reason) for one in now]
    for place, pair in enumerate(ours):
        if pair not in theirs:
            told = "this is not left out now, or for another reason"
            yield Discrepancy(told=told, field=write_way(("skipped", place)), document=pair[0], stands=pair[1])
    for path, reason in theirs:
        if (path, reason) not in ours:
            told = "this is left out now, and the report does not say so"
            yield Discrepancy(told=told, field="skipped", document=path, found=reason)
    if ours != theirs and sorted(ours) == sorted(theirs):
        told = "what was left out is not listed in its order"
        yield Discrepancy(told=told, field="skipped", stands=_name(ours), found=_name(theirs))


def _name(pairs: list[tuple[str, str]]) -> str:
    return ", ".join(path for path, _ in pairs)


def _check_sums(report: ReportRow) -> Iterator[Discrepancy]:
    """Whether the counts are those of what the report itself lists."""
    counted: dict[str, Json] = {
        "documents": len(report.record),
        "passages": sum(row.passages for row in report.record),
        "undated_documents": sum(row.published is None for row in report.record),
        "claims": len(report.verdicts),
        "candidates_cut": sum(row.candidates_cut for row in report.verdicts),
    }
    stands = {name: value for name, value in dump(report.coverage).items() if name in counted}
    told = "the count is not that of what the report lists"
    yield from tell_differences(stands, counted, ("coverage",), partial(Discrepancy, told=told))


def _check_whole(report: ReportRow, documents: Documents, again: Rereading, now: Now) -> Iterator[Discrepancy]:
    """What follows from all documents together: the day, the counts, and the id that hashes all that went in."""
    as_of = now.scope.as_of or find_latest_date(now.kept)
    day = as_of.edtf if as_of else None
    told = "the record is read as of another day"
    yield from tell_differences(report.as_of, day, ("as_of",), partial(Discrepancy, told=told))
    if not documents.read_alike:
        return
    found = dump(CoverageRow.of(take_coverage(now.kept, [row.candidates_cut for row in report.verdicts])))
    own = {"sections", "own_voice_passages", "furniture_blocks"}  # the others were held against what is listed
    stands = {name: value for name, value in dump(report.coverage).items() if name in own}
    told = "there is another number of them in the record"
    counted = {name: found[name] for name in own}
    yield from tell_differences(stands, counted, ("coverage",), partial(Discrepancy, told=told))
    yield from _check_id(report, documents, again, now)


def _check_id(report: ReportRow, documents: Documents, again: Rereading, now: Now) -> Iterator[Discrepancy]:
    try:
        claims = [to_claim(row.claim) for row in report.verdicts]
    except ValueError:
        return  # a date that cannot be read, which is told with its verdict
    inputs = Inputs(
        settings=now.hashed,
        identities=[(path, documents.seen[path][1]) for path in sorted(documents.seen)],
        entities=again.entities,
        skipped=[*again.skipped, *now.left],
    )
    found = inputs.hash_with(claims)
    if found != report.report_id:
        told = "the id is not that of these claims, settings and documents"
        yield Discrepancy(told=told, field="report_id", stands=report.report_id, found=found)
