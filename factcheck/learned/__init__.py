"""The learned judge and the encoder that ship with the package: where they lie, and how they are run.

What is named here needs none of their libraries; `pairs` and `vectors` import them, and are for when there is an
`Artefact`.
"""

from factcheck.learned.artefact import LIBRARIES, PACKAGED, Artefact, Missing, find_artefact
from factcheck.learned.score import PairScore

__all__ = ["LIBRARIES", "PACKAGED", "Artefact", "Missing", "PairScore", "find_artefact"]
