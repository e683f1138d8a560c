"""The quotes as a W3C Web Annotation collection: what each says of a claim, tied to its place in the document.

Positions are code points into the text as it was read, which for a text file is the text of the file. A quote has a
prefix and a suffix with which it stands in one place only, and one of a PDF also its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import Stance
from factcheck.render.addresses import by_path, find_address, write_reference
from factcheck.render.wording import ELIGIBILITY, STANCES
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from factcheck.model import Evidence, Outline, Report, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look
    from factcheck.report.json_text import Json

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
"""What gives the names their meaning."""

PDF_FRAGMENTS: Final = "http://tools.ietf.org/rfc/rfc3778"
"""What a fragment of a PDF means, by which a page is named."""


def make_annotations(look: Look) -> Renderer:
    """Return the renderer of annotations; a program's page has no look."""
    del look
    return render_annotations


def render_annotations(report: Report, *, width: int) -> str:
    """Return all quotes that a report lists as one collection of one page, whatever the width."""
    del width
    documents = by_path(report.documents)
    items = [
        _annotate(one, verdict, place, documents.get(one.document))
        for verdict in report.verdicts
        for place, one in enumerate(verdict.listed)
    ]
    name = f"urn:factcheck:{report.report_id}"
    page: Json = {"id": f"{name}:page", "type": "AnnotationPage", "startIndex": 0, "items": _name(items, name)}
    return write_json(
        {
            "@context": CONTEXT,
            "id": name,
            "type": "AnnotationCollection",
            "label": f"Quotes that claims were held against, report {report.report_id}",
            "generator": {"id": "urn:factcheck", "type": "Software", "name": f"factcheck {report.version}"},
            "total": len(items),
            **({"first": page} if items else {}),
        }
    )


def _name(items: list[dict[str, Json]], name: str) -> list[Json]:
    """Give every annotation the name that it needs, of the report's."""
    return [{**item, "id": f"{name}:{item['id']}"} for item in items]


def _annotate(evidence: Evidence, verdict: Verdict, place: int, document: Outline | None) -> dict[str, Json]:
    return {
        "id": f"{verdict.claim.id}:{place}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": _describe(evidence, verdict),
        "target": {
            "type": "SpecificResource",
            "source": find_address(document) or write_reference(evidence.document),
            "selector": _select(evidence, document),
        },
    }


def _describe(evidence: Evidence, verdict: Verdict) -> list[Json]:
    """Return what the quote says of the claim in words, and then by the names that the report has."""
    told = f"{STANCES[evidence.stance].capitalize()} the claim “{verdict.claim.text}”"
    if evidence.stance is Stance.NEUTRAL:
        told = f"Considered for the claim “{verdict.claim.text}”"
    gate = f", stopped by {evidence.gate}" if evidence.gate else ""
    text: dict[str, Json] = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    tags = (verdict.claim.id, evidence.stance.value, evidence.eligibility.value)
    return [
        {**text, "purpose": "assessing", "value": f"{told} ({ELIGIBILITY[evidence.eligibility]}{gate})."},
        *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
    ]


def _select(evidence: Evidence, document: Outline | None) -> list[Json]:
    quote: Json = {
        "type": "TextQuoteSelector",
        "exact": evidence.quote,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
    }
    position: Json = {"type": "TextPositionSelector", "start": evidence.span.start, "end": evidence.span.end}
    if evidence.page is None or document is None or document.reader != "pdf":
        return [quote, position]
    page: Json = {
        "type": "FragmentSelector",
        "conformsTo": PDF_FRAGMENTS,
        "value": f"page={evidence.page}",
        "refinedBy": quote,
    }
    return [quote, position, page]
