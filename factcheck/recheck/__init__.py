"""A report held against its documents again: every hash, every quote, every verdict."""

from factcheck.recheck.run import recheck

__all__ = ["recheck"]
