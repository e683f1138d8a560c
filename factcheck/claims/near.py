"""The name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

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
    found = process.extractOne(
        name,
        sorted(among),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=NEAR_ENOUGH,
    )
    return found[0] if found else None
