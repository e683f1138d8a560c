"""Claims of two parts, and passages that tell of both or of one: part of a claim borne out is not the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.training.examples import Example, Label

if TYPE_CHECKING:
    from random import Random

WHOLE: Final = 0.5
"""Share of the joined pairs whose passage tells of both parts."""

_JOINTS: Final = (", and ", " and ", ", while ", "; ")


def join(one: Example, other: Example, draw: Random) -> Example:
    """Return a pair of both claims, with the passages of both or of the first: one refuted part refutes the whole.

    Where the first passage has the second within it, it tells of both.
    """
    claim = one.claim.rstrip(".") + draw.choice(_JOINTS) + other.claim
    passage, labels = one.passage, {one.label, Label.NEUTRAL}
    if other.passage in one.passage:
        labels = {one.label, other.label}
    elif draw.random() < WHOLE:
        passage, labels = f"{one.passage} {other.passage}", {one.label, other.label}
    label = next(label for label in (Label.REFUTES, Label.NEUTRAL, Label.SUPPORTS) if label in labels)
    return Example(source=f"{one.source}/joined", passage=passage, claim=claim, label=label)
