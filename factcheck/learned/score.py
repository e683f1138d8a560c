"""What the learned judge says of one pair."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScore:
    """Calibrated probabilities, to six digits, that a passage supports, refutes or does neither."""

    supports: float
    refutes: float
    neutral: float
