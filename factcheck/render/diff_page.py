"""What changed between two reports, for people: the verdicts first, then the record and the run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model.diff import ClaimChange, DocumentChange
from factcheck.render.lines import UNLIMITED
from factcheck.render.look import Look
from factcheck.render.page import Heading, Listing, Paragraph, lay_out_page, write_markdown
from factcheck.render.wording import count, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model.diff import (
        ClaimDifference,
        DocumentDifference,
        FieldChange,
        QuoteDifference,
        ReportDifferences,
    )
    from factcheck.render.page import Block

_HEADINGS: Final = {
    ClaimChange.VERDICT: "Verdicts that changed",
    ClaimChange.ADDED: "Claims that were added",
    ClaimChange.REMOVED: "Claims that were removed",
    ClaimChange.REWORDED: "Claims that were reworded, with the same verdict",
    ClaimChange.EVIDENCE: "Claims with the same verdict, otherwise founded",
}
"""What became of claims, in the order in which it is shown."""

_DOCUMENTS: Final = {
    DocumentChange.ADDED: "added",
    DocumentChange.REMOVED: "removed",
    DocumentChange.CHANGED: "changed",
    DocumentChange.REREAD: "read otherwise",
}

_LISTS: Final = {
    "supporting": "supporting",
    "contradicting": "contradicting",
    "own_words": "the speaker's own words",
    "context": "context",
}
"""The lists of a verdict in words."""


MOST_DOCUMENTS: Final = 20
"""Documents that a terminal is told of: a record may have grown by thousands. A pipe and JSON have them all."""

_NOTHING: Final = "nothing"
"""What a field says that is empty or not there."""


def render_page(differences: ReportDifferences, *, look: Look, width: int) -> str:
    """Return what changed for a terminal or a pipe."""
    return lay_out_page(
        _Composer(look, most=None if width == UNLIMITED else MOST_DOCUMENTS).compose(differences),
        look=look,
        width=width,
    )


def render_markdown(differences: ReportDifferences) -> str:
    """Return what changed as Markdown."""
    head = f"From report {differences.old.report_id} to report {differences.new.report_id}"
    return write_markdown([Heading(text=head, level=1), *_Composer(Look()).compose(differences)])


@dataclass(frozen=True, slots=True)
class _Composer:
    """Composes the page with the signs that it can carry, and with so many documents at the `most`."""

    look: Look
    most: int | None = None

    @property
    def arrow(self) -> str:
        return " → " if self.look.typographic else " -> "

    def compose(self, differences: ReportDifferences) -> Iterator[Block]:
        yield Paragraph(text=_sum_up(differences))
        for change, heading in _HEADINGS.items():
            claims = [one for one in differences.claims if one.change is change]
            if claims:
                yield Heading(text=f"{heading}: {len(claims):,}")
                if change is ClaimChange.EVIDENCE:
                    yield Listing(items=tuple(map(_tell_shortly, claims)))
                    continue
                for claim in claims:
                    yield from self._compose_claim(claim)
        if differences.documents:
            yield Heading(text=f"Documents of the record that differ: {len(differences.documents):,}")
            shown = [self._tell_document(one) for one in differences.documents[: self.most]]
            more = len(differences.documents) - len(shown)
            rest = [f"and {more:,} more, which a pipe or a file gets"] if more else []
            yield Listing(items=(*shown, *rest))
        if differences.run:
            yield Heading(text="The run")
            yield Listing(items=tuple(map(self._tell_field, differences.run)))
        if differences.beside:
            yield Heading(text="What moves no verdict")
            yield Listing(items=tuple(map(self._tell_field, differences.beside)))

    def _compose_claim(self, claim: ClaimDifference) -> Iterator[Block]:
        labels = dict.fromkeys(word(label) for label in (claim.was, claim.now) if label)
        yield Heading(text=f"{claim.id}: {self.arrow.join(labels)}", level=3)
        yield Paragraph(text=claim.text)
        if claim.why:
            yield Paragraph(text=f"Why: {claim.why}")
        items = [*map(self._tell_field, claim.reworded), *map(self._tell_quote, filter(_counts, claim.quotes))]
        if rest := _count_moves([one for one in claim.quotes if not _counts(one)]):
            items.append(f"of what moves no verdict: {rest}")
        items += map(self._tell_field, claim.told)
        if items:
            yield Listing(items=tuple(items))

    def _tell_quote(self, one: QuoteDifference) -> str:
        """A quote with its list, or how it got from one to another, and its document with what became of that."""
        lists = dict.fromkeys(_LISTS[name] for name in (one.was, one.now) if name)
        sign = "" if one.was and one.now else "+ " if one.now else "- "
        became = f" ({_DOCUMENTS[one.document_change]})" if one.document_change else ""
        quote = self.look.symbols.quote(one.quote)
        return f"{sign}{self.arrow.join(lists)}: {quote} in {one.document}{became}{self._tell_fields(one.fields)}"

    def _tell_document(self, one: DocumentDifference) -> str:
        return f"{one.path}: {_DOCUMENTS[one.change]}{self._tell_fields(one.fields)}"

    def _tell_fields(self, fields: Sequence[FieldChange]) -> str:
        return "".join(f"; {self._tell_field(one)}" for one in fields)

    def _tell_field(self, one: FieldChange) -> str:
        was, now = (_NOTHING if side in {None, "null", ""} else str(side) for side in (one.was, one.now))
        return f"{one.field}: {was}{self.arrow}{now}"


def _sum_up(differences: ReportDifferences) -> str:
    total = differences.same + len(differences.claims)
    days = [report.as_of or "no date" for report in (differences.old, differences.new)]
    read = f"read as of {days[0]}" if days[0] == days[1] else f"read as of {days[0]}, then as of {days[1]}"
    if not (differences.claims or differences.documents or differences.run or differences.beside):
        return f"Nothing differs: {count(total, 'claim')}, the record {read}."
    turned = sum(one.change is ClaimChange.VERDICT for one in differences.claims)
    told = f"{turned:,} of {count(total, 'verdict')} changed" if turned else "No verdict changed"
    same = f"{differences.same:,} of {count(total, 'claim')} are the same to the last quote"
    return f"{told}, and {same}. The record was {read}."


def _counts(one: QuoteDifference) -> bool:
    """Whether a quote moves a verdict, or did."""
    return bool({one.was, one.now} & {"supporting", "contradicting"})


def _tell_shortly(claim: ClaimDifference) -> str:
    """A claim whose verdict is the same, with how many quotes came and went."""
    moves = _count_moves(claim.quotes) or f"another {' and '.join(one.field for one in claim.told)}"
    return f"{claim.id}: {word(claim.now) if claim.now else ''}; {moves}"


def _count_moves(quotes: Sequence[QuoteDifference]) -> str:
    """How many quotes came and went, list by list; JSON has each of them."""
    told = []
    for name, shown in _LISTS.items():
        gained = sum(one.now == name != one.was for one in quotes)
        lost = sum(one.was == name != one.now for one in quotes)
        told += [f"+{gained:,} {shown}"] * bool(gained) + [f"-{lost:,} {shown}"] * bool(lost)
    same = sum(one.was == one.now for one in quotes)
    return ", ".join([*told, *([f"{same:,} judged otherwise"] if same else [])])
