"""The learned model's seat: what it is asked to read, what keeps it from counting, and who has the last word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.link import link_passage
from factcheck.model import Judgement, Slot, Stance
from factcheck.reading import read_passage
from factcheck.stance import MODEL_RULES, READ_AT_MOST, CombinedModel, LearnedModel, RuleModel, choose_rules
from factcheck.stance.texts import claim_to_read, texts_to_read
from factcheck.stance.thresholds import BAND, REFUTES_AT, SUPPORTS_AT
from tests.bench import make_link, make_passages, read_parts
from tests.pretend_models import OverlapModel, SureModel

if TYPE_CHECKING:
    from factcheck.model import Link

SUPPORTS, REFUTES, NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL

CLAIM: Final = "Ann Lee closed the harbour library."


MENDED: Final = "Ann Lee mended the harbour wall."
PUT_RIGHT: Final = "Ann Lee put the harbour wall right again."
"""What no rule sees to be the same."""


def link(claim: str, text: str) -> Link:
    found = make_link(claim, text)
    assert found is not None
    return found


def link_all(claim: str, text: str) -> list[Link]:
    """The links of a claim with every sentence of a text that has anything in common with it."""
    part = read_parts(claim, record=text)[0]
    found = (link_passage(part, one, read_passage(one), said=None) for one in make_passages(text))
    return [one for one in found if one]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ann Lee closed the harbour library.", ["Ann Lee closed the harbour library."]),
        (
            "Ann Lee led Dunmore Council. She closed the harbour library in 2016.",
            ["Ann Lee closed the harbour library in 2016."],
        ),
        ("Ann Lee met Tom Hart. Ms Lee’s deputy closed the library.", ["Ms Ann Lee's deputy closed the library."]),
        (
            "Ann Lee led Dunmore Council. The council told her that her report on the library was late.",
            ["Dunmore Council told Ann Lee that her report on the library was late."],
        ),
        (
            "Ann Lee said she would stay, but the harbour library was closed by her deputy.",
            [
                "Ann Lee said she would stay, but the harbour library was closed by her deputy.",
                "the harbour library was closed by Ann Lee's deputy.",
            ],
        ),
        (
            "Tom Hart sold the pier;  Ann Lee closed\tthe harbour library.",
            ["Tom Hart sold the pier; Ann Lee closed the harbour library.", "Ann Lee closed the harbour library."],
        ),
    ],
)
def test_a_passage_is_read_with_names_in_place_of_what_stands_for_them(text: str, read: list[str]) -> None:
    assert list(texts_to_read(link(CLAIM, text))) == read


def test_a_claim_is_read_as_of_whom_its_speaker_means() -> None:
    parts = read_parts("I closed the library and my deputy sold the pier.", speaker="Ann Lee")
    assert [claim_to_read(part) for part in parts] == ["Ann Lee closed the library", "Ann Lee's deputy sold the pier."]


@pytest.mark.parametrize(
    ("supports", "refutes", "stance", "gate"),
    [
        (SUPPORTS_AT + 2 * BAND, 0.0, SUPPORTS, ""),
        (SUPPORTS_AT + BAND / 2, 0.0, NEUTRAL, "unsure"),
        (SUPPORTS_AT - BAND, 0.0, NEUTRAL, "unsure"),
        (0.0, REFUTES_AT + 2 * BAND, REFUTES, ""),
        (0.0, REFUTES_AT + BAND / 2, NEUTRAL, "unsure"),
        (SUPPORTS_AT + 2 * BAND, REFUTES_AT + 2 * BAND, NEUTRAL, "polarity"),
    ],
)
def test_what_is_near_a_threshold_decides_nothing(supports: float, refutes: float, stance: Stance, gate: str) -> None:
    judgement = LearnedModel(SureModel(supports, refutes)).judge(link(CLAIM, "Ann Lee closed the harbour library."))
    assert (judgement.stance, judgement.gate) == (stance, gate)


def test_a_judgement_shows_the_claim_as_it_was_read_and_how_sure_it_is() -> None:
    judgement = LearnedModel(SureModel(0.9449, 0.0)).judge(link(CLAIM, "Ann Lee closed the harbour library."))
    assert judgement.rule == "model/supports"
    assert judgement.weight is not None
    assert (judgement.weight.name, judgement.weight.level, judgement.weight.value) == ("model", "supports", 0.8)
    assert (judgement.weight.ours, judgement.weight.theirs) == (CLAIM, "0.94")


@pytest.mark.parametrize(
    ("claim", "text", "gate"),
    [
        ("Ann Lee closed the library in 2016.", "Ann Lee closed the library in 2011.", "period"),
        ("Ann Lee closed the library.", "Tom Hart closed the library.", "subject"),
        ("Ann Lee closed the library.", "It is claimed that Ann Lee closed the library.", "force"),
        ("Ann Lee should close the library.", "Ann Lee closed the library.", "force"),
    ],
)
def test_what_a_gate_shuts_out_is_not_even_read(claim: str, text: str, gate: str) -> None:
    pairs = SureModel(0.99, 0.99)
    judgement = LearnedModel(pairs).judge(link(claim, text))
    assert (judgement.stance, judgement.gate) == (NEUTRAL, gate)
    assert pairs.asked == []


def test_a_refutation_must_share_more_than_a_support() -> None:
    near = link("The harbour wall was mended.", "Ann Lee put the harbour wall right again.")
    assert near.outcome(Slot.SUBJECT) == "unnamed"
    assert LearnedModel(SureModel(0.99, 0.0)).judge(near).stance is SUPPORTS
    judgement = LearnedModel(SureModel(0.0, 0.999)).judge(near)
    assert (judgement.stance, judgement.rule, judgement.gate) == (NEUTRAL, "model/refutes", "subject")


def test_the_nearest_are_read_and_the_same_words_count_once() -> None:
    many = [f"Ann Lee closed the harbour library of ward {number}." for number in range(12)]
    links = link_all(CLAIM, " ".join([*many, *many]))
    pairs = OverlapModel()
    judged = LearnedModel(pairs).judge_all(links)
    read = {text for text, _ in pairs.asked}
    assert len(read) == READ_AT_MOST
    assert len(pairs.asked) == READ_AT_MOST
    for one, judgement in zip(links, judged, strict=True):
        assert (judgement.stance is SUPPORTS) is (one.passage.text in read)
        assert judgement.gate == ("" if one.passage.text in read else "unread")


def test_what_was_not_read_whole_was_not_read() -> None:
    many = [f"Ann Lee closed the harbour library of ward {number}." for number in range(READ_AT_MOST)]
    shared = "Tom Hart said in 2016 that the pier was sold in 2011, but Ann Lee closed the harbour library of ward 3."
    links = [*link_all(CLAIM, " ".join(many)), link(CLAIM, shared)]
    judged = LearnedModel(OverlapModel()).judge_all([replace(links[-1], weights=()), *links[:-1]])
    assert texts_to_read(links[-1])[1] == texts_to_read(links[3])[0]
    assert [one.gate for one in judged] == ["unread", *[""] * READ_AT_MOST]


def test_the_order_changes_nothing() -> None:
    links = link_all(CLAIM, " ".join(f"Ann Lee closed the harbour library of ward {number}." for number in range(12)))
    model = LearnedModel(OverlapModel())
    assert model.judge_all(links[::-1])[::-1] == model.judge_all(links)


def test_nothing_to_judge_asks_nobody() -> None:
    pairs = SureModel(0.99, 0.0)
    assert LearnedModel(pairs).judge_all([]) == []
    assert CombinedModel(RuleModel(), LearnedModel(pairs)).judge_all([]) == []
    assert pairs.asked == []


@pytest.mark.parametrize("said", MODEL_RULES, ids=lambda said: said.name)
def test_either_can_be_disabled(said: object) -> None:
    name = getattr(said, "name", "")
    pairs = SureModel(0.99, 0.0) if name == "model/supports" else SureModel(0.0, 0.999)
    near = link("Ann Lee closed the library.", "Ann Lee closed the library.")
    assert LearnedModel(pairs).judge(near).rule == name
    assert LearnedModel(pairs).judge(near).stance is not NEUTRAL
    judgement = LearnedModel(pairs, disabled=[name]).judge(near)
    assert (judgement.stance, judgement.gate) == (NEUTRAL, "unsure")
    assert choose_rules([name]) == choose_rules([])


# --- both together ------------------------------------------------------------------------------------


def judge_both(claim: str, text: str, pairs: SureModel) -> Judgement:
    return CombinedModel(RuleModel(), LearnedModel(pairs)).judge(link(claim, text))


def test_what_a_rule_decides_is_decided() -> None:
    pairs = SureModel(0.0, 0.999)
    judgement = judge_both(CLAIM, "Ann Lee closed the harbour library.", pairs)
    assert (judgement.stance, judgement.rule, pairs.asked) == (SUPPORTS, "event/same-event", [])


def test_what_a_rule_saw_and_stopped_is_not_asked_again() -> None:
    pairs = SureModel(0.99, 0.0)
    judgement = judge_both("Ann Lee spent £4m in 2016.", "Ann Lee spent £5m in 2011.", pairs)
    assert (judgement.stance, pairs.asked) == (NEUTRAL, [])


def test_where_the_rules_are_silent_the_model_decides() -> None:
    assert RuleModel().judge(link(MENDED, PUT_RIGHT)).stance is NEUTRAL
    assert judge_both(MENDED, PUT_RIGHT, SureModel(0.99, 0.0)).rule == "model/supports"


def test_where_the_model_says_neither_the_answer_is_that_of_the_rules() -> None:
    assert judge_both(MENDED, PUT_RIGHT, SureModel(0.5, 0.2)) == RuleModel().judge(link(MENDED, PUT_RIGHT))


def test_a_figure_that_a_passage_leaves_out_is_not_borne_out_by_it() -> None:
    text = "The harbour bridge cost Dunmore Council too much."
    judgement = judge_both("Dunmore Council paid £4m for the harbour bridge.", text, SureModel(0.99, 0.0))
    assert (judgement.stance, judgement.rule, judgement.gate) == (NEUTRAL, "model/supports", "unit")


def test_what_was_too_far_off_to_be_read_says_so() -> None:
    links = link_all(MENDED, " ".join(f"Ann Lee put the harbour wall of ward {number} right." for number in range(9)))
    judged = CombinedModel(RuleModel(), LearnedModel(SureModel(0.5, 0.2))).judge_all(links)
    assert sorted(one.gate for one in judged)[-2:] == ["topic", "unread"]


@pytest.mark.parametrize(
    ("claim", "text", "gate"),
    [
        ("Ann Lee left in 2016.", "In 2016 Ann Lee was leaving.", "measure"),
        (MENDED.replace(".", " in 2016."), f"In 2016 Ann Lee was there. {PUT_RIGHT}", "period"),
        (MENDED.replace(".", " in 2016."), PUT_RIGHT.replace(".", " in 2016."), ""),
    ],
)
def test_topic_and_time_of_what_refutes_must_stand_in_the_sentence(claim: str, text: str, gate: str) -> None:
    near = link(claim, text)
    assert LearnedModel(SureModel(0.0, 0.999)).judge(near).gate == gate
