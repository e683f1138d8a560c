"""What every row of the report shares: how it is read, and how days, periods and sums are written in it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict

from factcheck.values import DateRange

DECIMALS: Final = 6
"""Places to which a sum of weights is written: few enough that 0.1 + 0.2 is 0.3."""


def _write_date(value: object) -> object:
    return value.edtf if isinstance(value, DateRange) else value


def _write_day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _round(value: object) -> object:
    return round(value, DECIMALS) + 0.0 if isinstance(value, float) else value  # + 0.0: no nought below nought


Period = Annotated[str | None, BeforeValidator(_write_date)]
Day = Annotated[str, BeforeValidator(_write_day)]
Sum = Annotated[float, BeforeValidator(_round)]


class Row(BaseModel):
    """Anything in the report. What a later minor version adds in a file is kept."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, extra="allow", json_schema_serialization_defaults_required=True
    )

    @classmethod
    def of(cls, noun: object) -> Self:
        """Return the row of a noun of the model, read off it by the names of its fields."""
        return cls.model_validate(noun, extra="ignore")
