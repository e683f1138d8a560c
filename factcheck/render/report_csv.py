r"""The report as CSV: a row for each claim and quote, for a spreadsheet.

It is written by RFC 4180, in UTF-8 without a byte-order mark: a header, rows that end in CR LF, and nothing cut. A
claim without quotes has one row. What a spreadsheet would take for a formula, and a text that begins with an
apostrophe, gets an apostrophe before it (a list of such beginnings: "CSV Injection" of the OWASP). What a terminal
would obey is written out as in `\x1b`, and a backslash twice. Both can be undone: drop one apostrophe from a field
that begins with one, then read the escapes. Numbers are as they are.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.render.addresses import by_path
from factcheck.render.harmless import write_out
from factcheck.render.wording import date_or
from factcheck.report.json_text import OBEYED
from factcheck.report.row import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Evidence, Outline, Report, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look

Cell: TypeAlias = "str | int | float | None"

COLUMNS: Final = (
    "claim_id claim speaker claimed claim_source said verdict rule reason margin fragile evidence_id "
    "decision decision_reason decision_by decision_date decision_tie "
    "side quote document start end page time row title publisher published url about asserted_by attribution "
    "eligibility stance origin score evidence_rule gate note part"
).split()
"""The header. `side` is the list that the quote stands in: supporting, contradicting, own_words or context."""

SIDES: Final = ("supporting", "contradicting", "own_words", "context")
"""The lists of a verdict's quotes, those that count first."""

_WRITTEN_OUT: Final = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f{OBEYED}]|\r(?!\n)")
_FORMULA: Final = frozenset("=+-@\u2212")
"""Characters with which a formula begins, and the minus sign; in the width and height of plain letters."""

_BROKEN: Final = ("'", "\t", "\r", "\n")
"""Beginnings that are guarded whatever follows."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of what may stand before a formula and is not seen."""


def make_csv(look: Look) -> Renderer:
    """Return the renderer of CSV; a program's page has no look."""
    del look
    return render_csv


def render_csv(report: Report, *, width: int) -> str:
    """Return a report as CSV, whatever the width."""
    del width
    written = io.StringIO(newline="")
    rows = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    documents = by_path(report.documents)
    for verdict in report.verdicts:
        told = {**_tell_verdict(verdict), **_tell_decision(verdict)}
        quotes = [_tell_quote(side, one, documents.get(one.document)) for side, one in _list_quotes(verdict)]
        for quote in quotes or [{}]:
            rows.writerow({name: _write(cell) for name, cell in (told | quote).items()})
    return written.getvalue()


def guard(text: str) -> str:
    r"""Return a text that no spreadsheet takes for a formula and no terminal obeys.

    >>> guard("=1+1"), guard(" ＝1"), guard("'tis"), guard("a\x1b\\")
    ("'=1+1", "' ＝1", "''tis", 'a\\x1b\\\\')
    """
    written = _WRITTEN_OUT.sub(write_out, text.replace("\\", "\\\\"))
    return f"'{written}" if _may_run(written) else written


def _may_run(text: str) -> bool:
    if text.startswith(_BROKEN):
        return True
    seen = next((letter for letter in text if unicodedata.category(letter) not in _UNSEEN), " ")
    return unicodedata.normalize("NFKC", seen)[0] in _FORMULA


def _write(cell: Cell) -> str:
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(round(cell, DECIMALS) + 0.0)
    return "" if cell is None else str(cell)


def _list_quotes(verdict: Verdict) -> Iterator[tuple[str, Evidence]]:
    sides = (verdict.supporting, verdict.contradicting, verdict.own_words, verdict.context)
    for name, side in zip(SIDES, sides, strict=True):
        yield from ((name, one) for one in side)


def _tell_verdict(verdict: Verdict) -> dict[str, Cell]:
    claim = verdict.claim
    return {
        "claim_id": claim.id,
        "claim": claim.text,
        "speaker": claim.speaker,
        "claimed": date_or(claim.date, ""),
        "claim_source": claim.source,
        "said": verdict.said.said.value,
        "verdict": verdict.label.value,
        "rule": verdict.rule,
        "reason": verdict.reason,
        "margin": verdict.margin,
        "fragile": verdict.fragile,
        "evidence_id": verdict.evidence_id,
    }


def _tell_decision(verdict: Verdict) -> dict[str, Cell]:
    if verdict.decided is None:
        return {}
    one = verdict.decided.standing
    return {
        "decision": one.decision.value,
        "decision_reason": one.reason,
        "decision_by": one.by,
        "decision_date": one.date.isoformat(),
        "decision_tie": verdict.decided.tie.value,
    }


def _tell_quote(side: str, evidence: Evidence, document: Outline | None) -> dict[str, Cell]:
    return {
        "side": side,
        "quote": evidence.quote,
        "document": evidence.document,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "page": evidence.page,
        "time": evidence.time,
        "row": evidence.row,
        "title": document.title.value if document else None,
        "publisher": document.publisher.value if document else None,
        "published": date_or(evidence.published, ""),
        "url": document.url.value if document else None,
        "about": date_or(evidence.about, ""),
        "asserted_by": evidence.speaker,
        "attribution": evidence.attribution,
        "eligibility": evidence.eligibility.value,
        "stance": evidence.stance.value,
        "origin": evidence.origin,
        "score": evidence.score,
        "evidence_rule": evidence.rule,
        "gate": evidence.gate,
        "note": evidence.note,
        "part": evidence.part,
    }
