"""The rules of stance, for people and for programs: what each says, on whose authority, and how often it was right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model.figures import least, share
from factcheck.render.figures_json import write_share
from factcheck.render.figures_page import percent
from factcheck.render.page import Heading, Listing, Paragraph, Table, lay_out_page
from factcheck.report.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model.evaluation import RuleFigures
    from factcheck.protocols import RuleText
    from factcheck.render.look import Look
    from factcheck.render.page import Block
    from factcheck.report.json_text import Json

SCHEMA: Final = "factcheck.rules/1"


def render_rules(
    rules: Sequence[RuleText], measured: Mapping[str, RuleFigures], pairs: int, *, look: Look, width: int
) -> str:
    """Return the rules with their precision and coverage on so many labelled pairs, then each with its examples."""
    rows = tuple((rule.name, *_figures(measured.get(rule.name), pairs)) for rule in rules)
    blocks: list[Block] = [
        Heading(text=f"Rules: {len(rules)}, measured on {pairs:,} labelled pairs"),
        Table(columns=("rule", "fired", "right", "precision", "at least", "coverage"), rows=rows),
        Paragraph(text="“At least” is the lower end of the 95 % interval; coverage is the share of pairs it decided."),
    ]
    for rule in rules:
        examples = tuple(
            f"{example.stance.value}: “{example.claim}” by “{example.passage}”" for example in rule.examples
        )
        blocks += [Heading(text=rule.name, level=3), Paragraph(text=rule.source)]
        blocks += [Listing(items=examples)] if examples else []
    return lay_out_page(blocks, look=look, width=width)


def _figures(measured: RuleFigures | None, pairs: int) -> tuple[str, ...]:
    if measured is None:
        return ("0", "0", "–", "–", percent(0.0 if pairs else None))
    return (
        f"{measured.fired:,}",
        f"{measured.right:,}",
        percent(share(measured.right, measured.fired)),
        percent(least(measured.right, measured.fired)),
        percent(share(measured.fired, pairs)),
    )


def render_rules_json(rules: Sequence[RuleText], measured: Mapping[str, RuleFigures], pairs: int) -> str:
    """Return the same for programs; a rule that never fired has no precision."""
    rows: list[Json] = []
    for rule in rules:
        figures = measured.get(rule.name)
        fired, right = (figures.fired, figures.right) if figures else (0, 0)
        examples: list[Json] = [
            {"claim": example.claim, "passage": example.passage, "stance": example.stance.value}
            for example in rule.examples
        ]
        rows.append(
            {
                "name": rule.name,
                "source": rule.source,
                "examples": examples,
                "fired": fired,
                "right": right,
                "precision": write_share(share(right, fired)),
                "precision_at_least": write_share(least(right, fired)),
                "coverage": write_share(share(fired, pairs)),
            }
        )
    return write_json({"schema": SCHEMA, "pairs": pairs, "rules": rows})
