"""The documents of a record held against what a report has of them: their bytes, their text, every quote from them."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from factcheck.index.packing import unpack_document, unpack_outline
from factcheck.model.recheck import Discrepancy
from factcheck.recheck.mentions import Mention, check_mention, list_mentions
from factcheck.recheck.quotes import Cited, Shelf, check_quote, stands_there
from factcheck.recheck.verdicts import list_ways
from factcheck.report.fields import tell_differences, write_way
from factcheck.report.nouns import to_claim
from factcheck.said import find_said
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.index.keeping import Kept
    from factcheck.model import Document, Outline
    from factcheck.report.json_text import Json
    from factcheck.report.rows import DocumentRow, ReportRow, VerdictRow


class Documents:
    """Looks for all that a report has of its documents, one document after the other.

    `seen` are the documents of the record as they are now, each with its identity; `changed` the paths of those that
    are not as the report has them. `quotes` counts those that were looked up. Where the report was `read_alike`, by
    this version and with these words, passages must be read as they were.
    """

    def __init__(self, report: ReportRow, *, read_alike: bool) -> None:
        self.seen: dict[str, tuple[Outline, str]] = {}
        self.changed: set[str] = set()
        self.quotes = 0
        self.read_alike = read_alike
        self._rows = {row.path: (place, row) for place, row in enumerate(report.record)}
        self._cited: defaultdict[str, list[Cited]] = defaultdict(list)
        self._said: defaultdict[str, list[tuple[int, VerdictRow]]] = defaultdict(list)
        self._mentioned: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in list_mentions(report):
            self._mentioned[mention.document].append(mention)
        for number, verdict in enumerate(report.verdicts):
            source = verdict.claim.source or ""
            self._said[source if source in self._rows else ""].append((number, verdict))
            for way, one in list_ways(number, verdict):
                self._cited[one.document].append(Cited(verdict.claim.id, way, one))

    def check(self, kept: Kept) -> Iterator[Discrepancy]:
        """Yield what of a document, of the quotes from it and of the claims in it is not as the report has it."""
        outline = unpack_outline(kept.outline)
        self.seen[kept.path] = (outline, kept.identity)
        if kept.path not in self._rows:
            return
        _, row = self._rows[kept.path]
        cited = self._cited.get(kept.path, [])
        shelf = self._shelve(kept, outline)
        wrong = [check_quote(one, shelf) for one in cited]
        self.quotes += len(cited)
        if (row.sha256, row.text_sha256) != (outline.sha256, outline.text_sha256):
            self.changed.add(kept.path)
            yield self._tell_changed(row, outline, lost=sum(not stands_there(one.row, kept.text) for one in cited))
            if row.text_sha256 != outline.text_sha256:
                return  # its quotes were counted: each by itself would say the same again
        yield from (one for listed in wrong for one in listed)
        yield from (told for one in self._mentioned.get(kept.path, ()) for told in check_mention(one, kept.text))
        yield from self._check_said(unpack_document(kept.outline, kept.body, kept.text))

    def check_rest(self, skipped: Mapping[str, str]) -> Iterator[Discrepancy]:
        """Yield what was to be found in documents that there are not; `skipped` says why a file was not read."""
        for path, (place, row) in self._rows.items():
            if path not in self.seen:
                self.changed.add(path)
                why = f"cannot be read now: {skipped[path]}" if path in skipped else "is missing"
                yield Discrepancy(
                    told=f"the document {why}",
                    field=write_way(("record", place)),
                    document=path,
                    stands=row.sha256,
                    rests=self._list_resting(path),
                )
        for path, cited in self._cited.items():
            for one in cited if path not in self._rows else ():
                told = "the document is none of those that the report lists"
                field = write_way((*one.way, "document"))
                yield Discrepancy(told=told, field=field, claim=one.claim, document=path, stands=path)
        for path, mentioned in self._mentioned.items():
            for mention in mentioned if path not in self._rows else ():
                told = "the words are of a document that is none of those that the report lists"
                yield Discrepancy(told=told, field=write_way(mention.way), document=path, stands=mention.quote)
        yield from self._check_said(None)

    def _shelve(self, kept: Kept, outline: Outline) -> Shelf:
        passages = {Span(one.start, one.end): one for one in kept.passages} if self.read_alike else None
        return Shelf(path=kept.path, text=kept.text, outline=outline, passages=passages)

    def _tell_changed(self, row: DocumentRow, outline: Outline, *, lost: int) -> Discrepancy:
        """Tell a document that is another one now, once, with all that rests on it."""
        other_bytes, count = row.sha256 != outline.sha256, len(self._cited.get(row.path, ()))
        told = "the document has other bytes" if other_bytes else "another text is read from the document"
        if row.text_sha256 == outline.text_sha256:
            told += ", and the same text is read from them"
        elif count:
            told += f"; {count - lost:,} of the {count:,} quotes from it stand there as before"
        name = "sha256" if other_bytes else "text_sha256"
        return Discrepancy(
            told=told,
            field=write_way(("record", self._rows[row.path][0], name)),
            document=row.path,
            stands=getattr(row, name),
            found=getattr(outline, name),
            rests=self._list_resting(row.path),
        )

    def _list_resting(self, path: str) -> tuple[str, ...]:
        said = [verdict.claim.id for _, verdict in self._said.get(path, ())]
        return tuple(dict.fromkeys([*(one.claim for one in self._cited.get(path, ())), *said]))

    def _check_said(self, document: Document | None) -> Iterator[Discrepancy]:
        """Look up again the claims that were said in a document, or in none that was looked at."""
        for number, row in self._said.get(document.path if document else "", ()):
            try:
                match = find_said(to_claim(row.claim), document)
            except ValueError:
                continue  # a date that cannot be read, which is told with its verdict
            stands: dict[str, Json] = {"said": row.said.value, "said_difference": row.said_difference}
            found: dict[str, Json] = {"said": match.said.value, "said_difference": match.difference}
            told = "whether the claim was said is found otherwise"
            tell = partial(Discrepancy, told=told, claim=row.claim.id, document=document.path if document else "")
            yield from tell_differences(stands, found, ("verdicts", number), tell)
