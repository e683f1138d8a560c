"""The view of somebody who asks why: every quote with its weights, every gate that stopped one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Decided, VerdictLabel
from factcheck.render.blocks import INDENT, NOTHING, compose_head, compose_quote
from factcheck.render.consistency import list_inconsistencies
from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone, lay_out
from factcheck.render.summary import summarise
from factcheck.render.wording import (
    CUT_SHORT,
    STANCES,
    TONES,
    Sources,
    count_origins,
    describe_claim,
    describe_decision,
    describe_said,
    describe_voice,
    name_place,
    name_verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Evidence, Report, Verdict, Weight
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look

_QUOTE_INDENT = INDENT + 2
_FACT_INDENT = _QUOTE_INDENT + 4


def make_detail(look: Look) -> Renderer:
    """Return the renderer of the detailed view for a page of this look."""
    return Detail(look)


@dataclass(frozen=True, slots=True)
class Detail:
    """Renders each verdict with everything that led to it. Nothing is left out, whatever the width."""

    look: Look

    def __call__(self, report: Report, *, width: int) -> str:
        """Return the verdicts in full, then what was skipped and what was not looked at."""
        sources = Sources.of(report, self.look.symbols)
        lines = [line for verdict in report.verdicts for line in explain(verdict, sources)]
        lines += list_inconsistencies(report.self_consistency, self.look.symbols)
        lines += summarise(report, self.look.symbols, width=width)
        return lay_out(lines, width=width, colour=self.look.colour)


def explain(verdict: Verdict, sources: Sources) -> list[Line]:
    """Return a verdict with its parts, all its evidence and why each piece counted or did not."""
    said = describe_said(verdict.said, verdict.claim)
    lines = [
        *compose_head(verdict, sources),
        _fact("Said: ", said),
        _fact("Why: ", show_line(verdict.reason)),
    ]
    lines.append(_fact("Rule: ", _name_rule(verdict)))
    lines += _list_decisions(verdict)
    lines += _list_parts(verdict, sources)
    groups = (
        ("Supported by", verdict.supporting, VerdictLabel.SUPPORTED),
        ("Contradicted by", verdict.contradicting, VerdictLabel.CONTRADICTED),
        ("Own words and echoes, set apart", verdict.own_words, None),
        ("Considered, did not count", verdict.context, None),
    )
    for heading, evidence, label in groups:
        lines += _list_evidence(heading, side=evidence, sources=sources, label=label)
    if verdict.candidates_cut:
        lines.append(_fact("Note: ", CUT_SHORT))
    return [*lines, Line()]


def list_similar(similar: Sequence[tuple[Claim, float]], look: Look) -> list[Line]:
    """Return claims that are worded alike with their likeness; the one asked about is never swapped."""
    if not similar:
        return []
    heading = "Already among your claims, worded alike (yours is checked as you put it):"
    lines = [Line(text=heading, tone=Tone.STRONG)]
    for claim, likeness in similar:
        lines.append(Line(text=show_line(claim.text), lead=f"{likeness:3.0f} % ", indent=2))
        lines.append(Line(text=describe_claim(claim, look.symbols), indent=8, tone=Tone.QUIET))
    return [*lines, Line()]


def _name_rule(verdict: Verdict) -> str:
    fragile = "; fragile: one quote or origin less would change the verdict" if verdict.fragile else ""
    return f"{show_line(verdict.rule)}, margin {verdict.margin:+.2f}{fragile}"


def _list_decisions(verdict: Verdict) -> list[Line]:
    """Return what people decided, the decision that stands first; it is no part of the verdict."""
    decided = verdict.decided
    if decided is None:
        return []
    earlier = [Decided(standing=one, tie=one.tie(verdict.evidence_id)) for one in reversed(decided.earlier)]
    return [
        _fact("Decision: ", describe_decision(decided)),
        *(_fact("Decided before: ", describe_decision(one)) for one in earlier),
    ]


def _list_parts(verdict: Verdict, sources: Sources) -> list[Line]:
    if not verdict.parts:
        return []
    lines = [_fact("Parts:", "")]
    for number, part in enumerate(verdict.parts, 1):
        answer = name_verdict(part.label, sources.symbols)
        whole = f" (read as: {show_line(part.part.read_as)})" if part.part.read_as != part.part.text else ""
        text = f"{show_line(part.part.text)}{whole} {sources.symbols.dash} {show_line(part.reason)}"
        rule = f" ({show_line(part.rule)}, margin {part.margin:+.2f})"
        lead = f"{number}. {answer}  "
        lines.append(Line(text=text + rule, lead=lead, indent=_QUOTE_INDENT, lead_tone=TONES[part.label]))
        if part.part.resolved:
            lines.append(Line(text=f"read so: {show_line('; '.join(part.part.resolved))}", indent=_FACT_INDENT))
    return lines


def _list_evidence(
    heading: str, *, side: Sequence[Evidence], sources: Sources, label: VerdictLabel | None
) -> list[Line]:
    if not side:
        return [_fact(f"{heading}: ", NOTHING if label else "nothing")]
    lines = [_fact(f"{heading}: ", count_origins(side))]
    for evidence in side:
        lines += compose_quote(evidence, sources=sources, label=label, indent=_QUOTE_INDENT)
        lines += _explain_evidence(evidence)
    return lines


def _explain_evidence(evidence: Evidence) -> list[Line]:
    """Return where the quote stands, who asserts it, what it says of the claim, and how much that weighs."""
    where = ", ".join(filter(None, (show_line(evidence.document), name_place(evidence))))
    place = f"{where}, characters {evidence.span.start}-{evidence.span.end}"
    about = f"; speaks of {evidence.about.edtf}" if evidence.about else ""
    copied = evidence.origin and evidence.origin != evidence.document
    origin = f"; of one origin with {show_line(evidence.origin)}" if copied else ""
    facts = [place + about + origin, describe_voice(evidence)]
    rule = f", by the rule {show_line(evidence.rule)}" if evidence.rule else ""
    facts.append(f"{STANCES[evidence.stance]}{rule}, part {evidence.part + 1}")
    if evidence.resolved:
        facts.append(f"read so: {show_line('; '.join(evidence.resolved))}")
    if evidence.note:
        facts.append(show_line(evidence.note))
    lines = [Line(text=fact, indent=_FACT_INDENT) for fact in facts]
    if evidence.gate:
        lines.append(Line(text=show_line(evidence.gate), lead="stopped by ", indent=_FACT_INDENT, lead_tone=Tone.MIXED))
    return lines + _add_up(evidence)


def _add_up(evidence: Evidence) -> list[Line]:
    if not evidence.weights:
        return []
    lines = [_weigh(weight) for weight in evidence.weights]
    return [
        *lines,
        Line(text="together", lead=f"{evidence.score:+6.2f}  ", indent=_FACT_INDENT, lead_tone=Tone.STRONG),
    ]


def _weigh(weight: Weight) -> Line:
    ours = f"; claim: {show_line(weight.ours)}" if weight.ours else ""
    theirs = f"; passage: {show_line(weight.theirs)}" if weight.theirs else ""
    text = f"{show_line(weight.name)}: {show_line(weight.level)}{ours}{theirs}"
    return Line(text=text, lead=f"{weight.value:+6.2f}  ", indent=_FACT_INDENT)


def _fact(lead: str, text: str) -> Line:
    return Line(text=text, lead=lead, indent=INDENT, lead_tone=Tone.STRONG)
