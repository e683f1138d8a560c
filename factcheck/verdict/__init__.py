"""Evidence into findings and a verdict, by the rules of evidence."""

from factcheck.verdict.eligibility import Side, find_eligibility
from factcheck.verdict.origins import mark_origins
from factcheck.verdict.reach import reach_verdict

__all__ = ["Side", "find_eligibility", "mark_origins", "reach_verdict"]
