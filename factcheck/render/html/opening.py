"""The head of the page: what was checked against what, and what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.model import VerdictLabel
from factcheck.render.harmless import show_line
from factcheck.render.html.elements import Markup, isolate, join, make
from factcheck.render.html.periods import spell_period
from factcheck.render.html.verdicts import show_label
from factcheck.render.html.waterfall import draw_tally
from factcheck.render.summary import describe_record
from factcheck.render.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Report

_JUDGES: Final = {
    "rules": "the rules alone",
    "model": "the learned model alone",
    "both": "the rules, and the learned model where they are silent",
}
"""Who judged, by the name that the settings of a run have for it."""

_MOST_SPEAKERS: Final = 3
"""Speakers whom the head of the page names; more are counted there, and named at their claims."""


def title_page(report: Report) -> str:
    """Return what a window and a bookmark are called by."""
    return f"Fact check of {count(len(report.verdicts), 'claim')}, report {show_line(report.report_id)}"


def open_page(report: Report) -> Markup:
    """Return the banner: whose claims, how many, against how much."""
    documents = count(report.coverage.documents, "document")
    when = f", read as of {spell_period(report.as_of)}" if report.as_of else ""
    return make(
        "header",
        make("p", "Fact check", class_="kicker"),
        make("h1", f"{count(len(report.verdicts), 'claim')} held against {documents}"),
        make("p", _name_speakers(report), f"Against a closed record of {documents}{when}.", class_="lead"),
    )


def summarise(report: Report) -> Markup:
    """Return how many claims got which verdict, and the facts of the run."""
    counts = Counter(verdict.label for verdict in report.verdicts)
    tally = [
        make("li", make("span", f"{counts[label]}", class_="count"), show_label(label), class_=label.value)
        for label in VerdictLabel
    ]
    facts = [join((make("dt", name), make("dd", told))) for name, told in _list_facts(report)]
    return join(
        (
            draw_tally((label.value, counts[label]) for label in VerdictLabel),
            make("ul", *tally, class_="tallies"),
            make("p", _count_fragile(report)) if report.verdicts else None,
            make("dl", *facts, class_="facts"),
        )
    )


def _name_speakers(report: Report) -> Markup:
    names = sorted({show_line(verdict.claim.speaker) for verdict in report.verdicts if verdict.claim.speaker})
    if not names:
        return Markup()
    if len(names) > _MOST_SPEAKERS:
        return join((f"Claims of {count(len(names), 'speaker')}. ",))
    return join(("Claims of ", *_list_names(names), ". "))


def _list_names(names: Sequence[str]) -> list[Markup | str]:
    *others, last = names
    led = [part for name in others for part in (isolate(name), ", ")][:-1]
    return [*led, " and ", isolate(last)] if led else [isolate(last)]


def _count_fragile(report: Report) -> str:
    fragile = sum(verdict.fragile for verdict in report.verdicts)
    told = "verdict hangs on a single quote or origin" if fragile == 1 else "verdicts hang on a single quote or origin"
    return f"{fragile or 'No'} {told if fragile else 'verdict hangs on a single quote or origin'}."


def _list_facts(report: Report) -> list[tuple[str, str | Markup]]:
    judge = report.config.get("judge", "")
    settings = "; ".join(f"{show_line(name)} {show_line(value)}" for name, value in sorted(report.config.items()))
    facts: list[tuple[str, str | Markup]] = [("Record", describe_record(report.coverage))]
    facts += [("As of", spell_period(report.as_of))] if report.as_of else []
    facts += [("Judged by", _JUDGES.get(judge, show_line(judge)))] if judge else []
    facts += [("Settings", settings)] if settings else []
    identity = make("code", show_line(report.report_id))
    return [*facts, ("Report", join((identity, f" by factcheck {show_line(report.version)}")))]
