"""Whether a claim stands in the source it names: its own words, a cut, other words, or not at all.

Presentation is no difference: curly or straight quotes, dashes, odd spaces, line breaks, the case of the
first letter. Everything else is. What is merely alike is shown as altered, with what differs, and never
taken for the quote.
"""

from __future__ import annotations

from factcheck.model import Claim, Document, Said, SourceMatch
from factcheck.said.altered import find_altered
from factcheck.said.trimmed import describe_trimming
from factcheck.said.verbatim import Stand, find_verbatim, same_wording

__all__ = ["find_said", "find_verbatim"]


def find_said(claim: Claim, document: Document | None) -> SourceMatch:
    """Look a claim up in its source; `document` is that source, None where the record does not hold it.

    The claim's quote is looked for, or its text where it has none. The span counts code points of
    `document.text`. `difference` is a word diff, `[-source-] {+claim+}`, where words were altered; where the
    text is a trimmed form of its quote, it names what the text adds, and what it leaves out that turns sense.
    """
    if document is None or claim.source is None:
        return SourceMatch(said=Said.NO_SOURCE)
    stand = find_verbatim(claim.quote or claim.text, source=document.text)
    if stand:
        return _as_it_stands(claim, stand=stand)
    near = find_altered(claim.quote or claim.text, source=document.text)
    if near is None and claim.quote is not None:
        near = _text_instead(claim, source=document.text)
    return near or SourceMatch(said=Said.NOT_FOUND)


def _as_it_stands(claim: Claim, *, stand: Stand) -> SourceMatch:
    """Tell a verbatim claim from a trimmed one, given where its wording stands."""
    notes = [f"the source goes on: “{stand.goes_on}”"] if stand.goes_on else []
    if claim.quote is not None and not same_wording(claim.text, claim.quote):
        notes.insert(0, describe_trimming(claim.text, quote=claim.quote))
    elif not notes:
        return SourceMatch(said=Said.VERBATIM, span=stand.span)
    return SourceMatch(said=Said.TRIMMED, span=stand.span, difference="; ".join(filter(None, notes)))


def _text_instead(claim: Claim, *, source: str) -> SourceMatch | None:
    """Look for the text where nothing is near the quote: what stands there is still not what was quoted."""
    stand = find_verbatim(claim.text, source=source)
    if stand is None:
        return find_altered(claim.text, source=source)
    told = "the text stands there, the quote does not"
    return SourceMatch(said=Said.ALTERED, span=stand.span, difference=told)
