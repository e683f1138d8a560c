"""Which quotes a claim gained and lost, and which are listed or judged otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.model.diff import FieldChange, QuoteDifference
from factcheck.report.fields import differ, list_evidence, write_way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model.diff import DocumentChange
    from factcheck.report.rows import EvidenceRow, VerdictRow

_JUDGED: Final = ("stance", "eligibility", "score", "rule", "gate", "origin", "published", "about", "speaker")
"""What of a quote is told where it says something else: where it stands is told by its words."""

_Key = tuple[str, str, int, int]


class _Listed(NamedTuple):
    """A quote, and the list that it stands in."""

    name: str
    row: EvidenceRow


def compare_quotes(
    old: VerdictRow | None, new: VerdictRow | None, became: Mapping[str, DocumentChange]
) -> Iterator[QuoteDifference]:
    """Yield the quotes that are not listed or judged as they were, in the order of the new report, lost ones last.

    A quote is known by its words: where its document changed around it, it is the same.
    """
    ours, theirs = _list_by_key(old), _list_by_key(new)
    for key in dict.fromkeys([*theirs, *ours]):
        was, now = ours.get(key), theirs.get(key)
        fields = tuple(_list_judged(was.row, now.row)) if was and now else ()
        if was is None or now is None or fields or was.name != now.name:
            yield QuoteDifference(
                document=key[0],
                quote=key[1],
                was=was.name if was else "",
                now=now.name if now else "",
                fields=fields,
                document_change=became.get(key[0]),
            )


def _list_by_key(verdict: VerdictRow | None) -> dict[_Key, _Listed]:
    """The quotes of a verdict by document, words, part, and how many there were of these words before."""
    listed: dict[_Key, _Listed] = {}
    for name, _, row in list_evidence(verdict) if verdict else ():
        often = 0
        while (row.document, row.quote, row.part, often) in listed:
            often += 1
        listed[row.document, row.quote, row.part, often] = _Listed(name, row)
    return listed


def _list_judged(old: EvidenceRow, new: EvidenceRow) -> Iterator[FieldChange]:
    ours, theirs = (row.model_dump(mode="json", include=set(_JUDGED)) for row in (old, new))
    for way, was, now in differ(ours, theirs):
        yield FieldChange(field=write_way(way), was=was, now=now)
