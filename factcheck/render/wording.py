"""The phrases in which a report speaks to people. Everything taken from a document is made harmless."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Basis, Eligibility, Said, Stance, Tie, VerdictLabel
from factcheck.render.harmless import show_line
from factcheck.render.lines import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Claim, Decided, Evidence, Mark, Outline, Report, SourceMatch, Verdict
    from factcheck.render.look import Symbols
    from factcheck.values import DateRange

TONES: Final = {
    VerdictLabel.SUPPORTED: Tone.GOOD,
    VerdictLabel.CONTRADICTED: Tone.BAD,
    VerdictLabel.DISPUTED: Tone.MIXED,
    VerdictLabel.INSUFFICIENT: Tone.STRONG,
    VerdictLabel.NOT_CHECKABLE: Tone.STRONG,
}

STANCES: Final = {Stance.SUPPORTS: "supports", Stance.REFUTES: "contradicts", Stance.NEUTRAL: "neither"}

CUT_SHORT: Final = "more passages are near it than were compared, or than the model read"

ELIGIBILITY: Final = {
    Eligibility.INDEPENDENT: "independent",
    Eligibility.OWN_WORDS: "the speaker's own words",
    Eligibility.CLAIMANT_SIDE: "from the speaker's side",
    Eligibility.ECHO: "repeats the speaker",
    Eligibility.SAME_ORIGIN: "a copy of another source",
    Eligibility.RETRACTED: "withdrawn by a correction",
}

_SAID: Final = {
    Said.VERBATIM: "word for word in its source",
    Said.TRIMMED: "in its source, here in a shortened form",
    Said.ALTERED: "in its source with other words, [-there-] {+here+}",
    Said.NOT_FOUND: "not found in its source",
    Said.NO_SOURCE: "no source is named",
}

TIES: Final = {
    Tie.CURRENT: "on the evidence listed here",
    Tie.STALE: "stale: the evidence under it has changed since",
    Tie.UNTIED: "not tied to evidence",
}
"""How a decision stands to the evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The documents of a report by path, to say where a quote comes from."""

    documents: dict[str, Outline]
    symbols: Symbols

    @classmethod
    def of(cls, report: Report, symbols: Symbols) -> Sources:
        """Return the sources of a report, to be written with these signs."""
        return cls(documents={document.path: document for document in report.documents}, symbols=symbols)

    def cite(self, evidence: Evidence) -> str:
        """Return who published a quote, under which title and when; the path where neither is known."""
        document = self.documents.get(evidence.document)
        title = document and document.title.value
        publisher = document and document.publisher.value
        named = [self._mark_title(show_line(title))] if title else []
        named += [show_line(publisher)] if publisher else []
        named = named or [show_line(evidence.document)]
        place = filter(None, [name_place(evidence)])
        return ", ".join([*named, *place, date_or(evidence.published, "undated")])

    def _mark_title(self, title: str) -> str:
        """Put a title between quotation marks, unless it is a quotation itself."""
        return title if title.startswith(("“", '"')) and title.endswith(("”", '"')) else self.symbols.quote(title)


def name_place(place: Evidence | Mark) -> str:
    """Say on which page, in which row or at which time of its file something stands, "" where the format has none."""
    if place.page is not None:
        return f"page {place.page}"
    if place.row is not None:
        return f"row {place.row}"
    return f"at {place.time}" if place.time else ""


def word(label: VerdictLabel) -> str:
    """Return a verdict as a word for people."""
    return label.value.replace("_", " ")


def name_verdict(label: VerdictLabel, symbols: Symbols) -> str:
    """Return the sign and the word of a verdict."""
    return f"{symbols.verdicts[label]} {word(label)}"


def date_or(period: DateRange | None, otherwise: str) -> str:
    """Return a period as ISO 8601, or what to say where there is none."""
    return period.edtf if period else otherwise


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> count(1, "copy", "copies"), count(2, "copy", "copies")
    ('1 copy', '2 copies')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def describe_claim(claim: Claim, symbols: Symbols) -> str:
    """Return who claimed it, when, and about which period, after its id."""
    said_by = [show_line(claim.speaker)] if claim.speaker else ["speaker unknown"]
    said_by += [claim.date.edtf] if claim.date else []
    about = [f"about {claim.about.edtf}"] if claim.about else []
    return f" {symbols.dot} ".join([show_line(claim.id), ", ".join(said_by), *about])


def describe_said(match: SourceMatch, claim: Claim) -> str:
    """Return whether the claim stands in its source, with what differs."""
    if match.said is Said.NO_SOURCE and claim.source:
        return f"its source, {show_line(claim.source)}, is not in the record"
    where = f" ({show_line(claim.source)})" if claim.source else ""
    difference = f": {show_line(match.difference)}" if match.difference else ""
    return f"{_SAID[match.said]}{where}{difference}"


def describe_decision(decided: Decided) -> str:
    """Return what people decided on a claim, who, when and why, and how that stands to the evidence."""
    one = decided.standing
    told = f"{word(one.decision)}, by {show_line(one.by)} on {one.date}: {show_line(one.reason)}"
    earlier = f"; {count(len(decided.earlier), 'earlier decision')} kept" if decided.earlier else ""
    return f"{told} ({TIES[decided.tie]}{earlier})"


def describe_basis(basis: Basis, source: str) -> str:
    """Return where a fact comes from: stated or inferred, and by what."""
    return f"{basis.value}: {show_line(source)}" if source else basis.value


def count_set_apart(verdict: Verdict) -> str:
    """Return how much stands apart from the verdict and why, "" when nothing does."""
    counts = Counter(evidence.eligibility for evidence in verdict.own_words)
    own, others = counts.pop(Eligibility.OWN_WORDS, 0), sum(counts.values())
    parts = [count(own, "passage of the speaker's own words", "passages of the speaker's own words")] if own else []
    parts += [count(others, "other passage that is not independent", "other passages that are not independent")] * (
        others > 0
    )
    gone = sum(one.eligibility is Eligibility.RETRACTED for one in verdict.context)
    parts += [count(gone, "passage that a correction withdrew", "passages that corrections withdrew")] * (gone > 0)
    return " and ".join(parts)


def describe_voice(evidence: Evidence) -> str:
    """Return who asserts a quote and whether that may move a verdict."""
    voice = show_line(evidence.attribution) or "the document's own voice"
    if evidence.speaker:
        reason = f" ({voice})" if evidence.attribution else ""
        voice = f"asserted by {show_line(evidence.speaker)}{reason}"
    interested = ", with an interest in the matter" if evidence.interested else ""
    return f"{voice}; {ELIGIBILITY[evidence.eligibility]}{interested}"


def count_verdicts(verdicts: Iterable[Verdict], symbols: Symbols) -> str:
    """Return how many claims got which verdict; verdicts that no claim got are left out."""
    counts = Counter(verdict.label for verdict in verdicts)
    named = [f"{counts[label]} {name_verdict(label, symbols)}" for label in VerdictLabel if counts[label]]
    return f"{count(counts.total(), 'claim')}: {', '.join(named)}" if named else "no claims"


def count_origins(side: Sequence[Evidence]) -> str:
    """Return how many passages stand on a side and from how many origins, which is what counts."""
    origins = len({evidence.origin or evidence.document for evidence in side})
    return f"{count(len(side), 'passage')} from {count(origins, 'origin')}"
