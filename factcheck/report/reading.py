"""Reads a report back that was written as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from factcheck.errors import Fault, FaultsError, InputError
from factcheck.report.rows import FAMILY, MAJOR, ReportRow

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.report.json_text import Json

_VERSION: Final = re.compile(rf"{re.escape(FAMILY)}/(\d+)(?:\.\d+)?\Z")

_DEEPEST: Final = 60
"""Levels of lists and objects in each other; a report has eight, and a later one may have some more."""

_NO_REPORT: Final = "factcheck verify --format json --output report.json writes one"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report as it was read: its rows, and the file's own text and content.

    What a later minor version added stands in both, and is written again with the rows.
    """

    row: ReportRow
    text: str
    content: dict[str, Json]


def read_report(path: Path) -> ReadReport:
    """Read a report from a file.

    Raises:
        InputError: it cannot be read, is no report, or is one of another major version.
        FaultsError: fields are missing or of another sort; each is named.
    """
    text = _read_text(path)
    content = _parse(text, path)
    _check_version(content.get("schema"), content, path)
    named = {("schema_name" if name == "schema" else name): value for name, value in content.items()}
    try:
        row = ReportRow.model_validate(named, by_alias=False, by_name=True)
    except ValidationError as error:
        raise _tell_faults(error, path) from None
    return ReadReport(row=row, text=text, content=content)


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file", hint=_NO_REPORT) from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 from byte {error.start} on", hint=_NO_REPORT) from error


def _parse(text: str, path: Path) -> dict[str, Json]:
    try:
        content = json.loads(text, parse_constant=_refuse_constant, parse_float=_read_number)
    except (ValueError, RecursionError) as error:
        where = f"{path}:{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else str(path)
        raise InputError(f"{where}: this is not JSON: {error}", hint=_NO_REPORT) from error
    if not isinstance(content, dict) or _is_deep(content):
        raise InputError(f"{path}: this is JSON, and no report", hint=_NO_REPORT)
    return content


def _is_deep(content: Json) -> bool:
    """Whether lists and objects lie in each other so deep that what walks through them would give up."""
    level = [content]
    for _ in range(_DEEPEST):
        lists = [list(one.values()) if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)]
        level = [inner for listed in lists for inner in listed]
    return bool(level)


def _refuse_constant(name: str) -> float:
    raise ValueError(f"JSON has no {name}")


def _read_number(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise ValueError(f"the number {written} is too great")
    return number


def _check_version(schema: Json, content: dict[str, Json], path: Path) -> None:
    match = _VERSION.match(schema) if isinstance(schema, str) else None
    if match is None:
        raise InputError(f"{path}: this is JSON, and no report: its schema is no {FAMILY}", hint=_NO_REPORT)
    if int(match[1]) != MAJOR:
        tool = content.get("tool")
        version = tool.get("version") if isinstance(tool, dict) else None
        hint = f"read it with factcheck {version}, which wrote it" if version else "read it with a later factcheck"
        raise InputError(f"{path}: the report is {schema}; this factcheck reads {FAMILY}/{MAJOR}", hint=hint)


def _tell_faults(error: ValidationError, path: Path) -> FaultsError:
    faults = error.errors(include_url=False, include_input=False)
    told = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in faults]
    return FaultsError(str(path), [Fault(line=0, column=0, message=one) for one in told], hint=_NO_REPORT)
