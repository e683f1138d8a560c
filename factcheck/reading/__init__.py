"""Text into what it says: passages with who asserts them, and sentences with everything found in them."""

from factcheck.reading.claim import Background, read_claim
from factcheck.reading.document import read_document
from factcheck.reading.notices import find_notices
from factcheck.reading.offices import find_offices
from factcheck.reading.sentence import read_passage

__all__ = ["Background", "find_notices", "find_offices", "read_claim", "read_document", "read_passage"]
