"""How often each rule was right, as it was last measured: shipped with the rules, or of an evaluation of one's own."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ValidationError

from factcheck.errors import InputError
from factcheck.evaluate.json_lines import NotJsonError, read_json
from factcheck.model.evaluation import RuleFigures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHIPPED: Final = "measured.json"
"""What `factcheck rules --measured EVALUATION --format json` wrote for the pairs of tests/benchmarks/RULES.md."""


class _Rule(BaseModel):
    name: str
    fired: int
    right: int


class _Measured(BaseModel):
    pairs: int
    rules: tuple[_Rule, ...]


def load_measured(path: Path | None = None) -> tuple[Mapping[str, RuleFigures], int]:
    """Return the figures of each rule by its name, and how many pairs they were measured on.

    `path` is the JSON of an evaluation of pairs; by default it is what is shipped.

    Raises:
        InputError: it is no such file.
    """
    try:
        text = (
            path.read_text(encoding="utf-8-sig")
            if path
            else files("factcheck.stance").joinpath(SHIPPED).read_text(encoding="utf-8")
        )
        measured = _Measured.model_validate(read_json(text))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, NotJsonError, ValidationError):
        hint = "write one: factcheck evaluate pairs.jsonl --format json"
        raise InputError(f"{path}: is no evaluation of pairs", hint=hint) from None
    found = {one.name: RuleFigures(name=one.name, fired=one.fired, right=one.right) for one in measured.rules}
    return found, measured.pairs
