"""A report rechecked: its file, then its verdicts, then the record, one document after the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.model import Judge
from factcheck.model.recheck import Discrepancy, Rechecked
from factcheck.pipeline.again import reread
from factcheck.pipeline.fingerprint import list_own
from factcheck.pipeline.inputs import LEXICON
from factcheck.pipeline.judges import Bench
from factcheck.pipeline.look import LIMIT
from factcheck.recheck.anew import check_anew, refuse_other_version
from factcheck.recheck.documents import Documents
from factcheck.recheck.file import check_file, find_later_names, has_windows_lines
from factcheck.recheck.judged import check_judged
from factcheck.recheck.mentions import check_told_beside
from factcheck.recheck.record import check_record
from factcheck.recheck.verdicts import check_verdict
from factcheck.record.folder import nothing_read
from factcheck.report.rows import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.pipeline.again import Rereading
    from factcheck.report.reading import ReadReport
    from factcheck.report.rows import ReportRow

TRUSTED: Final = (
    "What the report says of each quote was taken as it stands: whom it speaks for, whether it is independent, "
    "which quotes there are, what corrections retire and where own words differ. factcheck recheck --anew checks the "
    "claims anew and compares that too."
)
"""What no report can show by itself."""

ANEW: Final = "Every claim was checked anew, and came out the same to the last quote."

ANEW_OTHERWISE: Final = "All holds by itself, and the claims were checked anew, which gives something else."

NOT_ANEW: Final = "The claims were not checked anew: what is listed here would show in all of them."


def recheck(
    read: ReadReport,
    folders: Sequence[Path],
    *,
    jobs: int = 1,
    anew: bool = False,
    on_bytes: Callable[[int, int], None] | None = None,
) -> Rechecked:
    """Hold a report against the documents of its record, read again, and reach its verdicts again.

    Where all that holds, its claims are checked `anew`, if that is asked for. `on_bytes` is called with the bytes of
    documents read so far and their total.

    Raises:
        InputError: the claims are to be checked anew, and another version wrote the report.
        RunError: a folder is not there, what is stated of it cannot be read, or it holds no document at all.
    """
    report = read.row
    if anew:
        refuse_other_version(report)
    words = report.config.get(LEXICON, "") == ", ".join(list_own())
    wrong = [*check_file(read), *_check_verdicts(report), *check_told_beside(report), *_check_limits(report)]
    documents, again = Documents(report, read_alike=words and report.tool.version == __version__), reread(folders)
    wrong += _check_documents(documents, again, jobs=jobs, on_bytes=on_bytes)
    if not documents.seen:
        raise nothing_read(folders, again.skipped)
    wrong += check_record(report, documents, again)
    judged = anew and not wrong
    wrong += check_anew(report, folders, jobs=jobs) if judged else []
    return Rechecked(
        report_id=report.report_id,
        digest=report.digest,
        version=report.tool.version,
        documents=len(report.record) - len(documents.changed),
        quotes=documents.quotes,
        verdicts=len(report.verdicts),
        discrepancies=tuple(wrong),
        notes=(*_list_notes(read, words=words), _name_trust(anew=anew, judged=judged, holds=not wrong)),
    )


def _check_documents(
    documents: Documents, again: Rereading, *, jobs: int, on_bytes: Callable[[int, int], None] | None
) -> Iterator[Discrepancy]:
    for kept in again.read(jobs=jobs, on_bytes=on_bytes):
        yield from documents.check(kept)
    yield from documents.check_rest({one.path: one.reason for one in again.skipped})


def _check_verdicts(report: ReportRow) -> Iterator[Discrepancy]:
    counts = Counter(row.claim.id for row in report.verdicts)
    for name in (name for name, count in counts.items() if count > 1):
        yield Discrepancy(told="there are several verdicts on one claim", claim=name, field="verdicts")
    paths = {row.path for row in report.record}
    for number, row in enumerate(report.verdicts):
        yield from check_verdict(number, row)
        if report.tool.version == __version__:
            yield from check_judged(number, row, paths=paths)


def _check_limits(report: ReportRow) -> Iterator[Discrepancy]:
    """Whether the report says what is beyond its run; why the rules judged alone depends on where that was."""
    if report.tool.version != __version__:
        return
    name = report.config.get("judge", "")
    judged = Bench(judge=Judge(name)).limit if name in set(Judge) else ""
    first, sign, last = judged.partition(":")
    fits = len(report.limits) == 2 and report.limits[0] == LIMIT  # noqa: PLR2004 - the record's, and the judge's
    if not (fits and report.limits[1].startswith(first) and report.limits[1].endswith(sign + last)):
        told = "the limits are not those of a run that was judged so"
        yield Discrepancy(told=told, field="limits", stands="\n".join(report.limits), found=f"{LIMIT}\n{judged}")


def _list_notes(read: ReadReport, *, words: bool) -> Iterator[str]:
    report = read.row
    if has_windows_lines(read.text):
        yield "The lines of the file end in CRLF, which factcheck does not write: they were read as if in LF."
    if report.tool.version != __version__:
        yield (
            f"The report was written by factcheck {report.tool.version}, and this is {__version__}: its rules of the "
            "verdict are those of this version, and who says what in a document was not looked up again."
        )
    if not words:
        yield (
            "The report was made with other words of the user’s own than are given now (--lexicon): who says what in a "
            "document was not looked up again."
        )
    if report.schema_name != SCHEMA and (later := find_later_names(read)):
        yield f"Fields of a later version were not looked at: {', '.join(later)}."
    if any(row.decision for row in report.verdicts):
        yield "What people decided was taken as it stands: no document shows it."
    if report.similar_claims is not None:
        yield "Whether the claims file has claims that are worded alike was not looked at."


def _name_trust(*, anew: bool, judged: bool, holds: bool) -> str:
    """What was taken as it stands, or that nothing was."""
    if judged:
        return ANEW if holds else ANEW_OTHERWISE
    return NOT_ANEW if anew else TRUSTED
