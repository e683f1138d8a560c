"""The verdicts in the form in which answers are handed in to AVeriTeC.

`claim_id` is the claim's id where the ids of all claims are numbers, as those of its data are, and else its place in
the file, from 0. The task has no label for what cannot be checked: it gets that of too little evidence. A quote that
counted is the answer to the question whether the part of the claim is so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import VerdictLabel
from factcheck.render.addresses import by_path, find_address, write_reference
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Evidence, Outline, Report, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look
    from factcheck.report.json_text import Json

LABELS: Final = {
    VerdictLabel.SUPPORTED: "Supported",
    VerdictLabel.CONTRADICTED: "Refuted",
    VerdictLabel.DISPUTED: "Conflicting Evidence/Cherrypicking",
    VerdictLabel.INSUFFICIENT: "Not Enough Evidence",
    VerdictLabel.NOT_CHECKABLE: "Not Enough Evidence",
}
"""The names of the task for the verdicts (Schlichtkrull, Guo and Vlachos 2023)."""

_NUMBER: Final = re.compile("0|[1-9][0-9]*")


def make_averitec(look: Look) -> Renderer:
    """Return the renderer of the form; a program's page has no look."""
    del look
    return render_averitec


def render_averitec(report: Report, *, width: int) -> str:
    """Return the verdicts of a report in the form, whatever the width."""
    del width
    documents = by_path(report.documents)
    numbered = all(_NUMBER.fullmatch(verdict.claim.id) for verdict in report.verdicts)
    return write_json(
        [
            {
                "claim_id": int(verdict.claim.id) if numbered else place,
                "claim": verdict.claim.text,
                "pred_label": LABELS[verdict.label],
                "evidence": _list_evidence(verdict, documents),
            }
            for place, verdict in enumerate(report.verdicts)
        ]
    )


def _list_evidence(verdict: Verdict, documents: Mapping[str, Outline]) -> list[Json]:
    counted = (*verdict.supporting, *verdict.contradicting)
    return [_answer(one, verdict, documents.get(one.document)) for one in counted]


def _answer(evidence: Evidence, verdict: Verdict, document: Outline | None) -> Json:
    part = verdict.parts[evidence.part].part.read_as if evidence.part < len(verdict.parts) else verdict.claim.text
    return {
        "question": f"Is it so that “{part}”?",
        "answer": evidence.quote,
        "url": find_address(document) or write_reference(evidence.document),
        "scraped_text": f"{evidence.prefix}{evidence.quote}{evidence.suffix}",
    }
