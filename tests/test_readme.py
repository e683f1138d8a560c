"""What the README says holds: its commands are there, and its examples are read as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.claims import load_claims
from factcheck.cli import cli
from factcheck.evaluate.gold import load_gold
from factcheck.glossary import load_glossaries
from factcheck.record.intake import read_folder

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def test_the_first_two_blocks_are_one_command_each() -> None:
    verify, tests = _blocks("sh")[:2]
    assert verify.count("\n") == tests.count("\n") == 1
    assert verify.rstrip().endswith("factcheck verify")
    assert "pytest" in tests


def test_the_example_of_claims_is_read(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(_blocks("yaml")[0], encoding="utf-8")
    assert [claim.id for claim in load_claims(path)] == ["bridge-cost"]


def test_the_example_of_a_record_is_read(tmp_path: Path) -> None:
    text = "A bridge too dear?\n\nThe chair was plain. “It cost us £4 million, not a penny more.” So she told us.\n"
    (tmp_path / "harbour-news.txt").write_text(text, encoding="utf-8")
    (tmp_path / "record.yaml").write_text(_blocks("yaml")[1], encoding="utf-8")
    intake = read_folder(tmp_path)
    assert intake.documents[0].publisher.value == "Harbour News"
    assert {entity.name for entity in intake.entities} == {"Ann Lee", "Tom Hart", "Harbour Board"}


def test_the_example_of_labels_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text(_blocks("yaml")[2], encoding="utf-8")
    texts = {"audit.txt": "The final account came to £5.2 million. £4 million was borrowed.", "harbour-news.txt": "x"}
    gold = load_gold(path, texts)
    assert [one.claim.id for one in gold.claims] == ["bridge-cost"]
    assert len(gold.traps) == len(gold.own_words) == 1


def test_the_example_of_a_lexicon_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text(_blocks("yaml")[3], encoding="utf-8")
    lexicon = load_glossaries([path])
    assert [scale.name for scale in lexicon.public.scales][:1] == ["beach-flag"]
    assert {"@dredge", "@berth"} <= lexicon.concept_words.keys()


@pytest.mark.parametrize("command", ["verify", "query", "record list", "record show", "evaluate"])
def test_every_command_is_documented_and_has_an_example(command: str) -> None:
    assert f"factcheck {command}" in README
    shown = CliRunner().invoke(cli, [*command.split(), "--help"])
    assert shown.exit_code == 0
    assert "Example" in shown.output
