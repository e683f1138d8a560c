"""What a lexicon file may add, as pydantic checks it; every scalar arrives as text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from factcheck.lexicon import REACH


def _is_one_word(text: str) -> str:
    if not text.isalpha():
        raise ValueError(f"“{text}” is not one word")
    return text


Words = Annotated[str, Field(min_length=1)]
Form = Annotated[Words, AfterValidator(str.lower)]
Word = Annotated[Form, AfterValidator(_is_one_word)]
Forms = tuple[Words, ...]


class Bearer(StrEnum):
    """Who or what may have a grade, or undergo an event."""

    PERSON = "person"
    BODY = "body"
    THING = "thing"


class Steady(StrEnum):
    """For how long one grade of a scale holds, so that two of it within that time contradict."""

    ALWAYS = "always"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    NEVER = "never"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleRow(_Row):
    """A sentence, and what an entry must read in it."""

    text: Words
    reads: str


class Entry(_Row):
    """What a lexicon file adds under one of its lists: nothing without an example."""

    name: Form
    examples: tuple[ExampleRow, ...] = Field(min_length=1)


class LevelRow(_Row):
    """A level of a scale: `free` forms count alone, others beside a word of rating."""

    grade: Words
    forms: Forms = ()
    free: Forms = ()


class RangeRow(LevelRow):
    """A name for several levels together."""

    worst: Words
    best: Words


class ScaleRow(Entry):
    """An ordered scale of grades or states, the worst first. It contradicts nothing unless it says how steady it is."""

    about: Words
    bears: tuple[Bearer, ...] = Field(min_length=1)
    levels: tuple[LevelRow, ...] = Field(min_length=2)
    ranges: tuple[RangeRow, ...] = ()
    steady: Steady = Steady.NEVER
    cues: tuple[Word, ...] = ()
    things: tuple[Word, ...] = ()
    raters: tuple[Word, ...] = ()
    kinds: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()
    around: Forms = ()
    never: Forms = ()
    leaving: Forms = ()
    reach: int = Field(default=REACH, ge=1)
    each: bool = False
    which: bool = False
    unpriced: bool = False

    @model_validator(mode="after")
    def _is_whole(self) -> ScaleRow:
        grades = [level.grade for level in self.levels]
        if len(set(grades)) < len(grades):
            raise ValueError("two of its levels have one name")
        strange = next((end for one in self.ranges for end in (one.worst, one.best) if end not in grades), None)
        if strange:
            raise ValueError(f"“{strange}” is no level of the scale: there are {', '.join(grades)}")
        if any(grades.index(one.worst) > grades.index(one.best) for one in self.ranges):
            raise ValueError("the worst of a range stands above its best")
        if any("*" not in pattern for pattern in self.around):
            raise ValueError("a pattern of “around” has a * where the form stands")
        if any(level.forms for level in self.levels) and not (self.cues or self.things or self.raters):
            raise ValueError("its forms never count: give cues or things that stand near them, or make them free")
        return self


class RoleRow(Entry):
    """A role that people hold; `single` when one body has one holder at a time."""

    forms: tuple[Form, ...] = Field(min_length=1)
    single: bool


class TitleRow(Entry):
    """A title before a person's name, and the pronoun that fits where it tells."""

    name: Word
    pronoun: Literal["he", "she", ""] = ""


class BodyRow(Entry):
    """A word that makes a name that of a body, or of a thing such as a plan."""

    name: Word
    what: Literal["body", "thing"] = "body"


class SynonymsRow(Entry):
    """Words for one and the same thing: a concept of the lexicon by its name, or a new one."""

    name: Word
    words: Forms = Field(min_length=1)


class OppositeRow(Entry):
    """Two concepts that cannot both hold of one thing at one time; an example reads the sentence that says so."""

    name: Word
    opposite: Word


class OfficialRow(Entry):
    """A body whose findings outweigh a press report."""


class EventRow(Entry):
    """An event: its verbs and nouns, to whom it happens, and whether once."""

    name: Word
    words: Forms = Field(min_length=1)
    happens: tuple[Bearer, ...] = Field(min_length=1)
    single: bool


SECTIONS: Final[dict[str, type[Entry]]] = {
    "scales": ScaleRow,
    "roles": RoleRow,
    "titles": TitleRow,
    "bodies": BodyRow,
    "synonyms": SynonymsRow,
    "events": EventRow,
    "opposites": OppositeRow,
    "official": OfficialRow,
}
"""The lists of a lexicon file, in the order in which they are added: opposites name what others bring."""
