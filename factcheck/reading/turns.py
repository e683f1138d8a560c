"""Turns of an interview: who asks, who answers, and whether a text is one at all."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.reading.quotes import find_quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.name_book import NameBook

QUESTIONS: Final = 3
"""Paragraphs that are a bare question, from which on a text is an interview; a rhetorical one or two are style."""

QUESTIONS_SHARE: Final = 0.15
"""Share of its paragraphs that are, beside; a long text asks a question or two more without being an interview."""

ASKERS: Final = frozenset("Q QUESTION INTERVIEWER REPORTER HOST MODERATOR PRESENTER".split())
"""Labels, in capitals, of whoever asks."""

TURN: Final = re.compile(
    r"(?P<name>Q|A|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?: \([^)\n]{1,60}\))?\s*(?::|(?<=\b[QA])\.)\s+(?=\S)"
)
"""The label of a turn: "Q:", "Ann Lee:", "TOM HART (chair):"."""


_INITIALS: Final = re.compile(r"[A-Z]\.? ?[A-Z]\.?|[B-DF-HJ-NP-TV-XZ]{3}|(?:[A-Z]\. ?){3}")
"""Labels that are initials: two letters, or three that no name is made of ("LEE" is one)."""


def name_label(label: str, book: NameBook) -> str | None:
    """Return whom a label names, in full where the text tells; None for initials that fit nobody, or several."""
    full = book.resolve(label.title() if label.isupper() else label)
    letters = "".join(filter(str.isalpha, label))
    if label.lower() in book.full or not label.isupper() or " " in full:
        return full.title() if full.isupper() and " " in full else full
    fitting = {name for name in book.kinds if "".join(word[0] for word in name.split()).upper() == letters}
    if len(fitting) == 1:
        return min(fitting)
    return None if _INITIALS.fullmatch(label) else full


def is_interview(paragraphs: Sequence[str]) -> bool:
    """Whether enough paragraphs of a text are bare questions."""
    questions = sum(is_question(paragraph) for paragraph in paragraphs)
    return questions >= max(QUESTIONS, len(paragraphs) * QUESTIONS_SHARE)


def is_question(text: str) -> bool:
    """Whether a paragraph is a question, and not a quoted one."""
    return text.rstrip().endswith("?") and not find_quoted(text)


def recurring_labels(paragraphs: Sequence[str]) -> frozenset[str]:
    """Return the labels that begin more than one paragraph: turns recur, captions and headings with a colon do not."""
    counts = Counter(label["name"] for paragraph in paragraphs if (label := TURN.match(paragraph)))
    return frozenset(name for name, count in counts.items() if count > 1)
