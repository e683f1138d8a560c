"""Why a verdict is what it is, in sentences that every format may use. What a document says is made harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import GATES, Eligibility, FlipKind, Stance
from factcheck.render.harmless import show_line
from factcheck.render.wording import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Counted, Evidence, Flip, PartRead, Weighing

_NOTHING: Final = "nothing"


def tell_reading(part: PartRead) -> list[str]:
    """Return how a part of a claim was read: what its words stand for, when, what is in it, and with what force."""
    found = {"figures": part.quantities, "grades": part.grades, "names": part.names}
    lines = [f"read so: {'; '.join(part.resolved)}"] if part.resolved else []
    if part.about:
        lines.append(f"speaks of {part.about.edtf}, {part.about_from or 'as it says'}")
    else:
        lines.append("speaks of no time of its own")
    lines += [f"{name}: {', '.join(written)}" for name, written in found.items() if written]
    cue = f", by “{part.cue}”" if part.cue else ""
    lines.append(f"put as {part.force.value}{cue}{f'; it is {part.note}' if part.note else ''}")
    return [show_line(line) for line in lines]


def tell_weighing(weighing: Weighing) -> list[str]:
    """Return what each side of a part comes to, origin by origin, and what it had to reach."""
    pro, con = weighing.pro, weighing.con
    needs = f"a quote counts from {weighing.enough:+.2f} on"
    wins = f"one side wins where it is {weighing.outweighs:g} times as heavy as the other"
    here = f"; here the heavier is {max(pro, con) / min(pro, con):.2f} times as heavy" if pro and con else ""
    return [
        f"for it: {_add_up(weighing.supporting, pro)}",
        f"against it: {_add_up(weighing.contradicting, con)}",
        f"{needs}, the best of each origin once; {wins}{here}",
    ]


def tell_gate(evidence: Evidence) -> str:
    """Return which gate stopped a passage, what it says of it, what it asked for and what it met; "" where none did.

    A gate that is not known is named as it is.
    """
    said = GATES.get(evidence.gate)
    if said is None:
        return show_line(evidence.gate)
    asked = f"; needed: {evidence.needed}; there: {evidence.there or _NOTHING}" if evidence.needed else ""
    return show_line(f"{evidence.gate}: it {said}{asked}")


def tell_aside(evidence: Evidence, weighing: Weighing | None) -> str:
    """Return why a quote that takes a side, and that no gate stopped, was not counted; "" where its voice tells it."""
    apart = evidence.eligibility is not Eligibility.INDEPENDENT or evidence.stance is Stance.NEUTRAL
    if apart or evidence.gate or weighing is None:
        return ""
    if evidence.score < weighing.enough:
        return f"too weak: {evidence.score:+.2f}, where a quote counts from {weighing.enough:+.2f} on"
    return "speaks of some time, where the claim names none and the record is not of one mind about it"


def tell_flip(flip: Flip) -> str:
    """Return a change that would make a verdict another one, and which."""
    then = f"{word(flip.verdict)}, "
    if flip.kind is FlipKind.THRESHOLD:
        return show_line(then + _THRESHOLDS[flip.without[0]].format(now=flip.now, then=flip.then))
    noun = {FlipKind.QUOTES: "quote", FlipKind.ORIGINS: "origin"}[flip.kind]
    if len(flip.without) == 1:
        return show_line(f"{then}without one {noun}: {flip.without[0]} (fragile)")
    return show_line(f"{then}without these {len(flip.without):,} {noun}s: {', '.join(flip.without)}")


_THRESHOLDS: Final = {
    "enough": "if a quote counted from {then:+.7g} on, and not from {now:+.7g}",
    "outweighs": "if one side had to be {then:.7g} times as heavy as the other, and not {now:g}",
}
"""What each threshold asks for, as it is and as it would have to be."""


def _add_up(side: Sequence[Counted], total: float) -> str:
    if not side:
        return f"{_NOTHING} that counts"
    parts = ", ".join(f"{one.score:+.2f} by {one.quote}" for one in side)
    return show_line(f"{total:+.2f}, from {parts}" if len(side) > 1 else parts)
