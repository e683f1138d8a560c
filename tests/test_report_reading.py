"""Reports read back from files: what they hold, what a later version adds, and what is none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from factcheck.errors import FactcheckError, FaultsError, InputError
from factcheck.model import VerdictLabel
from factcheck.render.report_json import render_json
from factcheck.report.json_text import write_json
from factcheck.report.reading import read_report
from factcheck.report.rows import to_row
from factcheck.report.schema import make_schema, read_schema
from factcheck.report.seal import find_digest, seal
from tests.report_factory import make_report, make_verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.report.json_text import Json

REPORT = make_report(*(make_verdict(label) for label in VerdictLabel))
WRITTEN = render_json(REPORT, width=0)


def write(folder: Path, text: str) -> Path:
    path = folder / "report.json"
    path.write_bytes(text.encode())
    return path


def change(folder: Path, alter: Callable[[dict[str, Json]], object]) -> Path:
    content = json.loads(WRITTEN)
    alter(content)
    return write(folder, write_json(content))


def test_what_was_written_is_read_back_whole(tmp_path: Path) -> None:
    read = read_report(write(tmp_path, WRITTEN))
    assert read.row.model_copy(update={"digest": ""}) == to_row(REPORT)
    assert write_json(seal(read.row.model_dump(mode="json", by_alias=True, exclude={"similar_claims"}))) == WRITTEN


def test_what_a_later_minor_version_adds_is_kept(tmp_path: Path) -> None:
    def add(content: dict[str, Json]) -> None:
        verdicts = content["verdicts"]
        assert isinstance(verdicts, list)
        assert isinstance(verdicts[0], dict)
        verdicts[0]["mood"] = {"later": [1]}
        content |= {"schema": "factcheck.report/1.7", "weather": "fine"}

    read = read_report(change(tmp_path, add))
    told = read.row.model_dump(mode="json", by_alias=True)
    assert (told["schema"], told["weather"]) == ("factcheck.report/1.7", "fine")
    assert told["verdicts"][0]["mood"] == {"later": [1]}


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ("factcheck.report/2", "the report is factcheck.report/2; this factcheck reads factcheck.report/1"),
        ("factcheck.report/10.1", "the report is factcheck.report/10.1; this factcheck reads"),
        ("factcheck.evaluation/1", "this is JSON, and no report"),
        (7, "this is JSON, and no report"),
        (None, "this is JSON, and no report"),
    ],
)
def test_another_major_version_and_another_thing_are_refused(tmp_path: Path, schema: Json, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_report(change(tmp_path, lambda content: content.update(schema=schema)))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "report.json:1:1: this is not JSON"),
        ('{"schema": "factcheck.report/1",\n "verdicts": [}', "report.json:2:15: this is not JSON"),
        ("[]", "and no report"),
        ('{"schema": "factcheck.report/1", "later": ' + "[" * 400 + "]" * 400 + "}", "and no report"),
        ('{"schema": NaN}', "JSON has no NaN"),
        ('{"schema": 1e999}', "the number 1e999 is too great"),
        ("[" * 100_000, "this is not JSON"),
    ],
)
def test_what_is_no_report_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read_report(write(tmp_path, text))
    assert told in caught.value.message


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_report(tmp_path / "none.json")
    (tmp_path / "bytes.json").write_bytes(b'{"schema": "\xff"}')
    with pytest.raises(InputError, match="is not UTF-8 from byte 12 on"):
        read_report(tmp_path / "bytes.json")
    with pytest.raises(FactcheckError):
        read_report(tmp_path)


def test_every_field_that_is_wrong_is_named(tmp_path: Path) -> None:
    def spoil(content: dict[str, Json]) -> None:
        del content["coverage"]
        content["limits"] = "none"

    with pytest.raises(FaultsError) as caught:
        read_report(change(tmp_path, spoil))
    told = [fault.message for fault in caught.value.faults]
    assert [one.split(":")[0] for one in told] == ["coverage", "limits"]


def test_the_schema_that_ships_is_that_of_the_rows() -> None:
    assert read_schema() == write_json(make_schema())


def test_a_report_is_valid_by_the_schema_and_a_spoilt_one_is_not() -> None:
    schema = json.loads(read_schema())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    content = json.loads(WRITTEN)
    assert list(validator.iter_errors(content)) == []
    assert list(validator.iter_errors({**content, "later": 1})) == []
    spoilt = [{**content, "schema": "factcheck.report/2"}, {**content, "verdicts": [{}]}]
    spoilt += [{name: value for name, value in content.items() if name != left} for left in content]
    assert all(list(validator.iter_errors(one)) for one in spoilt)


def test_the_digest_covers_everything_and_not_the_order_of_keys() -> None:
    content = json.loads(WRITTEN)
    assert find_digest(content) == content["digest"]
    assert find_digest(dict(reversed(content.items()))) == content["digest"]
    assert find_digest({**content, "report_id": "0" * 16}) != content["digest"]
