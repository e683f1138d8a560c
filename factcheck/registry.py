"""Names to factories: what is built in and what a plug-in brings, by one door, imported when chosen."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from factcheck.errors import InputError, RunError
from factcheck.near import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

Factory = TypeVar("Factory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a factory lives: `path` is "module:name"; `extra` the optional dependencies it needs, or ""."""

    path: str
    extra: str = ""


class Registry(Generic[Factory]):
    """Factories of one sort by name; nothing is imported before it is asked for.

    `what` is the singular noun for messages, `group` the entry-point group in which an installed package
    may add its own. A built-in name wins over a plug-in of the same name.
    """

    def __init__(self, what: str, *, group: str, built_in: Mapping[str, Target]) -> None:
        self._what = what
        self._group = group
        self._built_in = dict(built_in)
        self._plug_ins: dict[str, Target] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the built-in ones first, each lot in order."""
        return (*sorted(self._built_in), *sorted(self._found().keys() - self._built_in.keys()))

    def __contains__(self, name: str) -> bool:
        return name in self._built_in or name in self._found()

    def load(self, name: str) -> Factory:
        """Import and return the factory of that name.

        Raises:
            InputError: there is no such name; the hint lists those there are.
            RunError: it needs a package that is not installed; the hint says how to install it.
        """
        target = self._built_in.get(name) or self._found().get(name)
        if target is None:
            hint = f"{suggest(name, among=self.names)} choose from: {', '.join(self.names)}".lstrip()
            raise InputError(f"there is no {self._what} “{name}”", hint=hint)
        return self._import(name, target)

    def _import(self, name: str, target: Target) -> Factory:
        module, _, attribute = target.path.partition(":")
        try:
            return cast("Factory", getattr(import_module(module), attribute))
        except ModuleNotFoundError as error:
            hint = f"pip install 'factcheck[{target.extra}]'" if target.extra else f"install {error.name}"
            raise RunError(
                f"the {self._what} “{name}” needs {error.name}, which is not installed", hint=hint
            ) from error
        except AttributeError as error:
            raise RunError(f"the {self._what} “{name}” is not where it says: {target.path}") from error

    def _found(self) -> dict[str, Target]:
        """What installed packages bring; looked up once, because it reads every package's metadata."""
        if self._plug_ins is None:
            from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and seldom needed

            points = sorted(entry_points(group=self._group), key=lambda point: (point.name, point.value))
            self._plug_ins = {point.name: Target(path=point.value) for point in reversed(points)}
        return self._plug_ins
