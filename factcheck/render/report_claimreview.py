"""What people decided, as schema.org's ClaimReview in JSON-LD, for the pages on which it is published.

It tells the decision of a person, never the machine's verdict, so it is written only where somebody decided on every
claim and the evidence is still that which was decided on. There is no `ratingValue`, since a verdict has no place on a
scale. The text may stand in a page's `script` element: no quote can end it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.errors import Fault, FaultsError, InputError
from factcheck.lexicon import load_lexicon
from factcheck.model import Eligibility, Stance, Tie, VerdictLabel
from factcheck.names import name_words
from factcheck.render.addresses import find_address, is_web_address
from factcheck.render.look import TYPOGRAPHIC
from factcheck.render.wording import TIES, Sources, count
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Decided, Evidence, Report, Verdict
    from factcheck.protocols import Renderer
    from factcheck.render.look import Imprint, Look
    from factcheck.report.json_text import Json
    from factcheck.values import DateRange

MOST_CHARACTERS: Final = 74
"""Characters of `claimReviewed`: the field asks for fewer than 75. The whole claim stands in `itemReviewed`."""

RATINGS: Final = {
    VerdictLabel.SUPPORTED: "Supported",
    VerdictLabel.CONTRADICTED: "Contradicted",
    VerdictLabel.DISPUTED: "Disputed",
    VerdictLabel.INSUFFICIENT: "Not enough evidence",
    VerdictLabel.NOT_CHECKABLE: "Not checkable",
}
"""The ratings in words, as `alternateName` has them."""

_IN_MARKUP: Final = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})
"""Characters that would end or change a page's script; in JSON they stand only inside strings."""


def make_claimreview(look: Look) -> Renderer:
    """Return the renderer of ClaimReview for what one publisher brings out.

    Raises:
        InputError: nobody said who publishes it, and where.
    """
    if look.imprint is None:
        hint = "add --publisher-name NAME and --base-url https://…, under which each claim has its page"
        raise InputError("claimreview needs the name of a publisher and a base URL", hint=hint)
    return ClaimReview(imprint=look.imprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReview:
    """Renders the decisions on the claims of a report as reviews of one publisher."""

    imprint: Imprint

    def __call__(self, report: Report, *, width: int) -> str:
        """Return a review for each claim, whatever the width.

        Raises:
            FaultsError: nobody decided on a claim, or on evidence that has changed since; each is told.
        """
        del width
        sources = Sources.of(report, TYPOGRAPHIC)
        decided = _find_decided(report.verdicts)
        reviews = [self._review(verdict, one, sources) for verdict, one in decided]
        return write_json({"@context": "https://schema.org", "@graph": reviews}).translate(_IN_MARKUP)

    def _review(self, verdict: Verdict, decided: Decided, sources: Sources) -> Json:
        decision, page = decided.standing, f"{self.imprint.url}/{verdict.claim.id}"
        return {
            "@type": "ClaimReview",
            "@id": f"{page}#review",
            "url": page,
            "author": {"@type": "Organization", "name": self.imprint.name, "url": self.imprint.url},
            "datePublished": decision.date.isoformat(),
            "claimReviewed": shorten(verdict.claim.text),
            "itemReviewed": _describe_claim(verdict, sources, name=f"{page}#claim"),
            "reviewRating": {
                "@type": "Rating",
                "alternateName": RATINGS[decision.decision],
                "ratingExplanation": decision.reason,
            },
            "reviewBody": _write_body(verdict, decision.reason, sources),
            "citation": [_cite(one, sources) for one in (*verdict.supporting, *verdict.contradicting)],
        }


def shorten(text: str) -> str:
    """Return a claim in fewer than 75 characters, cut behind a word where it is longer.

    >>> shorten("Taxes fell."), shorten("word " * 20)[-10:]
    ('Taxes fell.', 'word word…')
    """
    line = " ".join(text.split())
    if len(line) <= MOST_CHARACTERS:
        return line
    whole, _, _ = line[:MOST_CHARACTERS].rpartition(" ")
    return f"{(whole or line[: MOST_CHARACTERS - 1]).rstrip(' ,;:.–—-')}…"


def _find_decided(verdicts: Sequence[Verdict]) -> list[tuple[Verdict, Decided]]:
    """Return the verdicts with what was decided on them, where that is true of all."""
    found: list[tuple[Verdict, Decided]] = []
    faults: list[Fault] = []
    for verdict in verdicts:
        if verdict.decided is None:
            faults.append(_refuse(verdict, "nobody decided on it"))
        elif verdict.decided.tie is Tie.STALE:
            one = verdict.decided.standing
            faults.append(_refuse(verdict, f"the decision by {one.by} of {one.date} is {TIES[Tie.STALE]}"))
        else:
            found.append((verdict, verdict.decided))
    if faults:
        told = count(len(faults), "claim")
        hint = f"{told} cannot be published; --claim ID publishes one that somebody decided on"
        raise FaultsError("claimreview", faults, hint=hint)
    return found


def _refuse(verdict: Verdict, told: str) -> Fault:
    hint = f"factcheck decide {verdict.claim.id} --decision … --reason … --by … --date … records a decision"
    return Fault(line=0, column=0, message=f"“{verdict.claim.id}”: {told}", hint=hint)


def _describe_claim(verdict: Verdict, sources: Sources, *, name: str) -> Json:
    """Return the claim with who made it and when, where it was said, and where else it stands in the same words."""
    claim = verdict.claim
    repeated = (Eligibility.OWN_WORDS, Eligibility.ECHO)
    others = [one for one in verdict.own_words if one.eligibility in repeated and one.stance is Stance.SUPPORTS]
    paths = sorted({one.document for one in others} - {claim.source})
    return _filled(
        {
            "@type": "Claim",
            "@id": name,
            "text": claim.text,
            "author": _name_author(claim),
            "datePublished": _write_date(claim.date),
            "firstAppearance": _describe_work(claim.source, sources) if claim.source else None,
            "appearance": [_describe_work(path, sources) for path in paths] or None,
        }
    )


def _name_author(claim: Claim) -> Json:
    """Return who made the claim: a body where its name has a word that bodies have, else a person."""
    if claim.speaker is None:
        return None
    body = load_lexicon().public.body_words.intersection(name_words(claim.speaker))
    return {"@type": "Organization" if body else "Person", "name": claim.speaker}


def _describe_work(path: str, sources: Sources) -> Json:
    """Return what is known of a document, or of an address that is none in the record."""
    document = sources.documents.get(path)
    if document is None:
        return {"@type": "CreativeWork", "url" if is_web_address(path) else "name": path}
    publisher, author = document.publisher.value, document.author.value
    return _filled(
        {
            "@type": "CreativeWork",
            "name": document.title.value or path,
            "url": find_address(document) or None,
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "author": {"@type": "Person", "name": author} if author else None,
            "datePublished": _write_date(document.published.value),
        }
    )


def _cite(evidence: Evidence, sources: Sources) -> Json:
    return {"@type": "Quotation", "text": evidence.quote, "isPartOf": _describe_work(evidence.document, sources)}


def _write_body(verdict: Verdict, reason: str, sources: Sources) -> str:
    """Return the reason with the quotes of both sides, each with its source."""
    sides = (("For the claim:", verdict.supporting), ("Against the claim:", verdict.contradicting))
    told = [reason]
    for heading, side in sides:
        quotes = [f"“{' '.join(one.quote.split())}” ({sources.cite(one)})" for one in side]
        told += ["\n".join([heading, *quotes])] if quotes else []
    return "\n\n".join(told)


def _write_date(period: DateRange | None) -> str | None:
    """Return a day, a month or a year by ISO 8601, and nothing where the period is another or only about right."""
    plain = period is not None and not period.approximate and "/" not in str(period)
    return str(period) if plain else None


def _filled(row: dict[str, Json]) -> Json:
    return {name: value for name, value in row.items() if value is not None}
