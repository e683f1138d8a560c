"""From where on the learned model is believed."""

from __future__ import annotations

from typing import Final

SUPPORTS_AT: Final = 0.9
"""The probability from which on a passage supports."""

REFUTES_AT: Final = 0.97
"""The probability from which on a passage refutes: a false contradiction is what a user cannot forgive."""

BAND: Final = 0.01
"""How near to a threshold a probability decides nothing: the last digits differ from one processor to another."""


def reaches(probability: float, threshold: float) -> bool:
    """Whether a probability lies above a threshold on whatever processor it was worked out.

    >>> reaches(0.92, 0.9), reaches(0.905, 0.9)
    (True, False)
    """
    return probability > threshold + BAND
