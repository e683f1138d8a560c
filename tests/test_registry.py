"""Names to factories: imported when chosen, with a hint where they are not there."""

from __future__ import annotations

import sys
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import InputError, RunError
from factcheck.registry import Registry, Target

if TYPE_CHECKING:
    from collections.abc import Callable


def _registry(**built_in: Target) -> Registry[Callable[[], object]]:
    return Registry("engine", group="factcheck.no_such_group", built_in=built_in)


def test_a_factory_is_imported_when_asked_for() -> None:
    registry = _registry(turtle=Target(path="this:s"), plain=Target(path="decimal:Decimal"))
    assert "this" not in sys.modules
    assert registry.names == ("plain", "turtle")
    assert registry.load("plain")() == 0
    assert "this" not in sys.modules


def test_an_unknown_name_is_an_input_error_that_lists_the_others() -> None:
    with pytest.raises(InputError, match="there is no engine “plian”") as error:
        _registry(plain=Target(path="decimal:Decimal")).load("plian")
    assert error.value.hint == "did you mean “plain”? choose from: plain"


def test_a_missing_package_names_its_extra() -> None:
    with pytest.raises(RunError, match="needs no_such_package") as error:
        _registry(big=Target(path="no_such_package:Big", extra="big")).load("big")
    assert error.value.hint == "pip install 'factcheck[big]'"


def test_a_wrong_attribute_is_told() -> None:
    with pytest.raises(RunError, match="not where it says"):
        _registry(plain=Target(path="decimal:NoSuch")).load("plain")


def test_plug_ins_come_by_the_same_door(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        metadata.EntryPoint(name="extra", value="decimal:Decimal", group="g"),
        metadata.EntryPoint(name="plain", value="no_such:Thing", group="g"),
    ]
    monkeypatch.setattr(metadata, "entry_points", lambda *, group: points if group == "factcheck.no_such_group" else [])
    registry = _registry(plain=Target(path="fractions:Fraction"))
    assert registry.names == ("plain", "extra")
    assert "extra" in registry
    assert registry.load("extra")() == 0
    assert registry.load("plain")() == 0
