"""The way of the data: read documents, index passages, and for each claim search, link, judge, reach a verdict."""

from factcheck.pipeline.checker import Checker
from factcheck.pipeline.verify import verify

__all__ = ["Checker", "verify"]
