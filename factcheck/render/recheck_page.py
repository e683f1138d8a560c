"""What a recheck found, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.render.harmless import show_line
from factcheck.render.lines import Line, Tone
from factcheck.render.wording import count
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model.recheck import Discrepancy, Rechecked
    from factcheck.report.json_text import Json

RECHECK_SCHEMA: Final = "factcheck.recheck/1"

_INDENT: Final = 4


def list_recheck(rechecked: Rechecked) -> list[Line]:
    """Return what differs, each with its place, what stands there and what was found; then what was looked at."""
    lines = [line for one in rechecked.discrepancies for line in _list_discrepancy(one)]
    if lines:
        lines.append(Line())
    looked = ", ".join(
        (
            count(rechecked.documents, "document"),
            count(rechecked.quotes, "quote"),
            count(rechecked.verdicts, "verdict"),
        )
    )
    if rechecked.holds:
        lines.append(Line(text=f"It all holds: {looked}.", tone=Tone.GOOD))
    else:
        told = count(len(rechecked.discrepancies), "thing differs", "things differ")
        lines.append(Line(text=f"{told}. Looked at: {looked}.", tone=Tone.BAD))
    lines += [Line(text=show_line(note), lead="- ", indent=2) for note in rechecked.notes]
    identity = f"report {rechecked.report_id} by factcheck {rechecked.version}, digest {rechecked.digest or 'none'}"
    return [*lines, Line(text=show_line(identity), tone=Tone.QUIET)]


def render_recheck(rechecked: Rechecked) -> str:
    """Return the same as JSON."""
    return write_json(
        {
            "schema": RECHECK_SCHEMA,
            "tool": {"name": "factcheck", "version": __version__},
            "report": {
                "report_id": rechecked.report_id,
                "digest": rechecked.digest,
                "version": rechecked.version,
            },
            "holds": rechecked.holds,
            "documents": rechecked.documents,
            "quotes": rechecked.quotes,
            "verdicts": rechecked.verdicts,
            "discrepancies": [_row(one) for one in rechecked.discrepancies],
            "notes": list(rechecked.notes),
        }
    )


def _list_discrepancy(one: Discrepancy) -> Iterator[Line]:
    where = "  ".join(show_line(part) for part in (one.claim, one.document, one.field) if part)
    yield Line(text=show_line(one.told), lead=f"{where}: " if where else "", lead_tone=Tone.STRONG)
    if one.stands is not None:
        yield Line(text=show_line(one.stands), lead="in the report: ", indent=_INDENT)
    if one.found is not None:
        yield Line(text=show_line(one.found), lead="found:         ", indent=_INDENT)
    if one.rests:
        yield Line(text=", ".join(map(show_line, one.rests)), lead="rests on it:   ", indent=_INDENT)


def _row(one: Discrepancy) -> dict[str, Json]:
    return {
        "told": one.told,
        "field": one.field,
        "claim": one.claim or None,
        "document": one.document or None,
        "stands": one.stands,
        "found": one.found,
        "rests_on_it": list(one.rests),
    }
