"""The claims in a table, with what it can be narrowed by where scripts run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import VerdictLabel
from factcheck.render.harmless import show_line
from factcheck.render.html.claim import describe_claimant
from factcheck.render.html.elements import Markup, join, make
from factcheck.render.html.verdicts import show_label
from factcheck.render.wording import count, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Report, Verdict

_COLUMNS: Final = make(
    "tr",
    make("th", "No.", scope="col", class_="number"),
    make("th", "Claim", scope="col"),
    make("th", "Verdict", scope="col"),
    make("th", "For", scope="col", class_="number"),
    make("th", "Against", scope="col", class_="number"),
)


def list_claims(report: Report) -> Markup:
    """Return the table of all claims, each with the way to its article, and the filters above it."""
    if not report.verdicts:
        return make("p", "No claim was checked.")
    places = {document.path: place for place, document in enumerate(report.documents, 1)}
    rows = [_row(verdict, places, number=number) for number, verdict in enumerate(report.verdicts, 1)]
    caption = make("caption", "Every claim with its verdict, and how many quotes stand for and against it")
    table = make("table", caption, make("thead", _COLUMNS), make("tbody", *rows), class_="claims")
    return join((_offer_filters(report), table))


def _row(verdict: Verdict, places: dict[str, int], *, number: int) -> Markup:
    claim = verdict.claim
    cited = sorted({places[one.document] for one in verdict.listed if one.document in places})
    fragile = make("span", " fragile", class_="quiet") if verdict.fragile else None
    return make(
        "tr",
        make("td", f"{number}", class_="number"),
        make(
            "th",
            make("a", show_line(claim.text), href=f"#claim-{number}", dir="auto"),
            make("span", describe_claimant(claim), class_="meta"),
            scope="row",
        ),
        make("td", show_label(verdict.label), fragile),
        make("td", f"{len(verdict.supporting)}", class_="number"),
        make("td", f"{len(verdict.contradicting)}", class_="number"),
        id=f"row-{number}",
        data_verdict=verdict.label.value,
        data_speaker=show_line(claim.speaker or ""),
        data_documents=" ".join(map(str, cited)),
        data_fragile=verdict.fragile,
    )


def _offer_filters(report: Report) -> Markup:
    """What the script shows: it is hidden where none runs, since it would do nothing there."""
    speakers = sorted({show_line(verdict.claim.speaker or "") for verdict in report.verdicts} - {""})
    documents = [(str(place), show_line(one.title.value or one.path)) for place, one in enumerate(report.documents, 1)]
    return make(
        "form",
        _offer_verdicts(report.verdicts),
        make(
            "div",
            make("p", make("label", "Words", for_="words"), make("input", type="search", id="words")),
            _choose("speaker", "Speaker", [(name, name) for name in speakers]) if len(speakers) > 1 else None,
            _choose("document", "Document", documents) if len(documents) > 1 else None,
            make("p", make("label", _tick("fragile", "1"), " Fragile only")),
            make("p", make("button", "Show all", type="reset"), " ", _button("unfold", "Unfold everything")),
            class_="row",
        ),
        make("p", f"{count(len(report.verdicts), 'claim')}, all shown", id="shown", role="status"),
        id="filters",
        aria_label="Narrow the claims down",
        hidden=True,
    )


def _offer_verdicts(verdicts: Sequence[Verdict]) -> Markup:
    counts = Counter(verdict.label for verdict in verdicts)
    offered = [
        make("label", _tick("verdict", label.value), f" {word(label).capitalize()} ({counts[label]})")
        for label in VerdictLabel
        if counts[label]
    ]
    return make("fieldset", make("legend", "Verdict"), *offered)


def _tick(name: str, value: str) -> Markup:
    return make("input", type="checkbox", name=name, value=value)


def _button(name: str, text: str) -> Markup:
    return make("button", text, type="button", id=name, aria_pressed="false")


def _choose(name: str, label: str, options: Sequence[tuple[str, str]]) -> Markup:
    offered = [make("option", text, value=value) for value, text in options]
    chosen = make("select", make("option", "any", value=""), *offered, id=name)
    return make("p", make("label", label, for_=name), chosen)
