"""Comparing by meaning, where the files and the libraries of the encoder are there."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from factcheck.index.meaning import MOST, Meaning
from factcheck.learned import Missing, find_artefact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.index.opened import Opened
    from factcheck.protocols import Encoder

ASIDE: Final = "directions"
"""The name under which the directions of texts are set aside."""


@contextmanager
def open_meaning(store: Opened, *, asked: bool = True) -> Iterator[Meaning | None]:
    """Offer what orders hits by their meaning while a `with` lasts, None where there is no encoder or nobody asks."""
    encoder = open_encoder() if asked else None
    if encoder is None:
        yield None
        return
    with closing(store.open_aside(ASIDE, most=MOST)) as aside:
        yield Meaning(encoder, aside)


@cache
def open_encoder() -> Encoder | None:
    """Return the encoder that is there, the same one all through a process; its files are opened at its first text."""
    found = find_artefact()
    if isinstance(found, Missing):
        return None
    try:
        from factcheck.learned.directions import DirectionEncoder  # noqa: PLC0415 - slow, and need not be there
    except ImportError:
        return None
    return DirectionEncoder(found)
