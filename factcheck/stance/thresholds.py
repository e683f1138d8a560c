"""From where on the learned model is believed.

Set by `tests/benchmarks/THRESHOLDS.md`, on claims and sentences that the model did not learn from, behind the gates
of a run, and held against labelled claims of public life, on which it is surer of itself than it should be. Topic,
subject, period, shared words and cosine beside the model's own log-odds told no better which of its answers are right
(area under the curve 0.84 for 0.82, of 136 pairs), so that its probability decides alone.
"""

from __future__ import annotations

from typing import Final

SUPPORTS_AT: Final = 0.8
"""The probability from which on a passage supports: 6 of 6 pairs that people labelled were told rightly, and 2 of 4
of a set whose wrong claims are machine-made, a word away from the right ones. Of 1,000 claims 3 were told to be borne
out by one of the fifty sentences nearest to them. At 0.75 it was 27 of 29, 8 of 16 and 18, and a labelled claim was
wrong."""

REFUTES_AT: Final = 0.8
"""The probability from which on a passage refutes: 4 of 4 pairs were told rightly, and at 0.7, 6 of 7. Of 1,000
claims none was told to be refuted by one of fifty silent sentences, and at 0.7, 4; ten is the most to be borne."""

BAND: Final = 0.01
"""How near to a threshold a probability decides nothing. Where it was tried (one to four threads; AVX-512, AVX2,
SSE4.2 and ARM) no bit of a score differed; it is for what was not."""


def reaches(probability: float, threshold: float) -> bool:
    """Whether a probability lies above a threshold on whatever processor it was worked out.

    >>> reaches(0.92, 0.9), reaches(0.905, 0.9)
    (True, False)
    """
    return probability > threshold + BAND
