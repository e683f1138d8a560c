"""Who asserts a sentence: D the document, ? somebody who is not named, S a first person who is not, else a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.model import DocumentKind, Eligibility, Intake, Passage, Said, SourceMatch, VerdictLabel, VoiceKind
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.verdict.eligibility import Side, find_eligibility
from tests.bench import make_claim, make_document, make_passages, with_faults
from tests.tables import read_table

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

MARKS = {VoiceKind.DOCUMENT: "D", VoiceKind.UNNAMED: "?", VoiceKind.SELF: "S"}


def _voices(passages: tuple[Passage, ...]) -> str:
    return " ; ".join(MARKS.get(one.attribution.voice, one.attribution.speaker or "") for one in passages)


@pytest.mark.parametrize(("text", "voices"), read_table("attributions.txt", columns=2))
def test_every_sentence_has_its_voice(text: str, voices: str) -> None:
    assert _voices(make_passages(text.replace(" // ", "\n\n"))) == voices


INTERVIEW = (
    "Ann Lee has chaired the harbour board since 2014. Ms Lee spoke to us on Monday.\n\n"
    "{q}Is the bridge safe?\n\n{a}Yes, it was rebuilt in 2016.\n\n"
    "{q}Who paid for it?\n\n{a}The council did.\n\n{q}Will it last?\n\n{a}It will outlive me."
)


@pytest.mark.parametrize(
    ("question", "answer"), [("Q: ", "A: "), ("", ""), ("DUNMORE POST: ", "ANN LEE: "), ("Dunmore Post: ", "Ann Lee: ")]
)
def test_the_answers_of_an_interview_are_the_interviewees(question: str, answer: str) -> None:
    passages = make_passages(INTERVIEW.format(q=question, a=answer))
    answers = [one for one in passages if one.text.rstrip(".").endswith(("in 2016", "council did", "outlive me"))]
    assert [one.attribution.speaker for one in answers] == ["Ann Lee"] * 3


def test_its_questions_are_nobodys() -> None:
    passages = make_passages(INTERVIEW.format(q="", a=""))
    questions = [one for one in passages if one.text.endswith("?")]
    assert {one.attribution.voice for one in questions} == {VoiceKind.UNNAMED}


def test_turns_by_name_change_with_their_labels() -> None:
    text = "ANN LEE: The bridge is safe.\n\nTOM HART: It is not.\n\nANN LEE: It was rebuilt.\n\nTOM HART: By whom?"
    assert _voices(make_passages(text)) == "Ann Lee ; Tom Hart ; Ann Lee ; Tom Hart"


def test_a_first_person_text_is_its_authors_throughout() -> None:
    text = "I chair the board. The bridge was rebuilt in 2016.\n\nTom Hart said it was unsafe."
    passages = make_passages(text, author="Ann Lee", kind=DocumentKind.FIRST_PERSON)
    assert _voices(passages) == "Ann Lee ; Ann Lee ; Tom Hart"


def test_a_first_person_text_of_nobody_known_may_be_anybodys() -> None:
    passages = make_passages("The bridge was rebuilt in 2016.", kind=DocumentKind.FIRST_PERSON)
    assert _voices(passages) == "S"


pieces = st.sampled_from(
    [
        "Ann Lee said", "the bridge was safe", "“", "”", '"', ".", ":", "\n\n", "Tom Hart", "she said", "It is",
        "according to", "I", "Q:", "A:", "?", "‘", "’", "“The bridge is safe and sound.”", "said", ",", "Ann Lee:",
    ]
)  # fmt: skip


@given(st.lists(pieces, max_size=25).map(" ".join))
def test_any_text_gives_every_sentence_a_voice(text: str) -> None:
    for passage in make_passages(text):
        named = passage.attribution.voice is VoiceKind.NAMED
        assert named is (passage.attribution.speaker is not None)
        assert passage.attribution.reason


OWN_WORDS = Path(__file__).parent / "own_words.txt"
FAILS_TODAY = "! "
SAID = "Dunmore Council rebuilt the harbour bridge in 2016"


def _ways() -> list[ParameterSet]:
    lines = [line for line in OWN_WORDS.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    faults = {line.removeprefix(FAILS_TODAY): "own words count" for line in lines if line.startswith(FAILS_TODAY)}
    return with_faults([(line.removeprefix(FAILS_TODAY),) for line in lines], faults)


def _verify(text: str) -> VerdictLabel:
    document = make_document(text, published="2018-06-14")
    claim = make_claim(f"{SAID}.", speaker="Ann Lee", date="2018-06-14")
    return verify([claim], hold(Intake(documents=(document,))), Settings()).verdicts[0].label


@pytest.mark.parametrize("way", _ways())
def test_own_words_support_nothing_however_they_are_put(way: str) -> None:
    text = way.replace("{x}", SAID).replace("{X}", SAID).replace(" // ", "\n\n").replace(" / ", "\n")
    assert _verify(text) is not VerdictLabel.SUPPORTED


def test_the_same_words_of_somebody_else_do_support() -> None:
    assert _verify(f"{SAID}, the audit office found.") is VerdictLabel.SUPPORTED
    assert _verify(f"Tom Hart said that {SAID}.") is VerdictLabel.SUPPORTED


OTHERS = [
    "Tom Hart said that {x}. Ann Lee chairs the board.",
    "Ann Lee left in 2018. {X}, the audit office found.",
    "{X}, said Tom Hart. Ann Lee chairs the board.",
    "Tom Hart, a friend of Ann Lee, said {x}.",
    "Ann Lee resigned in 2018. {X}.",
    "Ann Lee announced her retirement on Monday. {X}.",
    "Inspectors said {x}, contrary to Ann Lee’s view.",
    "The report by inspectors says {x}. Ann Lee chairs the board.",
    "According to the inspectors, {x}. Ann Lee was absent.",
    "Ann Lee met Tom Hart. He said {x}.",
    "Ann Lee was told that {x}.",
    "The audit office told Ann Lee that {x}.",
    "Ann Lee left in 2018. {X} on her watch.",
    "Under Ann Lee, {x}.",
    "Ann Lee was wrong: {x}.",
    "Ann Lee left a council that was poor, and {x}.",
    "Ann Lee left. The inspectors wrote in their letter that {x}.",
    "Critics of Ann Lee said the road was bad. {X}.",
    "“{X},” said Tom Hart, who succeeded Ann Lee.",
    "Ann Lee said the road was good. // {X}, according to the audit office.",
    "Ann Lee praised the board. {X}, records show.",
    "It is clear that {x}. Ann Lee chairs the board.",
    "The audit found that {x}. Ann Lee chairs the board.",
    "A report by the audit office found that {x}. Ann Lee chairs the board.",
    "Minutes of the meeting show that {x}. Ann Lee was absent.",
    "Residents said {x}. Ann Lee chairs the board.",
    "The board ruled that {x}. Ann Lee was absent.",
    "Tom Hart, who opposes Ann Lee, said {x}.",
    "Ann Lee attacked the board. {X}.",
    "Ann Lee agreed a deal in 2018. {X}.",
    "Ann Lee praised Tom Hart. {X}, he said.",
]
"""Texts in which somebody else says it and Ann Lee stands near: {x} or {X} is what is said."""


@pytest.mark.parametrize("way", OTHERS)
def test_what_others_say_beside_her_counts(way: str) -> None:
    text = way.replace("{x}", SAID).replace("{X}", SAID).replace(" // ", "\n\n")
    assert _verify(text) is VerdictLabel.SUPPORTED


def test_a_quotation_of_nobody_may_be_hers_where_she_is_named() -> None:
    passage = make_passages("Ann Lee chairs the board.\n\n“The bridge was rebuilt in 2016 at great cost.”")[-1]
    claim = make_claim("The bridge was rebuilt in 2016.", speaker="Ann Lee")
    said = SourceMatch(said=Said.NO_SOURCE)
    assert passage.attribution.voice is VoiceKind.UNNAMED
    assert find_eligibility(passage, claim, said, Side.of(claim, ()))[0] is Eligibility.OWN_WORDS
    stranger = make_claim("The bridge was rebuilt in 2016.", speaker="Tom Hart")
    assert find_eligibility(passage, stranger, said, Side.of(stranger, ()))[0] is Eligibility.INDEPENDENT


def test_a_rumour_is_nobodys_own_words() -> None:
    passage = make_passages("Ann Lee chairs the board. It is claimed that the bridge is unsafe.")[-1]
    claim = make_claim("The bridge is unsafe.", speaker="Ann Lee")
    eligibility, _ = find_eligibility(passage, claim, SourceMatch(said=Said.NO_SOURCE), Side.of(claim, ()))
    assert eligibility is Eligibility.INDEPENDENT


@pytest.mark.parametrize(
    "text", ["As reported [1].", "As said (2020).", "As the board reported;", "According", "As told"]
)
def test_a_verb_of_saying_may_end_a_sentence(text: str) -> None:
    assert make_passages(f"{text}\n{text}")
