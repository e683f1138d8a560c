"""A verdict as lines: the claim, the answer, and the quotes of both sides, short enough for a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Said, VerdictLabel
from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import (
    CUT_SHORT,
    TONES,
    count_set_apart,
    describe_claim,
    describe_decision,
    describe_said,
    name_verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence, Verdict
    from factcheck.render.wording import Sources

INDENT = 4
"""How far a block's lines stand in from the line with its verdict."""

NOTHING = "nothing that counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Composes verdicts of one report; `most_quotes` a side, or all of them where that is None."""

    sources: Sources
    most_quotes: int | None

    def stack(self, verdict: Verdict) -> list[Line]:
        """Return a verdict as one block that ends in an empty line."""
        sides = (
            ("Supported by:", verdict.supporting, VerdictLabel.SUPPORTED),
            ("Contradicted by:", verdict.contradicting, VerdictLabel.CONTRADICTED),
        )
        lines = compose_head(verdict, self.sources)
        lines += [_label("Why: ", verdict.reason), *_remarks(verdict)]
        for heading, evidence, label in sides:
            if evidence:
                lines.append(_label(heading, ""))
                lines += self._quotes(evidence, label=label, indent=INDENT + 2)
            else:
                lines.append(_label(f"{heading} ", NOTHING))
        return [*lines, Line()]

    def row(self, verdict: Verdict) -> list[list[Line]]:
        """Return a verdict as the cells of a row: claim, verdict, what supports and what contradicts."""
        tone = TONES[verdict.label]
        answer = Line(text=name_verdict(verdict.label, self.sources.symbols), tone=tone)
        return [
            [
                Line(text=show_line(verdict.claim.text)),
                Line(text=describe_claim(verdict.claim, self.sources.symbols), tone=Tone.QUIET),
            ],
            [answer, Line(text=show_line(verdict.reason)), *(_in_cell(line) for line in _remarks(verdict))],
            self._quotes(verdict.supporting, label=VerdictLabel.SUPPORTED),
            self._quotes(verdict.contradicting, label=VerdictLabel.CONTRADICTED),
        ]

    def _quotes(self, side: Sequence[Evidence], *, label: VerdictLabel, indent: int = 0) -> list[Line]:
        if not side:
            return [Line(text=NOTHING, indent=indent, tone=Tone.QUIET)]
        shown = side[: self.most_quotes]
        lines = [
            line
            for evidence in shown
            for line in compose_quote(evidence, sources=self.sources, label=label, indent=indent)
        ]
        if len(shown) < len(side):
            more = f"+{len(side) - len(shown)} more (see --format json)"
            lines.append(Line(text=more, indent=indent, tone=Tone.STRONG))
        return lines


def compose_head(verdict: Verdict, sources: Sources) -> list[Line]:
    """Return the answer with the claim, and who made the claim when."""
    lead = f"{name_verdict(verdict.label, sources.symbols)}  "
    claim = Line(text=show_line(verdict.claim.text), lead=lead, tone=Tone.STRONG, lead_tone=TONES[verdict.label])
    return [claim, Line(text=describe_claim(verdict.claim, sources.symbols), indent=INDENT, tone=Tone.QUIET)]


def compose_quote(evidence: Evidence, *, sources: Sources, label: VerdictLabel | None, indent: int) -> list[Line]:
    """Return a quote in full and, beneath it, its source; `label` is the answer it speaks for."""
    lead = f"{sources.symbols.verdicts[label]} " if label else f"{sources.symbols.dot} "
    tone = TONES[label] if label else Tone.PLAIN
    quote = Line(text=sources.symbols.quote(show_line(evidence.quote)), lead=lead, indent=indent, lead_tone=tone)
    speaker = f"; said by {show_line(evidence.speaker)}" if evidence.speaker else ""
    return [
        quote,
        Line(
            text=f"{sources.cite(evidence)}{speaker}",
            lead=f"{sources.symbols.dash} ",
            indent=indent + len(lead),
            tone=Tone.QUIET,
        ),
    ]


def _remarks(verdict: Verdict) -> list[Line]:
    """Return what a reader should know before relying on the verdict."""
    lines = [_label("Decision: ", describe_decision(verdict.decided))] if verdict.decided else []
    if verdict.said.said in {Said.ALTERED, Said.NOT_FOUND}:
        lines.append(_label("The claim: ", describe_said(verdict.said, verdict.claim)))
    if apart := count_set_apart(verdict):
        lines.append(_label("Not counted: ", apart))
    if verdict.candidates_cut:
        lines.append(_label("Note: ", CUT_SHORT))
    return lines


def _label(lead: str, text: str) -> Line:
    return Line(text=show_line(text), lead=lead, indent=INDENT, lead_tone=Tone.STRONG)


def _in_cell(line: Line) -> Line:
    return Line(text=f"{line.lead}{line.text}")
