"""Files of JSON, one object a line, every fault of them told with its line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.errors import Fault, FaultsError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row = TypeVar("Row", bound=BaseModel)

MOST_FAULTS: Final = 20
"""Faults after which no more are looked for: a file with as many is another sort of file."""


def read_rows(path: Path, model: type[Row]) -> list[tuple[int, Row]]:
    """Return the rows of a file with their line numbers; blank lines are none.

    Raises:
        FaultsError: some line is no JSON or no such row; holds all of them up to a limit.
        InputError: there is no such file, or it cannot be read.
    """
    rows: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    for number, line in _lines(path):
        try:
            rows.append((number, model.model_validate(read_json(line))))
        except ValidationError as error:
            faults.extend(_tell(error, line=number))
        except NotJsonError as error:
            faults.append(Fault(line=number, column=error.column, message=str(error), hint=_HINT))
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise FaultsError(str(path), faults)
    return rows


class NotJsonError(ValueError):
    """A text that is no JSON, or no such JSON as can be used; `column` counts from 1."""

    def __init__(self, message: str, *, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


def read_json(text: str) -> object:
    """Read JSON of finite numbers, doubled keys refused, and text that can be written down.

    Raises:
        NotJsonError: it is none, or is nested or numbered beyond what can be read.
    """
    try:
        content: object = json.loads(text, object_pairs_hook=_keyed, parse_constant=_refuse_constant)
        json.dumps(content, ensure_ascii=False).encode()
    except NotJsonError:
        raise
    except UnicodeEncodeError:
        raise NotJsonError("holds half of a character, which is no text") from None
    except json.JSONDecodeError as error:
        raise NotJsonError(f"no JSON: {error.msg.lower()}", column=error.colno) from None
    except RecursionError:
        raise NotJsonError("nested too deeply") from None
    except ValueError:
        raise NotJsonError("a number is too long") from None
    return content


def _keyed(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise NotJsonError(f"the key “{key}” is doubled")
        found[key] = value
    return found


def _refuse_constant(name: str) -> object:
    raise NotJsonError(f"{name} is no number of JSON")


_HINT: Final = "each line holds one object of JSON"

_TOLD: Final = {
    "string_type": "must be text",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "tuple_type": "must be a text or a list of texts",
    "frozen_set_type": "must be a list of numbers",
    "dict_type": "must be an object",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_parsing": "must be a whole number",
    "model_type": "is no object",
}
"""What pydantic finds, in words for people."""


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file", hint="name a file of JSON lines") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8", hint="save the file as UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None


def _tell(error: ValidationError, *, line: int) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        key = ".".join(str(step) for step in detail["loc"])
        cause = detail.get("ctx", {}).get("error")
        if detail["type"] == "missing":
            told = f"the row has no “{key}”"
        elif cause:
            told = f"“{key}”: {cause}"
        else:
            told = f"{f'“{key}”' if key else 'the row'} {_TOLD.get(detail['type'], detail['msg'].lower())}"
        yield Fault(line=line, column=1, message=told)
