"""One row of a claims file: what each key must hold, and the claim that it states."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator

from factcheck.dates import parse_edtf
from factcheck.model import Claim
from factcheck.text import fold
from factcheck.values import DateRange

ID_WORDS: Final = 6
"""Words of a claim's text that go into an id suggested for it: enough to tell most claims apart."""


class UnfitError(ValueError):
    """A value that does not do, with a hint at one that would."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def suggest_id(text: str) -> str:
    """Return an id in kebab-case made of the first words of a text, "" when it has none that would do.

    >>> suggest_id("The Council’s £3 billion")
    'the-councils-3-billion'
    """
    plain = unicodedata.normalize("NFKD", fold(text).casefold().replace("'", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode("ascii"))
    return "-".join(words[:ID_WORDS])


def _check_id(value: str) -> str:
    if _KEBAB.fullmatch(value):
        return value
    suggestion = suggest_id(value)
    hint = f"write “{suggestion}”" if suggestion else "small letters, figures and hyphens: tax-cut-2016"
    raise UnfitError(f"the id “{value}” is not in kebab-case", hint=hint)


def _check_filled(value: str) -> str:
    if value.strip():
        return value.strip()
    raise UnfitError("is empty", hint=FILL_IN)


def _check_topics(value: tuple[str, ...]) -> tuple[str, ...]:
    if value:
        return value
    raise UnfitError("is empty", hint=FILL_IN)


def _read_date(value: object) -> DateRange:
    if value is None:
        raise UnfitError("is empty", hint=FILL_IN)
    if not isinstance(value, str):
        raise UnfitError("must be a date", hint="write 2018, 2018-06, 2018-06-14, 2014/2016 or 2016~")
    return parse_edtf(_check_filled(value))


FILL_IN: Final = "fill it in or leave it out"

_KEBAB: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_Text: TypeAlias = Annotated[str, AfterValidator(_check_filled)]
_Date: TypeAlias = Annotated[DateRange | None, PlainValidator(_read_date)]


class ClaimRow(BaseModel):
    """One row before it is a claim; a key left out holds the default, and none may be there and empty."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: Annotated[str, AfterValidator(_check_id)]
    text: _Text
    quote: _Text = ""
    speaker: _Text = ""
    date: _Date = None
    source: _Text = ""
    topics: Annotated[tuple[_Text, ...], AfterValidator(_check_topics)] = ()
    about: _Date = None

    def to_claim(self) -> Claim:
        """Return the claim that the row states."""
        return Claim(
            id=self.id,
            text=self.text,
            quote=self.quote or None,
            speaker=self.speaker or None,
            date=self.date,
            source=self.source or None,
            topics=self.topics,
            about=self.about,
        )


ROW_KEYS: Final = tuple(ClaimRow.model_fields)
"""The keys of a row, in the order in which they are documented."""
