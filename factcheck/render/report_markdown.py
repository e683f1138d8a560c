"""The report as Markdown: a table of verdicts, then each claim with its quotes and their sources.

Words of documents are text there whatever they hold: what CommonMark, GitHub or a page of HTML would take for markup
is escaped, and all of it stands behind a sign or a word of the report's own, so that no line begins with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.render.addresses import find_address
from factcheck.render.harmless import show_line
from factcheck.render.look import TYPOGRAPHIC
from factcheck.render.summary import summarise
from factcheck.render.wording import (
    CUT_SHORT,
    Sources,
    count_origins,
    count_set_apart,
    describe_claim,
    describe_decision,
    describe_said,
    describe_voice,
    name_place,
    name_verdict,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Evidence, Report, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Look

_HEADINGS: Final = ("Claim", "Verdict", "Decision", "Supported by", "Contradicted by")

_MARKUP: Final = re.compile(r"[\\`*_\[\]|~$]|:(?=\S)|(?<=[wW]{3})\.")
"""What marks something up in the midst of a line, and what makes an address of bare words."""

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;"})


def make_markdown(look: Look) -> Renderer:
    """Return the renderer of Markdown, which is written with all its signs whatever the page."""
    del look
    return render_markdown


def render_markdown(report: Report, *, width: int) -> str:
    """Return a report as Markdown, whatever the width."""
    del width
    sources = Sources.of(report, TYPOGRAPHIC)
    lines = ["# Claims held against the record", "", *_draw_table(report.verdicts), ""]
    for verdict in report.verdicts:
        lines += _tell(verdict, sources)
    lines += ["## What was looked at", ""]
    for line in summarise(report, TYPOGRAPHIC):
        lines.append(f"{'  ' if line.indent else ''}- {escape(line.lead.removeprefix('- ') + line.text)}")
    return "".join(f"{line}\n" for line in lines)


def escape(text: str) -> str:
    r"""Return one line in which nothing is markup.

    >>> escape("*a* | <b> [c](http://d.example)")
    '\\*a\\* \\| &lt;b&gt; \\[c\\](http\\://d.example)'
    """
    return _MARKUP.sub(r"\\\g<0>", show_line(text)).translate(_ENTITIES)


def _draw_table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield _draw_row(_HEADINGS)
    yield _draw_row(["---"] * len(_HEADINGS))
    for verdict in verdicts:
        decided = verdict.decided
        yield _draw_row(
            (
                f"“{escape(verdict.claim.text)}” ({escape(verdict.claim.id)})",
                escape(name_verdict(verdict.label, TYPOGRAPHIC)),
                f"{word(decided.standing.decision)}, {decided.tie.value}" if decided else "none",
                count_origins(verdict.supporting) if verdict.supporting else "nothing",
                count_origins(verdict.contradicting) if verdict.contradicting else "nothing",
            )
        )


def _draw_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tell(verdict: Verdict, sources: Sources) -> Iterator[str]:
    """Yield the lines on a verdict: what was claimed, the answer, what people decided, and all quotes."""
    yield f"## {name_verdict(verdict.label, TYPOGRAPHIC)}: “{escape(verdict.claim.text)}”"
    yield ""
    yield f"- **Claim:** {escape(describe_claim(verdict.claim, TYPOGRAPHIC))}"
    yield f"- **Said:** {escape(describe_said(verdict.said, verdict.claim))}"
    yield f"- **Why:** {escape(verdict.reason)}"
    yield f"- **Rule:** {escape(verdict.rule)}, margin {verdict.margin:+.2f}{'; fragile' if verdict.fragile else ''}"
    if verdict.decided:
        yield f"- **Decision:** {escape(describe_decision(verdict.decided))}"
    if apart := count_set_apart(verdict):
        yield f"- **Not counted:** {apart}"
    if verdict.candidates_cut:
        yield f"- **Note:** {CUT_SHORT}"
    yield ""
    groups = (
        ("Supported by", verdict.supporting),
        ("Contradicted by", verdict.contradicting),
        ("Own words and echoes, set apart", verdict.own_words),
        ("Considered, did not count", verdict.context),
    )
    for heading, side in groups:
        if side:
            yield from (f"**{heading}:** {count_origins(side)}", "")
            for one in side:
                yield from _quote(one, sources)


def _quote(evidence: Evidence, sources: Sources) -> Iterator[str]:
    """Yield a quote as a block, and beneath it where it stands, who asserts it and what stopped it."""
    address = find_address(sources.documents.get(evidence.document))
    link = f"; <{address}>" if address else ""
    place = "".join(f", {part}" for part in (name_place(evidence),) if part)
    where = f"{evidence.document}{place}, characters {evidence.span.start}-{evidence.span.end}"
    told = [f"— {escape(sources.cite(evidence))}; {escape(describe_voice(evidence))}", f"{escape(where)}{link}"]
    if evidence.note:
        told.append(f"note: {escape(evidence.note)}")
    if evidence.gate:
        told.append(f"stopped by {escape(evidence.gate)}")
    yield from (f"> “{escape(evidence.quote)}”", ">")
    yield from (f"> {line}\\" for line in told[:-1])
    yield from (f"> {told[-1]}", "")
