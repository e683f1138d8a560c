"""Every furniture rule proves itself by its own examples."""

from __future__ import annotations

import re

import pytest

from factcheck.record.article_rules import ARTICLE_RULES
from factcheck.record.furniture import BOX_LENGTH, FurnitureRule, RuleBook
from factcheck.record.layout import rule_book
from factcheck.record.page_rules import PAGE_RULES

RULES = (*ARTICLE_RULES, *PAGE_RULES)

TEXT = (
    "The council’s budget fell by £40 million between 2012 and 2016, according to its accounts.",
    "“We have never closed a library,” she said.",
    "Mr Poe was appointed interim director in May 2017.",
    "Comments by the minister drew anger in the chamber.",
    "Share prices in the firm fell by a third after the report.",
    "Reports of abuse rose from 120 in 2014 to 310 in 2016.",
    "Posts were cut in every department.",
    "He also sits on the board of the trust and chairs its audit committee.",
    "Inspectors rated the service “inadequate” for the third time.",
    "Pictures of the flood were shared thousands of times.",
    "More than 400 people have signed the petition.",
    "Home ownership has fallen since 2003.",
    "The newsletter was printed at public expense, the auditor found.",
    "In 2016, half of the homes were taken out of special measures.",
    "Registered nurses left at twice the rate of 2010.",
    "We asked the council for its figures, and it declined to give them.",
    "Related offences made up a tenth of the total.",
    "Latest figures show a fall of 3 per cent.",
    "About 300 jobs will go, the chief executive told staff.",
    "Read against the accounts, his claim does not stand.",
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_examples_of_both_sorts(rule: FurnitureRule) -> None:
    assert rule.fires
    assert rule.silent


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.fires])
def test_a_rule_fires_on_its_examples(rule: FurnitureRule, line: str) -> None:
    assert RuleBook([rule]).match(line) is rule


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.silent])
def test_a_rule_is_silent_on_its_counter_examples(rule: FurnitureRule, line: str) -> None:
    assert RuleBook([rule]).match(line) is None


@pytest.mark.parametrize("line", TEXT)
def test_no_rule_fires_on_text(line: str) -> None:
    assert rule_book().match(line) is None


def test_names_are_slashed_and_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name.count("/") == 1 for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_pattern_is_in_lower_case(rule: FurnitureRule) -> None:
    bare = re.sub(r"\\.", "", rule.pattern)
    assert bare == bare.lower()


def test_a_longer_line_than_any_notice_is_text() -> None:
    assert rule_book().match("We use cookies on this website. " * 40) is None
    assert len("We use cookies on this website. " * 20) < BOX_LENGTH
    assert rule_book().match("We use cookies on this website. " * 20) is not None
