"""What a passage says of a claim: rules as values with examples, a learned model, and both together."""

from factcheck.stance.combined import CombinedModel
from factcheck.stance.judge import RuleModel
from factcheck.stance.model import MODEL_RULES, READ_AT_MOST, LearnedModel, LearnedRule
from factcheck.stance.near_miss import tell_gate
from factcheck.stance.rule import Example, Rule
from factcheck.stance.rules import RULES, choose_rules

__all__ = [
    "MODEL_RULES",
    "READ_AT_MOST",
    "RULES",
    "CombinedModel",
    "Example",
    "LearnedModel",
    "LearnedRule",
    "Rule",
    "RuleModel",
    "choose_rules",
    "tell_gate",
]
