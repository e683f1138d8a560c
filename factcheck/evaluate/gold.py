"""A file of labelled claims → Gold, every label checked against the record it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.claims.rows import read_claims
from factcheck.errors import Fault, FaultsError
from factcheck.evaluate.gold_schema import LABEL_KEYS, LabelRow, OwnWordsRow, QuoteRow, TrapRow
from factcheck.model import Stance
from factcheck.model.labels import Gold, GoldClaim, GoldQuote, OwnWords, Trap
from factcheck.near import suggest
from factcheck.placed import Mapping, Node, Scalar, Sequence, read_file
from factcheck.placed.plain import Plain, to_plain
from factcheck.placed.rows import Sheet, Step, name_near
from factcheck.said import find_verbatim
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Texts
    from pathlib import Path

    from factcheck.model import Claim

_TOP: Final = ("claims", "own_words", "traps")


def load_gold(path: Path, texts: Texts[str, str]) -> Gold:
    """Load labelled claims: the claims format, with `verdict`, `accept`, and quotes under the side they belong to.

    `texts` holds the record's documents by path. A quote is found whatever its quotation marks, dashes and spaces.

    Raises:
        FaultsError: every fault of the file, among them labels of what the record does not hold.
        InputError: there is no such file, or it cannot be read.
    """
    tree = read_file(path)
    sheet = Sheet(root=tree.root, faults=list(tree.faults))
    gold = _Labels(sheet=sheet, texts=texts).read(tree.root)
    if sheet.faults:
        raise FaultsError(str(path), list(dict.fromkeys(sheet.faults)))
    return gold


def find_spans(quote: str, text: str) -> tuple[Span, ...]:
    """Return where a quote stands: every place word for word, or else the first that differs in presentation alone."""
    spans = []
    start = text.find(quote)
    while start >= 0:
        spans.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    stand = None if spans else find_verbatim(quote, source=text)
    return (stand.span,) if stand else tuple(spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labels:
    """Reads the parts of the file; what is wrong goes to the sheet."""

    sheet: Sheet
    texts: Texts[str, str]

    def read(self, root: Node | None) -> Gold:
        if root is None:
            if not self.sheet.faults:
                hint = "list labelled claims under “claims:”"
                self.sheet.faults.append(Fault(line=0, column=0, message="the file is empty", hint=hint))
            return Gold(claims=())
        claims, faults = read_claims(_without_labels(root))
        self.sheet.faults.extend(faults)
        plain = to_plain(root, self.sheet.faults)
        entries = plain if isinstance(plain, dict) else {}
        for key in entries:
            if key not in _TOP:
                self.sheet.add_fault((key,), f"there is no entry “{key}”", hint=name_near(key, _TOP))
        by_id = {claim.id: claim for claim in claims}
        return Gold(
            claims=tuple(self._read_claims(entries.get("claims"), by_id)),
            own_words=tuple(self._read_own_words(entries.get("own_words"))),
            traps=tuple(self._read_traps(entries.get("traps"), _ids(entries.get("claims")))),
        )

    def _read_claims(self, rows: Plain, by_id: dict[str, Claim]) -> Iterator[GoldClaim]:
        for number, entry in enumerate(rows if isinstance(rows, list) else ()):
            if not isinstance(entry, dict):
                continue  # told as a claim that is none
            where = ("claims", number)
            labels: Plain = {key: value for key, value in entry.items() if key in LABEL_KEYS and value is not None}
            row = self.sheet.check(LabelRow, labels, where=where)
            if row is None:
                continue
            quotes = (
                *self._read_quotes(row.supporting, side=Stance.SUPPORTS, where=(*where, "supporting")),
                *self._read_quotes(row.contradicting, side=Stance.REFUTES, where=(*where, "contradicting")),
            )
            claim = by_id.get(str(entry.get("id")))
            if claim:
                accept = frozenset(row.accept or (row.verdict,))
                yield GoldClaim(
                    claim=claim, verdict=row.verdict, accept=accept, quotes=quotes, kind=row.kind, note=row.note
                )

    def _read_quotes(self, rows: tuple[QuoteRow, ...], *, side: Stance, where: tuple[Step, ...]) -> Iterator[GoldQuote]:
        for number, row in enumerate(rows):
            spans = self._find(row.document, row.quote, where=(*where, number))
            yield GoldQuote(document=row.document, text=row.quote, spans=spans, side=side, optional=row.optional)

    def _read_own_words(self, rows: Plain) -> Iterator[OwnWords]:
        for number, entry in enumerate(self._listed(rows, "own_words")):
            row = self.sheet.check(OwnWordsRow, entry, where=("own_words", number))
            if row and self._has(row.document, where=("own_words", number, "document")):
                span = Span(row.start, row.end) if row.start is not None and row.end is not None else None
                if span and span.end > len(self.texts[row.document]):
                    told = f"“{row.document}” has {len(self.texts[row.document]):,} characters only"
                    self.sheet.add_fault(("own_words", number, "end"), told)
                yield OwnWords(speaker=row.speaker, document=row.document, span=span)

    def _read_traps(self, rows: Plain, ids: frozenset[str]) -> Iterator[Trap]:
        for number, entry in enumerate(self._listed(rows, "traps")):
            row = self.sheet.check(TrapRow, entry, where=("traps", number))
            if row is None:
                continue
            for unknown in (name for name in row.claims if name not in ids):
                hint = suggest(unknown, among=ids)
                self.sheet.add_fault(("traps", number, "claims"), f"no claim has the id “{unknown}”", hint=hint)
            spans = self._find(row.document, row.quote, where=("traps", number))
            yield Trap(kind=row.trap, document=row.document, text=row.quote, spans=spans, claims=row.claims)

    def _listed(self, rows: Plain, key: str) -> list[Plain]:
        if rows is None or isinstance(rows, list):
            return rows or []
        self.sheet.add_fault((key,), f"“{key}” is a list")
        return []

    def _find(self, document: str, quote: str, *, where: tuple[Step, ...]) -> tuple[Span, ...]:
        if not self._has(document, where=(*where, "document")):
            return ()
        spans = find_spans(quote, self.texts[document])
        if not spans:
            hint = "copy it from the document; a quote is verbatim"
            self.sheet.add_fault((*where, "quote"), f"the quote does not stand in {document}", hint=hint)
        return spans

    def _has(self, document: str, *, where: tuple[Step, ...]) -> bool:
        if document not in self.texts:
            hint = (
                suggest(document, among=self.texts) or "name it by its path in the record; what was skipped is not read"
            )
            self.sheet.add_fault(where, f"the record has no document {document}", hint=hint)
        return document in self.texts


def _ids(rows: Plain) -> frozenset[str]:
    """The ids of all claims of the file, those with faults among them."""
    entries = rows if isinstance(rows, list) else []
    return frozenset(str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry)


def _without_labels(root: Node) -> Node:
    """Return the tree as a claims file would have it: the claims alone, without their labels."""
    if not isinstance(root, Mapping):
        return root
    claims = [(key, _bare(rows)) for key, rows in root.entries if isinstance(key, Scalar) and key.text == "claims"]
    return Mapping(entries=tuple(claims), place=root.place)


def _bare(rows: Node) -> Node:
    if not isinstance(rows, Sequence):
        return rows
    return Sequence(items=tuple(_bare_row(item) for item in rows.items), place=rows.place)


def _bare_row(row: Node) -> Node:
    if not isinstance(row, Mapping):
        return row
    kept = tuple((key, value) for key, value in row.entries if not (isinstance(key, Scalar) and key.text in LABEL_KEYS))
    return Mapping(entries=kept, place=row.place)
