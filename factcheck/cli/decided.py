"""What people decided, as commands find it and set it beside verdicts."""

# ruff: noqa: PLC0415 - most runs have no decisions

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import Claim, Verdict

    Beside: TypeAlias = Callable[[Verdict], Verdict]

DECISIONS_FILE: Final = Path("decisions.yaml")
"""The file in which they stand, beside the claims file, when no other is named."""

decisions_option = click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What people decided on the claims; by default decisions.yaml beside the claims file, where there is one.",
)


def find_decisions(named: Path | None, *, claims: Path) -> Path | None:
    """Return the file that was named, or the one beside the claims file; None where there is none."""
    default = place_decisions(claims)
    return named or (default if default.exists() else None)


def place_decisions(claims: Path) -> Path:
    """Return where decisions on the claims of a file stand when no other place is named."""
    return claims.parent / DECISIONS_FILE


def read_decisions(path: Path | None, *, claims: Sequence[Claim], file: Path) -> Beside:
    """Return what sets people's decisions beside a verdict, and nothing where there are none.

    `claims` are those that are checked, which may be a part of those of the `file`.

    Raises:
        InputError: there is no such file, or it has faults; a decision on a claim that there is not is one.
    """
    if path is None:
        return _set_nothing
    from factcheck.claims import load_claims
    from factcheck.claims.decisions import load_decisions

    decisions = load_decisions(path)
    known = {claim.id for claim in claims}
    if not decisions.by_claim.keys() <= known:
        known = {claim.id for claim in load_claims(file)}
    decisions.check_claims(known)
    return decisions.set_beside


def _set_nothing(verdict: Verdict) -> Verdict:
    return verdict
