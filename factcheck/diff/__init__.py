"""Two reports held against each other: which verdicts changed, and which documents did it."""

from factcheck.diff.compare import compare_reports

__all__ = ["compare_reports"]
