"""What made a claim's verdict another one: documents, other words, or the run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.model.diff import ClaimChange, DocumentChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model.diff import ClaimDifference, FieldChange, QuoteDifference

_BECAME: Final = {
    DocumentChange.ADDED: "was added",
    DocumentChange.REMOVED: "was removed",
    DocumentChange.CHANGED: "was changed",
    DocumentChange.REREAD: "is read otherwise",
}

_COUNTED: Final = frozenset({"supporting", "contradicting"})
"""Where quotes are listed that move a verdict."""

_UNEXPLAINED: Final = (
    "Nothing that the reports tell of what went into them differs, and the same always gives the same answer: one of "
    "them was altered (factcheck recheck), or was made by another program under the same version."
)


def find_causes(
    claim: ClaimDifference, became: Mapping[str, DocumentChange], run: Sequence[FieldChange]
) -> ClaimDifference:
    """Return a difference with the documents that did it, and in words what did.

    Of documents those are named whose quotes move the verdict, in either report; where there are none, those whose
    quotes are listed otherwise at all.
    """
    if claim.change in {ClaimChange.ADDED, ClaimChange.REMOVED}:
        return claim
    changed = [one for one in claim.quotes if one.document_change]
    documents = _name_documents([one for one in changed if _counts(one)]) or _name_documents(changed)
    told = [*_tell(claim, documents, became, run)]
    return replace(claim, documents=documents, why=" ".join(told) or _UNEXPLAINED)


def _counts(one: QuoteDifference) -> bool:
    return bool({one.was, one.now} & _COUNTED)


def _name_documents(quotes: Sequence[QuoteDifference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.document for one in quotes))


def _tell(
    claim: ClaimDifference, documents: Sequence[str], became: Mapping[str, DocumentChange], run: Sequence[FieldChange]
) -> Iterator[str]:
    if claim.reworded:
        yield f"The claim has another {_join([one.field for one in claim.reworded])}."
    if documents:
        yield f"{_join([f'{path} {_BECAME[became[path]]}' for path in documents])}."
    others = len(became) - len(documents)
    if not documents and others:
        yield (
            "No document whose quotes are listed otherwise has changed; others of the record have, which may share an "
            "origin with one, or be the newest."
        )
    if run and not documents:
        yield f"The run had another {_join([one.field for one in run])}."


def _join(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1]
