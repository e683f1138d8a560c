"""The way of the data: read documents, index passages, and for each claim search, link, judge, reach a verdict."""

from factcheck.pipeline.checker import Checker
from factcheck.pipeline.held import hold
from factcheck.pipeline.look import Look, look_at
from factcheck.pipeline.reads import count_jobs
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import check_all, verify

__all__ = ["Checker", "Look", "check_all", "count_jobs", "hold", "look_at", "refresh", "verify"]
