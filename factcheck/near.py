"""The name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR_ENOUGH: Final = 75.0
"""Likeness (0-100) from which a name is suggested: one letter wrong in four or two swapped in five still
pass ("txt", "qoute"), other short words do not ("note" is 67 alike to "quote")."""

_MOST: Final = 3
"""Names that are suggested at the most."""


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


def suggest_name(name: str, *, among: Iterable[str], otherwise: str = "") -> str:
    """Ask whether the nearest known name was meant, or else those that it is a part of; `otherwise` when none is.

    >>> suggest_name("chronicle", among=["The Dunmore Chronicle", "Harbour News"])
    'did you mean “The Dunmore Chronicle”?'
    """
    known = sorted(among)
    folded = name.casefold()
    near = nearest(name, among=known)
    parts = [near] if near else [one for one in known if folded in one.casefold()]
    return f"did you mean {' or '.join(f'“{one}”' for one in parts[:_MOST])}?" if parts and folded else otherwise
