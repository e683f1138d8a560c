"""The arithmetic of every measure, checked by hand, and against scikit-learn on what hands cannot check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score, precision_score, recall_score

from factcheck.evaluate.figures import add_rules, calibrate, count_confusion, count_rules, draw_curve, figure_pairs
from factcheck.model import Stance
from factcheck.model.evaluation import PairOutcome, RuleFigures
from factcheck.model.labels import Pair

SUPPORTS, REFUTES, NEUTRAL = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL


def make_outcome(
    right: Stance, said: Stance, *, score: float = 1.0, binary: bool = False, probability: float | None = None
) -> PairOutcome:
    pair = Pair(id="x", claim="It rained.", evidence=("It rained.",), stance=right, binary=binary)
    return PairOutcome(pair=pair, said=said, score=score, rule="a/b", probability=probability)


def test_a_confusion_by_hand() -> None:
    answers = [("a", "a"), ("a", "a"), ("a", "b"), ("b", "a"), ("b", "b"), ("c", "b")]
    confusion = count_confusion(answers, ("a", "b", "c", "d"))
    assert confusion.total == 6
    assert confusion.accuracy == 3 / 6
    assert (confusion.precision("a"), confusion.recall("a"), confusion.f1("a")) == (2 / 3, 2 / 3, 4 / 6)
    assert (confusion.precision("b"), confusion.recall("b"), confusion.f1("b")) == (1 / 3, 1 / 2, 2 / 5)
    assert (confusion.precision("c"), confusion.recall("c"), confusion.f1("c")) == (None, 0.0, 0.0)
    assert (confusion.precision("d"), confusion.recall("d"), confusion.f1("d")) == (None, None, None)
    assert confusion.macro_f1 == pytest.approx((4 / 6 + 2 / 5 + 0) / 3)
    assert confusion.balanced_accuracy == pytest.approx((2 / 3 + 1 / 2 + 0) / 3)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_a_confusion_agrees_with_scikit_learn(answers: list[tuple[str, str]]) -> None:
    confusion = count_confusion(answers, ("a", "b", "c"))
    right, said = [one for one, _ in answers], [one for _, one in answers]
    present = sorted({*right, *said})
    assert confusion.accuracy == pytest.approx(accuracy_score(right, said))
    assert confusion.macro_f1 == pytest.approx(f1_score(right, said, average="macro", zero_division=0))
    for label in present:
        precision = precision_score(right, said, labels=[label], average="macro", zero_division=0)
        recall = recall_score(right, said, labels=[label], average="macro", zero_division=0)
        assert (confusion.precision(label) or 0.0) == pytest.approx(precision)
        assert (confusion.recall(label) or 0.0) == pytest.approx(recall)
    if len(present) > 1 and set(said) <= set(right):  # it warns of one label, and of labels that nobody gave
        assert confusion.balanced_accuracy == pytest.approx(balanced_accuracy_score(right, said))


def test_perfect_answers_score_all() -> None:
    figures = figure_pairs([make_outcome(stance, stance) for stance in Stance])
    assert (figures.three_way.accuracy, figures.two_way.accuracy, figures.three_way.macro_f1) == (1.0, 1.0, 1.0)
    assert all(figures.three_way.precision(stance) == 1.0 for stance in Stance)
    assert figures.curve[-1].precision == 1.0
    assert figures.decided == 2


def test_perfect_answers_to_two_classes_score_all() -> None:
    figures = figure_pairs([make_outcome(SUPPORTS, SUPPORTS), make_outcome(REFUTES, REFUTES)])
    assert figures.three_way.macro_f1 == 1.0


def test_empty_answers_score_what_is_neutral() -> None:
    figures = figure_pairs([make_outcome(stance, NEUTRAL) for stance in (SUPPORTS, REFUTES, NEUTRAL, NEUTRAL)])
    assert figures.three_way.accuracy == 0.5
    assert figures.two_way.accuracy == 0.75
    assert figures.three_way.precision(SUPPORTS) is None
    assert figures.three_way.recall(SUPPORTS) == 0.0
    assert figures.three_way.macro_f1 == pytest.approx((2 * 2 / (2 + 4)) / 3)
    assert (figures.curve, figures.rules, figures.decided, figures.calibration) == ((), (), 0, None)


def test_no_answers_have_no_figures() -> None:
    figures = figure_pairs([])
    assert (figures.pairs, figures.three_way.accuracy, figures.three_way.macro_f1) == (0, None, None)


def test_binary_pairs_count_two_ways_only() -> None:
    answers = [
        make_outcome(NEUTRAL, REFUTES, binary=True),  # may be a refutation: as good as neutral
        make_outcome(NEUTRAL, SUPPORTS, binary=True),
        make_outcome(REFUTES, REFUTES),
    ]
    figures = figure_pairs(answers)
    assert [one.right for one in answers] == [True, False, True]
    assert (figures.pairs, figures.binary_pairs, figures.three_way.total, figures.two_way.total) == (3, 2, 1, 3)
    assert figures.two_way.accuracy == 2 / 3
    assert [(one.fired, one.right, one.wrong) for one in figures.rules] == [(3, 2, 1)]


def test_a_curve_takes_the_surest_first_and_ties_together() -> None:
    curve = draw_curve([(1.0, False), (3.0, True), (2.0, True), (2.0, False)], total=8)
    assert [(one.score, one.coverage, one.precision) for one in curve] == [
        (3.0, 1 / 8, 1.0),
        (2.0, 3 / 8, 2 / 3),
        (1.0, 4 / 8, 2 / 4),
    ]


def test_a_long_curve_keeps_its_ends() -> None:
    curve = draw_curve([(float(score), True) for score in range(1000)], total=1000)
    assert len(curve) == 50
    assert (curve[0].score, curve[-1].score, curve[-1].coverage) == (999.0, 0.0, 1.0)


def test_calibration_by_hand() -> None:
    found = calibrate([(0.95, True), (0.91, False), (1.0, True), (0.5, False)])
    assert [(one.low, one.count) for one in found.bins] == [(0.5, 1), (0.9, 3)]
    assert found.bins[1].confidence == pytest.approx((0.95 + 0.91 + 1.0) / 3)
    assert found.bins[1].right == pytest.approx(2 / 3)
    assert found.expected_error == pytest.approx((1 * 0.5 + 3 * abs(0.9533333 - 2 / 3)) / 4, abs=1e-6)


def test_calibration_of_the_sure_and_right_has_no_gap() -> None:
    assert calibrate([(1.0, True)] * 3).expected_error == 0.0


def test_only_probabilities_are_calibrated() -> None:
    assert figure_pairs([make_outcome(SUPPORTS, SUPPORTS, probability=0.8)]).calibration is not None
    assert figure_pairs([make_outcome(SUPPORTS, SUPPORTS)]).calibration is None


def test_binary_pairs_are_not_calibrated() -> None:
    answers = [make_outcome(NEUTRAL, NEUTRAL, binary=True, probability=0.4)]
    assert figure_pairs(answers).calibration is None


def test_rules_are_counted_and_added_up() -> None:
    counted = count_rules([("b", True), ("a", False), ("b", False)])
    assert counted == (RuleFigures(name="a", fired=1, right=0), RuleFigures(name="b", fired=2, right=1))
    assert add_rules([*counted, *counted])[1] == RuleFigures(name="b", fired=4, right=2)
