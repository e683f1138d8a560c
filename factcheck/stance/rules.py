"""Every rule of stance, in the order in which they are tried.

A rule looks at the comparisons of a link and decides, or leaves it to others. Where two decide, the judge takes
the heavier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.near import suggest
from factcheck.stance.changes import CHANGES
from factcheck.stance.events import EVENTS
from factcheck.stance.grades import GRADES
from factcheck.stance.model import MODEL_RULES
from factcheck.stance.quantities import QUANTITIES
from factcheck.stance.roles import ROLES
from factcheck.stance.wording import WORDING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.stance.rule import Rule


def choose_rules(disabled: Iterable[str]) -> tuple[Rule, ...]:
    """Return all rules but those that are named, of which the learned model's own may be some.

    Raises:
        InputError: there is no rule of a name; the hint says which was probably meant.
    """
    names = [*(rule.name for rule in RULES), *(rule.name for rule in MODEL_RULES)]
    for name in disabled:
        if name not in names:
            hint = suggest(name, among=names, otherwise="factcheck rules lists them")
            raise InputError(f"there is no rule “{name}”", hint=hint)
    return tuple(rule for rule in RULES if rule.name not in set(disabled))


RULES: Final[tuple[Rule, ...]] = (*QUANTITIES, *CHANGES, *EVENTS, *ROLES, *GRADES, *WORDING)
