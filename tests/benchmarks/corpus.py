"""Large made-up records: articles with dates, by-lines, bodies, amounts and quotations, the same ones every time.

The words of a sentence are drawn one by one, so that it means nothing; how often words occur, how many there are, how
long sentences, paragraphs and files are and how much is quoted is what an index is slow or quick by.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from tests.benchmarks.people import draw_bodies, draw_paper, draw_persons, draw_place
from tests.benchmarks.vocabulary import draw_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSAGES_A_FILE: Final = 500
"""Sentences of one file; the headline is none of them."""

FIRST_DAY: Final = date(2001, 1, 1)
LAST_DAY: Final = date(2020, 12, 31)
"""Between which articles are published."""

_CAST: Final = 12
"""Persons who speak in one file."""

_HOUSES: Final = 4
"""Bodies that act in one file."""

_PARAGRAPH: Final = (1, 6)
_SENTENCE: Final = (6, 30)
"""The fewest and most words drawn for a sentence, the ends less often: news has some twenty a sentence."""

_FORMS: Final = (
    ("{upper}.", 30),
    ("The {body} {lower}.", 20),
    ("{person} {lower}.", 10),
    ("{upper} on {day}.", 8),
    ("On {day} the {body} {lower}.", 7),
    ("The {body} spent £{amount} million on {lower}.", 5),
    ("“We {lower},” said {person}.", 10),
    ("{person} told the {body}: “{upper}.”", 6),
    ("{person} added: “The {body} {lower}.”", 4),
)
"""Kinds of sentences, and how many of a hundred are of the kind; a fifth is quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What the sentences of one file are made with."""

    chance: random.Random
    published: date
    persons: list[str]
    bodies: list[str]
    words: Iterator[str]


def write_corpus(folder: Path, *, passages: int, seed: int = 0) -> None:
    """Write text files into a folder, each of `PASSAGES_A_FILE` passages but for the last; one at a time is held.

    What a file says depends on the seed and its number alone: a larger record begins with the smaller one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, passages, PASSAGES_A_FILE)):
        text = write_article(f"{seed}/{number}", sentences=min(PASSAGES_A_FILE, passages - first))
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def write_article(seed: str, *, sentences: int) -> str:
    """Return one article: the paper, the headline, the by-line, the date of publication, and paragraphs."""
    chance = random.Random(seed)
    place = draw_place(chance)
    scene = _Scene(
        chance=chance,
        published=FIRST_DAY + timedelta(days=chance.randrange((LAST_DAY - FIRST_DAY).days + 1)),
        persons=draw_persons(chance, _CAST),
        bodies=draw_bodies(chance, place, _HOUSES),
        words=iter(draw_words(chance, (sentences + 1) * _SENTENCE[1])),
    )
    head = (
        f"{draw_paper(chance, place)} | Homepage\n\n{_take(scene, 8).capitalize()}\n\nBy {scene.persons[0]}\n"
        f"Published {_write_day(scene.published)}\n"
    )
    return "\n".join([head, *(f"{paragraph}\n" for paragraph in _paragraphs(scene, sentences))])


def _paragraphs(scene: _Scene, sentences: int) -> Iterator[str]:
    forms = [form for form, _ in _FORMS]
    kinds = iter(scene.chance.choices(forms, weights=[share for _, share in _FORMS], k=sentences))
    while paragraph := [_sentence(scene, form) for form in islice(kinds, scene.chance.randint(*_PARAGRAPH))]:
        yield " ".join(paragraph)


def _sentence(scene: _Scene, form: str) -> str:
    chance = scene.chance
    lower = _take(scene, round(chance.triangular(*_SENTENCE)))
    near = scene.published + timedelta(days=chance.randint(-700, 0))
    return form.format(
        lower=lower,
        upper=f"{lower[0].upper()}{lower[1:]}",
        body=chance.choice(scene.bodies),
        person=chance.choice(scene.persons),
        day=_write_day(near),
        amount=f"{chance.uniform(0.1, 90):.1f}",
    )


def _take(scene: _Scene, count: int) -> str:
    return " ".join(islice(scene.words, count))


def _write_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
