"""Check a speaker's claims against the record: verdicts with verbatim quotes, offline and repeatable."""

__version__ = "0.1.0"
