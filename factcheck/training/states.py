"""Made-up pairs about changes, grades, offices and parts of a whole, whose label follows from calendars and orders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.training.amounts import BODIES, MEASURES, YEARS, begin, make_amount
from factcheck.training.examples import Example, Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

PEOPLE: Final = (
    *("Ann Lee", "Tom Hart", "Maria Costa", "David Okafor", "Ruth Bell", "Omar Haddad", "Jane Whitlow", "Peter Lund"),
    *("Grace Adeyemi", "Carl Stone", "Nina Petrov", "Hugh Barker"),
)
OFFICES: Final = (
    *("chief executive", "chair", "director of finance", "mayor", "head teacher", "chief constable", "leader"),
    "medical director",
)
GRADES: Final = ("inadequate", "requires improvement", "good", "outstanding")
"""The grades of British inspectorates, the worst first."""

_INSPECTORS: Final = ("inspectors", "the inspectorate", "the watchdog", "the regulator")
_UP: Final = ("rose", "went up", "increased", "climbed", "grew")
_DOWN: Final = ("fell", "went down", "dropped", "declined", "shrank")
_THINGS: Final = ("schools", "targets", "wards", "recommendations", "services", "stations", "patients", "homes")
_DONE: Final = ("met the standard", "were inspected", "reported problems", "improved", "were closed")

_LEADS: Final = (
    *("", "", "", ""),
    *("According to the annual report, ", "Figures published this week show that ", "Auditors found that "),
    *("The committee was told that ", "As the local paper reported, ", "In a statement, officials said "),
)
_SMALL: Final = ("The ", "In ", "For ", "A ", "All ", "None ", "Inspectors ", "Spending ", "Income ", "Turnout ")
"""Beginnings that lose their capital after a lead."""

ELSEWHERE: Final = 0.2
"""Share of the pairs whose passage is of another year, body or thing, so that it says nothing."""

_EXACT: Final = 0.06
"""How far off a doubling may be, as a share of what there was before."""


def make_pair(draw: Random) -> Example:
    """Return a made-up pair, of all kinds and labels."""
    kinds: tuple[Callable[[Random], Example], ...] = (
        *(make_amount, make_amount, make_amount),
        *(make_change, make_grade, make_special, make_office, make_count),
    )
    example = draw.choice(kinds)(draw)
    lead, passage = draw.choice(_LEADS), example.passage
    if lead and passage.startswith(_SMALL):
        passage = passage[0].lower() + passage[1:]
    return replace(example, passage=lead + passage)


def make_change(draw: Random) -> Example:
    """Return a pair about what rose or fell, told by its direction or by two figures."""
    measure, before, unit = draw.choice(MEASURES)
    body, year = draw.choice(BODIES), draw.choice(YEARS)
    start = float(draw.randint(10, 90))
    end = round(start * draw.choice((0.3, 0.5, 0.7, 0.9, 1.1, 1.4, 2.0, 2.5)), 1)
    words = _UP if end > start else _DOWN
    was, came = f"{before}{start:g}{unit}", f"{before}{end:g}{unit}"
    told = draw.choice(
        (
            f"{measure} at {body} {draw.choice(words)} from {was} to {came} in {year}.",
            f"In {year} {measure} at {body} was {came}, against {was} the year before.",
            f"{measure} at {body} was {was} in {year - 1} and {came} in {year}.",
        )
    )
    said, holds = draw.choice(
        (
            (draw.choice(_UP), end > start),
            (draw.choice(_DOWN), end < start),
            ("doubled", abs(end / start - 2) < _EXACT),
            ("halved", abs(end / start - 1 / 2) < _EXACT),
            (f"reached {came}", True),
            (f"reached {before}{end * 1.7:.0f}{unit}", False),
        )
    )
    elsewhere = draw.random() < ELSEWHERE
    claim = f"{measure} at {body} {said} in {year - draw.randint(3, 6) if elsewhere else year}."
    return _pair("change", told, claim, holds=None if elsewhere else holds)


def make_grade(draw: Random) -> Example:
    """Return a pair about the grade that somebody was given."""
    body, other, year = draw.choice(BODIES), draw.choice(BODIES), draw.choice(YEARS)
    ours, theirs = draw.randrange(len(GRADES)), draw.randrange(len(GRADES))
    who, of = draw.choice(_INSPECTORS), other if draw.random() < ELSEWHERE else body
    told = draw.choice(
        (
            f"{who} rated {of} {GRADES[theirs]} in {year}.",
            f"In {year} {of} was judged {GRADES[theirs]} by {who}.",
            f"A report in {year} found services at {of} to be “{GRADES[theirs]}”.",
        )
    )
    fine = theirs >= GRADES.index("good")
    claim, holds = draw.choice(
        (
            (f"{body} was rated {GRADES[ours]} in {year}.", ours == theirs),
            (f"{who} judged {body} to be {GRADES[ours]} in {year}.", ours == theirs),
            (f"In {year} {body} was doing well.", fine),
            (f"{body} was failing in {year}.", not fine),
            (f"Inspectors were pleased with {body} in {year}.", fine),
        )
    )
    return _pair("grade", told, claim, holds=holds if of == body else None)


def make_special(draw: Random) -> Example:
    """Return a pair about a state that is entered and left: special measures, administration, strike."""
    body, other, year = draw.choice(BODIES), draw.choice(BODIES), draw.choice(YEARS)
    state = draw.choice(("special measures", "administration", "intervention", "emergency measures"))
    of = other if draw.random() < ELSEWHERE else body
    told, left = draw.choice(
        (
            (f"{of} remained in {state} in {year}.", False),
            (f"In {year} {of} was still in {state}.", False),
            (f"{of} has been in {state} for {draw.randint(2, 9)} years running, a report said in {year}.", False),
            (f"{of} was taken out of {state} in {year}.", True),
            (f"{of} left {state} in {year - draw.randint(0, 2)} and has not gone back.", True),
        )
    )
    claim, holds = draw.choice(
        (
            (f"By {year} {body} had come out of {state}.", left),
            (f"{body} was no longer in {state} in {year}.", left),
            (f"At the end of {year} {body} was in {state}.", not left),
        )
    )
    return _pair("special", told, claim, holds=holds if of == body else None)


def make_office(draw: Random) -> Example:
    """Return a pair about who held an office, and how it was entered and left."""
    body, office, begun = draw.choice(BODIES), draw.choice(OFFICES), draw.choice(YEARS)
    one, other = draw.sample(PEOPLE, 2)
    end = begun + draw.randint(1, 9)
    held = f"{one} was {office} of {body} from {begun} to {end}."
    named = f"{one} was appointed {office} of {body} in {begun}."
    dismissed = f"{body} dismissed {one} as {office} in {end}."
    told, claim, holds = draw.choice(
        (
            (held, f"{one} left {body} in {end}.", True),
            (held, f"{one} left {body} in {end - 1}.", False),
            (f"{one}, {office} since {begun}, resigned in {end}.", f"{one} stepped down in {end}.", True),
            (f"{one} became {office} of {body} in {begun}.", f"{other} became {office} of {body} in {begun}.", False),
            (named, f"{one} took over as {office} in {begun}.", True),
            (named, f"{one} has led {body} since {begun - 2}.", False),
            (dismissed, f"{one} chose to leave {body} in {end}.", False),
            (dismissed, f"{one} was sacked by {body}.", True),
            (f"{other} is {office} of {body}.", f"{one} praised the staff of {body}.", None),
            (f"{one} said {body} would recover.", f"{one} was {office} of {body} in {begun}.", None),
            (f"{one} was paid for {draw.randint(5, 40)} days in {begun}.", f"{one} left {body} in {begun}.", None),
        )
    )
    return _pair("office", told, claim, holds=holds)


def make_count(draw: Random) -> Example:
    """Return a pair about a part of a whole: all, most, half, some, none."""
    body, year, done = draw.choice(BODIES), draw.choice(YEARS), draw.choice(_DONE)
    whole = draw.choice((8, 12, 20, 24, 40, 60, 80, 100, 120))
    part = draw.choice((0, whole // 4, whole // 2, whole * 3 // 4, whole))
    ours, other = draw.choice(_THINGS), draw.choice(_THINGS)
    things = other if draw.random() < ELSEWHERE else ours
    shown = {0: f"None of the {whole}", whole: f"All {whole}"}.get(part, f"{part} of {whole}")
    word, holds = draw.choice(
        (
            ("All", part == whole),
            ("None", part == 0),
            ("Half", 2 * part == whole),
            ("Most", 2 * part > whole),
            ("Some", part > 0),
            ("Fewer than half", 2 * part < whole),
            ("At least half", 2 * part >= whole),
        )
    )
    told, claim = f"{shown} {things} at {body} {done} in {year}.", f"{word} of the {ours} at {body} {done} in {year}."
    return _pair("count", told, claim, holds=holds if things == ours else None)


def _pair(kind: str, told: str, claim: str, *, holds: bool | None) -> Example:
    """A pair whose claim holds, does not, or is left open."""
    label = Label.NEUTRAL if holds is None else Label.SUPPORTS if holds else Label.REFUTES
    return Example(source=f"made/{kind}", passage=begin(told), claim=begin(claim), label=label)
