"""Evidence into findings and a verdict, by the rules of evidence."""

from factcheck.verdict.consistency import Pair, gather_inconsistencies
from factcheck.verdict.eligibility import Side, find_eligibility
from factcheck.verdict.origins import mark_origins
from factcheck.verdict.reach import reach_verdict
from factcheck.verdict.shared import Texts

__all__ = [
    "Pair",
    "Side",
    "Texts",
    "find_eligibility",
    "gather_inconsistencies",
    "mark_origins",
    "reach_verdict",
]
