"""What differs between two reports, claim by claim, and what did it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diff.causes import find_causes
from factcheck.diff.quotes import compare_quotes
from factcheck.model.diff import (
    ClaimChange,
    ClaimDifference,
    DocumentChange,
    DocumentDifference,
    FieldChange,
    ReportDifferences,
    ReportName,
)
from factcheck.report.fields import differ, dump, write_way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.report.json_text import Json
    from factcheck.report.row import Row
    from factcheck.report.rows import ReportRow, VerdictRow

_IN_BYTES: Final = ("sha256", "text_sha256")
"""What of a document goes with its bytes and is not told beside them."""

_BESIDE: Final = ("corrections", "self_consistency")
"""What of a report stands beside its verdicts and moves none."""

_TOLD: Final = ("rule", "reason", "margin", "fragile", "said", "said_difference", "candidates_cut")
"""What of a verdict is told beside its label and its quotes."""


def compare_reports(old: ReportRow, new: ReportRow) -> ReportDifferences:
    """Return what differs. Claims are known by their ids, quotes by their words and their document."""
    documents = tuple(_compare_documents(old, new))
    run = tuple(_compare_run(old, new))
    became = {one.path: one.change for one in documents}
    ours, theirs = ({row.claim.id: row for row in report.verdicts} for report in (old, new))
    claims = []
    for name in dict.fromkeys([*theirs, *ours]):
        difference = _compare_claim(ours.get(name), theirs.get(name), became)
        if difference:
            claims.append(find_causes(difference, became, run))
    order = list(ClaimChange)
    return ReportDifferences(
        old=_name(old),
        new=_name(new),
        claims=tuple(sorted(claims, key=lambda one: order.index(one.change))),
        documents=documents,
        run=run,
        same=len({*ours, *theirs}) - len(claims),
        beside=tuple(_compare_beside(old, new)),
    )


def _name(report: ReportRow) -> ReportName:
    return ReportName(report_id=report.report_id, version=report.tool.version, as_of=report.as_of)


def _compare_beside(old: ReportRow, new: ReportRow) -> Iterator[FieldChange]:
    for way, was, now in differ(_list_beside(old), _list_beside(new)):
        yield FieldChange(field=write_way(way), was=was, now=now)


def _list_beside(report: ReportRow) -> dict[str, Json]:
    whole = dump(report)
    decided: dict[str, Json] = {row.claim.id: dump(row)["decision"] for row in report.verdicts}
    return {name: whole[name] for name in _BESIDE} | {"decisions": decided}


def _compare_documents(old: ReportRow, new: ReportRow) -> Iterator[DocumentDifference]:
    ours, theirs = ({row.path: row for row in report.record} for report in (old, new))
    for path in sorted({*ours, *theirs}):
        if path not in ours:
            yield DocumentDifference(path=path, change=DocumentChange.ADDED)
        elif path not in theirs:
            yield DocumentDifference(path=path, change=DocumentChange.REMOVED)
        else:
            fields = tuple(_list_changes(ours[path], theirs[path], without=_IN_BYTES))
            if ours[path].sha256 != theirs[path].sha256:
                yield DocumentDifference(path=path, change=DocumentChange.CHANGED, fields=fields)
            elif fields or ours[path].text_sha256 != theirs[path].text_sha256:
                yield DocumentDifference(path=path, change=DocumentChange.REREAD, fields=fields)


def _compare_run(old: ReportRow, new: ReportRow) -> Iterator[FieldChange]:
    """The version, the settings, and the model where there is one; the day only where it was asked for."""
    ours, theirs = ({"version": report.tool.version, **report.config} for report in (old, new))
    for way, was, now in differ(ours, theirs):
        yield FieldChange(field=write_way(way), was=was, now=now)


def _compare_claim(
    old: VerdictRow | None, new: VerdictRow | None, became: dict[str, DocumentChange]
) -> ClaimDifference | None:
    """What became of one claim, None where nothing did."""
    shown = new or old
    if shown is None:
        return None
    quotes = tuple(compare_quotes(old, new, became))
    reworded = tuple(_list_changes(old.claim, new.claim)) if old and new else ()
    told = tuple(one for one in _list_changes(old, new) if one.field in _TOLD) if old and new else ()
    change = _name_change(old, new, reworded=bool(reworded))
    if change is ClaimChange.EVIDENCE and not (quotes or told):
        return None
    return ClaimDifference(
        id=shown.claim.id,
        text=shown.claim.text,
        change=change,
        was=old.verdict if old else None,
        now=new.verdict if new else None,
        reworded=reworded,
        told=told,
        quotes=quotes if old and new else (),
    )


def _name_change(old: VerdictRow | None, new: VerdictRow | None, *, reworded: bool) -> ClaimChange:
    if old is None:
        return ClaimChange.ADDED
    if new is None:
        return ClaimChange.REMOVED
    if old.verdict is not new.verdict:
        return ClaimChange.VERDICT
    return ClaimChange.REWORDED if reworded else ClaimChange.EVIDENCE


def _list_changes(old: Row, new: Row, *, without: Sequence[str] = ()) -> Iterator[FieldChange]:
    """The fields of two rows of one sort that differ."""
    ours, theirs = (_leave_out(dump(row), without) for row in (old, new))
    for way, was, now in differ(ours, theirs):
        yield FieldChange(field=write_way(way), was=was, now=now)


def _leave_out(content: dict[str, Json], names: Sequence[str]) -> dict[str, Json]:
    return {name: value for name, value in content.items() if name not in names}
