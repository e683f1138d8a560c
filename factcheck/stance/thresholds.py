"""From where on the learned model is believed."""

from __future__ import annotations

from typing import Final

SUPPORTS_AT: Final = 0.9
"""The probability from which on a passage supports. Higher than anything that was measured asks for, until there is a
model that ships: `tests/benchmarks/test_thresholds.py` has the table that it is to be set by."""

REFUTES_AT: Final = 0.97
"""The probability from which on a passage refutes, set high for the same reason: a false contradiction is what a user
cannot forgive. With fifty silent passages, at most one claim in a hundred may be called contradicted."""

BAND: Final = 0.01
"""How near to a threshold a probability decides nothing: the last digits differ from one processor to another."""


def reaches(probability: float, threshold: float) -> bool:
    """Whether a probability lies above a threshold on whatever processor it was worked out.

    >>> reaches(0.92, 0.9), reaches(0.905, 0.9)
    (True, False)
    """
    return probability > threshold + BAND
