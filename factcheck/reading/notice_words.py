"""How English says that something was wrong and what is right: the forms of the corrections that newspapers print.

All patterns are tried on folded text.
"""

from __future__ import annotations

import re
from typing import Final

_ARTICLE: Final = (
    r"(?:article|story|report|piece|page|post|column|feature|interview|review|editorial|obituary|profile|item|headline"
    r"|caption|graphic|chart|table|newsletter|blog|edition|statement)"
)
_PRESS: Final = r"(?:article|story|column|feature|editorial|headline|caption|obituary|profile|piece|newsletter|blog)"
"""What only somebody who brings out news has: "the report" may be anybody's."""

_WRONGLY: Final = r"(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|falsely)"
_EARLY: Final = r"(?:originally|previously|initially|earlier|first)"
_SAID: Final = r"(?:said|stated|reported|claimed|suggested|wrote|implied|asserted|indicated|noted)"
_MISSTATED: Final = (
    r"(?:misstated|misreported|misidentified|misnamed|misspelled|misspelt|misquoted"
    r"|gave (?:the|an?) (?:wrong|incorrect|inaccurate))"
)
_AMENDED: Final = r"(?:amended|corrected|updated)"
_AMOUNT: Final = r"(?:[^,;.]|[.,](?=\d))"
"""A sign of a few words without a stop: a point or a comma may stand in a figure."""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


HINTS: Final = (
    *("correct", "clarif", "amend", "errat", "retract", "apolog", "version of", "edition of", "asked us to"),
    *("updated", "wrong", "mistaken", "erroneous", "inaccura", "falsely"),
    *("originally", "previously", "initially", "we earlier", "we first"),
    *("misstat", "misreport", "misidentif", "misnam", "misspel", "misquot"),
)
"""What every paragraph that begins a correction has one of, in small letters: soon looked for, and mostly missing."""

LABEL: Final = _compile(
    r"\W*(?P<label>corrections? and clarifications?|corrections?|clarifications?|errat(?:um|a)|retraction|apology)"
    r"(?:\s+appended)?(?:\s*\([^)\n]{1,40}\)|,?\s+\d{1,2} \w+ \d{4}|,?\s+\w+ \d{1,2}, \d{4})?"
    r"(?:\s*[:-]\s*|\s*\Z)"
)
"""How a correction is headed, at the beginning of its paragraph or in one of its own."""

_ADVERB: Final = rf"(?:\s+(?:(?:had|has|have|also)\s+)?(?P<how>{_EARLY}|{_WRONGLY}))?(?:\s+(?:had|{_WRONGLY}))?"
_VERSION: Final = (
    r"(?:an?|the|our)\s+(?:earlier|previous|prior|original|initial|first)\s+(?:version|edition)"
    rf"(?:\s+of\s+(?P<of>this|our|the)\s+(?:\w+\s+){{0,2}}?{_ARTICLE})?"
)
_NAMED: Final = (
    rf"(?:(?:an?|the|\w+day's)\s+(?:\w+\s+){{0,2}}?{_PRESS}|(?:our|this)\s+(?:\w+\s+){{0,2}}?{_ARTICLE})"
    r"(?:\s*\([^)]{0,160}\))?"
    r"(?:,?\s+(?:published|printed|headlined|entitled|titled|under|on|in|of|about|from|dated)\b[^;]{0,200}?)?,?"
)
_TELLER: Final = rf"(?P<teller>(?P<version>{_VERSION})|(?P<we>\bwe)|(?P<named>{_NAMED}))"

TELLS_WRONG: Final = _compile(
    rf"\b{_TELLER}{_ADVERB}\s+{_SAID}(?:,?\s+(?P<after>{_WRONGLY})\b,?)?(?:\s+that\b)?:?\s+(?P<wrong>.+)"
)
"""Who said what was wrong, and what that was: "an earlier version of this article said that …"."""

MISSTATES: Final = _compile(
    rf"\b{_TELLER}{_ADVERB}\s+{_MISSTATED}\s+(?P<shared>.+?)(?:\s+as\s+(?P<wrong>{_AMOUNT}{{1,80}}))?[.]?\Z"
)
"""What was given wrongly, with or without what was given: "misstated the cost of the bridge as £12m"."""

WAS_GIVEN: Final = _compile(
    rf"(?P<shared>.+?)\s+(?:was|were|is|had been|has been)\s+{_WRONGLY}\s+"
    r"(?:given|reported|described|stated|named|identified|listed|put)\s+(?:as|at|to be)\s+"
    rf"(?P<wrong>{_AMOUNT}{{1,80}})[.]?\Z"
)

IN_FACT: Final = _compile(
    r"(?:\s*[,;:]\s*(?:(?:and|but|when|whereas|while)\s+)?|\s+-\s+(?:(?:and|but|when)\s+)?|\s+(?:when|whereas|but)\s+)"
    r"(?:in fact|in reality|in truth|actually)\b,?\s+"
    r"|\s*;\s*(?=(?:it|he|she|they|this|the\s+\w+)\s+(?:in fact|actually)\s)"
)
"""Where a sentence turns from what was wrong to what is right."""

NOT_TAIL: Final = _compile(
    rf"(?P<gap>(?:,\s*(?:and\s+)?|\s+and\s+|\s+-\s+)not\s+|,?\s+(?:rather than|instead of)\s+)"
    rf"(?P<tail>{_AMOUNT}{{1,80}}?)(?:,?\s+as\s+{_AMOUNT}{{1,80}})?[.]?\Z"
)
"""What a sentence ends in that puts the other value beside its own: ", not £12m as we reported"."""

MIXED: Final = _compile(
    rf"(?:,|\band)\s*not\b|\brather than\b|\binstead of\b|\b{_WRONGLY}\b|\bas\s+(?:\w+\s+){{0,4}}?{_SAID}\b"
    rf"|\b(?:we|article|story|report|version)\s+{_EARLY}\b"
)
"""What may put a wrong value beside the right one, so that a sentence which has it is not evidence."""

AMENDED: Final = _compile(
    rf"\b(?:this|our)\s+(?:\w+\s+)?{_ARTICLE}\s+(?:was|has been|is|had been)\s+(?:\w+ly\s+)?(?P<how>{_AMENDED})\b"
)
DATED: Final = _compile(
    rf"\A{LABEL.pattern}"
    rf"|\b{_ARTICLE}\s+(?:was|has been|is|had been)\s+(?:\w+ly\s+)?{_AMENDED}\s+on\s[^.;]{{1,30}}?\d{{4}}"
)
"""Where a correction may say when it was made, which is not the time that it speaks of."""

AMENDED_TO_SAY: Final = _compile(
    rf"\b(?:(?:this|our|the)\s+(?:\w+\s+)?{_ARTICLE}|it)\s+(?:was|has been|is|had been)\s+(?:\w+ly\s+)?{_AMENDED}\b"
    r"[^.;]{0,80}?\s+to\s+(?:(?:say|state|note|add|make (?:it )?clear|clarify|reflect|show|explain|point out)"
    r"\s+(?:the fact\s+)?that|say)\s+(?P<right>.+)"
)
WE_SAY: Final = _compile(
    r"\bwe\s+(?:(?:wish|would like|are happy|are pleased|are glad|want)\s+to\s+(?:make (?:it )?clear|clarify|point out"
    r"|state|confirm)|(?:now\s+)?(?:accept|acknowledge|recognise|recognize))\s+that\s+(?P<right>.+)"
)
SHOULD_SAY: Final = _compile(
    r"\bshould\s+(?:have\s+)?(?:said|read|say|stated|been)\s+(?P<that>that\s+)?(?P<right>.+?)(?<!\d)[.]?\Z"
)
ASKED_US: Final = _compile(r"\b(?:has|have|had)\s+(?:also\s+)?asked\s+us\s+to\s")
"""Somebody wants it put otherwise: that is theirs to say, and nobody says that anything was wrong."""

ATTRIBUTED: Final = _compile(rf"{ASKED_US.pattern}(?:make clear|point out)\s+that\s")
"""The forms of that by which the sentence is seen to be somebody's; any other might pass for the document's own."""

ADMITS: Final = _compile(
    rf"\b{_WRONGLY}\b|\b{_MISSTATED}\b|apologi[sz]e|\bregret\b|\bsorry\b|\berrors?\b|\buntrue\b"
    r"|\b(?:was|is|were|are)\s+(?:wrong|incorrect|inaccurate|false|not\s+(?:correct|true|accurate|the case))\b"
)
"""That something was wrong is said outright."""

FRAME: Final = _compile(
    rf"{ADMITS.pattern}|\b(?:was|were|is|has been|have been|had been)\s+(?:\w+ly\s+)?(?:{_AMENDED}|removed|deleted)\b"
    r"|\b(?:put|set)\s+(?:this|it|the record)\s+(?:right|straight)|\bhappy to (?:correct|clarify)\b"
)
"""A sentence that speaks of the correction and of nothing else."""

TITLE: Final = re.compile(r'"([^"\n]{8,160}?)[,.]?"|(?<!\w)\'([^\'\n]{8,160}?)[,.]?\'(?!\w)')
URL: Final = re.compile(r"(?:https?://|www\.)[^\s)\]>,\"]+")
