"""What a run is told, checked at the door."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.dates import parse_edtf
from factcheck.model import Judge


class Settings(BaseModel):
    """The settings of a run; all of them enter the report's id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: str | None = Field(default=None, description="The day the record is read as of; by default its latest date.")
    since: str | None = Field(default=None, description="The day from which on what is looked at came out.")
    until: str | None = Field(default=None, description="The day until which what is looked at came out.")
    publishers: tuple[str, ...] = Field(default=(), description="Whose documents are looked at; by default anybody's.")
    judge: Judge | None = Field(
        default=None, description="Who judges: rules, model or both; by default both, or rules where there is no model."
    )
    index: str = Field(default="tantivy", description="The engine that nominates passages.")
    disable: tuple[str, ...] = Field(default=(), description="Rules that are not asked, by their names.")
    candidates: int = Field(default=400, ge=1, description="Passages considered for each part of a claim, at the most.")

    @field_validator("as_of", "since", "until")
    @classmethod
    def _check_date(cls, value: str | None) -> str | None:
        if value is not None:
            parse_edtf(value)
        return value
