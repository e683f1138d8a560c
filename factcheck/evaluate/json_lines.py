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
            content = json.loads(line)
            json.dumps(content, ensure_ascii=False).encode()
            rows.append((number, model.model_validate(content)))
        except UnicodeEncodeError:
            faults.append(Fault(line=number, column=1, message="holds half of a character, which is no text"))
        except json.JSONDecodeError as error:
            faults.append(Fault(line=number, column=error.colno, message=f"no JSON: {error.msg.lower()}"))
        except ValidationError as error:
            faults.extend(_tell(error, line=number))
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise FaultsError(str(path), faults)
    return rows


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8", hint="save the file as UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None


def _tell(error: ValidationError, *, line: int) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        key = ".".join(str(step) for step in detail["loc"])
        if detail["type"] == "missing":
            yield Fault(line=line, column=1, message=f"the row has no “{key}”")
        else:
            cause = detail.get("ctx", {}).get("error")
            told = str(cause) if cause else detail["msg"].lower()
            yield Fault(line=line, column=1, message=f"“{key}”: {told}" if key else f"the row: {told}")
