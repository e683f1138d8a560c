"""What a document is: somebody's own words, an interview, the findings of a body, or an article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import BlockKind, DocumentKind
from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.record.layout import Layout

FIRST_PERSON_SHARE: Final = 0.4
"""Share of a text, by characters, in paragraphs with "I" or "we" outside quotation marks, from which it is
its author's own words. Reports keep to a line or two ("We have asked the council"); in columns, blogs and
statements most paragraphs have one."""

_TURNS: Final = 4
_TURNS_EACH: Final = 2
"""An interview has at least two speakers with two turns each."""

_TURN_SHARE: Final = 0.5
"""Share of the paragraphs of an interview that open with whose turn it is."""

_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Mm](?:e|y|yself|ine)|[Ww]e|us|[Oo]ur(?:s|selves)?)\b")
_QUOTED: Final = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|‘(?:[^’]|’(?=\w))*(?:’(?!\w)|\Z)")
_TELLS: Final = re.compile(
    r"\b(?:s(?:aid|ays)|continue[sd]|add(?:s|ed)|writes?|wrote|written|state[sd]|told|tells|explain(?:s"
    r"|ed)|warn(?:s|ed)"
    r"|argue[sd]|conclude[sd]|read|reads|asked|replied|message|letter|statement|blog|e-?mail|post|speech"
    r"|tweet(?:ed)?"
    r"|he|she|they|his|her|their)\b",
    re.IGNORECASE,
)
_TURN: Final = re.compile(r"(Q|A|[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3})\s?:\s")
_REPORT: Final = re.compile(
    r"(?:(?:full |short )?inspection report(?:\W*\Z| for\b| on\b|:)|.{1,100}: inspection report\W*\Z"
    r"|(?:final |interim |joint )?report (?:of|by) (?:the|an|her|his) (?:\w+ ){0,4}(?:inspector\w*"
    r"|inquiry|review|commission\w*"
    r"|auditors?|ombudsman|coroner|regulator|panel|tribunal)\b|(?:serious case"
    r"|safeguarding practice) review\W*\Z"
    r"|(?:public interest|annual audit) report\b|(?:ombudsman(?:'s)? )(?:decision|report|findings)\W*\Z"
    r"|report of findings\b)",
    re.IGNORECASE,
)


def find_kind(layout: Layout) -> DocumentKind:
    """Say what a document is by its own looks; an article where nothing plain says otherwise."""
    paragraphs = [layout.lines[index].text for index in layout.indexes(BlockKind.PARAGRAPH)]
    questions = [layout.lines[index].text for index in layout.indexes(BlockKind.HEADING)]
    if _is_interview([*paragraphs, *questions]):
        return DocumentKind.TRANSCRIPT
    if any(_REPORT.match(fold(line.text[:200])) for line in layout.lines[: layout.body]):
        return DocumentKind.REPORT
    if first_person_share(paragraphs) >= FIRST_PERSON_SHARE:
        return DocumentKind.FIRST_PERSON
    return DocumentKind.ARTICLE


def first_person_share(paragraphs: Sequence[str]) -> float:
    """Share of a text, by characters, in paragraphs that speak in the first person of themselves, 0 to 1.

    Quotations do not count, nor paragraphs quoted without marks after a line such as "She went on:".
    """
    own = total = 0
    introduced = False
    for paragraph in paragraphs:
        speaks = is_first_person(paragraph)
        total += len(paragraph)
        introduced = introduced and speaks
        own += len(paragraph) if speaks and not introduced else 0
        introduced = introduced or (not speaks and paragraph.endswith(":") and bool(_TELLS.search(paragraph)))
    return own / total if total else 0.0


def is_first_person(paragraph: str) -> bool:
    """Whether a paragraph has "I" or "we" outside quotation marks.

    >>> is_first_person("We shall rebuild it."), is_first_person("“We shall,” she said.")
    (True, False)
    """
    return bool(_FIRST_PERSON.search(_QUOTED.sub(" ", paragraph)))


def _is_interview(paragraphs: Sequence[str]) -> bool:
    turns = Counter(match[1] for text in paragraphs if (match := _TURN.match(fold(text[:100]))))
    regular = [count for count in turns.values() if count >= _TURNS_EACH]
    enough = len(regular) > 1 and sum(regular) >= _TURNS
    return enough and sum(turns.values()) >= _TURN_SHARE * len(paragraphs)
