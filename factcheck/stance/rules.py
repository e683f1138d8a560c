"""Every rule of stance, in the order in which they are tried.

A rule looks at the comparisons of a link and decides, or leaves it to others. Where two decide, the judge takes
the heavier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.stance.events import EVENTS
from factcheck.stance.grades import GRADES
from factcheck.stance.quantities import QUANTITIES
from factcheck.stance.roles import ROLES
from factcheck.stance.wording import WORDING

if TYPE_CHECKING:
    from factcheck.stance.rule import Rule

RULES: Final[tuple[Rule, ...]] = (*QUANTITIES, *EVENTS, *ROLES, *GRADES, *WORDING)
