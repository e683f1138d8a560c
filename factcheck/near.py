"""The name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR_ENOUGH: Final = 75.0
"""Likeness (0-100) from which a name is suggested: one letter wrong in four or two swapped in five still
pass ("txt", "qoute"), other short words do not ("note" is 67 alike to "quote")."""


def nearest(name: str, *, among: Iterable[str]) -> str | None:
    """Return the known name most like `name`, of equals the first by spelling; None when none is near.

    >>> nearest("sorce", among=["speaker", "source"])
    'source'
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - a name that is known never needs it

    found = process.extractOne(
        name,
        sorted(among),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=NEAR_ENOUGH,
    )
    return found[0] if found else None


def suggest(name: str, *, among: Iterable[str], otherwise: str = "") -> str:
    """Ask whether the nearest known name was meant; `otherwise` when none is near.

    >>> suggest("sorce", among=["speaker", "source"])
    'did you mean “source”?'
    """
    near = nearest(name, among=among)
    return f"did you mean “{near}”?" if near else otherwise
