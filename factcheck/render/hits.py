"""Passages that a search found, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import count, date_or, name_place
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Hit, Nearness, Passage
    from factcheck.report.json_text import Json

HITS_SCHEMA: Final = "factcheck.hits/1"
_DECIMALS: Final = 3


def list_hits(hits: Sequence[Hit], *, looked_at: int, there: int) -> list[Line]:
    """Return each passage in full, under where it stands, when that came out and who says it.

    The last line tells how many of the passages that are there were looked at.
    """
    lines: list[Line] = []
    for hit in hits:
        passage = hit.passage
        told = [show_line(passage.document), *_place(passage), date_or(passage.published, "undated")]
        speaker = passage.attribution.speaker
        told += [f"said by {show_line(speaker)}"] if speaker else []
        lines += [Line(text=", ".join(told), tone=Tone.STRONG), Line(text=show_line(passage.text), indent=4), Line()]
    ending = f"{count(len(hits), 'passage')} shown; looked at {looked_at:,} of {there:,}"
    return [*lines, Line(text=ending, tone=Tone.QUIET)]


def render_hits(hits: Sequence[Hit], *, looked_at: int, there: int) -> str:
    """Return the same as JSON: `start` and `end` are code points into the document's text.

    Where hits were compared by meaning, `nearness` tells the parts of the sum that they are ordered by.
    """
    rows: list[Json] = [
        {
            "document": hit.passage.document,
            "quote": hit.passage.text,
            "start": hit.passage.span.start,
            "end": hit.passage.span.end,
            "page": hit.passage.mark.page if hit.passage.mark else None,
            "time": hit.passage.mark.time if hit.passage.mark else "",
            "row": hit.passage.mark.row if hit.passage.mark else None,
            "published": hit.passage.published.edtf if hit.passage.published else None,
            "speaker": hit.passage.attribution.speaker,
            "attribution": hit.passage.attribution.reason,
            "copies": hit.copies,
            "score": round(hit.score, _DECIMALS),
            **({"nearness": _write_nearness(hit.nearness)} if hit.nearness else {}),
        }
        for hit in hits
    ]
    return write_json({"schema": HITS_SCHEMA, "hits": rows, "looked_at": looked_at, "passages": there})


def _write_nearness(nearness: Nearness) -> Json:
    return {
        "words": nearness.words,
        "meaning": nearness.meaning,
        "heading": nearness.heading,
        "sum": round(nearness.total, _DECIMALS),
    }


def _place(passage: Passage) -> list[str]:
    return [name_place(passage.mark)] if passage.mark else []
