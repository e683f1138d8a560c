"""The verdicts as SARIF 2.1.0, the form in which tools that check code hand on what they found.

A claim is a result, at the place where it was said where that is known; the quotes are its related locations, each
with its offset and length in code points of the text as it was read. What was not looked at is among the
notifications of the run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import VerdictLabel
from factcheck.render.addresses import write_reference
from factcheck.render.harmless import show_line
from factcheck.render.look import TYPOGRAPHIC
from factcheck.render.verdict_rules import VERDICT_RULES
from factcheck.render.wording import STANCES, Sources, describe_decision, describe_voice, word
from factcheck.report.json_text import write_json
from factcheck.report.row import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Evidence, Outline, Report, Skipped, SourceMatch, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look
    from factcheck.report.json_text import Json

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the standard keeps its schema; nothing is fetched from there."""

KINDS: Final = {
    VerdictLabel.SUPPORTED: "pass",
    VerdictLabel.CONTRADICTED: "fail",
    VerdictLabel.DISPUTED: "review",
    VerdictLabel.INSUFFICIENT: "open",
    VerdictLabel.NOT_CHECKABLE: "notApplicable",
}
"""What SARIF calls the verdicts; only what fails has a level."""

RECORD: Final = "RECORD"
"""The name of the folder of documents, from which all paths count; which folder it was is not told."""

_SKIPPED: Final = "record/skipped"
_LIMIT: Final = "record/limit"
_NOTIFICATIONS: Final = {
    _SKIPPED: "A file, or a part of one, that was not looked at.",
    _LIMIT: "What no run looks at, or what this one did without.",
}


def make_sarif(look: Look) -> Renderer:
    """Return the renderer of SARIF; a program's page has no look."""
    del look
    return render_sarif


def render_sarif(report: Report, *, width: int) -> str:
    """Return a report as one run, whatever the width."""
    del width
    rules = sorted({verdict.rule for verdict in report.verdicts})
    driver: Json = {
        "name": "factcheck",
        "version": report.version,
        "rules": [_describe(name, VERDICT_RULES.get(name, "A rule of verdicts.")) for name in rules],
        "notifications": [_describe(name, told) for name, told in _NOTIFICATIONS.items()],
    }
    composer = _Composer(sources=Sources.of(report, TYPOGRAPHIC), rules=rules)
    run: Json = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"factcheck/{report.report_id}"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {RECORD: {"description": {"text": "The folder of documents."}}},
        "artifacts": [_list_artifact(document) for document in report.documents],
        "invocations": [_invoke(report)],
        "results": [composer.compose(verdict) for verdict in report.verdicts],
        "properties": {"as_of": report.as_of.edtf if report.as_of else None, "config": report.config},
    }
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def write_message(text: str) -> Json:
    r"""Return a text as a message, in which braces would stand for arguments and brackets for links.

    >>> write_message("a {0} [b](1)")
    {'text': 'a {{0}} \\[b\\](1)'}
    """
    line = show_line(text).replace("{", "{{").replace("}", "}}")
    return {"text": line.replace("[", "\\[").replace("]", "\\]")}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composer:
    """Turns verdicts into results; `rules` are those that the run lists, in order."""

    sources: Sources
    rules: Sequence[str]

    def compose(self, verdict: Verdict) -> Json:
        """Return a verdict as a result."""
        kind = KINDS[verdict.label]
        told = f"{word(verdict.label).capitalize()}: “{verdict.claim.text}” {verdict.reason}"
        return {
            "ruleId": verdict.rule,
            "ruleIndex": self.rules.index(verdict.rule),
            "kind": kind,
            "level": "error" if kind == "fail" else "none",
            "message": write_message(told),
            "locations": [self._locate_claim(verdict.claim, verdict.said)],
            "relatedLocations": [self._relate(one, place) for place, one in enumerate(verdict.listed, 1)],
            "partialFingerprints": {"claimId/v1": verdict.claim.id, "evidenceId/v1": verdict.evidence_id},
            "properties": {
                "claim": verdict.claim.id,
                "speaker": verdict.claim.speaker,
                "verdict": verdict.label.value,
                "margin": verdict.margin,
                "fragile": verdict.fragile,
                **({"decision": describe_decision(verdict.decided)} if verdict.decided else {}),
            },
        }

    def _locate_claim(self, claim: Claim, said: SourceMatch) -> Json:
        """Return where the claim was said, as far as it stands in the record."""
        location: dict[str, Json] = {"logicalLocations": [{"name": claim.id, "fullyQualifiedName": claim.id}]}
        if claim.source in self.sources.documents:
            physical: dict[str, Json] = {"artifactLocation": _point_to(claim.source)}
            if said.span and len(said.span):
                physical["region"] = {"charOffset": said.span.start, "charLength": len(said.span)}
            location["physicalLocation"] = physical
        return location

    def _relate(self, evidence: Evidence, place: int) -> Json:
        """Return a quote at its place, with what stands around it."""
        whole = f"{evidence.prefix}{evidence.quote}{evidence.suffix}"
        gate = f"; stopped by {evidence.gate}" if evidence.gate else ""
        told = f"{STANCES[evidence.stance]}: {self.sources.cite(evidence)}; {describe_voice(evidence)}{gate}"
        return {
            "id": place,
            "message": write_message(told),
            "physicalLocation": {
                "artifactLocation": _point_to(evidence.document),
                "region": _cover(evidence.span.start, evidence.quote),
                "contextRegion": _cover(evidence.span.start - len(evidence.prefix), whole),
            },
            "properties": {
                "eligibility": evidence.eligibility.value,
                "stance": evidence.stance.value,
                "rule": evidence.rule,
                "score": round(evidence.score, DECIMALS) + 0.0,
            },
        }


def _cover(start: int, text: str) -> Json:
    return {"charOffset": start, "charLength": len(text), "snippet": {"text": text}}


def _point_to(path: str) -> Json:
    return {"uri": write_reference(path), "uriBaseId": RECORD}


def _describe(name: str, told: str) -> Json:
    """Return a rule, or what a notification is about; its friendly name is written as the standard's own examples."""
    friendly = "".join(part.capitalize() for part in name.replace("/", "-").split("-"))
    return {"id": name, "name": friendly, "shortDescription": {"text": told}}


def _list_artifact(document: Outline) -> Json:
    description = {"description": write_message(document.title.value)} if document.title.value else {}
    return {"location": _point_to(document.path), "hashes": {"sha-256": document.sha256}, **description}


def _invoke(report: Report) -> Json:
    skipped = [_notify_skipped(one) for one in report.skipped]
    limits: list[Json] = [
        {"descriptor": {"id": _LIMIT}, "level": "note", "message": write_message(limit)} for limit in report.limits
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": [*skipped, *limits]}


def _notify_skipped(skipped: Skipped) -> Json:
    return {
        "descriptor": {"id": _SKIPPED},
        "level": "warning",
        "message": write_message(f"{skipped.path}: {skipped.reason}"),
        "locations": [{"physicalLocation": {"artifactLocation": _point_to(skipped.path)}}],
    }
