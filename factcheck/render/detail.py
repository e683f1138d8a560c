"""The view of somebody who asks why: every quote with its weights, every gate that stopped one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Decided, VerdictLabel
from factcheck.render.blocks import INDENT, NOTHING, compose_head, compose_quote
from factcheck.render.consistency import list_inconsistencies
from factcheck.render.harmless import show_line
from factcheck.render.lines import UNLIMITED, Line, Tone, lay_out
from factcheck.render.reasons import tell_aside, tell_flip, tell_gate, tell_reading, tell_weighing
from factcheck.render.summary import summarise
from factcheck.render.waterfall import draw_waterfall
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

    from factcheck.model import Claim, Evidence, Report, Verdict, Weighing
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
        lines = [line for verdict in report.verdicts for line in explain(verdict, sources, width=width)]
        lines += list_inconsistencies(report.self_consistency, self.look.symbols)
        lines += summarise(report, self.look.symbols, width=width)
        return lay_out(lines, width=width, colour=self.look.colour)


def explain(verdict: Verdict, sources: Sources, *, width: int = UNLIMITED) -> list[Line]:
    """Return a verdict with its parts, what it hangs on, and all its evidence with why each piece counted or not."""
    said = describe_said(verdict.said, verdict.claim)
    lines = [
        *compose_head(verdict, sources),
        _fact("Said: ", said),
        _fact("Why: ", show_line(verdict.reason)),
    ]
    lines.append(_fact("Rule: ", _name_rule(verdict)))
    lines += _list_decisions(verdict)
    lines += _list_parts(verdict, sources)
    lines += _list_flips(verdict)
    groups = (
        ("Supported by", verdict.supporting, VerdictLabel.SUPPORTED),
        ("Contradicted by", verdict.contradicting, VerdictLabel.CONTRADICTED),
        ("Own words and echoes, set apart", verdict.own_words, None),
        ("Considered, did not count", verdict.context, None),
    )
    for heading, evidence, label in groups:
        lines.append(_fact(f"{heading}: ", count_origins(evidence) if evidence else NOTHING if label else "nothing"))
        for one in evidence:
            lines += compose_quote(one, sources=sources, label=label, indent=_QUOTE_INDENT)
            lines += _explain_evidence(one)
            lines += _say_why_not(one, None if label else _find_weighing(one, verdict))
            lines += draw_waterfall(one, sources.symbols, indent=_FACT_INDENT, width=width)
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
        told = [*tell_reading(part.part), *(tell_weighing(part.weighing) if part.weighing else ())]
        lines += [Line(text=one, indent=_FACT_INDENT) for one in told]
    return lines


def _list_flips(verdict: Verdict) -> list[Line]:
    if not verdict.flips:
        return [_fact("It would be another verdict: ", "by no quote or origin less, and at no other threshold")]
    flips = [Line(text=tell_flip(flip), lead="- ", indent=_QUOTE_INDENT) for flip in verdict.flips]
    return [_fact("It would be another verdict:", ""), *flips]


def _explain_evidence(evidence: Evidence) -> list[Line]:
    """Return where the quote stands, who asserts it, and what it says of the claim."""
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
    return [Line(text=fact, indent=_FACT_INDENT) for fact in facts]


def _say_why_not(evidence: Evidence, weighing: Weighing | None) -> list[Line]:
    """Return what kept a quote from counting; `weighing` is that of its part where it was left aside."""
    told = (("stopped by ", tell_gate(evidence)), ("not counted: ", tell_aside(evidence, weighing)))
    return [Line(text=text, lead=lead, indent=_FACT_INDENT, lead_tone=Tone.MIXED) for lead, text in told if text]


def _find_weighing(evidence: Evidence, verdict: Verdict) -> Weighing | None:
    return verdict.parts[evidence.part].weighing if evidence.part < len(verdict.parts) else None


def _fact(lead: str, text: str) -> Line:
    return Line(text=text, lead=lead, indent=INDENT, lead_tone=Tone.STRONG)
