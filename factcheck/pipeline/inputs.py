"""What a run rests on, by which a report is known again: its settings, its claims, its documents."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck import __version__
from factcheck.config import Settings
from factcheck.stance import RULES
from factcheck.text import fold_loosely

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from factcheck.model import Claim, Entity, Skipped

LEXICON: Final = "lexicon"
"""The name under which a report has the hashes of the files of a user's own lexicon."""

_HASHES: Final = ("model", "encoder")
"""The names under which it has those of the learned model and of the encoder."""

_LISTS: Final = ("disable", LEXICON)
"""Settings of several names, none of which has a comma in it."""

_COMMA: Final = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that a run rests on beside its claims. `identities` hash the documents of the whole record by path."""

    settings: Mapping[str, object]
    identities: Sequence[tuple[str, str]]
    entities: Sequence[Entity]
    skipped: Sequence[Skipped]

    def hash_with(self, claims: Sequence[Claim]) -> str:
        """Return the id of a report on some claims: no place, no cache and no clock enter it."""
        inputs = {
            "version": __version__,
            "settings": self.settings,
            "rules": [rule.name for rule in RULES],
            "claims": [repr(claim) for claim in claims],
            "documents": self.identities,
            "entities": [repr(entity) for entity in self.entities],
            "skipped": [[one.path, one.reason] for one in self.skipped],
        }
        text = json.dumps(inputs, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def write_config(settings: Mapping[str, object]) -> dict[str, str]:
    """Return settings as a report has them: those that say something, in words."""
    return {name: _write(value) for name, value in sorted(settings.items()) if value}


def read_config(config: Mapping[str, str], publishers: Collection[str]) -> tuple[Settings, dict[str, object]]:
    """Return the settings that a report names, and with the hashes of the model and so on all that its id rests on.

    `publishers` are those of the record, since a name may have a comma in it.

    Raises:
        ValueError: a run has no such settings; the message says which.
    """
    lists = {name: tuple(config[name].split(_COMMA)) for name in _LISTS if name in config}
    known = {fold_loosely(name) for name in publishers}
    named = next(_part(config["publishers"], known), ()) if "publishers" in config else ()
    if "publishers" in config and not named:
        raise ValueError(f"publishers: the record has none called “{config['publishers']}”")
    more = {name: config[name] for name in _HASHES if name in config} | {
        name: value for name, value in lists.items() if name == LEXICON
    }
    given = {**config, **lists, "publishers": named}
    settings = Settings.model_validate({name: value for name, value in given.items() if name not in more})
    return settings, settings.model_dump() | more


def _part(written: str, known: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to part a list of names into names that are known."""
    steps = written.split(_COMMA)
    for end in range(1, len(steps) + 1):
        name = _COMMA.join(steps[:end])
        if fold_loosely(name) in known:
            if end == len(steps):
                yield (name,)
            else:
                yield from ((name, *rest) for rest in _part(_COMMA.join(steps[end:]), known))


def _write(value: object) -> str:
    return _COMMA.join(map(str, value)) if isinstance(value, tuple) else str(value)
