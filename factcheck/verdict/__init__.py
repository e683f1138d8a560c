"""Evidence into findings and a verdict, by the rules of evidence."""

from factcheck.verdict.eligibility import Side, find_eligibility
from factcheck.verdict.origins import mark_origins
from factcheck.verdict.reach import reach_verdict
from factcheck.verdict.shared import Texts

__all__ = ["Side", "Texts", "find_eligibility", "mark_origins", "reach_verdict"]
