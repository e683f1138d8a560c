"""Two evaluations of the same sort, held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import InputError
from factcheck.evaluate.json_lines import NotJsonError, read_json
from factcheck.model.evaluation import Change, Differences
from factcheck.render.evaluation_json import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from factcheck.report.json_text import Json

LEFT_ASIDE: Final = frozenset({"schema", "tool", "kind", "only_errors", "results", "skipped", "rules"})
"""What is no figure, or is many: rules are shown with the evaluation itself."""


class _Tool(BaseModel):
    version: str


class _Result(BaseModel):
    name: str = Field(alias="set")
    id: str
    said: str
    right: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.name, self.id


class Earlier(BaseModel):
    """What of an earlier evaluation is compared; `figures` is the whole of it."""

    model_config = ConfigDict(frozen=True)

    tool: _Tool
    kind: str
    only_errors: bool
    results: tuple[_Result, ...]


def load_evaluation(path: Path) -> dict[str, Json]:
    """Load the JSON of an earlier evaluation.

    Raises:
        InputError: it is none, or holds its errors only.
    """
    try:
        content = read_json(path.read_text(encoding="utf-8-sig"))
        earlier = Earlier.model_validate(content)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file", hint="write one with --format json") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, NotJsonError, ValidationError):
        raise InputError(f"{path}: is no evaluation", hint="write one with --format json") from None
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise InputError(f"{path}: is no {SCHEMA}", hint="write it anew with --format json")
    if earlier.only_errors:
        raise InputError(f"{path}: holds errors only", hint="write it without --only-errors")
    return dict(content)


def compare_evaluations(before: Mapping[str, Json], after: Mapping[str, Json]) -> Differences:
    """Return what differs; figures of all sets together, and of each set that both have.

    Raises:
        InputError: they are of different sorts.
    """
    ours, theirs = Earlier.model_validate(after), Earlier.model_validate(before)
    if ours.kind != theirs.kind:
        raise InputError(f"an evaluation of {theirs.kind} cannot be compared with one of {ours.kind}")
    old, new = dict(_figures(before)), dict(_figures(after))
    answers = {one.key: one for one in theirs.results}
    asked = {one.key: one for one in ours.results}
    turned = [
        (key, answers[key], one) for key, one in asked.items() if key in answers and answers[key].right != one.right
    ]
    return Differences(
        version=theirs.tool.version,
        changes=tuple(
            Change(name=name, before=old.get(name), after=new.get(name))
            for name in dict.fromkeys([*new, *old])
            if old.get(name) != new.get(name) and not _is_of_one(name, old, new)
        ),
        right_now=tuple(("/".join(key), was.said, now.said) for key, was, now in turned if now.right),
        wrong_now=tuple(("/".join(key), was.said, now.said) for key, was, now in turned if was.right),
        gone=len(answers.keys() - asked.keys()),
        new=len(asked.keys() - answers.keys()),
    )


def _is_of_one(name: str, old: Mapping[str, float], new: Mapping[str, float]) -> bool:
    """Whether a figure is of a system, or of a set, that only one side has."""
    parts = name.split(".")
    for place, part in enumerate(parts[:-1]):
        if part in {"sets", "systems"}:
            owner = ".".join(parts[: place + 2]) + "."
            if not all(any(one.startswith(owner) for one in side) for side in (old, new)):
                return True
    return False


def _figures(content: Mapping[str, Json], *, within: str = "") -> Iterator[tuple[str, float]]:
    """Yield every figure by its way through the JSON; lists are no figures, and one set alone is the whole."""
    for name, value in content.items():
        alone = name == "sets" and isinstance(value, dict) and len(value) == 1
        if name in LEFT_ASIDE or alone:
            continue
        if isinstance(value, bool):
            continue
        if isinstance(value, (int, float)):
            yield f"{within}{name}", _finite(value)
        elif isinstance(value, dict):
            yield from _figures(value, within=f"{within}{name}.")


def _finite(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
