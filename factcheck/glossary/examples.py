"""What the lexicon in use reads in the example of an entry: what keeps every example true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import load_lexicon
from factcheck.link.event import find_party
from factcheck.link.topic import compare_direction
from factcheck.model import Claim, EntityKind
from factcheck.reading import Background, read_claim
from factcheck.text import tokenize

if TYPE_CHECKING:
    from factcheck.glossary.schema import Entry
    from factcheck.model import Reading


def read_example(section: str, name: str, text: str) -> str:
    """Return what an entry of a section reads in a sentence, in the words in which an example says it.

    A scale reads its levels, a role its holder, an event to whom it happens, a title the person, a body's word the
    name, synonyms and official bodies the words found. "no NAME" stands for an entry that reads nothing.
    """
    reading = _read(text)
    readers = {
        "scales": _read_scale,
        "roles": _read_role,
        "events": _read_event,
        "titles": _read_title,
        "bodies": _read_body,
        "synonyms": _read_synonyms,
        "official": _read_official,
    }
    return readers[section](name, reading)


def read_entry_example(section: str, row: Entry, number: int) -> str:
    """Return what an entry reads in one of its examples: for opposites the sentence that says so, where it does."""
    example = row.examples[number]
    if section != "opposites":
        return read_example(section, row.name, example.text)
    compared = compare_direction(_read(example.text), _read(example.reads))
    return example.reads if compared else f"no {row.name}"


def _read(text: str) -> Reading:
    words = frozenset(word for word in text.split() if word.islower())
    return read_claim(Claim(id="example", text=text), Background(words=words))[-1].reading


def _read_scale(name: str, reading: Reading) -> str:
    scale = next(scale for scale in load_lexicon().public.scales if scale.name == name)
    return "; ".join(
        f"{scale.name_levels(one.low, one.high)}{' (part)' if one.partial else ''}"
        for one in reading.grades
        if one.scale == name
    )


def _read_role(name: str, reading: Reading) -> str:
    return next((role.holder for role in reading.roles if role.role == name), f"no {name}")


def _read_event(name: str, reading: Reading) -> str:
    event = next((term for term in reading.terms if term.key == f"@{name}"), None)
    return find_party(event, reading) if event else f"no {name}"


def _read_title(name: str, reading: Reading) -> str:
    text = reading.text.lower()
    persons = [one for one in reading.names if one.kind is EntityKind.PERSON]
    found = (one.name for one in persons if text[: one.span.start].rstrip(" .").endswith(name))
    return next(found, f"no {name}")


def _read_body(name: str, reading: Reading) -> str:
    kinds = {EntityKind.BODY, EntityKind.THING}
    found = (one.name for one in reading.names if one.kind in kinds and name in one.name.lower().split())
    return next(found, f"no {name}")


def _read_synonyms(name: str, reading: Reading) -> str:
    return "; ".join(term.surface for term in reading.terms if term.key == f"@{name}") or f"no {name}"


def _read_official(name: str, reading: Reading) -> str:
    tokens = tokenize(reading.text)
    for first, last, _ in load_lexicon().public.official.find(tokens):
        written = reading.text[tokens[first].start : tokens[last - 1].end]
        if written.lower() == name:
            return written
    return f"no {name}"
