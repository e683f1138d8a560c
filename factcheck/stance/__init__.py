"""What a passage says of a claim: rules as values with examples, and the seam for a learned model."""

from factcheck.stance.judge import RuleModel
from factcheck.stance.rule import Example, Rule
from factcheck.stance.rules import RULES, choose_rules

__all__ = ["RULES", "Example", "Rule", "RuleModel", "choose_rules"]
