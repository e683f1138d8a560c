"""A speaker's own words that differ are shown, and only those that cannot both be right of one time and one subject."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.dates import parse_edtf
from factcheck.model import Claim, Entity, EntityKind, Force, Intake, Judge
from factcheck.pipeline.consistency import NEAREST, compare_own_words
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.reading import Background, read_claim
from factcheck.render.consistency import list_inconsistencies
from factcheck.render.detail import make_detail
from factcheck.render.look import Look
from factcheck.render.report_json import render_json
from factcheck.render.table import make_table
from factcheck.stance import RuleModel
from tests.bench import make_document
from tests.report_factory import make_report, make_verdict
from tests.tables import count_faults, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Inconsistency, Judgement, Link, Part, Report

SPEAKER: Final = "Ann Lee"
GAPS: Final = (
    ("2017-02-01", "Dunmore Council had a £40m budget gap in 2015."),
    ("2018-03-01", "Dunmore Council had a £60m budget gap in 2015."),
    ("2019-03-01", "Dunmore Council had a £31m budget gap in 2015."),
    ("2019-04-01", "Dunmore Council had a £70m budget gap in 2018."),
)
LOOK: Final = Look(colour=False, typographic=True, why=False)


def _claims(said: Sequence[tuple[str, str]], *, speaker: str = SPEAKER) -> list[Claim]:
    return [
        Claim(id=f"claim-{number}", text=text, speaker=speaker, date=parse_edtf(day))
        for number, (day, text) in enumerate(said)
    ]


def _read(claim: Claim) -> tuple[Part, ...]:
    words = frozenset(word for word in claim.text.split() if word.islower())
    return read_claim(claim, Background(words=words, bodies=("Dunmore Council",)))


def _compare(claims: Sequence[Claim], entities: Sequence[Entity] = ()) -> tuple[Inconsistency, ...]:
    verdicts = [make_verdict(claim=claim, own_words=()) for claim in claims]
    return compare_own_words(verdicts, read=_read, rules=RuleModel(), entities=entities)


def _split(cell: str) -> tuple[str, str]:
    day, _, text = cell.partition(": ")
    return day, text


@pytest.mark.parametrize(("one", "other", "expected"), read_table("self_consistency.txt", columns=3))
def test_own_words_differ_where_both_cannot_be_right(one: str, other: str, expected: str) -> None:
    claims = _claims([_split(one), _split(other)])
    found = _compare(claims)
    assert ("differ" if found else "-") == expected
    assert found == _compare(claims[::-1])


def test_few_rows_are_known_faults() -> None:
    faults, rows = count_faults("self_consistency.txt")
    assert faults <= rows / 10


def test_what_was_said_of_one_topic_is_one_block_in_the_order_of_time() -> None:
    (found,) = _compare(_claims(GAPS))
    assert (found.speaker, found.topic) == (SPEAKER, "Dunmore Council budget gap")
    assert [one.claim for one in found.statements] == ["claim-0", "claim-1", "claim-2"]
    assert [(one.first, one.second) for one in found.differences] == [(0, 1), (0, 2), (1, 2)]
    assert ("40" in found.differences[0].ours, "60" in found.differences[0].theirs) == (True, True)


def test_the_order_of_claims_changes_nothing() -> None:
    claims = _claims(GAPS)
    shuffled = random.Random(7).sample(claims, len(claims))
    assert _compare(claims) == _compare(shuffled)


def test_words_of_different_speakers_are_not_held_against_each_other() -> None:
    one, other = _claims(GAPS[:2])
    assert not _compare([one, replace(other, speaker="Tom Hart")])
    assert not _compare([one, replace(other, speaker=None)])


def test_a_speaker_is_known_by_the_names_that_the_record_states() -> None:
    one, other = _claims(GAPS[:2])
    lee = Entity(name=SPEAKER, kind=EntityKind.PERSON, other_names=("Mrs Lee",))
    assert _compare([one, replace(other, speaker="Mrs Lee")], [lee])


def _verify(claim: str, document: str, *, published: str = "2017-01-31") -> Report:
    put = Claim(id="gap", text=claim, speaker=SPEAKER, date=parse_edtf("2018-02-01"))
    intake = Intake(documents=(make_document(document, published=published),))
    return verify([put], hold(intake), Settings(judge=Judge.RULES))


SAID: Final = "Ann Lee said that Dunmore Council had a £9m budget gap in 2016."


def test_own_words_of_the_record_are_shown_where_they_differ_and_move_nothing() -> None:
    report = _verify("Dunmore Council had a £31m budget gap in 2016.", SAID)
    (found,) = report.self_consistency
    assert [(one.claim, one.document) for one in found.statements] == [(None, "a.txt"), ("gap", None)]
    assert found.statements[0].words == SAID
    assert report.verdicts[0].contradicting == ()


@pytest.mark.parametrize(
    "said",
    [
        "Ann Lee said that Dunmore Council had a £31m budget gap in 2016.",
        "Ann Lee said that Dunmore Council had a £9m budget gap in 2013.",
        "Tom Hart said that Dunmore Council had a £9m budget gap in 2016.",
        "Ann Lee chairs the board. “Dunmore Council had a £9m budget gap in 2016,” a spokesman said.",
        "Dunmore Council had a £9m budget gap in 2016.",
    ],
)
def test_what_agrees_or_is_of_another_time_or_may_be_anybodys_is_not_shown(said: str) -> None:
    assert _verify("Dunmore Council had a £31m budget gap in 2016.", said).self_consistency == ()


def test_the_table_the_detail_and_json_have_a_block_only_where_there_is_something() -> None:
    found = _compare(_claims(GAPS))
    bare, told = make_report(make_verdict()), make_report(make_verdict(), self_consistency=found)
    for make in (make_table, make_detail):
        assert "Own words that differ" not in make(LOOK)(bare, width=0)
        text = make(LOOK)(told, width=0)
        assert "Ann Lee, on “Dunmore Council budget gap”" in text
        assert "1. 2017-02-01  “Dunmore Council had a £40m budget gap in 2015.”" in text
        assert "differ: 1 and 2: " in text
    assert '"self_consistency": []' in render_json(bare, width=0)
    assert '"topic": "Dunmore Council budget gap"' in render_json(told, width=0)


def test_hostile_words_are_written_out() -> None:
    (found,) = _compare(_claims([(day, text.replace("budget", "budget\x1b[31m")) for day, text in GAPS[:2]]))
    shown = [line.plain for line in list_inconsistencies([found], LOOK.symbols)]
    assert not any("\x1b" in line for line in shown)


def test_many_claims_on_one_topic_are_not_all_held_against_each_other() -> None:
    judged: list[Link] = []

    class Counting(RuleModel):
        def judge(self, link: Link) -> Judgement:
            judged.append(link)
            return super().judge(link)

    said = [("2017-02-01", f"Dunmore Council had a £{n}m budget gap in {1500 + n}.") for n in range(1, 121)]
    verdicts = [make_verdict(claim=claim, own_words=()) for claim in _claims(said)]
    assert compare_own_words(verdicts, read=_read, rules=Counting(), entities=()) == ()
    assert len(judged) <= 2 * NEAREST * len(said)


def test_a_prediction_is_no_statement() -> None:
    assert _read(_claims([("2017-02-01", "The harbour bridge will cost £12m.")])[0])[0].reading.force is Force.PREDICTED
